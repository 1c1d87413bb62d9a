import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.causality import analysis
from snapviz.causality.computation import Computation
from tests.causality import referee
from tests.causality.strategies import computations


def assert_figures_equal_reachability(c):
    before = referee.before(c)
    related = int(before.sum())
    assert analysis.concurrent_pairs(c) == c.event_count * (c.event_count - 1) // 2 - related
    chain = [0] * c.event_count
    for event in range(c.event_count):
        causes = np.flatnonzero(before[:, event]).tolist()
        chain[event] = 1 + max((chain[cause] for cause in causes), default=0)
    assert analysis.longest_chain(c) == max(chain, default=0)


def test_that_nothing_has_no_figures():
    c = Computation(["a", "b"], [], [], [])
    assert (analysis.concurrent_pairs(c), analysis.longest_chain(c), analysis.width(c)) == (0, 0, 0)


def test_that_crossing_messages_make_two_pairs_concurrent():
    c = Computation(["a", "b"], [0, 1, 0, 1], [0, 1], [3, 2])
    assert analysis.concurrent_pairs(c) == 2
    assert analysis.longest_chain(c) == 2
    assert analysis.width(c) == 2


def test_that_a_token_passed_round_is_one_chain_of_width_one():
    hops = 40
    holder = np.arange(1, 2 * hops + 1) // 2 % 4
    sends = np.arange(0, 2 * hops, 2)
    c = Computation(["a", "b", "c", "d"], holder, sends, sends + 1)
    assert analysis.width(c) == 1
    assert analysis.longest_chain(c) == 80
    assert analysis.concurrent_pairs(c) == 0


def test_that_processes_that_never_meet_in_time_do_not_add_to_the_width():
    c = Computation(["a", "b", "c"], [0, 1, 1, 2], [0, 2], [1, 3])
    assert analysis.width(c) == 1


def test_that_a_chain_cover_is_rearranged_where_joining_ends_is_not_enough():
    # c's only event may follow a's first event, but only if a's second one joins b instead.
    c = Computation(["a", "b", "c"], [0, 2, 0, 1, 1], [0, 2], [1, 4])
    assert analysis.width(c) == referee.widest_antichain(c) == 3
    d = Computation(["a", "b", "c"], [0, 1, 0, 2, 1], [0, 2, 1], [3, 4, 3])
    assert analysis.width(d) == referee.widest_antichain(d) == 2


def test_that_an_event_with_two_last_causes_continues_only_one_of_their_chains():
    c = Computation(["a", "b", "c"], [0, 1, 2], [0, 1], [2, 2])
    assert analysis.width(c) == 2
    d = Computation(["a", "b", "c", "d"], [0, 1, 2, 3], [0, 1, 0, 1], [2, 2, 3, 3])
    assert analysis.width(d) == 2


@settings(deadline=None, derandomize=True, max_examples=200)
@given(computations())
def test_that_pairs_and_longest_chain_equal_reachability(c):
    assert_figures_equal_reachability(c)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(computations(max_processes=5, max_events=14))
def test_that_the_width_is_the_largest_antichain(c):
    assert analysis.width(c) == referee.widest_antichain(c)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(computations(max_processes=7, max_events=9))
def test_that_the_width_of_few_events_on_many_processes_is_the_largest_antichain(c):
    assert analysis.width(c) == referee.widest_antichain(c)


@pytest.mark.deep
@settings(deadline=None, max_examples=3000)
@given(computations(max_events=50))
def test_that_figures_hold_on_thousands_of_runs(c):
    assert_figures_equal_reachability(c)


@pytest.mark.deep
@settings(deadline=None, max_examples=2000)
@given(computations(max_events=20))
def test_that_the_width_holds_on_thousands_of_runs(c):
    assert analysis.width(c) == referee.widest_antichain(c)
