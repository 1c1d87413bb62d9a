"""Vector clock assembly: the latest local states that go together, in any order."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.causality.cuts import is_consistent, nearest_consistent
from snapviz.protocols.snapshots.vector_clock import VectorClock
from snapviz.simulation import with_protocol
from tests.properties.any_order import (
    assert_all_are_right,
    busy,
    in_any_order,
    three_each_by_hops,
)
from tests.properties.captures import faults, run_under


class Stubborn(VectorClock):
    """Keeps the states saved at the request, whether they go together or not."""

    def _answer(self, snapshot):
        known = super()._answer(snapshot)
        self.kept = self.saved[-1]
        return known

    def _assemble(self, snapshot, line):
        self.saved = [self.kept._replace(vector=line)]
        super()._assemble(snapshot, line)


def assert_right_by_vectors(scenario) -> None:
    run = assert_all_are_right(scenario, VectorClock.NAME, three_each_by_hops)
    for snapshot in run.snapshots:
        assert snapshot.cost.logical_messages == 3 * (len(scenario.processes) - 1)
        recorded = [saved.recorded_us for saved in snapshot.processes.values()]
        assert snapshot.started_us <= min(recorded) <= max(recorded) <= snapshot.completed_us


@settings(max_examples=100)
@given(in_any_order)
def test_that_every_snapshot_is_right(scenario):
    assert_right_by_vectors(scenario)


@pytest.mark.deep
@settings(max_examples=1800)
@given(in_any_order)
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_right_by_vectors(scenario)


def test_that_without_walking_back_a_search_finds_orphans():
    found = Counter()
    for seed in range(20):
        scenario = with_protocol(replace(busy, seed=seed), VectorClock.NAME)
        assert not +faults(scenario)
        found += faults(scenario, Stubborn)
    assert found["orphans"] > 5


def test_that_the_set_is_the_latest_consistent_one_within_the_states_requested():
    walked = 0
    for seed in range(30):
        scenario = with_protocol(replace(busy, seed=seed), VectorClock.NAME)
        (asked,) = run_under(scenario, Stubborn).snapshots
        run = run_under(scenario)
        (snapshot,) = run.snapshots
        assert snapshot.cut.tolist() == nearest_consistent(run.computation, asked.cut).tolist()
        walked += not is_consistent(run.computation, asked.cut)
    assert walked > 10
