"""``snapviz new`` and ``snapviz analyze``."""

from __future__ import annotations

import pytest

from snapviz.documents import load_scenario

BOTH = [{"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}]


@pytest.mark.parametrize("topology", ["ring", "line", "star", "complete", "tree", "grid", "random"])
def test_that_a_template_can_be_run(snapviz, tmp_path, topology):
    out = tmp_path / "new.snapviz.json"
    result = snapviz("new", out, "--topology", topology, "-n", 5, "--workload", "bank", "--seed", 3)
    assert (result.code, result.out, result.err) == (0, "", "")
    scenario = load_scenario(out)
    assert len(scenario.processes) == 5 and scenario.seed == 3
    assert snapviz("run", out, "--json").json["messages"]["sent"] > 0


def test_that_new_replaces_no_file_unless_told_to(snapviz, tmp_path):
    out = tmp_path / "mine.json"
    out.write_text("precious")
    result = snapviz("new", out, "--topology", "ring", "-n", 3)
    assert result.code == 2 and out.read_text() == "precious" and "--force" in result.err
    assert snapviz("new", out, "--topology", "ring", "-n", 3, "--force").code == 0
    assert len(load_scenario(out).processes) == 3


@pytest.mark.parametrize(
    "words",
    [
        ("--topology", "moebius"),
        ("--topology", "ring", "-n", "0"),
        ("--topology", "ring", "-n", "many"),
        ("--topology", "ring", "--workload", "casino"),
        (),
    ],
)
def test_that_an_impossible_template_is_refused(snapviz, tmp_path, words):
    out = tmp_path / "new.json"
    result = snapviz("new", out, *words)
    assert result.code == 2 and not out.exists() and result.err and result.out == ""


def test_that_a_place_that_cannot_be_written_is_told(snapviz, tmp_path):
    result = snapviz("new", tmp_path / "none" / "x.json", "--topology", "ring")
    assert result.code == 2 and "Traceback" not in result.err


@pytest.fixture
def diamond(write):
    """P1 sends to P2, P2 answers, and P1 does something of its own before the answer comes."""
    return write(
        channels=BOTH,
        script=[
            {"at_ms": 10, "action": "send", "from": "P1", "to": "P2"},
            {"at_ms": 70, "action": "send", "from": "P2", "to": "P1", "payload": {"note": "hi"}},
            {"at_ms": 80, "action": "internal", "process": "P1"},
        ],
    )


def test_that_the_facts_of_a_run_are_counted(snapviz, diamond):
    # P1: send, internal, receive; P2: receive, send. Only the internal event is concurrent
    # with anything: with both events of P2.
    assert snapviz("analyze", diamond, "--json").json == {
        "processes": ["P1", "P2"],
        "events": 5,
        "messages": 2,
        "concurrent_pairs": 2,
        "longest_chain": 4,
        "width": 2,
        "consistent_cuts": 8,
    }


def test_that_a_limit_makes_the_count_null(snapviz, diamond):
    assert snapviz("analyze", diamond, "--json", "--limit", 7).json["consistent_cuts"] is None
    assert snapviz("analyze", diamond, "--json", "--limit", 8).json["consistent_cuts"] == 8


def test_that_a_cut_is_judged(snapviz, diamond):
    cut = snapviz("analyze", diamond, "--cut", "P1=3, P2=1", "--json").json["cut"]
    answer = {
        "from": "P2",
        "to": "P1",
        "payload": {"note": "hi"},
        "sent_ms": 70,
        "received_ms": 120,
    }
    assert cut == {
        "events": {"P1": 3, "P2": 1},
        "consistent": False,
        "orphans": [answer],
        "in_transit": [],
        "nearest_consistent": {"P1": 2, "P2": 1},
    }
    good = snapviz("analyze", diamond, "--cut", "P1=1,P2=2", "--json").json["cut"]
    assert good["consistent"] and good["in_transit"] == [answer]
    assert good["nearest_consistent"] == {"P1": 1, "P2": 2}


def test_that_the_table_says_the_same(snapviz, diamond):
    out = snapviz("analyze", diamond, "--cut", "P1=3").out
    assert "inconsistent" in out and "orphan: P2 → P1 note hi" in out
    assert "nearest consistent cut inside it: P1=2" in out


def test_that_a_cut_can_name_any_process(snapviz, write):
    names = ["x,y", "a=1", "p->q", "plain"]
    path = write(
        processes=[{"id": name} for name in names],
        script=[{"at_ms": 1, "action": "internal", "process": name} for name in names],
    )
    cut = ", ".join(f"{name}=1" for name in names)
    report = snapviz("analyze", path, "--json", "--cut", cut).json
    assert report["cut"]["events"] == dict.fromkeys(names, 1)


def test_that_digits_of_another_script_are_no_unknown_process(snapviz, diamond):
    assert "is not of the form PROCESS=COUNT" in snapviz("analyze", diamond, "--cut", "P1=٣").err


@pytest.mark.parametrize("modality", ["possibly", "definitely"])
def test_that_an_empty_condition_is_refused_like_any_other_that_says_nothing(
    snapviz, diamond, modality
):
    refused = snapviz("analyze", diamond, f"--{modality}", "")
    assert refused.code == 2 and f"--{modality}: column 1: the end is not expected" in refused.err


def test_that_an_empty_name_is_told(snapviz):
    result = snapviz("new", "", "--topology", "ring")
    assert result.code == 2 and result.err == "snapviz new: OUT is empty; name the file to write\n"
    result = snapviz("lesson", "new", "")
    assert result.code == 2 and "FOLDER is empty; name the folder to make" in result.err


def test_that_one_event_is_one(snapviz, write):
    file = write(script=[{"at_ms": 1, "action": "internal", "process": "P1"}])
    assert "P1 has 1 event; allowed: 0 to 1" in snapviz("analyze", file, "--cut", "P1=2").err
    assert "P2 has 0 events; allowed: 0 to 0" in snapviz("analyze", file, "--cut", "P2=2").err
    assert snapviz("diff", file, file).out == "nothing differs\n1 event is the same\n"
