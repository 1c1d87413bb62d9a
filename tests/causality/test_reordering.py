"""Another order of the same events, with a consistent cut's events first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from snapviz.causality.computation import Computation
from snapviz.causality.cuts import is_consistent, nearest_consistent
from snapviz.causality.order import happened_before
from snapviz.causality.reordering import inside, retimed, through
from tests.causality.strategies import computations


@st.composite
def with_cut(draw):
    c = draw(computations())
    return c, np.array([draw(st.integers(0, count)) for count in c.event_counts.tolist()], int)


@given(with_cut())
def test_that_it_is_a_linear_extension_with_exactly_the_cut_first(case):
    c, wild = case
    cut = nearest_consistent(c, wild)
    order = through(c, cut).tolist()
    assert sorted(order) == list(range(c.event_count))
    place = {event: turn for turn, event in enumerate(order)}
    for a in range(c.event_count):
        for b in range(c.event_count):
            assert not happened_before(c, a, b) or place[a] < place[b]
    first = c.event_process[order[: cut.sum()]]
    assert np.bincount(first, minlength=c.process_count).tolist() == cut.tolist()


@given(with_cut())
def test_that_only_a_consistent_cut_can_be_passed_through(case):
    c, cut = case
    if is_consistent(c, cut):
        assert len(through(c, cut)) == c.event_count
    else:
        with pytest.raises(ValueError, match="inconsistent cut: message [0-9]+ from P"):
            through(c, cut)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=30).map(sorted),
    st.integers(0, 50),
    st.integers(0, 30),
)
def test_that_new_times_keep_the_order_on_either_side_and_divide_at_one_instant(events, wish, room):
    old = np.array([time for time, _ in events], dtype=np.int64)
    first = np.array([is_first for _, is_first in events], dtype=bool)
    times, at = retimed(old, first, wish, room)
    assert ((times <= at) == first).all()
    assert (times >= 0).all()
    for side in (first, ~first):
        assert (np.sign(np.diff(times[side])) == np.sign(np.diff(old[side]))).all()


def test_that_only_the_stretch_in_which_both_happen_is_touched():
    old = np.array([10, 100, 120, 180, 200, 300])
    first = np.array([True, False, True, True, True, False])
    times, at = retimed(old, first)
    assert times.tolist() == [10, 151, 110, 140, 150, 300]
    assert at == 150


def test_that_a_wish_is_heeded_where_nothing_must_move():
    old, first = np.array([10, 90]), np.array([True, False])
    assert retimed(old, first, 40).at == 40
    assert retimed(old, first, 400).at == 89
    assert retimed(old, first, 0).at == 10


def test_that_room_is_left_around_the_cut():
    old, first = np.array([500, 510]), np.array([False, True])
    times, at = retimed(old, first, room=100)
    assert at == 505
    assert at - times[1] >= 45
    assert times[0] - at >= 45
    assert retimed(np.array([10, 90]), np.array([True, False]), 0, room=20).at == 20


def test_that_the_longest_runs_do_not_overflow():
    old = np.array([10**15 - 5, 10**15 - 3, 10**15])
    times, at = retimed(old, np.array([False, True, True]), room=10**14)
    assert times[1] < times[2] <= at < times[0]


def test_that_an_orphan_is_named_with_its_processes():
    c = Computation(["A", "B"], [0, 1], [0], [1])
    with pytest.raises(ValueError, match="message 0 from A to B is received before it and sent"):
        through(c, [0, 1])


def test_that_a_cut_of_another_computation_is_refused():
    c = Computation(["A", "B"], [0, 1], [0], [1])
    with pytest.raises(ValueError, match="0 to 1 are possible"):
        through(c, [2, 0])
    assert inside(c, [1, 0]).tolist() == [True, False]
