"""Channels bend around processes that stand between their ends."""

from itertools import pairwise
from math import hypot

import numpy as np
import pytest

from snapviz.diagram.bends import MOST, NEAREST, distances
from snapviz.diagram.display_list import Path, Polygon
from snapviz.diagram.facts import facts
from snapviz.diagram.polyline import length_of, part_of, point_at
from snapviz.diagram.topology import network, placed, topology
from snapviz.diagram.topology_over import Over, hit, under_items
from snapviz.diagram.traffic import spots
from snapviz.diagram.view import Hit
from snapviz.scenario.model import Channel, Process, Scenario, Send, TakeSnapshot
from snapviz.simulation import simulate
from tests.diagram.sample_runs import ms

SIZE = (400, 400)
ROW = {"A": (0, 0), "B": (1, 0), "C": (2, 0), "D": (3, 0)}
GRID = {f"{x}{y}": (x, y) for x in range(3) for y in range(3)}


def run_of(places, pairs, script=(), **settings):
    processes = tuple(Process(name, {"balance": 9}, place) for name, place in places.items())
    channels = tuple(Channel(a, b, **settings) for a, b in pairs)
    return simulate(Scenario(processes, channels, script=script, duration_us=ms(300)))


def laid_out(run, rows=0, us=0):
    return network(run, rows, us, placed(run, *SIZE))


def least_gap(way, centre) -> float:
    segments = np.array([(*a, *b) for a, b in pairwise(way)])
    return float(distances(segments, [centre]).min())


ALL_OF_A_ROW = [(a, b) for a in ROW for b in ROW if a != b]
ALL_OF_A_GRID = [(a, b) for a in GRID for b in GRID if a != b]


@pytest.mark.parametrize(("places", "pairs"), [(ROW, ALL_OF_A_ROW), (GRID, ALL_OF_A_GRID)])
def test_that_no_channel_runs_behind_a_third_process(places, pairs):
    laid = laid_out(run_of(places, pairs))
    for number, (source, target) in enumerate(laid.known.trace.channel_ends):
        for process, centre in enumerate(laid.where.centres):
            if process not in (source, target):
                gap = least_gap(laid.ways[number], centre)
                assert gap > laid.where.radius + NEAREST, (source, target, process)


def test_that_a_way_begins_and_ends_at_the_rims_and_opposite_ones_lie_apart():
    laid = laid_out(run_of(ROW, [("A", "C"), ("C", "A"), ("A", "B")]))
    there, back, beside = laid.ways
    (ax, ay), _, (cx, cy), _ = laid.where.centres
    assert hypot(there[0][0] - ax, there[0][1] - ay) == pytest.approx(laid.where.radius + 1, abs=1)
    assert hypot(there[-1][0] - cx, there[-1][1] - cy) == pytest.approx(
        laid.where.radius + 2.5, abs=1
    )
    middles = [point_at(way, 0.5)[1] - ay for way in (there, back)]
    assert middles[0] * middles[1] < 0 and len(beside) == 2


@pytest.mark.parametrize(("places", "pairs"), [(ROW, ALL_OF_A_ROW), (GRID, ALL_OF_A_GRID)])
@pytest.mark.parametrize("size", [(400, 400), (270, 190)])
def test_that_no_bend_leaves_the_picture(places, pairs, size):
    run = run_of(places, pairs)
    for way in network(run, 0, 0, placed(run, *size)).ways:
        assert all(0 < x < size[0] and 0 < y < size[1] for x, y in way)


def test_that_opposite_channels_that_bend_to_the_same_side_lie_apart():
    places = {"A": (0, 0), "B": (1, 0.15), "C": (2, 0)}
    laid = laid_out(run_of(places, [("A", "C"), ("C", "A")]))
    there, back = (point_at(way, 0.5)[1] for way in laid.ways)
    assert (there < laid.where.centres[1][1]) == (back < laid.where.centres[1][1])
    assert abs(there - back) > 6


def test_that_nothing_bends_that_need_not_and_nothing_in_a_crowd():
    assert all(len(way) == 2 for way in laid_out(run_of(ROW, [("A", "B"), ("B", "C")])).ways)
    many = {str(n): (n % 5, n // 5) for n in range(18)}
    pairs = [(a, b) for a in many for b in many if a != b]
    assert len(pairs) > MOST
    assert all(len(way) == 2 for way in laid_out(run_of(many, pairs)).ways)


def test_that_a_bent_channel_is_hit_where_it_is_seen_and_set_off_there():
    laid = laid_out(run_of(ROW, [("A", "B"), ("A", "D"), ("B", "C")]))
    for share in (0.2, 0.5, 0.8):
        x, y = point_at(laid.ways[1], share)
        assert hit(laid, x, y) == Hit("channel", 1)
        assert hit(laid, x, laid.where.centres[0][1]) != Hit("channel", 1)
    lines = [i for i in under_items(laid, Over(channels=(1,))) if isinstance(i, Path)]
    assert len(lines) == 2 and lines[0].commands[0] == ("M", *laid.ways[1][0])


def test_that_messages_travel_along_the_bend():
    script = (Send(ms(10), "A", "D", {"amount": 1}, ms(100)),)
    run = run_of(ROW, [("A", "D")], script)
    rows = int(np.searchsorted(run.trace.row_time, ms(60), side="right"))
    laid = laid_out(run, rows, ms(60))
    (_, spot) = spots(laid.known, laid.ways, rows, ms(60))[0]
    assert spot == point_at(laid.ways[0], 0.5)
    assert abs(spot[1] - laid.where.centres[0][1]) > laid.where.radius
    assert hit(laid, *spot) == Hit("message", 0)


def test_that_a_recorded_state_moves_no_bend():
    script = (TakeSnapshot(ms(20), "chandy-lamport", "A"),)
    run = run_of(ROW, ALL_OF_A_ROW, script)
    before, after = laid_out(run), laid_out(run, run.trace.row_count, ms(300))
    assert any(after.rings) and not any(before.rings)
    for one, other in zip(before.ways, after.ways, strict=True):
        assert len(one) == len(other)
        if len(one) > 2:
            assert point_at(one, 0.5) == pytest.approx(point_at(other, 0.5), abs=3)


def test_that_loss_leaves_its_gap_and_its_head_points_along_the_bend():
    run = run_of(ROW, [("A", "D")], loss=0.5)
    way = laid_out(run).ways[0]
    drawn = topology(run, 0, 0, *SIZE)
    parts = [i for i in drawn.about("channel", 0) if isinstance(i, Path) and len(i.commands) > 5]
    assert len(parts) == 2
    ends = [part.commands[-1][1:] for part in parts]
    assert ends[1] == pytest.approx(way[-1])
    gap = hypot(ends[0][0] - parts[1].commands[0][1], ends[0][1] - parts[1].commands[0][2])
    assert gap == pytest.approx(13, abs=0.5)
    head = next(i for i in drawn.about("channel", 0) if isinstance(i, Polygon))
    (x1, y1), (x2, y2) = way[-2:]
    turned = [(x - x2) * (x2 - x1) + (y - y2) * (y2 - y1) for x, y in head.points]
    assert max(turned) == pytest.approx(0, abs=1e-6)  # its tip is where the way ends


def test_that_parts_of_a_way_make_the_whole():
    way = ((0.0, 0.0), (3.0, 4.0), (3.0, 10.0), (10.0, 10.0))
    assert length_of(way) == 18.0
    assert point_at(way, 5 / 18) == (3.0, 4.0) and point_at(way, 1.0) == (10.0, 10.0)
    first, last = part_of(way, 0.0, 0.4), part_of(way, 0.4, 1.0)
    assert first[-1] == last[0] and length_of(first) + length_of(last) == pytest.approx(18.0)


def test_that_facts_keep_bends_of_another_size_apart():
    run = run_of(ROW, [("A", "D")])
    small = network(run, 0, 0, placed(run, 200, 200)).ways
    assert small != laid_out(run).ways and facts(run) is facts(run)
