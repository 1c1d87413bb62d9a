"""What lies over the topology, what is under a point of it, and where things are put down."""

from math import hypot

import pytest

from snapviz.diagram.display_list import Ellipse, Line, Rect, Segments, Text
from snapviz.diagram.geometry import Box
from snapviz.diagram.placement import place
from snapviz.diagram.topology import moving, network, placed, still, topology
from snapviz.diagram.topology_over import (
    Newcomer,
    Over,
    Rubber,
    handle_at,
    hit,
    over_items,
    under_items,
)
from snapviz.diagram.view import Hit
from snapviz.scenario import edits
from snapviz.scenario.model import Channel, Process, Scenario, Send
from snapviz.simulation import simulate
from tests.diagram.sample_runs import ms, quiet_run, ring_run

SIZE = (340.0, 340.0)


def laid_out(run=None, us=0):
    run = run or ring_run()
    rows = int(run.trace.row_time.searchsorted(us, side="right"))
    return network(run, rows, us, placed(run, *SIZE))


def all_items(laid, over):
    return [*under_items(laid, over), *over_items(laid, over, *SIZE)]


def kinds_of(fifo, loss):
    names = ("P1", "P2", "P3")
    channels = (
        Channel("P1", "P2", fifo=fifo, loss=loss),
        Channel("P2", "P3"),
        Channel("P3", "P1", loss=loss),
    )
    script = (Send(ms(10), "P2", "P3"),)
    return simulate(
        Scenario(tuple(map(Process, names)), channels, duration_us=ms(100), script=script)
    )


# Where processes are put


@pytest.mark.parametrize("count", [1, 2, 5, 100])
def test_that_a_point_of_the_picture_leads_back_to_the_position_shown_there(count):
    run = quiet_run(count)
    where = place(run, *SIZE)
    given = edits.positioned(run.scenario)
    for process, (x, y) in zip(given.processes, where.centres, strict=True):
        assert where.position_of(x, y) == pytest.approx(process.position, abs=1e-6)


def test_that_a_lone_process_leaves_room_for_neighbours_beside_it():
    scenario = Scenario((Process("P1", position=(7.0, 3.0)),), duration_us=1000)
    where = place(simulate(scenario), *SIZE)
    assert where.centres[0][0] == pytest.approx(170)
    x, y = where.centres[0]
    assert where.position_of(x + 110, y) == pytest.approx((8.0, 3.0))


def test_that_giving_everybody_the_position_shown_changes_nothing_in_the_picture():
    for count in (2, 3, 12):
        run = quiet_run(count)
        given = simulate(edits.positioned(run.scenario))
        for a, b in zip(place(run, *SIZE).centres, place(given, *SIZE).centres, strict=True):
            assert a == pytest.approx(b)


def test_that_a_process_put_down_on_another_comes_to_stand_beside_it():
    where = place(ring_run(), *SIZE)
    x, y = where.centres[0]
    for spot in ((x, y), (x + 3, y - 2), (x, y + 1.5 * where.radius)):
        apart = where.apart(*spot, range(4))
        gaps = [hypot(apart[0] - cx, apart[1] - cy) for cx, cy in where.centres]
        assert min(gaps) >= 2 * where.radius
    free = (x + 3 * where.radius, y)
    assert where.apart(*free, [0]) == free


def test_that_the_nearest_of_two_processes_in_reach_is_pointed_at():
    where = place(quiet_run(100), *SIZE)
    x, y = where.centres[10]
    assert where.process_at(x + 1, y, 12) == 10
    assert where.process_at(170, 170, 12) is None


# What is under a point


def test_that_processes_come_before_messages_and_messages_before_channels():
    laid = laid_out(us=ms(110))
    x, y = laid.where.centres[2]
    assert hit(laid, x, y) == Hit("process", 2)
    (x1, y1), (x2, y2) = laid.ways[0]
    share = (ms(110) - ms(82)) / ms(58)
    assert hit(laid, x1 + share * (x2 - x1), y1 + share * (y2 - y1)) == Hit("message", 0)
    assert hit(laid, x2 + 0.1 * (x1 - x2), y2 + 0.1 * (y1 - y2)) == Hit("channel", 0)
    assert hit(laid, 2, 2) is None


def test_that_small_circles_have_no_handle_but_are_still_a_target():
    laid = laid_out(quiet_run(100))
    assert handle_at(laid, 0, 0.0) is None
    x, y = laid.where.centres[0]
    assert hit(laid, x, y - 9) == Hit("process", 0)
    assert handle_at(laid_out(), 0, 0.0) is not None


# How channels look


def test_that_channels_without_fifo_are_dashed_and_lossy_ones_have_a_gap_with_a_cross():
    run = kinds_of(fifo=False, loss=0.1)
    picture = topology(run, 0, 0, *SIZE)
    lines = [[i for i in picture.about("channel", n) if type(i) is Line] for n in range(3)]
    assert [len(parts) for parts in lines] == [2, 1, 2]
    assert [bool(parts[0].style.dash) for parts in lines] == [True, False, False]
    crosses = [[i for i in picture.about("channel", n) if type(i) is Segments] for n in range(3)]
    assert [len(parts) for parts in crosses] == [1, 0, 1]


@pytest.mark.parametrize(("fifo", "loss"), [(True, 0.0), (False, 0.0), (True, 0.5), (False, 0.5)])
def test_that_the_legend_names_what_occurs_and_nothing_else(fifo, loss):
    words = {i.text for i in topology(kinds_of(fifo, loss), 0, 0, *SIZE).items if type(i) is Text}
    assert ("not FIFO" in words) == (not fifo)
    assert ("may lose messages" in words) == (loss > 0)


def test_that_a_long_legend_takes_another_row_and_stays_inside():
    run = kinds_of(False, 0.5)
    size = (260.0, 260.0)
    picture = topology(run, 0, 0, *size)
    words = [i for i in picture.items if type(i) is Text and i.role == "legend"]
    assert len({word.y for word in words}) == 2
    assert all(word.x >= 0 and word.y < size[1] for word in words)
    where = placed(run, *size)
    assert max(y for _, y in where.centres) + where.radius < min(w.y for w in words) - 8


# What lies over it


def test_that_nothing_lies_over_a_diagram_that_is_left_alone():
    assert all_items(laid_out(), Over()) == []


@pytest.mark.parametrize(
    ("over", "subject"),
    [
        (Over(processes=(1,)), ("selected-process", 1)),
        (Over(caught=(2,)), ("selected-process", 2)),
        (Over(channels=(3,)), ("selected", 3)),
        (Over(hot=Hit("process", 0)), ("hot", 0)),
        (Over(hot=Hit("channel", 4)), ("hot", 4)),
        (Over(handle=(2, 0.5)), ("handle", 2)),
        (Over(rubber=Rubber(1, 20.0, 20.0)), ("rubber", 1)),
        (Over(newcomer=Newcomer(50.0, 60.0, "P9")), ("newcomer", 0)),
        (Over(band=Box(1, 2, 30, 40)), ("band", 0)),
        (Over(guides=((0, 5, 9, 5),)), ("guide", 0)),
        (Over(hint="words"), ("hint", 0)),
        (Over(invitation="words"), ("invitation", 0)),
    ],
)
def test_that_each_thing_over_the_diagram_has_its_sign(over, subject):
    items = all_items(laid_out(), over)
    assert items and all(item.subject[1] == subject[1] for item in items)
    assert subject in {item.subject for item in items}


def test_that_an_arrow_both_ways_has_two_heads_and_a_short_one_only_one():
    laid = laid_out()
    far = [*over_items(laid, Over(rubber=Rubber(0, 0.0, 0.0, 2, True)), *SIZE)]
    x, y = laid.where.centres[0]
    near = [*over_items(laid, Over(rubber=Rubber(0, x + 52, y, None, True)), *SIZE)]
    assert len([i for i in far if i.subject == ("rubber", 0)]) == 3
    assert len([i for i in near if i.subject == ("rubber", 0)]) == 2


def test_that_what_a_smaller_run_has_not_is_left_out():
    laid = laid_out(quiet_run(1))
    over = Over(
        processes=(5,),
        channels=(7,),
        hot=Hit("process", 9),
        handle=(4, 0.0),
        caught=(8,),
        messages=(3,),
    )
    assert all_items(laid, over) == []
    assert all_items(laid, Over(hot=Hit("channel", 3))) == []


def test_that_words_too_long_for_the_picture_are_shortened():
    items = over_items(laid_out(), Over(hint="word " * 60), *SIZE)
    plate = [i for i in items if type(i) is Rect][-1]
    assert plate.x >= 0 and plate.x + plate.width <= SIZE[0]


def test_that_dragged_processes_lie_on_top_and_take_their_channels_along():
    laid = laid_out()
    base = still(laid, *SIZE, without=frozenset({0}))
    kept = {i.subject[1] for i in base if i.subject and i.subject[0] == "channel"}
    ends = laid.known.trace.channel_ends
    assert kept == {n for n, pair in enumerate(ends) if 0 not in pair}
    live = moving(laid, frozenset({0}))
    drawn = {i.subject[1] for i in live if i.subject and i.subject[0] == "channel"}
    assert kept | drawn == set(range(len(ends))) and not kept & drawn
    discs = [i.subject[1] for i in live if type(i) is Ellipse and i.subject[0] == "process"]
    assert discs == [1, 2, 3, 0]
