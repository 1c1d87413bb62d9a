"""Edits of where processes stand: x to the right, y downwards, neighbours about one apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import Scenario
from ..places import Point, circle, distance, placed, rounded
from ..tables import MAX_COORDINATE
from .lookup import existing

# Shares of the usual way between neighbours.
NEAREST = 0.1  # closer than this, one circle would hide the other
STEP = 0.25
ROOM = 0.8  # from a further process to the others

_ALIGNMENTS = {
    "left": (0, min),
    "center": (0, lambda values: (min(values) + max(values)) / 2),
    "right": (0, max),
    "top": (1, min),
    "middle": (1, lambda values: (min(values) + max(values)) / 2),
    "bottom": (1, max),
}
_DIRECTIONS = {"horizontally": 0, "vertically": 1}


def positioned(scenario: Scenario) -> Scenario:
    """Every process has a position of its own, as the topology view shows it.

    Like the view, it puts them all on a circle, first at the top, unless each has one and no two
    have the same.
    """
    points = [process.position for process in scenario.processes]
    if None not in points and len(dict.fromkeys(points)) == len(points):
        return scenario
    return placed(scenario, circle(len(points)))


def free_position(scenario: Scenario) -> Point:
    """A good spot for a further process, among the positions of `positioned`.

    The spot of a grid about the others that has room and lies nearest to their middle.
    """
    points = [process.position for process in positioned(scenario).processes]
    step = usual_distance(points)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    across = max(x for x, _ in points) - left
    down = max(y for _, y in points) - top
    columns, rows = min(int(across / step), 40), min(int(down / step), 40)
    middle = (left + across / 2, top + down / 2)
    spots = [
        rounded(left + column * step, top + row * step)
        for row in range(-1, rows + 3)
        for column in range(-1, columns + 3)
    ]
    # Past the last one, all others are further left and so far enough away.
    beyond = rounded(left + across + step, middle[1])
    free = [spot for spot in spots if _gap(spot, points) >= ROOM * step and _is_inside(spot)]
    return min(free, key=lambda spot: (distance(spot, middle), spot), default=beyond)


def usual_distance(points: list[Point]) -> float:
    """What one step between neighbours is here: the median way to the nearest other."""
    if len(points) < 2:
        return 1.0
    some = points[:60]
    ways = sorted(min(distance(p, other) for other in some if other != p) for p in some)
    return max(ways[len(ways) // 2], 0.01)


def moved(scenario: Scenario, places: Mapping[str, Point]) -> Scenario:
    """Processes at other places; first everybody gets a position, as `positioned` gives them.

    None comes to stand exactly on another, where it could not be seen or taken hold of again.
    Raises ValueError for a place that is no number or too far out.
    """
    existing(scenario, places)
    return _moved_apart(positioned(scenario), places, 0)


def aligned(scenario: Scenario, ids: Iterable[str], how: str) -> Scenario:
    """These processes in one line: ``left``, ``center``, ``right``, ``top``, ``middle``, ``bottom``.

    ``center`` puts them one below the other, ``middle`` side by side, halfway between the outermost.
    """
    if how not in _ALIGNMENTS:
        raise ValueError(f"{how} is no way to align; there are {', '.join(_ALIGNMENTS)}")
    axis, choose = _ALIGNMENTS[how]
    made = positioned(scenario)
    points = _points_of(made, ids)
    if len(points) < 2:
        return scenario
    to = choose([point[axis] for point in points.values()])
    places = {name: (to, y) if axis == 0 else (x, to) for name, (x, y) in points.items()}
    return _moved_apart(made, places, 1 - axis)


def distributed(scenario: Scenario, ids: Iterable[str], direction: str) -> Scenario:
    """The same distance between each two neighbours, ``horizontally`` or ``vertically``.

    The outermost stay; fewer than three processes leave nothing to distribute.
    """
    if direction not in _DIRECTIONS:
        raise ValueError(f"{direction} is no direction; there are {', '.join(_DIRECTIONS)}")
    axis = _DIRECTIONS[direction]
    made = positioned(scenario)
    points = _points_of(made, ids)
    if len(points) < 3:
        return scenario
    order = sorted(points, key=lambda name: points[name][axis])
    low, high = points[order[0]][axis], points[order[-1]][axis]
    places = {}
    for number, name in enumerate(order):
        x, y = points[name]
        at = low + (high - low) * number / (len(order) - 1)
        places[name] = (at, y) if axis == 0 else (x, at)
    return _moved_apart(made, places, axis)


def _points_of(scenario: Scenario, ids: Iterable[str]) -> dict[str, Point]:
    number = scenario.process_index()
    return {name: scenario.processes[number[name]].position for name in existing(scenario, ids)}


def _moved_apart(scenario: Scenario, places: Mapping[str, Point], axis: int) -> Scenario:
    """Move processes; one that would hide another goes on along an axis until it does not."""
    standing = [p.position for p in scenario.processes if p.id not in places]
    step = usual_distance([process.position for process in scenario.processes])
    points = []
    for process in scenario.processes:
        point = process.position
        if process.id in places:
            point = rounded(*_in_reach(process.id, places[process.id]))
            while _gap(point, standing) < NEAREST * step:
                x, y = point
                on = STEP * step
                point = rounded(x + on, y) if axis == 0 else rounded(x, y + on)
            standing.append(point)
        points.append(point)
    return placed(scenario, points)


def _in_reach(name: str, point: Point) -> Point:
    """The point itself; a number no file holds would keep it from ever coming free of another."""
    x, y = point
    if not _is_inside(point):
        raise ValueError(f"{name} cannot stand as far out as {x:g}, {y:g}")
    return point


def _is_inside(point: Point) -> bool:
    return all(abs(coordinate) <= MAX_COORDINATE for coordinate in point)


def _gap(point: Point, others: list[Point]) -> float:
    return min((distance(point, other) for other in others), default=float("inf"))
