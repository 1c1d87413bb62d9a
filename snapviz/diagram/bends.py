"""Channels that would run behind a third process, bent around it."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

import numpy as np

from .display_list import Point
from .polyline import Way

MOST = 240  # channels up to which they are bent; of more, none can be told from another
BEHIND = 0.8  # of the radius of a process, within which a straight way is behind it
CLEAR = 7.0  # pixels from the widest rim of a process that a bent way keeps, where there is room
NEAREST = 3.0  # ... and from the circle itself at least
EDGE = 1.0  # pixels from the edge of the picture
PIECES = 20  # straight pieces of a bent way
GROWTH = (1.0, 1.25, 0.9, 0.8)  # of the bend that should do
LEAST_SHARE = 0.12  # of the way, on which a process is taken to lie for the bend it asks for


class Bends:
    """The ways around the processes of one picture.

    ``radius`` is that of a process, ``widest`` that with all its rings, ``gap`` half of what
    lies between opposite channels, ``room`` the size of the picture.
    """

    def __init__(
        self, centres: Sequence[Point], radius: float, widest: float, gap: float, room: Point
    ):
        self._centres = np.asarray(centres, dtype=float).reshape(-1, 2)
        self._radius, self._widest, self._gap = radius, widest, gap
        self._room = np.asarray(room)

    def hidden(
        self, straight: Sequence[tuple[Point, Point]], ends: Sequence[tuple[int, int]]
    ) -> list[int]:
        """The numbers of the channels whose straight ways run behind a third process."""
        if not straight or len(straight) > MOST:
            return []
        gaps = distances(np.asarray(straight, dtype=float).reshape(-1, 4), self._centres)
        behind = gaps < BEHIND * self._radius
        rows = np.arange(len(ends))
        for side in (0, 1):
            behind[rows, [pair[side] for pair in ends]] = False
        return np.flatnonzero(behind.any(axis=1)).tolist()

    def around(
        self, source: int, target: int, leave: float, arrive: float, is_paired: bool
    ) -> Way | None:
        """A way in an arc around whoever is between; None where there is no room for one.

        ``leave`` and ``arrive`` are how far from the centres of its ends it begins and ends.
        ``is_paired``: there is a channel back, which keeps to its own side of the same arc.
        """
        others = np.delete(self._centres, [source, target], axis=0)
        start, end = self._centres[source], self._centres[target]
        rises = {side: self._rise(start, end, side, others) for side in (1, -1)}
        if is_paired:
            rises[-1] += 2 * self._gap
        best: tuple[float, Way | None] = self._radius + NEAREST, None
        for side in sorted(rises, key=lambda s: round(rises[s], 3)):
            for growth in GROWTH:
                way = _arc(start, end, side * rises[side] * growth, leave, arrive)
                gap = self._gap_of(way, others)
                if gap >= self._widest + CLEAR:
                    return way
                if gap > best[0]:
                    best = gap, way
        return best[1]

    def _rise(self, start: np.ndarray, end: np.ndarray, side: int, others: np.ndarray) -> float:
        """How far the middle of an arc must lie off the straight line to pass who is on it."""
        along = end - start
        distance = hypot(*along) or 1.0
        unit = along / distance
        shares = (others - start) @ unit / distance
        offs = side * ((others - start) @ np.array([-unit[1], unit[0]]))
        is_near = (shares > 0) & (shares < 1) & (np.abs(offs) < self._widest + CLEAR)
        shares = np.clip(shares, LEAST_SHARE, 1 - LEAST_SHARE)
        needed = (self._widest + CLEAR + 2.0 + offs) / _profile(shares)
        # Who passes more processes goes farther out, beside those who pass fewer.
        beside = 2 * self._gap * max(int(is_near.sum()) - 1, 0)
        return float(np.where(is_near, needed, 0.0).max(initial=0.0)) + beside

    def _gap_of(self, way: Way, others: np.ndarray) -> float:
        """How far a way keeps from all others; 0 if it leaves the picture."""
        points = np.asarray(way)
        if (points < EDGE).any() or (points > self._room - EDGE).any():
            return 0.0
        pieces = np.hstack([points[:-1], points[1:]])
        return float(distances(pieces, others).min())


def distances(segments: np.ndarray, points: Sequence[Point] | np.ndarray) -> np.ndarray:
    """float[S, P]: how far each point is from each of the segments ``x1, y1, x2, y2``."""
    x1, y1, x2, y2 = segments.T[:, :, None]
    px, py = np.asarray(points, dtype=float).reshape(-1, 2).T
    dx, dy = x2 - x1, y2 - y1
    share = ((px - x1) * dx + (py - y1) * dy) / np.maximum(dx * dx + dy * dy, 1e-9)
    share = np.clip(share, 0.0, 1.0)
    return np.hypot(x1 + share * dx - px, y1 + share * dy - py)


def _arc(start: np.ndarray, end: np.ndarray, rise: float, leave: float, arrive: float) -> Way:
    """A flat arc over the line between two centres, outside both circles."""
    along = end - start
    distance = hypot(*along) or 1.0
    first, last = _share(leave, distance, rise), 1 - _share(arrive, distance, rise)
    t = np.linspace(first, last, PIECES + 1)[:, None]
    points = start + t * along + rise * _profile(t) * np.array([-along[1], along[0]]) / distance
    return tuple(map(tuple, points.tolist()))


def _profile(share):
    """How high an arc is there, of its height in the middle: 1; flatter than a parabola."""
    return 1 - abs(2 * share - 1) ** 2.5


def _share(radius: float, distance: float, rise: float) -> float:
    """Where an arc leaves the circle around its start."""
    low, high = 0.0, 0.5
    for _ in range(24):
        middle = (low + high) / 2
        reached = hypot(middle * distance, rise * _profile(middle))
        low, high = (middle, high) if reached < radius else (low, middle)
    return high
