"""Crashes, checkpoints and recoveries in the space-time diagram and the topology."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz import load_scenario, simulate
from snapviz.diagram.display_list import Line, Rect, Segments, Text
from snapviz.diagram.facts import (
    event_of_row,
    events_before,
    facts,
    is_undone,
    last_era,
    relation_of_rows,
)
from snapviz.diagram.handcut import cut_of
from snapviz.diagram.marks import BESIDE, square
from snapviz.diagram.spacetime import Hit, View, hit, layout, lit, spacetime, still, still_key
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.diagram.topology import topology
from snapviz.engine.stable import CheckpointRow
from snapviz.engine.trace import RowKind
from tests.diagram.cones import cone
from tests.diagram.failing_runs import again_run, banks_run, logged_run
from tests.diagram.sample_runs import ms, ring_run

VIEW = View(1000, 700)


def rows_at(run, time_ms):
    """How many rows the play-head has passed at an instant."""
    return int((run.trace.row_time <= ms(time_ms)).sum())


def at(run, time_ms, **fields):
    return replace(VIEW, rows=rows_at(run, time_ms), time_us=ms(time_ms), **fields)


def row_of(run, kind, process):
    trace = run.trace
    found = (trace.row_kind == kind) & (trace.row_process == process)
    return int(found.nonzero()[0][0])


def message(run, sent_ms):
    (number,) = (run.trace.message_sent == ms(sent_ms)).nonzero()[0].tolist()
    return number


def words(picture):
    return {item.text for item in picture.items if type(item) is Text}


def line_of(picture, number):
    return next(i for i in picture.about("message", number) if type(i) is Line)


def crosses(picture, number):
    return [i for i in picture.about("message", number) if type(i) is Segments]


def centre(segments):
    xs = [x for stroke in segments.strokes for x in stroke[0::2]]
    ys = [y for stroke in segments.strokes for y in stroke[1::2]]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


# Marks on the lines


def test_that_a_crash_a_restart_and_checkpoints_lie_where_they_happened():
    run = banks_run()
    place, picture, trace = layout(run, VIEW), spacetime(run, VIEW), run.trace
    for row in facts(run).lives.mark_rows.tolist():
        x, y = place.x_of(int(trace.row_time[row])), place.lanes[trace.row_process[row]]
        assert list(picture.about("mark", row)), row
        if trace.row_kind[row] in (RowKind.RESTART, RowKind.ROLL_BACK):
            x -= BESIDE
        found = hit(run, place, x, y, view=VIEW)
        assert found == Hit("mark", row)
    kinds = trace.row_kind[facts(run).lives.mark_rows].tolist()
    assert kinds.count(RowKind.CHECKPOINT) == 5
    assert kinds.count(RowKind.CRASH) == kinds.count(RowKind.RESTART) == 1


def test_that_a_line_is_dotted_while_its_process_is_down():
    run = banks_run()
    place, picture = layout(run, VIEW), spacetime(run, VIEW)
    (down,) = picture.about("outage", 1)
    assert (down.x1, down.x2) == (place.x_of(ms(320)), place.x_of(ms(430)))
    assert down.style.dash
    solid = [i for i in picture.about("process", 1) if type(i) is Line]
    assert [(i.x1, i.x2) for i in solid] == [
        (place.plot.left, down.x1),
        (down.x2, place.plot.right),
    ]
    assert not list(picture.about("outage", 0))


def test_that_the_kinds_of_checkpoints_look_different_and_a_tentative_one_is_dashed():
    signs = []
    for kind in ("scripted", "independent", "coordinated", "forced"):
        taken = CheckpointRow(0, 1, 0, 0, kind, {}, {})
        box, *inside = square(50, 50, 6, "ink", taken)
        assert type(box) is Rect and box.style.fill == "background" and not box.style.dash
        signs.append(tuple(map(type, inside)) or None)
    assert len(set(signs)) == 4
    box, *_ = square(50, 50, 6, "ink", taken._replace(tentative=True))
    assert box.style.dash
    settled = taken._replace(settled_row=8)
    dashes = [square(50, 50, 6, "ink", settled, passed=rows)[0].style.dash for rows in (8, 9)]
    assert dashes[0] and not dashes[1]
    plain, gone = (
        len(square(50, 50, 6, "ink", one)) for one in (taken, taken._replace(collected_row=3))
    )
    assert gone == plain + 1


# What a recovery undid


def test_that_what_is_undone_is_hatched_and_faded_from_the_recovery_on():
    run = banks_run()
    undone = [row for row in facts(run).event_rows.tolist() if is_undone(run, row)]
    assert len(undone) == sum(map(sum, (r.undone for r in run.trace.recoveries)))
    place, after = layout(run, VIEW), spacetime(run, VIEW)
    hatched = list(after.about("undone"))
    assert len(hatched) == len(run.trace.undoings)
    for item, undoing in zip(hatched, run.trace.undoings, strict=True):
        left = place.x_of(int(run.trace.row_time[undoing.first_row]))
        right = place.x_of(next(r.time_us for r in run.trace.recoveries if r.row == undoing.row))
        xs = [x for stroke in item.strokes for x in stroke[0::2]]
        assert left - 8 <= min(xs) and max(xs) == pytest.approx(right, abs=8)
    for row in facts(run).event_rows.tolist():
        (dot,) = after.about("event", row)
        assert (dot.style.opacity < 1) == (row in undone), row


def test_that_before_the_recovery_stands_what_stood_then():
    run = banks_run()
    before, between = spacetime(run, at(run, 429)), spacetime(run, at(run, 431))
    assert not list(before.about("undone")) and not list(before.about("recovery"))
    assert len(list(between.about("undone"))) == 2
    opacities = {item.style.opacity for item in before.about("event")}
    assert opacities == {1.0}
    lost = message(run, 210)  # its receive is undone at 430 ms
    assert line_of(before, lost).style.opacity == 1 and not crosses(before, lost)
    assert line_of(between, lost).style.opacity < 1 and crosses(between, lost)
    assert still_key(run, at(run, 429)) != still_key(run, at(run, 431))
    assert still_key(run, at(run, 431)) == still_key(run, at(run, 690))


def test_that_a_hidden_future_hides_what_is_to_crash():
    run = banks_run()
    picture = spacetime(run, at(run, 300, future="hidden"))
    crash = row_of(run, RowKind.CRASH, 1)
    assert not list(picture.about("mark", crash))
    assert "crash" not in words(picture) and "recovery line" not in words(picture)
    later = spacetime(run, at(run, 330, future="hidden"))
    assert list(later.about("mark", crash)) and "crash" in words(later)
    keys = [still_key(run, at(run, t, future="hidden")) for t in (300, 330)]
    assert keys[0] != keys[1]
    place = layout(run, VIEW)
    x, y = place.x_of(ms(320)), place.lanes[1]
    assert hit(run, place, x, y, view=at(run, 300, future="hidden")) != Hit("mark", crash)


def test_that_the_recovery_line_runs_through_checkpoints_and_live_states():
    lives = facts(banks_run()).lives
    first, second = banks_run().trace.recoveries
    assert lives.line(first) == [ms(430), ms(150), ms(160), ms(430)]
    assert lives.line(second) == [ms(140), ms(150), ms(700), ms(170)]
    assert len(list(spacetime(banks_run(), VIEW).about("recovery"))) >= 4


def test_that_a_process_that_replays_all_it_did_meets_the_line_where_it_crashed():
    run = logged_run()
    assert facts(run).lives.line(run.trace.recoveries[0]) == [ms(260), ms(160)]


def test_that_an_orphan_of_a_recovery_is_red():
    run = banks_run()
    assert run.trace.recoveries[0].orphaned == (message(run, 220),)
    arrow = line_of(spacetime(run, VIEW), message(run, 220))
    assert arrow.style.stroke == "orphan"
    assert line_of(spacetime(run, at(run, 400)), message(run, 220)).style.stroke == "message"


# Messages


def test_that_a_message_lost_at_a_receiver_that_is_down_ends_there_with_a_cross():
    run = banks_run()
    place, picture, number = layout(run, VIEW), spacetime(run, VIEW), message(run, 340)
    (cross,) = crosses(picture, number)
    assert centre(cross) == pytest.approx((place.x_of(ms(400)), place.lanes[1]))
    assert cross.style.stroke == "orphan"


def test_that_a_recalled_message_is_cut_short_at_the_recovery():
    run = banks_run()
    place, picture, number = layout(run, VIEW), spacetime(run, VIEW), message(run, 290)
    (cross,) = crosses(picture, number)
    assert cross.style.stroke == "muted"
    assert line_of(picture, number).x2 == pytest.approx(place.x_of(ms(430)))


def test_that_a_message_that_waits_lies_on_the_line_until_it_is_taken():
    run = logged_run()
    place, number = layout(run, VIEW), message(run, 170)
    arrow, wait = [i for i in spacetime(run, VIEW).about("message", number) if type(i) is Line]
    assert (wait.x1, wait.x2) == pytest.approx((place.x_of(ms(200)), place.x_of(ms(260))))
    assert wait.style.dash and abs(wait.y1 - place.lanes[1]) < 6
    assert arrow.x2 == pytest.approx(wait.x1, abs=5)


def test_that_what_is_delivered_again_comes_from_the_receivers_own_line():
    run = again_run()
    (copy,) = facts(run).lives.again
    assert run.trace.recoveries[0].again == (run.trace.message_copies[copy],)
    place = layout(run, VIEW)
    arrow = line_of(spacetime(run, VIEW), copy)
    assert arrow.style.stroke == "recovery"
    assert abs(arrow.x1 - place.x_of(ms(200))) < 20
    assert place.lanes[1] - 25 < arrow.y1 < place.lanes[1]
    assert not list(spacetime(run, at(run, 150)).about("undone"))


# The legend


def test_that_the_legend_names_what_is_there_and_nothing_else():
    new = {
        "checkpoint", "crash", "restart", "put back", "recovery line", "undone", "waits",
        "recalled", "delivered again",
    }  # fmt: skip
    assert not new & words(spacetime(ring_run(), VIEW))
    assert words(spacetime(banks_run(), VIEW)) & new == new - {"delivered again"}
    assert {"waits", "crash", "restart", "checkpoint"} <= words(spacetime(logged_run(), VIEW))
    assert not {"undone", "recalled", "orphan"} & words(spacetime(logged_run(), VIEW))
    assert "delivered again" in words(spacetime(again_run(), VIEW))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("make", [banks_run, logged_run])
def test_that_every_colour_is_a_token(theme, make):
    for item in spacetime(make(), VIEW).items:
        tokens = [item.color] if type(item) is Text else [item.style.stroke, item.style.fill]
        for token in filter(None, tokens):
            assert theme.color(token)


# Causes


def test_that_an_undone_event_has_a_cone_until_it_is_undone():
    run = banks_run()
    row = next(r for r in facts(run).event_rows.tolist() if run.trace.row_time[r] == ms(220))
    assert is_undone(run, row) and not is_undone(run, row, rows_at(run, 429))
    then = lit(run, at(run, 350, cone_row=row))
    assert list(then.about("causal-future", row))
    assert not lit(run, at(run, 600, cone_row=row)).items
    assert not lit(run, replace(VIEW, cone_row=row)).items


def test_that_a_cone_holds_nothing_that_is_undone():
    run = banks_run()
    known = facts(run)
    for rows in (rows_at(run, t) for t in (100, 350, 431, 650, 900)):
        for row in known.event_rows.tolist():
            if row >= rows or is_undone(run, row, rows):
                continue
            past, future = cone(known, row, rows)
            for other in (past | future).nonzero()[0].tolist():
                assert not is_undone(run, other, rows)


def test_that_undone_events_are_counted_as_they_stood():
    run = banks_run()
    for row in facts(run).event_rows.tolist():
        era = last_era(run, row)
        event = event_of_row(run, row)
        assert era.view.event_rows[event] == row
        assert events_before(run, row) == era.computation.event_local[event]
    first = row_at(run, 220)
    later = row_at(run, 760)
    assert relation_of_rows(run, first, later) is None
    assert relation_of_rows(run, row_at(run, 40), later) == "before"


def row_at(run, time_ms):
    return next(r for r in facts(run).event_rows.tolist() if run.trace.row_time[r] == ms(time_ms))


def test_that_a_cut_by_hand_goes_by_what_stands_at_the_play_head():
    run = banks_run()
    times = (ms(300), ms(240), ms(285), ms(300))
    then = cut_of(run, times, rows_at(run, 350))
    assert then.counts == (3, 2, 2, 2)
    assert cut_of(run, times, rows_at(run, 450)).counts == (3, 1, 1, 2)
    assert cut_of(run, times).counts == (1, 1, 1, 1)


# The topology


def test_that_a_process_that_is_down_is_crossed_out_and_keeps_its_balance():
    run = banks_run()
    rows = rows_at(run, 405)
    picture = topology(run, rows, ms(405), 320, 320)
    assert [item.subject[1] for item in picture.about("down")] == [1]
    (state,) = picture.about("state", 1)
    assert state.text == "$994" and state.color == "muted"
    assert "down" in words(picture)
    assert not list(topology(run, rows_at(run, 440), ms(440), 320, 320).about("down"))
    assert "down" not in words(topology(ring_run(), 5, ms(150), 320, 320))


def test_that_what_waits_is_seen_at_the_process_it_waits_for():
    run = banks_run()
    number = message(run, 330)
    early, late = (
        next(topology(run, rows_at(run, t), ms(t), 320, 320).about("message", number))
        for t in (380, 425)
    )
    assert (early.cx, early.cy) == (late.cx, late.cy)
    (process,) = [i for i in topology(run, 0, 0, 320, 320).about("process", 1) if hasattr(i, "rx")]
    away = ((late.cx - process.cx) ** 2 + (late.cy - process.cy) ** 2) ** 0.5
    assert process.rx <= away < process.rx + 12


@pytest.mark.parametrize("width", [620, 1000])
@pytest.mark.parametrize("name", ["56-three-crashes", "59-two-at-once"])
def test_that_every_recovery_line_has_a_name_of_its_own(root, name, width):
    run = simulate(load_scenario(root / "scenarios" / f"{name}.snapviz.json"))
    picture = still(run, View(width, 500))
    named = [i for i in picture.items if type(i) is Text and (i.subject or ("",))[0] == "recovery"]
    assert sorted(item.subject[1] for item in named) == list(range(len(run.trace.recoveries)))
    assert len({(item.x, item.y) for item in named}) == len(named)


@pytest.mark.parametrize("make", [banks_run, logged_run])
def test_that_who_is_down_is_the_same_by_the_clock_as_by_the_rows(make):
    run = make()
    lives = facts(run).lives
    times = sorted(
        {0, run.until_us, *(o.from_us for o in lives.outages), *(o.to_us for o in lives.outages)}
    )
    seen = [lives.down_by(time_us) for moment in times for time_us in (moment - 1, moment)]
    rows = [
        lives.down_at(int((run.trace.row_time <= time_us).sum()))
        for moment in times
        for time_us in (moment - 1, moment)
    ]
    assert seen == rows and any(seen)
