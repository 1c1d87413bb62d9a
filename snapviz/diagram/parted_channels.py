"""Channels that a partition cuts, in the topology: a gap with two strokes across."""

from __future__ import annotations

from math import hypot

from snapviz.engine.trace import Trace

from .display_list import Item, Line, Segments
from .glyphs import pen
from .partings import sides_at
from .polyline import Way, length_of, part_of, point_at, stroke

BEHIND = 15.0  # pixels from the middle of the way, where what is lost ends
HALF_GAP = 4.0  # pixels along the channel
ARM = 4.0  # pixels to each side of it, of a stroke
SLANT = 2.0
SHORTEST = 24.0  # pixels from which a gap leaves enough of a line
PAPER = 4.0


def cut_channels(trace: Trace, rows: int, time_us: int) -> list[int]:
    """The numbers of the channels that lead from one side to another."""
    sides = sides_at(trace, rows, time_us)
    if sides is None:
        return []
    ends = enumerate(trace.channel_ends)
    return [number for number, (a, b) in ends if sides[a] != sides[b]]


def parted_items(trace: Trace, ways: list[Way], rows: int, time_us: int) -> list[Item]:
    """What lies over the channels that are cut at the play-head."""
    items: list[Item] = []
    for number in cut_channels(trace, rows, time_us):
        way, subject = ways[number], ("cut-channel", number)
        length = length_of(way)
        if length < SHORTEST:
            continue
        gap, at = HALF_GAP / length, min(0.5 + BEHIND / length, 0.8)
        middle = part_of(way, at - gap, at + gap)
        items.append(stroke(middle, pen("background", PAPER), subject))
        bars = tuple(_bar(way, share) for share in (at - gap, at + gap))
        items.append(Segments(bars, pen("orphan", 1.75), subject))
    return items


def _bar(way: Way, share: float) -> tuple[float, float, float, float]:
    """A slanted stroke across a way."""
    x, y = point_at(way, share)
    (x1, y1), (x2, y2) = way[0], way[-1]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    dx, dy = -uy * ARM + ux * SLANT, ux * ARM + uy * SLANT
    return x - dx, y - dy, x + dx, y + dy


def parted_sign(x: float, y: float) -> list[Item]:
    """For the legend."""
    bars = ((x - 5, y + 5, x - 1, y - 5), (x, y + 5, x + 4, y - 5))
    ends = (
        Line(x - 10, y, x - 5, y, pen("muted", 1.25)),
        Line(x + 4, y, x + 8, y, pen("muted", 1.25)),
    )
    return [*ends, Segments(bars, pen("orphan", 2.0))]
