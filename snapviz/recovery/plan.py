"""Where a recovery in a run puts everyone: `replay` asked with what each process offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from snapviz.causality.computation import Computation
from snapviz.recovery.replay import Sources, Standing, maximal_recoverable


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
    """Return where each process stands after a recovery, given what each can offer."""
    standings = maximal_recoverable(c, [sources_of(offer) for offer in offers])
    return [_place(standing) for standing in standings]


def sources_of(offer: Offer) -> Sources:
    """What an offer amounts to: how far replay leads from each checkpoint."""
    usable = [count for count in offer.checkpoints if count <= offer.at_most]
    ends = [min(_rebuilt_to(offer, count), offer.at_most) for count in usable]
    return Sources(usable, ends, offer.live and offer.count <= offer.at_most)


def _rebuilt_to(offer: Offer, start: int) -> int:
    """How far a replay leads from a checkpoint: to the first receive that is gone."""
    if offer.gone is None:
        return start
    return min((local for local in offer.gone if local >= start), default=offer.count)


def _place(standing: Standing) -> Place:
    return Place(standing.events, None if standing.live else standing.checkpoint)
