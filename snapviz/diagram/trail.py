"""Why one event happened before another: a chain of causes as a heavy trail."""

from __future__ import annotations

from itertools import pairwise

from .display_list import Item, Line, Point
from .facts import numbers
from .geometry import clip_segment
from .glyphs import dot, head, pen
from .relabel import relabelled
from .scene import Scene

WIDTH = 3.5
HALO = 10.0


def trail_items(scene: Scene) -> list[Item]:
    """``view.path_rows`` joined one to the next: along a line, or along the message between."""
    rows = [row for row in scene.view.path_rows if 0 <= row < scene.known_rows]
    if not rows:
        return []
    points = _points(scene, rows)
    legs = [(start, end) for start, end in pairwise(points) if start != end]
    items = [item for start, end in legs for item in _leg(scene, start, end, HALO, 0.22)]
    items += [item for start, end in legs for item in _leg(scene, start, end, WIDTH, 1.0)]
    items += [item for start, end in legs for item in _head(scene, start, end)]
    for x, y in points:
        if scene.place.plot.contains(x, y):
            items.append(dot(x, y, scene.place.dot + 1.25, "accent", ("trail", 0)))
    return [*items, *relabelled(scene, _messages(scene, rows), "accent")]


def _messages(scene: Scene, rows: list[int]) -> list[int]:
    """The messages that join one row to the next."""
    trace = scene.facts.trace
    arrivals = [
        row for before, row in pairwise(rows) if trace.row_process[before] != trace.row_process[row]
    ]
    return numbers(trace.row_ref[arrivals])


def _points(scene: Scene, rows: list[int]) -> list[Point]:
    trace, place = scene.facts.trace, scene.place
    xs = numbers(place.x_of(trace.row_time[rows]))
    return [
        (x, place.lanes[process])
        for x, process in zip(xs, numbers(trace.row_process[rows]), strict=True)
    ]


def _leg(scene: Scene, start: Point, end: Point, width: float, opacity: float) -> list[Item]:
    visible = clip_segment(*start, *end, scene.place.plot)
    if visible is None:
        return []
    (x1, y1), (x2, y2) = start, end
    ends = [(x1 + t * (x2 - x1), y1 + t * (y2 - y1)) for t in visible]
    return [Line(*ends[0], *ends[1], pen("accent", width, (), opacity), ("trail", 0))]


def _head(scene: Scene, start: Point, end: Point) -> list[Item]:
    """Only messages have heads; time tells the way along a line."""
    if start[1] == end[1] or not scene.place.plot.contains(*end):
        return []
    share = min(1.0, (scene.place.dot + 2) / max(abs(end[1] - start[1]), 1.0))
    tip = (end[0] + share * (start[0] - end[0]), end[1] + share * (start[1] - end[1]))
    return [head(*start, *tip, "accent", ("trail", 0), length=12.0)]
