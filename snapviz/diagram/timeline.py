"""Finding what lies in a stretch of time without looking at the whole run."""

from __future__ import annotations

import numpy as np


class Intervals:
    """Numbered stretches of time, int64[M] each, that begin in almost ascending order.

    A question costs two binary searches and a look at those found by them, which are all
    that begin before the end of the stretch asked for, from the first that may reach it.
    """

    def __init__(self, begins: np.ndarray, ends: np.ndarray):
        # Of a stretch that begins too early for its number the running extremes hold.
        self._begins = np.minimum.accumulate(begins[::-1])[::-1]
        self._reach = np.maximum.accumulate(ends)
        self._from, self._to = begins, ends

    def about(self, from_us: int, to_us: int) -> slice:
        """Numbers that hold all that meet the stretch, and some that do not."""
        first = int(np.searchsorted(self._reach, from_us, side="left"))
        after = int(np.searchsorted(self._begins, to_us, side="right"))
        return slice(first, max(first, after))

    def meeting(self, from_us: int, to_us: int) -> np.ndarray:
        """int64: the numbers of all that meet the stretch, ascending."""
        there = self.about(from_us, to_us)
        meets = (self._from[there] <= to_us) & (self._to[there] >= from_us)
        return np.flatnonzero(meets) + there.start
