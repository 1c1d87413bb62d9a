"""The recovery line against trying every set of checkpoints."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality.computation import Computation
from snapviz.recovery.line import recovery_line
from tests.causality import referee
from tests.causality.strategies import computations

quick = settings(deadline=None, derandomize=True, max_examples=150)


@st.composite
def computations_with_checkpoints(draw):
    c = draw(computations(max_processes=4, max_events=14))
    taken = [
        [0, *sorted(draw(st.lists(st.integers(0, int(count)), max_size=3)))]
        for count in c.event_counts
    ]
    return c, taken


@quick
@given(computations_with_checkpoints())
def test_that_the_line_is_the_latest_of_all_consistent_sets(case):
    c, taken = case
    consistent = [
        places
        for places in product(*[range(len(one)) for one in taken])
        if referee.closed_under_causes(
            c, [one[place] for one, place in zip(taken, places, strict=True)]
        )
    ]
    line = recovery_line(c, taken)
    assert line in consistent
    assert all(a <= b for places in consistent for a, b in zip(places, line, strict=True))


def zigzag() -> Computation:
    """a0 -> b0, b1 -> a1, a2 -> b2: every checkpoint between them has an orphan."""
    return Computation(["a", "b"], [0, 1, 1, 0, 0, 1], [0, 2, 4], [1, 3, 5])


def test_that_checkpoints_taken_apart_domino_to_the_start():
    assert recovery_line(zigzag(), [[0, 2], [0, 1, 3]]) == (0, 0)


def test_that_checkpoints_without_orphans_are_all_kept():
    assert recovery_line(zigzag(), [[0, 1], [0, 1]]) == (1, 1)


def test_that_of_equal_states_the_later_checkpoint_is_named():
    assert recovery_line(zigzag(), [[0, 0, 3], [0, 0, 0]]) == (1, 2)


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        ([[0]], "of 2 processes"),
        ([[0], []], "process b: it has no checkpoint"),
        ([[-1, 0], [0]], "process a: a checkpoint after -1 events"),
        ([[0, 2, 1], [0]], "process a: its checkpoints are not in the order"),
        ([[0, 9], [0]], "0 to 3 are possible"),
    ],
)
def test_that_what_are_no_checkpoints_is_refused(taken, words):
    with pytest.raises(ValueError, match=words):
        recovery_line(zigzag(), taken)
