"""``snapviz check``: exit codes, over one file and several."""

from __future__ import annotations


def test_that_a_sound_scenario_passes(snapviz, root):
    result = snapviz("check", root / "scenarios" / "01-crossing-transfers.snapviz.json")
    assert result.code == 0 and "consistent" in result.out


def test_that_an_inconsistent_snapshot_fails_and_is_named(snapviz, root):
    path = root / "scenarios" / "05-overtaken-marker.snapviz.json"
    result = snapviz("check", path, "--json")
    assert result.code == 1 and result.json["ok"] is False
    (snapshot,) = result.json["files"][0]["snapshots"]
    (orphan,) = snapshot["verdict"]["orphans"]
    assert (orphan["from"], orphan["to"], orphan["payload"]) == ("P1", "P2", {"amount": 25})


def test_that_an_incomplete_snapshot_fails(snapviz, root):
    assert snapviz("check", root / "scenarios" / "09-lost-marker.snapviz.json").code == 1


def test_that_one_bad_file_stops_all_and_nothing_is_on_stdout(snapviz, write, root):
    bad = write("bad.snapviz.json", seed="x")
    result = snapviz("check", root / "scenarios" / "01-crossing-transfers.snapviz.json", bad)
    assert result.code == 2 and result.out == "" and f"{bad}: seed: " in result.err


def test_that_a_scenario_without_snapshots_passes(snapviz, write):
    assert snapviz("check", write()).code == 0
