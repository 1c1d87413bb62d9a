"""The same questions answered by trying every choice of one state per process."""

from __future__ import annotations

from itertools import product

from snapviz.causality.computation import Computation
from tests.causality import referee


def consistent_sets(c: Computation, candidates) -> list[tuple[int, ...]]:
    """Places of every consistent choice of one candidate per process."""
    before = [
        (send, receive)
        for send, receive in referee.graph(c).edges
        if c.event_process[send] != c.event_process[receive]
    ]
    process, local = c.event_process.tolist(), c.event_local.tolist()
    found = []
    for places in product(*[range(len(one)) for one in candidates]):
        cut = [one[place] for one, place in zip(candidates, places, strict=True)]
        inside = [here < cut[line] for line, here in zip(process, local, strict=True)]
        if not any(inside[receive] and not inside[send] for send, receive in before):
            found.append(places)
    return found


def latest(sets: list[tuple[int, ...]]) -> tuple[int, ...]:
    """The one set at or above all others; fails if there is none."""
    most = tuple(map(max, zip(*sets, strict=True)))
    assert most in sets
    return most
