"""How many slanted lines pass each pixel of a picture, by numpy."""

from __future__ import annotations

import numpy as np

from .lattice import Lattice

SHORTEST = 1e-9  # columns between the ends of a line, below which it stands upright


def coverage(ends: np.ndarray, grid: Lattice, rows: int) -> np.ndarray:
    """int[rows, columns]: lines in each cell.

    ``ends``: float[A, 4] of x1, y1, x2, y2 with x1 <= x2, x in columns from the start of the run
    and y in rows from the top. A line has one cell at least in each column that it passes.
    """
    x1, y1, x2, y2 = ends.T
    first = np.floor(x1).astype(np.int64)
    last = np.floor(x2).astype(np.int64)
    seen = np.maximum(first, grid.first), np.minimum(last, grid.first + grid.columns - 1)
    count = np.maximum(seen[1] - seen[0] + 1, 0)
    after = np.cumsum(count)
    column = np.arange(int(count.sum())) - np.repeat(after - count - seen[0], count)
    slope = (y2 - y1) / np.maximum(x2 - x1, SHORTEST)
    upper = y1 - x1 * slope + np.minimum(slope, 0.0)  # of the stroke in column 0
    top = np.repeat(upper, count) + column * np.repeat(slope, count)
    bottom = top + np.repeat(np.abs(slope), count)
    _end_at(y1, (count > 0) & (seen[0] == first), after - count, slope >= 0, (top, bottom))
    _end_at(y2, (count > 0) & (seen[1] == last), after - 1, slope < 0, (top, bottom))
    return _runs(column - grid.first, top, bottom, (rows, grid.columns))


def _end_at(
    y: np.ndarray,
    shows: np.ndarray,
    place: np.ndarray,
    is_upper: np.ndarray,
    strokes: tuple[np.ndarray, np.ndarray],
) -> None:
    """Let the strokes at one end of the lines reach to ``y`` and no farther."""
    for side, chosen in zip(strokes, (shows & is_upper, shows & ~is_upper), strict=True):
        side[place[chosen]] = y[chosen]


def _runs(
    column: np.ndarray, top: np.ndarray, bottom: np.ndarray, shape: tuple[int, int]
) -> np.ndarray:
    """Upright strokes added up: one more where each begins, one less where it ends."""
    rows, columns = shape
    top = np.clip(top, 0, rows).astype(np.int64)
    bottom = np.clip(np.maximum(np.ceil(bottom), top + 1), 0, rows).astype(np.int64)
    kind = np.int16 if len(column) < np.iinfo(np.int16).max else np.int32
    steps = np.zeros((rows + 1) * columns, dtype=kind)
    one = np.ones((), dtype=kind)
    np.add.at(steps, top * columns + column, one)
    np.subtract.at(steps, bottom * columns + column, one)
    counts = steps.reshape(rows + 1, columns)
    for row in range(1, rows):
        counts[row] += counts[row - 1]
    return counts[:rows]
