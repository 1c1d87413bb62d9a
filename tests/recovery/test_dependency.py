"""The rollback-dependency graph: its edges, and the line read off it."""

import pytest
from hypothesis import given, settings

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import with_live_states
from snapviz.recovery.dependency import dependency_graph, line_of_graph, undone_intervals
from snapviz.recovery.line import recovery_line
from tests.recovery import brute
from tests.recovery.strategies import runs_with_crashes


def check_line(case):
    c, taken, failed = case
    candidates = with_live_states(c, taken, failed)
    line = line_of_graph(c, taken, failed)
    assert line == recovery_line(c, candidates)
    assert line == brute.latest(brute.consistent_sets(c, candidates))


@settings(max_examples=150)
@given(runs_with_crashes(busy=True))
def test_that_the_graph_leads_to_the_line(case):
    check_line(case)


@pytest.mark.deep
@settings(max_examples=3000)
@given(runs_with_crashes(max_events=20, most=4, busy=True))
def test_that_the_graph_leads_to_the_line_in_many_runs(case):
    check_line(case)


@settings(max_examples=100)
@given(runs_with_crashes(busy=True))
def test_that_every_received_message_is_on_one_edge(case):
    c, taken, _ = case
    seen = []
    for (p, i), (q, j), messages in dependency_graph(c, taken).edges(data="messages"):
        if p == q:
            assert (j, messages) == (i + 1, ())
            continue
        assert list(messages) == sorted(messages)
        seen.extend(messages)
        for message in messages:
            for event, process, index in (
                (c.message_send[message], p, i),
                (c.message_receive[message], q, j),
            ):
                after = [*taken[process], int(c.event_counts[process]) + 1]
                assert c.event_process[event] == process
                assert after[index] <= c.event_local[event] < after[index + 1]
    assert sorted(seen) == [m for m, r in enumerate(c.message_receive.tolist()) if r >= 0]


def zigzag() -> Computation:
    """a0 -> b0, b1 -> a1, a2 -> b2: every checkpoint between them has an orphan."""
    return Computation(["a", "b"], [0, 1, 1, 0, 0, 1], [0, 2, 4], [1, 3, 5])


def test_that_the_domino_is_a_path_in_the_graph():
    graph = dependency_graph(zigzag(), [[0, 2], [0, 1]])
    assert set(graph.edges(data="messages")) == {
        ((0, 0), (0, 1), ()),
        ((1, 0), (1, 1), ()),
        ((0, 0), (1, 0), (0,)),
        ((1, 1), (0, 0), (1,)),
        ((0, 1), (1, 1), (2,)),
    }
    assert undone_intervals(graph, [(0, 1)]) == {(0, 1), (1, 1), (0, 0), (1, 0)}
    assert line_of_graph(zigzag(), [[0, 2], [0, 1]], {0}) == (0, 0)
    assert line_of_graph(zigzag(), [[0, 2], [0, 1]], ()) == (2, 2)


def test_that_what_was_before_the_first_checkpoint_is_a_node_of_its_own():
    graph = dependency_graph(zigzag(), [[2], [0]])
    assert (0, -1) in graph and (1, -1) not in graph
    assert graph.edges[(1, 0), (0, -1)]["messages"] == (1,)
    with pytest.raises(ValueError, match="process a would go back before its first checkpoint"):
        line_of_graph(zigzag(), [[2], [0]], {1})


def test_that_an_unknown_failed_process_is_refused():
    with pytest.raises(ValueError, match="failed process -1 is outside 0..1"):
        line_of_graph(zigzag(), [[0], [0]], {-1})
