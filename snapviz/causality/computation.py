"""A distributed computation as columns: the events of each process, and what links them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from snapviz.causality.reach import Reach

IntArray = NDArray[np.int32]


class Computation:
    """An immutable partial order of events: n processes, E events, M messages, D duplicates.

    Events are numbered 0..E-1 in an order in which causes precede effects. A message is known by
    its row number. Several messages may share a send event (a broadcast) or a receive event (a
    logged event that merged several), and an event may be both a send and a receive.

    Columns (all read-only int32):
        event_process[E], event_local[E]: process of an event, and its index there, from 0.
        event_counts[n]: number of events of each process.
        message_send[M], message_receive[M]: events; receive is that of the first copy to arrive,
            or -1 if none ever did.
        duplicate_send[D], duplicate_receive[D]: each further receive of a message already received.

    Raises ValueError naming the row if the columns do not describe a computation.
    """

    def __init__(
        self,
        processes: Sequence[str],
        event_process: ArrayLike,
        message_send: ArrayLike,
        message_receive: ArrayLike,
        duplicate_send: ArrayLike = (),
        duplicate_receive: ArrayLike = (),
    ) -> None:
        self.processes = tuple(processes)
        self.event_process = _column("event_process", event_process)
        self.message_send = _column("message_send", message_send)
        self.message_receive = _column("message_receive", message_receive)
        self.duplicate_send = _column("duplicate_send", duplicate_send)
        self.duplicate_receive = _column("duplicate_receive", duplicate_receive)
        self._check_events()
        self._check_messages()
        self._events_by_process = _frozen(_stable_order(self.event_process, self.process_count))
        self.event_counts = _frozen(np.bincount(self.event_process, minlength=self.process_count))
        self._first_of_process = np.concatenate(([0], np.cumsum(self.event_counts)))
        self.event_local = self._local_indices()
        self._check_duplicates()

    @property
    def process_count(self) -> int:
        """n, the number of processes."""
        return len(self.processes)

    @property
    def event_count(self) -> int:
        """E, the number of events."""
        return len(self.event_process)

    @property
    def message_count(self) -> int:
        """M, the number of messages sent, whether received or not."""
        return len(self.message_send)

    def events_of(self, process: int) -> IntArray:
        """Return the event numbers of one process, in order: int32[event_counts[process]]."""
        if not 0 <= process < self.process_count:
            raise ValueError(f"process {process} is outside 0..{self.process_count - 1}")
        first, after = self._first_of_process[process : process + 2]
        return self._events_by_process[first:after]

    def event_at(self, process: int, local: int) -> int:
        """Return the number of the event with index `local` on a process."""
        events = self.events_of(process)
        if not 0 <= local < len(events):
            raise ValueError(
                f"process {self.processes[process]} has {len(events)} events, no index {local}"
            )
        return int(events[local])

    def check_event(self, event: int) -> int:
        """Return the event number, or raise ValueError if there is no such event."""
        if not 0 <= event < self.event_count:
            raise ValueError(f"event {event} is outside 0..{self.event_count - 1}")
        return int(event)

    @cached_property
    def edges(self) -> tuple[IntArray, IntArray]:
        """Every (send event, receive event) between processes, duplicates too, by receive event."""
        received = self.message_receive >= 0
        sends = np.concatenate((self.message_send[received], self.duplicate_send))
        receives = np.concatenate((self.message_receive[received], self.duplicate_receive))
        order = np.argsort(receives, kind="stable")
        return _frozen(sends[order]), _frozen(receives[order])

    @cached_property
    def incoming_start(self) -> IntArray:
        """Row pointers int32[E+1]: edges into event e are incoming_start[e]:incoming_start[e+1]."""
        per_event = np.bincount(self.edges[1], minlength=self.event_count)
        return _frozen(np.concatenate(([0], np.cumsum(per_event))))

    @cached_property
    def causes(self) -> Reach:
        """What a prefix of each process needs of the other processes' prefixes."""
        sends, receives = self.edges
        process, local = self.event_process, self.event_local
        return Reach(
            self.process_count, process[receives], local[receives], process[sends], local[sends]
        )

    @cached_property
    def effects(self) -> Reach:
        """The same, time turned round: what a suffix of each process drags along elsewhere."""
        sends, receives = self.edges
        process = self.event_process
        from_end = self.event_counts[process] - 1 - self.event_local
        return Reach(
            self.process_count,
            process[sends],
            from_end[sends],
            process[receives],
            from_end[receives],
        )

    def _local_indices(self) -> IntArray:
        order = self._events_by_process
        local = np.empty(self.event_count, np.int32)
        local[order] = (
            np.arange(self.event_count) - self._first_of_process[self.event_process[order]]
        )
        return _frozen(local)

    def _check_events(self) -> None:
        if len(set(self.processes)) != self.process_count:
            raise ValueError("processes: an id stands twice")
        column = self.event_process
        _refuse_first(
            "event",
            (column < 0) | (column >= self.process_count),
            lambda row: f"process {column[row]} is outside 0..{self.process_count - 1}",
        )

    def _check_messages(self) -> None:
        self._check_rows("message", self.message_send, self.message_receive, may_be_lost=True)
        self._check_rows("duplicate", self.duplicate_send, self.duplicate_receive)

    def _check_rows(
        self, kind: str, sends: IntArray, receives: IntArray, may_be_lost: bool = False
    ) -> None:
        if len(sends) != len(receives):
            raise ValueError(f"{kind}s: {len(sends)} sends but {len(receives)} receives")
        count = self.event_count
        lowest = -1 if may_be_lost else 0
        _refuse_first(
            kind,
            (sends < 0) | (sends >= count),
            lambda row: f"send event {sends[row]} is outside 0..{count - 1}",
        )
        _refuse_first(
            kind,
            (receives < lowest) | (receives >= count),
            lambda row: f"receive event {receives[row]} is outside {lowest}..{count - 1}",
        )
        arrived = receives >= 0
        _refuse_first(
            kind,
            arrived & (receives <= sends),
            lambda row: f"receive event {receives[row]} is not after its send {sends[row]}",
        )
        _refuse_first(
            kind,
            arrived & (self.event_process[sends] == self.event_process[receives]),
            lambda row: f"process {self.processes[self.event_process[sends[row]]]} sends to itself",
        )

    def _check_duplicates(self) -> None:
        # Without an earlier first receive there, a cut could hold a duplicate and not be closed
        # under happened-before although no message is an orphan.
        if not len(self.duplicate_send):
            return
        width = max(self.process_count, 1)
        received = np.flatnonzero(self.message_receive >= 0)
        receives = self.message_receive[received]
        keys = self.message_send[received].astype(np.int64) * width + self.event_process[receives]
        order = np.lexsort((receives, keys))
        keys, receives = keys[order], receives[order]
        wanted = self.duplicate_send.astype(np.int64) * width
        wanted += self.event_process[self.duplicate_receive]
        found = np.searchsorted(keys, wanted)
        known = found < len(keys)
        known[known] = keys[found[known]] == wanted[known]
        known[known] = receives[found[known]] < self.duplicate_receive[known]
        _refuse_first(
            "duplicate", ~known, lambda _: "its message was not received earlier on that process"
        )


def _column(name: str, values: ArrayLike) -> IntArray:
    raw = np.asarray(values)
    if raw.ndim != 1:
        raise ValueError(f"{name}: one column is needed, not {raw.ndim} dimensions")
    if raw.size and raw.dtype.kind not in "iu":
        raise ValueError(f"{name}: whole numbers are needed, not {raw.dtype}")
    if raw.size and (raw.min() < -1 or raw.max() > np.iinfo(np.int32).max):
        row = int(np.flatnonzero((raw < -1) | (raw > np.iinfo(np.int32).max))[0])
        raise ValueError(f"{name} {row}: {raw[row]} is no event or process number")
    return _frozen(raw.astype(np.int32))


def _frozen(values: NDArray) -> IntArray:
    column = values.astype(np.int32, copy=False)
    column.setflags(write=False)
    return column


def _stable_order(values: IntArray, bound: int) -> NDArray:
    # numpy sorts 16-bit keys by radix, several times faster than 32-bit ones.
    narrow = values.astype(np.uint16) if bound <= 1 << 16 else values
    return np.argsort(narrow, kind="stable")


def _refuse_first(kind: str, bad: NDArray[np.bool_], reason) -> None:
    if bad.any():
        row = int(np.argmax(bad))
        raise ValueError(f"{kind} {row}: {reason(row)}")
