"""Channels that would run behind a third process, bent around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

import numpy as np

from .display_list import Point
from .polyline import Way

MOST = 240  # channels up to which they are bent; of more, none can be told from another
CLEAR = 7.0  # pixels from the rim of a process within which a way is behind it
PIECES = 20  # straight pieces of a bent way
GROWTH = (1.0, 1.35, 1.8)  # of the least bend that should do
LEAST_SHARE = 0.12  # of the way, on which a process is taken to lie for the bend it asks for


def hidden(
    straight: Sequence[tuple[Point, Point]],
    ends: Sequence[tuple[int, int]],
    centres: Sequence[Point],
    widest: float,
) -> list[int]:
    """The numbers of the channels whose straight ways run behind a third process.

    ``widest`` is the radius of a process with all its rings.
    """
    if not straight or len(straight) > MOST or len(centres) < 3:
        return []
    gaps = distances(np.asarray(straight, dtype=float).reshape(-1, 4), centres)
    behind = gaps < widest + CLEAR
    rows = np.arange(len(ends))
    behind[rows, [source for source, _ in ends]] = False
    behind[rows, [target for _, target in ends]] = False
    return np.flatnonzero(behind.any(axis=1)).tolist()


def distances(segments: np.ndarray, points: Sequence[Point]) -> np.ndarray:
    """float[S, P]: how far each point is from each of the segments ``x1, y1, x2, y2``."""
    x1, y1, x2, y2 = segments.T[:, :, None]
    px, py = np.asarray(points, dtype=float).reshape(-1, 2).T
    dx, dy = x2 - x1, y2 - y1
    share = ((px - x1) * dx + (py - y1) * dy) / np.maximum(dx * dx + dy * dy, 1e-9)
    share = np.clip(share, 0.0, 1.0)
    return np.hypot(x1 + share * dx - px, y1 + share * dy - py)


def bent(
    source: int,
    target: int,
    centres: Sequence[Point],
    widest: float,
    leave: float,
    arrive: float,
) -> Way | None:
    """A way in an arc around whoever is between, to its own side if that is free.

    ``leave`` and ``arrive`` are how far from the centres of its ends it begins and ends. None
    where both sides are taken.
    """
    others = [p for p in range(len(centres)) if p not in (source, target)]
    best: tuple[float, Way] | None = None
    for side in (1, -1):
        least = _least_rise(centres[source], centres[target], side, others, centres, widest)
        for growth in GROWTH:
            way = _arc(centres[source], centres[target], side * least * growth, leave, arrive)
            lack = _lack(way, others, centres, widest)
            if lack <= 0.0:
                return way
            if best is None or lack < best[0]:
                best = lack, way
    return best[1] if best is not None and best[0] < CLEAR else None


def _least_rise(
    start: Point,
    end: Point,
    side: int,
    others: list[int],
    centres: Sequence[Point],
    widest: float,
) -> float:
    """How far the middle of an arc must lie off the straight line to pass those that are on it."""
    (x1, y1), (x2, y2) = start, end
    distance = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / distance, (y2 - y1) / distance
    rise = 0.0
    for p in others:
        dx, dy = centres[p][0] - x1, centres[p][1] - y1
        share = (dx * ux + dy * uy) / distance
        off = side * (dy * ux - dx * uy)
        if 0.0 < share < 1.0 and abs(off) < widest + 2 * CLEAR:
            share = min(max(share, LEAST_SHARE), 1 - LEAST_SHARE)
            rise = max(rise, (widest + CLEAR + 2.0 + off) / (4 * share * (1 - share)))
    return rise


def _arc(start: Point, end: Point, rise: float, leave: float, arrive: float) -> Way:
    """A parabola over the line between two centres, outside both circles."""
    (x1, y1), (x2, y2) = start, end
    distance = hypot(x2 - x1, y2 - y1) or 1.0
    nx, ny = -(y2 - y1) / distance, (x2 - x1) / distance
    first, last = _share(leave, distance, rise), 1 - _share(arrive, distance, rise)
    points = []
    for step in range(PIECES + 1):
        t = first + (last - first) * step / PIECES
        off = 4 * rise * t * (1 - t)
        points.append((x1 + t * (x2 - x1) + nx * off, y1 + t * (y2 - y1) + ny * off))
    return tuple(points)


def _share(radius: float, distance: float, rise: float) -> float:
    """Where a parabola leaves the circle around its start."""
    low, high = 0.0, 0.5
    for _ in range(24):
        middle = (low + high) / 2
        reached = hypot(middle * distance, 4 * rise * middle * (1 - middle))
        low, high = (middle, high) if reached < radius else (low, middle)
    return high


def _lack(way: Way, others: list[int], centres: Sequence[Point], widest: float) -> float:
    """By how many pixels a way comes too near to a process; 0 or less: to none."""
    segments = np.array([(*a, *b) for a, b in pairwise(way)])
    gaps = distances(segments, [centres[p] for p in others])
    return float(widest + CLEAR - gaps.min())
