"""One page of the help, scrolled to a section, with what was looked for lit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QColor,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.help.finding import Sentence, bare
from snapviz.ui.help.pages import Page
from snapviz.ui.help.paper import MARGIN, document_of
from snapviz.ui.panels.notes import Reader

ABOVE = 12  # pixels that stay free above what is scrolled to
MEASURE = 900  # pixels of the longest line
MOST_LIT = 400


class PageReader(Reader):
    """``followed`` carries the address of a link, ``section_read`` the id of the section that a
    person has scrolled to, empty for the top of the page."""

    followed = Signal(str)
    section_read = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("help.page")
        self.setProperty("role", "help")
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self.page: Page | None = None
        self._theme = LIGHT
        self._words: list[str] = []
        # The view does not own it.
        self._set_document: QTextDocument | None = None
        self._headings: list[QTextBlock] = []
        self._section, self._is_led = "", False
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_theme(self, theme: Theme) -> None:
        """The same page in other colours."""
        self._theme = theme
        if self.page is not None:
            place = self.verticalScrollBar().value()
            with self._leading():
                self._set()
                self.verticalScrollBar().setValue(place)

    def show_page(self, page: Page) -> None:
        """Another page; not seen before it is told which part of it."""
        if page is not self.page:
            self.page = page
            self.setUpdatesEnabled(False)
            with self._leading():
                self._set()

    @contextmanager
    def _leading(self) -> Iterator[None]:
        """What is scrolled meanwhile is not scrolled by a person."""
        before, self._is_led = self._is_led, True
        yield
        self._is_led = before

    def _set(self) -> None:
        self.ensurePolished()
        made = document_of(self.page.text, self._theme, self.font())
        # Without a width it would be laid out twice, at first as wide as its longest line.
        made.setTextWidth(self.viewport().width())
        self._narrow(made)
        self.setDocument(made)
        self._set_document = made
        self._headings = [
            b for b in self._from(made.begin()) if b.blockFormat().headingLevel() == 2
        ]
        self._light()

    def _narrow(self, document: QTextDocument) -> None:
        """Lines that are not too long to be read."""
        layout = document.rootFrame().frameFormat()
        margin = max(self.viewport().width() - MEASURE, MARGIN)
        if layout.rightMargin() != margin:
            layout.setRightMargin(margin)
            document.rootFrame().setFrameFormat(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.page is not None:
            self._narrow(self.document())
        with self._leading():
            super().resizeEvent(event)

    def light(self, words: str) -> None:
        """Light these words wherever they stand on the page; empty: none."""
        self._words = words.lower().split()
        self._light()

    def _light(self) -> None:
        style = QTextCharFormat()
        style.setBackground(QColor(self._theme.accent_tint))
        style.setForeground(QColor(self._theme.accent))
        lit = []
        for word in self._words if self.page is not None else ():
            cursor = self.document().find(word)
            while not cursor.isNull() and len(lit) < MOST_LIT:
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, style
                lit.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(lit)

    def go_to_section(self, section: str) -> None:
        """Scroll to the heading of a section; empty: to the top."""
        self._section = section
        self._scroll_to(self._heading(section))

    def go_to_sentence(self, sentence: Sentence) -> None:
        """Scroll to where a sentence of this page stands."""
        wanted = [bare(part) for part in sentence.text.split(" · ")]
        known = [part for part in wanted if any(bare(word) in part for word in self._words)]
        self._section = sentence.section
        start = self._heading(sentence.section)
        for block in self._from(start):
            if any(part and part in bare(block.text()) for part in known or wanted):
                self._scroll_to(block)
                return
        self._scroll_to(start)

    def _from(self, block: QTextBlock) -> Iterator[QTextBlock]:
        while block.isValid():
            yield block
            block = block.next()

    def _heading(self, section: str) -> QTextBlock:
        """The block of a section's heading; of the page's if there is no such section."""
        number = self.page.place_of(section)
        return self._headings[number] if number >= 0 else self.document().begin()

    def _scrolled(self, top: int) -> None:
        """Tell of another section at the top of what is seen."""
        if self._is_led or self.page is None:
            return
        number = -1
        for place, heading in enumerate(self._headings):
            if self._height_of(heading) > top + 2 * ABOVE:
                break
            number = place
        if number != self.page.place_of(self._section):
            self._section = self.page.sections[number].id if number >= 0 else ""
            self.section_read.emit(self._section)

    def _height_of(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _scroll_to(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        with self._leading():
            self.setTextCursor(cursor)
            # In a table a block counts from the top of its cell.
            top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
            self.verticalScrollBar().setValue(0 if block.position() == 0 else top - ABOVE)
        self.setUpdatesEnabled(True)
