"""The state of every process after any number of rows."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.scenario.model import Exponential, Process, Workload
from snapviz.simulation import simulate
from tests.engine.plain import PlainRun
from tests.engine.strategies import scenarios
from tests.engine.worlds import bank, keep_many_keyframes, mesh, rows, sends, snapshots


@pytest.fixture
def many_keyframes(monkeypatch):
    """A keyframe every few rows."""
    keep_many_keyframes(monkeypatch)


def replayed(run):
    """States after each row, from the first row on, by the payloads alone."""
    states = [dict(state) for state in run.initial_states]
    place = {pid: number for number, pid in enumerate(run.trace.process_ids)}
    yield [dict(state) for state in states]
    for kind, _, process, message in rows(run):
        if kind in ("SEND", "RECEIVE"):
            sign = 1 if kind == "RECEIVE" else -1
            for field, holding in (("amount", "balance"), ("token", "token")):
                if holding in states[0]:
                    moved = run.trace.message_payload(message).get(field, 0)
                    states[place[process]][holding] += sign * moved
        yield [dict(state) for state in states]


def test_that_states_at_every_row_equal_a_replay(many_keyframes):
    run = simulate(replace(bank(3, 200_000, duplication=0.3), script=snapshots(50_000, 90_000)))
    assert len(run.keyframes.kept) > 10
    for row, states in enumerate(replayed(run)):
        assert run.states_at(row) == states


@settings(max_examples=50)
@given(scenarios())
def test_that_states_equal_a_replay_and_the_plain_run(scenario):
    with pytest.MonkeyPatch.context() as patch:
        keep_many_keyframes(patch)
        run = simulate(scenario)
    found = [run.states_at(row) for row in range(run.trace.row_count + 1)]
    assert found == list(replayed(run)) == PlainRun(scenario).states_after


def test_that_the_states_handed_out_are_copies(many_keyframes):
    run = simulate(bank(2, 100_000))
    for row in (0, run.trace.row_count):
        before = run.states_at(row)
        run.states_at(row)[0]["balance"] = -1
        assert run.states_at(row) == before


def test_that_a_quantity_one_process_has_every_process_has():
    people = (Process("P1", {"balance": 5, "name": "Ann"}), Process("P2", {"name": "Bob"}))
    scenario = replace(bank(2), processes=people, workload=Workload())
    run = simulate(replace(scenario, script=sends(0, payload={"amount": 5})))
    assert run.states_at(0) == [{"balance": 5, "name": "Ann"}, {"balance": 0, "name": "Bob"}]
    assert run.states_at(2) == [{"balance": 0, "name": "Ann"}, {"balance": 5, "name": "Bob"}]
    assert people[1].state == {"name": "Bob"}


def test_that_an_amount_is_only_a_number_where_nobody_has_a_balance():
    people = (Process("P1"), Process("P2"))
    scenario = replace(bank(2), processes=people, channels=mesh(2), workload=Workload())
    run = simulate(replace(scenario, script=sends(0, payload={"amount": 5})))
    assert [kind for kind, *_ in rows(run)] == ["SEND", "RECEIVE"]
    assert run.states_at(2) == [{}, {}]
    assert run.trace.message_payload(0) == {"amount": 5}


def test_that_a_message_may_carry_both_quantities_or_neither_is_taken():
    people = (Process("P1", {"balance": 5, "token": 1}), Process("P2"))
    scenario = replace(bank(2), processes=people, workload=Workload("token", Exponential(10**9)))
    script = (
        *sends(0, payload={"amount": 6, "token": 1}),
        *sends(1, payload={"amount": 5, "token": 1, "note": "both"}),
    )
    run = simulate(replace(scenario, script=script))
    assert [kind for kind, *_ in rows(run)] == ["REFUSED", "SEND", "RECEIVE"]
    assert run.states_at(1) == [{"balance": 5, "token": 1}, {"balance": 0, "token": 0}]
    assert run.states_at(3) == [{"balance": 0, "token": 0}, {"balance": 5, "token": 1}]
