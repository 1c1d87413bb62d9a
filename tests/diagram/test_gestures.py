"""Signs that follow the hand: drafts, ghosts, what the pointer is on, grips."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.diagram.display_list import Line, Text
from snapviz.diagram.facts import facts
from snapviz.diagram.spacetime import GHOSTS, Draft, Ghost, Hit, View, layout, overlay
from tests.diagram.sample_runs import ms, quiet_run, ring_run
from tests.diagram.test_overlay import ROW, TIMES, VIEW, over


def test_that_a_draft_hangs_on_the_pointer_until_it_has_a_line_to_arrive_at():
    place = layout(ring_run(), VIEW)
    loose = over(draft=Draft(0, ms(90), None, 0, 333.0, 222.0))
    line = next(i for i in loose.about("draft") if type(i) is Line)
    assert line.style.dash and (line.x2, line.y2) == (333.0, 222.0)
    fixed = over(draft=Draft(0, ms(90), 1, ms(150)))
    line = next(i for i in fixed.about("draft") if type(i) is Line)
    assert (line.x1, line.y1) == pytest.approx((place.x_of(ms(90)), place.lanes[0]))
    assert (line.x2, line.y2) == pytest.approx((place.x_of(ms(150)), place.lanes[1]))
    assert [i.text for i in fixed.about("draft") if type(i) is Text] == ["60.0 ms"]
    backwards = over(draft=Draft(0, ms(90), 1, ms(50)))
    assert next(i for i in backwards.about("draft") if type(i) is Line).style.stroke == "orphan"


def test_that_a_rollback_says_from_when_to_when_on_either_side_of_the_play_head():
    end_us = ring_run().until_us
    for hand, here, told in ((70, 200, "200.0 → 70.0"), (250, 200, "250.0 → 200.0")):
        picture = over(ghost=Ghost(2, ms(hand), "rollback"), rows=9, time_us=ms(here))
        assert [i.text for i in picture.items if type(i) is Text and "→" in i.text] == [told]
    picture = over(ghost=Ghost(2, ms(70), "rollback"), rows=99, time_us=end_us)
    assert not [i for i in picture.items if type(i) is Text and "→" in i.text]


@pytest.mark.parametrize("kind", GHOSTS)
def test_that_each_tool_shows_its_own_sign_where_a_click_would_put_it(kind):
    picture = over(ghost=Ghost(2, ms(70), kind))
    signs = [i for i in picture.about("ghost") if i.style.fill != "background" or i.style.stroke]
    others = [
        i
        for other in GHOSTS
        if other != kind
        for i in over(ghost=Ghost(2, ms(70), other)).about("ghost")
    ]
    assert signs and not any(sign in others for sign in signs)
    assert any(type(i) is Text and i.text == "70.0" for i in picture.items)
    assert not list(over(ghost=Ghost(2, ms(70), kind), from_us=ms(100)).about("ghost"))


@pytest.mark.parametrize(
    "hot",
    [
        Hit("event", ROW),
        Hit("record", ring_run().snapshots[0].records[0].row),
        Hit("message", 1),
        Hit("head", 1),
        Hit("process", 2),
        Hit("label", 2),
        Hit("clock", 2),
        Hit("clock-set", int(facts(ring_run()).clock_rows[0])),
        Hit("badge", 0),
        Hit("badge", 1),
        Hit("cut", 2),
    ],
)
def test_that_what_the_pointer_is_on_stands_out(hot):
    shown = {"hand_cut": TIMES, "hot_us": ms(20), "grips": True}

    plain, pointed = over(**shown).items, over(**shown, hot=hot).items
    new = [item for item in pointed if item not in plain]
    assert new
    styles = [item.style for item in new if type(item) is not Text]
    colors = {token for style in styles for token in (style.stroke, style.fill)}
    assert colors & {"accent", "process:2"}


def test_that_the_ghost_dot_of_a_line_is_where_the_pointer_is():
    (dot,) = over(hot=Hit("process", 3), hot_us=ms(100)).about("hot")
    place = layout(ring_run(), VIEW)
    assert (dot.cx, dot.cy) == pytest.approx((place.x_of(ms(100)), place.lanes[3]))


def test_that_grips_show_only_when_asked():
    assert not list(over().about("clock-grip"))
    for height in (700, 260):
        view = View(1000, height, grips=True)
        grips = list(overlay(ring_run(), view).about("clock-grip"))
        assert [grip.subject[1] for grip in grips] == [0, 1, 2, 3]
    assert not list(overlay(quiet_run(100), replace(VIEW, grips=True)).about("clock-grip"))
