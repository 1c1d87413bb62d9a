"""Covering the events of a computation by the least number of causal chains."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from snapviz.causality.clocks import vector_clocks
from snapviz.causality.computation import Computation


def least_chain_cover(c: Computation) -> int:
    """Return the least number of causal chains that together hold every event.

    Starts from the process lines and joins two chains for each augmenting path of the matching
    that Fulkerson (1956) gives for Dilworth's theorem: at most n searches. Events known to a
    vector form a prefix of each process, so a search looks at each event once, in O(E * n).
    """
    return _Cover(c).shrink()


class _Cover:
    """Chains by their links: following[x] is the next event on x's chain, or -1."""

    def __init__(self, c: Computation) -> None:
        self._lines = [c.events_of(process).tolist() for process in range(c.process_count)]
        self._process = c.event_process.tolist()
        # Strict causes only: an event's own entry must not count the event itself.
        self._causes = vector_clocks(c)
        self._causes[np.arange(c.event_count), c.event_process] -= 1
        self._following = [-1] * c.event_count
        self._preceding = [-1] * c.event_count
        for line in self._lines:
            for before, after in pairwise(line):
                self._following[before] = after
                self._preceding[after] = before

    def shrink(self) -> int:
        """Join chains while an augmenting path exists; return how many are left."""
        while self._augment():
            pass
        return self._preceding.count(-1)

    def _augment(self) -> bool:
        """Search from the first event of every chain for the last event of another one.

        Trees grown from different first events share no event, so each may give one path.
        """
        queue = [(event, event) for event, before in enumerate(self._preceding) if before < 0]
        joined = set()
        reached_for = [-1] * len(self._following)
        seen = np.zeros(len(self._lines), np.int32)
        for event, first in queue:
            if first in joined:
                continue
            for cause in self._unseen_causes(event, seen):
                reached_for[cause] = event
                if self._following[cause] >= 0:
                    queue.append((self._following[cause], first))
                elif first not in joined:
                    self._join(cause, reached_for)
                    joined.add(first)
        return bool(joined)

    def _unseen_causes(self, event: int, seen: np.ndarray) -> list[int]:
        causes = self._causes[event]
        found = []
        for process in np.flatnonzero(causes > seen).tolist():
            found += self._lines[process][seen[process] : causes[process]]
            seen[process] = causes[process]
        return found

    def _join(self, last: int, reached_for: list[int]) -> None:
        """Turn the path round: each cause on it takes over the event it was reached for."""
        cause = last
        while cause >= 0:
            event = reached_for[cause]
            cause_before = self._preceding[event]
            self._following[cause], self._preceding[event] = event, cause
            cause = cause_before
