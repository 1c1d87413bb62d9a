"""Lost and duplicated messages, of the application and of the protocol."""

from dataclasses import replace

import pytest

from snapviz.engine.trace import RowKind
from snapviz.report import run_report
from snapviz.scenario.model import Fixed, SetChannel, Uniform
from snapviz.simulation import simulate
from tests.engine.worlds import bank, pair, rows, sends, snapshots, travels


def kinds(run):
    return [kind for kind, *_ in rows(run)]


def on_channel(scenario, source, target, **settings):
    """The scenario with other settings for one channel."""
    place = scenario.channel_index()[source, target]
    changed = replace(scenario.channels[place], **settings)
    channels = tuple(changed if i == place else c for i, c in enumerate(scenario.channels))
    return replace(scenario, channels=channels)


def test_that_a_lost_message_is_sent_and_never_arrives():
    scenario = replace(pair(loss=1.0), script=sends(100, payload={"amount": 40}))
    run = simulate(scenario)
    assert kinds(run) == ["SEND"]
    assert travels(run) == [(100, -1)]
    assert run.states_at(1) == [{"balance": 960}, {"balance": 1000}]
    assert run.message_counts == {"sent": 1, "received": 0, "lost": 1, "in_flight": 0, "control": 0}
    assert run_report(run)["lost_messages"] == [
        {"from": "P1", "to": "P2", "payload": {"amount": 40}, "sent_ms": 0.1, "received_ms": None}
    ]


def test_that_a_duplicate_is_an_event_but_applied_once():
    script = sends(0, payload={"amount": 40})
    run = simulate(replace(pair(duplication=1.0), script=script))
    assert kinds(run) == ["SEND", "RECEIVE", "DUPLICATE"]
    assert run.computation.event_counts.tolist() == [1, 2]
    assert run.states_at(2) == run.states_at(3) == [{"balance": 960}, {"balance": 1040}]
    assert run.message_counts == {"sent": 1, "received": 1, "lost": 0, "in_flight": 0, "control": 0}
    assert run.trace.message_copy_of.tolist() == [-1, 0]
    assert run.message_count == 1


def test_that_whichever_copy_comes_first_is_the_message():
    script = tuple(a for at in range(0, 400_000, 20_000) for a in sends(at, payload={"amount": 1}))
    run = simulate(
        replace(pair(fifo=False, duplication=1.0, delay=Uniform(0, 90_000)), script=script)
    )
    trace = run.trace
    first = {}
    for kind, time, _, message in rows(run):
        if kind in ("RECEIVE", "DUPLICATE"):
            copy_of = int(trace.message_copy_of[message])
            original = message if copy_of < 0 else copy_of
            assert (kind == "RECEIVE") == (original not in first)
            first.setdefault(original, (message, time))
    assert len(first) == 20
    assert any(original != message for original, (message, _) in first.items())
    assert all(run.message(original).received_us == time for original, (_, time) in first.items())


def test_that_a_lost_message_is_never_duplicated():
    run = simulate(replace(pair(loss=1.0, duplication=1.0), script=sends(0, 1, 2)))
    assert run.trace.message_copies == {}
    assert run.trace.message_count == 3


def test_that_losses_and_duplicates_come_about_as_often_as_asked():
    run = simulate(bank(8, 6_000_000, fifo=False, loss=0.1, duplication=0.25))
    counts = run.message_counts
    assert counts["sent"] > 4_000
    assert abs(counts["lost"] / counts["sent"] - 0.1) < 0.02
    arrived = counts["sent"] - counts["lost"]
    assert abs(len(run.trace.message_copies) / arrived - 0.25) < 0.03
    assert counts["sent"] == counts["received"] + counts["lost"] + counts["in_flight"]
    duplicates = int((run.trace.row_kind == RowKind.DUPLICATE).sum())
    assert 0.8 * len(run.trace.message_copies) < duplicates <= len(run.trace.message_copies)


@pytest.mark.parametrize("duplication", [0.0, 1.0])
def test_that_a_lost_marker_leaves_the_snapshot_recording(duplication):
    scenario = on_channel(pair(duplication=duplication), "P2", "P1", loss=1.0)
    run = simulate(replace(scenario, script=snapshots(1_000)))
    snapshot = run.snapshots[0]
    assert (snapshot.status, snapshot.verdict, snapshot.completed_us) == ("recording", None, None)
    assert list(snapshot.processes) == ["P1", "P2"]
    assert snapshot.cost.control_messages == 2
    assert snapshot.cost.duration_us is None
    assert not run.sound


def test_that_a_marker_lost_on_its_way_out_leaves_its_target_unrecorded():
    scenario = on_channel(pair(), "P1", "P2", loss=1.0)
    run = simulate(replace(scenario, script=snapshots(1_000)))
    snapshot = run.snapshots[0]
    assert list(snapshot.processes) == ["P1"]
    assert snapshot.cut is None and snapshot.status == "recording"


def test_that_duplicated_markers_count_once_for_each_channel():
    run = simulate(replace(bank(4, fifo=True, duplication=1.0), script=snapshots(100_000, 300_000)))
    for snapshot in run.snapshots:
        assert snapshot.status == "complete"
        assert snapshot.cost.control_messages == 12
        assert snapshot.verdict.sound
    assert kinds(run).count("CONTROL") == 24
    assert kinds(run).count("CONTROL_DUPLICATE") == 24
    assert run.message_counts["control"] == 24


def test_that_expected_leaves_out_what_was_lost_inside_the_cut():
    scenario = on_channel(pair(delay=Fixed(10_000)), "P1", "P2", loss=1.0)
    healed = SetChannel(50_000, "P1", "P2", loss=0.0)
    script = (
        *sends(0, payload={"amount": 7}),
        *sends(40_000, payload={"amount": 11}),
        healed,
        *snapshots(60_000),
        SetChannel(100_000, "P1", "P2", loss=1.0),
        *sends(110_000, payload={"amount": 13}),
    )
    run = simulate(replace(scenario, script=script))
    verdict = run_report(run)["snapshots"][0]["verdict"]
    assert verdict["conserved"] == {"expected": 1982, "recorded": 1982}
    assert [message["payload"]["amount"] for message in verdict["lost"]] == [7, 11]
    assert (verdict["missing"], verdict["extra"]) == ([], [])
    assert run.sound
