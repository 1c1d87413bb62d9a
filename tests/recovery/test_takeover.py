"""A standby takes a process over from whatever is latest: its checkpoints, or a kept snapshot."""

from __future__ import annotations

from itertools import permutations

import pytest

from snapviz.recovery.takeover import Serving
from snapviz.report import run_report
from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Crash,
    Fixed,
    Heal,
    Logging,
    Partition,
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
NAMES = ("P1", "P2", "P3", "P4")
KEPT, COPIED = "kept", "lost"


def pay(at_ms, amount, source="P1", target="P2"):
    return Send(at_ms * MS, source, target, {"amount": amount})


def snapshot(at_ms, copies=1, **fields):
    return TakeSnapshot(at_ms * MS, initiator="P1", copies=copies, **fields)


def checkpoint(at_ms, process="P2"):
    return TakeCheckpoint(at_ms * MS, process)


def report_of(*script, method="none", storage=KEPT, crash_ms=200, collect=False, named=None):
    """P2 crashes, and P4 takes it over 20 ms later; every message takes 5 ms."""
    back = Restart((crash_ms + 20) * MS, "P2", "P4", storage, named)
    failure = Crash(crash_ms * MS, "P2"), back
    channels = tuple(Channel(a, b, delay=Fixed(5 * MS)) for a, b in permutations(NAMES, 2))
    run = simulate(
        Scenario(
            tuple(Process(name, {"balance": 100}) for name in NAMES),
            channels,
            script=(*script, *failure),
            duration_us=400 * MS,
            logging=Logging(method, 30 * MS),
            checkpointing=Checkpointing("none", 100 * MS, collect),
        )
    )
    return run_report(run)


def begun_from(report) -> tuple[dict, dict | None]:
    """The checkpoint that P2 restarted from, and where it was taken from."""
    recovery = report["recoveries"][-1]
    index = recovery["recovery_line"]["P2"]
    found = [
        c for c in report.get("checkpoints", ()) if (c["process"], c["index"]) == ("P2", index)
    ]
    assert found or index == 0
    return (found or [None])[0], recovery.get("taken_from", {}).get("P2")


def states(report):
    return {p["id"]: p["state"]["balance"] for p in report["processes"]}


def test_that_a_later_checkpoint_beats_a_snapshot():
    taken, part = begun_from(report_of(pay(10, 5), snapshot(50), pay(100, 7), checkpoint(150)))
    assert (taken["kind"], taken["taken_ms"], part) == ("scripted", 150, None)


def test_that_a_later_snapshot_beats_a_checkpoint():
    report = report_of(pay(10, 5), checkpoint(30), pay(50, 7), snapshot(100))
    taken, part = begun_from(report)
    assert (taken["kind"], taken["snapshot"], taken["adopted_ms"]) == ("snapshot", "S1", 220)
    assert taken["taken_ms"] == 105 and taken["state"] == {"balance": 112}
    assert part == {"snapshot": "S1", "held_by": "P2"}
    assert report["recoveries"][0]["undone_events"] == 0


@pytest.mark.parametrize(("named", "balance"), [("S1", 105), ("S2", 112), (None, 112), ("S3", 100)])
def test_that_only_the_parts_of_the_snapshot_that_is_named_serve(named, balance):
    script = pay(10, 5), snapshot(40), pay(70, 7), snapshot(100)
    report = report_of(*script, storage=COPIED, named=named)
    part = begun_from(report)[1]
    expected = None if named == "S3" else {"snapshot": named or "S2", "held_by": "P3"}
    assert part == expected and states(report)["P2"] == balance


def test_that_with_a_named_snapshot_a_later_checkpoint_still_serves():
    script = pay(10, 5), snapshot(40), pay(70, 7), checkpoint(100), snapshot(120)
    taken, part = begun_from(report_of(*script, named="S1"))
    assert (taken["kind"], taken["taken_ms"], part) == ("scripted", 100, None)


def test_that_survivors_go_back_with_it_to_the_snapshot_that_is_named():
    script = snapshot(40, 2), pay(60, 7, "P2", "P3"), snapshot(100, 2)
    (recovery,) = report_of(*script, storage=COPIED, named="S1")["recoveries"]
    assert {part["snapshot"] for part in recovery["taken_from"].values()} == {"S1"}
    assert recovery["undone"] == {"P2": 1, "P3": 1}
    # Another takeover of that instant names none, so that all serve those who stay up.
    other = Crash(200 * MS, "P1"), Restart(220 * MS, "P1", "P4", "lost")
    (recovery,) = report_of(*script, *other, storage=COPIED, named="S1")["recoveries"]
    assert recovery["taken_from"]["P2"]["snapshot"] == "S1"
    assert recovery["taken_from"]["P1"]["snapshot"] == "S2"


def test_that_what_is_named_for_who_is_not_taken_over_after_all_serves_nobody():
    serving = Serving({1}, {1: "S1", 2: "S2"})
    assert [serving.may(process, 0) for process in (0, 1, 2)] == [True] * 3
    assert not any(serving.may(process, 1) for process in (0, 1, 2))


def test_that_a_plain_restart_asks_for_checkpoints_only():
    script = pay(10, 5), checkpoint(30), pay(50, 7), snapshot(100), Restart(215 * MS, "P2")
    taken, part = begun_from(report_of(*script))
    assert (taken["kind"], part) == ("scripted", None)


def test_that_without_its_storage_a_process_begins_with_a_copy():
    script = pay(10, 5), snapshot(50), pay(100, 7), checkpoint(150)
    report = report_of(*script, method="pessimistic", storage=COPIED)
    taken, part = begun_from(report)
    assert (taken["kind"], taken["taken_ms"]) == ("snapshot", 55)
    assert part == {"snapshot": "S1", "held_by": "P3"}
    (recovery,) = report["recoveries"]
    assert recovery["storage_lost"] == ["P2"]
    assert [m["payload"]["amount"] for m in recovery["lost_messages"]] == [7]
    assert states(report)["P2"] == 105
    (gone,) = [c for c in report["checkpoints"] if c["kind"] == "scripted"]
    assert gone["lost_ms"] == 220 and "undone" not in gone


def test_that_the_next_holder_is_asked_if_the_first_is_down():
    script = pay(10, 5), snapshot(50, copies=2), Crash(150 * MS, "P3")
    assert begun_from(report_of(*script, storage=COPIED))[1]["held_by"] == "P4"
    taken, part = begun_from(report_of(*script[:1], snapshot(50), script[2], storage=COPIED))
    assert taken is None and part is None


def test_that_what_the_snapshot_has_of_a_channel_arrives_once_more():
    report = report_of(pay(53, 9, "P3"), snapshot(50), pay(100, 7, "P3"), storage=COPIED)
    (recovery,) = report["recoveries"]
    assert [m["payload"]["amount"] for m in recovery["delivered_again"]] == [9]
    assert [m["payload"]["amount"] for m in recovery["lost_messages"]] == [7]
    assert states(report)["P2"] == 109


def test_that_survivors_go_back_to_their_parts_too():
    script = pay(10, 30, "P1", "P3"), snapshot(50), pay(100, 7, "P2", "P3")
    report = report_of(*script, storage=COPIED)
    (recovery,) = report["recoveries"]
    assert recovery["orphaned_messages"][0]["payload"] == {"amount": 7}
    assert recovery["taken_from"]["P3"] == {"snapshot": "S1", "held_by": "P3"}
    assert recovery["undone"] == {"P2": 1, "P3": 1} and states(report)["P3"] == 130


@pytest.mark.parametrize("method", ["sender-based", "causal"])
def test_that_a_log_that_others_keep_leads_on_from_a_copy(method):
    script = pay(10, 5), snapshot(50), pay(100, 7), pay(120, 3, "P2", "P3")
    report = report_of(*script, method=method, storage=COPIED)
    (recovery,) = report["recoveries"]
    assert begun_from(report)[1] == {"snapshot": "S1", "held_by": "P3"}
    assert recovery["replayed_messages"] == 1 and recovery["undone_events"] == 0
    assert recovery["state_after_replay"] == recovery["state_before_crash"]
    assert recovery["recovery_line"]["P3"] == "current"


@pytest.mark.parametrize("method", ["sender-based", "causal"])
def test_that_others_have_forgotten_what_lies_behind_a_checkpoint(method):
    script = pay(10, 5), snapshot(50), pay(100, 7), checkpoint(150)
    report = report_of(*script, method=method, storage=COPIED)
    (recovery,) = report["recoveries"]
    assert recovery["replayed_messages"] == 0
    assert [m["payload"]["amount"] for m in recovery["lost_messages"]] == [7]


def test_that_a_snapshot_counts_only_if_it_stands():
    script = snapshot(50), pay(30, 5), Rollback(150 * MS, 20 * MS)
    assert begun_from(report_of(*script, storage=COPIED)) == (None, None)


def test_that_a_snapshot_that_was_not_committed_does_not_count():
    script = pay(10, 5), snapshot(50, commit="two-phase"), Crash(66 * MS, "P1")
    report = report_of(*script, storage=COPIED)
    assert report["snapshots"][0]["status"] == "complete"
    assert report["snapshots"][0]["commit"]["outcome"] == "pending"
    assert begun_from(report) == (None, None)
    report = report_of(*script[:2], storage=COPIED)
    assert report["snapshots"][0]["commit"]["outcome"] == "committed"
    assert begun_from(report)[1] == {"snapshot": "S1", "held_by": "P3"}


def test_that_copies_it_held_and_decisions_go_with_the_storage():
    script = pay(10, 5), snapshot(50, commit="two-phase")
    kept, lost = (report_of(*script, storage=way)["snapshots"][0] for way in (KEPT, COPIED))
    assert kept["storage"]["copies"]["P1"] == ["P2"] and kept["commit"]["decided_by"] == list(NAMES)
    assert lost["storage"]["copies"]["P1"] == []
    assert "P2" not in lost["commit"]["decided_by"]


def test_that_a_later_crash_finds_what_was_adopted_on_stable_storage():
    script = pay(10, 5), snapshot(50), pay(100, 7)
    again = Crash(300 * MS, "P2"), Restart(320 * MS, "P2")
    first, second = report_of(*script, *again, storage=COPIED)["recoveries"]
    assert second["recovery_line"]["P2"] == first["recovery_line"]["P2"] == 1
    assert "taken_from" not in second


def test_that_a_process_of_which_nothing_is_left_stays_down():
    script = pay(10, 5), checkpoint(60), checkpoint(60, "P1"), pay(100, 4, "P2", "P1")
    report = report_of(
        *script, checkpoint(150, "P1"), checkpoint(151), storage=COPIED, collect=True
    )
    assert "recoveries" not in report
    (skipped,) = report["skipped"]
    assert (skipped["action"], skipped["process"]) == ("restart", "P2")
    assert skipped["why"] == "nothing left"


def test_that_all_goes_on_though_nothing_is_left_of_one():
    """Its machine was not asked for: the others save and collect, and it comes back as it was."""
    script = pay(10, 5), checkpoint(60), checkpoint(60, "P1"), pay(100, 4, "P2", "P1")
    later = checkpoint(150, "P1"), checkpoint(151), checkpoint(250, "P1"), Rollback(260 * MS, MS)
    again = Restart(300 * MS, "P2")
    report = report_of(*script, *later, again, storage=COPIED, collect=True)
    assert [entry["why"] for entry in report["skipped"]] == ["nothing left", "collected"]
    (recovery,) = report["recoveries"]
    assert recovery["crashed"] == ["P2"] and recovery["recovery_line"]["P2"] == 2
    assert not any("lost_ms" in taken for taken in report["checkpoints"])
    assert sum(process["state"]["balance"] for process in report["processes"]) == 400


def test_that_those_who_restart_with_one_of_whom_nothing_is_left_come_back():
    script = pay(10, 5), checkpoint(60), checkpoint(60, "P1"), pay(100, 4, "P2", "P1")
    crash = checkpoint(150, "P1"), checkpoint(151), Crash(180 * MS, "P1")
    report = report_of(*script, *crash, Restart(220 * MS, "P1"), storage=COPIED, collect=True)
    assert [(s["process"], s["why"]) for s in report["skipped"]] == [("P2", "nothing left")]
    assert [recovery["crashed"] for recovery in report["recoveries"]] == [["P1"]]


def test_that_who_has_lost_its_storage_knows_of_no_commit_any_more():
    apart = Partition(71 * MS, (("P1", "P2", "P3"), ("P4",)))
    script = pay(10, 5, "P4"), snapshot(50, copies=2, commit="two-phase"), apart
    bare = Crash(90 * MS, "P3"), Restart(100 * MS, "P3", "P4", COPIED)
    report = report_of(*script, Crash(80 * MS, "P1"), Heal(85 * MS), *bare)
    assert report["snapshots"][0]["commit"]["decided_by"] == ["P1", "P2"]
    assert begun_from(report) == (None, None)
    report = report_of(*script, Crash(80 * MS, "P1"), Heal(85 * MS))
    assert report["snapshots"][0]["commit"]["decided_by"] == ["P1", "P2", "P3"]
    assert begun_from(report)[1] == {"snapshot": "S1", "held_by": "P2"}
