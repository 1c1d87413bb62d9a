"""The causal past and future of one event lit, everything concurrent faded."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .crowd import counted_events, crowd_items, crowded_events
from .cuts import curve, extended, region
from .display_list import Item, Line, Point, Rect, Text
from .facts import Facts
from .glyphs import brush, pen
from .lanes import label_box
from .layout import BADGE_HEIGHT, label_step
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
    """Causal past and future of a row: on each line the rows at which they end and begin.

    ``last``, ``first``: int64[n], as of `Facts.frontiers`. ``end``: of the era they are of.
    """

    def __init__(self, known: Facts, row: int, end: int, ends: tuple[np.ndarray, np.ndarray]):
        self.row = row
        self.last, self.first = ends
        self._known = known
        self._end = end

    def holds_rows(self, rows: np.ndarray) -> np.ndarray:
        """bool: which events lie in the past or the future."""
        process = self._known.trace.row_process[rows]
        inside = (rows <= self.last[process]) | (rows >= self.first[process])
        return inside & self._stand(rows)

    def _stand(self, rows: np.ndarray) -> np.ndarray:
        known = self._known
        return known.trace.is_application_row[rows] & (known.lives.undone_row[rows] >= self._end)

    def holds(self, messages: np.ndarray) -> np.ndarray:
        """bool: which messages were sent and received in the past, or in the future."""
        known = self._known
        source, target = known.source[messages], known.target[messages]
        sent, arrived = known.send_row[messages], known.arrival_row[messages]
        has_arrived = arrived < known.trace.row_count
        stand = self._stand(sent) & self._stand(np.where(has_arrived, arrived, sent))
        in_past = (sent <= self.last[source]) & (arrived <= self.last[target])
        in_future = (sent >= self.first[source]) & (arrived >= self.first[target])
        return (in_past | in_future) & has_arrived & stand

    def touches(self) -> list[int]:
        """The processes with an event in the past or the future."""
        has_any = (self.last >= 0) | (self.first < self._known.trace.row_count)
        return np.flatnonzero(has_any).tolist()


def cone_of(drawn: Scene) -> Cone | None:
    """The cone that the view asks for; None for a row that is no event, or has been undone."""
    row = drawn.view.cone_row
    trace = drawn.facts.trace
    if row is None or not 0 <= row < drawn.known_rows or not trace.is_application_row[row]:
        return None
    if drawn.is_undone(row):
        return None
    end = drawn.facts.era(drawn.view.rows, row).end
    ends = drawn.facts.frontiers(row, drawn.view.rows)
    return None if ends is None else Cone(drawn.facts, row, end, ends)


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
    items += _region(drawn, cone, "past", -1)
    items += _region(drawn, cone, "future", 1)
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
    touched = cone.touches()
    for process in range(0, drawn.facts.count, label_step(place)):
        if process not in touched and place.shows_lane(process):
            box = label_box(place, process)
            size = (box.right - box.left + 1, box.bottom - box.top + 1)
            items.append(Rect(box.left - 0.5, box.top - 0.5, *size, style, 0.0, ("fade", 1)))
    return items


def _frontier(drawn: Scene, cone: Cone, side: int) -> list[Point]:
    """On each line the last event of the past (``side`` -1) or the first of the future (1).

    On a line without one, a place outside the plot.
    """
    trace, place = drawn.facts.trace, drawn.place
    rows = cone.last if side < 0 else cone.first
    exists = (rows >= 0) & (rows < trace.row_count)
    xs = place.x_of(trace.row_time[np.where(exists, rows, 0)])
    plot = place.plot
    nowhere = plot.left - OVERHANG if side < 0 else plot.right + OVERHANG
    return list(zip(np.where(exists, xs, nowhere).tolist(), place.lanes, strict=True))


def _region(drawn: Scene, cone: Cone, token: str, side: int) -> list[Item]:
    """What lies before the last causes, or after the first effects: tint, edge and word."""
    if not _has_others(drawn, cone, side):
        return []
    plot = drawn.place.plot
    points = extended(plot, _frontier(drawn, cone, side))
    subject = (f"causal-{token}", drawn.view.cone_row)
    tint = region(plot, points, brush(token, TINT), subject, side=side)
    items: list[Item] = [tint] if tint else []
    items += curve(plot, points, pen(token, 1.25, (), 0.7), subject)
    return [*items, *_word(drawn, token, side)]


def _has_others(drawn: Scene, cone: Cone, side: int) -> bool:
    """Whether there is any cause, or any effect, beside the event itself."""
    known = drawn.facts
    own = int(known.trace.row_process[cone.row])
    elsewhere = cone.last >= 0 if side < 0 else cone.first < known.trace.row_count
    if elsewhere.sum() > 1:
        return True
    mine = known.era(drawn.view.rows, cone.row).rows_of_process[own]
    return bool(len(mine) and (mine[0] if side < 0 else mine[-1]) != cone.row)


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
    for side in (-1, 1):
        for process, (x, y) in enumerate(_frontier(drawn, cone, side)):
            start, end = (place.plot.left, x) if side < 0 else (x, place.plot.right)
            start, end = max(start, place.plot.left), min(end, place.plot.right)
            if start < end and place.shows_lane(process):
                style = pen(f"process:{process}", width)
                items.append(Line(start, y, end, y, style, ("lit-line", process)))
    return items


def _lit(drawn: Scene, cone: Cone) -> list[Item]:
    """Events and messages of the cone, as they are in the still picture."""
    full, place = filled(drawn), drawn.place
    lit = replace(full, messages=full.messages[cone.holds(full.messages)])
    if full.is_labelled:
        return [item for item in still_items(full) if _is_lit(item, cone)]
    sides = _frontier(drawn, cone, -1), _frontier(drawn, cone, 1)
    if full.crowd:
        return [*crowd_items(lit, sides), *counted_events(lit, sides)]
    rows = drawn.facts.events_between(place.from_us, place.to_us)
    rows = rows[cone.holds_rows(rows)]
    if len(lit.messages) > MOST_LIT:
        return [*crowd_items(lit), *crowded_events(lit, rows)]
    plain, marked = arrow_items(lit, arrows(lit))
    return [*plain, *marked, *crowded_events(lit, rows)]


def _is_lit(item: Item, cone: Cone) -> bool:
    if item.subject is None or item.subject[0] not in LIT_KINDS:
        return False
    kind, number = item.subject
    of_kind = cone.holds if kind == "message" else cone.holds_rows
    return bool(of_kind(np.array([number]))[0])
