"""The bands under the lines say of every process what it itself knows at that instant."""

from __future__ import annotations

from dataclasses import replace
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
from snapviz.scenario.model import Crash, Restart
from snapviz.simulation import Simulation, simulate
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


@st.composite
def losing(draw, method: str):
    """Who comes back may do so on another, without what was on stable storage."""
    made = draw(agreeing(method))
    ids = [process.id for process in made.processes]

    def moved(action):
        if not isinstance(action, Restart) or draw(st.booleans()):
            return action
        others = [name for name in ids if name != action.process]
        return replace(action, on=draw(st.sampled_from(others)), storage="lost")

    return replace(made, script=tuple(map(moved, made.script)))


@pytest.mark.parametrize("method", INSIDE)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_that_who_has_lost_its_storage_is_bound_by_nothing(method, data):
    check(data.draw(losing(method)), method)


@pytest.mark.deep
@pytest.mark.parametrize("method", INSIDE)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_that_every_band_is_what_the_process_knows_in_many_runs(method, data):
    check(data.draw(agreeing(method)), method)


@pytest.mark.deep
@pytest.mark.parametrize("method", INSIDE)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_that_who_has_lost_its_storage_is_bound_by_nothing_in_many_runs(method, data):
    check(data.draw(losing(method)), method)


@st.composite
def blocking(draw):
    """Who asked first crashes just when somebody has voted, if anybody ever does."""
    made = draw(losing("two-phase"))
    run = simulate(made)
    voted = [stretch.from_us for stretch in facts(run).roles if stretch.kind == PREPARED]
    at_us, asking = min(voted, default=50_000) + 1, made.script[0].initiator
    crash = Crash(at_us, asking), Restart(at_us + draw(st.integers(1, 300_000)), asking)
    return replace(made, script=(*made.script, *crash))


def check_hatched(examples: int) -> None:
    seen = []

    @settings(max_examples=examples, deadline=None)
    @given(blocking())
    def check_one(scenario):
        seen.append(hatched_as_told(simulate(scenario)))

    check_one()
    assert sum(seen) > examples // 10


def hatched_as_told(run) -> bool:
    """Whether anything is hatched: just what the report says, just then."""
    roles = facts(run).roles
    ids = run.trace.process_ids
    told = {
        (ids.index(b.process), number, time_us)
        for number, snapshot in enumerate(run.snapshots)
        for b in snapshot.commit.blocked
        for time_us in instants(roles)
        if b.since_us <= time_us < (run.until_us if b.until_us is None else b.until_us)
    }
    for time_us in instants(roles):
        there = [s for s in roles if s.from_us <= time_us < s.to_us]
        prepared = {(s.process, s.snapshot, time_us) for s in there if s.kind == PREPARED}
        hatched = {(s.process, s.snapshot, time_us) for s in there if s.kind == BLOCKED}
        assert hatched == told & prepared
    return any(stretch.kind == BLOCKED for stretch in roles)


def test_that_a_band_is_hatched_just_while_the_report_says_blocked():
    check_hatched(20)


@pytest.mark.deep
def test_that_a_band_is_hatched_just_then_in_many_runs():
    check_hatched(300)


def instants(roles: list[Stretch]) -> list[int]:
    """Whenever something about them may change."""
    return sorted({end for stretch in roles for end in (stretch.from_us, stretch.to_us)})
