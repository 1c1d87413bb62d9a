"""What protocols attach: who sees it, when, and how many bytes it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.engine.attachments import size_bytes
from snapviz.engine.hooks import SnapshotProtocol
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import Fixed, TakeSnapshot
from snapviz.simulation import Simulation, simulate
from tests.engine.worlds import pair, sends


class One(SnapshotProtocol):
    """Attaches a count, and writes down what it sees."""

    NAME = "one"
    WORD = 1

    def __init__(self, context):
        super().__init__(context)
        self.seen = []

    def piggyback(self, channel):
        self.seen.append(("asked", channel))
        return [self.WORD, len(self.seen)]

    def on_send(self, channel, message):
        self.seen.append(("sent", message))

    def on_arrival(self, channel, message, data):
        self.seen.append(("arrives", message, data))

    def on_receive(self, channel, message):
        self.seen.append(("received", message))


class Two(One):
    NAME = "two"
    WORD = "zwei"


@pytest.fixture(autouse=True)
def both(monkeypatch):
    for protocol in (One, Two):
        monkeypatch.setitem(SNAPSHOT_PROTOCOLS, protocol.NAME, protocol)


def carrying(*script, **channel):
    starts = (TakeSnapshot(0, "one", "P1"), TakeSnapshot(0, "two", "P1"))
    made = pair(**({"delay": Fixed(10_000)} | channel))
    return replace(made, script=(*starts, *script))


def seen(scenario, protocol):
    simulation = Simulation(scenario)
    simulation.advance()
    return [side.seen for side in simulation._simulator.protocols[protocol]]


def test_that_data_is_asked_for_before_the_send_and_seen_before_the_receipt():
    sender, receiver = seen(carrying(*sends(5_000)), "one")
    assert sender == [("asked", 0), ("sent", 0)]
    assert receiver == [("arrives", 0, [1, 1]), ("received", 0)]


def test_that_each_protocol_sees_its_own():
    scenario = carrying(*sends(5_000, 6_000))
    for protocol, word in (("one", 1), ("two", "zwei")):
        _, receiver = seen(scenario, protocol)
        assert [step[2] for step in receiver if step[0] == "arrives"] == [[word, 1], [word, 3]]
    assert simulate(scenario).trace.riders == ("one", "two")


def test_that_a_refused_transfer_is_not_asked_about():
    sender, _ = seen(carrying(*sends(5_000, payload={"amount": 9_999})), "one")
    assert sender == []


def test_that_a_second_arrival_shows_nothing():
    _, receiver = seen(carrying(*sends(5_000), duplication=1.0), "one")
    assert [step[0] for step in receiver] == ["arrives", "received"]


def test_that_bytes_are_counted_to_the_end_of_the_snapshot_lost_messages_too():
    run = simulate(carrying(*sends(5_000, 6_000), loss=1.0))
    assert [snapshot.cost.piggyback_bytes for snapshot in run.snapshots] == [32, 24]
    nothing = simulate(replace(carrying(), script=carrying().script[:1]))
    assert nothing.snapshots[0].cost.piggyback_bytes == 0


@pytest.mark.parametrize(
    ("value", "size"),
    [
        (None, 0),
        (True, 1),
        (7, 8),
        ("é", 2),
        ([1, [True, None], (2,)], 17),
        ({"P1": 3, "P2": False}, 13),
        ({}, 0),
    ],
)
def test_that_the_size_is_that_of_the_parts(value, size):
    assert size_bytes(value) == size
