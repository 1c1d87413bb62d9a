"""What if these crashed now: where everyone would go, and the dominoes that lead there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from snapviz.diagram.figures import grouped, state_text
from snapviz.diagram.theme import Theme
from snapviz.study.forecast import Forecast, Part, forecast
from snapviz.study.moment import Moment
from snapviz.ui.job import Job
from snapviz.ui.panels.cards import Card, heading, remark
from snapviz.ui.panels.recovery_choice import CrashChoice
from snapviz.ui.panels.recovery_graph import Dependencies, DependencyGraph, dependencies
from snapviz.ui.panels.recovery_words import end_text, fall_text, index_text
from snapviz.ui.panels.stepper import Stepper
from snapviz.ui.panels.text_table import Cell, Row, TableArea, TextTable

WIDTHS = (50, 60, 80, 44)
MOST_HEIGHT = 240
AT_ONCE_ROWS = 20_000  # up to here a forecast takes less than a frame or two
NO_STATE = "–"


class ForecastCard(Card):
    """Follows a moment that its panel sets. ``shown``: another forecast, or None, or a step of it.

    ``crash_wanted``: the person wants it to happen. ``process_chosen``: a row was clicked.
    """

    shown = Signal()
    crash_wanted = Signal()
    process_chosen = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None):
        self._title = heading(parent)
        super().__init__(self._title, None, parent)
        self._moment: Moment | None = None
        self._found: Dependencies | None = None
        self.choice = CrashChoice(self)
        self.table = TextTable(WIDTHS, self)
        self.table.setObjectName("recovery.table")
        self.table.set_choosable(True)
        self.area = TableArea(self.table, self)
        self.says = remark(self, "recovery.says")
        self.graph = DependencyGraph(self)
        self.stepper = Stepper("recovery.steps", self)
        self.crash = QPushButton(self)
        self.crash.setObjectName("recovery.crash")
        self._job = Job(self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.says.setContentsMargins(6, 2, 6, 2)
        for part in (self.choice, self.area, self.graph, self.says, self.stepper):
            self.column.addWidget(part)
        self.add_button(self.crash)

    def _connect(self) -> None:
        self.choice.changed.connect(self._ask)
        self.table.row_chosen.connect(self.process_chosen)
        self.stepper.moved.connect(self._show_step)
        self.crash.clicked.connect(self.crash_wanted)
        self._job.finished.connect(self._take)

    @property
    def found(self) -> Forecast | None:
        """The forecast that is shown."""
        return self._found.forecast if self._found is not None else None

    # What is shown

    def set_moment(self, moment: Moment | None) -> None:
        """Look at another moment of a run, or at none."""
        self._moment = moment
        self.choice.set_processes(moment.run.trace.process_ids if moment is not None else ())
        if moment is None:
            self._job.drop()
            self._show(None)
            return
        self.choice.show_down(moment.down)
        self._ask()

    def _ask(self) -> None:
        moment, failed = self._moment, self.choice.chosen
        if moment is None or not failed:
            self._job.drop()
            self._show(None)
        elif moment.run.trace.row_count <= AT_ONCE_ROWS:
            self._show(dependencies(forecast(moment, failed)))
        elif not self._job.busy:
            self._job.start(lambda: iter((dependencies(forecast(moment, failed)),)))

    def _take(self, found: Dependencies) -> None:
        """What was asked for may no longer be what is wanted."""
        is_wanted = found.forecast.moment is self._moment
        if is_wanted and found.forecast.failed == self.choice.chosen:
            self._show(found)
        else:
            self._ask()

    def _show(self, found: Dependencies | None) -> None:
        before, self._found = self._found, found
        count = len(found.forecast.falls) + 1 if found is not None else 0
        same = before is not None and found is not None and _alike(before.forecast, found.forecast)
        self.stepper.set_count(count, self.stepper.step if same else 0)
        rows = [] if found is None else [self._row(part) for part in found.forecast.parts]
        self.table.set_rows(rows)
        for part in (self.area, self.graph, self.stepper, self.crash):
            part.setVisible(found is not None)
        self.area.fit(MOST_HEIGHT)
        self.graph.show_graph(found, self.stepper.step)
        self._word_crash()
        self._show_step()

    def _row(self, part: Part) -> Row:
        moment = self._moment_shown
        state = moment.run.states_at(moment.rows)[part.process]
        where = self.tr("stays")
        if part.checkpoint is not None:
            where = index_text(moment.checkpoint(part.checkpoint).index)
        return (
            Cell(moment.run.trace.process_ids[part.process], bold=True, dot=part.process),
            Cell(state_text(state) or NO_STATE),
            Cell(where, muted=part.checkpoint is None),
            Cell(grouped(part.undone), muted=not part.undone, bad=part.undone > 0),
            Cell(grouped(part.replayed), muted=not part.replayed),
        )

    @property
    def _moment_shown(self) -> Moment:
        return self._found.forecast.moment

    def _show_step(self) -> None:
        found, step = self.found, self.stepper.step
        self.graph.set_step(step)
        if found is None:
            self.says.setText(self.tr("Tick who crashes, to see what a restart would undo."))
        elif step < len(found.falls):
            self.says.setText(fall_text(found, found.falls[step]))
        else:
            self.says.setText(end_text(found))
        self.shown.emit()

    def line_us(self) -> tuple[int, ...] | None:
        """For each process the time of the state it has at this step; None: nobody crashes."""
        if self.found is None:
            return None
        return tuple(part.time_us for part in self.found.parts)

    # Looks and words

    def end(self) -> None:
        """Stop all work."""
        self._job.end()

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)
        self.graph.set_theme(theme)

    def _word_crash(self) -> None:
        self.crash.setText(self.tr("Crash it here"))
        ready = self.found is not None and set(self.found.failed) - self.found.moment.down
        self.crash.setEnabled(bool(ready))

    def retranslate(self) -> None:
        self._title.setText(self.tr("What if these crash now?"))
        back, undone = self.tr("goes back to"), self.tr("undone")
        columns = (self.tr("process"), self.tr("state"), back, undone, self.tr("replayed"))
        self.table.set_header(columns)
        self.table.setAccessibleName(self.tr("What a restart would undo"))
        self.graph.setAccessibleName(self.tr("Which interval between checkpoints undoes which"))
        self._word_crash()
        if self._found is not None:
            self.table.set_rows([self._row(part) for part in self.found.parts])
        self._show_step()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _alike(before: Forecast, after: Forecast) -> bool:
    """Whether two forecasts tell the same steps."""
    return before.moment.run is after.moment.run and before.falls == after.falls
