"""``snapviz decide``: the story of each snapshot that is kept."""

from __future__ import annotations

import json

from snapviz.cli import main


def printed(capsys, *words) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_that_each_step_is_a_line_with_its_instant(root, capsys):
    file = str(root / "scenarios" / "62-coordinator-dies.snapviz.json")
    lines = printed(capsys, "decide", file).splitlines()
    assert lines[0] == "S1 two-phase"
    assert "  150.000  P1 crashes; those who have voted cannot go on: P2, P3" in lines
    assert lines[-1] == "  470.000  P3 learns that S1 is aborted"


def test_that_json_names_step_and_process(root, capsys):
    file = str(root / "scenarios" / "63-minority-cannot-decide.snapviz.json")
    told = json.loads(printed(capsys, "decide", file, "--json"))
    assert [s["id"] for s in told["snapshots"]] == ["S1", "S2"]
    decides = [step for step in told["snapshots"][1]["steps"] if step["step"] == "decides"]
    assert [(d["process"], d["at_ms"]) for d in decides] == [("P2", 367.379)]
    parted = [step for step in told["snapshots"][0]["steps"] if step["step"] == "parted"]
    assert parted[0]["process"] is None and parted[0]["at_ms"] == 155


def test_that_a_run_that_keeps_nothing_says_so(root, capsys):
    file = str(root / "scenarios" / "01-crossing-transfers.snapviz.json")
    assert printed(capsys, "decide", file).strip() == "no snapshot of this run is kept"
    assert json.loads(printed(capsys, "decide", file, "--json"))["snapshots"] == []
