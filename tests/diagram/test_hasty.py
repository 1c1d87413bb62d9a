"""Pictures with very many cuts: what is roughly drawn of them, their tints and their badges."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import snapviz
from snapviz.diagram import scene as scenes
from snapviz.diagram.cuts import TINTED_GAP, TINTS, badges, seen_cuts, tint_items
from snapviz.diagram.display_list import Mosaic
from snapviz.diagram.facts import facts
from snapviz.diagram.hasty import STYLES, hasty_signs
from snapviz.diagram.scene import HastyScene, scene
from snapviz.diagram.spacetime import View, still
from snapviz.scenario.model import Internal, Scenario, TakeSnapshot
from tests.diagram.sample_runs import crowded_run, ms, processes, snapped_run

VIEW = View(1000, 700)


@pytest.fixture
def crowded(monkeypatch):
    monkeypatch.setattr(scenes, "HEADED", 50)


def hasty(run, view: View = VIEW) -> HastyScene:
    drawn = scene(run, view)
    return HastyScene(drawn.facts, view, drawn.place, drawn.messages)


def cells(mosaic: Mosaic) -> np.ndarray:
    return np.frombuffer(mosaic.cells, np.uint8).reshape(mosaic.rows, mosaic.columns)


def color_at(mosaics: list[Mosaic], x: float, y: float) -> str | None:
    """Of the one that has this pixel; they are apart."""
    for mosaic in mosaics:
        row, column = round(y - mosaic.y), round(x - mosaic.x)
        if 0 <= column < mosaic.columns:
            number = cells(mosaic)[row, column]
            return STYLES[number - 1].fill if number else None
    return None


def test_that_every_recording_and_every_marked_message_shows_in_its_colour(crowded):
    run = snapped_run()
    drawn = hasty(run)
    mosaic = hasty_signs(drawn)
    assert len(mosaic) > 1
    place, known = drawn.place, drawn.facts
    for number, records in enumerate(known.records):
        for process, record in records.items():
            at = place.x_of(record.time_us), place.lanes[process]
            assert color_at(mosaic, *at) == f"snapshot:{number}"
    marked = [m for m in drawn.marked.messages.tolist() if known.marks[m].kind == "caught"]
    assert len(marked) > 20
    shown = 0
    for message in marked:
        x = place.x_of((known.sent[message] + known.end[message]) / 2)
        y = (place.lanes[known.source[message]] + place.lanes[known.target[message]]) / 2
        around = {color_at(mosaic, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
        shown += f"snapshot-heavy:{known.marks[message].snapshots[0]}" in around
    # A diamond or another line may lie over the middle of one.
    assert shown > 0.9 * len(marked)


def test_that_what_is_not_known_yet_is_not_drawn_roughly_either(crowded):
    run = snapped_run()
    view = replace(VIEW, future="hidden", time_us=ms(1000), rows=run.trace.row_count // 3)
    (mosaic,) = hasty_signs(hasty(run, view))
    found = {STYLES[number - 1].fill for number in np.unique(cells(mosaic)) if number}
    assert "snapshot:0" in found and "snapshot:3" not in found


def test_that_a_cut_is_whole_once_all_rows_of_it_have_happened_at_one_instant():
    at = ms(50)
    script = (Internal(at, "P1"), TakeSnapshot(at, initiator="P1"))
    run = snapviz.simulate(Scenario(processes(1), (), duration_us=ms(100), script=script))
    (record,) = run.trace.records
    assert run.trace.snapshots[0].completed_us == at == record.time_us and record.row == 1
    for rows, count in ((1, 0), (2, 1)):
        view = replace(VIEW, future="hidden", rows=rows, time_us=at)
        for kind in ("past", "cut", "record", "snapshot"):
            assert len({item.subject for item in still(run, view).about(kind)}) == count, kind
        assert len(hasty_signs(hasty(run, view))) == count


def test_that_each_of_many_cuts_tints_from_the_fourth_before_it(crowded):
    base = snapped_run().scenario
    script = tuple(TakeSnapshot(ms(at), initiator="P1") for at in range(200, 2700, 300))
    run = snapviz.simulate(replace(base, script=script))
    known = facts(run).recordings
    assert len(run.snapshots) == 9 and known.complete(run.trace.row_count).all()
    drawn = scene(run, View(1200, 700))
    assert drawn.place.scale * run.until_us > 9 * TINTED_GAP
    for item in tint_items(drawn):
        number = item.subject[1]
        first = min(x for x in _xs(item))
        if number < TINTS:
            assert first == pytest.approx(drawn.place.plot.left)
        else:
            assert first == pytest.approx(drawn.place.x_of(int(known.first_us[number - TINTS])))
    assert len({item.style.opacity for item in tint_items(drawn)}) == 1
    # Where cuts lie too close for it, there is none.
    assert tint_items(scene(run, View(600, 700))) == []


def _xs(item) -> list[float]:
    return [value for word, *values in item.commands for value in values[0::2]]


def test_that_badges_leave_room_for_one_another_and_stay_as_they_are_when_panned():
    base = crowded_run().scenario
    script = tuple(TakeSnapshot(ms(at), initiator="P1") for at in range(20, 2900, 30))
    run = snapviz.simulate(replace(base, script=script))
    found = badges(scene(run, VIEW))
    assert 10 < len(found) < len(run.snapshots) / 2
    above = sorted(badge.x for badge in found if badge.is_above)
    assert min(np.diff(above)) > 20
    for moved in (0, 13, 210):
        part = replace(VIEW, from_us=ms(400 + moved), to_us=ms(1900 + moved))
        numbers = [badge.number for badge in badges(scene(run, part))]
        assert len({number % 2 for number in numbers}) == 1 and len(numbers) > 5


def test_that_only_the_cuts_in_view_are_looked_at():
    run = snapped_run()
    view = replace(VIEW, from_us=ms(1200), to_us=ms(2000))
    assert seen_cuts(scene(run, view)) == [2]
    drawn = still(run, view)
    for kind in ("cut", "record", "snapshot"):
        assert {item.subject[1] for item in drawn.about(kind)} == {2}
