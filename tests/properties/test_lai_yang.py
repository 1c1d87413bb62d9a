"""Lai-Yang: right on channels of any order, for the colours tell what belongs to the cut."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.protocols.snapshots.lai_yang import LaiYang
from snapviz.simulation import with_protocol
from tests.properties.any_order import assert_all_are_right, busy, in_any_order, three_each_by_hops
from tests.properties.captures import faults


class Colourblind(LaiYang):
    """Handles red messages as if they were white; so the counts tell nothing, and it uses none."""

    def on_arrival(self, channel, message, data):
        super().on_arrival(channel, message, ())

    def _finish_if_all_are_here(self, snapshot):
        part = self.parts[snapshot]
        if part.expected is not None:
            part.expected = part.received
        super()._finish_if_all_are_here(snapshot)


def assert_right_by_colours(scenario) -> None:
    run = assert_all_are_right(scenario, LaiYang.NAME, three_each_by_hops)
    for snapshot in run.snapshots:
        assert snapshot.cost.logical_messages == 3 * (len(scenario.processes) - 1)


@settings(max_examples=100)
@given(in_any_order)
def test_that_every_snapshot_is_right(scenario):
    assert_right_by_colours(scenario)


@pytest.mark.deep
@settings(max_examples=1800)
@given(in_any_order)
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_right_by_colours(scenario)


def test_that_without_the_colours_a_search_finds_orphans():
    found = Counter()
    for seed in range(20):
        scenario = with_protocol(replace(busy, seed=seed), LaiYang.NAME)
        assert not +faults(scenario)
        found += faults(scenario, Colourblind)
    assert found["orphans"] > 5
