"""Snapshots on channels of any order: is each complete and right, and what did it cost?"""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from snapviz.run import Run, Snapshot
from snapviz.scenario.model import Scenario, Uniform
from snapviz.simulation import with_protocol
from tests.engine.worlds import bank, snapshots
from tests.properties.captures import Expected, hops, run_to_completion
from tests.properties.oracle import History
from tests.properties.strategies import unsteady, with_snapshots
from tests.properties.test_snapshots_on_fifo import (
    assert_cut_is_closed,
    assert_recorded_what_is_true,
)

in_any_order = with_snapshots(fifo=False, most=12, delay=unsteady, chances=(0.0, 0.0, 0.3))
busy = replace(
    bank(3, 500_000, fifo=False, delay=Uniform(1_000, 90_000)), script=snapshots(100_000)
)


def assert_all_are_right(scenario: Scenario, protocol: str, expected: Expected) -> Run:
    """Complete, consistent, conserved, equal to the second oracle, for the expected price."""
    scenario = with_protocol(scenario, protocol)
    run = run_to_completion(scenario)
    history = History(run)
    assert len(run.snapshots) == sum(a.ACTION == "snapshot" for a in scenario.script)
    for snapshot in run.snapshots:
        assert snapshot.status == "complete"
        assert snapshot.verdict.sound
        truth = history.truth(snapshot.number)
        assert_recorded_what_is_true(run, _in_order_sent(snapshot), truth)
        assert_cut_is_closed(snapshot)
        assert snapshot.cost.control_messages == expected(scenario, snapshot)
    return run


def _in_order_sent(snapshot: Snapshot) -> Snapshot:
    """Messages are recorded as they come, which here is not the order they were sent."""
    ordered = copy(snapshot)
    ordered.channels = {
        ends: sorted(messages, key=lambda message: message.message)
        for ends, messages in snapshot.channels.items()
    }
    return ordered


def three_each_by_hops(scenario: Scenario, snapshot: Snapshot) -> int:
    """To everybody, back, and once more to everybody."""
    there = hops(scenario, snapshot.initiator)
    back = [hops(scenario, process)[snapshot.initiator] for process in there]
    return 2 * sum(there.values()) + sum(back)
