"""How far the clocks are from true time over the run, and what brought them together."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from snapviz.diagram.clock_plot import ERROR, KEY, TIME, clock_plot
from snapviz.diagram.theme import Theme
from snapviz.study.clock_errors import ClockErrors, Synchronisation, synchronisations
from snapviz.ui.actions import button_text
from snapviz.ui.buttons import CloseButton
from snapviz.ui.figure_tools import Figure, FigureTools
from snapviz.ui.panels.cards import Card, filled_with_cards, heading, remark
from snapviz.ui.panels.clock_errors_legend import ErrorLegend
from snapviz.ui.panels.clock_errors_rows import WIDTHS, legend_rows, sync_rows
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.text_table import TableArea, TextTable
from snapviz.ui.session import Session
from snapviz.ui.turns import in_turn
from snapviz.ui.wording import filled

PLOT_MODULE = "snapviz.ui.panels.clock_errors_plot"
TALLEST_TABLE = 0.5  # of the panel's height
SIDE_BY_SIDE = 700  # from this width on
SYNC = "syncClocks"
LOOK_AGAIN_MS = 15
WIDEST_TABLE, UNLIMITED = 480, 16_777_215  # the latter is Qt's own
LAST_COLUMN = 74  # pixels more than the table asks for, to read its bounds whole


# What the picture of the plot says.
PLOT_WORDS = (
    QT_TRANSLATE_NOOP("ClockPlot", "error, ms"),
    QT_TRANSLATE_NOOP("ClockPlot", "true time, ms"),
    QT_TRANSLATE_NOOP(
        "ClockPlot",
        "◆ synchronized · ● what the sample that counted estimates, ○ the others · "
        "bars: half the delay to either side, where the true error must be",
    ),
)


def plot_word(text: str) -> str:
    """A word of the picture in the language of the window."""
    return QCoreApplication.translate("ClockPlot", text)


class ClockErrorsPanel(FollowingPanel):
    """A plot with its legend, and below or beside it a row for every clock that was synchronised.

    The plotting library is fetched when the panel is first seen, beside the event loop.
    ``plotted``: the plot is there. ``close_wanted``: the dock is to go.
    """

    plotted = Signal()
    close_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName("panel.clockErrors")
        self._plot = None
        self._fetching: Thread | None = None
        self._errors: ClockErrors | None = None
        self._syncs: tuple[Synchronisation, ...] = ()
        self._waiting = QTimer(self)
        self._waiting.setInterval(LOOK_AGAIN_MS)
        self._waiting.timeout.connect(self._look)
        self._title, self._table_title = heading(self), heading(self)
        self.tools = FigureTools(session, "clockErrors", self._take_along, self)
        self._close = CloseButton("clockErrors", self)
        self._close.clicked.connect(self.close_wanted)
        self.tools.layout().addWidget(self._close)
        self._legend = ErrorLegend(self)
        self._room = QFrame(self)
        self._note = remark(self, "clockErrors.note")
        self._key = remark(self, "clockErrors.key")
        self._coming = remark(self, "clockErrors.coming")
        self._table = TextTable(WIDTHS, self)
        self._table.setObjectName("clockErrors.table")
        self._table.set_choosable(True)
        self._table.row_chosen.connect(lambda row, _: self._go_to(row))
        self._build()
        self.retranslate()
        # It gets its words in another language later than this.
        session.actions[SYNC].changed.connect(self._show_how)

    def _build(self) -> None:
        above = Card(self._title, self.tools, self)
        around = QVBoxLayout(self._room)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._coming)
        self._coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._legend, self._room, self._note, self._key):
            above.column.addWidget(part, 1 if part is self._room else 0)
        for label in (self._note, self._key):
            label.setContentsMargins(6, 0, 6, 2)
        self._below = Card(self._table_title, None, self)
        self._area = TableArea(self._table, self._below)
        self._below.column.addWidget(self._area)
        self._below.column.addStretch()
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.addWidget(above, 3)
        self._cards.addWidget(self._below)
        filled_with_cards(self).column.addLayout(self._cards, 1)

    # The plotting library

    def _fetch(self) -> None:
        """Import the plot beside the event loop, which it would hold up for long."""
        if self._fetching is None:
            self._fetching = Thread(target=import_module, args=(PLOT_MODULE,), daemon=True)
            self._fetching.start()
            self._waiting.start()

    def _look(self) -> None:
        if self._fetching.is_alive():
            return
        self._waiting.stop()
        # All of it in one turn of the event loop would hold that up for as long as a frame.
        for part in (self._make_plot, self._dress_plot, self._fill_plot):
            in_turn(self, part)

    def _make_plot(self) -> None:
        self._plot = import_module(PLOT_MODULE).ErrorPlot(self._room)
        self._plot.time_dragged.connect(self.session.playback.scrub)

    def _dress_plot(self) -> None:
        self._plot.set_theme(self.theme)
        self.retranslate()
        self._coming.hide()
        self._room.layout().addWidget(self._plot)

    def _fill_plot(self) -> None:
        if self.run is not None:
            self.show_run()
            self.show_position()
        self.plotted.emit()

    # What is shown

    @property
    def texts(self) -> list[list[str]]:
        """The rows of the table."""
        return self._table.texts

    def show_run(self) -> None:
        run = self.run
        if run is None:
            return
        if self._plot is None:
            self._fetch()
        self._errors, self._syncs = ClockErrors(run), synchronisations(run)
        self._table.set_rows(sync_rows(run, self._syncs))
        self._below.setVisible(bool(self._syncs))
        self._area.fit(round(self.height() * TALLEST_TABLE))
        self._show_words()
        if self._plot is not None:
            self._plot.show_run(run, self._errors, self._syncs)

    def _take_along(self) -> Figure | None:
        run = self.run
        if run is None:
            return None
        title = run.scenario.title
        return Figure(
            clock_plot(run, translate=plot_word), title, self.tr("Clock errors"), "clocks"
        )

    def show_position(self) -> None:
        self._legend.show_rows(legend_rows(self.run, self._errors, self.time_us))
        if self._plot is not None:
            self._plot.show_time(self.time_us)

    def _show_words(self) -> None:
        run = self.run
        is_right = run is not None and not any(c.offset_us or c.drift_ppb for c in run.trace.clocks)
        self._note.setVisible(is_right)
        self._key.setVisible(any(sync.estimates for sync in self._syncs))

    def _go_to(self, row: int) -> None:
        self.session.playback.scrub(self._syncs[row].sync.time_us)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        is_wide = self.width() > SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._cards.setStretch(1, 2 if is_wide else 0)
        needed = self._table.sizeHint().width() + LAST_COLUMN
        self._below.setMinimumWidth(needed if is_wide else 0)
        self._below.setMaximumWidth(max(needed, WIDEST_TABLE) if is_wide else UNLIMITED)
        self._area.fit(round(self.height() * TALLEST_TABLE))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self._table, self._legend, self.tools):
            part.set_theme(theme)
        if self._plot is not None:
            self._plot.set_theme(theme)

    # Words

    def _show_how(self) -> None:
        """What to do where there is nothing to see, by the name that the command has."""
        command = button_text(self.session.actions[SYNC].text())
        text = self.tr(
            "All clocks are right, all the time. Drag a clock sideways under the name of its "
            "process to set it, and use “%1” to bring clocks together."
        )
        self._note.setText(filled(text, command))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Clock errors"))
        self._coming.setText(self.tr("The plot is on its way…"))
        self._title.setText(self.tr("Clock less true time, ms"))
        self._table_title.setText(self.tr("Synchronizations, ms"))
        self._table.setAccessibleName(self.tr("Synchronizations, ms"))
        header = (
            self.tr("clock"), self.tr("method"), self.tr("applied"), self.tr("error"),
            self.tr("bound"),
        )  # fmt: skip
        self._table.set_header(header)
        self._show_how()
        self._key.setText(plot_word(KEY))
        if self._plot is not None:
            self._plot.name_axes(plot_word(ERROR), plot_word(TIME))
            self._plot.setAccessibleName(self.tr("Clock errors over true time"))
