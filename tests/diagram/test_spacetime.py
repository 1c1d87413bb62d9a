"""The display list says what happened, where it happened."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import hypot

import numpy as np
import pytest

import snapviz
from snapviz.diagram.axis import tick_step
from snapviz.diagram.display_list import Ellipse, Line, Path, Polygon, Rect, Segments, Shade, Text
from snapviz.diagram.facts import facts
from snapviz.diagram.geometry import flattened
from snapviz.diagram.playhead import DOT
from snapviz.diagram.spacetime import View, layout, moving, overlay, spacetime, still, still_key
from snapviz.diagram.theme import LIGHT
from snapviz.scenario.model import Scenario
from tests.diagram.sample_runs import (
    concurrent_run,
    crowded_run,
    dense_run,
    lossy_run,
    ms,
    orphan_run,
    processes,
    quiet_run,
    ring_run,
)

VIEW = View(1000, 700)


def lines(picture, message):
    return [item for item in picture.about("message", message) if type(item) is Line]


def tip(picture, message):
    """The point of the arrow head."""
    for item in picture.about("message", message):
        if type(item) is Polygon:
            return item.points[1]
        if type(item) is Path and len(item.commands) == 3:
            return item.commands[1][1:]
    return None


@pytest.mark.parametrize("make", [ring_run, orphan_run, concurrent_run])
def test_that_every_message_is_an_arrow_from_its_send_to_its_receive(make):
    run = make()
    place, picture, known = layout(run, VIEW), spacetime(run, VIEW), facts(run)
    for message in range(run.trace.message_count):
        source, target = known.source[message], known.target[message]
        start = place.x_of(known.sent[message]), place.lanes[source]
        end = place.x_of(known.end[message]), place.lanes[target]
        strokes = lines(picture, message)
        stripes = [i for i in picture.about("message", message) if type(i) is Segments]
        assert strokes or stripes, message
        for line in strokes:
            assert (line.x1, line.y1) == pytest.approx(start)
            length = hypot(end[0] - start[0], end[1] - start[1])
            across = (line.x2 - start[0]) * (end[1] - start[1]) - (line.y2 - start[1]) * (
                end[0] - start[0]
            )
            assert abs(across) / length < 0.01
        if known.arrived[message] >= 0:
            x, y = tip(picture, message)
            assert hypot(x - end[0], y - end[1]) <= place.dot + 1
        else:
            assert strokes[-1].x2 == pytest.approx(place.plot.right)


def test_that_every_event_is_a_dot_on_its_line_in_its_colour():
    run = ring_run()
    place, picture = layout(run, VIEW), still(run, VIEW)
    dots = {item.subject[1]: item for item in picture.about("event")}
    assert sorted(dots) == run.event_rows.tolist()
    for row, dot in dots.items():
        process = int(run.trace.row_process[row])
        assert dot.cx == pytest.approx(place.x_of(run.trace.row_time[row]))
        assert dot.cy == place.lanes[process]
        assert dot.style.fill == f"process:{process}"


def test_that_markers_are_thin_and_dashed_and_have_open_heads():
    run = ring_run()
    picture = still(run, VIEW)
    for message in np.flatnonzero(facts(run).is_control).tolist():
        number = int(run.trace.message_snapshot[message])
        for line in lines(picture, message):
            assert line.style.dash and line.style.width < 1.5
            assert line.style.stroke == f"snapshot:{number}"
        heads = [i for i in picture.about("message", message) if type(i) is Polygon]
        assert not heads


def test_that_the_cut_passes_through_its_recordings():
    run = concurrent_run()
    place, picture = layout(run, VIEW), still(run, VIEW)
    for snapshot in run.snapshots:
        (curve,) = [item for item in picture.about("cut", snapshot.number)]
        ends = [command[-2:] for command in curve.commands]
        for record in snapshot.records:
            point = place.x_of(record.time_us), place.lanes[record.process]
            assert any(end == pytest.approx(point) for end in ends)


@pytest.mark.parametrize("make", [ring_run, orphan_run, concurrent_run])
@pytest.mark.parametrize("window", [(0, None), (ms(90), ms(210))])
def test_that_the_tint_holds_exactly_the_events_inside_the_cut(make, window):
    run = make()
    view = View(1000, 700, from_us=window[0], to_us=window[1])
    place, picture = layout(run, view), still(run, view)
    for snapshot in run.snapshots:
        if snapshot.verdict is None:
            continue
        tints = list(picture.about("past", snapshot.number))
        seen = [0] * len(run.trace.process_ids)
        for row in run.event_rows.tolist():
            process, us = int(run.trace.row_process[row]), int(run.trace.row_time[row])
            seen[process] += 1
            if not place.from_us < us < place.to_us:
                continue
            is_inside = seen[process] <= snapshot.cut[process]
            x, y = place.x_of(us), place.lanes[process]
            assert any(holds(outline(tint), x, y) for tint in tints) == is_inside, row


def outline(item):
    """The corners of a tint, its cubics flattened."""
    if type(item) is Polygon:
        return list(item.points)
    points = [command[-2:] for command in item.commands if command[0] in "MC"]
    corners = [command[1:] for command in item.commands if command[0] == "L"]
    return [*flattened(points), *corners]


def holds(polygon, x, y):
    """Even-odd rule, a hair above the line so that no vertex is met exactly."""
    y += 1e-4
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def test_that_messages_in_transit_at_the_cut_are_heavy():
    run = ring_run()
    picture = still(run, VIEW)
    caught = {m.message for channel in run.snapshots[0].channels.values() for m in channel}
    assert len(caught) == 3
    for message in range(run.trace.message_count):
        heavy = [i for i in lines(picture, message) if i.style.stroke == "snapshot-heavy:0"]
        assert bool(heavy) == (message in caught)
        assert all(item.style.width > 2 for item in heavy)


def test_that_the_orphan_is_red_and_heavy_and_its_payload_shows():
    run = orphan_run()
    picture = still(run, VIEW)
    (orphan,) = run.snapshots[0].verdict.orphans
    (line,) = lines(picture, orphan)
    assert line.style.stroke == "orphan"
    assert line.style.width > 3 and not line.style.dash
    words = [i for i in picture.about("message", orphan) if type(i) is Text]
    assert [(word.text, word.color) for word in words] == [("$7", "orphan")]


def test_that_a_message_in_transit_for_several_snapshots_has_all_their_colours():
    run = concurrent_run()
    known = facts(run)
    several = [m for m, mark in known.marks.items() if len(mark.snapshots) > 1]
    picture = still(run, VIEW)
    for message in several:
        stripes = [i for i in picture.about("message", message) if type(i) is Segments]
        colors = {item.style.stroke for item in stripes}
        assert colors == {f"snapshot-heavy:{n}" for n in known.marks[message].snapshots}


def test_that_an_unfinished_snapshot_has_no_tint_and_a_badge_at_its_start():
    run = ring_run()
    place, picture = layout(run, VIEW), still(run, VIEW)
    assert not list(picture.about("past", 1))
    assert len(list(picture.about("record", 1))) == len(run.snapshots[1].records)
    badge = next(i for i in picture.about("snapshot", 1) if type(i) is Rect)
    assert badge.y > place.plot.top


def test_that_a_lost_message_ends_early_with_a_cross():
    run = lossy_run()
    place, picture = layout(run, VIEW), still(run, VIEW)
    (line,) = lines(picture, 0)
    assert line.y2 < place.lanes[1] - 20
    crosses = [i for i in picture.about("message", 0) if type(i) is Segments]
    assert [cross.style.stroke for cross in crosses] == ["orphan"]


def test_that_refused_transfers_and_labels_of_local_events_show():
    picture = still(lossy_run(), VIEW)
    words = {item.text for item in picture.items if type(item) is Text}
    assert {"refused", "compute", "lost"} <= words


@pytest.mark.parametrize("offset_ms", [-37, -8, 0, 12, 35])
def test_that_the_ticks_of_a_clock_slide_with_its_offset(offset_ms):
    scenario = Scenario(processes(2, (offset_ms,)), duration_us=ms(480))
    run = snapviz.simulate(scenario)
    place = layout(run, VIEW)
    (own,) = still(run, VIEW).about("clock-ticks", 0)
    step = tick_step(ms(480), place.plot.right - place.plot.left)
    for x, _, _, _ in own.strokes:
        local = (x - place.plot.left) / place.scale + ms(offset_ms)
        assert abs(local / step - round(local / step)) * step * place.scale < 1
    (other,) = still(run, VIEW).about("clock-ticks", 1)
    assert bool(offset_ms) == ([s[0] for s in own.strokes] != [s[0] for s in other.strokes])


def test_that_ticks_slide_from_the_instant_at_which_a_clock_is_set():
    place, picture = layout(ring_run(), VIEW), still(ring_run(), VIEW)
    (ticks,) = picture.about("clock-ticks", 2)
    step = tick_step(ms(480), place.plot.right - place.plot.left)
    for x, _, _, _ in ticks.strokes:
        us = (x - place.plot.left) / place.scale
        local = us + (ms(35) if us > ms(150) else 0)
        assert abs(local / step - round(local / step)) * step * place.scale < 1


def test_that_the_legend_lists_only_what_occurs():
    words = {item.text for item in still(ring_run(), VIEW).items if type(item) is Text}
    assert {"event", "message", "marker", "state recorded", "in transit at the cut"} <= words
    assert not {"orphan", "lost", "refused", "received again"} & words
    assert "clock set" in words
    quiet = {item.text for item in still(quiet_run(2), VIEW).items if type(item) is Text}
    assert not {"event", "message", "marker", "clock set"} & quiet


@pytest.mark.parametrize(
    ("name", "there", "absent"),
    [
        ("60-two-copies-survive", {"marker", "copy or agreement"}, {"control message"}),
        ("55-all-or-none", {"control message"}, {"marker", "copy or agreement"}),
        ("50-domino", {"undone", "undone orphan"}, {"orphan", "undone message"}),
        ("57-roll-back", {"undone message", "undone orphan"}, {"orphan"}),
    ],
)
def test_that_the_legend_tells_messages_apart(root, name, there, absent):
    run = snapviz.simulate(snapviz.load_scenario(root / "scenarios" / f"{name}.snapviz.json"))
    words = {item.text for item in still(run, VIEW).items if type(item) is Text}
    assert there <= words and not absent & words


def test_that_the_legend_can_be_left_out_and_translated():
    bare = still(ring_run(), View(1000, 700, legend=False))
    assert "marker" not in {i.text for i in bare.items if type(i) is Text}
    loud = still(ring_run(), View(1000, 700, translate=str.upper))
    assert "MARKER" in {i.text for i in loud.items if type(i) is Text}


def test_that_the_caption_makes_the_picture_reproducible():
    run = orphan_run()
    picture = still(run, View(1200, 700, caption=True, title="Overtaking"))
    words = [item.text for item in picture.items if type(item) is Text]
    caption = next(word for word in words if "seed" in word)
    assert "A message overtakes the marker" in caption
    assert "seed 7" in caption and "Chandy–Lamport" in caption
    assert "S1 inconsistent, orphans: 1, missing: 1, Σ 2\u2009003 ≠ 2\u2009000" in caption
    assert "Overtaking" in words
    digest = run.digest.removeprefix("sha256:")
    assert any(word.startswith("trace ") and digest.startswith(word[6:]) for word in words)


def test_that_payload_plates_do_not_overlap():
    for make in (ring_run, orphan_run, concurrent_run, dense_run):
        picture = still(make(), VIEW)
        plates = [i for i in picture.about("message") if type(i) is Rect]
        for index, one in enumerate(plates):
            for other in plates[index + 1 :]:
                is_apart = (
                    one.x + one.width <= other.x
                    or other.x + other.width <= one.x
                    or one.y + one.height <= other.y
                    or other.y + other.height <= one.y
                )
                assert is_apart


def test_that_in_a_crowd_some_messages_go_without_words_and_none_without_arrow():
    run = dense_run()
    picture = still(run, View(420, 200))
    plates = [i for i in picture.about("message") if type(i) is Rect]
    assert 3 < len(plates) < run.trace.message_count
    assert all(lines(picture, message) for message in range(run.trace.message_count))


def test_that_thousands_of_messages_are_one_raster_and_few_are_arrows_again():
    run = crowded_run()
    picture = still(run, VIEW)
    (shade,) = picture.about("messages")
    assert type(shade) is Shade and len(shade.ink) == shade.columns * shade.rows
    assert not list(picture.about("message"))
    near = still(run, View(1000, 700, from_us=ms(100), to_us=ms(130)))
    assert list(near.about("message")) and not list(near.about("messages"))


def test_that_badges_above_the_plot_do_not_overlap():
    for width in (400, 700, 1000):
        picture = still(concurrent_run(), View(width, 500))
        badges = [i for i in picture.about("snapshot") if type(i) is Rect]
        spans = sorted((badge.x, badge.x + badge.width) for badge in badges)
        assert len(spans) == 3
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert spans[0][0] >= 0 and spans[-1][1] <= width


def test_that_nothing_is_drawn_left_or_right_of_the_plot_when_zoomed_in():
    run = ring_run()
    view = View(900, 600, from_us=ms(190), to_us=ms(230))
    place = layout(run, view)
    for item in still(run, view).items:
        if type(item) is Line and item.subject:
            assert place.plot.left - 0.01 <= min(item.x1, item.x2)
            assert max(item.x1, item.x2) <= place.plot.right + 0.01


def test_that_every_token_in_a_picture_has_a_colour():
    for make in (ring_run, orphan_run, concurrent_run, lossy_run):
        view = View(900, 600, rows=9, time_us=ms(130), selected_rows=(3,), caption=True, title="x")
        for item in spacetime(make(), view).items:
            if type(item) is Text:
                LIGHT.color(item.color)
                continue
            for token in (item.style.stroke, item.style.fill):
                assert token is None or LIGHT.color(token)


def test_that_pictures_are_equal_for_equal_views():
    assert spacetime(ring_run(), VIEW) == spacetime(ring_run(), VIEW)


def test_that_the_still_part_and_the_overlay_make_the_whole():
    run = ring_run()
    view = View(900, 600, rows=12, time_us=ms(170), selected_rows=(2,))
    whole = spacetime(run, view).items
    assert whole == (*still(run, view).items, *overlay(run, view).items)


@pytest.mark.parametrize("future", ["shown", "faint", "hidden"])
def test_that_equal_still_keys_mean_equal_still_parts(future):
    run = ring_run()
    by_key = {}
    for rows in range(0, run.trace.row_count + 1, 3):
        us = int(run.trace.row_time[rows - 1]) if rows else 0
        view = View(900, 600, rows=rows, time_us=us, future=future)
        picture = still(run, view)
        assert by_key.setdefault(still_key(run, view), picture) == picture
    assert len(by_key) > 1 if future == "hidden" else len(by_key) == 1


def test_that_a_hidden_future_gives_no_verdict_away():
    run = ring_run()
    early = View(900, 600, rows=4, time_us=ms(130), future="hidden")
    picture = still(run, early)
    assert not list(picture.about("past")) and not list(picture.about("record"))
    assert not any(
        type(i) is Line and str(i.style.stroke).startswith("snapshot-heavy")
        for i in picture.about("message")
    )


def test_that_a_dot_moves_along_each_message_under_way():
    run = ring_run()
    known = facts(run)
    us = ms(130)
    rows = int(np.searchsorted(run.trace.row_time, us, side="right"))
    under_way = known.under_way(rows, us)
    sent = [(int(known.source[m]), int(known.target[m])) for m in under_way]
    assert sent == [(0, 1), (2, 3), (1, 0)]
    view = View(900, 600, rows=rows, time_us=us)
    place = layout(run, view)
    movers = [i for i in overlay(run, view).items if type(i) is Ellipse and i.style.fill]
    x = place.x_of(us)
    assert len(movers) == 3
    for mover, message in zip(movers, under_way, strict=True):
        assert abs(mover.cx - x) <= 1
        y1, y2 = place.lanes[known.source[message]], place.lanes[known.target[message]]
        share = (us - known.sent[message]) / (known.end[message] - known.sent[message])
        assert mover.cy == pytest.approx(y1 + share * (y2 - y1))


def test_that_there_is_no_playhead_at_the_end_unless_asked_for():
    assert not list(overlay(ring_run(), VIEW).about("play-head"))
    placed = View(1000, 700, rows=3, time_us=ms(100))
    assert list(overlay(ring_run(), placed).about("play-head"))


@pytest.mark.parametrize("size", [(320, 200), (640, 360), (1280, 720), (2560, 1440)])
@pytest.mark.parametrize("count", [1, 2, 100])
def test_that_quiet_runs_of_any_size_are_drawn(size, count):
    picture = spacetime(quiet_run(count), View(*size))
    assert len(list(picture.about("process"))) >= count
    assert (picture.width, picture.height) == size


def test_that_no_run_gives_an_empty_picture_with_words():
    picture = spacetime(None, VIEW)
    assert [type(item) for item in picture.items] == [Rect, Text]
    assert not overlay(None, VIEW).items and still_key(None, VIEW) == ()


def test_that_what_serves_no_snapshot_has_the_colour_of_the_legend(root):
    file = root / "scenarios" / "55-all-or-none.snapviz.json"
    run = snapviz.simulate(snapviz.load_scenario(file))
    control = np.flatnonzero(facts(run).is_control).tolist()
    lines = [item for number in control for item in still(run, VIEW).about("message", number)]
    assert lines and {line.style.stroke for line in lines if type(line) is Line} == {"muted"}


def test_that_a_message_under_way_does_not_cover_its_words():
    run, place = ring_run(), layout(ring_run(), VIEW)
    backs = [item for item in still(run, VIEW).items if type(item) is Rect and item.subject]
    backs = [back for back in backs if back.subject[0] == "message"]
    for back in backs:
        time_us = place.us_at(back.x + back.width / 2)
        rows = int(np.searchsorted(run.trace.row_time, time_us, "right"))
        items = moving(run, replace(VIEW, rows=rows, time_us=time_us)).items
        words = [n for n, item in enumerate(items) if item.subject == back.subject]
        dots = [n for n, i in enumerate(items) if type(i) is Ellipse and i.rx == DOT]
        assert words and dots and max(dots) < min(words)
    assert len(backs) > 4
