"""How much of the picture an item covers, so that only what changes is painted again."""

from __future__ import annotations

from .display_list import (
    Bands,
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
from .geometry import Box
from .typography import ROLES, text_width

SLACK = 3.0  # pixels for line widths, mitres and antialiasing


def extent(item: Item) -> Box:
    """An upright rectangle that holds everything the item paints."""
    if type(item) is Text:
        return _text(item)
    if type(item) is Bands:
        bottom = max(item.tops) + item.height
        return Box(item.x, min(item.tops), item.x + item.columns, bottom)
    if type(item) is Mosaic:
        return Box(item.x, item.y, item.x + item.columns, item.y + item.rows)
    xs, ys = _coordinates(item)
    slack = SLACK + item.style.width
    return Box(min(xs) - slack, min(ys) - slack, max(xs) + slack, max(ys) + slack)


def _text(item: Text) -> Box:
    size = ROLES[item.role].size
    width = text_width(item.text, item.role) * 1.1 + 2 * SLACK
    left = item.x - {"start": SLACK, "middle": width / 2, "end": width - SLACK}[item.anchor]
    return Box(left, item.y - 1.2 * size, left + width, item.y + 0.5 * size)


def _coordinates(item: Item) -> tuple[list[float], list[float]]:
    if type(item) is Line:
        return [item.x1, item.x2], [item.y1, item.y2]
    if type(item) in (Rect, Shade):
        return [item.x, item.x + item.width], [item.y, item.y + item.height]
    if type(item) is Ellipse:
        return [item.cx - item.rx, item.cx + item.rx], [item.cy - item.ry, item.cy + item.ry]
    if type(item) is Polygon:
        return [x for x, _ in item.points], [y for _, y in item.points]
    if type(item) is Segments:
        flat = [value for stroke in item.strokes for value in stroke]
    else:
        assert type(item) is Path
        flat = [value for command in item.commands for value in command[1:]]
    return flat[0::2], flat[1::2]
