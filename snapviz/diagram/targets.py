"""The places in a space-time diagram that a person can take hold of."""

from __future__ import annotations

import numpy as np

from .clockgrips import clock_box
from .cuts import badges
from .decision_marks import decision_at
from .facts import Facts
from .geometry import Box
from .glyphs import BADGE_SIZE, badge_width
from .lanes import label_box
from .layout import SpaceTimeLayout, label_step
from .parting_items import parting_at
from .role_items import role_at
from .scene import Scene, shown
from .view import Hit, View

HEAD_REACH = 9.0
HEAD_LENGTH = 14.0  # of an arrow's end, by which heads that arrive together are told apart
HANDLE_REACH = 12.0
DECISION_REACH = 8.0
CLOCK_MARK = Box(-12.0, 5.0, 12.0, 29.0)  # around the instant on the line
LEAST = 12.0  # pixels to each side, of a target


def cut_at(place: SpaceTimeLayout, view: View, x: float, y: float) -> Hit | None:
    """The nearest handle of the hand-drawn cut."""
    times = view.hand_cut
    if times is None or len(times) != len(place.lanes):
        return None
    best = min(range(len(times)), key=lambda p: _away(place, times[p], p, x, y))
    return Hit("cut", best) if _away(place, times[best], best, x, y) <= HANDLE_REACH else None


def _away(place: SpaceTimeLayout, us: int, process: int, x: float, y: float) -> float:
    if not (place.from_us <= us <= place.to_us and place.shows_lane(process)):
        return float("inf")
    return float(np.hypot(place.x_of(us) - x, place.lanes[process] - y))


def outside_at(known: Facts, place: SpaceTimeLayout, view: View, x: float, y: float) -> Hit | None:
    """A snapshot's badge, a clock's grip, or the label of a process."""
    drawn = _bare(known, place, view)
    for number, at_x, at_y, _ in badges(drawn):
        half = badge_width(known.trace.snapshots[number].id) / 2
        if abs(x - at_x) <= max(half, LEAST) and abs(y - at_y) <= max(BADGE_SIZE / 2, LEAST):
            return Hit("badge", number)
    nearest = min(range(len(place.lanes)), key=lambda p: abs(place.lanes[p] - y))
    if not place.shows_lane(nearest):
        return None
    box = clock_box(place, nearest)
    if known.has_clocks and box is not None and box.contains(x, y):
        return Hit("clock", nearest)
    if nearest % label_step(place) == 0 and label_box(place, nearest).contains(x, y, 2.0):
        return Hit("label", nearest)
    return None


def set_clock_at(
    known: Facts, place: SpaceTimeLayout, limit: int, x: float, y: float
) -> Hit | None:
    """The triangle under a line where a clock was set."""
    rows = known.clock_rows[known.clock_rows < limit]
    if not len(rows):
        return None
    lanes = np.asarray(place.lanes, dtype=float)
    trace = known.trace
    across = x - place.x_of(trace.row_time[rows])
    below = y - lanes[trace.row_process[rows]]
    is_in = (np.abs(across) <= CLOCK_MARK.right) & (below >= CLOCK_MARK.top)
    found = np.flatnonzero(is_in & (below <= CLOCK_MARK.bottom))
    if not len(found):
        return None
    return Hit("clock-set", int(rows[found[np.argmin(np.abs(across[found]))]]))


def decided_at(
    known: Facts, place: SpaceTimeLayout, view: View | None, x: float, y: float
) -> Hit | None:
    """The mark of a decision."""
    if view is None or not known.trace.decisions:
        return None
    number = decision_at(_bare(known, place, view), x, y, DECISION_REACH)
    return None if number is None else Hit("decision", number)


def told_at(
    known: Facts, place: SpaceTimeLayout, view: View | None, x: float, y: float
) -> Hit | None:
    """The part of a process in an agreement, or the time in which the network is parted."""
    if view is None:
        return None
    drawn = _bare(known, place, view)
    number = role_at(drawn, x, y) if known.roles else None
    if number is not None:
        return Hit("role", number)
    number = parting_at(drawn, x, y)
    return None if number is None else Hit("parting", number)


def _bare(known: Facts, place: SpaceTimeLayout, view: View) -> Scene:
    return Scene(known, view, place, np.empty(0, dtype=np.int64), 0)


def head_at(
    known: Facts, place: SpaceTimeLayout, limit: int, votes: bool, x: float, y: float
) -> Hit | None:
    """The arriving end of a message or marker; copies made by a channel have none to take."""
    lanes = np.asarray(place.lanes, dtype=float)
    near = known.stays.meeting(place.us_at(x - HEAD_REACH) - 1, place.us_at(x + HEAD_REACH) + 1)
    can_be_taken = known.arrival_row[near] < limit
    messages = near[can_be_taken & (known.trace.message_copy_of[near] < 0)]
    messages = shown(known, votes, messages)
    x2, y2 = place.x_of(known.end[messages]), lanes[known.target[messages]]
    is_near = np.hypot(x2 - x, y2 - y) <= HEAD_REACH
    messages, x2, y2 = messages[is_near], x2[is_near], y2[is_near]
    if not len(messages):
        return None
    dx, dy = x2 - place.x_of(known.sent[messages]), y2 - lanes[known.source[messages]]
    length = np.maximum(np.hypot(dx, dy), 1e-9)
    along = np.clip(((x2 - x) * dx + (y2 - y) * dy) / length, 0, HEAD_LENGTH)
    distance = np.hypot(x2 - along * dx / length - x, y2 - along * dy / length - y)
    return Hit("head", int(messages[np.argmin(distance)]))
