"""Where times and processes lie."""

from itertools import pairwise

import pytest

from snapviz.diagram.axis import local_ticks, tick_step, tick_times
from snapviz.diagram.facts import facts
from snapviz.diagram.figures import milliseconds, offset_text, payload_text, state_text
from snapviz.diagram.geometry import Box
from snapviz.diagram.layout import WORDS_EDGE
from snapviz.diagram.spacetime import View, layout
from snapviz.diagram.typography import elided, text_width
from tests.diagram.sample_runs import ms, quiet_run, ring_run


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (2560, 1440)])
def test_that_a_time_survives_the_way_to_pixels_and_back(size):
    place = layout(ring_run(), View(*size))
    for us in range(0, ms(480), ms(7)):
        assert abs(place.us_at(place.x_of(us)) - us) <= 1


def test_that_times_outside_the_view_are_drawn_to_its_edges():
    place = layout(ring_run(), View(800, 600, from_us=ms(100), to_us=ms(200)))
    assert place.us_at(-50) == ms(100)
    assert place.us_at(5000) == ms(200)


@pytest.mark.parametrize("count", [1, 2, 4, 12, 100])
@pytest.mark.parametrize("size", [(1280, 720), (2560, 1440)])
def test_that_lanes_use_the_height_they_have(count, size):
    place = layout(quiet_run(count), View(*size))
    assert len(place.lanes) == count
    assert all(place.plot.top <= y <= place.plot.bottom for y in place.lanes)
    above, below = place.lanes[0] - place.plot.top, place.plot.bottom - place.lanes[-1]
    assert abs(above - below) <= 2
    if count > 1:
        assert above <= max(place.spacing, 111)


def test_that_lanes_keep_their_distance_and_scroll_when_asked_to():
    still = layout(quiet_run(100), View(800, 500, lane_minimum=22))
    moved = layout(quiet_run(100), View(800, 500, lane_minimum=22, scroll=110))
    assert still.spacing == 22
    assert still.overflow > 0
    assert moved.lanes[50] == still.lanes[50] - 110
    last = layout(quiet_run(100), View(800, 500, lane_minimum=22, scroll=1e9))
    assert last.lanes[-1] <= last.plot.bottom


def test_that_the_nearest_process_is_found_within_reach():
    place = layout(ring_run(), View(800, 600))
    assert place.process_at(place.lanes[2] + 3) == 2
    assert place.process_at((place.lanes[1] + place.lanes[2]) / 2) is None


@pytest.mark.parametrize(
    ("span_us", "width", "step"), [(480_000, 1000, 50_000), (1000, 700, 100), (1, 1000, 1)]
)
def test_that_axis_steps_are_round(span_us, width, step):
    assert tick_step(span_us, width) == step


def test_that_axis_labels_never_touch():
    for width in (400, 700, 1280, 2560):
        place = layout(ring_run(), View(width, 600))
        xs = [place.x_of(us) for us in tick_times(place)]
        widest = max(text_width(milliseconds(us), "axis") for us in tick_times(place))
        assert all(b - a > widest + 8 for a, b in pairwise(xs))


def test_that_local_ticks_show_round_readings_of_each_clock():
    run = ring_run()
    place = layout(run, View(1000, 600))
    assert local_ticks(facts(run), 1, place)[:2] == [ms(8), ms(58)]  # 8 ms behind
    third = local_ticks(facts(run), 2, place)
    assert ms(100) in third and ms(165) in third  # set to +35 ms at 150 ms
    assert ms(200) not in third


def test_that_a_drifting_clock_has_its_ticks_further_apart_or_closer():
    from snapviz.engine.trace import ClockChange

    known = facts(quiet_run(1))
    changes, known.clocks[0][:] = list(known.clocks[0]), [ClockChange(0, 0, 0, 250_000_000)]
    try:
        place = layout(quiet_run(1), View(1000, 600))
        ticks = local_ticks(known, 0, place)
        assert [tick for tick in ticks[:3]] == [0, 8000, 16000]  # a quarter fast
        assert known.offset_us(0, ms(40)) == ms(10)
    finally:
        known.clocks[0][:] = changes


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ({"amount": 40}, "$40"),
        ({"amount": 1234567}, "$1\u2009234\u2009567"),
        ({"token": 1}, "token"),
        ({}, ""),
        ({"text": "hello"}, "hello"),
        ({"a": 1, "b": [2]}, '{"a":1,"b":[2]}'),
        ({"a": "x" * 50}, "x" * 17 + "…"),
        ({"flag": True}, '{"flag":true}'),
    ],
)
def test_that_payloads_are_short(payload, text):
    assert payload_text(payload) == text


def test_that_states_and_times_read_well():
    assert state_text({"balance": 1033}) == "$1\u2009033"
    assert state_text({"token": 1}) == "token"
    assert state_text({"token": 0}) == "–"
    assert milliseconds(274_500) == "274.5"
    assert milliseconds(420_000, 1) == "420.0"
    assert offset_text(-8000) == "−8 ms"
    assert offset_text(12_340) == "+12.3 ms"


def test_that_long_names_are_shortened_to_the_room_they_have():
    short = elided("a process with a very long name", "process", 80)
    assert short.endswith("…")
    assert text_width(short, "process") <= 80


def test_that_words_are_moved_sideways_into_the_picture():
    place = layout(ring_run(), View(800, 600))
    left, right = place.plot.left, place.width - WORDS_EDGE
    assert place.within(Box(left - 30, 5, left + 20, 9)) == (left, 5, left + 50, 9)
    assert place.within(Box(right - 10, 5, right + 40, 9)) == (right - 50, 5, right, 9)
    fits = Box(left + 10, 5, right - 10, 9)
    assert place.within(fits) == fits
