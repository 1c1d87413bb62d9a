import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality import direct
from snapviz.causality.clocks import vector_clocks
from snapviz.causality.computation import Computation
from tests.causality import referee
from tests.causality.strategies import computations


def edges(clocks, process):
    cause, effect = direct.direct_edges(clocks, process)
    return list(zip(cause.tolist(), effect.tolist(), strict=True))


def needed_edges(c):
    """Edges between processes that reachability cannot do without."""
    reduced = nx.transitive_reduction(referee.graph(c))
    process = c.event_process
    return {(a, b) for a, b in reduced.edges if process[a] != process[b]}


def assert_edges_are_the_transitive_reduction(c):
    found = edges(vector_clocks(c), c.event_process)
    assert len(set(found)) == len(found)
    assert set(found) == needed_edges(c)
    order = [(b, c.event_process[a]) for a, b in found]
    assert order == sorted(order)


def test_that_one_message_is_one_edge():
    assert edges([[1, 0], [1, 1]], [0, 1]) == [(0, 1)]


def test_that_what_another_edge_implies_is_no_edge():
    # c learns of a only through b.
    assert edges([[1, 0, 0], [1, 1, 0], [1, 1, 1]], [0, 1, 2]) == [(0, 1), (1, 2)]


def test_that_an_event_may_merge_two_unrelated_causes():
    assert edges([[1, 0, 0], [0, 1, 0], [1, 1, 1]], [0, 1, 2]) == [(0, 2), (1, 2)]


def test_that_an_overtaken_message_shows_no_edge():
    c = Computation(["a", "b"], [0, 0, 1, 1], [0, 1], [3, 2])
    assert edges(vector_clocks(c), c.event_process) == [(1, 2)]
    assert direct.count_direct_edges(c) == 1


def test_that_no_events_have_no_edges():
    assert edges(np.zeros((0, 2), int), []) == []
    assert direct.count_direct_edges(Computation([], [], [], [])) == 0


@pytest.mark.parametrize(
    ("clocks", "process", "problem"),
    [
        ([[1, 0]], [0, 1], "one row per event is needed, 2 in all"),
        ([[1, 0], [2, 1]], [0, 1], "event 1: its clock counts 2 events of process 0"),
        ([[1, 0], [9, 1]], [0, 1], "event 1: its clock counts 9 events of process 0"),
        ([[1, 0], [1, 0]], [0, 1], "event 1: its own entry is 0"),
    ],
)
def test_that_clocks_that_name_no_event_are_refused(clocks, process, problem):
    with pytest.raises(ValueError, match=problem):
        direct.direct_edges(clocks, process)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(computations())
def test_that_direct_edges_are_the_transitive_reduction(c):
    assert_edges_are_the_transitive_reduction(c)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(computations(), st.randoms(use_true_random=False))
def test_that_the_order_of_rows_does_not_matter(c, random):
    rows = list(range(c.event_count))
    random.shuffle(rows)
    found = edges(vector_clocks(c)[rows], c.event_process[rows])
    assert {(rows[a], rows[b]) for a, b in found} == needed_edges(c)


def test_that_looking_block_by_block_changes_nothing(monkeypatch):
    sends = np.arange(0, 90, 2)
    c = Computation(["a", "b", "c"], np.arange(1, 91) // 2 % 3, sends, sends + 1)
    whole = edges(vector_clocks(c), c.event_process)
    monkeypatch.setattr(direct, "_BLOCK", 7)
    assert edges(vector_clocks(c), c.event_process) == whole
    assert len(whole) == 45


@pytest.mark.deep
@settings(deadline=None, max_examples=4000)
@given(computations(max_events=50))
def test_that_direct_edges_hold_on_thousands_of_runs(c):
    assert_edges_are_the_transitive_reduction(c)
