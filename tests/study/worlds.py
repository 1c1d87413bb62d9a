"""Scenarios and tiny protocols for questions over whole runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz import documents
from snapviz.engine.hooks import SnapshotProtocol
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario import ScenarioError
from snapviz.scenario.model import Scenario, TakeSnapshot, Uniform
from snapviz.scenario.problems import Problem
from tests.engine.worlds import bank

AT_US = 150_000


class Poll(SnapshotProtocol):
    """The initiator asks its neighbours, who record at once; nobody looks at the channels."""

    NAME = "poll"
    ASSUMES = ("quiet",)

    def on_initiate(self, snapshot):
        self.context.record_state(snapshot)
        self.context.finish_part(snapshot)
        for channel in self.context.outgoing:
            self.context.send_control(channel, snapshot)

    def on_control(self, snapshot, channel, body):
        self.context.record_state(snapshot)
        self.context.finish_part(snapshot)


class Asleep(SnapshotProtocol):
    """Never gets anywhere."""

    NAME = "asleep"
    ASSUMES = ("reachable", "patience")


class Choosy(SnapshotProtocol):
    """Refuses every system with more than two processes."""

    NAME = "choosy"
    ASSUMES = ("acyclic",)

    def __init__(self, context):
        super().__init__(context)
        if context.process > 1:
            raise ScenarioError([Problem("processes", "choosy wants two at most")])

    def on_initiate(self, snapshot):
        self.context.record_state(snapshot)


def with_protocols(patch: pytest.MonkeyPatch, *protocols: type[SnapshotProtocol]) -> None:
    """Let the registry know these too, and nothing remember it."""
    patch.setattr(documents, "catalogue", documents.catalogue.__wrapped__)
    for protocol in protocols:
        patch.setitem(SNAPSHOT_PROTOCOLS, protocol.NAME, protocol)


def busy(count: int = 4, fifo: bool = True, snapshots: int = 1, **settings) -> Scenario:
    """A mesh of banks with much traffic, so that markers are overtaken where they can be."""
    made = bank(count, 400_000, fifo=fifo, **({"delay": Uniform(1_000, 60_000)} | settings))
    script = tuple(
        TakeSnapshot(AT_US + 20_000 * turn, initiator=f"P{turn + 1}") for turn in range(snapshots)
    )
    return replace(made, script=script, title="Busy banks")
