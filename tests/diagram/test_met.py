"""The play-head strikes no words through."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

import snapviz
from snapviz.diagram.display_list import Line, Rect, Text
from snapviz.diagram.glyphs import PLATE_PADDING
from snapviz.diagram.spacetime import View, layout, spacetime, still
from snapviz.diagram.typography import text_width
from snapviz.resources import scenarios_folder
from tests.diagram.sample_runs import ms

VIEW = View(1000, 700)
STEPS = 30
TALES = ("05", "56", "58", "62", "63", "68")  # standbys, recoveries, decisions, partings, notes


@cache
def run_of(start: str):
    (path,) = scenarios_folder().glob(f"{start}-*.snapviz.json")
    return snapviz.simulate(snapviz.load_scenario(path))


def at(run, us: int, **fields) -> View:
    rows = int((run.trace.row_time <= us).sum())
    return View(VIEW.width, VIEW.height, rows=rows, time_us=us, **fields)


def line_of(items: tuple, x: float) -> int:
    """Where in the list the play-head is drawn."""
    heads = [
        n
        for n, item in enumerate(items)
        if isinstance(item, Line) and item.style.stroke == "accent" and item.x1 == item.x2 == x
    ]
    assert len(heads) == 1
    return heads[0]


def reach(words: Text) -> float:
    return text_width(words.text, words.role) / 2 + PLATE_PADDING


def plates(items) -> list[Text]:
    return [item for item in items if isinstance(item, Text) and item.subject is not None]


@pytest.mark.parametrize("start", TALES)
@pytest.mark.parametrize("future", ["shown", "faint"])
def test_that_words_stand_over_the_play_head(start, future):
    run = run_of(start)
    times = range(0, run.scenario.duration_us, run.scenario.duration_us // STEPS)
    struck = 0
    for us in times:
        view = at(run, us, future=future)
        items = spacetime(run, view).items
        x = round(layout(run, view).x_of(us)) + 0.5
        line = line_of(items, x)
        over = {(t.x, t.y, t.text) for t in plates(items[line:])}
        for words in plates(items[:line]):
            if words.subject[0] != "process" and abs(words.x - x) < reach(words):
                assert (words.x, words.y, words.text) in over, (us, words.text)
                struck += 1
    assert struck >= 3


def last(items, text: str) -> Text:
    return [item for item in items if isinstance(item, Text) and item.text == text][-1]


def test_that_what_is_still_to_come_stays_faint():
    run = run_of("58")
    early = last(spacetime(run, at(run, ms(210))).items, "on Standby")
    late = last(spacetime(run, at(run, ms(220))).items, "on Standby")
    assert early.opacity == pytest.approx(0.38) and late.opacity == 1.0


def test_that_words_over_the_play_head_are_on_a_clear_ground():
    run = run_of("58")
    items = spacetime(run, at(run, ms(220))).items
    number = max(n for n, item in enumerate(items) if item == last(items, "recovery line"))
    back = items[number - 1]
    assert isinstance(back, Rect) and back.style.fill == "background" and back.style.opacity == 1.0


@pytest.mark.parametrize("start", TALES)
def test_that_words_step_aside_where_the_future_is_hidden(start):
    run = run_of(start)
    moved = 0
    for us in range(0, run.scenario.duration_us, run.scenario.duration_us // STEPS):
        view = at(run, us, future="hidden")
        items, kept = spacetime(run, view).items, still(run, view).items
        place = layout(run, view)
        x = round(place.x_of(us)) + 0.5
        line = line_of(items, x)
        seen = {words.subject: words for words in plates(items[:line])}  # the last of each
        assert not [w for w in plates(items[line:]) if w.subject[0] in seen]
        for words in seen.values():
            inside = words.subject[0] != "process" and words.y > place.plot.top
            if inside and abs(words.x - x) < reach(words) - 1:
                assert words.opacity == 0.0, (us, words.text)
            moved += inside and words not in kept and words.opacity > 0
    assert moved >= 3


def test_that_what_steps_aside_covers_no_other_words():
    run = run_of("02")
    for us in range(0, run.scenario.duration_us, ms(2)):
        view = replace(at(run, us, future="hidden"), width=440, height=420)
        items = spacetime(run, view).items
        seen = {t.subject: t for t in plates(items) if t.role != "process" and t.opacity > 0}
        x = layout(run, view).x_of(us)
        shown = [t for t in seen.values() if t.x < x and t.subject[0] in ("message", "note")]
        for one in shown:
            for other in shown:
                near = abs(one.x - other.x) < reach(one) + reach(other) - 2 * PLATE_PADDING
                assert one is other or not near or abs(one.y - other.y) > 11, (us, one, other)


def test_that_half_an_amount_is_never_read():
    run = run_of("58")
    middle = at(run, ms(295), future="hidden")  # on the label of $12
    words = last(spacetime(run, middle).items, "$12")
    assert words.opacity == 1.0 and words.x + reach(words) < layout(run, middle).x_of(ms(295))


def test_that_chosen_words_keep_their_colour_and_place():
    run = run_of("56")
    chosen = tuple(range(run.trace.message_count))
    places = {
        t.subject: (t.x, t.y) for t in plates(still(run, VIEW).items) if t.subject[0] == "message"
    }
    items = spacetime(run, View(VIEW.width, VIEW.height, selected_messages=chosen)).items
    accented = [t for t in plates(items) if t.subject[0] == "message" and t.color == "accent"]
    assert {t.subject: (t.x, t.y) for t in accented} == places


def test_that_a_chosen_message_is_not_lost_under_the_play_head():
    run = run_of("01")
    (sent, arrived) = run.trace.message_sent[0], run.trace.message_received[0]
    middle = int(sent + arrived) // 2
    items = spacetime(run, at(run, middle, selected_messages=(0,))).items
    line = line_of(items, round(layout(run, at(run, middle)).x_of(middle)) + 0.5)
    (words,) = [t for t in plates(items[line:]) if t.subject == ("message", 0)]
    assert words.color == "accent"


def test_that_the_verdict_on_a_drawn_cut_stands_over_the_play_head():
    run = run_of("01")
    us = ms(150)
    items = spacetime(run, at(run, us, hand_cut=(us, us))).items
    line = line_of(items, round(layout(run, at(run, us)).x_of(us)) + 0.5)
    assert [words.text for words in plates(items[line:]) if words.role == "badge"][-1:] == [
        "consistent"
    ]
