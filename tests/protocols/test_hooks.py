"""The hooks: what the engine tells a protocol, and when."""

from dataclasses import replace

import pytest

from snapviz.engine.hooks import SnapshotProtocol
from snapviz.engine.simulator import Simulator
from snapviz.engine.trace import RowKind
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS, WORKLOADS
from snapviz.scenario.model import Fixed, Scenario, TakeSnapshot, Workload
from tests.engine.worlds import mesh, processes, sends


class Listening(SnapshotProtocol):
    """Writes down everything it is told."""

    NAME = "listening"

    def __init__(self, context):
        super().__init__(context)
        self.heard = []

    def on_start(self):
        self.heard.append("start")

    def on_initiate(self, snapshot):
        self.heard.append(("initiate", snapshot))

    def on_send(self, channel, message):
        self.heard.append(("send", channel, message))

    def on_receive(self, channel, message):
        self.heard.append(("receive", channel, message))

    def on_control(self, snapshot, channel, body):
        self.heard.append(("control", snapshot, channel, body))


class Answering(Listening):
    """Sends a control message after each application message, on the same channel."""

    def on_send(self, channel, message):
        super().on_send(channel, message)
        self.context.send_control(channel, 0, f"after {message}")


def run_with(protocol, **fields) -> Simulator:
    channels = mesh(2, **({"delay": Fixed(10_000)} | fields.pop("channel", {})))
    script = (TakeSnapshot(0, "listening", "P1"), *fields.pop("script"))
    scenario = Scenario(processes(2), channels, script=script, **fields)
    run = Simulator(scenario, {"listening": protocol}, WORKLOADS)
    run.advance()
    return run


def test_that_each_process_hears_what_happens_there():
    run = run_with(Listening, script=sends(5_000, payload={"amount": 3}))
    heard = [protocol.heard for protocol in run.protocols["listening"]]
    assert heard == [["start", ("initiate", 0), ("send", 0, 0)], ["start", ("receive", 0, 0)]]


def test_that_a_refused_transfer_and_a_second_arrival_are_not_heard_of():
    script = (*sends(0, payload={"amount": 9_999}), *sends(5_000))
    run = run_with(Listening, script=script, channel={"duplication": 1.0})
    heard = [protocol.heard[1:] for protocol in run.protocols["listening"]]
    assert heard == [[("initiate", 0), ("send", 0, 0)], [("receive", 0, 0)]]


@pytest.mark.parametrize("channel", [{}, {"duplication": 1.0}, {"fifo": False}])
@pytest.mark.parametrize("delay_us", [None, 10_000])
def test_that_a_control_message_may_follow_every_send(channel, delay_us):
    run = run_with(Answering, script=sends(5_000, 6_000, delay_us=delay_us), channel=channel)
    sender, receiver = (protocol.heard for protocol in run.protocols["listening"])
    sent = [event[2] for event in sender if event[0] == "send"]
    payloads = run.columns.payloads
    assert [payloads[message] for message in sent] == [{}, {}]
    rows = [code for code in run.columns.row_code if code & 15 == RowKind.SEND]
    assert [code >> 4 for code in rows] == sent
    kinds = [event[0] for event in receiver[1:]]
    assert kinds == ["receive", "control"] * 2
    assert [event[2] for event in receiver if event[0] == "receive"] == sent
    assert [e[3] for e in receiver if e[0] == "control"] == [f"after {m}" for m in sent]


def test_that_what_an_object_saves_is_its_own():
    protocol = Listening(context=None)
    protocol.heard.append(["deep"])
    saved = protocol.save()
    protocol.heard[0].append("later")
    assert saved == {"heard": [["deep"]]}
    protocol.restore(saved)
    protocol.heard[0].append("later still")
    assert saved == {"heard": [["deep"]]}


def test_that_the_registry_names_every_algorithm_as_files_do():
    assert all(name == protocol.NAME for name, protocol in SNAPSHOT_PROTOCOLS.items())
    assert all(kind == workload.KIND for kind, workload in WORKLOADS.items())
    assert set(WORKLOADS) >= {Workload().kind}


def test_that_a_silent_scenario_does_nothing():
    scenario = replace(Scenario(processes(2), mesh(2)), workload=Workload("none"))
    run = Simulator(scenario, SNAPSHOT_PROTOCOLS, WORKLOADS)
    assert run.advance() and run.columns.row_count == 0
