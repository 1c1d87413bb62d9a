"""Crashes, and what becomes of messages and actions meanwhile."""

from __future__ import annotations

import pytest

from snapviz.engine.trace import RowKind
from snapviz.report import run_report
from snapviz.scenario.model import (
    Channel,
    Crash,
    Fixed,
    Internal,
    Logging,
    Process,
    Restart,
    Rollback,
    Scenario,
    Send,
    TakeCheckpoint,
    TakeSnapshot,
)
from snapviz.simulation import simulate

MS = 1000


def run_of(*script, when_down="wait", fifo=True, logging="none", until_ms=300, **fields):
    ends = (("P1", "P2"), ("P2", "P1"), ("P1", "P3"), ("P3", "P1"))
    channels = tuple(
        Channel(*pair, fifo=fifo, delay=Fixed(10 * MS), when_down=when_down) for pair in ends
    )
    processes = tuple(Process(name, {"balance": 100}) for name in ("P1", "P2", "P3"))
    return simulate(
        Scenario(
            processes,
            channels,
            script=script,
            duration_us=until_ms * MS,
            logging=Logging(logging, 30 * MS),
            **fields,
        )
    )


def pay(at_ms, amount, source="P1", target="P2", delay_ms=None):
    delay_us = None if delay_ms is None else delay_ms * MS
    return Send(at_ms * MS, source, target, {"amount": amount}, delay_us)


def receives(run, target="P2"):
    """(time in ms, amount) of every receive at a process, in order."""
    trace, process = run.trace, run.trace.process_ids.index(target)
    return [
        (int(trace.row_time[row]) / MS, trace.payloads[trace.row_ref[row]])
        for row in range(trace.row_count)
        if trace.row_kind[row] == RowKind.RECEIVE and trace.row_process[row] == process
    ]


def test_that_what_arrives_meanwhile_waits_for_the_restart_in_order_of_arrival():
    script = pay(30, 2, delay_ms=15), pay(32, 1, delay_ms=5)
    run = run_of(Crash(20 * MS, "P2"), *script, Restart(90 * MS, "P2"), fifo=False)
    assert receives(run) == [(90, 1), (90, 2)]
    assert [(w.since_us, w.until_us) for w in run.trace.waits] == [(37000, 90000), (45000, 90000)]


def test_that_what_arrives_meanwhile_is_lost_where_the_channel_says_so():
    run = run_of(Crash(20 * MS, "P2"), pay(30, 2), Restart(90 * MS, "P2"), when_down="lost")
    report = run_report(run)
    assert receives(run) == []
    assert report["messages"]["lost"] == 1
    assert report["lost_messages"][0]["received_ms"] is None


def test_that_a_retransmitted_message_comes_after_the_restart_and_keeps_its_place():
    script = pay(30, 1), pay(85, 2)
    run = run_of(Crash(20 * MS, "P2"), *script, Restart(93 * MS, "P2"), when_down="retransmit")
    # Tried at 40, 50, ... 100; the second is due at 95, and stands behind the first.
    assert receives(run) == [(100, 1), (100, 2)]


def test_that_a_process_without_a_log_starts_from_its_checkpoint_and_loses_what_came_since():
    script = pay(0, 5), TakeCheckpoint(20 * MS, "P2"), pay(20, 7), Crash(50 * MS, "P2")
    run = run_of(*script, Restart(60 * MS, "P2"))
    (recovery,) = run_report(run)["recoveries"]
    assert recovery["recovery_line"] == {"P1": "current", "P2": 1, "P3": "current"}
    assert recovery["undone_events"] == 1 and recovery["replayed_messages"] == 0
    assert [m["payload"] for m in recovery["lost_messages"]] == [{"amount": 7}]
    assert recovery["state_before_crash"] == {"P2": {"balance": 112}}
    assert recovery["state_after_replay"] == {"P2": {"balance": 105}}
    assert run_report(run)["processes"][1] == {"id": "P2", "state": {"balance": 105}, "events": 1}


def test_that_an_orphan_drives_another_process_back():
    script = pay(0, 5, "P2", "P1"), pay(20, 5, "P1", "P3"), Crash(50 * MS, "P2")
    run = run_of(*script, Restart(60 * MS, "P2"))
    (recovery,) = run_report(run)["recoveries"]
    assert recovery["recovery_line"] == {"P1": 0, "P2": 0, "P3": 0}
    assert recovery["undone_events"] == 4
    assert [m["from"] for m in recovery["orphaned_messages"]] == ["P2", "P1"]
    assert recovery["orphans"] == []
    assert run.computation.event_count == 0


def test_that_a_message_whose_send_was_undone_does_not_arrive():
    script = pay(20, 5, "P2", "P1", delay_ms=100), Crash(50 * MS, "P2"), Restart(60 * MS, "P2")
    run = run_of(*script)
    assert receives(run, "P1") == []
    assert set(run.message_counts.values()) == {0}
    assert run.states_at(run.trace.row_count)[1] == {"balance": 100}


def test_that_a_full_log_brings_a_process_back_to_where_it_was():
    script = pay(0, 5), pay(20, 7), pay(40, 9, "P2", "P1"), Crash(60 * MS, "P2")
    run = run_of(*script, Restart(70 * MS, "P2"), logging="pessimistic")
    (recovery,) = run_report(run)["recoveries"]
    assert recovery["replayed_messages"] == 2 and recovery["undone_events"] == 0
    assert recovery["state_after_replay"] == recovery["state_before_crash"]
    assert run.computation.event_counts.tolist() == [3, 3, 0]


def test_that_what_was_not_written_yet_is_lost_and_its_consequences_with_it():
    # Written at 30 and 60: the second receive, at 65, is not.
    script = pay(0, 5), pay(55, 7), pay(66, 9, "P2", "P1"), Crash(80 * MS, "P2")
    run = run_of(*script, Restart(85 * MS, "P2"), logging="optimistic")
    (recovery,) = run_report(run)["recoveries"]
    assert recovery["replayed"] == {"P2": 1}
    assert recovery["undone"] == {"P1": 1, "P2": 2}
    assert [m["payload"]["amount"] for m in recovery["lost_messages"]] == [7]
    assert recovery["recovery_line"] == {"P1": 0, "P2": 0, "P3": "current"}


def test_that_a_rollback_with_logs_is_exact_and_delivers_again_what_was_under_way():
    script = pay(0, 5), pay(20, 7), Rollback(100 * MS, 25 * MS)
    run = run_of(*script, logging="pessimistic")
    (recovery,) = run_report(run)["recoveries"]
    assert recovery["crashed"] == [] and recovery["rolled_back_to_ms"] == 25
    assert recovery["undone"] == {"P2": 1} and recovery["lost_messages"] == []
    assert receives(run) == [(10, 5), (30, 7), (100, 7)]
    assert run.computation.event_counts.tolist() == [2, 2, 0]


def test_that_a_rollback_without_logs_goes_to_checkpoints_and_loses_what_was_under_way():
    taken = TakeCheckpoint(25 * MS, "P1"), TakeCheckpoint(25 * MS, "P2")
    run = run_of(pay(0, 5), pay(20, 7), *taken, pay(40, 1), Rollback(100 * MS, 30 * MS))
    (recovery,) = run_report(run)["recoveries"]
    assert recovery["recovery_line"] == {"P1": 1, "P2": 1, "P3": "current"}
    assert recovery["undone"] == {"P1": 1, "P2": 2}
    assert [m["payload"]["amount"] for m in recovery["lost_messages"]] == [7]


@pytest.mark.parametrize(
    ("action", "why"),
    [
        (pay(30, 1, "P2", "P1"), "down"),
        (Internal(30 * MS, "P2"), "down"),
        (TakeSnapshot(30 * MS, initiator="P2"), "down"),
        (TakeCheckpoint(30 * MS, "P2"), "down"),
        (Crash(30 * MS, "P2"), "down"),
        (Restart(30 * MS, "P1"), "up"),
        (Restart(30 * MS, "P2", on="P3"), "standby down"),
    ],
)
def test_that_what_cannot_be_done_is_recorded_as_skipped(action, why):
    run = run_of(Crash(10 * MS, "P3"), Crash(20 * MS, "P2"), action)
    (skipped,) = run_report(run)["skipped"]
    assert skipped["action"] == action.ACTION and skipped["why"] == why
    assert skipped["at_ms"] == 30
    assert [p.get("down", False) for p in run_report(run)["processes"]] == [False, True, True]


def test_that_processes_restarting_at_one_instant_recover_together():
    crashes = Crash(50 * MS, "P1"), Crash(50 * MS, "P2")
    run = run_of(pay(0, 5), *crashes, Restart(60 * MS, "P2"), Restart(60 * MS, "P1"))
    (recovery,) = run_report(run)["recoveries"]
    assert recovery["crashed"] == ["P1", "P2"]
    assert "skipped" not in run_report(run)


def test_that_a_standby_takes_a_name_over_and_takes_it_down():
    script = pay(0, 5), Crash(50 * MS, "P2"), Restart(60 * MS, "P2", on="P3"), Crash(80 * MS, "P3")
    run = run_of(*script, logging="pessimistic")
    report = run_report(run)
    assert report["recoveries"][0]["taken_over_by"] == {"P2": "P3"}
    assert [p.get("down", False) for p in report["processes"]] == [False, True, True]


def test_that_a_crash_fails_the_snapshots_it_had_recorded_for():
    run = run_of(TakeSnapshot(10 * MS, initiator="P1"), Crash(21 * MS, "P2"))
    (snapshot,) = run_report(run)["snapshots"]
    assert snapshot["status"] == "failed"
    assert snapshot["reason"] == "P2 crashed before the snapshot was complete"


def test_that_with_a_full_log_a_crash_is_but_a_pause_for_a_snapshot():
    script = Crash(5 * MS, "P2"), TakeSnapshot(10 * MS, initiator="P1"), Restart(50 * MS, "P2")
    run = run_of(pay(0, 5), *script, logging="pessimistic")
    assert run.snapshots[0].verdict.sound


def test_that_a_recovery_that_undoes_something_aborts_snapshots_under_way():
    script = pay(0, 5), TakeSnapshot(12 * MS, initiator="P3"), Crash(15 * MS, "P2")
    run = run_of(*script, Restart(18 * MS, "P2"))
    (snapshot,) = run_report(run)["snapshots"]
    assert snapshot["status"] == "aborted"
    assert "a recovery undid what P2" in snapshot["reason"]


def test_that_a_snapshot_is_judged_by_what_stood_when_it_was_taken():
    script = pay(0, 5), TakeSnapshot(30 * MS, initiator="P1"), Crash(100 * MS, "P2")
    later = Restart(110 * MS, "P2"), pay(120, 1), TakeSnapshot(150 * MS, initiator="P1")
    run = run_of(*script, *later)
    first, second = run.snapshots
    assert first.verdict.sound and first.processes["P2"].event_index == 1
    assert second.verdict.sound and second.processes["P2"].event_index == 1
    assert second.verdict.expected == 295
    assert second.processes["P2"].vector_clock == {"P1": 2, "P2": 1}


def test_that_a_rollback_of_those_who_are_down_is_kept_by_their_restart():
    """It undoes the payment, so P1 comes back with what it had before."""
    script = (
        pay(2, 5, delay_ms=50),
        Crash(10 * MS, "P1"),
        Crash(10 * MS, "P2"),
        Rollback(20 * MS, 0),
        Restart(30 * MS, "P1"),
        Restart(30 * MS, "P2"),
    )
    run = run_of(*script, logging="pessimistic")
    assert run.trace.recoveries[0].undone == (1, 0, 0)
    assert run.trace.recoveries[0].row < run.trace.recoveries[1].row
    assert [state["balance"] for state in run.states_at(run.trace.row_count)] == [100, 100, 100]
    assert run.message_counts["sent"] == 0


@pytest.mark.parametrize(
    ("logging", "to_ms", "held", "events"),
    [
        ("none", 40, 95, 1),  # at its checkpoint
        ("pessimistic", 24, 102, 2),  # as far behind it as the log leads by then
        ("none", 4, 100, 0),  # in the beginning
    ],
)
def test_that_who_is_still_down_holds_what_its_standing_events_left_it(
    logging, to_ms, held, events
):
    """P2 pays 5, saves its state, receives 7 and pays 1 before it crashes for good."""
    script = (
        pay(5, 5, "P2", "P1"),
        TakeCheckpoint(8 * MS, "P2"),
        pay(10, 7),
        pay(25, 1, "P2", "P1"),
        Crash(30 * MS, "P2"),
        Rollback(40 * MS, to_ms * MS),
    )
    run = run_of(*script, logging=logging)
    report = run_report(run)
    assert report["processes"][1] == {
        "id": "P2",
        "state": {"balance": held},
        "events": events,
        "down": True,
    }
    under_way_or_lost = sum(m["payload"]["amount"] for m in report.get("lost_messages", ()))
    assert sum(p["state"]["balance"] for p in report["processes"]) + under_way_or_lost == 300
    before = run.trace.recoveries[0].row
    assert run.states_at(before)[1] == {"balance": 101}


def test_that_what_is_lost_at_the_very_end_is_lost():
    run = run_of(Crash(10 * MS, "P2"), pay(20, 5), when_down="lost", until_ms=40)
    assert run.message_counts["lost"] == 1 and run.message_counts["in_flight"] == 0
    assert run.lost_messages() == [0]


def test_that_what_is_held_and_was_never_sent_after_all_is_not_received():
    """P2 has something to send and waits for a confirmation, so it holds the 20 back."""
    script = pay(5, 1), pay(20, 20, delay_ms=5), pay(16, 3, "P2", "P1"), Rollback(30 * MS, 17 * MS)
    run = run_of(*script, logging="sender-based", fifo=False)
    assert (25, 20) not in receives(run) and 20 not in [amount for _, amount in receives(run)]
    (wait,) = [wait for wait in run.trace.waits if run.trace.payloads[wait.message] == 20]
    assert (wait.since_us, wait.until_us) == (25 * MS, 30 * MS)
    assert run.message_counts["sent"] == 2
