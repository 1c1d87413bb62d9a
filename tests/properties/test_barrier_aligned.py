"""Aligned barriers: right without cycles, channels empty; on a cycle never complete, never wrong."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.scenario.model import Uniform
from snapviz.simulation import with_protocol
from snapviz.study.shape import circle
from tests.engine.worlds import bank, snapshots
from tests.properties.captures import assert_all_are_right, faults, rooted, run_under
from tests.properties.strategies import with_snapshots

NAME = "barrier-aligned"
acyclic = rooted(chances=(0.0, 0.4))
cyclic = with_snapshots(fifo=True, most=12)


def one_on_every_channel(scenario, snapshot) -> int:
    return len(scenario.channels)


def assert_right_with_empty_channels(scenario) -> None:
    run = assert_all_are_right(scenario, NAME, one_on_every_channel)
    assert all(snapshot.channels == {} for snapshot in run.snapshots)


def assert_waits_on_a_cycle(scenario) -> None:
    run = run_under(with_protocol(scenario, NAME))
    on_cycles = set(circle(scenario))
    for snapshot in run.snapshots:
        assert (snapshot.status, snapshot.verdict) == ("recording", None)
        assert not on_cycles & set(snapshot.processes)
        awaited = {w.process for w in run.trace.outstanding if w.snapshot == snapshot.number}
        assert {run.trace.process_ids[process] for process in awaited} >= on_cycles


@settings(max_examples=120)
@given(acyclic)
def test_that_every_snapshot_without_cycles_is_right(scenario):
    assert_right_with_empty_channels(scenario)


@settings(max_examples=40)
@given(cyclic)
def test_that_no_snapshot_on_a_cycle_completes(scenario):
    assert_waits_on_a_cycle(scenario)


@pytest.mark.deep
@settings(max_examples=2000)
@given(acyclic)
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_right_with_empty_channels(scenario)


@pytest.mark.deep
@settings(max_examples=300)
@given(cyclic)
def test_that_no_snapshot_on_many_cycles_completes(scenario):
    assert_waits_on_a_cycle(scenario)


def test_that_out_of_order_a_search_finds_wrong_snapshots_of_each_kind():
    mesh = bank(3, 300_000, fifo=False, delay=Uniform(1_000, 90_000))
    downhill = tuple(c for c in mesh.channels if c.source < c.target)
    base = replace(mesh, channels=downhill, script=snapshots(100_000))
    found = Counter()
    for seed in range(20):
        found += faults(with_protocol(replace(base, seed=seed), NAME))
    assert found["orphans"] > 5 and found["missing"] > 5
