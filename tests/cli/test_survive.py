"""``snapviz survive``, and what ``snapviz run`` says of a snapshot that is kept."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from snapviz.cli import main


@pytest.fixture
def file(root):
    def found(start: str) -> str:
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return str(path)

    return found


def printed(capsys, *words) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(("start", "copies"), [("60", 2), ("61", 1)])
def test_that_every_set_of_crashes_is_tried_out(file, capsys, start, copies):
    (told,) = json.loads(printed(capsys, "survive", file(start), "--crashes", "4", "--json"))[
        "snapshots"
    ]
    ids = ["P1", "P2", "P3", "P4"]
    expected = {}
    for size in range(5):
        for down in combinations(range(4), size):
            lost = [
                ids[owner]
                for owner in range(4)
                if {(owner + step) % 4 for step in range(copies + 1)} <= set(down)
            ]
            expected[tuple(ids[p] for p in down)] = lost
    assert {tuple(one["crashed"]): one["lost"] for one in told["crashes"]} == expected
    assert all(one["survives"] == (not one["lost"]) for one in told["crashes"])
    assert (told["restored"] is None) == (copies == 1)


def test_that_the_table_counts_the_sets_and_names_the_fatal_ones(file, capsys):
    text = printed(capsys, "survive", file("60"))
    assert "2 down: survives 6 of 6" in text and "3 down: survives 0 of 4" in text
    assert "P1, P2, P3 down: gone with them is what P1 recorded" in text
    assert "goes on for 200 ms with 2 events: P1 balance 70; P2 balance 125" in text


@pytest.mark.parametrize(("start", "lost"), [("66", ["P1"]), ("67", [])])
def test_that_every_failure_group_is_tried_out(file, capsys, start, lost):
    (told,) = json.loads(printed(capsys, "survive", file(start), "--json"))["snapshots"]
    one, other, both = told["groups"]
    rack_a = {"groups": ["rack A"], "crashed": ["P1", "P2"], "survives": not lost, "lost": lost}
    assert one == rack_a
    assert other["groups"] == ["rack B"] and other["survives"] == (not lost)
    assert both["groups"] == ["rack A", "rack B"] and both["crashed"] == ["P1", "P2", "P3", "P4"]
    assert not both["survives"] and both["lost"] == ["P1", "P2", "P3", "P4"]
    text = printed(capsys, "survive", file(start))
    said = f"gone is what {lost[0]} recorded" if lost else "survives"
    assert f"rack A down (P1, P2): {said}" in text and "2 groups down: survives 0 of 1" in text


def test_that_only_copies_across_groups_say_so(file, capsys):
    assert "copies: P1 on P2" in printed(capsys, "run", file("66"))
    assert "copies, across failure groups: P1 on P3" in printed(capsys, "run", file("67"))
    for start, placement in (("66", None), ("67", "across-groups")):
        told = json.loads(printed(capsys, "run", file(start), "--json"))["snapshots"][0]
        assert told["storage"].get("placement") == placement


def test_that_a_run_says_storage_and_commit_in_a_line(file, capsys):
    assert "copies: P1 on P2, P3; P2 on P3, P4" in printed(capsys, "run", file("60"))
    assert ": not restorable" in printed(capsys, "run", file("61"))
    text = printed(capsys, "run", file("62"))
    assert "two-phase: aborted at 450 ms, known to P1, P2, P3" in text
    text = printed(capsys, "run", file("62"), "--until", "300")
    assert "two-phase: pending; P2 waits for decision from P1 since 140 ms" in text


def test_that_the_blocking_window_is_told(file, capsys):
    text = printed(capsys, "run", file("62"))
    assert "P2 blocked from 150 to 470 ms, after its yes: coordinator P1 down" in text
    text = printed(capsys, "run", file("62"), "--until", "300")
    assert "P3 blocked since 150 ms, after its yes: coordinator P1 down" in text
    (told,) = json.loads(printed(capsys, "run", file("62"), "--json"))["snapshots"]
    first = {"process": "P2", "since_ms": 150.0, "until_ms": 470.0}
    assert told["commit"]["blocked"][0] == {**first, "coordinator": "P1", "why": "down"}


def test_that_runs_that_keep_nothing_say_so(file, capsys):
    assert "no snapshot of this run is kept" in printed(capsys, "survive", file("01"))


def test_that_too_many_sets_are_refused(file, capsys, monkeypatch):
    monkeypatch.setattr("snapviz.study.survival.MOST_SETS", 10)
    assert main(["survive", file("60"), "--crashes", "2"]) == 2
    assert "--crashes: these are 11 sets of processes; allowed: up to 10" in capsys.readouterr().err


def test_that_who_waits_for_nobody_in_particular_names_nobody(file, capsys):
    text = printed(capsys, "run", file("65"), "--until", "300")
    assert "P1 waits for decision since 160 ms" in text
    assert "None" not in text
