"""The frame of a page with two runs: words above, two diagrams, one play-head below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from snapviz.diagram.beside import Part, beside
from snapviz.diagram.theme import Theme
from snapviz.run import Run
from snapviz.ui.buttons import ToolButton
from snapviz.ui.figure_tools import Figure, FigureTools
from snapviz.ui.icons import icon
from snapviz.ui.job import Job
from snapviz.ui.playback import Playback
from snapviz.ui.session import Session
from snapviz.ui.spacetime.canvas import LANE_MINIMUM
from snapviz.ui.transport.bar import TransportBar
from snapviz.ui.transport.minimap import Mark
from snapviz.ui.whatif.diagram import ComparedView, Titled

BESIDE_FROM = 1150  # pixels of width from which two diagrams go side by side
AROUND_LANES = 150  # pixels of height for heading, axis, badges and legend


class TwoRunsPage(QWidget):
    """``left``: the person wants to go back. Times of both diagrams are those of their own run.

    ``word``: what the file of its figure is called by.
    """

    left = Signal()
    word = "two"

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self.setProperty("role", "central")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.session = session
        self.theme = theme
        self.playback = Playback(self)
        self.job = Job(self)
        self.views = (ComparedView(theme, self), ComparedView(theme, self))
        self.titled = tuple(Titled(view, self) for view in self.views)
        self.chip = QLabel(self)
        self.chip.setProperty("role", "chip")
        self.chip.setFixedHeight(20)
        self.says = self._line("heading")
        self.adds = self._line("muted")
        self.tools = FigureTools(session, "whatif", self._take_along, self)
        self.close_button = ToolButton(self, "small")
        self.close_button.setIconSize(QSize(16, 16))
        self.transport = TransportBar(self.playback, session.actions, self)
        self.transport.setObjectName("transport.whatif")
        self.strip = QWidget(self)
        self.body = QSplitter(Qt.Orientation.Horizontal, self)
        self.extra = QHBoxLayout()
        self._build()
        self.close_button.clicked.connect(self.left)
        self.playback.position_changed.connect(self.show_position)
        self._followed: Run | None = None
        self._is_linking = False
        for view, other in (self.views, self.views[::-1]):
            view.range_changed.connect(lambda a, b, o=other: self._link(o, a, b))

    def _line(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _build(self) -> None:
        self.strip.setProperty("role", "strip")
        self.strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.says)
        lines.addWidget(self.adds)
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addLayout(self.extra)
        row.addWidget(self.tools)
        row.addWidget(self.close_button)
        self.body.setChildrenCollapsible(False)
        for part in self.titled:
            self.body.addWidget(part)
        line = QFrame(self)
        line.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.body, 1)
        column.addWidget(line)
        column.addWidget(self.transport)

    # What is shown

    def set_runs(self, left: Run, right: Run) -> None:
        """Show two runs, each whole."""
        self._is_linking = True
        for view, run in zip(self.views, (left, right), strict=True):
            view.set_run(run)
            view.fit()
        self._is_linking = False
        self._arrange()
        # Two large pictures in one turn of the event loop would hold it up for too long.
        later = self.views[1]
        later.setUpdatesEnabled(False)
        QTimer.singleShot(0, later, lambda: later.setUpdatesEnabled(True))

    def _link(self, other: ComparedView, from_us: int, to_us: int) -> None:
        """Both show the same stretch of time, so that one can look from one to the other."""
        if self._is_linking:
            return
        self._is_linking = True
        other.set_visible_range(from_us, to_us)
        self.transport.minimap.set_visible_range(from_us, to_us)
        self._is_linking = False

    def follow(self, run: Run) -> None:
        """Let the play-head move through this run."""
        self._followed = run
        self.playback.set_run(run.trace.row_time, run.until_us)
        self._show_marks()
        self.transport.minimap.set_visible_range(*self.views[1].visible_range())
        self.transport.run_changed()

    def _show_marks(self) -> None:
        run = self._followed
        if run is None:
            return
        marks = [Mark(s.started_us, self.theme.snapshot(s.number), False) for s in run.snapshots]
        self.transport.minimap.set_run(run.trace.row_time, run.until_us, marks)

    def show_position(self) -> None:
        """Put both play-heads where they belong; for each page to say."""

    def say(self, tone: str, chip: str, says: str, adds: str) -> None:
        """The sentence of the moment, and what stands below it."""
        self.chip.setText(chip)
        if self.chip.property("tone") != tone:
            self.chip.setProperty("tone", tone)
            self.chip.style().polish(self.chip)
        self.chip.setVisible(bool(chip))
        self.says.setText(says)
        self.adds.setText(adds)
        self.adds.setVisible(bool(adds))

    def rest(self) -> None:
        """Nothing moves any more, and what still works is not wanted."""
        self.playback.pause()
        self.job.drop()

    def end(self) -> None:
        """Nothing moves or works any more."""
        self.playback.pause()
        self.job.end()

    def _take_along(self) -> Figure | None:
        """Both diagrams with their headings, as they are seen."""
        run = self.views[0].run
        if run is None:
            return None
        parts = [
            Part(view.picture(), *titled.heading.texts)
            for view, titled in zip(self.views, self.titled, strict=True)
        ]
        picture = beside(parts, self.body.orientation() == Qt.Orientation.Horizontal)
        return Figure(picture, run.scenario.title, self.says.text(), self.word)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.close_button.setIcon(icon("close", theme.ink, theme.channel))
        for part in (*self.views, self.transport, self.tools):
            part.set_theme(theme)
        self._show_marks()
        self.transport.show_position()

    # Keys and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side; in a narrow window one below the other, if all lanes can be seen then."""
        run = self.views[0].run
        lanes = len(run.trace.process_ids) if run is not None else 0
        room = self.body.height() / 2 - AROUND_LANES
        beside = self.width() >= BESIDE_FROM or room < lanes * LANE_MINIMUM
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.body.orientation() != wanted:
            self.body.setOrientation(wanted)

    def retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Back to the diagram (Esc)"))
        self.close_button.setAccessibleName(self.tr("Back to the diagram (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
