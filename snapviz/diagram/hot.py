"""What the pointer is on, gently set off."""

from __future__ import annotations

from .cuts import badges
from .decision_marks import marks
from .display_list import Ellipse, Item, Line, Rect
from .emphasis import HALO, HALO_OPACITY, ring
from .geometry import clip_segment
from .glyphs import BADGE_SIZE, badge_width, brush, pen
from .lanes import label_frame
from .notes import clock_mark
from .role_items import bands
from .scene import Scene
from .view import Hit

HEAD_RING = 9.0
HANDLE_RING = 11.0


def hot_items(scene: Scene) -> list[Item]:
    """The sign for ``view.hot``; of a clock, `clockgrips.clock_items` shows it."""
    hot = scene.view.hot
    draw = _SIGNS.get(hot.kind) if hot else None
    return draw(scene, hot) if draw and _exists(scene, hot) else []


def _exists(scene: Scene, hot: Hit) -> bool:
    """Whether the run still has it: a run may have been replaced under the pointer."""
    trace = scene.facts.trace
    limit = {
        "event": trace.row_count,
        "record": trace.row_count,
        "clock-set": trace.row_count,
        "mark": trace.row_count,
        "message": trace.message_count,
        "head": trace.message_count,
        "badge": len(trace.snapshots),
        "decision": len(trace.decisions),
        "role": len(scene.facts.roles),
    }.get(hot.kind, scene.facts.count)
    return 0 <= hot.number < limit


def _row(scene: Scene, hot: Hit) -> list[Item]:
    if hot.number in scene.view.selected_rows:
        return []
    return ring(scene, hot.number, "accent", 1.5, 3.0)


def _message(scene: Scene, hot: Hit) -> list[Item]:
    known, place = scene.facts, scene.place
    start, end = int(known.sent[hot.number]), int(known.end[hot.number])
    if end < start or not scene.knows(int(known.send_row[hot.number])):
        return []
    y1, y2 = place.lanes[known.source[hot.number]], place.lanes[known.target[hot.number]]
    x1, x2 = place.x_of(start), place.x_of(end)
    visible = clip_segment(x1, y1, x2, y2, place.plot)
    if visible is None:
        return []
    ends = [(x1 + t * (x2 - x1), y1 + t * (y2 - y1)) for t in visible]
    style = pen("accent", HALO, (), HALO_OPACITY)
    return [Line(*ends[0], *ends[1], style, ("hot", hot.number))]


def _head(scene: Scene, hot: Hit) -> list[Item]:
    known, place = scene.facts, scene.place
    process = int(known.target[hot.number])
    x, y = place.x_of(int(known.end[hot.number])), place.lanes[process]
    if not place.plot.contains(x, y):
        return []
    return [*_message(scene, hot), *_circle(x, y, HEAD_RING, hot.number)]


def _circle(x: float, y: float, radius: float, number: int) -> list[Item]:
    subject = ("hot", number)
    return [
        Ellipse(x, y, radius, radius, brush("accent", 0.16), subject),
        Ellipse(x, y, radius, radius, pen("accent", 1.75), subject),
    ]


def _line(scene: Scene, hot: Hit) -> list[Item]:
    place, us = scene.place, scene.view.hot_us
    y = place.lanes[hot.number]
    if not (place.from_us <= us <= place.to_us and place.shows_lane(hot.number)):
        return []
    style = brush("background", 0.9, f"process:{hot.number}", 1.75)
    radius = place.dot + 0.75
    return [Ellipse(place.x_of(us), y, radius, radius, style, ("hot", hot.number))]


def _clock_set(scene: Scene, hot: Hit) -> list[Item]:
    trace, place = scene.facts.trace, scene.place
    x = place.x_of(int(trace.row_time[hot.number]))
    process = int(trace.row_process[hot.number])
    return [clock_mark(x, place.lanes[process], "accent", ("hot", hot.number))]


def _label(scene: Scene, hot: Hit) -> list[Item]:
    if hot.number in scene.view.selected_processes:
        return []
    return [label_frame(scene.place, hot.number, pen("accent", 1.5), ("hot", hot.number))]


def _handle(scene: Scene, hot: Hit) -> list[Item]:
    cut, place = scene.view.hand_cut, scene.place
    if cut is None or hot.number >= len(cut):
        return []
    x, y = place.x_of(cut[hot.number]), place.lanes[hot.number]
    return _circle(x, y, HANDLE_RING, hot.number) if place.plot.contains(x, y) else []


def _badge(scene: Scene, hot: Hit) -> list[Item]:
    for number, x, y, _ in badges(scene):
        if number == hot.number:
            width = badge_width(scene.facts.trace.snapshots[number].id) + 5
            height = BADGE_SIZE + 5
            corner = (x - width / 2, y - height / 2)
            style = pen("accent", 1.75)
            return [Rect(*corner, width, height, style, height / 2, ("hot", number))]
    return []


def _decision(scene: Scene, hot: Hit) -> list[Item]:
    found = [mark for mark in marks(scene) if mark[0] == hot.number]
    return [item for number, x, y, r in found for item in _circle(x, y, r + 3, number)]


def _role(scene: Scene, hot: Hit) -> list[Item]:
    found = [band.box for band in bands(scene) if band.number == hot.number]
    style = pen("accent", 1.5)
    return [
        Rect(left - 1, top - 1, right - left + 2, bottom - top + 2, style, 3.0, ("hot", hot.number))
        for left, top, right, bottom in found
    ]


_SIGNS = {
    "event": _row,
    "record": _row,
    "mark": _row,
    "message": _message,
    "head": _head,
    "process": _line,
    "clock-set": _clock_set,
    "label": _label,
    "cut": _handle,
    "badge": _badge,
    "decision": _decision,
    "role": _role,
}
