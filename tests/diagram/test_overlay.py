"""What lies over the still picture: selection, cones, trails, cuts, gestures, the pointer."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

import snapviz
from snapviz.diagram.display_list import Ellipse, Line, Path, Polygon, Rect, Text
from snapviz.diagram.facts import facts, path_between
from snapviz.diagram.handcut import cut_of
from snapviz.diagram.spacetime import (
    Draft,
    Ghost,
    Hit,
    View,
    layout,
    lit,
    overlay,
    spacetime,
    still,
    still_view,
)
from snapviz.diagram.theme import LIGHT
from snapviz.scenario.model import Internal, Scenario
from tests.diagram.cones import cone
from tests.diagram.random_runs import random_run
from tests.diagram.sample_runs import (
    concurrent_run,
    crowded_run,
    dense_run,
    lossy_run,
    ms,
    orphan_run,
    pins,
    processes,
    quiet_run,
    ring,
    ring_run,
    send,
)
from tests.diagram.test_facts import row_at

VIEW = View(1000, 700)
ROW = row_at(ring_run(), 224.5, 1)
TIMES = (ms(150), ms(290), ms(240), ms(300))
BUSY = {
    "rows": 20,
    "time_us": ms(250),
    "selected_rows": (ROW, 3),
    "selected_messages": (1, 4),
    "selected_processes": (1,),
    "cone_row": ROW,
    "path_rows": path_between(ring_run(), 0, row_at(ring_run(), 360, 2)),
    "hand_cut": TIMES,
    "draft": Draft(0, ms(90), 1, ms(150)),
    "ghost": Ghost(2, ms(70), "snapshot"),
    "hot": Hit("cut", 1),
    "hot_us": ms(10),
    "grips": True,
}


def over(**shown):
    """The overlay of the ring with some fields of the view set."""
    return overlay(ring_run(), replace(VIEW, **shown))


def kinds(picture):
    return {item.subject[0] for item in picture.items if item.subject}


def point(row):
    place, trace = layout(ring_run(), VIEW), ring_run().trace
    return place.x_of(int(trace.row_time[row])), place.lanes[int(trace.row_process[row])]


def test_that_nothing_laid_over_it_changes_the_still_part():
    run, busy = ring_run(), replace(VIEW, **BUSY)
    assert still(run, busy) == still(run, VIEW)
    assert still_view(busy) == VIEW
    # A future is faint by a veil; only a hidden one leaves something out.
    shown, hidden = replace(busy, future="shown"), replace(busy, future="hidden")
    assert still(run, shown) == still(run, VIEW) and still_view(shown) == VIEW
    assert still_view(hidden) != VIEW
    defaults = {field.name: field.default for field in fields(View)}
    assert all(defaults[name] != value for name, value in BUSY.items())


def test_that_the_whole_picture_has_everything_laid_over_it():
    run, busy = ring_run(), replace(VIEW, **BUSY)
    items = spacetime(run, busy).items
    assert items == (*still(run, VIEW).items, *overlay(run, busy).items)
    for item in items:
        if type(item) is Text:
            LIGHT.color(item.color)
            continue
        for token in (item.style.stroke, item.style.fill):
            assert token is None or LIGHT.color(token)


def test_that_each_selected_event_has_a_ring():
    rings = list(over(selected_rows=(ROW, 3)).about("ring"))
    assert [(ring.cx, ring.cy) for ring in rings] == [pytest.approx(point(r)) for r in (ROW, 3)]
    assert all(ring.style.stroke == "accent" for ring in rings)


def test_that_a_selected_message_is_an_accent_arrow_with_a_halo_and_its_payload():
    picture = over(selected_messages=(4,))
    (halo,) = picture.about("halo", 4)
    line = next(i for i in picture.about("message", 4) if type(i) is Line)
    assert halo.style.width > 2 * line.style.width and halo.style.opacity < 0.5
    assert {halo.style.stroke, line.style.stroke} == {"accent"}
    assert any(type(i) is Polygon for i in picture.about("message", 4))
    words = [i for i in picture.about("message", 4) if type(i) is Text]
    before = [i for i in still(ring_run(), VIEW).about("message", 4) if type(i) is Text]
    assert [(w.x, w.y, w.text) for w in words] == [(w.x, w.y, w.text) for w in before]
    assert [word.color for word in words] == ["accent"]


def test_that_a_selected_process_has_an_accent_frame_around_its_label():
    (frame,) = over(selected_processes=(2,)).about("selected", 2)
    place = layout(ring_run(), VIEW)
    assert frame.y < place.lanes[2] < frame.y + frame.height
    assert frame.style.stroke == "accent" and frame.style.fill is None


def test_that_everything_can_be_selected_in_a_crowd():
    run = crowded_run()
    view = replace(
        VIEW,
        selected_rows=tuple(run.event_rows.tolist()),
        selected_messages=tuple(range(run.trace.message_count)),
    )
    assert 4 < len(overlay(run, view).items) < 2000


def test_that_what_a_new_run_no_longer_has_is_left_out():
    gone = {
        **BUSY,
        "selected_rows": (10**6, -1),
        "selected_messages": (10**6,),
        "selected_processes": (9,),
        "cone_row": 10**6,
        "path_rows": (10**6, 10**6 + 1),
        "hand_cut": (1, 2),
        "draft": Draft(9, 0, 1, 5),
        "ghost": Ghost(9, 0, "message"),
    }
    marks = set()
    for kind in ("event", "head", "message", "process", "clock-set", "badge", "label", "cut"):
        marks |= kinds(over(**{**gone, "hot": Hit(kind, 10**6)}))
    assert marks <= {"ring", "clock", "clock-grip", "veil", "play-head"}


@pytest.mark.parametrize("run", [ring_run(), random_run(4), random_run(5)])
def test_that_the_cone_lights_its_events_and_messages_and_nothing_else(run):
    for row in run.event_rows.tolist():
        assert_lit(run, row)


def assert_lit(run, row):
    picture = lit(run, replace(VIEW, cone_row=row))
    past, future = cone(facts(run), row)
    assert {i.subject[1] for i in picture.about("event")} == set(np.flatnonzero(past | future))
    trace, known = run.trace, facts(run)
    for message in range(trace.message_count):
        sent, arrived = known.send_row[message], known.arrival_row[message]
        is_lit = arrived < trace.row_count and any(m[sent] and m[arrived] for m in (past, future))
        assert bool(list(picture.about("message", message))) == is_lit, message
        before = list(still(run, VIEW).about("message", message))
        assert not is_lit or list(picture.about("message", message)) == before


def test_that_a_message_round_the_event_is_not_lit():
    """Sent in the past and received in the future, but no cause or effect of the event."""
    scenario = Scenario(
        processes(2),
        ring(2, fifo=False),
        duration_us=ms(100),
        script=(send(10, "P1", "P2", 1), Internal(ms(20), "P1", "x"), send(30, "P1", "P2", 2)),
        delays=tuple(pins("P1", "P2", 60, 20)),
    )
    run = snapviz.simulate(scenario)
    picture = lit(run, replace(VIEW, cone_row=1))
    assert not list(picture.about("message", 0)) and list(picture.about("message", 1))
    assert {i.subject[1] for i in picture.about("event")} == {0, 1, 2, 3, 4}


def test_that_the_veil_lies_under_what_is_lit_and_over_the_rest():
    items = over(cone_row=ROW).items
    order = [item.subject[0] for item in items if item.subject]
    assert order[0] == "fade" and "event" in order
    veil = items[0]
    place = layout(ring_run(), VIEW)
    assert veil.style.fill == "background" and 0.5 < veil.style.opacity < 1
    assert veil.x <= place.plot.left and veil.x + veil.width >= place.plot.right


def test_that_past_and_future_have_their_own_tints_left_and_right_of_the_event():
    picture = over(cone_row=ROW)
    x, _ = point(ROW)
    (past,) = (i for i in picture.about("causal-past") if type(i) is Polygon)
    (future,) = (i for i in picture.about("causal-future") if type(i) is Polygon)
    assert (past.style.fill, future.style.fill) == ("past", "future")
    assert max(px for px, _ in past.points) == pytest.approx(x)
    assert min(px for px, _ in future.points) == pytest.approx(x)
    words = [i.text for i in picture.items if type(i) is Text and i.subject[0].startswith("causal")]
    assert words == ["causal past", "causal future"]


def test_that_labels_of_processes_outside_the_cone_fade():
    run = lossy_run()
    place = layout(run, VIEW)
    for row in run.event_rows.tolist():
        faded = list(overlay(run, replace(VIEW, cone_row=row)).about("fade", 1))
        others = [place.process_at(box.y + box.height / 2) for box in faded]
        assert others == [1 - int(run.trace.row_process[row])]
    assert not list(over(cone_row=ROW).about("fade", 1))


def test_that_only_events_have_cones_and_only_what_is_known():
    record = ring_run().snapshots[0].records[0].row
    assert "fade" not in kinds(over(cone_row=record))
    hidden = {"rows": 2, "time_us": ms(100), "future": "hidden"}
    assert "fade" not in kinds(over(cone_row=ROW, **hidden))
    assert "fade" in kinds(over(cone_row=0, **hidden))


@pytest.mark.parametrize("make", [crowded_run, dense_run, lossy_run, orphan_run, concurrent_run])
@pytest.mark.parametrize("size", [(1000, 700), (420, 160)])
def test_that_cones_of_all_kinds_of_runs_are_drawn(make, size):
    run = make()
    for row in run.event_rows[:: max(1, len(run.event_rows) // 5)].tolist():
        picture = lit(run, View(*size, cone_row=row, from_us=ms(20)))
        assert list(picture.about("fade", 0)) and len(picture.items) < 3000


def test_that_in_a_crowd_lit_messages_are_strokes():
    run = crowded_run()
    row = int(run.event_rows[len(run.event_rows) // 2])
    picture = lit(run, replace(VIEW, cone_row=row))
    assert list(picture.about("messages")) and not list(picture.about("message"))
    assert list(picture.about("events"))


def test_that_only_lit_messages_move_while_a_cone_shows():
    known = facts(ring_run())
    rows = int(np.searchsorted(known.trace.row_time, ms(205), side="right"))
    placed = {"rows": rows, "time_us": ms(205)}
    under_way = known.under_way(rows, ms(205))
    past, future = cone(known, ROW)
    inside = past | future
    lit_ones = [m for m in under_way if inside[known.send_row[m]] and inside[known.arrival_row[m]]]

    def moving(picture):
        x = layout(ring_run(), VIEW).x_of(ms(205))
        signs = [i for i in picture.items if type(i) is Ellipse and not i.subject]
        return [i for i in signs if abs(i.cx - x) < 1 and i.style.fill]

    assert 0 < len(lit_ones) < len(moving(over(**placed)))
    assert len(moving(over(**placed, cone_row=ROW))) == len(lit_ones)


def test_that_a_trail_follows_the_lines_and_messages_of_its_chain():
    rows = BUSY["path_rows"]
    picture = over(path_rows=rows)
    joints = [i for i in picture.about("trail") if type(i) is Ellipse]
    assert [(j.cx, j.cy) for j in joints] == [pytest.approx(point(row)) for row in rows]
    legs = [i for i in picture.about("trail") if type(i) is Line and i.style.opacity == 1]
    assert len(legs) == len(rows) - 1
    for leg, start, end in zip(legs, rows[:-1], rows[1:], strict=True):
        assert (leg.x1, leg.y1) == pytest.approx(point(start))
        assert (leg.x2, leg.y2) == pytest.approx(point(end))
    words = [i.text for i in picture.about("message") if type(i) is Text]
    assert words == ["$30", "$10"]


def test_that_the_drawn_cut_passes_through_its_handles():
    picture = over(hand_cut=TIMES)
    place = layout(ring_run(), VIEW)
    points = [(place.x_of(us), y) for us, y in zip(TIMES, place.lanes, strict=True)]
    curve = [i for i in picture.about("hand-cut") if type(i) is Path][-1]
    assert curve.style.stroke == "cut"
    ends = [command[-2:] for command in curve.commands]
    assert all(any(end == pytest.approx(p) for end in ends) for p in points)
    handles = [i for i in picture.about("cut-handle") if i.rx > 5]
    assert [(h.cx, h.cy) for h in handles] == [pytest.approx(p) for p in points]


def test_that_orphans_are_red_and_messages_in_transit_heavy_and_the_verdict_is_told():
    cut = cut_of(ring_run(), TIMES)
    picture = over(hand_cut=TIMES)
    for message in range(ring_run().trace.message_count):
        strokes = {i.style.stroke for i in picture.about("message", message) if type(i) is Line}
        expected = {"orphan"} if message in cut.orphans else set()
        assert strokes == ({"cut"} if message in cut.in_transit else expected)
    words = [i.text for i in picture.about("cut-verdict") if type(i) is Text]
    assert words == ["inconsistent, orphans: 1"]
    plate = next(i for i in picture.about("cut-verdict") if type(i) is Rect)
    assert plate.style.fill == "bad"


def test_that_the_nearest_consistent_cut_is_offered_where_it_differs():
    picture = over(hand_cut=TIMES)
    place = layout(ring_run(), VIEW)
    (dot,) = (i for i in picture.about("nearest-cut") if type(i) is Ellipse)
    assert (dot.cx, dot.cy) == pytest.approx((place.x_of(ms(182.25)), place.lanes[1]))
    fine = over(hand_cut=cut_of(ring_run(), TIMES).nearest_times)
    assert not list(fine.about("nearest-cut"))
    plate, word = fine.about("cut-verdict")
    assert (plate.style.fill, word.text) == ("good", "consistent")


def test_that_a_hidden_future_hides_what_is_chosen_in_it():
    hidden = {"rows": 4, "time_us": ms(130), "future": "hidden"}
    late = facts(ring_run()).trace.message_count - 1
    picture = over(**{**BUSY, **hidden, "selected_messages": (late,), "selected_rows": (ROW,)})
    assert not list(picture.about("message", late)) and not list(picture.about("ring", ROW))
    order = [item.subject[0] for item in picture.items if item.subject]
    assert order.index("hand-cut") < order.index("veil")
    faint = over(**{**BUSY, **hidden, "future": "faint"})
    order = [item.subject[0] for item in faint.items if item.subject]
    assert order.index("veil") < order.index("hand-cut")


def test_that_no_run_has_nothing_laid_over_it():
    busy = replace(VIEW, **BUSY)
    assert not overlay(None, busy).items and not lit(None, busy).items
    assert not list(overlay(quiet_run(2), busy).about("fade"))


def test_that_the_flag_at_the_start_leaves_the_unit_of_the_axis_alone():
    drawn = spacetime(ring_run(), replace(VIEW, rows=0, time_us=0))
    unit = next(i for i in drawn.items if isinstance(i, Text) and i.text == "ms")
    flag = next(i for i in drawn.about("play-head") if isinstance(i, Rect))
    assert unit.anchor == "end" and flag.x > unit.x + 1
    assert flag.x <= layout(ring_run(), VIEW).plot.left <= flag.x + flag.width
