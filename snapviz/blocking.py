"""The blocking window of two-phase commit: who has said yes, and cannot learn of the decision.

Whoever has said yes may not decide by itself. While the coordinator is down, or a partition lies
between them, it is blocked, and stays so until it hears of the decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from snapviz.engine.outages import outages
from snapviz.protocols.agreement.two_phase import TwoPhase

if TYPE_CHECKING:
    from snapviz.engine.trace import Remark, SnapshotRow, Trace

TWO_PHASE = TwoPhase.NAME
DOWN, CUT_OFF = "down", "cut-off"


@dataclass(frozen=True)
class Blocked:
    """``until_us``: when it heard of the decision, or lost its vote; None if it never did.

    ``why``: the coordinator was ``down``, or ``cut-off`` from it, when that began. ``row``: how
    many rows of the trace had happened then.
    """

    process: str
    coordinator: str
    since_us: int
    until_us: int | None
    why: str
    row: int

    def is_so_at(self, time_us: int) -> bool:
        """Whether that lasts beyond an instant by which it has begun."""
        return self.since_us <= time_us and (self.until_us is None or time_us < self.until_us)


class Gap(NamedTuple):
    """A time when a process cannot hear of another; ``to_us`` None: to the end of the run.

    ``row``: how many rows of the trace have happened when it begins.
    """

    from_us: int
    to_us: int | None
    why: str
    row: int

    def overlaps(self, from_us: int, to_us: int | None) -> bool:
        """Whether it shares a time with another span."""
        ends_after = self.to_us is None or self.to_us > from_us
        return ends_after and (to_us is None or self.from_us < to_us)


def blocked_in(trace: Trace, snapshot: SnapshotRow) -> tuple[Blocked, ...]:
    """Who was blocked in the commit of a snapshot, in the order they said yes."""
    if snapshot.commit != TWO_PHASE:
        return ()
    coordinator, names = snapshot.collector, trace.process_ids
    found = []
    for vote in _votes(trace, snapshot.number):
        until_us = _released_us(trace, vote)
        gaps = _gaps(trace, coordinator, vote.process)
        gaps = [gap for gap in gaps if gap.overlaps(vote.time_us, until_us)]
        if gaps:
            first = min(gaps, key=lambda gap: gap.from_us)
            since_us, row = max(vote.time_us, first.from_us), max(vote.row, first.row)
            ends = names[vote.process], names[coordinator], since_us, until_us
            found.append(Blocked(*ends, first.why, row))
    return tuple(found)


def _votes(trace: Trace, snapshot: int) -> Iterator[Remark]:
    """Every yes."""
    for remark in trace.remarks:
        if remark.snapshot == snapshot and (remark.kind, remark.values) == ("vote", ("yes",)):
            yield remark


def _released_us(trace: Trace, vote: Remark) -> int | None:
    """When it was bound by its vote no more: it heard of the decision, or its storage is lost."""
    heard = (d for d in trace.decisions if d.snapshot == vote.snapshot)
    ends = [*heard, *trace.storage_losses]
    after = (e.time_us for e in ends if e.process == vote.process and e.row >= vote.row)
    return min(after, default=None)


def _gaps(trace: Trace, coordinator: int, process: int) -> list[Gap]:
    return [*_outages(trace, coordinator), *_partings(trace, coordinator, process)]


def _outages(trace: Trace, process: int) -> Iterator[Gap]:
    for down in outages(trace):
        if down.process == process:
            back = None if down.restart_row is None else int(trace.row_time[down.restart_row])
            yield Gap(int(trace.row_time[down.crash_row]), back, DOWN, down.crash_row + 1)


def _partings(trace: Trace, one: int, other: int) -> Iterator[Gap]:
    changes = [
        (row.time_us, row.row, row.sides is not None and row.sides[one] != row.sides[other])
        for row in trace.partitions
    ]
    yield from _spans(changes, CUT_OFF)


def _spans(changes: list[tuple[int, int, bool]], why: str) -> Iterator[Gap]:
    """From (when, after how many rows, whether it is so from then on), in the order of time."""
    begun = None
    for time_us, row, begins in changes:
        if begins and begun is None:
            begun = time_us, row
        elif not begins and begun is not None:
            yield Gap(begun[0], time_us, why, begun[1])
            begun = None
    if begun is not None:
        yield Gap(begun[0], None, why, begun[1])
