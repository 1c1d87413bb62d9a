"""The checkpoints taken up to the play-head, and what each process has received so far."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import state_text
from snapviz.diagram.theme import Theme
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.cards import Card, filled_with_cards, heading, remark
from snapviz.ui.panels.checkpoints_data import Checkpoint, RunCheckpoints, receive_rows
from snapviz.ui.panels.checkpoints_log import LogDelegate
from snapviz.ui.panels.event_list import EventList
from snapviz.ui.panels.event_rows import EventRows
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.process_filter import ALL, ProcessFilter
from snapviz.ui.panels.text_table import Cell, Row, TableArea, TextTable
from snapviz.ui.selection import EventItem, ProcessItem, event_item, row_of_event
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

WIDTHS = (62, 28, 62, 64)
TALLEST_TABLE = 0.5
NO_STATE = "–"


def kind_word(kind: str) -> str:
    """How a checkpoint came about, in a word."""
    translate = QCoreApplication.translate
    words = {
        "initial": translate("Checkpoints", "initial state"),
        "independent": translate("Checkpoints", "independent"),
        "coordinated": translate("Checkpoints", "coordinated"),
        "forced": translate("Checkpoints", "forced"),
        "scripted": translate("Checkpoints", "scripted"),
    }
    return words.get(kind, kind)


class CheckpointsPanel(FollowingPanel):
    """Nothing is shown that the run does not have: without checkpoints, the initial states."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName("panel.checkpoints")
        self._checkpoints: RunCheckpoints | None = None
        self._taken: list[Checkpoint] = []
        self._title, self._log_title = heading(self), heading(self)
        self._table = TextTable(WIDTHS, self)
        self._table.setObjectName("checkpoints.table")
        self._table.set_choosable(True)
        self._note = remark(self, "checkpoints.note")
        self._log_note = remark(self, "checkpoints.logNote")
        self._filter = ProcessFilter(self)
        self._filter.setObjectName("checkpoints.filter")
        self._events = EventRows(False, self)
        self._list = EventList(self._events, LogDelegate(self), self)
        self._list.setObjectName("checkpoints.received")
        self._build()
        self._table.row_chosen.connect(self._choose_process)
        self._list.event_chosen.connect(self._choose_event)
        self._filter.chosen.connect(lambda _: self._list_received())
        self.retranslate()

    def _build(self) -> None:
        above = Card(self._title, None, self)
        self._area = TableArea(self._table, above)
        above.column.addWidget(self._area)
        self._note.setContentsMargins(6, 0, 6, 0)
        above.column.addWidget(self._note)
        below = Card(self._log_title, self._filter, self)
        self._log_note.setContentsMargins(6, 0, 6, 2)
        below.column.addWidget(self._log_note)
        below.column.addWidget(self._list, 1)
        self._cards = filled_with_cards(self)
        column = self._cards.column
        column.addWidget(above)
        column.addWidget(below, 1)

    # What is shown

    def show_run(self) -> None:
        run = self.run
        self._checkpoints = RunCheckpoints(run) if run is not None else None
        self._taken = []
        self._filter.set_processes(run.trace.process_ids if run is not None else ())
        self._list_received()
        self._show_note()
        if run is None:
            self._table.set_rows([])

    def _list_received(self) -> None:
        rows = np.zeros(0, dtype=np.int64)
        if self.run is not None:
            process = self._filter.process
            rows = receive_rows(self.run, None if process == ALL else process)
        self._events.set_rows(self.run, rows, self.rows)
        self._list.follow()
        self._show_log_title()

    def show_position(self) -> None:
        self._show_taken()
        self._events.set_position(self.rows)
        self._list.follow()
        self._show_log_title()

    def _show_taken(self) -> None:
        taken = [c for mine in self._checkpoints.at(self.rows, self.time_us) for c in mine]
        if taken != self._taken:
            self._taken = taken
            self._table.set_rows([self._table_row(checkpoint) for checkpoint in taken])
            self._mark_processes()
            self._fit_table()

    def _table_row(self, checkpoint: Checkpoint) -> Row:
        process = self.run.trace.process_ids.index(checkpoint.process)
        return (
            Cell(checkpoint.process, bold=True, dot=process),
            Cell(str(checkpoint.index)),
            Cell(ms_text(checkpoint.taken_us, decimals_for(self.run.until_us))),
            Cell(state_text(checkpoint.state) or NO_STATE),
            Cell(kind_word(checkpoint.kind), muted=True),
        )

    def show_selection(self) -> None:
        run, selection = self.run, self.session.selection
        rows = [row_of_event(run, item) for item in selection.of(EventItem)]
        self._events.set_selected(frozenset(row for row in rows if row is not None))
        self._mark_processes()
        last = selection.last
        if isinstance(last, EventItem) and rows[-1] is not None:
            self._list.show_row(rows[-1])
        elif isinstance(last, ProcessItem) and last.id in run.trace.process_ids:
            self._filter.choose(run.trace.process_ids.index(last.id))

    def _mark_processes(self) -> None:
        chosen = {item.id for item in self.session.selection.of(ProcessItem)}
        marked = (i for i, checkpoint in enumerate(self._taken) if checkpoint.process in chosen)
        self._table.set_selected(frozenset(marked))

    # What is clicked

    def _choose_process(self, row: int, added: bool) -> None:
        self._select(ProcessItem(self._taken[row].process), added)

    def _choose_event(self, row: int, added: bool) -> None:
        self._select(event_item(self.run, row), added)

    def _select(self, item: ProcessItem | EventItem, added: bool) -> None:
        selection = self.session.selection
        selection.toggle(item) if added else selection.set(item)

    # Looks and words

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._table.set_theme(theme)
        self._list.set_theme(theme)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        self._area.fit(int(self.height() * TALLEST_TABLE))

    def _show_note(self) -> None:
        some = self._checkpoints is not None and any(
            len(mine) > 1 for mine in self._checkpoints.of_process
        )
        self._note.setVisible(self.run is not None and not some)

    def _show_log_title(self) -> None:
        count = self._events.rowCount()
        self._log_title.setText(filled(self.tr("Received so far: %1"), count))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Checkpoints"))
        self._title.setText(self.tr("Checkpoints"))
        process, taken = self.tr("process"), self.tr("taken at")
        self._table.set_header((process, "#", taken, self.tr("state"), self.tr("kind")))
        self._table.setAccessibleName(self.tr("Checkpoints taken so far"))
        self._note.setText(
            self.tr("This run takes no checkpoint: a process has only its initial state to go to.")
        )
        self._log_note.setText(
            self.tr("What a message log would hold. This run keeps no message log.")
        )
        self._list.setAccessibleName(self.tr("Messages received so far"))
        self._show_log_title()
