"""Three cases of a distributed systems course, with the results its graders expect."""

import json

import pytest

from snapviz.documents import load_scenario
from snapviz.report import run_report
from snapviz.simulation import simulate

CASES = ["2nodes-simple", "3nodes-simple", "8nodes-sequential-snapshots"]


@pytest.fixture(params=CASES)
def case(request, data):
    """(what ``run --json`` prints, what is expected of it)."""
    stem = data / "course" / request.param
    expected = json.loads(stem.with_suffix(".expected.json").read_text(encoding="utf-8"))
    run = simulate(load_scenario(stem.with_suffix(".snapviz.json")))
    return json.loads(json.dumps(run_report(run))), expected


def test_that_every_snapshot_records_what_is_expected(case):
    report, expected = case
    found = [
        {
            "initiator": snapshot["initiator"],
            "balance": {pid: p["state"]["balance"] for pid, p in snapshot["processes"].items()},
            "channels": {
                ends: [message["payload"]["amount"] for message in messages]
                for ends, messages in snapshot["channels"].items()
            },
        }
        for snapshot in report["snapshots"]
    ]
    assert found == expected["snapshots"]


def test_that_the_balances_at_the_end_are_those_expected(case):
    report, expected = case
    found = {process["id"]: process["state"]["balance"] for process in report["processes"]}
    assert found == expected["final_balance"]


def test_that_every_snapshot_is_complete_and_sound(case):
    report, expected = case
    total = sum(expected["final_balance"].values())
    assert [snapshot["id"] for snapshot in report["snapshots"]] == [
        f"S{number + 1}" for number in range(len(expected["snapshots"]))
    ]
    for snapshot in report["snapshots"]:
        verdict = snapshot["verdict"]
        assert snapshot["status"] == "complete"
        assert verdict["consistent"]
        assert (verdict["orphans"], verdict["missing"], verdict["extra"]) == ([], [], [])
        assert verdict["conserved"] == {"expected": total, "recorded": total}
    assert report["messages"]["in_flight"] == report["messages"]["lost"] == 0


def test_that_a_case_sends_exactly_one_marker_on_every_channel(case, data):
    report, _ = case
    name = report["title"].removeprefix("Course case ")
    text = (data / "course" / f"{name}.snapviz.json").read_text(encoding="utf-8")
    channels = len(json.loads(text)["channels"])
    assert [s["cost"]["control_messages"] for s in report["snapshots"]] == [channels] * len(
        report["snapshots"]
    )
    assert report["messages"]["control"] == channels * len(report["snapshots"])
