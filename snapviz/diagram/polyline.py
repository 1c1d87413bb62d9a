"""Ways through the picture: straight ones of two points, bent ones of many."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from .display_list import Item, Line, Path, Point, Style, Subject

Way = tuple[Point, ...]


def length_of(way: Way) -> float:
    """Its length in pixels."""
    return sum(_gap(a, b) for a, b in pairwise(way))


def point_at(way: Way, share: float) -> Point:
    """The point a share (0 to 1) of its length along a way."""
    (x1, y1), (x2, y2), part = _piece(way, share)
    return x1 + part * (x2 - x1), y1 + part * (y2 - y1)


def _piece(way: Way, share: float) -> tuple[Point, Point, float]:
    if len(way) == 2:
        return way[0], way[1], share
    left = share * length_of(way)
    for start, end in pairwise(way):
        long = _gap(start, end)
        if left <= long and long > 0:
            return start, end, left / long
        left -= long
    return way[-2], way[-1], 1.0


def part_of(way: Way, start: float, end: float) -> Way:
    """What lies between two shares (0 to 1) of its length."""
    long = length_of(way) or 1.0
    inner, passed = [], 0.0
    for before, point in pairwise(way[:-1]):
        passed += _gap(before, point)
        if start < passed / long < end:
            inner.append(point)
    return (point_at(way, start), *inner, point_at(way, end))


def stroke(way: Way, style: Style, subject: Subject | None) -> Item:
    """A way as one line."""
    if len(way) == 2:
        return Line(*way[0], *way[1], style, subject)
    commands = (("M", *way[0]), *(("L", *point) for point in way[1:]))
    return Path(commands, style, subject)


def _gap(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])
