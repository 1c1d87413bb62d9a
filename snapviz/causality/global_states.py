"""The lattice of consistent cuts itself, of computations small enough to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from snapviz.causality.computation import Computation
from snapviz.causality.predicates import Cut, Steps, levels


@dataclass(frozen=True)
class GlobalStates:
    """``levels``: the cuts with 0, 1, 2... events, each ascending. ``edges``: pairs of places in
    `cuts`, from a cut to one with an event more.
    """

    levels: tuple[tuple[Cut, ...], ...]
    edges: tuple[tuple[int, int], ...]

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """All cuts, level by level."""
        return tuple(cut for level in self.levels for cut in level)

    @cached_property
    def place(self) -> dict[Cut, int]:
        """Where a cut stands in `cuts`."""
        return {cut: place for place, cut in enumerate(self.cuts)}


@dataclass(frozen=True)
class _Few:
    """Room for so many cuts in each level; nobody need be told of work that short."""

    left: int

    def tell(self) -> None: ...


def global_states(c: Computation, limit: int) -> GlobalStates | None:
    """Return the whole lattice, or None if it has more than `limit` cuts."""
    found: list[tuple[Cut, ...]] = []
    total = 0
    if c.event_count >= limit:
        return None
    for level in levels(c, lambda _: True, _Few(limit + 1)):
        total += len(level)
        if total > limit:
            return None
        found.append(tuple(sorted(level)))
    steps, bare = Steps(c), GlobalStates(tuple(found), ())
    edges = [
        (here, bare.place[after])
        for here, cut in enumerate(bare.cuts)
        for after in steps.after(cut)
    ]
    return GlobalStates(bare.levels, tuple(edges))
