"""Chandy-Lamport on FIFO channels: every snapshot is right, on every run."""

import pytest
from hypothesis import given, settings

from snapviz.run import Run, Snapshot
from snapviz.scenario.model import Scenario
from snapviz.simulation import simulate
from tests.properties.oracle import History, Truth
from tests.properties.strategies import with_snapshots

# A duplicated marker or message must change nothing.
on_fifo = with_snapshots(fifo=True, most=12, chances=(0.0, 0.0, 0.4))


def assert_every_snapshot_is_right(scenario: Scenario) -> None:
    run = simulate(scenario)
    history = History(run)
    assert len(run.snapshots) == sum(a.ACTION == "snapshot" for a in scenario.script)
    for snapshot in run.snapshots:
        assert snapshot.status == "complete"
        assert snapshot.verdict.sound
        assert_recorded_what_is_true(run, snapshot, history.truth(snapshot.number))
        assert_cut_is_closed(snapshot)
        assert snapshot.cost.control_messages == len(scenario.channels)


def assert_recorded_what_is_true(run: Run, snapshot: Snapshot, truth: Truth) -> None:
    assert truth.orphans == []
    recorded = {end: [m.message for m in found] for end, found in snapshot.channels.items()}
    assert recorded == truth.in_transit
    for pid, process in snapshot.processes.items():
        assert process.state == truth.states[pid]
        assert process.event_index == truth.event_index[pid]
        assert process.vector_clock == truth.vector_clock[pid]
    for holding, field in (("balance", "amount"), ("token", "token")):
        if all(holding in state for state in run.initial_states):
            carried = [
                m.payload.get(field, 0) for found in snapshot.channels.values() for m in found
            ]
            recorded = sum(state[holding] for state in truth.states.values()) + sum(carried)
            assert recorded == sum(state[holding] for state in run.initial_states)


def assert_cut_is_closed(snapshot: Snapshot) -> None:
    """VT_i[i] >= VT_j[i]: nobody knows more of a process than it knew itself."""
    for pid, own in snapshot.processes.items():
        for other in snapshot.processes.values():
            assert own.vector_clock.get(pid, 0) >= other.vector_clock.get(pid, 0)


@settings(max_examples=150)
@given(on_fifo)
def test_that_every_snapshot_on_fifo_channels_is_right(scenario):
    assert_every_snapshot_is_right(scenario)


@pytest.mark.deep
@settings(max_examples=1800)
@given(on_fifo)
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_every_snapshot_is_right(scenario)
