"""What lies under the pointer in a space-time diagram."""

from __future__ import annotations

import numpy as np

from snapviz.engine.trace import RowKind

from .facts import Facts, facts
from .layout import SpaceTimeLayout
from .marks import BESIDE
from .scene import rows_known, shown
from .targets import cut_at, decided_at, head_at, outside_at, set_clock_at, told_at
from .view import Hit, View

EVENT_REACH = 8.0
MESSAGE_REACH = 5.0
LINE_REACH = 7.0


def hit(
    run,
    place: SpaceTimeLayout,
    x: float,
    y: float,
    *,
    view: View | None = None,
    heads: bool = False,
    votes: bool = True,
) -> Hit | None:
    """What is at a point; None if nothing is near.

    In the plot the nearest event, recording or mark of a crash or checkpoint, else message, else process line. With the
    ``view`` that is shown also what can be taken there and beside it: labels, clocks, badges,
    the handles of a hand-drawn cut, the marks of clocks that were set. With ``heads`` the
    arriving end of an arrow wins over the event under it. Without ``votes``, here or in the
    view, nothing is found that only answers others.
    """
    if run is None or not place.lanes:
        return None
    known = facts(run)
    limit = rows_known(known, view)
    votes = votes and (view is None or view.votes)
    if view is not None:
        found = cut_at(place, view, x, y) or outside_at(known, place, view, x, y)
        if found:
            return found
    if not place.plot.contains(x, y, EVENT_REACH):
        return None
    found = head_at(known, place, limit, votes, x, y) if heads else None
    if found is None and view is not None:
        found = set_clock_at(known, place, limit, x, y)
    return (
        found
        or decided_at(known, place, view, x, y)
        or _row_at(known, place, limit, x, y)
        or _message_at(known, place, limit, votes, x, y)
        or _line_at(place, x, y)
        or told_at(known, place, view, x, y)
    )


def _row_at(known: Facts, place: SpaceTimeLayout, limit: int, x: float, y: float) -> Hit | None:
    process = place.process_at(y, EVENT_REACH)
    if process is None:
        return None
    trace = known.trace
    near = EVENT_REACH + BESIDE
    from_us, to_us = place.us_at(x - near) - 1, place.us_at(x + near) + 1
    records = [record.row for record in trace.records if from_us <= record.time_us <= to_us]
    marks = known.lives.mark_rows
    events = known.events_between(from_us, to_us)
    rows = np.concatenate([marks, events, np.array(records, dtype=np.int64)])
    rows = rows[(trace.row_process[rows] == process) & (rows < limit)]
    if not len(rows):
        return None
    beside = np.isin(trace.row_kind[rows], (RowKind.RESTART, RowKind.ROLL_BACK)) * BESIDE
    distance = np.abs(place.x_of(trace.row_time[rows]) - beside - x)
    nearest = int(np.argmin(distance))
    if distance[nearest] > EVENT_REACH:
        return None
    row = int(rows[nearest])
    if trace.is_application_row[row]:
        return Hit("event", row)
    return Hit("record" if trace.row_kind[row] == RowKind.RECORD else "mark", row)


def _message_at(
    known: Facts, place: SpaceTimeLayout, limit: int, votes: bool, x: float, y: float
) -> Hit | None:
    reach = place.us_at(x - MESSAGE_REACH) - 1, place.us_at(x + MESSAGE_REACH) + 1
    messages = known.stays.meeting(*reach)
    has_end = known.end[messages] >= known.sent[messages]
    messages = messages[has_end & (known.send_row[messages] < limit)]
    messages = shown(known, votes, messages)
    if not len(messages):
        return None
    lanes = np.asarray(place.lanes, dtype=float)
    x1, y1 = place.x_of(known.sent[messages]), lanes[known.source[messages]]
    x2, y2 = place.x_of(known.end[messages]), lanes[known.target[messages]]
    dx, dy = x2 - x1, y2 - y1
    t = np.clip(((x - x1) * dx + (y - y1) * dy) / np.maximum(dx * dx + dy * dy, 1e-9), 0, 1)
    distance = np.hypot(x1 + t * dx - x, y1 + t * dy - y)
    nearest = int(np.argmin(distance))
    if distance[nearest] > MESSAGE_REACH:
        return None
    return Hit("message", int(messages[nearest]))


def _line_at(place: SpaceTimeLayout, x: float, y: float) -> Hit | None:
    process = place.process_at(y, LINE_REACH)
    return None if process is None else Hit("process", process)
