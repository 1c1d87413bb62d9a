"""How far each process went back, and whether that was a domino effect (Randell 1975)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import Candidates, check_candidates


@dataclass(frozen=True)
class Retreat:
    """How far one process went back.

    ``events``: its events undone. ``checkpoints``: those it had to pass by, of no use to it.
    ``to_start``: it lost all it ever did although it had a later checkpoint.
    """

    process: int
    events: int
    checkpoints: int
    to_start: bool

    @property
    def domino(self) -> bool:
        """Whether one crash cost it more than the work since its last checkpoint."""
        return self.checkpoints > 0


def retreats(c: Computation, checkpoints: Candidates, places: Sequence[int]) -> tuple[Retreat, ...]:
    """Return for each process how far the line lies behind its live state.

    places: indices in the checkpoints; their number is the live state.
    Raises ValueError in words if these do not fit the computation.
    """
    check_candidates(c, checkpoints)
    if len(places) != c.process_count:
        raise ValueError(f"a line has {c.process_count} places, not {len(places)}")
    return tuple(
        _retreat(c, process, taken, place)
        for process, (taken, place) in enumerate(zip(checkpoints, places, strict=True))
    )


def _retreat(c: Computation, process: int, taken: Sequence[int], place: int) -> Retreat:
    if not 0 <= place <= len(taken):
        raise ValueError(
            f"process {c.processes[process]}: place {place} is outside 0..{len(taken)}"
        )
    count = int(c.event_counts[process])
    if place == len(taken):
        return Retreat(process, 0, 0, False)
    passed = len(taken) - 1 - place
    return Retreat(
        process, count - int(taken[place]), passed, bool(passed > 0 and taken[place] == 0)
    )
