"""Where the channels run in the topology diagram, and what lies under a point of it."""

from __future__ import annotations

from math import hypot

import numpy as np

from .display_list import Point
from .facts import Facts
from .placement import CHANNEL_GAP, MOST_RINGS, RING_STEP, Placement

Way = tuple[Point, Point]


def recorded(known: Facts, rows: int) -> tuple[tuple[int, ...], ...]:
    """Numbers of the snapshots that each process has recorded, the latest few."""
    rings: list[list[int]] = [[] for _ in range(known.count)]
    for number, records in enumerate(known.records):
        for process, record in records.items():
            if record.row < rows:
                rings[process].append(number)
    return tuple(tuple(ring[-MOST_RINGS:]) for ring in rings)


def reach_of(where: Placement, rings: tuple[tuple[int, ...], ...], process: int) -> float:
    """Radius of a process with the rings around it."""
    return where.radius + RING_STEP * len(rings[process])


def ways(known: Facts, where: Placement, rings: tuple[tuple[int, ...], ...]) -> list[Way]:
    """Start and end of each channel's arrow; opposite channels run side by side."""
    ends = known.trace.channel_ends
    pairs = set(ends)
    gap = min(CHANNEL_GAP, where.radius * 0.35)
    found = []
    for source, target in ends:
        side = gap if (target, source) in pairs else 0.0
        leave = reach_of(where, rings, source) + 1
        arrive = reach_of(where, rings, target) + 2.5
        found.append(_way(where.centres[source], where.centres[target], side, leave, arrive))
    return found


def _way(start: Point, end: Point, side: float, leave: float, arrive: float) -> Way:
    (x1, y1), (x2, y2) = start, end
    distance = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / distance, (y2 - y1) / distance
    x1, y1, x2, y2 = x1 - uy * side, y1 + ux * side, x2 - uy * side, y2 + ux * side
    if leave + arrive > distance * 0.9:
        leave = arrive = distance * 0.45
    return (x1 + ux * leave, y1 + uy * leave), (x2 - ux * arrive, y2 - uy * arrive)


def way_at(found: list[Way], x: float, y: float, reach: float) -> int | None:
    """The way nearest to a point, if it is within ``reach`` pixels."""
    if not found:
        return None
    ends = np.asarray(found, dtype=float).reshape(-1, 4)
    x1, y1, dx, dy = ends[:, 0], ends[:, 1], ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1]
    length = np.maximum(dx * dx + dy * dy, 1e-9)
    share = np.clip(((x - x1) * dx + (y - y1) * dy) / length, 0.0, 1.0)
    gaps = np.hypot(x1 + share * dx - x, y1 + share * dy - y)
    nearest = int(np.argmin(gaps))
    return nearest if gaps[nearest] <= reach else None
