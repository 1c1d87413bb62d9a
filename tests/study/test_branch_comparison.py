"""What differs between a run and a branch of it."""

from dataclasses import replace

import pytest

from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Channel, Process, Scenario, Send, TakeSnapshot
from snapviz.simulation import simulate
from snapviz.study.branch_comparison import compare_branch

PAIR = (Channel("P1", "P2"), Channel("P2", "P1"))


@pytest.fixture
def scenario():
    processes = tuple(Process(pid, {"balance": 100}) for pid in ("P1", "P2"))
    script = (
        Send(10_000, "P1", "P2", {"amount": 5}),
        Send(200_000, "P2", "P1", {"amount": 7}),
        TakeSnapshot(400_000, initiator="P1"),
    )
    return Scenario(processes, PAIR, script=script, duration_us=600_000)


def test_that_equal_runs_have_nothing_of_their_own(scenario):
    found = compare_branch(simulate(scenario), simulate(scenario), 100_000)
    assert found.same and not found.only_base and not found.only_branch
    assert not any(state.differs for state in found.states)


def test_that_a_further_message_is_only_there(scenario):
    extra = Send(300_000, "P1", "P2", {"amount": 1})
    branch = simulate(replace(scenario, script=(*scenario.script, extra)))
    found = compare_branch(simulate(scenario), branch, 100_000)
    kinds = [int(branch.trace.row_kind[row]) for row in found.only_branch]
    assert kinds == [RowKind.SEND, RowKind.RECEIVE]
    assert [int(branch.trace.row_time[row]) for row in found.only_branch] == [300_000, 350_000]
    assert found.only_base == ()
    assert [(s.base, s.branch) for s in found.states] == [
        ({"balance": 102}, {"balance": 101}),
        ({"balance": 98}, {"balance": 99}),
    ]
    assert not found.same


def test_that_the_same_message_twice_is_told_apart_from_once(scenario):
    again = replace(scenario, script=(*scenario.script, scenario.script[1]))
    found = compare_branch(simulate(again), simulate(scenario), 100_000)
    assert len(found.only_base) == 2 and found.only_branch == ()


def test_that_snapshots_are_paired(scenario):
    shorter = simulate(replace(scenario, script=scenario.script[:2]))
    found = compare_branch(simulate(scenario), shorter, 100_000)
    assert [tuple(s and s.id for s in pair) for pair in found.snapshots] == [("S1", None)]
    assert not found.same and not found.only_base
