"""The recovery line: the latest states from which all processes can go on together.

A set of states, one per process, is consistent when the cut it makes has no orphan. Such sets
are closed under taking the later state of each process, so there is one latest set (Randell 1975;
Wang, Chung, Lin and Fuchs, "Checkpoint space reclamation for uncoordinated checkpointing in
message-passing systems", 1995).
"""

from __future__ import annotations

from collections.abc import Sequence

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import Candidates
from snapviz.recovery.propagation import propagate


def recovery_line(c: Computation, candidates: Candidates) -> tuple[int, ...]:
    """Return for each process the place, in its list, of its candidate on the recovery line.

    candidates: for each process the events before each state it may be given, ascending, as
        lists or ranges. Of several candidates of one state the last is named.
    Raises ValueError in words if these are none of this computation, NothingLeft if none are
    consistent.
    """
    places = [len(taken) - 1 for taken in candidates]
    for moved in propagate(c, candidates):
        for setback in moved:
            places[setback.process] = setback.to_place
    return tuple(places)


def events_at(candidates: Candidates, places: Sequence[int]) -> tuple[int, ...]:
    """Return the cut that the places make: for each process its events before them."""
    return tuple(int(taken[place]) for taken, place in zip(candidates, places, strict=True))
