"""Where the channels run in the topology diagram, and what lies under a point of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

import numpy as np

from .bends import Bends, distances
from .display_list import Point
from .facts import Facts
from .placement import CHANNEL_GAP, MOST_RINGS, RING_STEP, Placement
from .polyline import Way

LEAVE, ARRIVE = 1.0, 2.5  # pixels between a way and the rims of its ends


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
    """Each channel's arrow from its start to its end; opposite channels run side by side.

    Who would run behind a third process is bent around it.
    """
    ends, centres = known.trace.channel_ends, where.centres
    gap = min(CHANNEL_GAP, where.radius * 0.35)
    reaches = [reach_of(where, rings, process) for process in range(known.count)]
    pairs = set(ends)
    trace = known.trace
    source, target = (
        side.astype(np.int64) for side in (trace.channel_source, trace.channel_target)
    )
    straight = _straight(source, target, centres, gap, reaches)
    found: list[Way] = list(straight)
    # With all the rings there will be, so that no way jumps when a state is recorded.
    widest = where.radius + RING_STEP * min(len(known.records), MOST_RINGS)
    bends = Bends(centres, where.radius, widest, gap, where.room)
    for number in bends.hidden(straight, ends):
        source, target = ends[number]
        leave, arrive = reaches[source] + LEAVE, reaches[target] + ARRIVE
        is_paired = (target, source) in pairs
        around = bends.around(source, target, leave, arrive, is_paired)
        found[number] = around or straight[number]
    return found


def _straight(
    source: np.ndarray,
    target: np.ndarray,
    centres: Sequence[Point],
    gap: float,
    reaches: list[float],
) -> list[tuple[Point, Point]]:
    """``source``, ``target``: int64[C], the processes that the channels lead from and to."""
    at, reach = np.array(centres, dtype=float).reshape(-1, 2), np.array(reaches, dtype=float)
    (x1, y1), (x2, y2) = at[source].T, at[target].T
    # In numpy the last digits would be others.
    distance = np.array(list(map(hypot, (x2 - x1).tolist(), (y2 - y1).tolist())), dtype=float)
    distance[distance == 0] = 1.0
    ux, uy = (x2 - x1) / distance, (y2 - y1) / distance
    is_paired = np.isin(target * len(at) + source, source * len(at) + target)
    side = np.where(is_paired, gap, 0.0)
    x1, y1, x2, y2 = x1 - uy * side, y1 + ux * side, x2 - uy * side, y2 + ux * side
    leave, arrive = reach[source] + LEAVE, reach[target] + ARRIVE
    is_short = leave + arrive > distance * 0.9
    leave, arrive = (np.where(is_short, distance * 0.45, part) for part in (leave, arrive))
    starts = zip((x1 + ux * leave).tolist(), (y1 + uy * leave).tolist(), strict=True)
    stops = zip((x2 - ux * arrive).tolist(), (y2 - uy * arrive).tolist(), strict=True)
    return list(zip(starts, stops, strict=True))


def way_at(found: list[Way], x: float, y: float, reach: float) -> int | None:
    """The way nearest to a point, if it is within ``reach`` pixels."""
    if not found:
        return None
    pieces = [pair for way in found for pair in pairwise(way)]
    gaps = distances(np.asarray(pieces, dtype=float).reshape(-1, 4), [(x, y)])[:, 0]
    nearest = int(np.argmin(gaps))
    if gaps[nearest] > reach:
        return None
    counts = np.cumsum([len(way) - 1 for way in found])
    return int(np.searchsorted(counts, nearest, side="right"))
