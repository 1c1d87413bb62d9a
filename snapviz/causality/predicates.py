"""Possibly and Definitely of a predicate over global states (Cooper and Marzullo 1991).

Consistent cuts are walked level by level, a level being all cuts with the same number of events.
Possibly: some cut satisfies the predicate. Definitely: every way through the lattice, from the
empty to the full cut, meets one that does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from snapviz.causality.clocks import vector_clocks
from snapviz.causality.computation import Computation

Cut = tuple[int, ...]
Holds = Callable[[Cut], bool]


class TooManyCuts(Exception):
    """More cuts than the limit would have to be looked at; there is no exact answer."""


def possibly(c: Computation, holds: Holds, limit: int = 2_000_000) -> Cut | None:
    """Return a first cut, by number of events, where the predicate holds; None if there is none.

    Raises TooManyCuts when `limit` cuts have been looked at before the answer was known.
    """
    seen = 0
    for level in _levels(c, lambda _: True):
        for cut in sorted(level):
            seen += 1
            if seen > limit:
                raise TooManyCuts
            if holds(cut):
                return cut
    return None


def definitely(c: Computation, holds: Holds, limit: int = 2_000_000) -> bool:
    """Say whether every way from the empty to the full cut meets the predicate.

    Raises TooManyCuts as `possibly` does.
    """
    seen = 0
    full = tuple(c.event_counts.tolist())

    def avoids(cut: Cut) -> bool:
        nonlocal seen
        seen += 1
        if seen > limit:
            raise TooManyCuts
        return not holds(cut)

    return all(full not in level for level in _levels(c, avoids))


def _levels(c: Computation, keep: Callable[[Cut], bool]) -> Iterator[set[Cut]]:
    """The kept cuts of each level that can be reached through kept cuts only."""
    clocks = vector_clocks(c).tolist()
    lines = [c.events_of(process).tolist() for process in range(c.process_count)]
    level = set(filter(keep, [(0,) * c.process_count]))
    while level:
        yield level
        following = set()
        for cut in level:
            for process, count in enumerate(cut):
                if count == len(lines[process]):
                    continue
                needed = clocks[lines[process][count]]
                if all(
                    n <= k or p == process for p, (n, k) in enumerate(zip(needed, cut, strict=True))
                ):
                    following.add((*cut[:process], count + 1, *cut[process + 1 :]))
        level = set(filter(keep, sorted(following)))
