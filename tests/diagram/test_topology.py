"""The topology diagram: circles, channels, and what is on the way."""

from math import hypot

import numpy as np
import pytest

from snapviz.diagram.display_list import Ellipse, Line, Polygon, Rect, Text
from snapviz.diagram.facts import facts
from snapviz.diagram.placement import place
from snapviz.diagram.topology import topology
from snapviz.scenario.model import Process, Scenario
from snapviz.simulation import simulate
from tests.diagram.sample_runs import lossy_run, ms, quiet_run, ring_run

SIZE = (340, 340)


def rows_at(run, us):
    return int(np.searchsorted(run.trace.row_time, us, side="right"))


def picture_at(run, us):
    return topology(run, rows_at(run, us), us, *SIZE)


def test_that_every_process_shows_its_id_and_its_state_at_that_moment():
    run = ring_run()
    words = [i.text for i in picture_at(run, ms(420)).items if type(i) is Text]
    assert {"P1", "P2", "P3", "P4"} <= set(words)
    states = run.states_at(rows_at(run, ms(420)))
    assert {f"${state['balance']:,}".replace(",", "\u2009") for state in states} <= set(words)


def test_that_without_positions_processes_stand_on_a_circle_from_the_top():
    where = place(ring_run(), *SIZE)
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = where.centres
    assert x1 == pytest.approx(x3) and y2 == pytest.approx(y4)
    assert y1 < y2 < y3 and x4 < x1 < x2


def test_that_positions_of_the_scenario_keep_their_proportions():
    spots = [(0, 0), (200, 0), (200, 100)]
    scenario = Scenario(
        tuple(Process(f"P{i}", position=spot) for i, spot in enumerate(spots)), duration_us=1000
    )
    (x1, y1), (x2, y2), (x3, y3) = place(simulate(scenario), 500, 400).centres
    assert y1 == pytest.approx(y2) and x2 == pytest.approx(x3)
    assert (x2 - x1) == pytest.approx(2 * (y3 - y2))


@pytest.mark.parametrize("count", [1, 2, 3, 12, 100])
@pytest.mark.parametrize("size", [(180, 160), (340, 340), (900, 500)])
def test_that_circles_stay_inside_and_apart(count, size):
    where = place(quiet_run(count), *size)
    for x, y in where.centres:
        assert where.radius <= x <= size[0] - where.radius
        assert where.radius <= y <= size[1] - where.radius
    if count <= 12:
        for index, (x, y) in enumerate(where.centres):
            for other in where.centres[index + 1 :]:
                assert hypot(x - other[0], y - other[1]) >= 2 * where.radius


def test_that_opposite_channels_run_side_by_side():
    run = ring_run()
    picture = picture_at(run, 0)
    lines = [next(i for i in picture.about("channel", n) if type(i) is Line) for n in range(8)]
    there, back = lines[0], lines[1]
    assert run.trace.channel_ends[0] == run.trace.channel_ends[1][::-1]
    length = hypot(there.x2 - there.x1, there.y2 - there.y1)
    gap = abs(
        (back.x1 - there.x1) * (there.y2 - there.y1) - (back.y1 - there.y1) * (there.x2 - there.x1)
    )
    assert 6 <= gap / length <= 14


def test_that_messages_are_dots_and_markers_diamonds_between_their_ends():
    run = ring_run()
    us = ms(230)
    known = facts(run)
    under_way = known.under_way(rows_at(run, us), us).tolist()
    picture = picture_at(run, us)
    where = place(run, *SIZE)
    assert under_way
    for message in under_way:
        item = next(i for i in picture.about("message", message))
        assert type(item) is (Polygon if known.is_control[message] else Ellipse)
        x, y = item.points[0] if type(item) is Polygon else (item.cx, item.cy)
        a, b = where.centres[known.source[message]], where.centres[known.target[message]]
        around = hypot(x - a[0], y - a[1]) + hypot(x - b[0], y - b[1])
        assert around <= hypot(a[0] - b[0], a[1] - b[1]) + 16


def test_that_a_message_moves_towards_its_receiver():
    run = ring_run()
    distances = []
    target = place(run, *SIZE).centres[1]
    for us in (ms(85), ms(110), ms(135)):
        dot = next(i for i in picture_at(run, us).about("message", 0))
        distances.append(hypot(dot.cx - target[0], dot.cy - target[1]))
    assert distances == sorted(distances, reverse=True)


def test_that_a_ring_appears_with_each_recording():
    run = ring_run()
    for record in run.trace.records:

        def rings(rows, us, record=record):
            items = topology(run, rows, us, *SIZE).about("recorded", record.snapshot)
            return len(list(items))

        before, after = rings(record.row, record.time_us), rings(record.row + 1, record.time_us)
        assert after == before + 1


def test_that_a_lost_message_ends_in_a_cross():
    run = lossy_run()
    us = ms(50) + int(facts(run).usual_flight * 0.7)
    (cross,) = picture_at(run, us).about("message", 0)
    assert cross.style.stroke == "orphan"
    assert not list(picture_at(run, ms(250)).about("message", 0))


def test_that_no_run_gives_an_empty_picture_with_words():
    assert [type(i) for i in topology(None, 0, 0, *SIZE).items] == [Rect, Text]
