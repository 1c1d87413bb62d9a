"""What can be taken hold of: heads, clocks, labels, badges, the handles of a cut."""

from dataclasses import replace

import numpy as np
import pytest

from snapviz.diagram.clockgrips import clock_box
from snapviz.diagram.display_list import Rect
from snapviz.diagram.facts import facts
from snapviz.diagram.lanes import label_box
from snapviz.diagram.spacetime import Hit, View, hit, layout, still
from snapviz.engine.trace import RowKind
from tests.diagram.random_runs import random_run
from tests.diagram.sample_runs import (
    concurrent_run,
    lossy_run,
    ms,
    quiet_run,
    ring_run,
)

VIEW = View(1000, 700)


def end_of(run, where, message):
    known = facts(run)
    return where.x_of(int(known.end[message])), where.lanes[int(known.target[message])]


def test_that_a_head_wins_over_the_event_under_it_only_when_asked():
    run, where = ring_run(), layout(ring_run(), VIEW)
    x, y = end_of(run, where, 0)
    assert hit(run, where, x, y, view=VIEW, heads=True) == Hit("head", 0)
    found = hit(run, where, x, y, view=VIEW)
    assert found.kind == "event" and run.trace.row_time[found.number] == ms(140)
    assert hit(run, where, x, y) == found


def test_that_every_arrival_can_be_taken_by_its_own_head():
    run, where = ring_run(), layout(ring_run(), VIEW)
    known = facts(run)
    for message in np.flatnonzero(known.arrived >= 0).tolist():
        x, y = end_of(run, where, message)
        x1, y1 = where.x_of(int(known.sent[message])), where.lanes[known.source[message]]
        length = np.hypot(x - x1, y - y1)
        spot = x - 6 * (x - x1) / length, y - 6 * (y - y1) / length
        found = hit(run, where, *spot, view=VIEW, heads=True)
        assert found.kind == "head"
        other = end_of(run, where, found.number)
        assert found.number == message or np.hypot(other[0] - x, other[1] - y) < 9


def test_that_a_head_is_taken_within_nine_pixels():
    run, where = ring_run(), layout(ring_run(), VIEW)
    x, y = end_of(run, where, 0)
    assert hit(run, where, x, y + 8.9, heads=True) == Hit("head", 0)
    assert hit(run, where, x, y + 9.2, heads=True) != Hit("head", 0)


def test_that_heads_of_messages_that_never_arrive_cannot_be_taken():
    run = lossy_run()
    where = layout(run, VIEW)
    for x in np.arange(where.plot.left, where.plot.right, 3.0):
        found = hit(run, where, x, where.lanes[1], view=VIEW, heads=True)
        assert found.kind != "head"


def test_that_copies_have_no_head_to_take():
    seen = 0
    for run in map(random_run, range(0, 60, 3)):
        where = layout(run, VIEW)
        for copy in run.trace.message_copies:
            if facts(run).arrived[copy] >= 0:
                found = hit(run, where, *end_of(run, where, copy), view=VIEW, heads=True)
                assert found.kind != "head" or found.number not in run.trace.message_copies
                seen += 1
    assert seen > 3


@pytest.mark.parametrize("height", [700, 260])
def test_that_a_clock_can_be_taken_in_a_large_enough_place(height):
    view = replace(VIEW, height=height)
    run, where = ring_run(), layout(ring_run(), replace(VIEW, height=height))
    for process in range(4):
        box = clock_box(where, process)
        assert box.right - box.left >= 24 and box.bottom - box.top >= 16
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        assert hit(run, where, *middle, view=view) == Hit("clock", process)
        name = label_box(where, process)
        spot = name.left + 8, name.top + 4
        assert hit(run, where, *spot, view=view) == Hit("label", process)
        assert hit(run, where, *spot) is None


def test_that_close_lines_have_labels_but_no_clocks():
    run = quiet_run(100)
    view = View(1000, 1900)
    where = layout(run, view)
    assert clock_box(where, 3) is None
    assert hit(run, where, 20, where.lanes[3], view=view) == Hit("label", 3)


def test_that_the_triangle_of_a_clock_that_was_set_is_its_row():
    run, where = ring_run(), layout(ring_run(), VIEW)
    (row,) = np.flatnonzero(run.trace.row_kind == RowKind.SET_CLOCK).tolist()
    x, y = where.x_of(ms(150)), where.lanes[2]
    for dx, dy in ((0, 10), (-11, 8), (11, 27)):
        assert hit(run, where, x + dx, y + dy, view=VIEW) == Hit("clock-set", row)
    assert hit(run, where, x, y, view=VIEW) == Hit("process", 2)
    assert list(still(run, VIEW).about("clock-set", row))


def test_that_badges_are_hit_where_they_are_drawn():
    for make in (ring_run, concurrent_run):
        run, where = make(), layout(make(), VIEW)
        for badge in still(run, VIEW).about("snapshot"):
            if type(badge) is Rect:
                middle = badge.x + badge.width / 2, badge.y + badge.height / 2
                found = hit(run, where, *middle, view=VIEW)
                assert found == Hit("badge", badge.subject[1])


def test_that_the_handles_of_the_cut_win():
    times = (ms(82), ms(290), ms(240), ms(300))
    view = replace(VIEW, hand_cut=times)
    run, where = ring_run(), layout(ring_run(), view)
    for process, us in enumerate(times):
        spot = where.x_of(us) + 5, where.lanes[process] - 6
        assert hit(run, where, *spot, view=view, heads=True) == Hit("cut", process)
    assert hit(run, where, where.x_of(ms(82)), where.lanes[0]).kind == "event"
    zoomed = replace(view, from_us=ms(200))
    near = layout(run, zoomed)
    assert hit(run, near, near.x_of(ms(82)), near.lanes[0], view=zoomed) is None


def test_that_a_hidden_future_cannot_be_pointed_at():
    run = ring_run()
    view = replace(VIEW, rows=2, time_us=ms(100), future="hidden")
    where = layout(run, view)
    last = int(run.event_rows[-1])
    process = int(run.trace.row_process[last])
    x, y = where.x_of(int(run.trace.row_time[last])), where.lanes[process]
    assert hit(run, where, x, y, view=view, heads=True) == Hit("process", process)
    assert hit(run, where, x, y).kind == "event"
    assert hit(run, where, where.x_of(ms(200)), where.badge_y, view=view) is None
