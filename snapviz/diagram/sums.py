"""How much happens until when: running counts of a run, so that any stretch is one subtraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .crossings import Crossings, Ways, rise, running
from .lattice import Lattice
from .lives import NEVER
from .time_bins import TimeBins

if TYPE_CHECKING:
    from .facts import Facts

CELLS = 1 << 24  # of four bytes, of each table at most
BINS = (1 << 8, 110_000)  # fewest and most
TALLIED = 1_000  # markers of a snapshot from which on they are counted, not followed
TALLY_CELLS = 100  # of their table for each of them, at most
PLAIN, OTHER = -1, -2


class Sums:
    """Running counts by time, of messages in each gap between two lines and of events on a line.

    The messages of the application are counted, and for themselves the markers of each snapshot
    that has very many. ``others``: the numbers of those that are not counted, as each
    is drawn in a way of its own: those of smaller snapshots, and what a recovery undid. The
    tables have a row for each bin, as a picture asks for all lines at few instants.
    """

    def __init__(self, known: Facts):
        self._bins = _bins(known)
        kinds = _kinds(known)
        plain = np.flatnonzero(kinds == PLAIN)
        self.plain_count = len(plain)
        self._crossings = {PLAIN: Crossings(Ways(known, plain), self._bins)}
        self._tallied = self._tally(known, kinds)
        is_counted = np.isin(kinds, list(self._crossings))
        self.others = np.flatnonzero(~is_counted)
        self._lines = self._events(known)

    @property
    def nbytes(self) -> int:
        return self._lines.nbytes + sum(found.nbytes for found in self._crossings.values())

    def messages(self, gaps: slice, grid: Lattice, snapshot: int = PLAIN) -> tuple[int, np.ndarray]:
        """A column, and [gaps, columns] from it on: messages that cross the middle of a gap
        within each column; there are none in the other columns.

        ``snapshot``: whose markers, one of those in `tallied`; -1: the application's.
        """
        return self._crossings[snapshot].between(self._since(grid), gaps)

    def shares(
        self, gaps: slice, grid: Lattice, snapshot: int = PLAIN
    ) -> tuple[np.ndarray, np.ndarray]:
        """The same where bins are wider than columns: float32[gaps, bins], messages within any
        one column of a bin, and int64[columns], the bin of each column."""
        place = self._bins.place(grid.edges())
        bins = np.minimum(place[:-1].astype(np.int64), self._bins.count - 1)
        among = np.arange(bins[0], bins[-1] + 2)
        left, found = self._crossings[snapshot].between(among, gaps)
        shares = np.zeros((len(found), len(among) - 1), dtype=np.float32)
        shares[:, left : left + found.shape[1]] = found
        width = np.zeros(len(among) - 1, dtype=np.float32)
        width[bins - bins[0]] = np.diff(place)
        return shares * width, bins - bins[0]

    def events(self, lines: slice, grid: Lattice) -> np.ndarray:
        """[lines, columns]: events within each column."""
        return rise(self._lines, self._since(grid), lines)

    def happens(self, grid: Lattice) -> np.ndarray:
        """bool[lines, columns]: whether there are any."""
        counts = self._lines.take(self._since(grid), axis=0)
        return np.ascontiguousarray((counts[1:] != counts[:-1]).T)

    def suits(self, grid: Lattice) -> bool:
        """Whether a column is a bin wide, so that it shows no steps."""
        edges = grid.edges()
        return self._bins.suits(edges[0], edges[-1], 1 / grid.scale)

    def tallied(self, about: slice) -> dict[int, int]:
        """Of a stretch of messages, how many markers of each snapshot are counted."""
        ends = (about.start, about.stop)
        found = {
            snapshot: np.diff(np.searchsorted(numbers, ends)).item()
            for snapshot, numbers in self._tallied.items()
        }
        return {snapshot: count for snapshot, count in found.items() if count}

    def _since(self, grid: Lattice) -> np.ndarray:
        return self._bins.since(grid.edges())

    def _tally(self, known: Facts, kinds: np.ndarray) -> dict[int, np.ndarray]:
        """Count what is worth it; the numbers of the messages by snapshot."""
        tallied = {}
        for snapshot in np.flatnonzero(np.bincount(kinds[kinds >= 0]) >= TALLIED).tolist():
            chosen = np.flatnonzero(kinds == snapshot)
            ways = Ways(known, chosen)
            first, last = ways.span(self._bins)
            if (last + 2 - first) * ways.gaps <= TALLY_CELLS * len(chosen):
                self._crossings[snapshot] = Crossings(ways, self._bins)
                tallied[snapshot] = chosen
        return tallied

    def _events(self, known: Facts) -> np.ndarray:
        trace, rows = known.trace, known.event_rows
        bins, lines = self._bins.of(trace.row_time[rows]), trace.row_process[rows]
        # numpy sorts 16-bit keys by radix, several times faster than others.
        narrow = lines.astype(np.uint16) if known.count <= 1 << 16 else lines
        order = np.argsort(narrow, kind="stable")
        ends = np.cumsum(np.bincount(lines, minlength=known.count))[:-1]
        of_line = np.split(bins[order], ends)
        return running(known.count, self._bins.count, of_line.__getitem__)


def _bins(known: Facts) -> TimeBins:
    """So many that the tables stay small."""
    most = min(max(CELLS // max(known.count, 1), BINS[0]), BINS[1])
    return TimeBins(known.run.until_us, known.trace.row_time[known.event_rows], most)


def _kinds(known: Facts) -> np.ndarray:
    """int64[M]: the messages of which one looks like the other, the snapshot of a control message.

    -1: of the application; -2: it looks like no other. What keeps or agrees on a snapshot is not
    of its capture.
    """
    kinds = np.where(known.is_control, known.trace.message_snapshot, PLAIN).astype(np.int64)
    kinds[known.is_control & (known.trace.message_snapshot < 0)] = OTHER
    kinds[known.trace.message_keeps | (known.lives.faded_row != NEVER)] = OTHER
    kinds[known.source == known.target] = OTHER
    kinds[[*known.marks, *known.lives.again]] = OTHER
    return kinds
