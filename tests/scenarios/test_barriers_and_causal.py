"""What the scenarios of barriers and of causal delivery claim is what their runs show."""

from __future__ import annotations

from functools import cache

import pytest

import snapviz

MS = 1000


@pytest.fixture
def run(root):
    @cache
    def run_of(start: str) -> snapviz.Run:
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return snapviz.simulate(snapviz.load_scenario(path))

    return run_of


def amounts(snapshot) -> dict[str, list[int]]:
    return {
        f"{source}->{target}": [message.payload["amount"] for message in messages]
        for (source, target), messages in snapshot.channels.items()
    }


def waits(run) -> list[tuple]:
    """(process, amount or None, since and until in ms) of what was held."""
    trace = run.trace
    return [
        (
            trace.process_ids[wait.process],
            None
            if trace.message_control[wait.message]
            else trace.message_payload(wait.message)["amount"],
            wait.since_us // MS,
            wait.until_us and wait.until_us // MS,
        )
        for wait in trace.waits
    ]


def test_that_unaligned_barriers_log_the_back_edge_and_nobody_waits(run):
    (snapshot,) = run("30").snapshots
    assert amounts(snapshot) == {"P3->P2": [20, 15]} and snapshot.verdict.sound
    assert snapshot.processes["P2"].recorded_us == 150 * MS
    assert waits(run("30")) == []


def test_that_aligned_barriers_block_and_leave_the_channels_empty(run):
    first, second = run("31").snapshots
    assert first.channels == second.channels == {}
    assert first.verdict.sound and second.verdict.sound
    assert first.processes["P4"].recorded_us == 240 * MS
    assert first.processes["P4"].state == {"balance": 1035}
    assert waits(run("31")) == [("P4", 20, 170, 240), ("P4", None, 210, 240)]


def test_that_aligned_barriers_wait_for_each_other_on_a_cycle(run):
    loop, cycle = run("30").scenario, run("32").scenario
    assert (loop.processes, loop.channels, loop.delays) == (
        cycle.processes,
        cycle.channels,
        cycle.delays,
    )
    (snapshot,) = run("32").snapshots
    assert snapshot.status == "recording" and list(snapshot.processes) == ["P1"]
    awaited = {w.process: w.channel for w in snapshot.waiting}
    assert (awaited["P2"], awaited["P3"]) == (("P3", "P2"), ("P2", "P3"))
    assert waits(run("32")) == [("P2", 30, 170, None)]


def test_that_under_causal_delivery_the_new_message_waits_and_old_ones_are_kept(run):
    (snapshot,) = run("33").snapshots
    assert amounts(snapshot) == {"P3->P2": [15], "P3->P1": [40]} and snapshot.verdict.sound
    assert waits(run("33")) == [("P3", 25, 200, 260)]
    assert not any(channel.fifo for channel in run("33").scenario.channels)


def test_that_two_numbers_find_what_is_on_the_ring(run):
    (snapshot,) = run("34").snapshots
    assert amounts(snapshot) == {"P2->P3": [20], "P4->P1": [30, 5]} and snapshot.verdict.sound
    assert (snapshot.cost.control_messages, snapshot.cost.logical_messages) == (12, 6)
    assert waits(run("34")) == [("P3", 45, 240, 270)]
