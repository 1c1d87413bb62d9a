"""``snapviz recover``: what it prints, and what it refuses."""

import json

import pytest

from snapviz.cli import main


@pytest.fixture
def domino(root):
    return str(root / "scenarios" / "50-domino.snapviz.json")


def printed(capsys, *words):
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_that_recoveries_are_those_of_run_with_steps_in_words(domino, capsys):
    told = json.loads(printed(capsys, "recover", domino, "--json"))
    run = json.loads(printed(capsys, "run", domino, "--json"))
    steps = [recovery.pop("steps") for recovery in told["recoveries"]]
    assert told["recoveries"] == run["recoveries"]
    text = printed(capsys, "recover", domino)
    assert steps[0] and all(f"  {step}" in text for step in steps[0])
    assert told["costs"]["checkpoints"] == len(run["checkpoints"])


def test_that_a_comparison_has_a_line_for_each_way(domino, capsys):
    report = json.loads(printed(capsys, "recover", domino, "--compare", "--json"))
    lines = printed(capsys, "recover", domino, "--compare").splitlines()
    found = [line.split()[:2] for line in lines[4:]]
    assert found == [[one["checkpointing"], one["logging"]] for one in report["combinations"]]
    first = report["combinations"][0]
    assert (first["undone_events"], first["survivors_undone"]) == (20, 2)


def test_that_a_run_without_crashes_has_nothing_to_recover(root, capsys):
    file = str(root / "scenarios" / "02-bank-transfer.snapviz.json")
    assert "nothing had to recover" in printed(capsys, "recover", file)
    assert json.loads(printed(capsys, "recover", file, "--json"))["recoveries"] == []


def test_that_bad_input_is_refused(tmp_path, capsys):
    assert main(["recover", str(tmp_path / "none.json")]) == 2
    bad = tmp_path / "bad.json"
    text = '{"format": "snapviz/scenario", "version": 1, "processes": []}'
    bad.write_text(text, encoding="utf-8")
    assert main(["recover", str(bad), "--compare"]) == 2
    assert "processes" in capsys.readouterr().err


def test_that_what_waited_at_its_sender_is_told(write, snapviz):
    ends = [{"from": a, "to": b} for a in ("P1", "P2") for b in ("P1", "P2") if a != b]
    sends = [
        {"at_ms": 10, "action": "send", "from": "P1", "to": "P2"},
        {"at_ms": 70, "action": "send", "from": "P2", "to": "P1"},
        {"at_ms": 955, "action": "send", "from": "P1", "to": "P2"},
    ]
    file = write(
        processes=[{"id": "P1"}, {"id": "P2"}],
        channels=ends,
        script=[*sends, {"at_ms": 160, "action": "crash", "process": "P2"}],
        logging={"method": "sender-based"},
    )
    held = snapviz("run", file, "--json").json["held_sends"]
    assert held == [
        {
            "from": "P2",
            "to": "P1",
            "for": "sender-based",
            "since_ms": 70.0,
            "until_ms": 160.0,
            "sent": False,
        }
    ]
