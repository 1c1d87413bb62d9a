import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality import order, reach
from snapviz.causality.computation import Computation
from tests.causality import referee
from tests.causality.strategies import computations, computations_with_event

quick = settings(deadline=None, derandomize=True, max_examples=200)


def assert_past_and_future_equal_reachability(c, event):
    g = referee.graph(c)
    causes = nx.ancestors(g, event) | {event}
    effects = nx.descendants(g, event) | {event}
    for process in range(c.process_count):
        events = c.events_of(process).tolist()
        assert order.past(c, event)[process] == len(causes.intersection(events))
        after = len(events) - len(effects.intersection(events))
        assert order.future(c, event)[process] == after


def assert_pairs_equal_reachability(c):
    before = referee.before(c)
    for a in range(c.event_count):
        for b in range(c.event_count):
            assert order.happened_before(c, a, b) == before[a, b]
            unrelated = a != b and not before[a, b] and not before[b, a]
            assert order.concurrent(c, a, b) == unrelated


def test_that_an_event_is_neither_before_nor_beside_itself():
    c = Computation(["a"], [0], [], [])
    assert not order.happened_before(c, 0, 0)
    assert not order.concurrent(c, 0, 0)


def test_that_a_lonely_process_reaches_from_first_to_last_event():
    c = Computation(["a", "b", "c"], [2, 0, 1, 0, 1, 0, 2], [1, 4], [2, 5])
    assert order.past(c, 6).tolist() == [0, 0, 2]
    assert order.future(c, 0).tolist() == [3, 2, 0]


def test_that_the_past_follows_the_latest_send_not_the_latest_receive():
    c = Computation(["a", "b"], [0, 0, 0, 1, 1], [2, 0], [3, 4])
    assert order.past(c, 4).tolist() == [3, 2]
    assert order.future(c, 0).tolist() == [0, 0]
    assert order.future(c, 1).tolist() == [1, 0]


def test_that_unknown_events_are_refused():
    c = Computation(["a"], [0], [], [])
    for question in (order.past, order.future):
        with pytest.raises(ValueError, match="event 1 is outside 0..0"):
            question(c, 1)
    with pytest.raises(ValueError, match="event -1 is outside"):
        order.happened_before(c, -1, 0)


@quick
@given(computations_with_event())
def test_that_past_and_future_equal_ancestors_and_descendants(drawn):
    assert_past_and_future_equal_reachability(*drawn)


def several_blocks(drawn, block: int, cells: int):
    """As a run of a million events has them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reach, "BLOCK", block)
        patch.setattr(reach, "CELLS", cells)
        assert_past_and_future_equal_reachability(*drawn)


@quick
@given(computations_with_event(max_events=40), st.integers(1, 4), st.sampled_from([0, 60, 10_000]))
def test_that_past_and_future_hold_over_several_blocks_of_effects(drawn, block, cells):
    several_blocks(drawn, block, cells)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(computations(max_events=12))
def test_that_happened_before_and_concurrent_equal_reachability(c):
    assert_pairs_equal_reachability(c)


@pytest.mark.deep
@settings(deadline=None, max_examples=5000)
@given(computations_with_event(max_events=60))
def test_that_past_and_future_hold_on_thousands_of_longer_runs(drawn):
    assert_past_and_future_equal_reachability(*drawn)


@pytest.mark.deep
@settings(deadline=None, max_examples=2000)
@given(computations_with_event(max_events=60), st.integers(1, 7), st.sampled_from([0, 99, 10_000]))
def test_that_several_blocks_hold_on_thousands_of_longer_runs(drawn, block, cells):
    several_blocks(drawn, block, cells)


@pytest.mark.deep
@settings(deadline=None, max_examples=1000)
@given(computations(max_events=20))
def test_that_pairs_hold_on_a_thousand_runs(c):
    assert_pairs_equal_reachability(c)
