"""Several pictures as one, each under its heading: side by side, or one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from .display_list import (
    Bands,
    DisplayList,
    Ellipse,
    Item,
    Line,
    Mosaic,
    Path,
    Polygon,
    Rect,
    Segments,
    Shade,
    Text,
)
from .glyphs import brush, pen
from .typography import baseline, elided, text_width

HEADING, EDGE = 34.0, 14.0
SEAM = 1.0


class Part(NamedTuple):
    """A picture, its heading, and what stands in grey at the heading's far end."""

    picture: DisplayList
    title: str
    caption: str


def beside(parts: Sequence[Part], across: bool = True) -> DisplayList:
    """One picture of all; ``across``: side by side."""
    items: list[Item] = []
    x = y = width = height = 0.0
    for part in parts:
        picture = part.picture
        items += [moved(item, x, y + HEADING) for item in picture.items]
        items += _heading(part, x, y)
        width, height = max(width, x + picture.width), max(height, y + HEADING + picture.height)
        x, y = (width + SEAM, 0.0) if across else (0.0, height + SEAM)
    seams = _seams(parts, width, height, across)
    ground = Rect(0, 0, width, height, brush("background"))
    return DisplayList(width, height, (ground, *items, *seams))


def _heading(part: Part, x: float, y: float) -> list[Item]:
    width, middle = part.picture.width, y + HEADING / 2
    room = max(width - 2 * EDGE - text_width(part.caption, "caption") - EDGE, 40.0)
    title = elided(part.title, "process", room)
    return [
        # Nothing that reaches out of a picture runs through its heading.
        Rect(x, y, width, HEADING, brush("background")),
        Text(x + EDGE, baseline(middle, "process"), title, "process", "ink"),
        Text(
            x + width - EDGE, baseline(middle, "caption"), part.caption, "caption", "muted", "end"
        ),
    ]


def _seams(parts: Sequence[Part], width: float, height: float, across: bool) -> list[Item]:
    lines: list[Item] = []
    at = 0.0
    for part in parts[:-1]:
        at += (part.picture.width if across else part.picture.height + HEADING) + SEAM
        where = at - SEAM / 2
        ends = (where, 0.0, where, height) if across else (0.0, where, width, where)
        lines.append(Line(*ends, pen("hairline", SEAM)))
    return lines


def moved(item: Item, dx: float, dy: float) -> Item:
    """The same shape elsewhere."""
    match item:
        case Line():
            ends = {"x1": item.x1 + dx, "y1": item.y1 + dy, "x2": item.x2 + dx, "y2": item.y2 + dy}
            return replace(item, **ends)
        case Ellipse():
            return replace(item, cx=item.cx + dx, cy=item.cy + dy)
        case Polygon():
            return replace(item, points=tuple((x + dx, y + dy) for x, y in item.points))
        case Segments():
            strokes = ((a + dx, b + dy, c + dx, d + dy) for a, b, c, d in item.strokes)
            return replace(item, strokes=tuple(strokes))
        case Path():
            return replace(item, commands=tuple(_moved_command(c, dx, dy) for c in item.commands))
        case Bands():
            return replace(item, x=item.x + dx, tops=tuple(top + dy for top in item.tops))
        case Rect() | Text() | Shade() | Mosaic():
            return replace(item, x=item.x + dx, y=item.y + dy)


def _moved_command(command: tuple, dx: float, dy: float) -> tuple:
    kind, *numbers = command
    return (kind, *(n + (dy if place % 2 else dx) for place, n in enumerate(numbers)))
