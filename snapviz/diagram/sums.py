"""How much happens until when: running counts of a run, so that any stretch is one subtraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .lattice import Lattice
from .lives import NEVER

if TYPE_CHECKING:
    from .facts import Facts

CELLS = 1 << 24  # of four bytes, of each table at most
BINS = (1 << 8, 110_000)  # fewest and most
BLOCK = 16  # gaps whose counts are put into their table at once
LOST_SHARE = 0.45  # of the way to the receiver, where a lost message ends


class Sums:
    """Running counts by time, of messages in each gap between two lines and of events on a line.

    ``others``: the numbers of messages that are not counted, as each is drawn in a way of its
    own: those of snapshots, and what a recovery undid. ``step_us``: microseconds of a bin.
    The tables have a row for each bin, as a picture asks for all lines at few instants.
    """

    def __init__(self, known: Facts):
        self.step_us = _step(known)
        self.bins = int(known.run.until_us // self.step_us) + 1
        counted = _counted(known)
        self.others = np.flatnonzero(~counted)
        self.plain_count = int(counted.sum())
        self._gaps = self._crossings(known, np.flatnonzero(counted))
        self._lines = self._events(known)

    @property
    def nbytes(self) -> int:
        return self._gaps.nbytes + self._lines.nbytes

    def messages(self, gaps: slice, grid: Lattice) -> np.ndarray:
        """int32[gaps, columns]: messages that cross the middle of a gap within each column."""
        return self._between(self._gaps, gaps, grid)

    def events(self, lines: slice, grid: Lattice) -> np.ndarray:
        """int32[lines, columns]: events within each column."""
        return self._between(self._lines, lines, grid)

    def suits(self, grid: Lattice) -> bool:
        """Whether a column is a bin wide, so that it shows no steps."""
        return grid.scale * self.step_us <= 1.0

    def _between(self, table: np.ndarray, chosen: slice, grid: Lattice) -> np.ndarray:
        counts = table.take(self._bins_of(grid), axis=0)[:, chosen]
        return np.ascontiguousarray(np.diff(counts, axis=0).T)

    def _bins_of(self, grid: Lattice) -> np.ndarray:
        bins = np.ceil(grid.edges() / self.step_us).astype(np.int64)
        return np.clip(bins, 0, self.bins)

    def _crossings(self, known: Facts, chosen: np.ndarray) -> np.ndarray:
        count = max(known.count - 1, 0)
        table = np.zeros((self.bins + 1, count), dtype=np.int32)
        way = _Ways(known, chosen, self.step_us)
        for first in range(0, count, BLOCK):
            gaps = range(first, min(first + BLOCK, count))
            bins = (np.minimum(way.crossing(gap), self.bins - 1) for gap in gaps)
            counts = [np.bincount(mine, minlength=self.bins) for mine in bins]
            table[1:, first : gaps.stop] = np.transpose(counts)
        return np.cumsum(table, axis=0, out=table)

    def _events(self, known: Facts) -> np.ndarray:
        trace, rows = known.trace, known.event_rows
        bins = np.minimum(trace.row_time[rows] // self.step_us, self.bins - 1)
        cells = (bins + 1) * known.count + trace.row_process[rows]
        counts = np.bincount(cells, minlength=known.count * (self.bins + 1))
        table = counts.astype(np.int32).reshape(self.bins + 1, known.count)
        return np.cumsum(table, axis=0, out=table)


class _Ways:
    """Where and when messages go, for the gaps that they cross; times in bins."""

    def __init__(self, known: Facts, chosen: np.ndarray, step_us: int):
        source, target = known.source[chosen], known.target[chosen]
        self._low = np.minimum(source, target)
        self._high = np.maximum(source, target)
        self._source = source
        lines = self._high - self._low
        is_lost = known.end[chosen] < 0
        self._sent = known.sent[chosen] / step_us
        flight = np.where(is_lost, 0, known.end[chosen] - known.sent[chosen])
        self._per_line = flight / step_us / lines
        self._reach = np.where(is_lost, LOST_SHARE, 1.0) * lines
        self._loses = bool(is_lost.any())

    def crossing(self, gap: int) -> np.ndarray:
        """int64: the bin in which each message that crosses the middle of a gap does so."""
        inside = np.flatnonzero((self._low <= gap) & (self._high > gap))
        lines = np.abs(gap + 0.5 - self._source[inside])
        if self._loses:
            reaches = lines <= self._reach[inside]
            inside, lines = inside[reaches], lines[reaches]
        return (self._sent[inside] + lines * self._per_line[inside]).astype(np.int64)


def _step(known: Facts) -> int:
    """Microseconds of a bin, so that the tables stay small."""
    bins = min(max(CELLS // max(known.count, 1), BINS[0]), BINS[1])
    return max(1, -(-(known.run.until_us + 1) // bins))


def _counted(known: Facts) -> np.ndarray:
    """bool[M]: the messages of which one looks like the other."""
    counted = ~known.is_control & (known.lives.faded_row == NEVER) & (known.source != known.target)
    counted[list(known.marks)] = False
    counted[list(known.lives.again)] = False
    return counted
