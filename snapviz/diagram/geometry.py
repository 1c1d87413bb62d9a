"""Plane geometry for layouts: clipping to a rectangle, cubics with vertical tangents."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from .display_list import Point

FLATTENING = (4, 24)  # straight pieces for one cubic that leaves the plot, fewest and most
PIECE = 2.0  # pixels down that each goes, between those


class Box(NamedTuple):
    """An upright rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def contains(self, x: float, y: float, slack: float = 0.0) -> bool:
        return (
            self.left - slack <= x <= self.right + slack
            and self.top - slack <= y <= self.bottom + slack
        )

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def clip_segment(
    x1: float, y1: float, x2: float, y2: float, box: Box
) -> tuple[float, float] | None:
    """The part ``(t0, t1)`` of a segment inside the box, 0 <= t0 <= t1 <= 1, or None.

    Liang and Barsky, "A New Concept and Method for Line Clipping", ACM TOG 3(1), 1984.
    """
    t0, t1 = 0.0, 1.0
    dx, dy = x2 - x1, y2 - y1
    for p, q in (
        (-dx, x1 - box.left),
        (dx, box.right - x1),
        (-dy, y1 - box.top),
        (dy, box.bottom - y1),
    ):
        if p == 0:
            if q < 0:
                return None
            continue
        t = q / p
        if p < 0:
            t0 = max(t0, t)
        else:
            t1 = min(t1, t)
        if t0 > t1:
            return None
    return t0, t1


def clip_segments(ends: np.ndarray, box: Box) -> np.ndarray:
    """`clip_segment` for many: float[A, 4] of x1, y1, x2, y2 to the float[B, 4] inside."""
    x1, y1, x2, y2 = ends.T
    dx, dy = x2 - x1, y2 - y1
    enter, leave = np.zeros(len(ends)), np.ones(len(ends))
    is_out = np.zeros(len(ends), dtype=bool)
    for p, q in (
        (-dx, x1 - box.left),
        (dx, box.right - x1),
        (-dy, y1 - box.top),
        (dy, box.bottom - y1),
    ):
        is_out |= (p == 0) & (q < 0)
        t = np.divide(q, p, out=np.zeros_like(q), where=p != 0)
        enter = np.where(p < 0, np.maximum(enter, t), enter)
        leave = np.where(p > 0, np.minimum(leave, t), leave)
    kept = ~is_out & (enter <= leave)
    clipped = np.stack([x1 + enter * dx, y1 + enter * dy, x1 + leave * dx, y1 + leave * dy], axis=1)
    return clipped[kept]


def clip_polyline(points: list[Point], box: Box) -> list[list[Point]]:
    """The pieces of a polyline inside the box."""
    pieces: list[list[Point]] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        inside = clip_segment(x1, y1, x2, y2, box)
        if inside is None:
            continue
        t0, t1 = inside
        start = (x1 + t0 * (x2 - x1), y1 + t0 * (y2 - y1))
        end = (x1 + t1 * (x2 - x1), y1 + t1 * (y2 - y1))
        if t0 == 0 and pieces and pieces[-1][-1] == start:
            pieces[-1].append(end)
        else:
            pieces.append([start, end])
    return pieces


def clip_polygon(points: list[Point], box: Box) -> list[Point]:
    """The polygon inside the box (Sutherland and Hodgman, CACM 17(1), 1974)."""
    for axis, limit, keep_above in (
        (0, box.left, True),
        (0, box.right, False),
        (1, box.top, True),
        (1, box.bottom, False),
    ):
        along = [point[axis] for point in points]
        if points and (min(along) < limit if keep_above else max(along) > limit):
            points = _clip_half_plane(points, axis, limit, keep_above)
    return points


def _clip_half_plane(points: list[Point], axis: int, limit: float, keep_above: bool) -> list[Point]:
    kept: list[Point] = []
    for index, current in enumerate(points):
        previous = points[index - 1]
        inside = (current[axis] >= limit) == keep_above or current[axis] == limit
        was_inside = (previous[axis] >= limit) == keep_above or previous[axis] == limit
        if inside != was_inside:
            t = (limit - previous[axis]) / (current[axis] - previous[axis])
            kept.append(
                (
                    previous[0] + t * (current[0] - previous[0]),
                    previous[1] + t * (current[1] - previous[1]),
                )
            )
        if inside:
            kept.append(current)
    return kept


def controls(start: Point, end: Point) -> tuple[Point, Point]:
    """Control points of the cubic between two points with vertical tangents at both."""
    middle = (start[1] + end[1]) / 2
    return (start[0], middle), (end[0], middle)


def smooth(points: list[Point]) -> list[tuple]:
    """Path commands of the curve through ``points`` with vertical tangents at each.

    Between two points x runs monotonically, so the curve meets the height of a point
    only at that point: what is left of it there is left of the point.
    """
    commands: list[tuple] = [("M", *points[0])]
    for start, end in pairwise(points):
        first, second = controls(start, end)
        commands.append(("C", *first, *second, *end))
    return commands


def flattened(points: list[Point]) -> list[Point]:
    """The curve of `smooth` as a polyline that passes through ``points``."""
    flat = [points[0]]
    for start, end in pairwise(points):
        (x1, y1), (x2, y2) = controls(start, end)
        pieces = min(max(round((end[1] - start[1]) / PIECE), FLATTENING[0]), FLATTENING[1])
        for step in range(1, pieces):
            t = step / pieces
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            flat.append(
                (
                    a * start[0] + b * x1 + c * x2 + d * end[0],
                    a * start[1] + b * y1 + c * y2 + d * end[1],
                )
            )
        flat.append(end)
    return flat
