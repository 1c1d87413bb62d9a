"""Control messages over several hops."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from snapviz.engine.channels import Channels
from snapviz.engine.hooks import SnapshotProtocol
from snapviz.engine.routes import Routes
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import Channel, Fixed, Scenario, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.strategies import some_channels
from tests.engine.worlds import processes, rows

CHAIN = tuple(Channel(f"P{i}", f"P{i + 1}", delay=Fixed(10_000)) for i in range(1, 5))
BACK = tuple(Channel(f"P{i + 1}", f"P{i}", delay=Fixed(10_000)) for i in range(1, 5))


class Calling(SnapshotProtocol):
    """The initiator calls the last process, which answers."""

    NAME = "calling"
    IDLE_UNTIL_USED = True

    def __init__(self, context):
        super().__init__(context)
        self.heard = []

    def on_initiate(self, snapshot):
        self.context.send_to(self.context.processes[-1], snapshot, "hello")

    def on_routed(self, snapshot, sender, body):
        self.context.record_state(snapshot)
        if body == "hello":
            self.context.send_to(sender, snapshot, "and to you")


@pytest.fixture(autouse=True)
def calling(monkeypatch):
    monkeypatch.setitem(SNAPSHOT_PROTOCOLS, Calling.NAME, Calling)


def called(*channels, initiator="P1"):
    script = (TakeSnapshot(0, "calling", initiator),)
    return simulate(Scenario(processes(5), channels, script=script))


@given(some_channels([f"P{i}" for i in range(1, 7)]), st.integers(0, 5))
def test_that_every_path_has_the_fewest_channels(channels, target):
    scenario = Scenario(processes(6), channels)
    of_run = Channels(scenario)
    routes, graph = Routes(of_run), nx.DiGraph(list(of_run.links))
    graph.add_nodes_from(range(6))
    away = nx.single_target_shortest_path_length(graph, target)
    away = dict(away)
    for process in range(6):
        assert routes.exists(process, target) == (process in away)
        steps, at = 0, process
        while at != target and process in away:
            channel = routes.next_channel(at, target)
            closer = [
                c for c in of_run.outgoing[at] if away.get(of_run.links[c].target) == away[at] - 1
            ]
            assert channel == min(closer)
            at, steps = of_run.links[channel].target, steps + 1
        assert steps == away.get(process, 0)


def test_that_every_hop_is_a_control_message_and_counted():
    run = called(*CHAIN, *BACK)
    arrivals = [(time, place) for kind, time, place, _ in rows(run) if kind == "CONTROL"]
    there = [(10_000, "P2"), (20_000, "P3"), (30_000, "P4"), (40_000, "P5")]
    back = [(50_000, "P4"), (60_000, "P3"), (70_000, "P2"), (80_000, "P1")]
    assert arrivals == there + back
    cost = run.snapshots[0].cost
    assert (cost.control_messages, cost.logical_messages) == (8, 2)
    assert run.message_counts["control"] == 8


def test_that_only_the_ends_of_the_way_hear_of_it():
    assert list(called(*CHAIN, *BACK).snapshots[0].processes) == ["P1", "P5"]


def test_that_a_snapshot_fails_in_words_where_no_path_leads():
    run = called(*CHAIN)
    snapshot = run.snapshots[0]
    assert (snapshot.status, snapshot.verdict) == ("failed", None)
    assert snapshot.reason == "P5 cannot reach P1: no path of channels leads there"
    assert snapshot.failure == ("unreachable", ("P5", "P1"))
    assert snapshot.cost.control_messages == 4


def test_that_a_direct_channel_is_taken_where_there_is_one():
    direct = Channel("P1", "P5", delay=Fixed(90_000))
    run = called(*CHAIN, direct, Channel("P5", "P1"))
    assert run.snapshots[0].cost.control_messages == 2


def test_that_a_duplicated_hop_goes_on_once():
    channels = [replace(channel, duplication=1.0) for channel in (*CHAIN, *BACK)]
    run = called(*channels)
    assert run.snapshots[0].cost.control_messages == 8
    assert len(run.trace.records) == 2


def test_that_nobody_sends_a_message_to_oneself():
    with pytest.raises(ValueError, match="to itself"):
        called(*CHAIN, initiator="P5")
