"""What the scenarios of Paxos and Raft claim is what their runs show."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

import snapviz
from snapviz.report import run_report
from snapviz.run import Run
from snapviz.scenario.model import Heal, TakeSnapshot
from snapviz.simulation import simulate


@pytest.fixture
def run(root):
    @cache
    def run_of(start: str) -> Run:
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return snapviz.simulate(snapviz.load_scenario(path))

    return run_of


def commits(run: Run) -> list[tuple]:
    """(outcome, who has decided, when in whole ms) of each snapshot."""
    found = []
    for snapshot in run_report(run)["snapshots"]:
        commit, decided_ms = snapshot["commit"], snapshot["commit"]["decided_ms"]
        whole_ms = None if decided_ms is None else int(decided_ms)
        found.append((commit["outcome"], commit["decided_by"], whole_ms))
    return found


def notes(run: Run, kind: str) -> list[tuple]:
    """(whole ms, process, values) of the notes of a kind."""
    ids = run.trace.process_ids
    remarks = (r for r in run.trace.remarks if r.kind == kind)
    return [(r.time_us // 1000, ids[r.process], r.values) for r in remarks]


def decisions(run: Run, snapshot: int) -> list[tuple]:
    made = (d for d in run.trace.decisions if d.snapshot == snapshot)
    return [(d.time_us // 1000, run.trace.process_ids[d.process]) for d in made]


ALL = ["P1", "P2", "P3"]


def test_that_a_leader_cut_off_decides_nothing_and_the_others_do(run):
    split = run("63")
    assert notes(split, "leader") == [(160, "P1", (1,)), (327, "P2", (2,))]
    assert commits(split) == [("committed", ALL, 647), ("committed", ALL, 367)]
    assert decisions(split, 1)[:2] == [(367, "P2"), (387, "P3")]
    assert notes(split, "follower") == [(520, "P1", (2,))]


def test_that_a_minority_never_decides_where_nothing_heals(run):
    split = run("63").scenario
    script = tuple(action for action in split.script if not isinstance(action, Heal))
    apart = simulate(replace(split, script=script, duration_us=3_000_000))
    first, second = run_report(apart)["snapshots"]
    assert first["commit"]["outcome"] == "pending" and first["commit"]["decided_by"] == []
    assert first["commit"]["decided_ms"] is None and first["status"] == "complete"
    assert second["commit"]["decided_by"] == ["P2", "P3"]
    waiting = {(w["process"], w["for"], w["from"]) for w in first["commit"]["waiting"]}
    assert waiting == {("P1", "acknowledgement", "P2"), ("P1", "acknowledgement", "P3")}


def test_that_nor_does_a_minority_of_paxos(run):
    split = run("63").scenario
    script = tuple(
        replace(action, commit="paxos") if isinstance(action, TakeSnapshot) else action
        for action in split.script
        if not isinstance(action, Heal)
    )
    apart = simulate(replace(split, script=script, duration_us=3_000_000))
    assert notes(apart, "prepare")[0] == (120, "P1", (1, 0))
    first, second = run_report(apart)["snapshots"]
    assert first["commit"]["outcome"] == "pending" and first["commit"]["decided_by"] == []
    waiting = {(w["process"], w["for"], w["from"]) for w in first["commit"]["waiting"]}
    assert waiting == {("P1", "acceptance", "P2"), ("P1", "acceptance", "P3")}
    assert second["commit"]["outcome"] == "committed"
    assert second["commit"]["decided_by"] == ["P2", "P3"]


def test_that_what_the_dead_leader_sent_is_committed_by_the_next(run):
    died = run("64")
    assert notes(died, "appended")[:2] == [(180, "P2", (1, 1)), (180, "P3", (1, 1))]
    assert notes(died, "leader") == [(160, "P1", (1,)), (329, "P2", (2,))]
    assert decisions(died, 0) == [(369, "P2"), (389, "P3"), (500, "P1")]
    assert commits(died) == [("committed", ALL, 369)]


def test_that_two_outbid_each_other_and_propose_the_same(run):
    duel = run("65")
    asked = notes(duel, "prepare")
    assert asked == [(120, "P1", (1, 0)), (266, "P2", (2, 1)), (485, "P1", (3, 0))]
    ballots = [values[:2] for _, _, values in notes(duel, "accept")]
    digests = {values[2] for _, _, values in notes(duel, "accept")}
    assert ballots == [(1, 0), (2, 1), (3, 0)] and len(digests) == 1
    assert commits(duel) == [("committed", ALL, 565)]
