"""The window of the help: contents or what was found at the left, the page at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import Theme
from snapviz.ui.buttons import ToolButton
from snapviz.ui.help.contents import ContentsTree
from snapviz.ui.help.finding import MOST, Index, Sentence, index
from snapviz.ui.help.pages import Page
from snapviz.ui.help.reader import PageReader
from snapviz.ui.help.results import ResultList
from snapviz.ui.help.trail import Trail
from snapviz.ui.icons import icon
from snapviz.ui.settings import Settings
from snapviz.ui.turns import in_turn
from snapviz.ui.wording import filled

FIRST_SIZE, SMALLEST_SIZE = QSize(1000, 680), QSize(620, 380)
SIDE_WIDTH = 270
SCREEN_SHARE = 0.9


class HelpWindow(QDialog):
    """``followed`` carries the address of a link that leads out of the help.

    ``read`` gives the pages in the language of the moment.
    """

    followed = Signal(str)

    def __init__(self, window: QWidget, settings: Settings, read: Callable[[], list[Page]]):
        super().__init__(window)
        self.setObjectName("dialog.help")
        self._settings, self._read = settings, read
        self._pages: dict[str, Page] = {}
        self._index: Index | None = None
        self._sentence: Sentence | None = None
        self._theme: Theme | None = None
        self.trail = Trail()
        self.contents, self.results = ContentsTree(self), ResultList(self)
        self.reader = PageReader(self)
        self._build()
        self._connect()
        self.retranslate()
        self._take_place()

    def _build(self) -> None:
        self.field, self._told = QLineEdit(self), QLabel(self)
        self.field.setObjectName("help.field")
        self._told.setObjectName("help.told")
        self._told.setProperty("role", "muted")
        self.back, self.forward = (ToolButton(self, "small") for _ in range(2))
        strip = QWidget(self)
        strip.setProperty("role", "strip")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(6)
        for name, button in (("back", self.back), ("forward", self.forward)):
            button.setObjectName(f"help.{name}")
            button.setIconSize(QSize(18, 18))
        self.field.setMaximumWidth(360)
        for widget in (self.back, self.forward, self.field, self._told):
            row.addWidget(widget, 1 if widget is self.field else 0)
        row.addStretch(1)
        self._side = QStackedWidget(self)
        self._side.addWidget(self.contents)
        self._side.addWidget(self.results)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self._halves(), 1)

    def _halves(self) -> QSplitter:
        side, page = QWidget(self), QWidget(self)
        for widget, inner, margins in (
            (side, self._side, (8, 8, 4, 8)), (page, self.reader, (20, 14, 6, 6)),
        ):  # fmt: skip
            layout = QVBoxLayout(widget)
            layout.setContentsMargins(*margins)
            layout.addWidget(inner)
        page.setProperty("role", "central")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        halves.addWidget(side)
        halves.addWidget(page)
        side.setMinimumWidth(180)
        page.setMinimumWidth(320)
        halves.setStretchFactor(0, 0)
        halves.setStretchFactor(1, 1)
        halves.setSizes([SIDE_WIDTH, FIRST_SIZE.width() - SIDE_WIDTH])
        return halves

    def _connect(self) -> None:
        self.contents.wanted.connect(self.go_to)
        self.results.chosen.connect(self._show_found)
        self.reader.followed.connect(self._follow)
        self.reader.section_read.connect(self._mark)
        self.field.textChanged.connect(lambda _: self._look())
        self.field.returnPressed.connect(self._go_to_first)
        self.back.clicked.connect(lambda: self._step(-1))
        self.forward.clicked.connect(lambda: self._step(1))
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._begin_search),
            (QKeySequence("F1"), self.close),
            (QKeySequence("Alt+Left"), lambda: self._step(-1)),
            (QKeySequence("Alt+Right"), lambda: self._step(1)),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _take_place(self) -> None:
        """Where and as large as it was left; at first as large as fits."""
        self.setMinimumSize(SMALLEST_SIZE)
        kept = self._settings.help_geometry
        if kept is None or not self.restoreGeometry(kept):
            room = self.screen().availableSize()
            self.resize(FIRST_SIZE.boundedTo(room * SCREEN_SHARE))

    # Going through the pages

    @property
    def place(self) -> tuple[str, str]:
        """The name of the page that is shown, and the id of the section, empty for its top."""
        return self.trail.here

    def go_to(self, name: str, section: str = "") -> None:
        """Show a page from a section on, within some turns of the event loop."""
        self._sentence = None
        self.trail.visit((name, section))
        self._turn_over()

    def _step(self, by: int) -> None:
        if self.trail.step(by):
            self._sentence = None
            self._turn_over()

    def _turn_over(self) -> None:
        self.back.setEnabled(self.trail.can_step(-1))
        self.forward.setEnabled(self.trail.can_step(1))
        for act in (self._fetch, self._set_page, self._scroll):
            in_turn(self, act)

    def _fetch(self) -> None:
        """Read the pages when they are first wanted, and anew in another language."""
        if not self._pages:
            self._pages = {page.name: page for page in self._read()}
            self.contents.offer(list(self._pages.values()))

    def _set_page(self) -> None:
        name, section = self.trail.here
        self.reader.show_page(self._pages[name])
        self.contents.show_place(self._pages[name], section)

    def _mark(self, section: str) -> None:
        """Follow a person who scrolls on."""
        self.contents.show_place(self.reader.page, section)

    def _scroll(self) -> None:
        if self._sentence is not None:
            self.reader.go_to_sentence(self._sentence)
        else:
            self.reader.go_to_section(self.trail.here[1])

    def _follow(self, address: str) -> None:
        kind, _, target = address.partition(":")
        if kind == "page":
            self.go_to(*target.partition("#")[::2])
        else:
            self.followed.emit(address)

    # Finding

    def _begin_search(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _look(self) -> None:
        for act in (self._fetch, self._fill_index, self._find):
            in_turn(self, act)

    def _fill_index(self) -> None:
        if self._index is None:
            self._index = index(self._pages.values())

    def _find(self) -> None:
        words = self.field.text()
        self.results.show_found(self._index.find(words), words)
        self._side.setCurrentWidget(self.results if words.strip() else self.contents)
        self.reader.light(words)
        self._tell()

    def _tell(self) -> None:
        count = len(self.results.results.found)
        if not self.field.text().strip():
            text = ""
        elif not count:
            text = self.tr("none found")
        elif count == MOST:
            text = filled(self.tr("the first %1"), grouped(count))
        else:
            text = filled(self.tr("%1 found"), grouped(count))
        self._told.setText(text)

    def _go_to_first(self) -> None:
        if self.results.results.found:
            self.results.setCurrentIndex(self.results.results.index(0))
            self.results.setFocus()

    def _show_found(self, sentence: Sentence) -> None:
        self.go_to(sentence.page, sentence.section)
        self._sentence = sentence

    # Looks and words

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.results.set_theme(theme)
        self.back.setIcon(icon("back", theme.ink, theme.channel))
        self.forward.setIcon(icon("forward", theme.ink, theme.channel))
        in_turn(self, self._colour_page)

    def _colour_page(self) -> None:
        self.reader.set_theme(self._theme)

    def retranslate(self) -> None:
        """Everything in the language of the moment; what was read stays where it was."""
        self.setWindowTitle(self.tr("Help"))
        self.field.setPlaceholderText(self.tr("Find in the help"))
        self.field.setAccessibleName(self.tr("Words to be found in the help"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.results.setAccessibleName(self.tr("What was found"))
        self.reader.setAccessibleName(self.tr("Page of the help"))
        for button, text in (
            (self.back, self.tr("Back (Alt+Left)")), (self.forward, self.tr("Forward (Alt+Right)")),
        ):  # fmt: skip
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._pages, self._index = {}, None
        if self.isVisible():
            self._come_back()

    def showEvent(self, event: QShowEvent) -> None:
        """What was read last, maybe in another language since."""
        super().showEvent(event)
        if self.trail:
            self._come_back()

    def _come_back(self) -> None:
        self._turn_over()
        if self.field.text():
            self._look()

    # Keys, and the way out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_searching = self.field.hasFocus() and self.field.text()
        if event.key() == Qt.Key.Key_Escape and is_searching:
            self.field.clear()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self._go_to_first()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._settings.help_geometry = self.saveGeometry()
        super().hideEvent(event)
