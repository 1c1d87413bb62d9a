"""Unaligned barriers: right on every graph of FIFO channels, cycles and all; not out of order."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.scenario.model import Uniform
from snapviz.simulation import with_protocol
from tests.engine.worlds import bank, snapshots
from tests.properties.captures import assert_all_are_right, faults, rooted
from tests.properties.strategies import with_snapshots

NAME = "barrier-unaligned"
cyclic = with_snapshots(fifo=True, most=12, chances=(0.0, 0.0, 0.4))
acyclic = rooted(chances=(0.0, 0.4))


def one_on_every_channel(scenario, snapshot) -> int:
    return len(scenario.channels)


@settings(max_examples=100)
@given(cyclic)
def test_that_every_snapshot_with_cycles_is_right(scenario):
    assert_all_are_right(scenario, NAME, one_on_every_channel)


@settings(max_examples=60)
@given(acyclic)
def test_that_every_snapshot_without_cycles_is_right(scenario):
    run = assert_all_are_right(scenario, NAME, one_on_every_channel)
    assert all(not any(s.cost.blocked_us.values()) for s in run.snapshots)


@pytest.mark.deep
@settings(max_examples=2000)
@given(cyclic | acyclic)
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_all_are_right(scenario, NAME, one_on_every_channel)


def test_that_out_of_order_a_search_finds_wrong_snapshots_of_each_kind():
    base = replace(
        bank(3, 300_000, fifo=False, delay=Uniform(1_000, 90_000)), script=snapshots(100_000)
    )
    found = Counter()
    for seed in range(20):
        found += faults(with_protocol(replace(base, seed=seed), NAME))
    assert found["orphans"] > 5 and found["missing"] > 5
