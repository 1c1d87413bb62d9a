"""Chandy-Lamport where messages overtake: the verdict says exactly what is wrong."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.run import Run, Snapshot
from snapviz.scenario.model import Scenario, Uniform
from snapviz.simulation import simulate
from tests.engine.worlds import bank, snapshots
from tests.properties.oracle import History
from tests.properties.strategies import unsteady, with_snapshots

out_of_order = with_snapshots(
    fifo=False, most=6, delay=unsteady, chances=(0.0, 0.3), losses=(0.0, 0.0, 0.1)
)


def assert_verdicts_agree(scenario: Scenario, found: Counter | None = None) -> None:
    run = simulate(scenario)
    history = History(run)
    for snapshot in run.snapshots:
        if len(snapshot.processes) < len(run.trace.process_ids) or snapshot.status != "complete":
            assert snapshot.status == "recording" and snapshot.verdict is None
            continue
        truth = history.truth(snapshot.number)
        assert_verdict_is(run, snapshot, truth)
        if found is not None:
            verdict = snapshot.verdict
            found.update(name for name in ("orphans", "missing", "extra") if getattr(verdict, name))
            found["lost"] += bool(snapshot.lost)
            found["consistent" if verdict.consistent else "inconsistent"] += 1


def assert_verdict_is(run: Run, snapshot: Snapshot, truth) -> None:
    verdict = snapshot.verdict
    in_transit = Counter(m for found in truth.in_transit.values() for m in found)
    recorded = Counter(m.message for found in snapshot.channels.values() for m in found)
    assert list(verdict.orphans) == truth.orphans
    assert list(verdict.missing) == sorted((in_transit - recorded).elements())
    assert list(verdict.extra) == sorted((recorded - in_transit).elements())
    assert list(snapshot.lost) == truth.lost
    assert verdict.consistent == (not truth.orphans) == is_closed(snapshot)
    for pid, process in snapshot.processes.items():
        assert process.vector_clock == truth.vector_clock[pid]
        assert process.state == truth.states[pid]
    field, holding = (
        ("token", "token") if run.scenario.workload.kind == "token" else ("amount", "balance")
    )
    payload = run.trace.message_payload
    start = sum(state[holding] for state in run.initial_states)
    assert verdict.expected == start - sum(payload(m).get(field, 0) for m in truth.lost)
    carried = sum(payload(m).get(field, 0) for m in recorded.elements())
    assert verdict.recorded == carried + sum(s[holding] for s in truth.states.values())


def is_closed(snapshot: Snapshot) -> bool:
    return all(
        own.vector_clock.get(pid, 0) >= other.vector_clock.get(pid, 0)
        for pid, own in snapshot.processes.items()
        for other in snapshot.processes.values()
    )


def test_that_every_verdict_agrees_with_the_second_oracle():
    found = Counter()

    @settings(max_examples=150)
    @given(out_of_order)
    def check(scenario):
        assert_verdicts_agree(scenario, found)

    check()
    assert min(found[name] for name in ("consistent", "inconsistent", "missing", "extra")) > 5
    assert found["lost"]


@pytest.mark.deep
@settings(max_examples=1200)
@given(out_of_order)
def test_that_every_verdict_of_many_runs_agrees_with_the_second_oracle(scenario):
    assert_verdicts_agree(scenario)


def test_that_a_search_over_seeds_finds_guilty_messages_and_names_them():
    base = replace(
        bank(3, 400_000, fifo=False, delay=Uniform(1_000, 90_000)),
        script=snapshots(150_000),
    )
    guilty = 0
    for seed in range(60):
        run = simulate(replace(base, seed=seed))
        snapshot = run.snapshots[0]
        if snapshot.verdict is None or snapshot.verdict.consistent:
            continue
        recorded_at = {pid: process.recorded_us for pid, process in snapshot.processes.items()}
        for number in snapshot.verdict.orphans:
            message = run.message(number)
            ends = run.trace.channel_ends[run.trace.message_channel[number]]
            source, target = (run.trace.process_ids[end] for end in ends)
            assert message.sent_us >= recorded_at[source]
            assert message.received_us <= recorded_at[target]
            guilty += 1
    assert guilty > 10
