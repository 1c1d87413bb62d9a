"""Replay against its definition, step by step, and against every global state that can be had."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality.computation import Computation
from snapviz.recovery.replay import Sources, maximal_recoverable, rebuildable_ends
from tests.recovery import brute
from tests.recovery.strategies import runs_with_logs


def is_receive(c: Computation, event: int) -> bool:
    return event in c.message_receive.tolist() or event in c.duplicate_receive.tolist()


def replayed(c: Computation, process: int, count: int, logged) -> int:
    """Go on event by event until a receive is missing."""
    for event in c.events_of(process)[count:].tolist():
        if is_receive(c, event) and not logged[event]:
            break
        count += 1
    return count


def check_ends(case):
    c, taken, _, logged = case
    for process in range(c.process_count):
        ends = rebuildable_ends(c, process, taken[process], np.array(logged, np.bool_))
        assert list(ends) == [replayed(c, process, k, logged) for k in taken[process]]


def sources_of(c, taken, failed, logged) -> list[Sources]:
    known = np.array(logged, np.bool_)
    return [
        Sources(one, rebuildable_ends(c, process, one, known), process not in failed)
        for process, one in enumerate(taken)
    ]


def reachable_states(c, taken, failed, logged) -> list[list[int]]:
    states = []
    for process, one in enumerate(taken):
        here = {k for start in one for k in range(start, replayed(c, process, start, logged) + 1)}
        live = [] if process in failed else [int(c.event_counts[process])]
        states.append(sorted(here) + live)
    return states


def check_maximal(case):
    c, taken, failed, logged = case
    states = reachable_states(c, taken, failed, logged)
    most = brute.latest(brute.consistent_sets(c, states))
    for process, standing in enumerate(maximal_recoverable(c, sources_of(*case))):
        here, place, checkpoints = states[process], most[process], taken[process]
        live = process not in failed and place == len(here) - 1
        assert (standing.events, standing.live) == (here[place], live)
        if live:
            assert (standing.checkpoint, standing.replayed) == (len(checkpoints), 0)
            continue
        latest = max(k for k in range(len(checkpoints)) if checkpoints[k] <= standing.events)
        again = c.events_of(process)[checkpoints[latest] : standing.events].tolist()
        assert standing.checkpoint == latest
        assert standing.replayed == sum(is_receive(c, event) for event in again)


@settings(max_examples=100)
@given(runs_with_logs(busy=True))
def test_that_replay_stops_at_the_first_receive_that_is_gone(case):
    check_ends(case)


@settings(max_examples=100)
@given(runs_with_logs(max_events=12, busy=True))
def test_that_no_later_global_state_can_be_had(case):
    check_maximal(case)


@pytest.mark.deep
@settings(max_examples=3000)
@given(runs_with_logs(max_events=18, busy=True))
def test_that_no_later_global_state_can_be_had_in_many_runs(case):
    check_ends(case)
    check_maximal(case)


def one_message() -> Computation:
    """a0, a1 -> b0, b1; b2 -> a2."""
    return Computation(["a", "b"], [0, 0, 1, 1, 1, 0], [1, 4], [2, 5])


@pytest.mark.parametrize(
    ("logged", "standing"),
    [
        # b's receive is gone: a has received what b will not send.
        ([], [(2, 0, False, 0), (0, 0, False, 0)]),
        ([2], [(3, 1, True, 0), (3, 0, False, 1)]),
        ([5], [(2, 0, False, 0), (0, 0, False, 0)]),
    ],
)
def test_where_a_crash_of_b_leaves_both(logged, standing):
    c = one_message()
    known = np.isin(np.arange(c.event_count), logged)
    found = maximal_recoverable(c, sources_of(c, [[0], [0]], {1}, known))
    assert [(s.events, s.checkpoint, s.live, s.replayed) for s in found] == standing


def test_that_without_a_log_there_are_only_checkpoints():
    found = maximal_recoverable(
        one_message(), [Sources([0, 1], [0, 1], live=True), Sources([0], [0])]
    )
    assert [(s.events, s.checkpoint) for s in found] == [(1, 1), (0, 0)]


@settings(max_examples=50)
@given(runs_with_logs(busy=True), st.data())
def test_that_more_in_the_log_never_leaves_less(case, data):
    c, taken, failed, logged = case
    more = [one or data.draw(st.booleans()) for one in logged]
    less = maximal_recoverable(c, sources_of(c, taken, failed, logged))
    assert all(
        a.events <= b.events
        for a, b in zip(
            less, maximal_recoverable(c, sources_of(c, taken, failed, more)), strict=True
        )
    )


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        ([Sources([0], [0])], "of 2 processes"),
        ([Sources([0], [0, 1]), Sources([0], [0])], "process a: 1 checkpoints, but 2 ends"),
        ([Sources([0], [9]), Sources([0], [0])], "process a: replay from 0 events cannot end at 9"),
        ([Sources([0, 1], [2, 1]), Sources([0], [0])], "replayed less far"),
    ],
)
def test_that_impossible_sources_are_refused(sources, words):
    with pytest.raises(ValueError, match=words):
        maximal_recoverable(one_message(), sources)


def test_that_a_log_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="one bool per event"):
        rebuildable_ends(one_message(), 0, [0], np.zeros(2, np.bool_))
