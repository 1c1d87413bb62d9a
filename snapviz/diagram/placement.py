"""Where processes stand in the topology diagram."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import hypot

from snapviz.scenario.places import circle

from .display_list import Point

RADII = (3.0, 36.0)
SHARE = 0.34  # of the distance to the nearest other circle that a radius may take
RING_STEP = 4.5
MOST_RINGS = 4
MARGIN = 14.0
LEGEND_HEIGHT = 26.0
LEGEND_ROW = 17.0  # each further row of the legend
CHANNEL_GAP = 5.0  # of each of two opposite channels from the line between the centres
TOUCHING = 2.1  # radii between two centres up to which one is put further off ...
APART = 2.7  # ... so far
LONE_SCALE = 110.0  # pixels between neighbours while there is only one process


@dataclass(frozen=True, slots=True)
class Placement:
    """Centres and radius of the process circles, in pixels.

    ``scale`` (pixels to one unit of the scenario's positions) and ``origin`` (where in the
    picture their point 0, 0 lies) lead from positions to the picture and back. ``room`` is the
    width of the picture, and its height without the legend.
    """

    centres: tuple[Point, ...]
    radius: float
    legend_y: float | None
    scale: float = 1.0
    origin: Point = (0.0, 0.0)
    room: Point = (0.0, 0.0)

    def process_at(self, x: float, y: float, reach: float | None = None) -> int | None:
        """The process whose centre is nearest to the point and within ``reach`` (the radius)."""
        reach = self.radius if reach is None else reach
        gaps = [hypot(x - cx, y - cy) for cx, cy in self.centres]
        nearest = min(range(len(gaps)), key=gaps.__getitem__, default=None)
        return nearest if nearest is not None and gaps[nearest] <= reach else None

    def position_of(self, x: float, y: float) -> Point:
        """The position, in units of the scenario, that is shown at a point of the picture."""
        return (x - self.origin[0]) / self.scale, (y - self.origin[1]) / self.scale

    def free_position_at(self, x: float, y: float) -> Point:
        """`position_of` the point, or of one so far beside it that no circle has to shrink."""
        return self.position_of(*self.apart(x, y, range(len(self.centres))))

    def apart(self, x: float, y: float, others: Iterable[int]) -> Point:
        """The point, or one beside the circle of another process if it would touch that."""
        others = list(others)
        for _ in range(3):
            gaps = {p: hypot(x - self.centres[p][0], y - self.centres[p][1]) for p in others}
            nearest = min(gaps, key=gaps.__getitem__, default=None)
            if nearest is None or gaps[nearest] >= TOUCHING * self.radius:
                break
            cx, cy = self.centres[nearest]
            gap = gaps[nearest]
            ux, uy = ((x - cx) / gap, (y - cy) / gap) if gap else (1.0, 0.0)
            x, y = cx + ux * APART * self.radius, cy + uy * APART * self.radius
        return x, y

    def framed(self, other: Placement, width: float, height: float) -> Placement | None:
        """These processes at the scale and place of another picture; None if they do not fit."""
        if not self.centres:
            return None
        (x0, y0), (x1, y1) = self.origin, other.origin
        ratio = other.scale / self.scale
        centres = tuple((x1 + (x - x0) * ratio, y1 + (y - y0) * ratio) for x, y in self.centres)
        radius = max(RADII[0], min(other.radius, _nearest(centres) * SHARE))
        edge = radius + MARGIN / 2
        low = height if self.legend_y is None else self.legend_y - LEGEND_HEIGHT / 2
        room = width, low
        if any(not (edge <= x <= width - edge and edge <= y <= low - edge) for x, y in centres):
            return None
        return Placement(centres, radius, self.legend_y, other.scale, other.origin, room)

    def with_centres(self, moved: Mapping[int, Point]) -> Placement:
        """Some processes shown elsewhere, as while they are dragged."""
        if not moved:
            return self
        centres = tuple(moved.get(i, centre) for i, centre in enumerate(self.centres))
        return replace(self, centres=centres)


def place(run, width: float, height: float, legend_rows: int = 1) -> Placement:
    """From the scenario's positions if every process has one, else evenly on a circle."""
    positions = tuple(process.position for process in run.scenario.processes)
    rings = min(len(run.trace.snapshots), MOST_RINGS)
    return _placement(positions, rings, width, height, max(1, legend_rows))


def has_legend(width: float, height: float) -> bool:
    """Whether a picture of this size has room for a legend."""
    return height >= 200 and width >= 240


@lru_cache(maxsize=8)
def _placement(
    positions: tuple[Point | None, ...], rings: int, width: float, height: float, legend_rows: int
) -> Placement:
    words = LEGEND_HEIGHT + LEGEND_ROW * (legend_rows - 1) if has_legend(width, height) else 0
    room = height - words
    units = _units(list(positions))
    radius = largest = min(RADII[1], min(width, room) * 0.13)
    for _ in range(4):  # small circles leave more room to spread, which lets them grow again
        edge = radius + rings * RING_STEP + MARGIN
        scale, origin = _fit(units, edge, width, room)
        centres = [(origin[0] + x * scale, origin[1] + y * scale) for x, y in units]
        radius = max(RADII[0], min(largest, _nearest(centres) * SHARE))
    legend_y = height - words + LEGEND_HEIGHT / 2 if words else None
    return Placement(tuple(centres), radius, legend_y, scale, origin, (width, room))


def _units(positions: list[Point | None]) -> list[Point]:
    """Like `snapviz.scenario.edits.positioned`, so that an edit puts them where they are seen."""
    if None not in positions and len(dict.fromkeys(positions)) == len(positions):
        return [(float(x), float(y)) for x, y in positions]
    return circle(len(positions))


def _fit(units: list[Point], edge: float, width: float, height: float) -> tuple[float, Point]:
    """Scale and origin: alike in both directions, centred in the picture."""
    xs, ys = [x for x, _ in units], [y for _, y in units]
    span_x, span_y = max(xs) - min(xs), max(ys) - min(ys)
    room_x, room_y = max(width - 2 * edge, 1.0), max(height - 2 * edge, 1.0)
    scale = min(
        room_x / span_x if span_x else float("inf"), room_y / span_y if span_y else float("inf")
    )
    if scale == float("inf"):
        scale = LONE_SCALE
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return scale, (width / 2 - middle_x * scale, height / 2 - middle_y * scale)


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
