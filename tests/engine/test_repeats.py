"""Actions that repeat: when, how often, and in which order with the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.engine.script import occurrences
from snapviz.scenario import ScenarioError, decode
from snapviz.scenario.model import Internal, SyncClocks, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import bank


def times(*script, until_us=100_000):
    return [(turn.at_us, turn.order, turn.nth) for turn in occurrences(script, until_us)]


def test_that_an_action_repeats_to_the_end_of_the_run_its_last_instant_included():
    action = TakeSnapshot(10_000, initiator="P1", every_us=30_000)
    assert times(action) == [(10_000, 0, 0), (40_000, 0, 1), (70_000, 0, 2), (100_000, 0, 3)]


def test_that_it_happens_so_many_times_in_all_and_at_least_once():
    action = TakeSnapshot(10_000, initiator="P1", every_us=30_000, times=2)
    assert len(times(action)) == 2
    assert times(action, until_us=0) == [(10_000, 0, 0)]
    assert len(times(replace(action, every_us=1, times=None), until_us=10**9)) == 10_000


def test_that_file_order_holds_at_one_instant():
    script = (
        Internal(40_000, "P1"),
        TakeSnapshot(10_000, initiator="P1", every_us=30_000, times=2),
        Internal(40_000, "P2"),
        SyncClocks(40_000),
    )
    assert times(*script) == [
        (10_000, 0, 0), (40_000, 1, 0), (40_000, 0, 1), (40_000, 2, 0), (40_000, 3, 0),
    ]  # fmt: skip


def test_that_every_start_is_a_snapshot_of_its_action():
    script = (
        TakeSnapshot(50_000, initiator="P2"),
        TakeSnapshot(10_000, initiator="P1", every_us=100_000),
    )
    run = simulate(replace(bank(3), script=script))
    assert [s.started_us for s in run.snapshots] == [
        10_000, 50_000, 110_000, 210_000, 310_000, 410_000, 510_000,
    ]  # fmt: skip
    assert [s.id for s in run.snapshots] == [f"S{number}" for number in range(1, 8)]
    assert [s.action for s in run.snapshots] == [1, 0, 1, 1, 1, 1, 1]
    assert [s.initiator for s in run.snapshots[:2]] == ["P1", "P2"]
    assert len(run.trace.action_spans) == 2
    assert all(s.verdict.sound for s in run.snapshots if s.status == "complete")


def test_that_the_time_on_the_clocks_moves_on_as_well():
    action = TakeSnapshot(0, "global-clock", at_local_us=100_000, every_us=150_000, times=3)
    run = simulate(replace(bank(3), script=(action,)))
    found = [next(iter(s.processes.values())).recorded_us for s in run.snapshots]
    assert found == [100_000, 250_000, 400_000]


def test_that_times_without_every_ms_is_refused():
    text = """{"format": "snapviz/scenario", "version": 1, "processes": [{"id": "P1"}], "script": [
    {"at_ms": 1, "action": "snapshot", "initiator": "P1", "times": 3},
    {"at_ms": 1, "action": "sync-clocks", "times": 3}]}"""
    with pytest.raises(ScenarioError) as refused:
        decode(text)
    assert [problem.path for problem in refused.value.problems] == [
        "script[0].times",
        "script[1].times",
    ]
