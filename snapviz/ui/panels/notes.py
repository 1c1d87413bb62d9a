"""What the scenario's author wrote beside it, and the figures it starts from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from snapviz.scenario.model import Scenario
from snapviz.ui.turns import in_turn

INDENT = 18
PARAGRAPH_GAP = 8
LINE_HEIGHT = 118
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class Reader(QTextBrowser):
    """A text without outside pictures: a scenario file must not read other files."""

    def loadResource(self, kind: int, name: QUrl) -> None:
        return None


class NotesPanel(QWidget):
    """Title and description of a scenario, the description being Markdown."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._scenario: Scenario | None = None
        self._is_log = False
        self._text = Reader(self)
        self._text.setObjectName("panel.notes")
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(open_page)
        self._text.document().setDocumentMargin(0)
        card = QFrame(self)
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(14, 12, 8, 12)
        inner.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.addWidget(card)
        self.retranslate()

    def show_scenario(self, scenario: Scenario | None, is_log: bool = False) -> None:
        self._scenario, self._is_log = scenario, is_log
        self._fill()

    def _fill(self) -> None:
        scenario = self._scenario
        if scenario is None:
            self._text.clear()
            return
        title = scenario.title or self.tr("Untitled scenario")
        words = scenario.description or self.tr("*This scenario has no description.*")
        if self._is_log:
            words = self.tr(
                "A log of a real system. It tells which events knew of which, by their vector "
                "clocks, but not when: each event lies one step behind the last that it knew of."
            )
        self._text.setMarkdown(f"### {_plain(title)}\n\n{words}")
        space_out(self._text.document())

    def retranslate(self) -> None:
        self._text.setAccessibleName(self.tr("About this scenario"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            in_turn(self, self.retranslate)
        super().changeEvent(event)


def open_page(url: QUrl) -> None:
    """Follow a link to a web page; nothing else a file names is opened."""
    if url.scheme() in ("http", "https"):
        QDesktopServices.openUrl(url)


def space_out(document: QTextDocument) -> None:
    """Room between paragraphs, lists close to the margin, a heading of calm size."""
    document.setIndentWidth(INDENT)
    cursor = QTextCursor(document)
    while True:
        layout = cursor.blockFormat()
        layout.setTopMargin(0)
        layout.setBottomMargin(4 if cursor.currentList() else PARAGRAPH_GAP)
        layout.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
        cursor.setBlockFormat(layout)
        if layout.headingLevel():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            size = QTextCharFormat()
            size.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            size.setFontWeight(QFont.Weight.DemiBold)
            cursor.mergeCharFormat(size)
            cursor.clearSelection()
        if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
            return


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return "".join("\\" + c if c in "\\`*_{}[]<>()#+-.!|~" else c for c in text)
