"""What became of a snapshot that was to be kept: who holds copies, and who knows it committed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from snapviz.blocking import Blocked, blocked_in
from snapviz.engine.storage import holders_of, surviving_parts

if TYPE_CHECKING:
    from snapviz.engine.trace import Outstanding, SnapshotRow, Trace

PENDING = "pending"


@dataclass(frozen=True)
class Storage:
    """``copies``: for each process who else holds its part on stable storage, by id.

    ``restorable``: each part is to be had from its owner or a holder that is up at the run's end.
    ``placement``: how those others were chosen.
    """

    copies: dict[str, list[str]]
    restorable: bool
    placement: str = "ring"


@dataclass(frozen=True)
class Commit:
    """``outcome``: ``committed``, ``aborted``, or ``pending`` while nobody has decided.

    ``decided_by``: who holds the decision on its stable log at the run's end, in file order;
    ``decided_us``: when the first of them did. ``undecided``: what the others wait for.
    ``blocked``: who could not learn of the decision for a while.
    """

    method: str
    outcome: str
    decided_by: tuple[str, ...]
    decided_us: int | None
    undecided: tuple[Outstanding, ...]
    blocked: tuple[Blocked, ...] = ()


def storage_of(trace: Trace, snapshot: SnapshotRow) -> Storage | None:
    """Where the parts of a snapshot are; None if it was to be neither copied nor agreed on."""
    if not snapshot.is_kept:
        return None
    names = trace.process_ids
    copies = {
        name: [names[holder] for holder in holders_of(trace, snapshot.number, owner)]
        for owner, name in enumerate(names)
    }
    is_restorable = surviving_parts(trace, snapshot, frozenset(trace.down)) is not None
    return Storage(copies, is_restorable, snapshot.placement)


def commit_of(trace: Trace, snapshot: SnapshotRow) -> Commit | None:
    """What was agreed on; None if nothing was to be."""
    if snapshot.commit == "none":
        return None
    mine = [d for d in trace.decisions if d.snapshot == snapshot.number]
    deciders = sorted(d.process for d in mine if trace.forgotten_row(d) is None)
    return Commit(
        method=snapshot.commit,
        outcome=mine[0].outcome if mine else PENDING,
        decided_by=tuple(trace.process_ids[process] for process in deciders),
        decided_us=mine[0].time_us if mine else None,
        undecided=tuple(row for row in trace.undecided if row.snapshot == snapshot.number),
        blocked=blocked_in(trace, snapshot),
    )
