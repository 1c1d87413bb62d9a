"""The lattice of global states as a picture, and the times that a cut of counts is drawn at."""

from __future__ import annotations

import pytest

from snapviz.causality.global_states import global_states
from snapviz.diagram.display_list import Segments
from snapviz.diagram.handcut import cut_of, times_of_counts
from snapviz.diagram.state_lattice import StateMarks, place_states, state_lattice
from snapviz.documents import load_scenario
from snapviz.simulation import simulate


@pytest.fixture(scope="module")
def bank(root):
    return simulate(load_scenario(root / "scenarios" / "02-bank-transfer.snapviz.json"))


@pytest.fixture(scope="module")
def states(bank):
    return global_states(bank.computation, 1000)


def test_that_levels_go_to_the_right_and_no_two_states_meet(states):
    places = place_states(states, 900, 300)
    x = [point[0] for point in places.points]
    order = [x[states.place[level[0]]] for level in states.levels]
    assert order == sorted(order) and len(set(places.points)) == len(states.cuts)
    assert all(0 <= px <= 900 and 0 <= py <= 300 for px, py in places.points)
    assert all(places.at(*point) == place for place, point in enumerate(places.points))
    assert places.at(-50, -50) is None


def test_that_states_that_satisfy_the_condition_are_filled(states):
    places = place_states(states, 900, 300)
    marks = StateMarks(holding=frozenset({3, 5}), playhead=5, snapshots={1: 7})
    drawn = state_lattice(states, places, marks, 900, 300)
    fills = {item.subject[1]: item.style.fill for item in drawn.about("state")}
    assert {place for place, fill in fills.items() if fill == "good"} == {3, 5}
    assert [item.subject[1] for item in drawn.about("ring")] == [5]
    (steps,) = [item for item in drawn.items if isinstance(item, Segments)]
    assert len(steps.strokes) == len(states.edges)


def test_that_the_cut_of_a_state_is_drawn_where_it_is_that_cut(bank, states):
    for cut in states.cuts:
        judged = cut_of(bank, times_of_counts(bank, cut))
        assert judged.counts == cut and judged.consistent
