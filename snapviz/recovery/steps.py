"""Rollback step by step: who goes back where, and because of which messages.

A failed process goes back to its last checkpoint; from there on orphans drive the others (Randell
1975; Elnozahy, Alvisi, Wang and Johnson 2002, section 3.1).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import Candidates, with_live_states
from snapviz.recovery.propagation import Setback, propagate


@dataclass(frozen=True)
class Step:
    """One process goes back from one place to an earlier one.

    ``round``: 0 is the crash itself; the steps of a round happen together. A place is an index
    in the process's checkpoints, their number its live state; ``from_events`` and ``to_events``
    are the events before them. ``orphans``: the messages, ascending, that force the step: received
    before it, but no longer sent. None in round 0.
    """

    round: int
    process: int
    from_place: int
    to_place: int
    from_events: int
    to_events: int
    orphans: tuple[int, ...]


def rollback_steps(
    c: Computation, checkpoints: Candidates, failed: Collection[int]
) -> tuple[Step, ...]:
    """Return all steps from the crash of these processes to the recovery line, in order.

    checkpoints: for each process the events before each of its checkpoints, ascending.
    failed: process numbers. Raises ValueError in words if these do not fit the computation.
    """
    candidates = with_live_states(c, checkpoints, failed)
    steps = [_crash(c, checkpoints, process) for process in sorted(failed)]
    for number, moved in enumerate(propagate(c, candidates), start=1):
        steps.extend(_step(number, setback, candidates) for setback in moved)
    return tuple(steps)


def _crash(c: Computation, checkpoints: Candidates, process: int) -> Step:
    taken = checkpoints[process]
    live, last = len(taken), len(taken) - 1
    return Step(0, process, live, last, int(c.event_counts[process]), int(taken[last]), ())


def _step(number: int, setback: Setback, candidates: Candidates) -> Step:
    taken = candidates[setback.process]
    return Step(
        number,
        setback.process,
        setback.from_place,
        setback.to_place,
        int(taken[setback.from_place]),
        int(taken[setback.to_place]),
        setback.orphans,
    )
