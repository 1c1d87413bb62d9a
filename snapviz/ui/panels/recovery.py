"""What a restart of every process would mean just now, as far as the run can tell."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import grouped, state_text
from snapviz.diagram.theme import Theme
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.cards import Card, filled_with_cards, heading, remark
from snapviz.ui.panels.checkpoints_data import Restart, RunCheckpoints, by_line
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.text_table import Cell, Row, TableArea, TextTable
from snapviz.ui.selection import ProcessItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled
from snapviz.ui.words import listed

WIDTHS = (62, 72, 84)
TALLEST_TABLE = 0.6
NO_STATE = "–"


class RecoveryPanel(FollowingPanel):
    """States now, the checkpoint each process would go back to, and what that undoes."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName("panel.recovery")
        self._checkpoints: RunCheckpoints | None = None
        self._restarts: list[Restart] = []
        self._title = heading(self)
        self._table = TextTable(WIDTHS, self)
        self._table.setObjectName("recovery.table")
        self._table.set_choosable(True)
        self._line_title = heading(self)
        self._line = remark(self, "recovery.line")
        self._cause = remark(self, "recovery.cause")
        self._build()
        self._table.row_chosen.connect(self._choose)
        self.retranslate()

    def _build(self) -> None:
        above, below = Card(self._title, None, self), Card(self._line_title, None, self)
        self._area = TableArea(self._table, above)
        above.column.addWidget(self._area)
        for text in (self._line, self._cause):
            text.setContentsMargins(6, 0, 6, 2)
            below.column.addWidget(text)
        self._cards = filled_with_cards(self)
        column = self._cards.column
        column.addWidget(above)
        column.addWidget(below)
        column.addStretch(1)

    # What is shown

    def show_run(self) -> None:
        run = self.run
        self._checkpoints = RunCheckpoints(run) if run is not None else None
        self._restarts = []
        if run is None:
            self._table.set_rows([])
            self._line.clear()
            self._cause.clear()

    def show_position(self) -> None:
        restarts = self._checkpoints.restarts(self.rows, self.time_us)
        if restarts != self._restarts:
            self._restarts = restarts
            self._show_restarts()

    def _show_restarts(self) -> None:
        rows = [self._table_row(number, one) for number, one in enumerate(self._restarts)]
        self._table.set_rows(rows)
        self._line.setText(self._line_text())
        self._cause.setText(self._cause_text())
        self._cause.setVisible(bool(self._cause.text()))
        self._fit_table()

    def _table_row(self, process: int, restart: Restart) -> Row:
        last = filled(self.tr("#%1 at %2"), restart.last.index, self._ms(restart.last.taken_us))
        return (
            Cell(restart.process, bold=True, dot=process),
            Cell(state_text(restart.state) or NO_STATE),
            Cell(last),
            Cell(grouped(restart.undone), muted=not restart.undone),
        )

    def _ms(self, time_us: int) -> str:
        return ms_text(time_us, decimals_for(self.run.until_us))

    def _line_text(self) -> str:
        """The recovery line over the checkpoints there are, and its price."""
        parts = []
        groups = by_line(self._restarts)
        for index, group in groups:
            if index == 0 and len(groups) == 1:
                parts.append(self.tr("Every process would start again from its initial state."))
            elif index == 0:
                names = listed([one.process for one in group], 6)
                parts.append(filled(self.tr("%1: from the initial state."), names))
            else:
                names = listed([one.process for one in group], 6)
                parts.append(filled(self.tr("%1: from checkpoint %2."), names, index))
        undone = sum(one.undone for one in self._restarts)
        if undone == 1:
            parts.append(self.tr("1 event would be undone."))
        else:
            parts.append(filled(self.tr("%1 events would be undone."), grouped(undone)))
        return " ".join(parts)

    def _cause_text(self) -> str:
        """Why the line is where it is."""
        if all(one.last.index == 0 for one in self._restarts):
            return self.tr("There is nothing later: this run has taken no checkpoint so far.")
        further = [one.process for one in self._restarts if one.line.index < one.last.index]
        if not further:
            return self.tr("The latest checkpoints are consistent with one another.")
        text = self.tr(
            "%1 cannot use the latest checkpoint: it has received what others would not have sent."
        )
        return filled(text, listed(further, 6))

    def show_selection(self) -> None:
        ids = self.run.trace.process_ids
        chosen = [item.id for item in self.session.selection.of(ProcessItem)]
        self._table.set_selected(frozenset(ids.index(pid) for pid in chosen if pid in ids))

    def _choose(self, process: int, added: bool) -> None:
        item, selection = ProcessItem(self.run.trace.process_ids[process]), self.session.selection
        selection.toggle(item) if added else selection.set(item)

    # Looks and words

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._table.set_theme(theme)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        self._area.fit(int(self.height() * TALLEST_TABLE))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Recovery"))
        self._title.setText(self.tr("If every process restarted now"))
        self._line_title.setText(self.tr("Recovery line"))
        last, undone = self.tr("last checkpoint"), self.tr("undone")
        self._table.set_header((self.tr("process"), self.tr("state now"), last, undone))
        self._table.setAccessibleName(self.tr("What a restart would undo"))
