"""Turns of the workload: planned ones are written out in the run loop, and must not differ."""

from dataclasses import replace

import pytest

from snapviz.engine.hooks import SnapshotProtocol
from snapviz.engine.simulator import Simulator
from snapviz.protocols.registry import WORKLOADS
from snapviz.protocols.workloads.bank import Bank
from snapviz.scenario.model import Fixed, Pin, TakeSnapshot, TraceValues, Workload
from snapviz.simulation import simulate
from tests.engine.test_run_loop import assert_equals_the_plain_run
from tests.engine.worlds import bank, rows, transit_times


class Listening(SnapshotProtocol):
    """Writes down what is sent and received at its process, and when."""

    NAME = "listening"

    def __init__(self, context):
        super().__init__(context)
        self.heard = []

    def on_send(self, channel, message):
        self.heard.append(("SEND", self.context._simulator.now_us, message))

    def on_receive(self, channel, message):
        self.heard.append(("RECEIVE", self.context._simulator.now_us, message))


class Unplanned(Bank):
    """The same bank, deciding turn by turn."""

    def on_timer(self, process):
        channel, amount, wait = super().on_timer(process)
        self.planned[process] -= len(self.plans[process])
        self.plans[process].clear()
        return channel, amount, wait


def test_that_a_protocol_hears_of_every_planned_send_and_its_arrival():
    scenario = replace(bank(3), script=(TakeSnapshot(0, "listening", "P1"),))
    run = Simulator(scenario, {"listening": Listening}, WORKLOADS)
    run.advance()
    heard = {
        (kind, time, f"P{place + 1}", message)
        for place, protocol in enumerate(run.protocols["listening"])
        for kind, time, message in protocol.heard
    }
    happened = rows(simulate(bank(3)))
    assert len(happened) > 200
    assert heard == set(happened)


@pytest.mark.parametrize("settings", [{}, {"loss": 0.2, "duplication": 0.2}, {"fifo": False}])
def test_that_unplanned_turns_make_the_same_run(settings, monkeypatch):
    scenario = bank(4, 400_000, **settings)
    digest = simulate(scenario).digest
    monkeypatch.setitem(WORKLOADS, "bank", Unplanned)
    assert simulate(scenario).digest == digest


@pytest.mark.parametrize("interval", [Fixed(0), Fixed(3), TraceValues((0, 0, 7, 1))], ids=repr)
def test_that_the_shortest_wait_is_a_microsecond_and_crowded_instants_keep_their_order(interval):
    scenario = bank(3, 60, delay=TraceValues((5, 0, 2, 9)), fifo=False)
    scenario = replace(scenario, workload=Workload("bank", interval))
    assert len(rows(simulate(scenario))) > 60
    assert_equals_the_plain_run(scenario)


def test_that_the_bank_heeds_the_pins_of_a_channel():
    pins = tuple(Pin("P1", "P2", index, 100_000 * index) for index in range(6))
    scenario = replace(bank(2, 200_000, fifo=False), delays=pins)
    assert_equals_the_plain_run(scenario)
    assert transit_times(simulate(scenario), "P1", "P2")[:6] == [
        100_000 * index for index in range(6)
    ]


def test_that_a_turn_above_the_balance_is_refused_and_exactly_the_balance_is_not():
    workload = Workload("bank", Fixed(1_000), amount=(500_000, 500_000))
    run = simulate(replace(bank(2, 3_000, delay=Fixed(10_000)), workload=workload))
    assert [kind for kind, *_ in rows(run)] == ["SEND"] * 4 + ["REFUSED"] * 2
    assert run.states_at(6) == [{"balance": 0}] * 2
