"""How a snapshot is captured, gathered and copied, step by step; what its agreement begins with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from snapviz.engine.storage import COPY, COPYING, GATHERING, PART
from snapviz.engine.trace import Routed, RowKind
from snapviz.run import Run

BEGINS, CAPTURED, GATHERED, ALL_GATHERED = "begins", "captured", "gathered", "all-gathered"
COPIED, KEPT = "copied", "kept"

HASHED = "sha256:"


class Step(NamedTuple):
    """Something that happens on the way of a snapshot.

    ``row``: how many rows of the trace have happened then; ``process`` -1: of no process alone.
    """

    time_us: int
    row: int
    what: str
    process: int = -1
    values: tuple = ()


class Arrival(NamedTuple):
    """A message that keeps a snapshot comes to where it was sent to."""

    time_us: int
    row: int
    message: int
    payload: Routed


class KeepingMessages:
    """What keeps the snapshots of a run, by their numbers, from one look at all its messages.

    ``arrivals``: what came in, in its order; ``digests``: what the agreement is about.
    """

    def __init__(self, run: Run):
        self._trace = run.trace
        self.arrivals: dict[int, list[Arrival]] = {}
        self.digests: dict[int, str] = {}
        self._receive()
        self._listen()

    def _receive(self) -> None:
        trace = self._trace
        rows = np.flatnonzero(trace.row_kind == RowKind.CONTROL)
        rows = rows[trace.message_keeps[trace.row_ref[rows]]]
        columns = (rows, trace.row_ref[rows], trace.row_time[rows])
        targets = trace.channel_target[trace.message_channel[trace.row_ref[rows]]]
        for row, message, time_us, target in zip(
            *(c.tolist() for c in (*columns, targets)), strict=True
        ):
            payload = trace.payloads[message]
            if payload.target == target:
                arrival = Arrival(time_us, row + 1, message, payload)
                self.arrivals.setdefault(payload.snapshot, []).append(arrival)

    def _listen(self) -> None:
        trace = self._trace
        methods = {row.commit for row in trace.snapshots}
        for message in np.flatnonzero(trace.message_keeps).tolist():
            payload = trace.payloads[message]
            if payload.protocol in methods:
                for number, digest in _digests(payload):
                    self.digests.setdefault(number, digest)


class KeepingSteps:
    """The steps before the agreement. ``digest``: what it is about; empty if that is not known.

    ``all_gathered`` and ``kept`` are the last steps of their kinds, None if it never came so far.
    """

    def __init__(self, run: Run, number: int, messages: KeepingMessages):
        self._run, self._row = run, run.trace.snapshots[number]
        self._count = len(run.trace.process_ids)
        self.collector = self._row.collector
        self.arrivals = messages.arrivals.get(number, [])
        self.captured = self._captured()
        self.gathered = list(self._gathered())
        self.copied = list(self._copied())
        self.digest = messages.digests.get(number, "")
        self.all_gathered = self._all_gathered()
        self.kept = self._kept()

    def tell(self) -> Iterator[Step]:
        """All of them, not yet in the order they happen."""
        yield self._begins()
        yield from self.gathered
        yield from self.copied
        yield from filter(None, (self.captured, self.all_gathered, self.kept))

    def _begins(self) -> Step:
        trace, row = self._run.trace, self._row
        mine = [r for r in trace.records if r.snapshot == row.number]
        first = min((r.row for r in mine), default=trace.row_count - 1)
        initiator = -1 if row.initiator is None else row.initiator
        return Step(row.started_us, first + 1, BEGINS, initiator)

    def _captured(self) -> Step | None:
        """With the last row of its own at its completion."""
        trace, at_us = self._run.trace, self._row.completed_us
        if at_us is None:
            return None
        first, after = np.searchsorted(trace.row_time, [at_us, at_us + 1])
        for at in range(int(after) - 1, int(first) - 1, -1):
            if self._captures(at):
                return Step(at_us, at + 1, CAPTURED)
        return Step(at_us, int(after), CAPTURED)

    def _captures(self, row: int) -> bool:
        trace = self._run.trace
        kind, ref = trace.row_kind[row], int(trace.row_ref[row])
        if kind == RowKind.RECORD:
            return trace.records[ref].snapshot == self._row.number
        is_control = kind == RowKind.CONTROL and not trace.message_keeps[ref]
        return bool(is_control and trace.message_snapshot[ref] == self._row.number)

    def _gathered(self) -> Iterator[Step]:
        held: set[int] = set()
        for time_us, row, _, payload in self.arrivals:
            if payload.protocol == GATHERING and payload.body[0] == PART:
                if payload.origin not in held:
                    yield Step(time_us, row, GATHERED, self.collector, (payload.origin,))
                held.add(payload.origin)

    def _copied(self) -> Iterator[Step]:
        held: set[tuple[int, int]] = set()
        for time_us, row, _, payload in self.arrivals:
            if payload.protocol == COPYING and payload.body[0] == COPY:
                if (payload.origin, payload.target) not in held:
                    yield Step(time_us, row, COPIED, payload.target, (payload.origin,))
                held.add((payload.origin, payload.target))

    def _all_gathered(self) -> Step | None:
        """When the last part has come, and the capture is complete: then all have sent theirs."""
        if self.captured is None or len(self.gathered) < self._count - 1:
            return None
        last = max([self.captured, *self.gathered], key=lambda step: (step.time_us, step.row))
        return Step(last.time_us, last.row, ALL_GATHERED, self.collector, (self.digest,))

    def _kept(self) -> Step | None:
        copies = self._row.copies
        if not copies or len(self.copied) < copies * self._count:
            return None
        last = self.copied[-1]
        return Step(last.time_us, last.row, KEPT, -1, (copies,))


def _digests(payload: Routed) -> Iterator[tuple[int, str]]:
    """The snapshots of which a message tells the digest, with it."""
    for part in payload.body[1:]:
        if isinstance(part, str) and part.startswith(HASHED):
            yield payload.snapshot, part
        for entry in part if isinstance(part, tuple) else ():
            # An entry of a replicated log: the term, the snapshot, its digest.
            if isinstance(entry, tuple) and len(entry) == 3 and entry[1] is not None:
                yield entry[1], entry[2]
