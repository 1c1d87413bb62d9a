"""What each shipped scenario claims in its description is what its run shows."""

from __future__ import annotations

import re
from functools import cache

import pytest

import snapviz
from snapviz.engine.trace import RowKind


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


def balances(snapshot) -> dict[str, int]:
    return {name: saved.state["balance"] for name, saved in snapshot.processes.items()}


def test_that_two_transfers_cross_and_one_is_channel_state(run):
    (snapshot,) = run("01").snapshots
    assert balances(snapshot) == {"P1": 970, "P2": 980}
    assert amounts(snapshot) == {"P2->P1": [50]}
    assert snapshot.verdict.sound and snapshot.verdict.recorded == 2000
    trace = run("01").trace
    (first, second) = (m for m in range(trace.message_count) if not trace.message_control[m])
    assert trace.message_sent[second] < trace.message_received[first]


def test_that_the_ring_of_banks_adds_up_to_what_the_picture_shows(run):
    first, second = run("02").snapshots
    assert balances(first) == {"P1": 945, "P2": 1005, "P3": 985, "P4": 950}
    assert amounts(first) == {"P2->P1": [40], "P4->P1": [60], "P4->P3": [15]}
    assert [s.verdict.recorded for s in (first, second)] == [4000, 4000]
    assert first.completed_us - first.started_us == 212_000
    clocks = [saved.vector_clock for saved in first.processes.values()]
    assert clocks == [
        {"P1": 2},
        {"P1": 2, "P2": 4},
        {"P1": 2, "P2": 4, "P3": 3},
        {"P3": 2, "P4": 4},
    ]


def test_that_the_recorded_state_never_happened(run):
    """No moment of the run has these two states and just this message under way."""
    whole = run("03")
    (snapshot,) = whole.snapshots
    trace = whole.trace
    recorded = ([{"balance": 500}, {"balance": 450}], {("P2", "P1"): [50]})
    assert ([saved.state for saved in snapshot.processes.values()]) == recorded[0]
    assert amounts(snapshot) == {"P2->P1": [50]} and snapshot.verdict.sound
    under_way: dict[tuple[str, str], list[int]] = {}
    for row in range(trace.row_count + 1):
        assert (whole.states_at(row), under_way) != recorded
        if row < trace.row_count:
            _follow(trace, row, under_way)


def _follow(trace, row: int, under_way: dict) -> None:
    kind, message = trace.row_kind[row], int(trace.row_ref[row])
    if kind not in (RowKind.SEND, RowKind.RECEIVE):
        return
    ends = tuple(trace.process_ids[e] for e in trace.channel_ends[trace.message_channel[message]])
    amount = trace.message_payload(message)["amount"]
    if kind == RowKind.SEND:
        under_way.setdefault(ends, []).append(amount)
    else:
        under_way[ends].remove(amount)
        if not under_way[ends]:
            del under_way[ends]


def test_that_three_snapshots_overlap_and_all_hold(run):
    snapshots = run("04").snapshots
    assert [s.initiator for s in snapshots] == ["P1", "P3", "P5"]
    assert max(s.started_us for s in snapshots) < min(s.completed_us for s in snapshots)
    assert all(s.verdict.sound and s.verdict.recorded == 5000 for s in snapshots)
    assert all(s.channels for s in snapshots)


def test_that_the_overtaking_message_is_the_only_orphan(run):
    (snapshot,) = run("05").snapshots
    assert not snapshot.verdict.consistent
    assert (snapshot.verdict.expected, snapshot.verdict.recorded) == (3000, 3025)
    (orphan,) = snapshot.verdict.orphans
    guilty = run("05").message(orphan)
    assert (guilty.payload, guilty.sent_us, guilty.received_us) == (
        {"amount": 25},
        120_000,
        160_000,
    )


def test_that_the_same_run_with_fifo_holds(run):
    broken, fifo = run("05").scenario, run("06").scenario
    assert (broken.script, broken.delays) == (fifo.script, fifo.delays)
    changed = [a for a, b in zip(broken.channels, fifo.channels, strict=True) if a != b]
    assert [(c.source, c.target, c.fifo) for c in changed] == [("P1", "P2", False)]
    (snapshot,) = run("06").snapshots
    assert snapshot.verdict.sound
    trace = run("06").trace
    arrivals = {
        int(t) for t, c in zip(trace.message_received, trace.message_channel, strict=True) if c == 0
    }
    assert arrivals == {250_000}


def test_that_the_token_is_found_on_a_channel(run):
    (snapshot,) = run("07").snapshots
    assert sum(saved.state["token"] for saved in snapshot.processes.values()) == 0
    assert list(snapshot.channels) == [("P3", "P4")] and snapshot.verdict.sound


def test_that_twelve_banks_add_up(run):
    snapshots = run("08").snapshots
    assert [s.initiator for s in snapshots] == ["P1", "P7"]
    assert len(run("08").scenario.processes) == 12
    assert all(s.verdict.sound and s.verdict.recorded == 12_000 for s in snapshots)
    assert snapshots[1].started_us < snapshots[0].completed_us


def test_that_the_lost_marker_leaves_the_snapshot_open(run):
    first, second = run("09").snapshots
    trace = run("09").trace
    lost = [m for m in range(trace.message_count) if trace.message_lost[m]]
    assert [bool(trace.message_control[m]) for m in lost] == [True]
    assert trace.message_snapshot[lost[0]] == first.number
    assert first.status == "recording" and first.verdict is None and len(first.processes) == 3
    assert second.verdict.sound


def test_that_only_an_initiator_that_reaches_all_completes(run):
    first, second = run("10").snapshots
    assert first.status == "recording" and sorted(first.processes) == ["P2", "P3"]
    assert second.verdict.sound


def test_that_a_refusal_is_an_event(run):
    trace = run("11").trace
    refused = [note for note in trace.notes if note.kind == RowKind.REFUSED]
    assert [(note.time_us, note.data) for note in refused] == [
        (120_000, {"to": "P3", "payload": {"amount": 80}})
    ]
    (snapshot,) = run("11").snapshots
    assert refused[0].time_us < snapshot.processes["P2"].recorded_us < 230_000
    assert snapshot.verdict.sound


def test_that_the_readme_lists_every_scenario(root):
    text = (root / "scenarios" / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    shipped = sorted(
        p.name.removesuffix(".snapviz.json") for p in (root / "scenarios").glob("*.json")
    )
    assert listed == shipped
