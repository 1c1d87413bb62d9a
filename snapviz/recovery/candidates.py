"""Where each process may stand when a run is recovered.

Candidates are, for each process, the events before each state it may be given, ascending: its
checkpoints, perhaps its live state as the last one, perhaps a whole ``range`` where a log lets it
stop after any event. A place is an index in that list. The first candidate is 0, the initial
state, unless older ones were discarded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

from snapviz.causality.computation import Computation

Candidates = Sequence[Sequence[int]]


class NothingLeft(ValueError):
    """A process has no state left in which it could stand, so there is no consistent set."""


def check_candidates(c: Computation, candidates: Candidates) -> None:
    """Raise ValueError in words if these are no candidates of this computation.

    `NothingLeft`, if a process has none at all.
    """
    if len(candidates) != c.process_count:
        raise ValueError(
            f"a recovery line needs the checkpoints of {c.process_count} processes,"
            f" not of {len(candidates)}"
        )
    for process, taken, most in zip(c.processes, candidates, c.event_counts.tolist(), strict=True):
        _check_one(process, taken, most)


def _check_one(process: str, taken: Sequence[int], most: int) -> None:
    if not len(taken):
        raise NothingLeft(f"process {process}: it has no checkpoint, not even its initial state")
    rising = isinstance(taken, range) and taken.step > 0
    if not rising and any(a > b for a, b in pairwise(taken)):
        raise ValueError(f"process {process}: its checkpoints are not in the order taken")
    if taken[0] < 0 or taken[-1] > most:
        wrong = taken[0] if taken[0] < 0 else taken[-1]
        raise ValueError(
            f"process {process}: a checkpoint after {wrong} events, but 0 to {most} are possible"
        )


def check_failed(c: Computation, failed: Collection[int]) -> None:
    """Raise ValueError if a failed process is none of this computation."""
    for process in sorted(failed):
        if not 0 <= process < c.process_count:
            raise ValueError(f"failed process {process} is outside 0..{c.process_count - 1}")


def with_live_states(
    c: Computation, checkpoints: Candidates, failed: Collection[int]
) -> list[list[int]]:
    """Return the checkpoints, and as the last candidate the live state of those that did not fail.

    failed: process numbers. A place equal to the number of checkpoints is the live state.
    """
    check_candidates(c, checkpoints)
    check_failed(c, failed)
    return [
        [*taken] if process in failed else [*taken, count]
        for process, (taken, count) in enumerate(
            zip(checkpoints, c.event_counts.tolist(), strict=True)
        )
    ]


def place_before(taken: Sequence[int], local: int) -> int:
    """Return the place of the last candidate without the event of that local index; -1: none."""
    return bisect_right(taken, local) - 1
