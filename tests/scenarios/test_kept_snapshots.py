"""What the scenarios of copies and of a commit claim is what their runs show."""

from __future__ import annotations

from dataclasses import replace

import pytest

import snapviz
from snapviz.report import run_report
from snapviz.scenario.model import Crash, Restart, TakeSnapshot
from snapviz.simulation import simulate
from snapviz.study.restoring import restored


@pytest.fixture
def scenario(root):
    def loaded(start: str):
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return snapviz.load_scenario(path)

    return loaded


def only(scenario, until_us=None) -> dict:
    (snapshot,) = run_report(simulate(scenario, until_us))["snapshots"]
    return snapshot


def test_that_two_copies_survive_two_crashes_and_one_does_not(scenario):
    two, one = only(scenario("60")), only(scenario("61"))
    assert two["status"] == one["status"] == "complete"
    assert two["storage"]["copies"]["P2"] == ["P3", "P4"] and two["storage"]["restorable"]
    assert one["storage"]["copies"]["P2"] == ["P3"] and not one["storage"]["restorable"]
    script = [
        replace(a, copies=1) if isinstance(a, TakeSnapshot) else a for a in scenario("60").script
    ]
    assert tuple(script) == scenario("61").script


def test_that_copies_in_one_rack_die_with_it_and_across_the_racks_do_not(scenario):
    one, across = only(scenario("66")), only(scenario("67"))
    assert one["status"] == across["status"] == "complete"
    assert one["storage"]["copies"]["P1"] == ["P2"] and not one["storage"]["restorable"]
    assert across["storage"]["copies"]["P1"] == ["P3"] and across["storage"]["restorable"]
    assert one["cost"] == across["cost"]
    placed = [
        replace(a, placement="across-groups") if isinstance(a, TakeSnapshot) else a
        for a in scenario("66").script
    ]
    assert tuple(placed) == scenario("67").script
    again = restored(simulate(scenario("67")), simulate(scenario("67")).snapshots[0])
    assert sum(s["balance"] for s in again.states_at(again.trace.row_count)) == 400


def test_that_what_was_on_the_way_is_there_after_restoring(scenario):
    run = simulate(scenario("60"))
    again = restored(run, run.snapshots[0])
    assert [s["balance"] for s in again.states_at(again.trace.row_count)] == [70, 125, 130, 75]
    assert again.message_count == 1
    gone = simulate(scenario("61"))
    assert restored(gone, gone.snapshots[0]) is None


def test_that_all_wait_for_the_coordinator_and_abort_when_it_is_back(scenario):
    waiting = only(scenario("62"), 449_999)["commit"]
    assert (waiting["outcome"], waiting["decided_by"], waiting["decided_ms"]) == (
        "pending",
        [],
        None,
    )
    told = {(w["process"], w["for"], w["from"]) for w in waiting["waiting"]}
    assert told == {("P2", "decision", "P1"), ("P3", "decision", "P1")}
    aborted = only(scenario("62"))["commit"]
    blocked = [(b["process"], b["since_ms"], b["until_ms"]) for b in aborted.pop("blocked")]
    assert blocked == [("P2", 150.0, 470.0), ("P3", 150.0, 470.0)]
    assert aborted == {
        "method": "two-phase",
        "outcome": "aborted",
        "decided_by": ["P1", "P2", "P3"],
        "decided_ms": 450.0,
    }


def test_that_without_the_crash_it_commits(scenario):
    calm = [a for a in scenario("62").script if not isinstance(a, Crash | Restart)]
    committed = only(replace(scenario("62"), script=tuple(calm)))
    assert committed["commit"]["outcome"] == "committed"
    assert committed["commit"]["decided_by"] == ["P1", "P2", "P3"]
    assert committed["cost"]["commit_messages"] == 6
    assert committed["cost"]["control_messages"] == 6
