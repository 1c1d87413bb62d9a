"""Held messages: who waits behind whom, when they are received, and what it costs."""

from dataclasses import replace

import pytest

from snapviz.engine.hooks import SnapshotProtocol
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.report import run_report
from snapviz.scenario.model import Fixed, Send, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import pair, rows, sends


class Gate(SnapshotProtocol):
    """P2 takes no application message for 100 ms after the snapshot's word has come."""

    NAME = "gate"

    def __init__(self, context):
        super().__init__(context)
        self.is_shut = False

    def on_initiate(self, snapshot):
        self.context.send_to(1, snapshot, "shut")
        self.context.send_control(self.context.outgoing[0], snapshot, "marker")

    def on_routed(self, snapshot, sender, body):
        self.is_shut = True
        self.context.set_timer(100_000, snapshot)

    def on_timer(self, data):
        self.is_shut = False
        self.context.record_state(data)
        self.context.finish_part(data)

    def may_deliver(self, channel, message, data):
        return not self.is_shut


@pytest.fixture(autouse=True)
def gate(monkeypatch):
    monkeypatch.setitem(SNAPSHOT_PROTOCOLS, Gate.NAME, Gate)


def gated(*script, **channel):
    """The gate shuts at 10 ms and opens at 110 ms; messages take 10 ms."""
    scenario = pair(**({"delay": Fixed(10_000)} | channel))
    return simulate(replace(scenario, script=(TakeSnapshot(0, "gate", "P1"), *script)))


def received(run):
    return [(ref, time) for kind, time, _, ref in rows(run) if kind == "RECEIVE"]


def test_that_a_held_message_is_received_when_the_gate_opens():
    run = gated(*sends(20_000, payload={"amount": 5}))
    assert received(run) == [(2, 110_000)]
    assert run.trace.message_due[2] == 30_000
    assert run.message(2).received_us == 110_000
    before = next(row for row, fact in enumerate(rows(run)) if fact[0] == "RECEIVE")
    assert [state["balance"] for state in run.states_at(before)] == [995, 1000]
    assert [state["balance"] for state in run.states_at(before + 1)] == [995, 1005]


def test_that_what_came_before_the_gate_was_shut_was_not_held():
    run = gated(*sends(0), fifo=False)
    assert [time for _, time in received(gated(Send(0, "P1", "P2", {}, 9_999), fifo=False))] == [
        9_999
    ]
    assert [time for _, time in received(run)] == [110_000]


def test_that_held_messages_are_received_in_the_order_they_came():
    run = gated(*sends(20_000, 30_000, 40_000))
    assert received(run) == [(2, 110_000), (3, 110_000), (4, 110_000)]


def test_that_a_message_held_to_the_end_is_in_flight():
    scenario = replace(pair(delay=Fixed(10_000)), duration_us=100_000)
    scenario = replace(scenario, script=(TakeSnapshot(0, "gate", "P1"), *sends(20_000)))
    run = simulate(scenario)
    assert received(run) == [] and run.message_counts["in_flight"] == 1
    assert run.trace.message_received[2] == -1
    assert run.snapshots[0].cost.blocked_us == {"P2": 70_000}


def test_that_a_marker_waits_behind_a_held_message_on_a_fifo_channel():
    late = TakeSnapshot(30_000, "gate", "P1")
    for fifo, at_us in ((True, 110_000), (False, 40_000)):
        run = gated(*sends(20_000), late, fifo=fifo)
        markers = [time for kind, time, _, ref in rows(run) if kind == "CONTROL" and ref == 4]
        assert markers == [at_us], fifo


def test_that_a_routed_message_never_waits_behind_a_held_one():
    late = TakeSnapshot(30_000, "gate", "P1")
    run = gated(*sends(20_000), late)
    assert [time for kind, time, _, ref in rows(run) if kind == "CONTROL" and ref == 3] == [40_000]


def test_that_the_second_copy_of_a_held_message_comes_after_the_first():
    run = gated(*sends(20_000, payload={"amount": 5}), duplication=1.0, fifo=False)
    kinds = [kind for kind, *_ in rows(run) if kind in ("RECEIVE", "DUPLICATE")]
    assert kinds == ["RECEIVE", "DUPLICATE"]
    assert run.states_at(run.trace.row_count)[1]["balance"] == 1005


def test_that_time_blocked_is_counted_once_for_all_messages_held_at_a_process():
    run = gated(*sends(20_000, 50_000))
    assert run.snapshots[0].cost.blocked_us == {"P2": 80_000}
    assert run.snapshots[0].cost.blocking_us == 80_000
    assert run_report(run)["snapshots"][0]["cost"]["blocked_ms"] == {"P2": 80.0}


def test_that_what_is_received_is_seen_before_and_after_it_is_applied():
    class Looking(Gate):
        def on_arrival(self, channel, message, data):
            self.context.record_state(0)

    SNAPSHOT_PROTOCOLS[Gate.NAME] = Looking
    run = gated(Send(0, "P1", "P2", {"amount": 5}, 5_000), fifo=False)
    record = run.trace.records[0]
    assert (record.time_us, record.state) == (5_000, {"balance": 1000})
    assert run.states_at(record.row + 2)[1] == {"balance": 1005}


class Picky(Gate):
    """Holds every other message; a timer after each send makes something happen."""

    def on_send(self, channel, message):
        self.context.set_timer(1)

    def on_timer(self, data):
        if data is not None:
            super().on_timer(data)

    def may_deliver(self, channel, message, data):
        return message % 2 == 1 or not self.is_shut


@pytest.mark.parametrize(("fifo", "at_us"), [(True, 110_000), (False, 40_000)])
def test_that_what_waits_behind_a_held_message_is_not_let_through_by_what_happens(fifo, at_us):
    SNAPSHOT_PROTOCOLS[Gate.NAME] = Picky
    # Messages 0 and 1 shut the gate; 4 comes back, so that something happens at P2 meanwhile.
    script = (*sends(20_000, 30_000), *sends(50_000, source="P2", target="P1"))
    run = gated(*script, fifo=fifo)
    assert dict(received(run))[3] == at_us
    assert dict(received(run))[2] == 110_000
