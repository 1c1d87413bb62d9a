"""The middle of the window: heading, messages, and the diagram or the start page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from snapviz.diagram.theme import Theme
from snapviz.ui.branches.strip import BranchStrip
from snapviz.ui.docks import Heading
from snapviz.ui.figures import FINE_BELOW_US, round_ms_text
from snapviz.ui.logs.strip import LogStrip
from snapviz.ui.logs.unread import UnreadStrip
from snapviz.ui.messages import MessageBar
from snapviz.ui.search.strip import SearchStrip
from snapviz.ui.session import Session
from snapviz.ui.spacetime.cut_strip import CutStrip
from snapviz.ui.spacetime.view import SpaceTimeView
from snapviz.ui.start_page import StartPage
from snapviz.ui.tour.offer import TourOffer
from snapviz.ui.wording import filled


class CentralArea(QWidget):
    """``page_changed`` says whether a page is shown instead of the diagram."""

    page_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None, session: Session | None = None):
        super().__init__(parent)
        self.setProperty("role", "central")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Heading(self)
        self.messages = session.messages if session else MessageBar(self)
        self.view = SpaceTimeView(theme, self, session)
        self.theme = theme
        self.branch_strip = BranchStrip(self)
        self.branch_strip.set_theme(theme)
        self.log_strip = LogStrip(self)
        self.unread_strip = UnreadStrip(self)
        self.cut_strip = CutStrip(self)
        self.cut_strip.set_theme(theme)
        self.search_strip = SearchStrip(self)
        self.search_strip.set_theme(theme)
        self.tour_offer = TourOffer("strip", self)
        self._start_page: StartPage | None = None
        self._replaced: QWidget | None = None
        self._range = (0, 0)
        self._diagram = QWidget(self)
        column = QVBoxLayout(self._diagram)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tour_offer)
        column.addWidget(self.heading)
        column.addWidget(self.branch_strip)
        column.addWidget(self.log_strip)
        column.addWidget(self.search_strip)
        column.addWidget(self.cut_strip)
        self._body = QSplitter(Qt.Orientation.Vertical, self)
        self._body.setChildrenCollapsible(False)
        self._body.setHandleWidth(1)
        self._body.addWidget(self.view)
        column.addWidget(self._body, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._diagram)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.unread_strip)
        # Over the diagram, which must not jump whenever something is said; what waits for
        # an answer stays so long that it gets room of its own.
        self._whole = whole
        self.messages.setParent(self)
        self.messages.installEventFilter(self)
        self.view.range_changed.connect(self.show_range)
        self.view.theme_changed.connect(self._set_theme)
        self.view.cut_changed.connect(lambda cut: self.cut_strip.show_cut(self.view.run, cut))
        self.cut_strip.snap_wanted.connect(self.view.snap_hand_cut)
        self.cut_strip.close_wanted.connect(self.view.close_hand_cut)
        self.retranslate()

    @property
    def start_page(self) -> StartPage:
        """Made when it is first wanted: it reads every shipped scenario."""
        if self._start_page is None:
            self._start_page = StartPage(self)
            self._stack.addWidget(self._start_page)
        return self._start_page

    @property
    def on_start_page(self) -> bool:
        """Whether this or another page is shown instead of the diagram."""
        return self._stack.currentWidget() is not self._diagram

    def show_above(self, widget: QWidget) -> None:
        """Give half the room of the diagram to another one above it."""
        self._body.insertWidget(0, widget)
        self._body.setSizes([1000, 1000])

    def _set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.cut_strip.set_theme(theme)
        self.search_strip.set_theme(theme)

    def show_start_page(self) -> None:
        self._stack.setCurrentWidget(self.start_page)
        self.start_page.setFocus()
        self.page_changed.emit(True)

    def show_page(self, page: QWidget) -> None:
        """Give another page the room of the diagram."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self.page_changed.emit(True)

    def show_for_now(self, page: QWidget) -> None:
        """Put a page in the place of what is shown; everything around stays as it is."""
        self._replaced = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def take_away(self, page: QWidget) -> None:
        """Show again what such a page took the place of, unless something else is shown by now."""
        if self.shows(page):
            self._stack.setCurrentWidget(self._replaced)
        self._stack.removeWidget(page)

    def shows(self, page: QWidget) -> bool:
        return self._stack.currentWidget() is page

    def show_diagram(self) -> None:
        self._stack.setCurrentWidget(self._diagram)
        self.page_changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            self._place_messages()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_messages()

    def _place_messages(self) -> None:
        bar = self.messages
        wanted = bar.layout().totalHeightForWidth(self.width())
        height = max(wanted, bar.sizeHint().height())
        self._whole.setContentsMargins(0, height if bar.takes_room else 0, 0, 0)
        bar.setGeometry(0, 0, self.width(), height)
        bar.raise_()

    def show_range(self, from_us: int, to_us: int) -> None:
        """Say in the heading which stretch of time is shown."""
        self._range = (from_us, to_us)
        is_timed = self.view.run is None or self.view.run.is_timed
        text = self.tr("virtual time %1 – %2 ms") if is_timed else self.tr("steps %1 – %2")
        self.heading.set_caption(filled(text, *map(round_ms_text, _rounded(*self._range))))

    def name_run(self) -> None:
        """The heading of a log's diagram is the name of the log and the execution."""
        run = self.view.run
        is_log = run is not None and not run.is_timed
        self.heading.set_title(run.scenario.title if is_log else self.tr("Space–time diagram"))

    def retranslate(self) -> None:
        self.name_run()
        self.view.setAccessibleName(self.tr("Space–time diagram"))
        self.show_range(*self._range)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _rounded(from_us: int, to_us: int) -> tuple[int, int]:
    """Whole milliseconds where a fraction would only be noise."""
    if to_us - from_us < FINE_BELOW_US:
        return from_us, to_us
    return round(from_us, -3), round(to_us, -3)
