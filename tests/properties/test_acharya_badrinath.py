"""Acharya-Badrinath: right on channels of any order, for causal delivery is part of it."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.causality.delivery import overtaken
from snapviz.protocols.snapshots.acharya_badrinath import AcharyaBadrinath
from snapviz.scenario.model import Uniform
from snapviz.simulation import with_protocol
from tests.engine.worlds import bank, snapshots
from tests.properties.captures import assert_all_are_right, faults, hops, run_under
from tests.properties.strategies import unsteady, with_snapshots

on_fifo = with_snapshots(fifo=True, most=12, chances=(0.0, 0.3))
out_of_order = with_snapshots(fifo=False, most=12, delay=unsteady, chances=(0.0, 0.0, 0.3))
busy = replace(
    bank(3, 500_000, fifo=False, delay=Uniform(1_000, 90_000)), script=snapshots(100_000)
)


class WithoutOrder(AcharyaBadrinath):
    """Everything is handed over as it comes."""

    def may_deliver(self, channel, message, data):
        return True

    def may_deliver_routed(self, snapshot, sender, body):
        return True


def there_and_back_by_hops(scenario, snapshot) -> int:
    there = hops(scenario, snapshot.initiator)
    back = [hops(scenario, process)[snapshot.initiator] for process in there]
    return sum(there.values()) + sum(back)


def assert_right_in_causal_order(scenario) -> None:
    run = assert_all_are_right(scenario, AcharyaBadrinath.NAME, there_and_back_by_hops)
    assert not overtaken(run.computation)
    for snapshot in run.snapshots:
        assert snapshot.cost.logical_messages == 2 * (len(scenario.processes) - 1)


@settings(max_examples=80)
@given(on_fifo | out_of_order)
def test_that_every_snapshot_is_right(scenario):
    assert_right_in_causal_order(scenario)


@pytest.mark.deep
@settings(max_examples=1800)
@given(on_fifo | out_of_order)
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_right_in_causal_order(scenario)


def test_that_without_causal_delivery_a_search_finds_wrong_snapshots_of_each_kind():
    found = Counter()
    for seed in range(20):
        scenario = with_protocol(replace(busy, seed=seed), AcharyaBadrinath.NAME)
        assert not +faults(scenario)
        found += faults(scenario, WithoutOrder)
        assert overtaken(run_under(scenario, WithoutOrder).computation)
    assert found["orphans"] > 5 and found["missing"] > 5
