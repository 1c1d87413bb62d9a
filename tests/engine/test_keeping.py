"""Kept snapshots in small: alone, one way only, repeated, tampered with, taken up again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.kept import storage_of
from snapviz.run import Run
from snapviz.scenario.model import (
    Channel,
    Crash,
    Fixed,
    Restart,
    Rollback,
    Scenario,
    SetChannel,
    TakeSnapshot,
)
from snapviz.simulation import simulate
from tests.engine.worlds import bank, keep_many_keyframes, pair, processes, sends

KEPT = TakeSnapshot(100_000, initiator="P1", copies=1, commit="two-phase")


def only(scenario: Scenario, until_us: int | None = None):
    (snapshot,) = simulate(scenario, until_us).snapshots
    return snapshot


def test_that_one_process_agrees_with_itself():
    alone = Scenario(processes(1), script=(replace(KEPT, copies=0),))
    snapshot = only(alone)
    assert (snapshot.commit.outcome, snapshot.commit.decided_by) == ("committed", ("P1",))
    assert snapshot.commit.decided_us == 100_000
    assert snapshot.storage.copies == {"P1": []} and snapshot.storage.restorable


def test_that_parts_go_from_hop_to_hop_where_no_channel_leads():
    """Round a ring that goes one way the parts take 3, 2 and 1 hops, and their answers the rest."""
    ids = ["P1", "P2", "P3", "P4"]
    ends = zip(ids, ids[1:] + ids[:1], strict=True)
    ring = tuple(Channel(a, b, delay=Fixed(5_000)) for a, b in ends)
    taken = replace(KEPT, copies=0, commit="none")
    for copies, told in ((0, None), (1, {"gather": 6, "copy": 4, "ack": 6 + 4 * 3})):
        scenario = Scenario(processes(4), ring, script=(replace(taken, copies=copies),))
        snapshot = only(scenario)
        assert snapshot.status == "complete"
        assert snapshot.cost.keeping == told
    two_phase = replace(taken, commit="two-phase")
    cost = only(Scenario(processes(4), ring, script=(two_phase,))).cost.keeping
    # Every question and its answer go once round the ring; the decision has 1, 2 and 3 hops.
    assert cost["commit"] == 3 * 4 + 1 + 2 + 3


def test_that_what_cannot_come_back_is_aborted():
    """P2 hears the marker and can answer nobody."""
    one_way = replace(pair(), channels=(Channel("P1", "P2"),), script=(KEPT,))
    snapshot = only(one_way)
    assert snapshot.status == "complete"
    assert snapshot.commit.outcome == "aborted" and snapshot.commit.decided_by == ("P1", "P2")
    assert snapshot.storage.copies == {"P1": ["P2"], "P2": []}


def test_that_a_failed_capture_is_aborted_by_all():
    script = (KEPT, Crash(120_000, "P1"), Restart(150_000, "P1"))
    snapshot = only(replace(bank(3), script=script))
    assert snapshot.status == "failed" and snapshot.verdict is None
    assert snapshot.commit.outcome == "aborted"
    assert snapshot.commit.decided_by == ("P1", "P2", "P3")
    assert not snapshot.storage.restorable


def test_that_a_capture_that_goes_on_is_pending():
    lossy = replace(pair(loss=1), script=(KEPT,))
    snapshot = only(lossy)
    assert snapshot.status == "recording"
    assert snapshot.commit.outcome == "pending"
    assert (snapshot.commit.decided_us, snapshot.commit.decided_by) == (None, ())


def test_that_who_was_rolled_back_behind_its_record_refuses():
    channels = (Channel("P1", "P2", delay=Fixed(1_000)), Channel("P2", "P1", delay=Fixed(20_000)))
    script = (*sends(50_000, source="P2", target="P1"), KEPT, Rollback(125_000, 10_000))
    run = simulate(replace(pair(), channels=channels, script=script))
    (snapshot,) = run.snapshots
    assert snapshot.status == "complete"
    assert snapshot.commit.outcome == "aborted"
    assert snapshot.commit.decided_by == ("P1", "P2")


def test_that_every_repetition_is_kept():
    run = simulate(replace(bank(3), script=(replace(KEPT, every_us=100_000, times=3),)))
    assert [s.commit.outcome for s in run.snapshots] == ["committed"] * 3
    assert all(s.storage.restorable for s in run.snapshots)


def test_that_an_initiator_still_has_after_a_crash_what_it_had_gathered():
    """P2's part is in, and will not be sent again; P3's is on its way."""
    delays = {("P3", "P1"): Fixed(40_000)}
    channels = tuple(
        Channel(c.source, c.target, delay=delays.get((c.source, c.target), Fixed(10_000)))
        for c in bank(3).channels
    )
    trouble = (Crash(155_000, "P1"), Restart(156_000, "P1"))
    scenario = Scenario(processes(3), channels, script=(KEPT, *trouble))
    snapshot = only(scenario)
    assert snapshot.completed_us == 150_000
    assert snapshot.commit.outcome == "committed" and len(snapshot.commit.decided_by) == 3
    assert snapshot.cost.keeping["gather"] == 2


def test_that_an_initiator_waits_for_parts_until_they_are_in_or_it_gives_up():
    """P3's part is lost on its way; after six round trips P1 has the snapshot aborted."""
    cut = SetChannel(115_000, "P3", "P1", loss=1.0)
    channels = tuple(Channel(c.source, c.target, delay=Fixed(10_000)) for c in bank(3).channels)
    ring = Scenario(processes(3), channels, script=(replace(KEPT, copies=0), cut))
    waits = [
        (waiting.process, waiting.what, waiting.sender, waiting.since_us)
        for waiting in only(ring, 125_000).undecided
    ]
    assert waits == [("P1", "part", "P2", 120_000), ("P1", "part", "P3", 120_000)]
    waits = [(waiting.what, waiting.sender) for waiting in only(ring, 200_000).undecided]
    assert waits == [("part", "P3")]
    after = only(ring)
    assert after.commit.outcome == "aborted" and after.undecided == ()


def test_that_a_part_that_was_tampered_with_does_not_count():
    run = simulate(replace(bank(3), script=(KEPT, Crash(500_000, "P2"))))
    trace = run.trace
    assert run.snapshots[0].storage.restorable
    place = next(p for p in trace.stored if p[1:] == ("copying", "copy 0 1"))
    part, digest = trace.stored[place]
    stored = {**trace.stored, place: ({**part, "state": {"balance": 9}}, digest)}
    spoilt = storage_of(replace(trace, stored=stored), trace.snapshots[0])
    assert not spoilt.restorable and spoilt.copies["P2"] == []


def rows_of(run: Run) -> tuple:
    return run.digest, run.trace.decisions, run.trace.remarks, run.trace.stored


@pytest.mark.parametrize("kept_from", [0, 200_000, 450_000])
def test_that_an_edited_run_goes_on_keeping(monkeypatch, kept_from):
    keep_many_keyframes(monkeypatch)
    trouble = (Crash(140_000, "P2"), Restart(250_000, "P2"), Crash(480_000, "P3"))
    before = replace(bank(3), script=(KEPT, replace(KEPT, at_us=300_000), *trouble))
    after = replace(before, script=(*before.script, *sends(kept_from + 1)))
    assert rows_of(simulate(after, earlier=simulate(before))) == rows_of(simulate(after))
