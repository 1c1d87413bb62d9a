"""The recovery line against trying every set of checkpoints."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import with_live_states
from snapviz.recovery.line import events_at, recovery_line
from tests.recovery import brute
from tests.recovery.strategies import runs_with_checkpoints, runs_with_crashes


def check(case):
    c, taken, failed = case
    for candidates in (taken, with_live_states(c, taken, failed)):
        assert recovery_line(c, candidates) == brute.latest(brute.consistent_sets(c, candidates))


@settings(max_examples=150)
@given(runs_with_crashes(max_processes=4, busy=True))
def test_that_the_line_is_the_latest_of_all_consistent_sets(case):
    check(case)


@pytest.mark.deep
@settings(max_examples=3000)
@given(runs_with_crashes(max_events=20, most=4, busy=True))
def test_that_the_line_is_the_latest_in_many_runs(case):
    check(case)


@settings(max_examples=100)
@given(runs_with_checkpoints(busy=True), st.data())
def test_that_the_line_is_right_where_old_checkpoints_are_gone(case, data):
    c, taken = case
    left = [one[data.draw(st.integers(0, len(one) - 1)) :] for one in taken]
    consistent = brute.consistent_sets(c, left)
    if consistent:
        assert recovery_line(c, left) == brute.latest(consistent)
    else:
        with pytest.raises(ValueError, match="there is no consistent set"):
            recovery_line(c, left)


def zigzag() -> Computation:
    """a0 -> b0, b1 -> a1, a2 -> b2: every checkpoint between them has an orphan."""
    return Computation(["a", "b"], [0, 1, 1, 0, 0, 1], [0, 2, 4], [1, 3, 5])


def test_that_checkpoints_taken_apart_domino_to_the_start():
    assert recovery_line(zigzag(), [[0, 2], [0, 1, 3]]) == (0, 0)


def test_that_checkpoints_without_orphans_are_all_kept():
    assert recovery_line(zigzag(), [[0, 1], [0, 1]]) == (1, 1)


def test_that_of_equal_states_the_later_checkpoint_is_named():
    assert recovery_line(zigzag(), [[0, 0, 3], [0, 0, 0]]) == (1, 2)


def test_that_a_range_is_every_state_in_it():
    taken = [range(4), [0, 1]]
    assert recovery_line(zigzag(), taken) == (1, 1)
    assert events_at(taken, (1, 1)) == (1, 1)


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        ([[0]], "of 2 processes"),
        ([[0], []], "process b: it has no checkpoint"),
        ([[-1, 0], [0]], "process a: a checkpoint after -1 events"),
        ([[0, 2, 1], [0]], "process a: its checkpoints are not in the order"),
        ([range(3, -1, -1), [0]], "process a: its checkpoints are not in the order"),
        ([[0, 9], [0]], "0 to 3 are possible"),
        ([[0], [1]], "process b has no checkpoint without its event 0"),
    ],
)
def test_that_what_are_no_checkpoints_is_refused(taken, words):
    with pytest.raises(ValueError, match=words):
        recovery_line(zigzag(), taken)


def test_that_an_unknown_failed_process_is_refused():
    with pytest.raises(ValueError, match="failed process 2 is outside 0..1"):
        with_live_states(zigzag(), [[0], [0]], {2})
