"""A branch and the base run side by side: final states, snapshots, what only one of them has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snapviz.diagram.figures import grouped, state_text
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.run import Run, Snapshot
from snapviz.study.branch_comparison import BranchComparison, compare_branch, snapshot_facts
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.job import Job
from snapviz.ui.panels.cards import Card, CardColumn, heading, remark
from snapviz.ui.panels.clocks_words import event_words
from snapviz.ui.panels.text_table import Cell, Row, TextTable
from snapviz.ui.wording import DOT, filled

MOST_EVENTS = 200
NONE = "–"


class ComparisonView(QWidget):
    """Works out the comparison off-thread, then shows it; ``event_chosen``: a time to go to."""

    event_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("branch.comparison")
        self.job = Job(self)
        self._found: BranchComparison | None = None
        self._name = ""
        self._times: list[int] = []
        self._summary = remark(self, "branch.summary")
        self._titles = [heading(self) for _ in range(3)]
        self.states = TextTable((70, 110), self)
        self.snapshots = TextTable((60, 190), self)
        self.events = TextTable((60, 60, 90), self)
        self.events.set_choosable(True)
        self.events.row_chosen.connect(lambda row, _: self.event_chosen.emit(self._times[row]))
        self.job.finished.connect(self._show)
        self._build()
        self.set_theme(LIGHT)
        self.retranslate()

    def _build(self) -> None:
        cards = CardColumn(self)
        cards.column.addWidget(self._summary)
        tables = (self.states, self.snapshots, self.events)
        self._cards = []
        for title, table in zip(self._titles, tables, strict=True):
            card = Card(title, None, self)
            card.column.addWidget(table)
            cards.column.addWidget(card)
            self._cards.append(card)
        cards.column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(cards)

    @property
    def found(self) -> BranchComparison | None:
        """What is shown; None while it is worked out."""
        return self._found

    def ask(self, base: Run, branch: Run, name: str, from_us: int) -> None:
        """Compare two runs, then show what came of it."""
        self._found, self._name = None, name
        self._summary.setText(self.tr("Comparing…"))
        self.job.start(lambda: iter((compare_branch(base, branch, from_us),)))

    def _show(self, found: BranchComparison) -> None:
        self._found = found
        self._summary.setText(self._summary_text(found))
        self.states.set_rows([self._state_row(*item) for item in enumerate(found.states)])
        self.snapshots.set_rows([self._snapshot_row(*pair) for pair in found.snapshots])
        self._cards[1].setVisible(bool(found.snapshots))
        self._show_events(found)

    def _summary_text(self, found: BranchComparison) -> str:
        if found.same:
            return self.tr("So far both go on alike. Edit the branch to see what would differ.")
        text = self.tr("Events only in the base run: %1; only in “%3”: %2.")
        counts = (grouped(len(found.only_base)), grouped(len(found.only_branch)))
        return filled(text, *counts, self._name)

    def _state_row(self, process: int, state) -> Row:
        return (
            Cell(state.process, bold=True, dot=process),
            Cell(state_text(state.base) or NONE, muted=not state.differs),
            Cell(state_text(state.branch) or NONE, bold=state.differs, muted=not state.differs),
        )

    def _snapshot_row(self, base: Snapshot | None, branch: Snapshot | None) -> Row:
        differs = snapshot_facts(base) != snapshot_facts(branch)
        return (
            Cell((base or branch).id, bold=True),
            Cell(self._snapshot_text(base), muted=not differs),
            Cell(self._snapshot_text(branch), muted=not differs),
        )

    def _snapshot_text(self, snapshot: Snapshot | None) -> str:
        if snapshot is None:
            return NONE
        verdict = snapshot.verdict
        if verdict is None:
            return self.tr("not complete")
        parts = [self.tr("consistent") if verdict.consistent else self.tr("inconsistent")]
        if verdict.recorded is not None:
            parts.append(f"Σ {grouped(verdict.recorded)}")
        parts.append(ms_text(snapshot.completed_us, 1))
        return DOT.join(parts)

    def _show_events(self, found: BranchComparison) -> None:
        base, branch = self.tr("base run"), self.tr("branch")
        merged = [(int(found.base.trace.row_time[r]), r, found.base, base) for r in found.only_base]
        merged += [
            (int(found.branch.trace.row_time[r]), r, found.branch, branch)
            for r in found.only_branch
        ]
        merged = sorted(merged, key=lambda item: item[:2])[:MOST_EVENTS]
        self._times = [time_us for time_us, *_ in merged]
        self.events.set_rows([self._event_row(*item, where=branch) for item in merged])
        self._cards[2].setVisible(bool(merged))

    def _event_row(self, time_us: int, row: int, run: Run, here: str, where: str) -> Row:
        process = int(run.trace.row_process[row])
        return (
            Cell(ms_text(time_us, decimals_for(run.until_us)), muted=True),
            Cell(run.trace.process_ids[process], bold=True, dot=process),
            Cell(here, muted=here != where),
            Cell(event_words(run, row)),
        )

    def set_theme(self, theme: Theme) -> None:
        for table in (self.states, self.snapshots, self.events):
            table.set_theme(theme)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Branch and base run compared"))
        words = (self.tr("Final states"), self.tr("Snapshots"), self.tr("Only here, only there"))
        tables = (self.states, self.snapshots, self.events)
        for title, table, text in zip(self._titles, tables, words, strict=True):
            title.setText(text)
            table.setAccessibleName(text)
        base, branch = self.tr("base run"), self.tr("branch")
        self.states.set_header((self.tr("process"), base, branch))
        self.snapshots.set_header((self.tr("snapshot"), base, branch))
        event = self.tr("event")
        self.events.set_header((self.tr("ms"), self.tr("process"), self.tr("only in"), event))
        if self._found is not None:
            self._show(self._found)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
