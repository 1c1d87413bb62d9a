"""What is on stable storage at the play-head: checkpoints, message logs, and how much that is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QPushButton, QWidget

from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import Theme
from snapviz.engine.stable import INITIAL
from snapviz.study.moment import Moment
from snapviz.study.stable_storage import EraLog, Garbage, Storage
from snapviz.ui.job import Job
from snapviz.ui.panels.cards import Card, filled_with_cards, heading, remark
from snapviz.ui.panels.checkpoints_log import LogDelegate
from snapviz.ui.panels.checkpoints_rows import checkpoint_row, shelf_row
from snapviz.ui.panels.checkpoints_work import stored, worked_out
from snapviz.ui.panels.event_list import EventList
from snapviz.ui.panels.event_rows import EventRows
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.process_filter import ALL, ProcessFilter
from snapviz.ui.panels.text_table import TableArea, TextTable
from snapviz.ui.selection import EventItem, ProcessItem, event_item, row_of_event
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

WIDTHS = (50, 22, 54, 54)
SHELF_WIDTHS = (62, 84, 84)
TALLEST_TABLE, TALLEST_SHELVES = 0.34, 0.22
LEAST_TABLE = 160
MOST_CHECKPOINTS = 120
AT_ONCE = 20_000
"""Of a run with more rows than these, what is stored is worked out off-thread."""
NOTHING = Garbage(frozenset(), frozenset())


class CheckpointsPanel(FollowingPanel):
    """What could go is worked out off-thread, and marked when that is known.

    In a long run the rest is too, so that the panel may be a moment behind the play-head.
    """

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName("panel.checkpoints")
        self._log: EraLog | None = None
        self._storage: Storage | None = None
        self._moment: Moment | None = None
        self._garbage = NOTHING
        self._shown: list[int] = []
        self._title, self._shelf_title, self._log_title = (heading(self) for _ in range(3))
        self._table = TextTable(WIDTHS, self)
        self._table.setObjectName("checkpoints.table")
        self._table.set_choosable(True)
        self._shelves = TextTable(SHELF_WIDTHS, self)
        self._shelves.setObjectName("checkpoints.shelves")
        self._note = remark(self, "checkpoints.note")
        self._log_note = remark(self, "checkpoints.logNote")
        self._turn_on = QPushButton(self)
        self._turn_on.setObjectName("checkpoints.turnOn")
        self._keep_log = QPushButton(self)
        self._keep_log.setObjectName("checkpoints.keepLog")
        self._filter = ProcessFilter(self)
        self._filter.setObjectName("checkpoints.filter")
        self._events = EventRows(False, self)
        self._delegate = LogDelegate(self)
        self._list = EventList(self._events, self._delegate, self)
        self._list.setObjectName("checkpoints.received")
        self._job = Job(self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        above = Card(self._title, None, self)
        self._area = TableArea(self._table, above)
        above.column.addWidget(self._area)
        middle = Card(self._shelf_title, None, self)
        self._shelf_area = TableArea(self._shelves, middle)
        middle.column.addWidget(self._shelf_area)
        below = Card(self._log_title, self._filter, self)
        for card, note, button in (
            (above, self._note, self._turn_on),
            (below, self._log_note, self._keep_log),
        ):
            note.setContentsMargins(6, 0, 6, 2)
            card.column.addWidget(note)
            card.add_button(button)
        below.column.addWidget(self._list, 1)
        column = filled_with_cards(self).column
        column.addWidget(above)
        column.addWidget(middle)
        column.addWidget(below, 1)

    def _connect(self) -> None:
        self._table.row_chosen.connect(self._choose_process)
        self._list.event_chosen.connect(self._choose_event)
        self._filter.chosen.connect(lambda _: self._list_received())
        self._turn_on.clicked.connect(self._take_checkpoints)
        self._keep_log.clicked.connect(self._keep_a_log)
        self._job.progressed.connect(lambda answer: self._show_stored(answer[0]))
        self._job.finished.connect(self._show_garbage)

    # What is shown

    def show_run(self) -> None:
        run = self.run
        self._log = self._storage = self._moment = self._delegate.storage = None
        self._job.drop()
        self._filter.set_processes(run.trace.process_ids if run is not None else ())
        self._show_notes()
        if run is None or run.trace.row_count > AT_ONCE:
            self._table.set_rows([])
            self._shelves.set_rows([])
            self._events.set_rows(None, np.zeros(0, dtype=np.int64), 0)
            self._show_log_title()

    def show_position(self) -> None:
        self._moment = Moment(self.run, self.rows, self.time_us)
        if self.run.trace.row_count <= AT_ONCE:
            self._show_stored(stored(self._moment, self._log))
        if not self._job.busy:
            self._work_out()

    def _work_out(self) -> None:
        moment, earlier = self._moment, self._log
        self._job.start(lambda: worked_out(moment, earlier))

    def _show_stored(self, storage: Storage) -> None:
        if self._moment is None or storage.moment.run is not self.run:
            return
        shown = None if self._storage is None else self._storage.moment
        if shown is not None and (shown is storage.moment or shown is self._moment):
            return
        is_other = self._log is not storage.log
        self._log = storage.log
        self._storage = self._delegate.storage = storage
        self._garbage = self._delegate.garbage = NOTHING
        if is_other:
            self._list_received()
        self._events.set_position(storage.moment.rows)
        self._list.viewport().update()
        self._list.follow()
        self._show_log_title()
        self._show_tables()

    def _list_received(self) -> None:
        if self._log is None:
            return
        rows, process = self._log.rows, self._filter.process
        if process != ALL:
            rows = rows[self.run.trace.row_process[rows] == process]
        self._events.set_rows(self.run, rows, self._storage.moment.rows)
        self._list.follow()
        self._show_log_title()

    def _show_garbage(self, answer: tuple[Storage, Garbage]) -> None:
        storage, garbage = answer
        if self._moment is None or self.run is not storage.moment.run:
            return
        self._show_stored(storage)
        if storage.moment is not self._moment:
            self._work_out()
            return
        self._garbage = self._delegate.garbage = garbage
        self._list.viewport().update()
        self._show_tables()

    def _show_tables(self) -> None:
        moment = self._storage.moment
        most = max(1, MOST_CHECKPOINTS // len(moment.taken))
        self._shown = [number for mine in moment.taken for number in mine[-most:]]
        rows = [checkpoint_row(moment, number, self._garbage) for number in self._shown]
        self._table.set_rows(rows)
        shelves = enumerate(self._storage.shelves)
        self._shelves.set_rows([shelf_row(self.run, *item) for item in shelves])
        self._mark_processes()
        self._fit_tables()
        self._title.setText(self._title_text(sum(map(len, moment.taken))))

    def _title_text(self, count: int) -> str:
        if count <= len(self._shown):
            return self.tr("Checkpoints")
        return filled(self.tr("The latest %1 of %2 checkpoints"), len(self._shown), grouped(count))

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
        if self._storage is None:
            return
        chosen = {item.id for item in self.session.selection.of(ProcessItem)}
        ids, moment = self.run.trace.process_ids, self._storage.moment
        of = [ids[moment.checkpoint(number).process] for number in self._shown]
        self._table.set_selected(frozenset(i for i, pid in enumerate(of) if pid in chosen))

    # What is clicked

    def _choose_process(self, row: int, added: bool) -> None:
        process = self._storage.moment.checkpoint(self._shown[row]).process
        self._select(ProcessItem(self.run.trace.process_ids[process]), added)

    def _choose_event(self, row: int, added: bool) -> None:
        # What a recovery undoes later has no place among the events that stand at the end.
        if self.run.trace.standing(self.run.trace.row_count)[row]:
            self._select(event_item(self.run, row), added)

    def _select(self, item: ProcessItem | EventItem, added: bool) -> None:
        selection = self.session.selection
        selection.toggle(item) if added else selection.set(item)

    def _take_checkpoints(self) -> None:
        self.session.editor.edit(
            lambda s: replace(s, checkpointing=replace(s.checkpointing, policy="independent")),
            self.tr("Turn on periodic checkpoints"),
        )

    def _keep_a_log(self) -> None:
        self.session.editor.edit(
            lambda s: replace(s, logging=replace(s.logging, method="pessimistic")),
            self.tr("Keep a message log"),
        )

    # Looks and words

    def end(self) -> None:
        """Stop all work."""
        self._job.end()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self._table, self._shelves, self._list):
            part.set_theme(theme)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit_tables()

    def _fit_tables(self) -> None:
        self._area.fit(max(LEAST_TABLE, int(self.height() * TALLEST_TABLE)))
        self._shelf_area.fit(max(LEAST_TABLE, int(self.height() * TALLEST_SHELVES)))

    def _show_notes(self) -> None:
        run = self.run
        taken = run.trace.checkpoints if run is not None else ()
        for part in (self._note, self._turn_on):
            part.setVisible(run is not None and all(c.kind == INITIAL for c in taken))
        for part in (self._log_note, self._keep_log):
            part.setVisible(run is not None and run.scenario.logging.method == "none")

    def _show_log_title(self) -> None:
        count = grouped(self._events.rowCount())
        logged = self.run is not None and self.run.scenario.logging.method != "none"
        text = self.tr("Message log: %1") if logged else self.tr("Received so far: %1")
        self._log_title.setText(filled(text, count))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Checkpoints"))
        self._title.setText(self.tr("Checkpoints"))
        self._shelf_title.setText(self.tr("On stable storage"))
        process, taken = self.tr("process"), self.tr("at ms")
        self._table.set_header((process, "#", taken, self.tr("state"), self.tr("kind")))
        self._table.setAccessibleName(self.tr("Checkpoints taken so far"))
        columns = (process, self.tr("checkpoints"), self.tr("log"), self.tr("together"))
        self._shelves.set_header(columns)
        self._shelves.setAccessibleName(self.tr("On stable storage"))
        self._shelves.setToolTip(
            self.tr(
                "A checkpoint takes the bytes of its state, a log entry those of its message and "
                "24 for who sent it, as which, and as which it was received."
            )
        )
        self._note.setText(
            self.tr("This run takes no checkpoint: a process has only its initial state to go to.")
        )
        self._turn_on.setText(self.tr("Turn on periodic checkpoints"))
        self._log_note.setText(
            self.tr("This run keeps no message log: what is received is gone with a crash.")
        )
        self._keep_log.setText(self.tr("Keep a message log"))
        self._list.setAccessibleName(self.tr("Messages received so far"))
        self._show_log_title()
