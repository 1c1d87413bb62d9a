"""Spezialetti-Kearns: snapshots at the same time share one cut, which is right on FIFO."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.protocols.snapshots.spezialetti_kearns import SpezialettiKearns
from snapviz.scenario.model import TakeSnapshot, Uniform
from snapviz.simulation import with_protocol
from tests.engine.worlds import bank
from tests.properties.captures import assert_all_are_right, faults, hops
from tests.properties.strategies import unsteady, with_snapshots


def both_ways(scenario):
    """The scenario with a channel back for every channel."""
    ends = scenario.channel_index()
    back = tuple(
        replace(channel, source=channel.target, target=channel.source)
        for channel in scenario.channels
        if (channel.target, channel.source) not in ends
    )
    return replace(scenario, channels=scenario.channels + back)


on_fifo = with_snapshots(fifo=True, most=12, chances=(0.0, 0.0, 0.4)).map(both_ways)
out_of_order = with_snapshots(fifo=False, most=5, delay=unsteady).map(both_ways)
one_way = with_snapshots(fifo=True, most=6)


def cuts_of(run) -> list[list]:
    """The snapshots of each cut: they have recorded the very same states."""
    found: dict[tuple, list] = {}
    for snapshot in run.snapshots:
        found.setdefault(tuple(record.row for record in snapshot.records), []).append(snapshot)
    return list(found.values())


def assert_right_and_shared(scenario) -> int:
    run = assert_all_are_right(
        scenario, SpezialettiKearns.NAME, lambda _, snapshot: snapshot.cost.control_messages
    )
    cuts = cuts_of(run)
    for cut in cuts:
        initiators = [snapshot.initiator for snapshot in cut]
        distances = [hops(scenario, a)[b] for a in initiators for b in initiators if a != b]
        trees = 2 * (len(scenario.processes) - len(cut))
        logical = sum(snapshot.cost.logical_messages for snapshot in cut)
        assert logical == len(scenario.channels) + trees + len(distances)
        hopped = sum(snapshot.cost.control_messages for snapshot in cut)
        assert hopped == len(scenario.channels) + trees + sum(distances)
        assert all(snapshot.channels == cut[0].channels for snapshot in cut)
    return max(map(len, cuts))


def test_that_every_snapshot_is_right():
    shared = Counter()

    @settings(max_examples=100)
    @given(on_fifo)
    def check(scenario):
        shared[assert_right_and_shared(scenario)] += 1

    check()
    assert shared[2] > 5


@pytest.mark.deep
@settings(max_examples=1800)
@given(on_fifo)
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_right_and_shared(scenario)


@settings(max_examples=60)
@given(out_of_order | one_way)
def test_that_nothing_breaks_down_where_its_assumptions_do_not_hold(scenario):
    faults(with_protocol(scenario, SpezialettiKearns.NAME))


def test_that_where_markers_are_overtaken_a_search_finds_orphans():
    found = Counter()
    for seed in range(20):
        scenario = replace(
            bank(3, 500_000, fifo=False, delay=Uniform(1_000, 90_000)),
            script=(TakeSnapshot(100_000, SpezialettiKearns.NAME, "P1"),),
            seed=seed,
        )
        found += faults(scenario)
        in_order = tuple(replace(channel, fifo=True) for channel in scenario.channels)
        assert not +faults(replace(scenario, channels=in_order))
    assert found["orphans"] > 5
