import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.causality.computation import Computation
from snapviz.causality.lattice import count_consistent_cuts
from tests.causality import referee
from tests.causality.strategies import computations


def independent(processes: int, events: int) -> Computation:
    """Processes that never talk: (events + 1) ** processes consistent cuts."""
    ids = [f"P{p}" for p in range(processes)]
    return Computation(ids, np.arange(processes * events) % processes, [], [])


def relay(processes: int, rounds: int) -> Computation:
    """A token passed round and round: one chain of events, so one cut more than events."""
    hops = processes * rounds
    holder = np.arange(1, 2 * hops + 1) // 2 % processes
    sends = np.arange(0, 2 * hops, 2)
    return Computation([f"P{p}" for p in range(processes)], holder, sends, sends + 1)


def assert_count_equals_trying_all_cuts(c):
    expected = sum(referee.closed_under_causes(c, cut) for cut in referee.all_cuts(c))
    assert count_consistent_cuts(c) == expected
    assert count_consistent_cuts(c, limit=expected) == expected
    assert count_consistent_cuts(c, limit=expected - 1) is None


def count_level_by_level(c) -> int:
    """Cooper and Marzullo's walk, all cuts of one size at a time."""
    causes = [[] for _ in range(c.event_count)]
    for a, b in referee.graph(c).edges:
        causes[b].append((int(c.event_process[a]), int(c.event_local[a])))
    lines = [c.events_of(process).tolist() for process in range(c.process_count)]
    level, total = {(0,) * c.process_count}, 0
    while level:
        total += len(level)
        level = {
            cut[:p] + (cut[p] + 1,) + cut[p + 1 :]
            for cut in level
            for p in range(c.process_count)
            if cut[p] < len(lines[p])
            and all(local < cut[q] for q, local in causes[lines[p][cut[p]]] if q != p)
        }
    return total


def test_that_nothing_has_one_cut_empty_and_full_at_once():
    assert count_consistent_cuts(Computation([], [], [], [])) == 1
    assert count_consistent_cuts(Computation(["a"], [], [], [])) == 1


def test_that_independent_processes_multiply():
    assert count_consistent_cuts(independent(4, 6)) == 7**4
    assert count_consistent_cuts(independent(7, 6)) == 7**7
    assert count_consistent_cuts(independent(2, 1413)) == 1414**2


def test_that_past_the_limit_there_is_no_number():
    assert count_consistent_cuts(independent(2, 1414)) is None
    assert count_consistent_cuts(independent(2, 1414), limit=1415**2) == 1415**2
    assert count_consistent_cuts(independent(2, 1414), limit=1415**2 - 1) is None
    assert count_consistent_cuts(independent(100, 50)) is None
    assert count_consistent_cuts(independent(1, 3), limit=3) is None


def test_that_one_chain_longer_than_a_prefix_counts_exactly():
    assert count_consistent_cuts(relay(5, 2000)) == 20001


def test_that_a_long_run_of_two_talkers_equals_the_walk_level_by_level():
    events = 1200
    sends = np.arange(0, events - 3, 3)
    process = np.zeros(events, int)
    process[sends + 2] = 1
    c = Computation(["a", "b", "c"], process, sends, sends + 2)
    assert count_consistent_cuts(c) == count_level_by_level(c)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(computations(max_processes=4, max_events=10))
def test_that_the_count_equals_trying_all_cuts(c):
    assert_count_equals_trying_all_cuts(c)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(computations(max_events=16))
def test_that_the_count_equals_the_walk_level_by_level(c):
    assert count_consistent_cuts(c) == count_level_by_level(c)


@pytest.mark.deep
@settings(deadline=None, max_examples=2000)
@given(computations(max_processes=4, max_events=11))
def test_that_the_count_holds_on_thousands_of_runs(c):
    assert_count_equals_trying_all_cuts(c)


@pytest.mark.deep
@settings(deadline=None, max_examples=1000)
@given(computations(max_events=24))
def test_that_the_count_equals_the_walk_on_a_thousand_runs(c):
    assert count_consistent_cuts(c) == count_level_by_level(c)
