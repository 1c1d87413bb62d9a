"""The bands under the lines say of every process what it itself knows at that instant."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.diagram.facts import facts
from snapviz.diagram.roles import (
    ACCEPTED,
    ASKS,
    BLOCKED,
    PREPARED,
    PROMISED,
    PROPOSES,
    Stretch,
)
from snapviz.protocols.agreement.ballots import NO_BALLOT
from snapviz.simulation import Simulation
from snapviz.study.decision_words import ballot_text
from tests.properties.agreeing import agreeing


def of_raft(side, number: int) -> tuple:
    return (side.role, str(side.term)) if side.term else ()


def of_paxos(side, number: int) -> tuple:
    instance = side.instances.get(number)
    if instance is None or instance.decided is not None:
        return ()
    if instance.proposal is not None:
        kind = ASKS if instance.proposal.value is None else PROPOSES
        return kind, ballot_text(instance.proposal.ballot)
    if instance.promised == NO_BALLOT:
        return ()
    kind = ACCEPTED if instance.accepted[0] == instance.promised else PROMISED
    return kind, ballot_text(instance.promised)


def of_two_phase(side, number: int) -> tuple:
    if number in side.rounds:
        return ASKS, ""
    return (PREPARED, "") if number in side.in_doubt else ()


INSIDE = {"raft": of_raft, "paxos": of_paxos, "two-phase": of_two_phase}


def watched(scenario, method: str):
    """The run, and by instant what each process that is up knows of each snapshot; -1 in Raft."""
    going = Simulation(scenario)
    seen = []
    done = False
    while not done:
        done = going.advance(1)
        simulator = going._simulator
        if method not in simulator.protocols:
            continue
        numbers = [-1] if method == "raft" else range(len(simulator.snapshots))
        known = {}
        for process, side in enumerate(simulator.protocols[method]):
            if not simulator.is_down(process):
                known |= {(process, n): INSIDE[method](side, n) for n in numbers}
        seen.append((simulator.now_us, known))
    return going.finish(), seen


def drawn_at(roles: list[Stretch], time_us: int) -> dict[tuple[int, int], tuple]:
    there = [s for s in roles if s.from_us <= time_us < s.to_us and s.kind != BLOCKED]
    return {(s.process, s.snapshot): (s.kind, s.number) for s in there}


def check(scenario, method: str) -> None:
    run, seen = watched(scenario, method)
    roles = facts(run).roles
    for (time_us, known), (after_us, _) in pairwise([*seen, (run.until_us, {})]):
        if time_us < after_us:
            drawn = drawn_at(roles, time_us)
            assert drawn == {place: told for place, told in known.items() if told}, time_us


@pytest.mark.parametrize("method", INSIDE)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_that_every_band_is_what_the_process_knows(method, data):
    check(data.draw(agreeing(method)), method)


@pytest.mark.deep
@pytest.mark.parametrize("method", INSIDE)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_that_every_band_is_what_the_process_knows_in_many_runs(method, data):
    check(data.draw(agreeing(method)), method)
