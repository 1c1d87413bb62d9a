"""Chandy-Lamport by hand: where the markers go, what each process records."""

from dataclasses import replace

import pytest

from snapviz.scenario.model import Channel, Fixed, Scenario, TakeSnapshot, Workload
from snapviz.simulation import simulate
from tests.engine.worlds import bank, mesh, processes, rows, sends, snapshots, travels


def quiet(channels, count=3, script=(), **fields) -> Scenario:
    return Scenario(processes(count), channels, script=script, **fields)


def recorded(run, number=0):
    """channel -> amounts, of one snapshot."""
    found = run.snapshots[number].channels
    return {ends: [m.payload["amount"] for m in messages] for ends, messages in found.items()}


def test_that_markers_spread_from_the_initiator_over_every_channel():
    run = simulate(quiet(mesh(3, delay=Fixed(10_000)), script=snapshots(5_000, initiator="P2")))
    assert [row[:3] for row in rows(run)] == [
        ("RECORD", 5_000, "P2"),
        ("CONTROL", 15_000, "P1"),
        ("RECORD", 15_000, "P1"),
        ("CONTROL", 15_000, "P3"),
        ("RECORD", 15_000, "P3"),
        ("CONTROL", 25_000, "P2"),
        ("CONTROL", 25_000, "P3"),
        ("CONTROL", 25_000, "P1"),
        ("CONTROL", 25_000, "P2"),
    ]
    snapshot = run.snapshots[0]
    assert (snapshot.started_us, snapshot.completed_us) == (5_000, 25_000)
    assert snapshot.cost.control_messages == 6
    assert snapshot.cost.duration_us == 20_000
    assert run.computation.event_count == 0


def test_that_a_message_caught_before_its_marker_is_in_the_channel():
    script = (
        *sends(1_000, payload={"amount": 3}),
        *sends(2_000, source="P2", target="P1", payload={"amount": 5}),
        *snapshots(3_000, initiator="P1"),
        *sends(4_000, payload={"amount": 7}),
        *sends(12_000, source="P2", target="P1", payload={"amount": 9}),
        *sends(14_000, source="P2", target="P1", payload={"amount": 11}),
    )
    run = simulate(quiet(mesh(2, delay=Fixed(10_000)), 2, script))
    assert recorded(run) == {("P2", "P1"): [5, 9]}
    states = {pid: p.state["balance"] for pid, p in run.snapshots[0].processes.items()}
    assert states == {"P1": 997, "P2": 1000 + 3 - 5 - 9}
    assert run.snapshots[0].verdict.sound
    message = run.snapshots[0].channels["P2", "P1"][0]
    assert (message.sent_us, message.received_us) == (2_000, 12_000)


def test_that_snapshots_at_once_are_told_apart():
    script = (
        *snapshots(1_000, initiator="P1"),
        *sends(1_500, payload={"amount": 3}),
        *snapshots(2_000, initiator="P2"),
        *snapshots(2_000, initiator="P1"),
    )
    run = simulate(quiet(mesh(2, delay=Fixed(10_000)), 2, script))
    assert [s.id for s in run.snapshots] == ["S1", "S2", "S3"]
    assert [s.initiator for s in run.snapshots] == ["P1", "P2", "P1"]
    assert [recorded(run, number) for number in range(3)] == [{}, {("P1", "P2"): [3]}, {}]
    assert all(s.verdict.sound and s.cost.control_messages == 2 for s in run.snapshots)
    sums = [s.verdict.recorded for s in run.snapshots]
    assert sums == [2000, 2000, 2000]


def test_that_snapshots_are_numbered_by_their_start_not_by_the_file():
    script = (
        *snapshots(9_000, initiator="P2"),
        *snapshots(3_000),
        *snapshots(9_000, initiator="P3"),
    )
    run = simulate(quiet(mesh(3), script=script))
    found = [(s.id, s.initiator, s.started_us) for s in run.snapshots]
    assert found == [("S1", "P1", 3_000), ("S2", "P2", 9_000), ("S3", "P3", 9_000)]


def test_that_a_process_alone_is_complete_at_once():
    run = simulate(quiet((), 1, snapshots(7)))
    snapshot = run.snapshots[0]
    assert (snapshot.status, snapshot.completed_us) == ("complete", 7)
    assert snapshot.cost.control_messages == 0
    assert snapshot.verdict.sound


@pytest.mark.parametrize(
    ("initiator", "status", "reached"),
    [("P1", "complete", ["P1", "P2", "P3"]), ("P2", "recording", ["P2", "P3"])],
)
def test_that_only_an_initiator_who_reaches_everybody_completes(initiator, status, reached):
    channels = (Channel("P1", "P2"), Channel("P2", "P3"), Channel("P1", "P3"))
    run = simulate(quiet(channels, script=snapshots(0, initiator=initiator)))
    snapshot = run.snapshots[0]
    assert snapshot.status == status
    assert list(snapshot.processes) == reached
    assert (snapshot.verdict is None) == (status == "recording")


def test_that_a_run_that_ends_first_leaves_the_snapshot_recording():
    scenario = quiet(mesh(2, delay=Fixed(10_000)), 2, snapshots(1_000), duration_us=20_999)
    snapshot = simulate(scenario).snapshots[0]
    assert (snapshot.status, snapshot.completed_us, snapshot.verdict) == ("recording", None, None)
    assert snapshot.cut.tolist() == [0, 0]
    assert simulate(replace(scenario, duration_us=21_000)).snapshots[0].status == "complete"


def test_that_a_snapshot_started_after_the_end_never_starts():
    assert simulate(quiet(mesh(2), 2, snapshots(2_000_000))).snapshots == ()


def test_that_markers_go_without_delay_where_channels_have_none():
    run = simulate(quiet(mesh(4, delay=Fixed(0)), 4, snapshots(1_000, 1_000)))
    assert all(s.completed_us == 1_000 and s.verdict.sound for s in run.snapshots)


@pytest.mark.parametrize("workload", ["bank", "token", "none"])
def test_that_every_channel_carries_one_marker_for_every_snapshot(workload):
    script = (*snapshots(20_000, 21_000), *snapshots(21_000, initiator="P4"))
    scenario = replace(bank(4), workload=Workload(workload), script=script)
    run = simulate(scenario)
    for channel in scenario.channels:
        assert len(travels(run, channel.source, channel.target, control=True)) == 3
    assert [s.cost.control_messages for s in run.snapshots] == [12, 12, 12]
    assert [s.cost.piggyback_bytes for s in run.snapshots] == [0, 0, 0]


def test_that_a_snapshot_names_its_protocol():
    run = simulate(quiet(mesh(2), 2, (TakeSnapshot(0, initiator="P1"),)))
    assert run.snapshots[0].protocol == "chandy-lamport"
