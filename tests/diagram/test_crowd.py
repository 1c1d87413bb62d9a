"""Pictures of very many messages: what is counted, the seams between the ways to draw it, panning."""

from __future__ import annotations

import numpy as np
import pytest

import snapviz
from snapviz.diagram import scene as scenes
from snapviz.diagram import sums as tables
from snapviz.diagram.coverage import coverage
from snapviz.diagram.display_list import DisplayList, Line, Mosaic, Rect, Shade, Text
from snapviz.diagram.facts import facts
from snapviz.diagram.ink import tones
from snapviz.diagram.lattice import Lattice, lattice
from snapviz.diagram.scene import scene
from snapviz.diagram.spacetime import View, layout, lit, still
from snapviz.diagram.strips import strips_of
from snapviz.diagram.sums import Sums
from snapviz.diagram.timeline import Intervals
from snapviz.scenario.model import Channel, Scenario
from tests.diagram.failing_runs import again_run, banks_run, logged_run
from tests.diagram.sample_runs import (
    crowded_run,
    dense_run,
    lossy_run,
    ms,
    orphan_run,
    processes,
    quiet_run,
    send,
    snapped_run,
)

VIEW = View(1000, 700)
RUNS = [crowded_run, dense_run, lossy_run, orphan_run, again_run, banks_run, logged_run]


@pytest.fixture
def counted(monkeypatch):
    """As if the crowded run were a very large one."""
    monkeypatch.setattr(scenes, "SLANTED", 100)
    monkeypatch.setattr(scenes, "COARSE", 100)
    monkeypatch.setattr(scenes, "HEADED", 100)


def grid_of(run, view: View) -> Lattice:
    return lattice(layout(run, view))


def raster(picture: DisplayList) -> np.ndarray:
    """The ink of the messages."""
    (shade,) = picture.about("messages")
    return np.frombuffer(shade.inked(), np.uint8).reshape(shade.rows, shade.columns)


def test_that_a_line_covers_one_run_of_cells_in_each_column_it_passes():
    ends = np.array([[0.0, 0.0, 4.0, 8.0], [1.5, 6.2, 1.5, 1.1], [0.2, 5.5, 5.9, 5.5]])
    found = coverage(ends, Lattice(1.0, 0, 6), 9)
    slanted = coverage(ends[:1], Lattice(1.0, 0, 6), 9)
    assert slanted.sum(axis=0).tolist() == [2, 2, 2, 2, 1, 0]
    assert slanted[:, 1].nonzero()[0].tolist() == [2, 3]
    upright = coverage(ends[1:2], Lattice(1.0, 0, 6), 9)
    assert upright.sum(axis=0).tolist() == [0, 6, 0, 0, 0, 0]
    flat = coverage(ends[2:], Lattice(1.0, 0, 6), 9)
    assert flat[5].tolist() == [1] * 6 and flat.sum() == 6
    assert (found == slanted + upright + flat).all()


def test_that_a_part_of_a_picture_is_that_part_of_the_whole():
    random = np.random.default_rng(7)
    x = np.sort(random.uniform(0, 90, (400, 2)), axis=1)
    y = random.integers(0, 50, (400, 2))
    ends = np.stack([x[:, 0], y[:, 0], x[:, 1], y[:, 1]], axis=1)
    whole = coverage(ends, Lattice(1.0, 0, 90), 50)
    part = coverage(ends, Lattice(1.0, 31, 22), 50)
    assert whole.max() > 5 and (part == whole[:, 31:53]).all()


@pytest.mark.parametrize("make", RUNS)
def test_that_what_a_stretch_holds_is_found_without_looking_at_all(make):
    known = facts(make())
    begins, ends = known.sent, np.where(known.end >= 0, known.rest, known.sent)
    for from_us, to_us in ((0, 0), (ms(50), ms(80)), (0, known.run.until_us), (ms(120), ms(121))):
        meeting = np.flatnonzero((begins <= to_us) & (ends >= from_us))
        assert known.stays.meeting(from_us, to_us).tolist() == meeting.tolist()


def test_that_stretches_may_begin_out_of_order():
    stays = Intervals(np.array([5, 3, 9, 8]), np.array([20, 4, 9, 30]))
    assert stays.meeting(4, 4).tolist() == [1]
    assert stays.meeting(8, 8).tolist() == [0, 3]
    assert stays.meeting(40, 50).tolist() == []


@pytest.mark.parametrize("make", RUNS)
def test_that_what_is_under_way_is_found_among_those_of_the_moment(make):
    known = facts(make())
    times, lives = known.trace.row_time, known.lives
    for rows in range(0, known.trace.row_count + 1, max(1, known.trace.row_count // 60)):
        time_us = int(times[rows - 1]) if rows else 0
        every = (known.send_row < rows) & (known.arrival_row >= rows) & (known.sent <= time_us)
        gone = known.is_lost(rows, time_us) | (lives.recalled_row < rows)
        assert known.under_way(rows, time_us).tolist() == np.flatnonzero(every & ~gone).tolist()


def test_that_every_message_is_counted_once_in_every_gap_it_crosses():
    run = crowded_run()
    known, sums = facts(run), Sums(facts(run))
    assert sums.plain_count + len(sums.others) == run.trace.message_count
    _, counts = sums.messages(slice(None), grid_of(run, VIEW))
    low = np.minimum(known.source, known.target)
    high = np.maximum(known.source, known.target)
    # What is still under way at the end of the run has not come to every gap.
    done = known.end <= run.until_us
    for gap in range(known.count - 1):
        crosses = (low <= gap) & (high > gap)
        assert (crosses & done).sum() <= counts[gap].sum() <= crosses.sum()
    events = sums.events(slice(None), grid_of(run, VIEW))
    per_process = np.bincount(run.trace.row_process[known.event_rows], minlength=known.count)
    assert events.sum(axis=1).tolist() == per_process.tolist()


def test_that_the_counts_of_two_halves_are_those_of_the_whole():
    run = crowded_run()
    sums = Sums(facts(run))
    whole = grid_of(run, VIEW)
    halves = Lattice(whole.scale, 0, 300), Lattice(whole.scale, 300, whole.columns - 300)
    parts = [sums.messages(slice(None), half)[1].sum() for half in halves]
    assert sum(parts) == sums.messages(slice(None), whole)[1].sum() and min(parts) > 0
    events = [sums.events(slice(1, 3), half).sum(axis=1) for half in halves]
    assert (sum(events) == sums.events(slice(1, 3), whole).sum(axis=1)).all()


def test_that_lost_messages_are_counted_no_farther_than_they_come():
    ends = processes(5)
    channel = (Channel(ends[0].id, ends[4].id, loss=1.0),)
    script = tuple(send(10 * i, ends[0].id, ends[4].id, 1) for i in range(1, 5))
    run = snapviz.simulate(Scenario(ends, channel, duration_us=ms(200), script=script))
    _, counts = Sums(facts(run)).messages(slice(None), grid_of(run, VIEW))
    assert counts.sum(axis=1).tolist() == [4, 4, 0, 0]


def test_that_the_markers_of_a_large_snapshot_are_counted_for_themselves(monkeypatch):
    monkeypatch.setattr(tables, "TALLIED", 20)
    monkeypatch.setattr(tables, "TALLY_CELLS", 10**6)
    monkeypatch.setattr(scenes, "SLANTED", 100)
    monkeypatch.setattr(scenes, "HEADED", 100)
    run = snapped_run()
    known, sums = facts(run), Sums(facts(run))
    monkeypatch.setattr(known, "sums", sums, raising=False)
    everything = slice(0, run.trace.message_count)
    tallied = sums.tallied(everything)
    assert set(tallied) == {0, 1, 2, 3}
    assert sums.plain_count + sum(tallied.values()) + len(sums.others) == everything.stop
    assert known.marks and set(known.marks) <= set(sums.others.tolist())
    low, high = np.minimum(known.source, known.target), np.maximum(known.source, known.target)
    for snapshot in tallied:
        markers = known.is_control & (known.trace.message_snapshot == snapshot)
        assert tallied[snapshot] == markers.sum()
        _, counts = sums.messages(slice(None), grid_of(run, VIEW), snapshot)
        crossed = [(markers & (low <= gap) & (high > gap)).sum() for gap in range(29)]
        assert counts.sum(axis=1).tolist() == crossed
    drawn = scene(run, VIEW)
    assert dict(drawn.tallied) == tallied
    assert drawn.crowd + len(drawn.messages) == everything.stop
    words = {item.text for item in still(run, VIEW).items if type(item) is Text}
    assert {"message", "marker"} <= words
    tokens = [item.style.fill for item in still(run, VIEW).about("messages")]
    assert tokens == ["message", *(f"snapshot:{number}" for number in range(4))]


def test_that_counts_are_shared_out_where_bins_are_wider_than_columns():
    run = crowded_run()
    sums = Sums(facts(run))
    grid = lattice(layout(run, View(1000, 700, from_us=ms(500), to_us=ms(501))))
    assert not sums.suits(grid)
    shares, bins = sums.shares(slice(None), grid)
    _, exact = sums.messages(slice(None), grid)
    assert shares[:, bins].shape == (3, grid.columns)
    assert shares[:, bins].sum() == pytest.approx(exact.sum(), abs=3)


def test_that_counting_and_following_give_one_colour_and_the_same_ink(counted, monkeypatch):
    run = crowded_run()
    by_count = still(run, VIEW)
    assert scene(run, VIEW).crowd > 4000
    monkeypatch.undo()
    followed = still(run, VIEW)
    assert scene(run, VIEW).crowd == 0
    styles = [[item.style for item in p.about("messages")] for p in (by_count, followed)]
    assert styles[0] == styles[1] and len(styles[0]) == 1
    inked = [int(raster(picture).sum(dtype=np.int64)) for picture in (by_count, followed)]
    assert inked[0] > 5_000_000 and abs(inked[0] - inked[1]) < 0.1 * inked[1]
    bands = [[i for i in p.about("events")] for p in (by_count, followed)]
    assert {i.subject for i in bands[0]} == {i.subject for i in bands[1]}
    assert [i.styles for i in bands[0]] == [i.styles for i in bands[1]] and len(bands[0]) == 1


@pytest.mark.parametrize("limit", [100, 25_000])
def test_that_panning_by_pixels_moves_every_pixel_and_changes_none(limit, monkeypatch):
    monkeypatch.setattr(scenes, "SLANTED", limit)
    monkeypatch.setattr(scenes, "COARSE", limit)
    monkeypatch.setattr(scenes, "HEADED", 50)
    run = crowded_run()
    span = ms(2000)
    place = layout(run, VIEW)
    width = place.plot.right - place.plot.left
    for pixels in (1, 37, 240):
        before = View(1000, 700, from_us=ms(100), to_us=ms(100) + span)
        moved = ms(100) + round(pixels * span / width)
        after = View(1000, 700, from_us=moved, to_us=moved + span)
        old, new = raster(still(run, before)), raster(still(run, after))
        # The outermost columns hold what is not in both ranges.
        assert old.any() and (old[:, pixels + 1 : -1] == new[:, 1 : -pixels - 1]).all()


def test_that_a_cone_in_a_crowd_is_lit_outside_of_both_of_its_sides(counted):
    run = crowded_run()
    row = int(run.event_rows[len(run.event_rows) // 2])
    shown, whole = raster(lit(run, View(1000, 700, cone_row=row))), raster(still(run, VIEW))
    at = layout(run, VIEW)
    x = round(at.x_of(int(run.trace.row_time[row])) - at.plot.left)
    assert (shown[:, : x - 200] == whole[:, : x - 200]).all()
    assert (shown[:, x + 200 :] == whole[:, x + 200 :]).all()
    assert whole[:, x].any() and not shown[:, x].any()


def test_that_more_strokes_never_mean_less_ink_and_one_always_shows():
    for load in (0.01, 1, 30, 5000):
        ink = tones(np.arange(4000), load).astype(int)
        assert ink[0] == 0 and ink[1] >= 24 and (np.diff(ink) >= 0).all() and ink[-1] <= 255


def test_that_a_thousand_lines_are_fainter_than_ten_and_none_is_missing():
    few, many = (list(still(quiet_run(count), VIEW).about("process")) for count in (10, 1000))
    assert [type(i) for i in few if type(i) is Line] == [Line] * 10
    lines = [i for i in many if type(i) is Rect]
    assert len(lines) == 1000 and all(0 < i.style.opacity < 0.3 for i in lines)


def test_that_of_a_thousand_lines_in_a_crowd_each_has_its_row_of_pixels(monkeypatch):
    monkeypatch.setattr(scenes, "HEADED", -1)
    run = quiet_run(1000)
    (mosaic,) = still(run, VIEW).about("lines")
    assert type(mosaic) is Mosaic
    rows = np.frombuffer(mosaic.cells, np.uint8).reshape(mosaic.rows, mosaic.columns)[:, 0]
    place = layout(run, VIEW)
    assert {round(lane - place.plot.top) for lane in place.lanes} == set(np.flatnonzero(rows))
    (whole,) = {shade.ink.count(255) for shade in mosaic.shades()[:1]}
    assert whole == mosaic.cells.count(1)


def test_that_a_raster_becomes_a_bounded_number_of_strips_with_all_its_ink():
    ink = np.zeros((600, 900), np.uint8)
    ink[100:200, 300:700] = 255
    style = still(crowded_run(), VIEW).items[0].style
    found = strips_of(Shade(10, 20, 900, 600, 900, 600, ink.tobytes(), style), 8)
    assert set(found) <= set(range(1, 9)) and sum(map(len, found.values())) < 1000
    area = sum((r - x) * (b - t) for x, t, r, b in found[8])
    assert 0.85 * 40_000 < area <= 40_000
    assert min(x for x, *_ in found[8]) >= 310 and max(r for *_, r, _ in found[8]) <= 710
