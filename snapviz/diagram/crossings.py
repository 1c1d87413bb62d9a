"""How many of some messages cross each gap between two lines until when."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from .time_bins import TimeBins

if TYPE_CHECKING:
    from .facts import Facts

LAST_BYTE = 255
BLOCK = 32  # columns that are put into their table at once
LOST_SHARE = 0.45  # of the way to the receiver, where a lost message ends


class Ways:
    """Where and when some messages go, for the gaps that they cross."""

    def __init__(self, known: Facts, chosen: np.ndarray):
        source, target = known.source[chosen], known.target[chosen]
        self.gaps = max(known.count - 1, 0)
        self._low = np.minimum(source, target)
        self._high = np.maximum(source, target)
        self._source = source
        lines = self._high - self._low
        is_lost = known.end[chosen] < 0
        self._sent = known.sent[chosen].astype(float)
        self._flight = np.where(is_lost, 0, known.end[chosen] - self._sent)
        self._per_line = self._flight / lines
        self._reach = np.where(is_lost, LOST_SHARE, 1.0) * lines
        self._loses = bool(is_lost.any())
        # Memory that is used again and again; new memory for each step takes longer than the step.
        self._spare = [np.empty(len(chosen)) for _ in range(2)]

    def span(self, bins: TimeBins) -> tuple[int, int]:
        """The first bin in which any is under way, and the last one."""
        if not len(self._sent):
            return 0, 0
        ends = np.array([self._sent.min(), (self._sent + self._flight).max()])
        first, last = bins.of(ends).tolist()
        return first, last

    def crossing(self, gap: int) -> np.ndarray:
        """float us: when each message that crosses the middle of a gap does so.

        The answer is good until the next one is asked for.
        """
        inside = np.flatnonzero((self._low <= gap) & (self._high > gap))
        if self._loses:
            inside = inside[np.abs(gap + 0.5 - self._source[inside]) <= self._reach[inside]]
        at, more = (spare[: len(inside)] for spare in self._spare)
        np.abs(np.subtract(gap + 0.5, self._source[inside], out=at), out=at)
        at *= self._per_line.take(inside, out=more, mode="clip")
        at += self._sent.take(inside, out=more, mode="clip")
        return at


class Crossings:
    """Running counts by time of messages in each gap, for the bins in which there are any."""

    def __init__(self, ways: Ways, bins: TimeBins):
        self._first, last = ways.span(bins)

        def bins_of(gap: int) -> np.ndarray:
            return bins.of(ways.crossing(gap)) - self._first

        self._table = running(ways.gaps, last + 1 - self._first, bins_of)

    @property
    def nbytes(self) -> int:
        return self._table.nbytes

    def between(self, since: np.ndarray, gaps: slice) -> tuple[int, np.ndarray]:
        """The first column in which there may be any, and from it on as `rise`.

        ``since``: for each edge between two columns the first bin after it.
        """
        inside, last = since - self._first, len(self._table) - 1
        first = max(int(np.searchsorted(inside, 0, side="right")) - 1, 0)
        first = min(first, len(inside) - 2)
        after = max(int(np.searchsorted(inside, last)) + 1, first + 2)
        return first, rise(self._table, np.clip(inside[first:after], 0, last), gaps)


def running(columns: int, bins: int, bins_of: Callable[[int], np.ndarray]) -> np.ndarray:
    """int32[bins + 1, columns]: how many of each column's bins lie before each.

    Summed up before they are turned round, which takes less time.
    """
    table = np.zeros((bins + 1, columns), dtype=np.int32)
    block = np.empty((BLOCK, bins), dtype=np.int32)
    for first in range(0, columns, BLOCK):
        after = min(first + BLOCK, columns)
        for column in range(first, after):
            counts = np.bincount(bins_of(column), minlength=bins)
            np.cumsum(counts, out=block[column - first])
        table[1:, first:after] = block[: after - first].T
    return table


def rise(table: np.ndarray, bins: np.ndarray, chosen: slice) -> np.ndarray:
    """[chosen, columns]: of running counts, how much came between one bin and the next, in bytes
    wherever it fits into them, else int32."""
    counts = np.diff(table.take(bins, axis=0)[:, chosen], axis=0)
    if counts.max(initial=0) <= LAST_BYTE:
        counts = counts.astype(np.uint8)
    return np.ascontiguousarray(counts.T)
