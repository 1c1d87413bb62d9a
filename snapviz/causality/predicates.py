"""Possibly and Definitely of a predicate over global states (Cooper and Marzullo 1991).

Consistent cuts are walked level by level, a level being all cuts with the same number of events.
Possibly: some cut satisfies the predicate. Definitely: every way through the lattice, from the
empty to the full cut, meets one that does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import nsmallest
from typing import Protocol

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
    for level in levels(c, lambda _: True, count):
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

    return all(full not in level for level in levels(c, avoids, count))


class Room(Protocol):
    """How much more may be done, and who is told of it."""

    @property
    def left(self) -> int:
        """How many cuts may still be looked at, and one more."""

    def tell(self) -> None:
        """Say that the work goes on; may raise to end it."""


class _Count:
    def __init__(self, limit: int, heard: Heard) -> None:
        self._seen, self._limit, self._heard = 0, limit, heard

    def add(self) -> None:
        self._seen += 1
        if self._seen > self._limit:
            raise TooManyCuts
        if self._seen % TELL_EVERY == 0:
            self.tell()

    @property
    def left(self) -> int:
        return self._limit - self._seen + 1

    def tell(self) -> None:
        self._heard(self._seen)


class Steps:
    """The consistent cuts that one event more leads to."""

    def __init__(self, c: Computation) -> None:
        self._c = c
        self._counts = c.event_counts.tolist()
        self._known: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def after(self, cut: Cut) -> Iterator[Cut]:
        """One for each process that can take its next step, in the order of the processes."""
        for process, count in enumerate(cut):
            if count < self._counts[process] and all(
                cut[cause] >= needed for cause, needed in self._needed(process, count)
            ):
                yield (*cut[:process], count + 1, *cut[process + 1 :])

    def _needed(self, process: int, local: int) -> list[tuple[int, int]]:
        """Whose messages an event receives, and how many events of those their cut must hold.

        What comes before those is in every consistent cut that holds them.
        """
        key = process, local
        if key not in self._known:
            c = self._c
            event = c.event_at(process, local)
            sends = c.edges[0][c.incoming_start[event] : c.incoming_start[event + 1]]
            needed = (c.event_local[sends] + 1).tolist()
            self._known[key] = list(zip(c.event_process[sends].tolist(), needed, strict=True))
        return self._known[key]


def levels(c: Computation, keep: Callable[[Cut], bool], room: Room) -> Iterator[Iterable[Cut]]:
    """The kept cuts of each level that can be reached through kept cuts only.

    Of a level with more cuts than there is room for, those that come first.
    """
    steps = Steps(c)
    level = set(filter(keep, [(0,) * c.process_count]))
    while level:
        yield level
        level = set(filter(keep, _following(steps, level, room)))


def _following(steps: Steps, level: Iterable[Cut], room: Room) -> list[Cut]:
    """The cuts with one event more, ascending; of very many only the first."""
    found: set[Cut] = set()
    for number, cut in enumerate(level, 1):
        found.update(steps.after(cut))
        if len(found) > 2 * room.left:
            found = set(nsmallest(room.left, found))
        if number % TELL_EVERY == 0:
            room.tell()
    return sorted(found)
