"""How many slanted lines pass each pixel of a picture, by numpy."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .lattice import Lattice

SHORTEST = 1e-9  # columns between the ends of a line, below which it stands upright
NARROW = 200  # columns up to which numpy adds up faster than row by row
STROKES = 16_000  # worked on at once, so that they stay in the memory next to the processor


def coverage(
    ends: np.ndarray, grid: Lattice, rows: int, weights: np.ndarray | None = None
) -> np.ndarray:
    """uint[rows, columns]: lines in each cell, in a byte wherever they fit into one.

    ``weights``, unsigned, one for each line: what they add up to instead, in their own type.

    ``ends``: float[A, 4] of x1, y1, x2, y2 with x1 <= x2, x in columns from the start of the run
    and y in rows from the top. A line has one cell at least in each column that it passes.
    """
    lines = _Lines(ends, grid)
    # Steps may go below nothing on the way, but what they add up to always fits.
    kind = np.min_scalar_type(lines.most) if weights is None else weights.dtype
    steps = np.zeros((rows + 1) * grid.columns, dtype=kind)
    one = np.ones((), dtype=kind)
    for line, column, top, bottom in lines.pieces():
        one = one if weights is None else weights.take(line)
        begin = _within(top, rows).astype(np.int64)
        end = np.maximum(np.ceil(bottom, out=bottom), begin + 1.0, out=bottom)
        end = _within(end, rows).astype(np.int64)
        np.add.at(steps, _cells(begin, column, grid.columns), one)
        np.subtract.at(steps, _cells(end, column, grid.columns), one)
    return _running(steps.reshape(rows + 1, grid.columns))[:rows]


class _Lines:
    """Slanted lines as upright strokes, one in each column in view that a line passes."""

    def __init__(self, ends: np.ndarray, grid: Lattice):
        x1, self._y1, x2, self._y2 = np.ascontiguousarray(ends.T)
        first = np.floor(x1).astype(np.int64)
        last = np.floor(x2).astype(np.int64)
        begin = np.maximum(first, grid.first)
        end = np.minimum(last, grid.first + grid.columns - 1)
        self._grid = grid
        self._count = np.maximum(end - begin + 1, 0)
        self._after = np.cumsum(self._count)
        self._begin = begin
        self._slope = (self._y2 - self._y1) / np.maximum(x2 - x1, SHORTEST)
        self._upper = self._y1 - x1 * self._slope + np.minimum(self._slope, 0.0)  # in column 0
        self._starts = (self._count > 0) & (begin == first)
        self._ends = (self._count > 0) & (end == last)
        self.strokes = int(self._count.sum())

    @property
    def most(self) -> int:
        """How many lines pass one column at most."""
        left, seen = self._begin - self._grid.first, self._count > 0
        starts = np.bincount(left[seen], minlength=self._grid.columns + 1)
        stops = np.bincount((left + self._count)[seen], minlength=self._grid.columns + 1)
        return int(np.cumsum(starts - stops).max(initial=0))

    def pieces(self) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
        """int64 twice, float twice: line, column from the left, top and bottom of so many strokes."""
        wanted = np.arange(STROKES, self.strokes + STROKES, STROKES)
        edges = np.unique(np.searchsorted(self._after, wanted, side="right")).tolist()
        for first, after in zip([0, *edges], [*edges, len(self._count)], strict=True):
            if first < after:
                yield self._piece(slice(first, after))

    def _piece(self, lines: slice) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        count, slope = self._count[lines], self._slope[lines]
        after = np.cumsum(count)
        line = np.repeat(np.arange(len(count)), count)
        column = np.arange(len(line))
        column -= (after - count - self._begin[lines]).take(line)
        top = slope.take(line)
        bottom = np.abs(top)
        top *= column
        top += self._upper[lines].take(line)
        bottom += top
        sides, falls = (top, bottom), slope >= 0
        _end_at(self._y1[lines], self._starts[lines], after - count, falls, sides)
        _end_at(self._y2[lines], self._ends[lines], after - 1, ~falls, sides)
        column -= self._grid.first
        line += lines.start
        return line, column, top, bottom


def _end_at(
    y: np.ndarray,
    shows: np.ndarray,
    place: np.ndarray,
    is_upper: np.ndarray,
    strokes: tuple[np.ndarray, np.ndarray],
) -> None:
    """Let the strokes at one end of the lines reach to ``y`` and no farther."""
    for side, among in zip(strokes, (is_upper, ~is_upper), strict=True):
        chosen = np.flatnonzero(shows & among)
        side[place[chosen]] = y[chosen]


def _within(y: np.ndarray, rows: int) -> np.ndarray:
    """Changes ``y``, as there may be very many."""
    return np.minimum(np.maximum(y, 0.0, out=y), float(rows), out=y)


def _cells(row: np.ndarray, column: np.ndarray, columns: int) -> np.ndarray:
    """Numbers of cells; changes ``row``."""
    row *= columns
    row += column
    return row


def _running(steps: np.ndarray) -> np.ndarray:
    """Added up from the top: one more where a stroke begins, one less where it ends."""
    if steps.shape[1] < NARROW:
        return np.cumsum(steps, axis=0, dtype=steps.dtype, out=steps)
    above, add = steps[0], np.add
    for row in steps[1:]:
        above = add(row, above, out=row)
    return steps
