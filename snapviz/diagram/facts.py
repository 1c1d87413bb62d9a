"""What a diagram asks of a run again and again, computed once per run."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from snapviz.causality.order import future_mask, past_mask
from snapviz.causality.paths import Relation, relation, why
from snapviz.engine.trace import ClockChange, Record, RowKind


class Mark(NamedTuple):
    """Why a message stands out: what it is to which snapshots.

    ``kind`` is ``caught`` (in transit and recorded), ``orphan`` (received before the
    cut, sent after it), ``missing`` (in transit, not recorded) or ``extra`` (recorded,
    not in transit).
    """

    kind: str
    snapshots: tuple[int, ...]


ALARMS = ("orphan", "missing", "extra")  # the worst first


class Facts:
    """Columns over the messages and rows of one run."""

    def __init__(self, run):
        self.run = weakref.proxy(run)
        trace = run.trace
        self.trace = trace
        self.count = len(trace.process_ids)
        self.source = trace.channel_source[trace.message_channel]
        self.target = trace.channel_target[trace.message_channel]
        self.sent = trace.message_sent
        self.arrived = trace.message_received
        self.end = np.where(self.arrived >= 0, self.arrived, trace.message_due)
        self.is_control = trace.message_control
        self._kept: dict[str, tuple[Hashable, Any]] = {}

    def kept(self, name: str, key: Hashable, make: Callable[[], Any]) -> Any:
        """``make()``, or what it gave last time under this name if the key is the same."""
        found = self._kept.get(name)
        if found is None or found[0] != key:
            found = self._kept[name] = (key, make())
        return found[1]

    def cone(self, row: int) -> tuple[np.ndarray, np.ndarray]:
        """bool[R] twice: the events of the causal past and future of an event's row.

        Both hold the row itself. All False where the row is no application event.
        """
        return self.kept("cone", row, lambda: self._cone(row))

    def _cone(self, row: int) -> tuple[np.ndarray, np.ndarray]:
        past, future = np.zeros((2, self.trace.row_count), dtype=bool)
        event = event_of_row(self.run, row)
        if event >= 0:
            past[self.event_rows] = past_mask(self.run.computation, event)
            future[self.event_rows] = future_mask(self.run.computation, event)
        return past, future

    @cached_property
    def send_row(self) -> np.ndarray:
        """int64[M]: the row after which a message is under way."""
        rows = np.searchsorted(self.trace.row_time, self.sent, side="right") - 1
        is_send = np.flatnonzero(self.trace.row_kind == RowKind.SEND)
        rows[self.trace.row_ref[is_send]] = is_send
        return rows

    @cached_property
    def arrival_row(self) -> np.ndarray:
        """int64[M]: the row with which it arrives, R if it does not."""
        kind = self.trace.row_kind
        rows = np.full(self.trace.message_count, self.trace.row_count, dtype=np.int64)
        arrivals = np.flatnonzero((kind >= RowKind.RECEIVE) & (kind <= RowKind.CONTROL_DUPLICATE))
        rows[self.trace.row_ref[arrivals]] = arrivals
        return rows

    def under_way(self, rows: int, time_us: int) -> np.ndarray:
        """Numbers of the messages sent but not arrived after ``rows`` rows, at ``time_us``."""
        is_under_way = (self.send_row < rows) & (self.arrival_row >= rows)
        gone = (self.arrived < 0) & (self.end < time_us)
        return np.flatnonzero(is_under_way & (self.sent <= time_us) & ~gone)

    @cached_property
    def usual_flight(self) -> int:
        """The median transit time of the run, microseconds; 50 ms where nothing arrived."""
        flights = (self.arrived - self.sent)[self.arrived >= 0]
        return max(1, int(np.median(flights))) if len(flights) else 50_000

    @cached_property
    def event_rows(self) -> np.ndarray:
        """Rows that are dots: the application events."""
        return np.flatnonzero(self.trace.is_application_row)

    @cached_property
    def event_times(self) -> list[np.ndarray]:
        """int64[events] for each process: when its application events happened."""
        times = self.trace.row_time[self.event_rows]
        processes = self.trace.row_process[self.event_rows]
        return [times[processes == process] for process in range(self.count)]

    @cached_property
    def clock_rows(self) -> np.ndarray:
        """Rows at which a clock was set."""
        return np.flatnonzero(self.trace.row_kind == RowKind.SET_CLOCK)

    @cached_property
    def records(self) -> list[dict[int, Record]]:
        """For each snapshot, the recording of each process that has recorded."""
        by_snapshot: list[dict[int, Record]] = [{} for _ in self.trace.snapshots]
        for record in self.trace.records:
            by_snapshot[record.snapshot].setdefault(record.process, record)
        return by_snapshot

    def is_complete(self, number: int) -> bool:
        return (
            self.trace.snapshots[number].status == "complete"
            and len(self.records[number]) == self.count
        )

    @cached_property
    def marks(self) -> dict[int, Mark]:
        """Messages that a finished snapshot caught or missed, by message number."""
        found: dict[int, dict[str, list[int]]] = {}
        for snapshot in self.run.snapshots:
            verdict = snapshot.verdict
            if verdict is None:
                continue
            alarms = {kind: set(getattr(verdict, _FIELDS[kind])) for kind in ALARMS}
            caught = [
                record.message
                for record in self.trace.channel_records
                if record.snapshot == snapshot.number and record.message not in alarms["extra"]
            ]
            for kind, messages in (("caught", caught), *alarms.items()):
                for message in messages:
                    found.setdefault(message, {}).setdefault(kind, []).append(snapshot.number)
        return {message: _worst(kinds) for message, kinds in sorted(found.items())}

    @cached_property
    def clocks(self) -> list[list[ClockChange]]:
        """The clock changes of each process in time order."""
        changes: list[list[ClockChange]] = [[] for _ in range(self.count)]
        for change in self.trace.clocks:
            changes[change.process].append(change)
        return changes

    def offset_us(self, process: int, time_us: int) -> int:
        """How far the local clock is ahead of true time at ``time_us``."""
        current = ClockChange(process, 0, 0, 0)
        for change in self.clocks[process]:
            if change.time_us > time_us:
                break
            current = change
        drift = current.drift_ppb * (time_us - current.time_us)
        return current.offset_us + round(drift / 1_000_000_000)


_FIELDS = {"orphan": "orphans", "missing": "missing", "extra": "extra"}


def _worst(kinds: dict[str, list[int]]) -> Mark:
    for kind in ALARMS:
        if kind in kinds:
            return Mark(kind, tuple(kinds[kind]))
    return Mark("caught", tuple(kinds["caught"]))


_CACHE: dict[int, tuple[weakref.ref, Facts]] = {}


def facts(run) -> Facts:
    """The facts of a run, kept as long as the run lives."""
    key = id(run)
    kept = _CACHE.get(key)
    if kept is None or kept[0]() is not run:
        kept = (weakref.ref(run, lambda _: _CACHE.pop(key, None)), Facts(run))
        _CACHE[key] = kept
    return kept[1]


def event_of_row(run, row: int) -> int:
    """Number of the application event of a trace row in ``run.computation``; -1: it is none."""
    event = int(np.searchsorted(run.event_rows, row))
    return event if event < len(run.event_rows) and run.event_rows[event] == row else -1


def row_of_event(run, event: int) -> int:
    """Trace row of an event of ``run.computation``."""
    return int(run.event_rows[run.computation.check_event(event)])


def relation_of_rows(run, a: int, b: int) -> Relation | None:
    """How the event of row ``a`` stands to that of row ``b``; None if one is no event."""
    first, second = event_of_row(run, a), event_of_row(run, b)
    return None if min(first, second) < 0 else relation(run.computation, first, second)


def path_between(run, a: int, b: int) -> tuple[int, ...]:
    """Rows of a shortest chain by which the event of row ``a`` came before that of row ``b``.

    Empty if it did not, or if one of the rows is no event.
    """
    first, second = event_of_row(run, a), event_of_row(run, b)
    if min(first, second) < 0:
        return ()
    return tuple(row_of_event(run, event) for event in why(run.computation, first, second))


def numbers(values: Iterable) -> list[int]:
    """Plain ints from a numpy column, which are faster to work with one by one."""
    return np.asarray(values).tolist()
