from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given, settings

from snapviz.causality.computation import Computation
from snapviz.causality.paths import relation, why
from tests.causality import referee
from tests.causality.strategies import computations

quick = settings(deadline=None, derandomize=True, max_examples=150)


def steps(c):
    """The referee's graph, and an edge from each event to every later one of its process."""
    g = referee.graph(c)
    for process in range(c.process_count):
        g.add_edges_from(combinations(c.events_of(process).tolist(), 2))
    return g


def assert_chains_are_shortest_paths(c):
    g = steps(c)
    before = referee.before(c)
    for a in range(c.event_count):
        for b in range(c.event_count):
            chain = why(c, a, b)
            if a == b:
                assert chain == [a]
            elif not before[a, b]:
                assert chain == []
            else:
                assert (chain[0], chain[-1]) == (a, b)
                assert all(g.has_edge(*step) for step in pairwise(chain))
                assert len(chain) == len(nx.shortest_path(g, a, b))


@quick
@given(computations(max_events=14))
def test_that_a_chain_is_a_shortest_path(c):
    assert_chains_are_shortest_paths(c)


@pytest.mark.deep
@settings(deadline=None, max_examples=2000)
@given(computations(max_events=30))
def test_that_chains_are_shortest_paths_on_longer_runs(c):
    assert_chains_are_shortest_paths(c)


@quick
@given(computations(max_events=14))
def test_that_the_relation_of_two_events_is_reachability(c):
    before = referee.before(c)
    for a in range(c.event_count):
        for b in range(c.event_count):
            expected = "same" if a == b else "concurrent"
            if before[a, b]:
                expected = "before"
            elif before[b, a]:
                expected = "after"
            assert relation(c, a, b) == expected


def test_that_local_steps_in_between_are_left_out():
    c = Computation(["a", "b"], [0, 0, 0, 0, 1, 1, 1], [3], [4])
    assert why(c, 0, 6) == [0, 3, 4, 6]
    assert why(c, 3, 4) == [3, 4]
    assert why(c, 6, 0) == why(c, 4, 1) == []


def test_that_a_repeated_receive_can_explain_too():
    c = Computation(["a", "b"], [0, 1, 1], [0], [1], [0], [2])
    assert why(c, 0, 2) == [0, 2]


def test_that_unknown_events_are_refused():
    c = Computation(["a"], [0], [], [])
    for question in (relation, why):
        with pytest.raises(ValueError, match="event 1 is outside 0..0"):
            question(c, 0, 1)
        with pytest.raises(ValueError, match="event -1 is outside"):
            question(c, -1, 0)
