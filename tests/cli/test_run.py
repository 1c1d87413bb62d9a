"""``snapviz run``: the JSON graders read, and the tables people read."""

from __future__ import annotations

import pytest

from snapviz import simulation

BANK = [{"id": "P1", "state": {"balance": 100}}, {"id": "P2", "state": {"balance": 100}}]
BOTH = [{"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}]


def test_that_the_smallest_document_runs(snapviz, write):
    result = snapviz("run", write(), "--json")
    assert result.code == 0 and result.err == ""
    report = result.json
    assert report["title"] == "" and report["seed"] == 0 and report["until_ms"] == 1000
    assert report["events"] == 0 and report["snapshots"] == []
    assert set(report["messages"]) == {"sent", "received", "lost", "in_flight", "control"}
    assert not any(report["messages"].values())
    assert report["processes"][0] == {"id": "P1", "state": {}, "events": 0}
    assert report["trace_digest"].startswith("sha256:")


@pytest.fixture
def crossing(write):
    """P2 pays 40 across the cut; P1's snapshot takes 60 ms to reach P2 and as long to return."""
    return write(
        processes=BANK,
        channels=[{**channel, "delay": {"kind": "fixed", "ms": 60}} for channel in BOTH],
        script=[
            {"at_ms": 80, "action": "send", "from": "P2", "to": "P1", "payload": {"amount": 40}},
            {"at_ms": 100, "action": "snapshot", "initiator": "P1"},
        ],
    )


def test_that_a_snapshot_is_reported_as_the_contract_says(snapviz, crossing):
    (snapshot,) = snapviz("run", crossing, "--json").json["snapshots"]
    carried = {"payload": {"amount": 40}, "sent_ms": 80, "received_ms": 140}
    assert snapshot == {
        "id": "S1",
        "protocol": "chandy-lamport",
        "initiator": "P1",
        "started_ms": 100,
        "completed_ms": 220,
        "status": "complete",
        "processes": {
            "P1": {
                "recorded_ms": 100,
                "event_index": 0,
                "state": {"balance": 100},
                "vector_clock": {},
            },
            "P2": {
                "recorded_ms": 160,
                "event_index": 1,
                "state": {"balance": 60},
                "vector_clock": {"P2": 1},
            },
        },
        "channels": {"P2->P1": [carried]},
        "verdict": {
            "consistent": True,
            "orphans": [],
            "missing": [],
            "extra": [],
            "lost": [],
            "conserved": {"expected": 200, "recorded": 200},
        },
        "cost": {"control_messages": 2, "piggyback_bytes": 0, "duration_ms": 120},
    }


def test_that_an_unfinished_snapshot_has_no_verdict(snapviz, crossing):
    (snapshot,) = snapviz("run", crossing, "--json", "--until", "150").json["snapshots"]
    assert (snapshot["status"], snapshot["completed_ms"]) == ("recording", None)
    assert snapshot["verdict"] is None and snapshot["cost"]["duration_ms"] is None


def test_that_until_is_inclusive(snapviz, crossing):
    assert snapviz("run", crossing, "--json", "--until", "139.999").json["events"] == 1
    assert snapviz("run", crossing, "--json", "--until", "140").json["events"] == 2


def test_that_another_seed_gives_another_run(snapviz, write):
    workload = {"kind": "bank", "interval": {"kind": "exponential", "mean_ms": 60}}
    path = write(processes=BANK, channels=BOTH, workload=workload)
    digests = [
        snapviz("run", path, "--json", *words).json["trace_digest"]
        for words in ((), ("--seed", "0"), ("--seed", "7"))
    ]
    assert digests[0] == digests[1] != digests[2]


def test_that_an_unknown_protocol_is_refused(snapviz, crossing):
    result = snapviz("run", crossing, "--protocol", "telepathy")
    assert result.code == 2 and result.out == ""
    assert "no protocol 'telepathy'" in result.err and "chandy-lamport" in result.err


def test_that_a_branch_shares_what_came_before_it(snapviz, write):
    path = write(
        processes=BANK,
        channels=BOTH,
        script=[
            {"at_ms": 10, "action": "send", "from": "P1", "to": "P2", "payload": {"amount": 1}},
            {"at_ms": 300, "action": "send", "from": "P1", "to": "P2", "payload": {"amount": 2}},
        ],
        branches=[
            {
                "name": "what if",
                "from_ms": 300,
                "script": [{"at_ms": 400, "action": "internal", "process": "P2"}],
            }
        ],
    )
    report = snapviz("run", path, "--json", "--branch", "what if").json
    assert (report["messages"]["sent"], report["events"]) == (1, 3)
    refused = snapviz("run", path, "--branch", "other")
    assert refused.code == 2 and "what if" in refused.err


def test_that_lost_messages_are_listed_apart_and_off_the_expected_sum(snapviz, write):
    path = write(
        processes=BANK,
        channels=[{**BOTH[0], "loss": 1}, BOTH[1]],
        script=[
            {"at_ms": 10, "action": "send", "from": "P1", "to": "P2", "payload": {"amount": 30}},
            {"at_ms": 20, "action": "set-channel", "from": "P1", "to": "P2", "loss": 0},
            {"at_ms": 100, "action": "snapshot", "initiator": "P2"},
        ],
    )
    report = snapviz("run", path, "--json").json
    lost = {"from": "P1", "to": "P2", "payload": {"amount": 30}, "sent_ms": 10, "received_ms": None}
    assert report["messages"]["lost"] == 1 and report["lost_messages"] == [lost]
    verdict = report["snapshots"][0]["verdict"]
    assert verdict["lost"] == [lost] and verdict["missing"] == []
    assert verdict["conserved"] == {"expected": 170, "recorded": 170}


def test_that_the_table_names_processes_states_and_the_verdict(snapviz, crossing):
    result = snapviz("run", crossing)
    assert result.code == 0
    for words in ("P1", "balance 60", "P2 → P1", "amount 40", "consistent, sum 200 = 200"):
        assert words in result.out


def test_that_ids_are_printed_as_they_are(snapviz, write):
    result = snapviz("run", write(processes=[{"id": "[bold]银行[/bold]"}]))
    assert "[bold]银行[/bold]" in result.out


def committing(at_ms: int) -> dict:
    """A snapshot to be committed in a way that, without any, nothing knows."""
    return {"at_ms": at_ms, "action": "snapshot", "initiator": "P1", "commit": "two-phase"}


def test_that_what_cannot_be_simulated_yet_is_refused_in_words(snapviz, write, monkeypatch):
    monkeypatch.setattr(simulation, "AGREEMENT", {})
    path = write(script=[committing(5)])
    result = snapviz("run", path, "--json")
    assert result.code == 2 and result.out == ""
    assert result.err.startswith(f"{path}: script[0].commit: ")


def test_that_a_problem_in_a_branch_is_named_by_its_place_in_the_file(snapviz, write, monkeypatch):
    monkeypatch.setattr(simulation, "AGREEMENT", {})
    path = write(
        script=[committing(9)],
        branches=[{"name": "x", "from_ms": 5, "script": [committing(6)]}],
    )
    result = snapviz("run", path, "--branch", "x")
    assert result.code == 2
    (line,) = result.err.splitlines()
    assert line.startswith(f"{path}: branches[0].script[0].commit: ")


def test_that_the_table_lists_lost_messages(snapviz, write):
    path = write(
        channels=[{**BOTH[0], "loss": 1}],
        script=[{"at_ms": 10, "action": "send", "from": "P1", "to": "P2", "payload": {"n": 7}}],
    )
    assert "lost: P1 → P2 n 7, sent 10, never received" in snapviz("run", path).out


def test_that_the_table_lists_recoveries_and_who_is_down(snapviz, root):
    path = str(root / "scenarios" / "58-standby.snapviz.json")
    out = snapviz("run", path).out
    assert (
        "recovery at 220 ms, P2 back: P1 current, P2 checkpoint 1, P3 current, Standby current; "
        "0 events undone, 1 messages replayed, 0 delivered again, 0 lost" in out
    )
    assert "balance 148 (down)" in out and "balance 70\n" in out.replace("  ", "")
