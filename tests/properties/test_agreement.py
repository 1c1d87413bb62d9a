"""Runs of the engine in which snapshots are agreed on, among every fault at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.protocols.registry import AGREEMENT
from snapviz.report import run_report
from snapviz.run import Run
from snapviz.scenario.model import Scenario, Send
from snapviz.simulation import Simulation, simulate
from tests.engine.worlds import keep_many_keyframes
from tests.properties.agreeing import CALM_US, QUICK, Inside, agreeing
from tests.protocols.agreement import mutants
from tests.protocols.agreement.oracle import PaxosOracle, RaftOracle, TwoPhaseOracle

ORACLES = {"paxos": PaxosOracle, "raft": RaftOracle, "two-phase": TwoPhaseOracle}


def watched(scenario: Scenario, method: str):
    """The run of a scenario, looked at after every instant."""
    simulation = Simulation(scenario)
    oracle = ORACLES[method](Inside(simulation._simulator, method))
    while not simulation.advance(1):
        oracle.look()
    oracle.look()
    return simulation.finish()


MOST_ROUNDS = 64
"""Within so many of the longest round trips, once nothing goes wrong, all who are up know.

A wait that was doubled while all went wrong is waited out: mostly one round is enough.
"""


def assert_decided_soon(run: Run, number: int) -> None:
    """Of a snapshot that is complete, or was given up, counted from there where that is later."""
    done_us = max(run.trace.snapshots[number].completed_us or 0, CALM_US)
    known = [
        decision.time_us
        for decision in run.trace.decisions
        if decision.snapshot == number and decision.process not in run.trace.down
    ]
    assert max(known) <= done_us + MOST_ROUNDS * 2 * QUICK.high_us


def check(method: str, examples: int) -> None:
    committed, aborted = [], []

    @settings(max_examples=examples, deadline=None)
    @given(agreeing(method))
    def check_one(scenario: Scenario) -> None:
        run = watched(scenario, method)
        up = {p.id for n, p in enumerate(scenario.processes) if n not in run.trace.down}
        for snapshot in run_report(run)["snapshots"]:
            outcome, told = snapshot["commit"]["outcome"], set(snapshot["commit"]["decided_by"])
            if outcome == "pending":
                assert snapshot["status"] == "recording" and not told
                assert snapshot["commit"]["decided_ms"] is None
                continue
            assert told >= up and 2 * len(told) > len(scenario.processes)
            assert_decided_soon(run, int(snapshot["id"][1:]) - 1)
            assert snapshot["status"] == "complete" or outcome == "aborted"
            if outcome == "committed":
                assert snapshot["commit"]["decided_ms"] >= snapshot["completed_ms"]
            (committed if outcome == "committed" else aborted).append(snapshot["id"])

    check_one()
    # In two phases one who is away at the wrong time has it aborted.
    assert len(committed) > examples // 8 and aborted


@pytest.mark.parametrize("method", ORACLES)
def test_that_a_majority_agrees_on_one_thing_among_faults(method):
    check(method, 30)


@pytest.mark.deep
@pytest.mark.parametrize("method", ORACLES)
def test_that_a_majority_always_does(method):
    check(method, 1500)


@pytest.mark.parametrize(
    ("method", "mutant", "found"),
    [
        ("paxos", mutants.ContentWithFew, "by a minority"),
        ("raft", mutants.CommitsByFew, "by a minority"),
        ("two-phase", mutants.CommitsForSome, "not all said yes"),
    ],
)
def test_that_a_mistake_shows_here_too(method, mutant, found, monkeypatch):
    monkeypatch.setitem(AGREEMENT, method, mutant)
    with pytest.raises(AssertionError, match=found):
        check(method, 30)


@pytest.mark.parametrize("method", ORACLES)
def test_that_an_agreement_gone_on_with_is_the_one_from_the_start(method, monkeypatch):
    keep_many_keyframes(monkeypatch)

    @settings(max_examples=10, deadline=None)
    @given(agreeing(method))
    def check_one(scenario: Scenario) -> None:
        earlier = simulate(scenario, until_us=2_000_000)
        for at_us in (60_000, 300_000, 950_000):
            script = (*scenario.script, Send(at_us, "P1", "P3", {"amount": 3}))
            edited = replace(scenario, script=script)
            run = simulate(edited, until_us=2_000_000, earlier=earlier)
            fresh = simulate(edited, until_us=2_000_000)
            assert run.digest == fresh.digest and run_report(run) == run_report(fresh)

    check_one()
