"""Where processes may stand, by the shape of the network.

Every layout is deterministic, puts neighbours about one apart and nobody on anybody else. The parts
of a network that is in several are laid out one by one and put side by side.

numpy and networkx are needed by the last three and are imported when these are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, sqrt

from .layered import Graph, shells, tree
from .model import Scenario
from .places import Point, circle, distance, placed, rounded
from .springs import kamada_kawai, spectral, spring

LEAST = 0.6  # between two processes
GAP = 1.0  # between the parts of a network


def arranged(scenario: Scenario, name: str) -> Scenario:
    """Every process where the layout of this name puts it.

    ``name`` is one of `LAYOUTS`. Raises ValueError for another one, and for a network too large for
    it.
    """
    if name not in _LAYOUTS:
        raise ValueError(f"there is no layout {name}; there are {', '.join(LAYOUTS)}")
    return placed(scenario, _LAYOUTS[name](graph_of(scenario)))


def graph_of(scenario: Scenario) -> Graph:
    """For each process, by number, the others it has a channel to or from, in file order."""
    number = scenario.process_index()
    neighbours: Graph = [{} for _ in scenario.processes]
    for channel in scenario.channels:
        a, b = number[channel.source], number[channel.target]
        neighbours[a][b] = neighbours[b][a] = None
    return neighbours


def _circle(graph: Graph) -> list[Point]:
    return circle(len(graph))


def _grid(graph: Graph) -> list[Point]:
    width = ceil(sqrt(len(graph)))
    return [rounded(number % width, number // width) for number in range(len(graph))]


def _line(graph: Graph) -> list[Point]:
    return [rounded(number, 0) for number in range(len(graph))]


def _by_parts(layout: Callable[[Graph], list[Point]]) -> Callable[[Graph], list[Point]]:
    def whole(graph: Graph) -> list[Point]:
        blocks = []
        for members in _parts(graph):
            place = {member: number for number, member in enumerate(members)}
            part = [{place[other]: None for other in graph[member]} for member in members]
            points = layout(part) if len(members) > 1 else [(0.0, 0.0)]
            blocks.append((members, _kept_apart(points)))
        points: list[Point] = [(0.0, 0.0)] * len(graph)
        for members, block in _side_by_side(blocks):
            for member, point in zip(members, block, strict=True):
                points[member] = point
        return points

    return whole


def _parts(graph: Graph) -> list[list[int]]:
    """The connected parts, each and all in file order."""
    part_of: dict[int, int] = {}
    parts = []
    for first in range(len(graph)):
        if first in part_of:
            continue
        part_of[first] = len(parts)
        members = [first]
        for member in members:
            for other in graph[member]:
                if other not in part_of:
                    part_of[other] = len(parts)
                    members.append(other)
        parts.append(sorted(members))
    return parts


def _kept_apart(points: list[Point]) -> list[Point]:
    """The points scaled so that neighbours are about one apart, those too near pushed away."""
    if len(points) < 2:
        return points
    nearest = sorted(min(distance(p, q) for q in points if q is not p) for p in points)
    usual = nearest[len(nearest) // 2]
    scale = 1 / usual if usual > 1e-6 else 1.0
    placed_so_far: list[Point] = []
    for x, y in points:
        point = _nearest_free((x * scale, y * scale), placed_so_far)
        placed_so_far.append(point)
    return placed_so_far


def _nearest_free(wanted: Point, taken: list[Point]) -> Point:
    """The point itself or one on the smallest ring around it that has room."""
    near = [point for point in taken if distance(point, wanted) < LEAST]
    if not near:
        return wanted
    ring = 1
    while True:
        for x, y in circle(6 * ring, ring * LEAST):
            spot = (wanted[0] + x, wanted[1] + y)
            if all(distance(spot, point) >= LEAST for point in taken):
                return spot
        ring += 1


def _side_by_side(
    blocks: list[tuple[list[int], list[Point]]],
) -> list[tuple[list[int], list[Point]]]:
    """The parts in rows, the largest first, the whole about as wide as it is high."""
    blocks = sorted(blocks, key=lambda block: -len(block[0]))
    sizes = [_size(points) for _, points in blocks]
    area = sum((width + GAP) * (height + GAP) for width, height in sizes)
    widest = max(sqrt(area), *(width for width, _ in sizes))
    made = []
    x = y = highest = 0.0
    for (members, points), (width, height) in zip(blocks, sizes, strict=True):
        if x > 0 and x + width > widest:
            x, y, highest = 0.0, y + highest + GAP, 0.0
        left, top = min(p[0] for p in points), min(p[1] for p in points)
        made.append((members, [rounded(x + px - left, y + py - top) for px, py in points]))
        x += width + GAP
        highest = max(highest, height)
    return made


def _size(points: list[Point]) -> tuple[float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) - min(xs), max(ys) - min(ys)


_LAYOUTS = {
    "circle": _circle,
    "grid": _grid,
    "line": _line,
    "tree": _by_parts(tree),
    "spring": _by_parts(spring),
    "kamada-kawai": _by_parts(kamada_kawai),
    "shell": _by_parts(shells),
    "spectral": _by_parts(spectral),
}
LAYOUTS = tuple(_LAYOUTS)
