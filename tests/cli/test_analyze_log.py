"""``snapviz analyze`` on logs of real systems."""

from __future__ import annotations

import pytest

TWO = 'a {"a":1}\nsent\nb {"a":1,"b":1}\nreceived\nb {"b":2,"a":1}\nanswered\n'


@pytest.fixture
def log(tmp_path):
    """A log whose ending says something else."""
    path = tmp_path / "x.snapviz.json"
    path.write_text(TWO, encoding="utf-8")
    return path


def test_that_a_log_is_known_by_its_content(snapviz, log):
    result = snapviz("analyze", log, "--json")
    assert result.code == 0 and result.err == ""
    assert result.json == {
        "executions": [
            {
                "label": "",
                "processes": ["a", "b"],
                "events": 3,
                "messages": 1,
                "concurrent_pairs": 0,
                "longest_chain": 3,
                "width": 1,
                "consistent_cuts": 4,
            }
        ]
    }


def test_that_a_cut_of_a_log_is_judged(snapviz, log):
    (execution,) = snapviz("analyze", log, "--json", "--cut", "b=2").json["executions"]
    cut = execution["cut"]
    assert (cut["events"], cut["consistent"]) == ({"b": 2}, False)
    assert cut["nearest_consistent"] == {} and cut["in_transit"] == []
    (orphan,) = cut["orphans"]
    assert (orphan["from"], orphan["to"]) == ("a", "b")
    assert orphan["sent"] == {"index": 1, "line": 1, "event": "sent"}
    assert orphan["received"]["line"] == 3
    assert "orphan: a → b (line 1 → line 3)" in snapviz("analyze", log, "--cut", "b=2").out


def test_that_executions_are_told_apart_and_one_can_be_asked_for(snapviz, tmp_path):
    path = tmp_path / "x.log"
    path.write_text(f"== one ==\n{TWO}== two ==\n" + 'c {"c":1}\nalone\n', encoding="utf-8")
    words = ("analyze", path, "--delimiter", "^== (?<trace>.*) ==$")
    labels = [one["label"] for one in snapviz(*words, "--json").json["executions"]]
    assert labels == ["one", "two"]
    assert "one" in snapviz(*words).out.splitlines()[0]
    (only,) = snapviz(*words, "--json", "--execution", "two", "--cut", "c=1").json["executions"]
    assert only["cut"]["consistent"]
    refused = snapviz(*words, "--execution", "three")
    assert refused.code == 2 and 'there are "one", "two"' in refused.err
    refused = snapviz(*words, "--cut", "c=1")
    assert refused.code == 2 and 'execution "one": --cut: no process' in refused.err


def test_that_a_contradiction_is_told_with_line_host_and_rule(snapviz, tmp_path):
    path = tmp_path / "x.log"
    path.write_text('a {"a":1}\nx\na {"a":3}\nx\n', encoding="utf-8")
    result = snapviz("analyze", path)
    assert (result.code, result.out) == (2, "")
    assert f'{path}: line 3 host "a": gap: its own clock goes from 1 (line 1) to 3' in result.err
    (execution,) = snapviz("analyze", path, "--lenient", "--json").json["executions"]
    assert execution["events"] == 2
    (problem,) = execution["problems"]
    assert (problem["line"], problem["host"], problem["rule"]) == (3, "a", "gap")
    assert "line 3 host a: gap" in snapviz("analyze", path, "--lenient").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--seed", 1), "--seed is for scenarios"),
        (("--parser", "(?<host>a"), "--parser column 1"),
        (("--parser", "(x)"), "has no named group (?<host>...)"),
        (("--parser", "akk"), '"akk" is no parser; allowed: default, event-first, one-line,'),
        (("--parser", "akk"), 'regular expression with named groups (did you mean "akka"?)'),
        (("--parser", "akka"), 'give another with --parser (did you mean "default"?)'),
        (("--delimiter", "("), "--delimiter column 1"),
        (("--cut", "z=1"), "no process 'z'"),
    ],
)
def test_that_wrong_options_for_a_log_are_refused(snapviz, log, words, told):
    result = snapviz("analyze", log, *words)
    assert (result.code, result.out) == (2, "") and told in result.err


def test_that_options_for_logs_are_refused_for_a_scenario(snapviz, write):
    result = snapviz("analyze", write(), "--lenient")
    assert result.code == 2 and "--lenient is for logs" in result.err


@pytest.mark.parametrize(
    "words",
    (("run",), ("check",), ("compare",), ("break",), ("survive",), ("sweep", "--vary", "loss=0:1")),
)
def test_that_a_command_for_scenarios_says_what_takes_a_log(snapviz, log, words):
    command, *options = words
    result = snapviz(command, log, *options)
    assert result.code == 2 and "JSON" not in result.err
    assert "x.snapviz.json: (file): this is a log" in result.err
    assert "allowed: snapviz analyze, diff and export" in result.err


def test_that_a_condition_on_the_events_of_a_log_is_answered(snapviz, log):
    words = ("analyze", log, "--json", "--possibly", "b.events > 0 and a.events = 0")
    (one,) = snapviz(*words).json["executions"]
    assert one["possibly"]["holds"] is False and one["possibly"]["cut"] is None
    (one,) = snapviz("analyze", log, "--json", "--definitely", "a.events = 1").json["executions"]
    assert one["definitely"] == {"expression": "a.events = 1", "holds": True, "cut": {"a": 1}}
    refused = snapviz("analyze", log, "--possibly", "a.balance < 3")
    assert refused.code == 2 and "there are events" in refused.err
