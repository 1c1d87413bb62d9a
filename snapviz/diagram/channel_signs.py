"""How a channel looks in the topology diagram: dashed without FIFO, with a gap if it loses."""

from __future__ import annotations

from collections.abc import Iterable

from snapviz.scenario.model import Channel

from .display_list import Item, Line, Point, Segments
from .glyphs import cross, head, pen
from .polyline import Way, length_of, part_of, point_at, stroke

CROWDED = 240  # channels from which they lose their heads
DENSE = 48  # channels from which they are thin
DASH = (5.0, 3.5)
HALF_GAP = 6.5
CROSS = 2.75
SHORTEST = 28.0  # pixels from which a gap leaves enough of a line


def channel_items(
    found: list[Way], channels: tuple[Channel, ...], shown: Iterable[int] | None = None
) -> list[Item]:
    """The arrows of all channels, or of some of them, by their numbers."""
    numbers = range(len(found)) if shown is None else shown
    is_crowded, is_dense = len(found) > CROWDED, len(found) > DENSE
    opacity = 0.5 if is_dense else 1.0
    length = 5.0 if is_dense else 7.0
    width = 1.0 if is_dense else 1.25
    styles = [pen("channel", width, dash, opacity) for dash in (DASH, ())]
    items: list[Item] = []
    for number in numbers:
        way = found[number]
        subject = ("channel", number)
        style = styles[channels[number].fifo]
        is_lossy = channels[number].loss > 0 and not is_crowded and length_of(way) > SHORTEST
        items += [stroke(part, style, subject) for part in (_parts(way) if is_lossy else (way,))]
        if is_lossy:
            middle = point_at(way, 0.5)
            items.append(cross(*middle, CROSS, pen("muted", 1.25, (), opacity), subject))
        if not is_crowded:
            items.append(head(*way[-2], *way[-1], "channel", subject, length=length))
    return items


def _parts(way: Way) -> tuple[Way, Way]:
    """A way in two parts with a gap between them."""
    gap = HALF_GAP / length_of(way)
    return part_of(way, 0.0, 0.5 - gap), part_of(way, 0.5 + gap, 1.0)


def fifo_sign(x: float, y: float) -> list[Item]:
    """For the legend: a channel that is not FIFO."""
    return [Line(x - 10, y, x + 6, y, pen("muted", 1.25, DASH))]


def loss_sign(x: float, y: float) -> list[Item]:
    """For the legend: a channel that may lose messages."""
    ends: tuple[tuple[Point, Point], ...] = (((x - 10, y), (x - 7, y)), ((x + 3, y), (x + 6, y)))
    strokes = tuple((*start, *end) for start, end in ends)
    return [Segments(strokes, pen("muted", 1.25)), cross(x - 2, y, CROSS, pen("muted", 1.25))]
