"""Hybrid logical clock cut: right however far the clocks are apart, in any order."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.protocols.snapshots.hybrid_logical_clock import NEVER, HybridLogicalClock
from snapviz.scenario.model import Clock, SetClock
from snapviz.simulation import with_protocol
from tests.properties.any_order import assert_all_are_right, busy, in_any_order, three_each_by_hops
from tests.properties.captures import faults
from tests.properties.strategies import moments

# From in step to far apart, and from standing still to twice as fast.
offsets = st.one_of(st.just(0), st.integers(-300, 300), st.integers(-900_000, 900_000))
clocks = st.builds(Clock, offsets, st.sampled_from([0, 0, 5_000_000, -(10**9) + 1, 10**9]))
settings_of_clocks = st.tuples(moments, st.integers(0, 11), offsets)


@st.composite
def with_clocks(draw):
    """Clocks that differ, and some that are set meanwhile, also back."""
    scenario = draw(in_any_order)
    processes = tuple(replace(p, clock=draw(clocks)) for p in scenario.processes)
    changes = tuple(
        SetClock(at, processes[place % len(processes)].id, offset_us=offset)
        for at, place, offset in draw(st.lists(settings_of_clocks, max_size=2))
    )
    return replace(scenario, processes=processes, script=scenario.script + changes)


class Deaf(HybridLogicalClock):
    """Stamps by its own clock alone."""

    def _advance(self, heard=NEVER):
        super()._advance()


def assert_right_by_stamps(scenario) -> None:
    run = assert_all_are_right(scenario, HybridLogicalClock.NAME, three_each_by_hops)
    for snapshot in run.snapshots:
        assert snapshot.cost.logical_messages == 3 * (len(scenario.processes) - 1)
        recorded = [saved.recorded_us for saved in snapshot.processes.values()]
        assert snapshot.started_us <= min(recorded) <= max(recorded) <= snapshot.completed_us


@settings(max_examples=80)
@given(with_clocks())
def test_that_every_snapshot_is_right(scenario):
    assert_right_by_stamps(scenario)


@pytest.mark.deep
@settings(max_examples=1800)
@given(with_clocks())
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_right_by_stamps(scenario)


def test_that_clocks_that_hear_of_no_other_give_wrong_snapshots():
    found = Counter()
    ahead = tuple(
        replace(process, clock=Clock(40_000 * number))
        for number, process in enumerate(busy.processes)
    )
    for seed in range(20):
        scenario = with_protocol(replace(busy, processes=ahead, seed=seed), HybridLogicalClock.NAME)
        assert not +faults(scenario)
        found += faults(scenario, Deaf)
    assert found["orphans"] > 5
