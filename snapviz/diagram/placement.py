"""Where processes stand in the topology diagram."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, pi, sin

from .display_list import Point

RADII = (3.0, 36.0)
SHARE = 0.3  # of the distance to the nearest other circle that a radius may take
RING_STEP = 4.5
MOST_RINGS = 4
MARGIN = 14.0
LEGEND_HEIGHT = 26.0
CHANNEL_GAP = 5.0  # of each of two opposite channels from the line between the centres


@dataclass(frozen=True, slots=True)
class Placement:
    """Centres and radius of the process circles, in pixels."""

    centres: tuple[Point, ...]
    radius: float
    legend_y: float | None

    def process_at(self, x: float, y: float) -> int | None:
        """The process whose circle holds the point."""
        for process, (cx, cy) in enumerate(self.centres):
            if hypot(x - cx, y - cy) <= self.radius:
                return process
        return None


def place(run, width: float, height: float) -> Placement:
    """From the scenario's positions if every process has one, else evenly on a circle."""
    positions = tuple(process.position for process in run.scenario.processes)
    rings = min(len(run.trace.snapshots), MOST_RINGS)
    return _placement(positions, rings, width, height)


@lru_cache(maxsize=8)
def _placement(
    positions: tuple[Point | None, ...], rings: int, width: float, height: float
) -> Placement:
    has_legend = height >= 200 and width >= 240
    room = height - (LEGEND_HEIGHT if has_legend else 0)
    units = _units(list(positions))
    radius = min(RADII[1], min(width, room) * 0.13)
    for _ in range(2):  # small circles leave more room to spread, which lets them grow a little
        edge = radius + rings * RING_STEP + MARGIN
        centres = _fitted(units, edge, width, room)
        radius = max(RADII[0], min(radius, _nearest(centres) * SHARE))
    return Placement(tuple(centres), radius, height - LEGEND_HEIGHT / 2 if has_legend else None)


def _units(positions: list[Point | None]) -> list[Point]:
    count = len(positions)
    if count > 1 and all(position is not None for position in positions):
        distinct = dict.fromkeys(positions)
        if len(distinct) == count:
            return [(float(x), float(y)) for x, y in positions]
    if count == 1:
        return [(0.0, 0.0)]
    angles = [2 * pi * index / count - pi / 2 for index in range(count)]
    return [(cos(angle), sin(angle)) for angle in angles]


def _fitted(units: list[Point], edge: float, width: float, height: float) -> list[Point]:
    """Scaled alike in both directions, centred in the picture."""
    xs, ys = [x for x, _ in units], [y for _, y in units]
    span_x, span_y = max(xs) - min(xs), max(ys) - min(ys)
    room_x, room_y = max(width - 2 * edge, 1.0), max(height - 2 * edge, 1.0)
    scale = min(
        room_x / span_x if span_x else float("inf"), room_y / span_y if span_y else float("inf")
    )
    if scale == float("inf"):
        scale = 1.0
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return [
        (width / 2 + (x - middle_x) * scale, height / 2 + (y - middle_y) * scale) for x, y in units
    ]


def _nearest(centres: list[Point]) -> float:
    """The smallest distance between two centres."""
    best = float("inf")
    ordered = sorted(centres)
    for index, (x, y) in enumerate(ordered):
        for other_x, other_y in ordered[index + 1 :]:
            if other_x - x >= best:
                break
            best = min(best, hypot(other_x - x, other_y - y))
    return best
