"""Rollback step by step: every step is forced, and the last one is at the line."""

import pytest
from hypothesis import given, settings

from snapviz.causality import cuts
from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import with_live_states
from snapviz.recovery.domino import Retreat, retreats
from snapviz.recovery.line import events_at, recovery_line
from snapviz.recovery.steps import Step, rollback_steps
from tests.recovery.strategies import runs_with_crashes


def check_steps(case):
    c, taken, failed = case
    states = [[*one, int(count)] for one, count in zip(taken, c.event_counts, strict=True)]
    places = [len(one) for one in taken]
    steps = rollback_steps(c, taken, failed)
    assert [s.round for s in steps] == sorted(s.round for s in steps)
    assert {s.process for s in steps if s.round == 0} == set(failed)
    for number in range(1 + max((s.round for s in steps), default=-1)):
        together = [s for s in steps if s.round == number]
        orphans = cuts.orphans(c, events_at(states, places)).tolist()
        if number:
            assert sorted(m for s in together for m in s.orphans) == orphans != []
        for step in together:
            check_step(c, states, places, step)
            places[step.process] = step.to_place
    line = recovery_line(c, with_live_states(c, taken, failed))
    assert tuple(places) == line


def check_step(c: Computation, states, places, step: Step) -> None:
    mine = states[step.process]
    assert places[step.process] == step.from_place > step.to_place
    assert (step.from_events, step.to_events) == (mine[step.from_place], mine[step.to_place])
    receives = [c.message_receive[m] for m in step.orphans]
    assert all(c.event_process[r] == step.process for r in receives)
    earliest = min((int(c.event_local[r]) for r in receives), default=None)
    if step.round == 0:
        assert (step.orphans, step.to_place) == ((), step.from_place - 1)
    else:
        # No further than it must: one place later would still have received an orphan.
        assert mine[step.to_place] <= earliest < mine[step.to_place + 1]


@settings(max_examples=150)
@given(runs_with_crashes(busy=True))
def test_that_orphans_force_every_step_to_the_line(case):
    check_steps(case)


@pytest.mark.deep
@settings(max_examples=5000)
@given(runs_with_crashes(max_events=24, most=5, busy=True))
def test_that_orphans_force_every_step_in_many_runs(case):
    check_steps(case)


def zigzag() -> Computation:
    """a0 -> b0, b1 -> a1, a2 -> b2: every checkpoint between them has an orphan."""
    return Computation(["a", "b"], [0, 1, 1, 0, 0, 1], [0, 2, 4], [1, 3, 5])


def test_that_a_domino_is_told_stone_by_stone():
    assert rollback_steps(zigzag(), [[0, 2], [0, 1]], {0}) == (
        Step(0, 0, 2, 1, 3, 2, ()),
        Step(1, 1, 2, 1, 3, 1, (2,)),
        Step(2, 0, 1, 0, 2, 0, (1,)),
        Step(3, 1, 1, 0, 1, 0, (0,)),
    )


def test_that_how_far_each_went_back_is_counted():
    found = retreats(zigzag(), [[0, 2], [0, 1]], (0, 0))
    assert found == (Retreat(0, 3, 1, True), Retreat(1, 3, 1, True))
    assert all(one.domino for one in found)


def test_that_a_crash_that_costs_no_checkpoint_is_no_domino():
    found = retreats(zigzag(), [[0, 2], [0, 3]], (1, 2))
    assert found == (Retreat(0, 1, 0, False), Retreat(1, 0, 0, False))
    assert not any(one.domino for one in found)


@settings(max_examples=100)
@given(runs_with_crashes(busy=True))
def test_that_retreats_add_up_the_steps(case):
    c, taken, failed = case
    line = recovery_line(c, with_live_states(c, taken, failed))
    steps = rollback_steps(c, taken, failed)
    for one in retreats(c, taken, line):
        mine = [s for s in steps if s.process == one.process]
        assert one.events == sum(s.from_events - s.to_events for s in mine)
        passed = sum(s.from_place - s.to_place for s in mine)
        assert one.checkpoints == max(passed - 1, 0)


@pytest.mark.parametrize(
    ("places", "words"),
    [((0,), "2 places, not 1"), ((0, 3), "process b: place 3 is outside 0..2")],
)
def test_that_what_is_no_line_is_refused(places, words):
    with pytest.raises(ValueError, match=words):
        retreats(zigzag(), [[0, 2], [0, 1]], places)
