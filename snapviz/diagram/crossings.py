"""How many of some messages cross each gap between two lines until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .time_bins import TimeBins

if TYPE_CHECKING:
    from .facts import Facts

LAST_BYTE = 255
BLOCK = 16  # gaps whose counts are put into their table at once
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
        self._sent = known.sent[chosen]
        self._flight = np.where(is_lost, 0, known.end[chosen] - self._sent)
        self._per_line = self._flight / lines
        self._reach = np.where(is_lost, LOST_SHARE, 1.0) * lines
        self._loses = bool(is_lost.any())

    def span(self, bins: TimeBins) -> tuple[int, int]:
        """The first bin in which any is under way, and the last one."""
        if not len(self._sent):
            return 0, 0
        ends = np.array([self._sent.min(), (self._sent + self._flight).max()])
        first, last = bins.of(ends).tolist()
        return first, last

    def crossing(self, gap: int) -> np.ndarray:
        """float us: when each message that crosses the middle of a gap does so."""
        inside = np.flatnonzero((self._low <= gap) & (self._high > gap))
        lines = np.abs(gap + 0.5 - self._source[inside])
        if self._loses:
            reaches = lines <= self._reach[inside]
            inside, lines = inside[reaches], lines[reaches]
        lines *= self._per_line[inside]
        lines += self._sent[inside]
        return lines


class Crossings:
    """Running counts by time of messages in each gap, for the bins in which there are any."""

    def __init__(self, ways: Ways, bins: TimeBins):
        self._first, last = ways.span(bins)
        count = last + 1 - self._first
        table = np.zeros((count + 1, ways.gaps), dtype=np.int32)
        for first in range(0, ways.gaps, BLOCK):
            gaps = range(first, min(first + BLOCK, ways.gaps))
            places = (bins.of(ways.crossing(gap)) - self._first for gap in gaps)
            counts = [np.bincount(mine, minlength=count) for mine in places]
            table[1:, first : gaps.stop] = np.transpose(counts)
        self._table = np.cumsum(table, axis=0, out=table)

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


def rise(table: np.ndarray, bins: np.ndarray, chosen: slice) -> np.ndarray:
    """[chosen, columns]: of running counts, how much came between one bin and the next, in bytes
    wherever it fits into them, else int32."""
    counts = np.diff(table.take(bins, axis=0)[:, chosen], axis=0)
    if counts.max(initial=0) <= LAST_BYTE:
        counts = counts.astype(np.uint8)
    return np.ascontiguousarray(counts.T)
