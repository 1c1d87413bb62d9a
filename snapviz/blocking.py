"""The blocking window of two-phase commit: who has said yes, and cannot learn of the decision.

Whoever has said yes may not decide by itself. While the coordinator is down, or a partition lies
between them, it is blocked, and stays so until it hears of the decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from snapviz.engine.trace import RowKind

if TYPE_CHECKING:
    from snapviz.engine.trace import SnapshotRow, Trace

TWO_PHASE = "two-phase"
DOWN, CUT_OFF = "down", "cut-off"


@dataclass(frozen=True)
class Blocked:
    """``until_us``: when it heard of the decision; None if it never did.

    ``why``: the coordinator was ``down``, or ``cut-off`` from it, when that began.
    """

    process: str
    coordinator: str
    since_us: int
    until_us: int | None
    why: str


class Gap(NamedTuple):
    """A time when a process cannot hear of another; ``to_us`` None: to the end of the run."""

    from_us: int
    to_us: int | None
    why: str

    def overlaps(self, from_us: int, to_us: int | None) -> bool:
        """Whether it shares a time with another span."""
        ends_after = self.to_us is None or self.to_us > from_us
        return ends_after and (to_us is None or self.from_us < to_us)


def blocked_in(trace: Trace, snapshot: SnapshotRow) -> tuple[Blocked, ...]:
    """Who was blocked in the commit of a snapshot, in the order they said yes."""
    if snapshot.commit != TWO_PHASE:
        return ()
    coordinator, names = snapshot.initiator or 0, trace.process_ids
    decided = {d.process: d.time_us for d in trace.decisions if d.snapshot == snapshot.number}
    found = []
    for process, voted_us in _votes(trace, snapshot.number):
        until_us = decided.get(process)
        gaps = [g for g in _gaps(trace, coordinator, process) if g.overlaps(voted_us, until_us)]
        if gaps:
            first = min(gaps, key=lambda gap: gap.from_us)
            since_us = max(voted_us, first.from_us)
            found.append(Blocked(names[process], names[coordinator], since_us, until_us, first.why))
    return tuple(found)


def _votes(trace: Trace, snapshot: int) -> Iterator[tuple[int, int]]:
    """(process, when) of every yes."""
    for remark in trace.remarks:
        if remark.snapshot == snapshot and (remark.kind, remark.values) == ("vote", ("yes",)):
            yield remark.process, remark.time_us


def _gaps(trace: Trace, coordinator: int, process: int) -> list[Gap]:
    return [*_outages(trace, coordinator), *_partings(trace, coordinator, process)]


def _outages(trace: Trace, process: int) -> Iterator[Gap]:
    kinds = (RowKind.CRASH, RowKind.RESTART)
    rows = np.flatnonzero(np.isin(trace.row_kind, kinds) & (trace.row_process == process))
    changes = [(int(trace.row_time[row]), trace.row_kind[row] == RowKind.CRASH) for row in rows]
    yield from _spans(changes, DOWN)


def _partings(trace: Trace, one: int, other: int) -> Iterator[Gap]:
    changes = [
        (row.time_us, row.sides is not None and row.sides[one] != row.sides[other])
        for row in trace.partitions
    ]
    yield from _spans(changes, CUT_OFF)


def _spans(changes: list[tuple[int, bool]], why: str) -> Iterator[Gap]:
    """From (when, whether it is so from then on), in the order of time."""
    from_us = None
    for time_us, begins in changes:
        if begins and from_us is None:
            from_us = time_us
        elif not begins and from_us is not None:
            yield Gap(from_us, time_us, why)
            from_us = None
    if from_us is not None:
        yield Gap(from_us, None, why)
