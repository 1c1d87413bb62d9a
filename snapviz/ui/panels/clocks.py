"""Vector clocks at the play-head, of every event, and of two events compared."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from snapviz.diagram.theme import Theme
from snapviz.ui.panels.cards import Card, filled_with_cards, heading
from snapviz.ui.panels.clocks_compare import ComparisonCard
from snapviz.ui.panels.clocks_events import ClockEventDelegate
from snapviz.ui.panels.clocks_moment import RunClocks
from snapviz.ui.panels.clocks_table import ClockTable
from snapviz.ui.panels.clocks_why import Comparison, compare
from snapviz.ui.panels.event_list import EventList
from snapviz.ui.panels.event_rows import EventRows
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.process_filter import ALL, ProcessFilter
from snapviz.ui.panels.text_table import TableArea
from snapviz.ui.selection import EventItem, ProcessItem, event_item, row_of_event
from snapviz.ui.session import Session

TALLEST_TABLE = 0.42  # of the panel's height


class ClocksPanel(FollowingPanel):
    """Processes above, their events below, and at the foot how two of them are related."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName("panel.clocks")
        self._clocks: RunClocks | None = None
        self._shown: Comparison | None = None
        self._pair: tuple[EventItem, EventItem] | None = None
        self._title = heading(self)
        self._table = ClockTable(self)
        self._filter = ProcessFilter(self)
        self._filter.setObjectName("clocks.filter")
        self._events = EventRows(True, self)
        self._delegate = ClockEventDelegate(self)
        self._list = EventList(self._events, self._delegate, self)
        self._list.setObjectName("clocks.events")
        self._list_title = heading(self)
        self._card = ComparisonCard(self)
        self._stamping = QTimer(self)
        self._stamping.setInterval(0)
        self._stamping.timeout.connect(self._stamp)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        above = Card(self._title, None, self)
        self._area = TableArea(self._table, above)
        above.column.addWidget(self._area)
        below = Card(self._list_title, self._filter, self)
        below.column.addWidget(self._list, 1)
        self._cards = filled_with_cards(self)
        column = self._cards.column
        column.addWidget(above)
        column.addWidget(below, 1)
        column.addWidget(self._card)

    def _connect(self) -> None:
        self._table.row_chosen.connect(self._choose_process)
        self._filter.chosen.connect(lambda _: self._list_events())
        self._list.event_chosen.connect(self._choose_event)
        self._card.row_chosen.connect(lambda row: self._choose_event(row, False))
        self._card.item_chosen.connect(self.session.selection.set)

    # What is shown

    def show_run(self) -> None:
        run = self.run
        self._clocks = RunClocks(run) if run is not None else None
        self._shown = None
        self._stamping.stop()
        self._delegate.set_clocks(self._clocks)
        self._table.set_clocks(self._clocks)
        self._filter.set_processes(run.trace.process_ids if run is not None else ())
        self._list_events()
        self._fit_table()
        if run is None:
            self._card.show_comparison(None, None)

    def _list_events(self) -> None:
        rows = np.zeros(0, dtype=np.int64)
        if self._clocks is not None:
            process = self._filter.process
            every = self._clocks.every
            rows = every if process == ALL else self._clocks.event_rows[process]
        self._events.set_rows(self.run, rows, self.rows)
        self._list.follow()

    def show_position(self) -> None:
        rows, time_us = self.rows, self.time_us
        self._table.set_position(rows, time_us)
        self._events.set_position(rows)
        self._list.follow()
        if not self._clocks.stamped:
            self._stamping.start()

    def set_future(self, mode: str) -> None:
        """``hidden``: do not tell which events are still to come."""
        self._events.set_future(mode != "hidden", self.rows)
        self._list.follow()

    def _stamp(self) -> None:
        """Between two frames: Lamport timestamps of a long run, a stretch at a time."""
        if not self.seen:
            self._stamping.stop()
            self._missed.add("position")
            return
        self._clocks.stamp_on()
        if self._clocks.stamped:
            self._stamping.stop()
        self._table.set_position(self.rows, self.time_us)

    def show_selection(self) -> None:
        run, selection = self.run, self.session.selection
        events = selection.of(EventItem)
        rows = [row_of_event(run, item) for item in events]
        self._events.set_selected(frozenset(row for row in rows if row is not None))
        self._mark_processes()
        last = selection.last
        if isinstance(last, EventItem) and rows[-1] is not None:
            self._show_event(rows[-1])
        elif isinstance(last, ProcessItem) and last.id in run.trace.process_ids:
            self._filter.choose(run.trace.process_ids.index(last.id))
        self._compare(events)

    def _mark_processes(self) -> None:
        ids = self.run.trace.process_ids
        chosen = [item.id for item in self.session.selection.of(ProcessItem)]
        self._table.set_selected(frozenset(ids.index(pid) for pid in chosen if pid in ids))

    def _show_event(self, row: int) -> None:
        process = int(self.run.trace.row_process[row])
        if self._filter.process not in (ALL, process):
            self._filter.choose(ALL)
        self._list.show_row(row)

    # Two events

    def _compare(self, events: list[EventItem]) -> None:
        """Compare the two selected last; a step of their chain may be looked at meanwhile."""
        if len(events) >= 2:
            self._pair = (events[-2], events[-1])
        elif not self._on_the_way():
            self._pair = None
        rows = [row_of_event(self.run, item) for item in self._pair or ()]
        found = compare(self._clocks, *rows) if len(rows) == 2 and None not in rows else None
        if found != self._shown or found is None:
            self._card.show_comparison(self._clocks, found)
            self._cards.bring(self._card if found is not None else None)
        self._shown = found

    def _on_the_way(self) -> bool:
        if self._shown is None or self._pair is None:
            return False
        items = {step.item for step in self._shown.chain} | set(self._pair)
        return self.session.selection.last in items

    # What is clicked

    def _choose_process(self, process: int, added: bool) -> None:
        self._select(ProcessItem(self.run.trace.process_ids[process]), added)

    def _choose_event(self, row: int, added: bool) -> None:
        self._select(event_item(self.run, row), added)

    def _select(self, item: ProcessItem | EventItem, added: bool) -> None:
        selection = self.session.selection
        selection.toggle(item) if added else selection.set(item)

    # Looks and words

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self._table, self._list, self._card):
            part.set_theme(theme)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        """As tall as the processes need, but not so that nothing is left for their events."""
        self._area.fit(int(self.height() * TALLEST_TABLE))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Vector clocks"))
        self._list.setAccessibleName(self.tr("Events with their vectors"))
        self._list_title.setText(self.tr("Events"))
        self._title.setText(self.tr("Clocks at the play-head"))
