"""What ``run --json`` prints, to the letter."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.report import check_report, run_report
from snapviz.scenario.model import Internal, Pin, Scenario
from snapviz.simulation import simulate
from tests.engine.strategies import scenarios
from tests.engine.worlds import bank, mesh, processes, sends, snapshots


def crossing() -> Scenario:
    """Two transfers cross while P1 takes a snapshot."""
    return Scenario(
        processes(2, 1000),
        mesh(2),
        title="Two transfers cross",
        seed=42,
        duration_us=600_000,
        script=(
            *sends(120_000, source="P2", target="P1", payload={"amount": 40}, delay_us=160_000),
            *sends(150_000, payload={"amount": 95}),
            *snapshots(220_000),
        ),
        delays=(Pin("P1", "P2", 1, 12_500),),
    )


def test_that_the_report_of_a_small_run_is_exactly_this():
    report = json.loads(json.dumps(run_report(simulate(crossing()))))
    assert report.pop("trace_digest").startswith("sha256:")
    assert report == {
        "title": "Two transfers cross",
        "seed": 42,
        "until_ms": 600.0,
        "events": 4,
        "messages": {"sent": 2, "received": 2, "lost": 0, "in_flight": 0, "control": 2},
        "processes": [
            {"id": "P1", "state": {"balance": 945}, "events": 2},
            {"id": "P2", "state": {"balance": 1055}, "events": 2},
        ],
        "snapshots": [
            {
                "id": "S1",
                "protocol": "chandy-lamport",
                "initiator": "P1",
                "started_ms": 220.0,
                "completed_ms": 282.5,
                "status": "complete",
                "processes": {
                    "P1": {
                        "recorded_ms": 220.0,
                        "event_index": 1,
                        "state": {"balance": 905},
                        "vector_clock": {"P1": 1},
                    },
                    "P2": {
                        "recorded_ms": 232.5,
                        "event_index": 2,
                        "state": {"balance": 1055},
                        "vector_clock": {"P1": 1, "P2": 2},
                    },
                },
                "channels": {
                    "P2->P1": [{"payload": {"amount": 40}, "sent_ms": 120.0, "received_ms": 280.0}]
                },
                "verdict": {
                    "consistent": True,
                    "orphans": [],
                    "missing": [],
                    "extra": [],
                    "lost": [],
                    "conserved": {"expected": 2000, "recorded": 2000},
                },
                "cost": {"control_messages": 2, "piggyback_bytes": 0, "duration_ms": 62.5},
            }
        ],
    }


def test_that_a_snapshot_under_way_has_no_verdict_and_no_end():
    report = run_report(simulate(crossing(), until_us=225_000))
    assert report["until_ms"] == 225.0
    snapshot = report["snapshots"][0]
    assert snapshot["status"] == "recording"
    assert snapshot["verdict"] is snapshot["completed_ms"] is None
    assert snapshot["cost"] == {"control_messages": 1, "piggyback_bytes": 0, "duration_ms": None}
    assert list(snapshot["processes"]) == ["P1"]
    assert report["messages"]["in_flight"] == 1


def test_that_vector_clocks_leave_out_what_is_zero():
    scenario = Scenario(processes(3), mesh(3), script=(Internal(5, "P3"), *snapshots(9)))
    report = run_report(simulate(scenario))["snapshots"][0]
    clocks = {pid: process["vector_clock"] for pid, process in report["processes"].items()}
    assert clocks == {"P1": {}, "P2": {}, "P3": {"P3": 1}}
    assert report["processes"]["P3"]["event_index"] == 1


def test_that_nothing_is_conserved_where_nothing_counts():
    scenario = Scenario(processes(2, None), mesh(2), script=snapshots(0))
    run = simulate(scenario)
    assert run_report(run)["snapshots"][0]["verdict"]["conserved"] is None
    assert run.sound


@pytest.mark.parametrize(("balance", "amount"), [(2**53 - 1, 2**53 - 1), (0, 0)])
def test_that_the_largest_and_the_least_amounts_are_exact(balance, amount):
    script = (*sends(0, payload={"amount": amount}), *snapshots(10_000))
    run = simulate(Scenario(processes(2, balance), mesh(2), script=script))
    verdict = run_report(run)["snapshots"][0]["verdict"]
    assert verdict["conserved"] == {"expected": 2 * balance, "recorded": 2 * balance}


@settings(max_examples=50)
@given(scenarios())
def test_that_every_report_is_plain_json_and_adds_up(scenario):
    run = simulate(scenario)
    report = run_report(run)
    assert json.loads(json.dumps(report, allow_nan=False)) == report
    assert report["events"] == sum(process["events"] for process in report["processes"])
    counts = report["messages"]
    assert counts["sent"] == counts["received"] + counts["lost"] + counts["in_flight"]
    assert len(report.get("lost_messages", ())) == counts["lost"]
    for snapshot in report["snapshots"]:
        assert (snapshot["verdict"] is None) == (snapshot["status"] != "complete")


def test_that_check_is_ok_only_if_every_snapshot_is():
    good = check_report("a", simulate(crossing()))
    assert (good["file"], good["ok"]) == ("a", True)
    unfinished = check_report("b", simulate(crossing(), until_us=225_000))
    assert not unfinished["ok"]
    assert unfinished["snapshots"][0]["verdict"] is None


def test_that_times_keep_their_three_decimals():
    scenario = replace(bank(2, 50_001), script=snapshots(12_345))
    report = run_report(simulate(scenario))
    assert report["until_ms"] == 50.001
    assert report["snapshots"][0]["started_ms"] == 12.345
    last = run_report(simulate(Scenario(processes(1), duration_us=10**15 - 1)))
    assert json.dumps(last["until_ms"]) == "999999999999.999"
