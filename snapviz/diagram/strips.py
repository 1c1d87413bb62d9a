"""A raster of ink as few rectangles, for files of shapes that cannot hold every cell of it."""

from __future__ import annotations

import numpy as np

from .display_list import Shade

CELLS = 12_000  # at most, of which a raster is made

Strip = tuple[float, float, float, float]  # left, top, right, bottom


def strips_of(item: Shade, tones: int) -> dict[int, list[Strip]]:
    """By tone, 1 to ``tones``, the rectangles that have it; cells alike in a row are one."""
    ink = np.frombuffer(item.inked(), dtype=np.uint8).reshape(item.rows, item.columns)
    across, down = _block(item)
    small = _averaged(ink, across, down)
    # Rounded up, so that what is faint stays there.
    tone = np.ceil(small * (tones / 255)).astype(np.int64)
    row, left, right = _stretches(tone)
    found: dict[int, list[Strip]] = {}
    unit = item.width / item.columns, item.height / item.rows
    for y, x1, x2 in zip(row.tolist(), left.tolist(), right.tolist(), strict=True):
        strip = (
            item.x + x1 * across * unit[0],
            item.y + y * down * unit[1],
            min(item.x + x2 * across * unit[0], item.x + item.width),
            min(item.y + (y + 1) * down * unit[1], item.y + item.height),
        )
        found.setdefault(int(tone[y, x1]), []).append(strip)
    return found


def _block(item: Shade) -> tuple[int, int]:
    """How many cells across and down become one."""
    side = max(1, int(np.ceil(np.sqrt(item.rows * item.columns / CELLS))))
    down = min(side, item.rows)
    return max(1, int(np.ceil(item.rows * item.columns / down / CELLS))), down


def _averaged(ink: np.ndarray, across: int, down: int) -> np.ndarray:
    sums = np.add.reduceat(ink.astype(float), np.arange(0, ink.shape[0], down), axis=0)
    sums = np.add.reduceat(sums, np.arange(0, ink.shape[1], across), axis=1)
    rows = np.minimum(down, ink.shape[0] - np.arange(0, ink.shape[0], down))
    columns = np.minimum(across, ink.shape[1] - np.arange(0, ink.shape[1], across))
    return sums / rows[:, None] / columns


def _stretches(tone: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row, first column and column after of each stretch of one tone that is not nothing."""
    edge = np.ones((tone.shape[0], tone.shape[1] + 1), dtype=bool)
    edge[:, 1:-1] = tone[:, 1:] != tone[:, :-1]
    row, column = np.nonzero(edge)
    inside = row[1:] == row[:-1]
    row, left, right = row[:-1][inside], column[:-1][inside], column[1:][inside]
    has_ink = tone[row, left] > 0
    return row[has_ink], left[has_ink], right[has_ink]
