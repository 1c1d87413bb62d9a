"""What the window draws over the diagram, and no file has: a word at the hand, what was found, a first step."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from snapviz.diagram.cuts import curve, extended
from snapviz.diagram.display_list import Ellipse, Item, Line, Rect, Segments, Text
from snapviz.diagram.facts import facts
from snapviz.diagram.glyphs import brush, pen
from snapviz.diagram.layout import SpaceTimeLayout
from snapviz.diagram.typography import baseline, text_width

HINT_ROLE = "badge"
HINT_HEIGHT = 22.0
MOST_RINGS = 600


class Hint(NamedTuple):
    """A few words beside the hand while it drags, at a place of the diagram."""

    text: str
    x: float
    y: float


def hint_items(hint: Hint, place: SpaceTimeLayout) -> list[Item]:
    """The words on an ink plate, above the hand where there is room."""
    width = text_width(hint.text, HINT_ROLE) + 20
    left = min(max(hint.x - width / 2, 4), place.width - width - 4)
    top = hint.y - HINT_HEIGHT - 18
    if top < 4:
        top = hint.y + 22
    subject = ("hint", 0)
    line = baseline(top + HINT_HEIGHT / 2, HINT_ROLE)
    return [
        Rect(left, top, width, HINT_HEIGHT, brush("ink"), 5.0, subject),
        Text(left + width / 2, line, hint.text, HINT_ROLE, "background", "middle", 1.0, subject),
    ]


class FoundEvents(NamedTuple):
    """Events that were looked for: int64 trace rows, ascending, and when they happened."""

    rows: np.ndarray
    times: np.ndarray


def found_items(run, found: FoundEvents, place: SpaceTimeLayout) -> list[Item]:
    """A mark above the plot for each pixel with an event that was found, and rings if they are few."""
    trace, plot = run.trace, place.plot
    first, last = np.searchsorted(found.times, (place.from_us, place.to_us + 1))
    strokes = tuple((x, plot.top - 7, x, plot.top - 1) for x in _columns(found.times, place))
    items: list[Item] = []
    if strokes:
        items.append(Segments(strokes, pen("accent", 2.0), ("found", -1)))
    if last - first > MOST_RINGS:
        return items
    seen, x = found.rows[first:last], place.x_of(found.times[first:last])
    ring, radius = pen("accent", 2.0), place.dot + 4.0
    for row, at, process in zip(
        seen.tolist(), x.tolist(), trace.row_process[seen].tolist(), strict=True
    ):
        if place.shows_lane(process):
            spot = at, place.lanes[process]
            items.append(Ellipse(*spot, radius, radius, ring, ("found", row)))
    return items


def _columns(times: np.ndarray, place: SpaceTimeLayout) -> list[float]:
    """The pixels with one of the times in them, whatever number of them there is."""
    left = place.x_of(place.from_us)
    edges = np.arange(left - 0.5, place.plot.right + 1.5)
    before = np.searchsorted(times, place.from_us + (edges - left) / place.scale)
    return (edges[:-1][np.diff(before) > 0] + 0.5).tolist()


def past_items(from_us: int, place: SpaceTimeLayout) -> list[Item]:
    """A veil over what a branch shares with the base run, and a line where it begins."""
    plot, subject = place.plot, ("shared-past", 0)
    x = min(max(place.x_of(from_us), plot.left), plot.right)
    items: list[Item] = []
    if x > plot.left:
        veil = brush("background", 0.55)
        items.append(
            Rect(plot.left, plot.top, x - plot.left, plot.bottom - plot.top, veil, 0.0, subject)
        )
    if place.from_us <= from_us <= place.to_us:
        items.append(Line(x, plot.top, x, plot.bottom, pen("accent", 1.25, (4.0, 3.0)), subject))
    return items


def line_items(times_us: tuple[int, ...], place: SpaceTimeLayout) -> list[Item]:
    """A dashed line through one state of each process."""
    if len(times_us) != len(place.lanes) or not place.lanes:
        return []
    points = [(place.x_of(us), y) for us, y in zip(times_us, place.lanes, strict=True)]
    style = pen("bad", 1.5, (5.0, 3.0))
    return curve(place.plot, extended(place.plot, points), style, ("recovery-line", 0))


def first_step_items(run, place: SpaceTimeLayout) -> list[Item]:
    """What to do with lines on which nothing happens yet."""
    if len(facts(run).event_rows) or run.trace.records or not place.lanes:
        return []
    text = _first_step(len(place.lanes))
    plot = place.plot
    y = (
        (place.lanes[0] + place.lanes[1]) / 2
        if len(place.lanes) > 1
        else (plot.top + place.lanes[0]) / 2
    )
    x = (plot.left + plot.right) / 2
    return [Text(x, y, text, "empty", "muted", "middle", 1.0, ("first-step", 0))]


def _first_step(lines: int) -> str:
    if lines == 1:
        return QCoreApplication.translate(
            "SpaceTimeView", "Add another process in the topology to send messages"
        )
    return QCoreApplication.translate(
        "SpaceTimeView", "Drag from one line to another to send a message"
    )
