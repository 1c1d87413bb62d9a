"""Points for processes: x to the right, y downwards, neighbours about one apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import cos, hypot, pi, sin

from .model import Scenario
from .tables import MAX_COORDINATE

Point = tuple[float, float]


def rounded(x: float, y: float) -> Point:
    """A point as files keep it; three decimals hide what two platforms may differ in."""
    return round(float(x), 3) + 0.0, round(float(y), 3) + 0.0


def distance(a: Point, b: Point) -> float:
    """The straight way between two points."""
    return hypot(a[0] - b[0], a[1] - b[1])


def circle(count: int, radius: float | None = None) -> list[Point]:
    """The first at the top, then clockwise; without a radius neighbours are about one apart."""
    if count == 1 and radius is None:
        return [(0.0, 0.0)]
    size = max(1.0, count / (2 * pi)) if radius is None else radius
    turns = [2 * pi * number / count for number in range(count)]
    return [rounded(size * sin(turn), -size * cos(turn)) for turn in turns]


def placed(scenario: Scenario, points: Iterable[Point]) -> Scenario:
    """The processes at these points, in their order. Raises ValueError where none may stand."""
    processes = []
    for process, point in zip(scenario.processes, points, strict=True):
        x, y = point
        if not (abs(x) <= MAX_COORDINATE and abs(y) <= MAX_COORDINATE):
            raise ValueError(f"{process.id} cannot stand as far out as {x:g}, {y:g}")
        processes.append(process if process.position == point else replace(process, position=point))
    if all(map(lambda a, b: a is b, processes, scenario.processes)):
        return scenario
    return replace(scenario, processes=tuple(processes))
