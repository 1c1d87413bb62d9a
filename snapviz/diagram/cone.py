"""The causal past and future of one event lit, everything concurrent faded."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .crowd import crowd_items, crowded_events
from .cuts import curve, extended, region
from .display_list import Item, Line, Point, Rect, Text
from .facts import numbers
from .glyphs import brush, pen
from .lanes import label_box, label_step
from .layout import BADGE_HEIGHT
from .messages import arrow_items, arrows
from .scene import Scene, filled, records_shown
from .still import still_items
from .typography import baseline, text_width
from .view import still_view

FADE = 0.8
TINT = 0.10
MOST_LIT = 400  # messages up to which they are lit as the arrows they are
WORD_SPACING = 24.0  # pixels between lines from which the regions are named
OVERHANG = 8.0  # pixels by which events at time 0 reach out of the plot
LIT_KINDS = ("event", "note", "message")


class Cone:
    """Causal past and future of a row, as masks over the rows and messages of a run."""

    def __init__(self, drawn: Scene, row: int):
        known = drawn.facts
        self.row = row
        self.past, self.future = known.cone(row, drawn.view.rows)
        self.rows = self.past | self.future
        ends = known.send_row, np.minimum(known.arrival_row, known.trace.row_count - 1)
        has_arrived = known.arrival_row < known.trace.row_count
        inside = [mask[ends[0]] & mask[ends[1]] for mask in (self.past, self.future)]
        self.messages = (inside[0] | inside[1]) & has_arrived


def cone_of(drawn: Scene) -> Cone | None:
    """The cone that the view asks for; None for a row that is no event, or has been undone."""
    row = drawn.view.cone_row
    trace = drawn.facts.trace
    if row is None or not 0 <= row < drawn.known_rows or not trace.is_application_row[row]:
        return None
    if drawn.is_undone(row):
        return None
    end = drawn.facts.era(drawn.view.rows, row).end
    return drawn.facts.kept("masks", (row, end), lambda: Cone(drawn, row))


def cone_items(drawn: Scene) -> list[Item]:
    """A veil of background, the two regions tinted, and what is lit drawn again."""
    cone = cone_of(drawn)
    if cone is None:
        return []
    view = drawn.view
    end = drawn.facts.era(view.rows, cone.row).end
    key = (cone.row, end, still_view(view), records_shown(drawn))
    return drawn.facts.kept("cone-items", key, lambda: _items(drawn, cone))


def _items(drawn: Scene, cone: Cone) -> list[Item]:
    items = _veils(drawn, cone)
    items += _region(drawn, cone.past, "past", -1)
    items += _region(drawn, cone.future, "future", 1)
    items += _lines(drawn, cone)
    return items + _lit(drawn, cone)


def _veils(drawn: Scene, cone: Cone) -> list[Item]:
    place, trace = drawn.place, drawn.facts.trace
    left, top = place.plot.left - OVERHANG, place.plot.top
    if trace.snapshots:
        top -= BADGE_HEIGHT
    style = brush("background", FADE)
    size = (place.width - left, place.plot.bottom - top)
    items: list[Item] = [Rect(left, top, *size, style, 0.0, ("fade", 0))]
    touched = np.unique(trace.row_process[cone.rows]).tolist()
    for process in range(0, drawn.facts.count, label_step(place)):
        if process not in touched and place.shows_lane(process):
            box = label_box(place, process)
            size = (box.right - box.left + 1, box.bottom - box.top + 1)
            items.append(Rect(box.left - 0.5, box.top - 0.5, *size, style, 0.0, ("fade", 1)))
    return items


def _frontier(drawn: Scene, mask: np.ndarray, side: int) -> list[Point]:
    """On each line the last event of the past (``side`` -1) or the first of the future (1).

    On a line without one, a place outside the plot.
    """
    trace, place = drawn.facts.trace, drawn.place
    rows = np.flatnonzero(mask)[::side]
    processes, first = np.unique(trace.row_process[rows], return_index=True)
    times = dict(zip(processes.tolist(), numbers(trace.row_time[rows[first]]), strict=True))
    plot = place.plot
    nowhere = plot.left - OVERHANG if side < 0 else plot.right + OVERHANG
    return [
        (place.x_of(times[process]) if process in times else nowhere, y)
        for process, y in enumerate(place.lanes)
    ]


def _region(drawn: Scene, mask: np.ndarray, token: str, side: int) -> list[Item]:
    """What lies before the last causes, or after the first effects: tint, edge and word."""
    if mask.sum() < 2:
        return []
    plot = drawn.place.plot
    points = extended(plot, _frontier(drawn, mask, side))
    subject = (f"causal-{token}", drawn.view.cone_row)
    tint = region(plot, points, brush(token, TINT), subject, side=side)
    items: list[Item] = [tint] if tint else []
    items += curve(plot, points, pen(token, 1.25, (), 0.7), subject)
    return [*items, *_word(drawn, token, side)]


def _word(drawn: Scene, token: str, side: int) -> list[Item]:
    """``causal past`` or ``causal future`` over the event's own line, far from the event."""
    place, row = drawn.place, drawn.view.cone_row
    text = drawn.view.translate(f"causal {token}")
    at = place.plot.left + 6 if side < 0 else place.plot.right - 6
    y = place.lanes[int(drawn.facts.trace.row_process[row])]
    room = abs(place.x_of(int(drawn.facts.trace.row_time[row])) - at)
    if place.spacing < WORD_SPACING or text_width(text, "legend") + 2 * OVERHANG > room:
        return []
    anchor = "start" if side < 0 else "end"
    line = baseline(y - 11, "legend")
    return [Text(at, line, text, "legend", token, anchor, subject=(f"causal-{token}", row))]


def _lines(drawn: Scene, cone: Cone) -> list[Item]:
    """The stretches of the process lines that lie in the past or the future."""
    place = drawn.place
    width = 2.0 if place.spacing >= 12 else 1.0
    items: list[Item] = []
    for side, mask in ((-1, cone.past), (1, cone.future)):
        for process, (x, y) in enumerate(_frontier(drawn, mask, side)):
            start, end = (place.plot.left, x) if side < 0 else (x, place.plot.right)
            start, end = max(start, place.plot.left), min(end, place.plot.right)
            if start < end and place.shows_lane(process):
                style = pen(f"process:{process}", width)
                items.append(Line(start, y, end, y, style, ("lit-line", process)))
    return items


def _lit(drawn: Scene, cone: Cone) -> list[Item]:
    """Events and messages of the cone, as they are in the still picture."""
    full = filled(drawn)
    lit = replace(full, messages=full.messages[cone.messages[full.messages]])
    if full.is_labelled:
        return [item for item in still_items(full) if _is_lit(item, cone)]
    rows = np.flatnonzero(cone.rows)
    if len(lit.messages) > MOST_LIT:
        return [*crowd_items(lit), *crowded_events(lit, rows)]
    plain, marked = arrow_items(lit, arrows(lit))
    return [*plain, *marked, *crowded_events(lit, rows)]


def _is_lit(item: Item, cone: Cone) -> bool:
    if item.subject is None or item.subject[0] not in LIT_KINDS:
        return False
    kind, number = item.subject
    return bool(cone.messages[number] if kind == "message" else cone.rows[number])
