"""Another order of the same events, in which a given cut is a state the system passes through.

Chandy and Lamport (1985, section 4.2): events before a consistent cut and events after it can
change places wherever they follow one another the wrong way round, because no event after the
cut is a cause of one before it. What is left when all have is an execution with the same events,
the same order on each process, and the cut as one of its states.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from snapviz.causality.computation import Computation
from snapviz.causality.cuts import check_cut, orphans


def inside(c: Computation, cut: ArrayLike) -> NDArray[np.bool_]:
    """Return bool[E]: the events that lie inside a cut. ValueError if the cut does not fit."""
    return c.event_local < check_cut(c, cut)[c.event_process]


def through(c: Computation, cut: ArrayLike) -> NDArray[np.int64]:
    """Return int64[E], event numbers: a linear extension that has exactly the cut's events first.

    On either side of the cut the events keep their order. Raises ValueError, naming the first
    orphan by its message number and processes, if the cut is not consistent.
    """
    first = inside(c, cut)
    wrong = orphans(c, cut)
    if len(wrong):
        send, receive = c.message_send[wrong[0]], c.message_receive[wrong[0]]
        source, target = (c.processes[c.event_process[event]] for event in (send, receive))
        raise ValueError(
            f"no execution passes through an inconsistent cut: message {wrong[0]} from {source}"
            f" to {target} is received before it and sent after it"
        )
    return np.argsort(~first, kind="stable").astype(np.int64)


class Retiming(NamedTuple):
    """When the events happen instead. times: int64[E]; ``at`` is the instant of the cut.

    Times up to ``at`` belong to exactly the events inside the cut.
    """

    times: NDArray[np.int64]
    at: int


def retimed(times: ArrayLike, first: NDArray[np.bool_], wish: int = 0, room: int = 0) -> Retiming:
    """Move events so that those marked ``first`` come first, and leave the others where they are.

    times: int64[E], at or above 0. Only the stretch in which both kinds happen is touched, with
    ``room`` on either side: in its first half what comes first there, in its second half the
    rest, and half the room free on either side of the cut. Different times stay different, at
    the price of single units of time where the stretch is too narrow.
    wish: the instant of the cut, heeded as far as nothing must move for it.
    """
    old = np.asarray(times, dtype=np.int64)
    early, late = np.unique(old[first]), np.unique(old[~first])
    last = int(early[-1]) if len(early) else 0
    start = int(late[0]) if len(late) else max(last, wish) + 1 + room
    if last >= start:
        early_now, late_now, at = _parted(early, late, max(0, start - room), last + room, room)
    else:
        free = min(room, start - 1 - last) // 2
        early_now, late_now, at = early, late, min(max(wish, last + free), start - 1 - free)
    moved = np.empty_like(old)
    moved[first] = early_now[np.searchsorted(early, old[first])]
    moved[~first] = late_now[np.searchsorted(late, old[~first])]
    return Retiming(moved, at)


def _parted(
    early: NDArray, late: NDArray, begin: int, end: int, room: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """New early and late times, and the instant between; outside begin..end nothing moves."""
    last, start = int(early[-1]) if len(early) else 0, int(late[0])
    middle = start + (last - start) // 2
    free = min(room, middle - begin, end - middle) // 2
    early_share = (middle - free - begin) / max(1, last - begin)
    early_now = np.where(early <= begin, early, begin + _part(early - begin, early_share))
    early_now = _increasing(early_now)
    at = max(middle, int(early_now[-1]) if len(early) else 0)
    late_share = (end - middle - free) / max(1, end - start)
    late_now = np.where(late >= end, late, end - _part(end - late, late_share))
    return early_now, _increasing(np.maximum(late_now, at + 1)), at


def _part(lengths: NDArray[np.int64], share: float) -> NDArray[np.int64]:
    # In floats: a product of two times of a very long run would overflow.
    return np.floor(lengths * share).astype(np.int64)


def _increasing(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The least values at or above the given ones, each larger than the one before it."""
    steps = np.arange(len(values))
    return np.maximum.accumulate(values - steps) + steps
