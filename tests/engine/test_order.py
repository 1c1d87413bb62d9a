"""What happens first when several things happen at one instant, and when a run ends."""

from dataclasses import replace

import pytest

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import SnapshotProtocol
from snapviz.engine.simulator import Simulator
from snapviz.protocols.registry import WORKLOADS
from snapviz.scenario.model import Fixed, Internal, TakeSnapshot, Workload
from snapviz.simulation import simulate
from tests.engine.worlds import bank, mesh, pair, processes, rows, sends, snapshots, travels


class Ticking(SnapshotProtocol):
    """Sets a timer at once, and leaves a record when it fires."""

    NAME = "ticking"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.fired = 0

    def on_initiate(self, snapshot: int) -> None:
        self.context.set_timer(5_000, snapshot)

    def on_timer(self, data: int) -> None:
        self.fired += 1
        self.context.record_state(data)


def kinds(run):
    return [kind for kind, *_ in rows(run)]


def labels(run):
    return [note.data["label"] for note in run.trace.notes]


def test_that_actions_at_one_instant_keep_the_order_of_the_file():
    script = tuple(
        Internal(at, "P1", label) for at, label in ((9, "c"), (5, "a"), (5, "b"), (9, "d"))
    )
    assert labels(simulate(replace(pair(), script=script))) == ["a", "b", "c", "d"]


def test_that_script_workload_timers_and_deliveries_share_an_instant_in_that_order():
    scenario = replace(
        pair(delay=Fixed(10_000)),
        workload=Workload("bank", Fixed(15_000)),
        duration_us=15_000,
        script=(
            *sends(5_000),
            TakeSnapshot(10_000, "ticking", "P2"),
            Internal(15_000, "P1", "last in the file"),
        ),
    )
    run = Simulator(scenario, {"ticking": Ticking}, WORKLOADS)
    run.advance()
    assert [code & 15 for code in run.columns.row_code] == [0, 5, 0, 0, 9, 1]
    assert [protocol.fired for protocol in run.protocols["ticking"]] == [0, 1]


def test_that_workload_timers_at_one_instant_keep_the_order_of_the_processes():
    scenario = replace(bank(3, 60_000), workload=Workload("bank", Fixed(10_000)))
    senders = [
        (time, process) for kind, time, process, _ in rows(simulate(scenario)) if kind == "SEND"
    ]
    assert senders == [(at, p) for at in range(10_000, 70_000, 10_000) for p in ("P1", "P2", "P3")]


def test_that_deliveries_at_one_instant_keep_the_order_of_their_sends():
    scenario = replace(
        pair(fifo=False, delay=Fixed(0)),
        processes=processes(3),
        channels=mesh(3, fifo=False),
        script=(
            *sends(1_000, source="P3", target="P1", delay_us=9_000),
            *snapshots(2_000, initiator="P2"),
            *sends(2_000, source="P2", target="P1", delay_us=8_000),
            *sends(3_000, source="P2", target="P1", delay_us=7_000),
        ),
        delays=(),
    )
    channel = scenario.channel_index()["P2", "P1"]
    changed = replace(scenario.channels[channel], delay=Fixed(8_000))
    channels = tuple(changed if i == channel else c for i, c in enumerate(scenario.channels))
    found = [
        row for row in rows(simulate(replace(scenario, channels=channels))) if row[1] == 10_000
    ]
    arrivals = [(kind, ref) for kind, _, process, ref in found if kind in ("RECEIVE", "CONTROL")]
    assert arrivals == sorted(arrivals, key=lambda arrival: arrival[1])
    assert [kind for kind, _ in arrivals] == ["RECEIVE", "CONTROL", "RECEIVE", "RECEIVE"]


def test_that_a_message_without_delay_arrives_after_the_script_of_its_instant():
    script = (*sends(5_000), Internal(5_000, "P2"))
    run = simulate(replace(pair(delay=Fixed(0)), script=script))
    assert kinds(run) == ["SEND", "INTERNAL", "RECEIVE"]


@pytest.mark.parametrize(("until_us", "rows_expected"), [(0, 0), (99, 0), (100, 1), (101, 1)])
def test_that_the_last_instant_still_happens(until_us, rows_expected):
    scenario = replace(pair(), script=(Internal(100, "P1"),), duration_us=until_us)
    assert simulate(scenario).trace.row_count == rows_expected
    assert simulate(pair(), 5).until_us == 5
    assert simulate(replace(scenario, duration_us=5), until_us).trace.row_count == rows_expected


def test_that_a_delivery_at_the_last_instant_still_happens():
    scenario = replace(pair(delay=Fixed(100)), script=sends(0, 1), duration_us=100)
    run = simulate(scenario)
    assert run.trace.message_received.tolist() == [100, -1]
    assert travels(run) == [(0, 100), (1, 101)]


def test_that_a_longer_run_begins_with_the_shorter_one():
    long, short = simulate(bank()), simulate(bank(), until_us=200_000)
    assert rows(long)[: short.trace.row_count] == rows(short)
    assert short.trace.row_count == sum(time <= 200_000 for _, time, *_ in rows(long))
