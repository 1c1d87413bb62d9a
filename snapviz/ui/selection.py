"""What is selected, in terms that outlive an edit: ids and counts, never row numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from snapviz.diagram.facts import events_before, is_undone, last_era
from snapviz.run import Run


@dataclass(frozen=True, slots=True)
class ProcessItem:
    id: str


@dataclass(frozen=True, slots=True)
class ChannelItem:
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class EventItem:
    """The ``index``-th application event of a process, from 0.

    ``era``: of those that stood before a recovery undid it, by the number of that era; None: of
    those that stand at the end.
    """

    process: str
    index: int
    era: int | None = None


@dataclass(frozen=True, slots=True)
class MessageItem:
    """The ``index``-th message put on a channel, from 0, copies not counted."""

    source: str
    target: str
    index: int


@dataclass(frozen=True, slots=True)
class RecordItem:
    """What a process recorded for a snapshot, by the snapshot's number."""

    snapshot: int
    process: str


@dataclass(frozen=True, slots=True)
class SnapshotItem:
    number: int


@dataclass(frozen=True, slots=True)
class ActionItem:
    """The ``index``-th entry of the script, in file order."""

    index: int


Item = ProcessItem | ChannelItem | EventItem | MessageItem | RecordItem | SnapshotItem | ActionItem


class Selection(QObject):
    """The selected items, in the order they were selected; shared by all views."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items

    @property
    def last(self) -> Item | None:
        """The item selected last, which the inspector shows."""
        return self._items[-1] if self._items else None

    def of(self, kind: type) -> list:
        """The selected items of one kind."""
        return [item for item in self._items if isinstance(item, kind)]

    def set(self, *items: Item) -> None:
        if items != self._items:
            self._items = items
            self.changed.emit()

    def toggle(self, item: Item) -> None:
        """Add an item, or take it away (Ctrl and click)."""
        kept = tuple(other for other in self._items if other != item)
        self.set(*kept) if len(kept) < len(self._items) else self.set(*self._items, item)

    def clear(self) -> None:
        self.set()


def event_item(run: Run, row: int) -> EventItem:
    """The item for a trace row that is an application event."""
    process = run.trace.process_ids[int(run.trace.row_process[row])]
    era = run.eras.index(last_era(run, row)) if is_undone(run, row) else None
    return EventItem(process, events_before(run, row), era)


def row_of_event(run: Run, item: EventItem) -> int | None:
    """The trace row of an event; None where the run has it no more."""
    if item.process not in run.trace.process_ids:
        return None
    eras = run.eras[:-1] if item.era is not None else run.eras[-1:]
    if (item.era or 0) >= len(eras):
        return None
    rows = eras[item.era or 0].rows_of_process[run.trace.process_ids.index(item.process)]
    return int(rows[item.index]) if 0 <= item.index < len(rows) else None


def row_of_record(run: Run, item: RecordItem) -> int | None:
    """The trace row of a recording; None where the run has it no more."""
    for record in run.trace.records:
        if (record.snapshot, run.trace.process_ids[record.process]) == (
            item.snapshot,
            item.process,
        ):
            return record.row
    return None


def message_item(run: Run, message: int) -> MessageItem:
    """The item for a message number; a copy stands for its original."""
    trace = run.trace
    message = trace.message_copies.get(message, message)
    channel = int(trace.message_channel[message])
    source, target = (trace.process_ids[end] for end in trace.channel_ends[channel])
    index = int(np.searchsorted(_on_channel(run, channel), message))
    return MessageItem(source, target, index)


def message_of(run: Run, item: MessageItem) -> int | None:
    """The number of a message; None where the run has it no more."""
    channel = run.scenario.channel_index().get((item.source, item.target))
    if channel is None:
        return None
    messages = _on_channel(run, channel)
    return int(messages[item.index]) if item.index < len(messages) else None


def _on_channel(run: Run, channel: int) -> np.ndarray:
    trace = run.trace
    return np.flatnonzero((trace.message_channel == channel) & (trace.message_copy_of < 0))
