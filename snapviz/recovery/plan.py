"""Where a recovery puts everyone: the latest consistent state that can be had.

Among states of which each process is either live, at a checkpoint, or as far behind a checkpoint
as its log leads, the consistent ones are closed under taking the later of each process, so there
is one latest (D. B. Johnson and W. Zwaenepoel, "Recovery in distributed systems using optimistic
message logging and checkpointing", J. Algorithms 11(3), 1990, section 3).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.causality.cuts import nearest_consistent


class Offer(NamedTuple):
    """What one process can bring into a recovery, in counts of its standing events.

    ``checkpoints``: where its usable checkpoints lie, ascending, the first 0. ``gone``: the local
    indices of the receives that cannot be had again, None if none can. ``live``: it is up.
    ``count``: its standing events. ``at_most``: it may keep no more of them.
    """

    checkpoints: tuple[int, ...]
    gone: frozenset[int] | None
    live: bool
    count: int
    at_most: int


class Place(NamedTuple):
    """Where a recovery puts a process: after ``count`` of its events.

    ``checkpoint``: the place in its offer of the checkpoint it starts from; None: it goes on from
    its live state.
    """

    count: int
    checkpoint: int | None


def plan_recovery(c: Computation, offers: Sequence[Offer]) -> list[Place]:
    """Return where each process stands after a recovery, given what each can offer.

    Every round takes a process back to the latest it offers of what the others leave of it.
    """
    offered = [candidates(offer) for offer in offers]
    cut = [counts[-1] for counts in offered]
    while True:
        allowed = nearest_consistent(c, np.array(cut, np.int64)).tolist()
        if allowed == cut:
            return [_place(offer, count) for offer, count in zip(offers, cut, strict=True)]
        cut = [
            counts[bisect_right(counts, most) - 1]
            for counts, most in zip(offered, allowed, strict=True)
        ]


def candidates(offer: Offer) -> list[int]:
    """After how many of its events a process can stand, ascending."""
    counts = set(offer.checkpoints)
    if offer.live:
        counts.add(offer.count)
    if offer.gone is not None:
        for start in offer.checkpoints:
            counts.update(range(start, _rebuilt_to(offer, start) + 1))
    return sorted(count for count in counts if count <= offer.at_most)


def _rebuilt_to(offer: Offer, start: int) -> int:
    """How far a replay leads from a checkpoint: to the first receive that is gone."""
    return min((local for local in offer.gone if local >= start), default=offer.count)


def _place(offer: Offer, count: int) -> Place:
    if offer.live and count == offer.count:
        return Place(count, None)
    return Place(count, bisect_right(offer.checkpoints, count) - 1)
