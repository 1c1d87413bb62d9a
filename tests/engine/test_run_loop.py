"""The whole run loop against a plain model that sorts tuples."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Fixed, SetChannel, TraceValues, Uniform
from snapviz.simulation import simulate
from tests.engine.plain import PlainRun
from tests.engine.strategies import scenarios, times
from tests.engine.worlds import BOUNCY, bank, draw_little_ahead, snapshots


def assert_equals_the_plain_run(scenario, until_us=None):
    run, plain = simulate(scenario, until_us), PlainRun(scenario, until_us)
    trace = run.trace
    notes = [(kind, time, process, data) for kind, time, process, data in trace.notes]
    found = []
    for kind, time, process, ref in zip(
        trace.row_kind.tolist(),
        trace.row_time.tolist(),
        trace.row_process.tolist(),
        trace.row_ref.tolist(),
        strict=True,
    ):
        is_note = RowKind.INTERNAL <= kind <= RowKind.SET_CHANNEL
        what = notes[ref][3] if is_note else ref
        found.append((RowKind(kind).name, time, process, what))
    assert found == plain.rows
    assert_messages_agree(trace, plain)
    assert [tuple(record) for record in trace.records] == plain.records
    assert by_snapshot(trace.channel_records) == by_snapshot(plain.channel_records)
    assert [(s.started_us, s.completed_us) for s in trace.snapshots] == [
        (s["started"], s["completed"]) for s in plain.snapshots
    ]
    for rows, states in enumerate(plain.states_after):
        assert run.states_at(rows) == states


def by_snapshot(records):
    """What each snapshot recorded in the order it did; the order among them means nothing."""
    return sorted((tuple(record) for record in records), key=lambda record: record[0])


def assert_messages_agree(trace, plain):
    assert trace.message_channel.tolist() == [m.channel for m in plain.messages]
    assert trace.message_sent.tolist() == [m.sent for m in plain.messages]
    assert trace.message_due.tolist() == [m.due for m in plain.messages]
    assert trace.message_copy_of.tolist() == [m.copy_of for m in plain.messages]
    assert trace.message_lost.tolist() == [m.due < 0 for m in plain.messages]
    for number, message in enumerate(plain.messages):
        if message.snapshot is None:
            assert trace.message_payload(number) == message.payload
            assert trace.message_snapshot[number] == -1
        else:
            assert trace.message_snapshot[number] == message.snapshot


@settings(max_examples=120)
@given(scenarios())
def test_that_a_run_equals_the_plain_run(scenario):
    assert_equals_the_plain_run(scenario)


@settings(max_examples=80)
@given(scenarios())
def test_that_a_run_that_draws_little_ahead_equals_the_plain_run(scenario):
    with pytest.MonkeyPatch.context() as patch:
        draw_little_ahead(patch)
        assert_equals_the_plain_run(scenario)


@pytest.mark.parametrize("delay", [BOUNCY, Fixed(7_000), TraceValues((9_000, 1, 5_000))], ids=repr)
def test_that_it_is_the_same_run_however_far_ahead_is_drawn(delay, monkeypatch):
    scenario = bank(4, 6_000_000, fifo=False, delay=delay)
    changed = SetChannel(2_500_000, "P2", "P3", delay=Uniform(1, 90_000))
    scenario = replace(scenario, script=(*snapshots(1_000_000), changed))
    run = simulate(scenario)
    assert run.message_counts["sent"] > 2_000
    draw_little_ahead(monkeypatch)
    assert simulate(scenario).digest == run.digest


@settings(max_examples=30)
@given(scenarios(), times)
def test_that_a_run_until_some_instant_equals_the_plain_run(scenario, until_us):
    assert_equals_the_plain_run(scenario, until_us)


@pytest.mark.deep
@settings(max_examples=1500)
@given(scenarios(most_processes=6))
def test_that_many_runs_equal_the_plain_run(scenario):
    assert_equals_the_plain_run(scenario)
