import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.causality import clocks
from snapviz.causality.computation import Computation
from tests.causality import referee
from tests.causality.strategies import computations

quick = settings(deadline=None, derandomize=True, max_examples=200)
thorough = settings(deadline=None, max_examples=4000)


def crossing() -> Computation:
    """Two messages that cross: a0 -> b1, b0 -> a1."""
    return Computation(["a", "b"], [0, 1, 0, 1], [0, 1], [3, 2])


def assert_vectors_equal_reachability(c):
    vectors = clocks.vector_clocks(c)
    assert vectors.shape == (c.event_count, c.process_count)
    assert vectors.dtype == np.int32
    known = referee.before(c) | np.eye(c.event_count, dtype=bool)
    for event in range(c.event_count):
        expected = np.bincount(c.event_process[known[:, event]], minlength=c.process_count)
        assert vectors[event].tolist() == expected.tolist()
    strictly_below = (vectors[:, None, :] <= vectors[None, :, :]).all(2) & ~np.eye(
        c.event_count, dtype=bool
    )
    assert (strictly_below == referee.before(c)).all()


def assert_lamport_is_the_longest_chain(c):
    stamps = clocks.lamport_clocks(c)
    g = referee.graph(c)
    expected = {}
    for event in g:
        expected[event] = 1 + max((expected[cause] for cause in g.predecessors(event)), default=0)
    assert stamps.tolist() == [expected[event] for event in range(c.event_count)]
    a, b = np.nonzero(referee.before(c))
    assert (stamps[a] < stamps[b]).all()


def assert_one_vector_equals_its_row(c):
    vectors = clocks.vector_clocks(c)
    for event in range(c.event_count):
        assert clocks.vector_clock(c, event).tolist() == vectors[event].tolist()
        process, count = int(c.event_process[event]), int(c.event_local[event]) + 1
        assert clocks.clock_after(c, process, count).tolist() == vectors[event].tolist()


def test_that_crossing_messages_teach_each_side_one_event():
    assert clocks.vector_clocks(crossing()).tolist() == [[1, 0], [0, 1], [2, 1], [1, 2]]
    assert clocks.lamport_clocks(crossing()).tolist() == [1, 1, 2, 2]


def test_that_a_duplicate_teaches_nothing_new():
    c = Computation(["a", "b"], [0, 1, 1], [0], [1], [0], [2])
    assert clocks.vector_clocks(c).tolist() == [[1, 0], [1, 1], [1, 2]]


def test_that_an_overtaken_message_does_not_turn_the_clock_back():
    c = Computation(["a", "b"], [0, 0, 1, 1], [0, 1], [3, 2])
    assert clocks.vector_clocks(c).tolist() == [[1, 0], [2, 0], [2, 1], [2, 2]]


def test_that_the_clock_before_any_event_is_zero():
    assert clocks.clock_after(crossing(), 1, 0).tolist() == [0, 0]


def test_that_a_process_without_events_keeps_a_zero_entry():
    c = Computation(["a", "idle", "b"], [0, 2], [0], [1])
    assert clocks.vector_clocks(c).tolist() == [[1, 0, 0], [1, 0, 1]]
    assert clocks.vector_clocks(Computation([], [], [], [])).shape == (0, 0)


def test_that_clocks_of_what_does_not_exist_are_refused():
    with pytest.raises(ValueError, match="process a has 2 events, not 3"):
        clocks.clock_after(crossing(), 0, 3)
    with pytest.raises(ValueError, match="process 7 is outside"):
        clocks.clock_after(crossing(), 7, 0)
    with pytest.raises(ValueError, match="event 4 is outside"):
        clocks.vector_clock(crossing(), 4)


@quick
@given(computations())
def test_that_vector_clock_order_equals_graph_reachability(c):
    assert_vectors_equal_reachability(c)


@quick
@given(computations())
def test_that_a_lamport_clock_is_the_longest_chain_and_grows_along_causes(c):
    assert_lamport_is_the_longest_chain(c)


@quick
@given(computations())
def test_that_one_vector_alone_equals_its_row_of_the_matrix(c):
    assert_one_vector_equals_its_row(c)


@pytest.mark.deep
@thorough
@given(computations(max_events=60))
def test_that_clocks_hold_on_thousands_of_longer_runs(c):
    assert_vectors_equal_reachability(c)
    assert_lamport_is_the_longest_chain(c)
    assert_one_vector_equals_its_row(c)
