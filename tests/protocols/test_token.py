"""The token: there is exactly one, held or under way."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.engine import resume
from snapviz.scenario.model import Channel, Fixed, Process, Scenario, Workload
from snapviz.simulation import simulate
from tests.engine.strategies import delays, intervals
from tests.engine.worlds import (
    application_messages,
    keep_many_keyframes,
    mesh,
    processes,
    rows,
    sends,
    snapshots,
)


def ring_of(count, **settings):
    ids = [process.id for process in processes(count)]
    return tuple(Channel(a, b, **settings) for a, b in zip(ids, ids[1:] + ids[:1], strict=True))


EVERY_10_MS = Fixed(10_000)


def token(channels, count=3, interval=EVERY_10_MS, **fields) -> Scenario:
    fields = {"duration_us": 400_000} | fields
    workload = Workload("token", interval)
    return Scenario(processes(count, None), channels, workload=workload, **fields)


def assert_there_is_one_token(run):
    under_way = 0
    assert sum(state["token"] for state in run.states_at(0)) == 1
    for row, (kind, *_, message) in enumerate(rows(run), 1):
        if kind in ("SEND", "RECEIVE") and run.trace.message_payload(message).get("token"):
            under_way += 1 if kind == "SEND" else -1
        held = [state["token"] for state in run.states_at(row)]
        assert min(held) >= 0
        assert sum(held) + under_way == 1


@settings(max_examples=40)
@given(st.integers(2, 5), st.booleans(), intervals, delays, st.integers(0, 99))
def test_that_there_is_exactly_one_token_at_every_row(count, fifo, interval, delay, seed):
    channels = mesh(count, fifo=fifo, delay=delay, duplication=0.3)
    script = (*sends(5_000, 25_000, payload={"token": 1}), *snapshots(12_000))
    run = simulate(token(channels, count, interval, seed=seed, script=script, duration_us=90_000))
    assert_there_is_one_token(run)


def test_that_the_token_goes_round_a_ring():
    run = simulate(token(ring_of(3, delay=Fixed(5_000)), duration_us=45_000))
    assert application_messages(run) == [
        ("P1", "P2", 10_000, 15_000, {"token": 1}),
        ("P2", "P3", 25_000, 30_000, {"token": 1}),
        ("P3", "P1", 40_000, 45_000, {"token": 1}),
    ]
    assert run.states_at(run.trace.row_count) == [{"token": 1}, {"token": 0}, {"token": 0}]


def test_that_the_scenario_says_who_has_it_first():
    holder = (Process("P1"), Process("P2", {"token": 1}), Process("P3", {"name": "Eve"}))
    scenario = replace(token(ring_of(3)), processes=holder)
    run = simulate(scenario)
    assert run.states_at(0) == [{"token": 0}, {"token": 1}, {"token": 0, "name": "Eve"}]
    assert application_messages(run)[0][:3] == ("P2", "P3", 10_000)


def test_that_every_holder_holds_it_for_an_interval():
    run = simulate(token(mesh(4, delay=Fixed(3_000)), 4, Fixed(7_000)))
    sent = [m[2] for m in application_messages(run)]
    assert [after - before for before, after in pairwise(sent)] == [10_000] * (len(sent) - 1)
    assert {m[1] for m in application_messages(run)} == {"P1", "P2", "P3", "P4"}


@pytest.mark.parametrize("channels", [(), (Channel("P2", "P1"),)])
def test_that_a_holder_without_a_way_out_keeps_it(channels):
    run = simulate(token(channels, 2))
    assert run.trace.row_count == 0
    assert run.states_at(0) == [{"token": 1}, {"token": 0}]


def test_that_a_token_is_stuck_where_it_cannot_leave():
    run = simulate(token((Channel("P1", "P2", delay=Fixed(1)),), 2))
    assert [kind for kind, *_ in rows(run)] == ["SEND", "RECEIVE"]


def test_that_only_the_holder_can_send_it():
    script = sends(1_000, source="P2", target="P1", payload={"token": 1})
    run = simulate(token(mesh(2), 2, script=script, duration_us=5_000))
    assert [kind for kind, *_ in rows(run)] == ["REFUSED"]
    assert run.trace.notes[0].data == {"to": "P1", "payload": {"token": 1}}


def test_that_a_token_sent_by_the_script_is_not_sent_again():
    script = sends(4_000, payload={"token": 1})
    run = simulate(token(mesh(2, delay=Fixed(20_000)), 2, script=script, duration_us=33_999))
    assert [kind for kind, *_ in rows(run)] == ["SEND", "RECEIVE"]
    assert_there_is_one_token(run)


def test_that_nobody_can_change_the_token_through_a_run():
    scenario = token(ring_of(3), duration_us=45_000)
    run = simulate(scenario)
    before = application_messages(run)
    run.trace.message_payload(0)["token"] = 9
    run.message(0).payload["token"] = 9
    assert application_messages(run) == before
    assert application_messages(simulate(scenario)) == before


def test_that_going_on_from_a_keyframe_draws_on_where_it_stopped(monkeypatch):
    keep_many_keyframes(monkeypatch)
    frames, original = [], resume.resume
    monkeypatch.setattr(resume, "resume", lambda *a: (frames.append(a[2]), original(*a)))
    scenario = token(mesh(4, fifo=False), 4, duration_us=4_000_000)
    late = replace(scenario, script=sends(3_000_000, payload={"text": "late"}))
    run = simulate(late, earlier=simulate(scenario))
    assert frames and frames[0].rows > 60
    assert run.digest == simulate(late).digest
