"""Z-paths and Z-cycles against their definition, and the theorem of Netzer and Xu."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import place_before, with_live_states
from snapviz.recovery.dependency import dependency_graph
from snapviz.recovery.zigzag import useless_checkpoints, z_cycle, z_path
from tests.recovery import brute
from tests.recovery.strategies import runs_with_checkpoints


def intervals(c: Computation, taken) -> list[tuple[int, int, int, int]]:
    """(sender, interval of the send, receiver, interval of the receive), or None if not received."""
    found = []
    for send, receive in zip(c.message_send.tolist(), c.message_receive.tolist(), strict=True):
        ends = []
        for event in (send, receive) if receive >= 0 else ():
            process = int(c.event_process[event])
            ends += [process, place_before(taken[process], int(c.event_local[event]))]
        found.append(tuple(ends) if ends else None)
    return found


def is_z_path(rows, messages, start, end) -> bool:
    """The definition, word for word."""
    sent, received = rows[messages[0]], rows[messages[-1]]
    joined = all(
        rows[a][2] == rows[b][0] and rows[a][3] <= rows[b][1] for a, b in pairwise(messages)
    )
    leaves = sent[0] == start[0] and sent[1] >= start[1]
    return joined and leaves and received[2] == end[0] and received[3] < end[1]


def shortest(rows, start, end) -> int | None:
    """Messages on a shortest Z-path, by trying on from message to message."""
    known = [m for m, row in enumerate(rows) if row is not None]
    reached = [m for m in known if rows[m][0] == start[0] and rows[m][1] >= start[1]]
    seen, length = set(reached), 1
    while reached:
        if any(rows[m][2] == end[0] and rows[m][3] < end[1] for m in reached):
            return length
        reached = [
            b
            for b in known
            if b not in seen
            and any(rows[a][2] == rows[b][0] and rows[a][3] <= rows[b][1] for a in reached)
        ]
        seen.update(reached)
        length += 1
    return None


def check_theorem(case):
    c, taken = case
    everywhere = with_live_states(c, taken, ())
    sets = brute.consistent_sets(c, everywhere)
    checkpoints = [(p, i) for p, one in enumerate(taken) for i in range(len(one))]
    useless = tuple((p, i) for p, i in checkpoints if not any(s[p] == i for s in sets))
    graph, rows = dependency_graph(c, taken), intervals(c, taken)
    assert useless_checkpoints(graph) == useless
    for checkpoint in checkpoints:
        cycle = z_cycle(graph, checkpoint)
        assert (cycle is not None) == (checkpoint in useless)
        assert cycle is None or is_z_path(rows, cycle, checkpoint, checkpoint)


def check_paths(case):
    c, taken = case
    graph, rows = dependency_graph(c, taken), intervals(c, taken)
    checkpoints = [(p, i) for p, one in enumerate(taken) for i in range(len(one) + 1)]
    for start, end in product(checkpoints, repeat=2):
        path = z_path(graph, start, end)
        assert (None if path is None else len(path)) == shortest(rows, start, end)
        assert path is None or is_z_path(rows, path, start, end)


@settings(max_examples=150)
@given(runs_with_checkpoints(busy=True))
def test_that_useless_is_what_lies_on_a_z_cycle(case):
    check_theorem(case)


@settings(max_examples=60)
@given(runs_with_checkpoints(most=2, busy=True))
def test_that_z_paths_are_those_of_the_definition(case):
    check_paths(case)


@pytest.mark.deep
@settings(max_examples=4000)
@given(runs_with_checkpoints(max_events=20, most=4, busy=True))
def test_that_useless_is_what_lies_on_a_z_cycle_in_many_runs(case):
    check_theorem(case)
    check_paths(case)


def crossing() -> Computation:
    """b0 -> a0 before a's checkpoint; a1 -> b1, which comes in the interval of b0."""
    return Computation(["a", "b"], [1, 0, 0, 1], [0, 2], [1, 3])


def test_that_a_cycle_is_shown_by_its_messages():
    graph = dependency_graph(crossing(), [[0, 1], [0]])
    assert useless_checkpoints(graph) == ((0, 1),)
    assert z_cycle(graph, (0, 1)) == (1, 0)
    assert z_cycle(graph, (1, 0)) is None


def test_that_a_forced_checkpoint_breaks_the_cycle():
    graph = dependency_graph(crossing(), [[0, 1], [0, 1]])
    assert useless_checkpoints(graph) == ()
    assert z_cycle(graph, (0, 1)) is None
    assert z_path(graph, (0, 1), (1, 2)) == (1,)


def test_that_a_path_with_fewer_messages_is_shorter_however_many_checkpoints_it_passes():
    """a -> b at once; b -> d -> c at once, and b -> c three checkpoints later."""
    c = Computation(["a", "b", "c", "d"], [0, 1, 1, 3, 3, 2, 1, 2], [0, 2, 4, 6], [1, 3, 5, 7])
    graph = dependency_graph(c, [[0], [0, 2, 2, 2], [0], [0]])
    assert z_path(graph, (0, 0), (2, 1)) == (0, 3)


@pytest.mark.parametrize("checkpoint", [(0, 3), (0, -1), (2, 0)])
def test_that_an_unknown_checkpoint_is_refused(checkpoint):
    graph = dependency_graph(crossing(), [[0, 1], [0]])
    with pytest.raises(ValueError, match=f"process {checkpoint[0]} has no checkpoint"):
        z_cycle(graph, checkpoint)
