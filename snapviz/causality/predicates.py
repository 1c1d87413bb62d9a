"""Possibly and Definitely of a predicate over global states (Cooper and Marzullo 1991).

Consistent cuts are walked level by level, a level being all cuts with the same number of events.
Possibly: some cut satisfies the predicate. Definitely: every way through the lattice, from the
empty to the full cut, meets one that does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from snapviz.causality.clocks import vector_clocks
from snapviz.causality.computation import Computation

Cut = tuple[int, ...]
Holds = Callable[[Cut], bool]
Heard = Callable[[int], object]

TELL_EVERY = 2000  # cuts


class TooManyCuts(Exception):
    """More cuts than the limit would have to be looked at; there is no exact answer."""


def possibly(
    c: Computation, holds: Holds, limit: int = 2_000_000, heard: Heard = lambda seen: None
) -> Cut | None:
    """Return a first cut, by number of events, where the predicate holds; None if there is none.

    ``heard`` is told every so often how many cuts have been looked at; what it raises ends the
    work. Raises TooManyCuts when `limit` cuts have been looked at before the answer was known.
    """
    count = _Count(limit, heard)
    for level in levels(c, lambda _: True):
        for cut in sorted(level):
            count.add()
            if holds(cut):
                return cut
    return None


def definitely(
    c: Computation, holds: Holds, limit: int = 2_000_000, heard: Heard = lambda seen: None
) -> bool:
    """Say whether every way from the empty to the full cut meets the predicate.

    Hears and raises as `possibly` does.
    """
    count = _Count(limit, heard)
    full = tuple(c.event_counts.tolist())

    def avoids(cut: Cut) -> bool:
        count.add()
        return not holds(cut)

    return all(full not in level for level in levels(c, avoids))


class _Count:
    def __init__(self, limit: int, heard: Heard) -> None:
        self._seen, self._limit, self._heard = 0, limit, heard

    def add(self) -> None:
        self._seen += 1
        if self._seen > self._limit:
            raise TooManyCuts
        if self._seen % TELL_EVERY == 0:
            self._heard(self._seen)


class Steps:
    """The consistent cuts that one event more leads to."""

    def __init__(self, c: Computation) -> None:
        self._c = c

    @cached_property
    def _needed(self) -> list[list[list[int]]]:
        """Of each event of each process, how many events of each its cut must hold."""
        clocks = vector_clocks(self._c).tolist()
        processes = range(self._c.process_count)
        return [[clocks[event] for event in self._c.events_of(p).tolist()] for p in processes]

    def after(self, cut: Cut) -> Iterator[Cut]:
        """One for each process that can take its next step, in the order of the processes."""
        for process, count in enumerate(cut):
            line = self._needed[process]
            if count < len(line) and all(
                n <= k or p == process
                for p, (n, k) in enumerate(zip(line[count], cut, strict=True))
            ):
                yield (*cut[:process], count + 1, *cut[process + 1 :])


def levels(c: Computation, keep: Callable[[Cut], bool]) -> Iterator[set[Cut]]:
    """The kept cuts of each level that can be reached through kept cuts only."""
    steps = Steps(c)
    level = set(filter(keep, [(0,) * c.process_count]))
    while level:
        yield level
        following = {after for cut in level for after in steps.after(cut)}
        level = set(filter(keep, sorted(following)))
