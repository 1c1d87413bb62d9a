"""Logs of real systems, against facts counted elsewhere, and random computations there and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality.clocks import vector_clocks
from snapviz.causality.facts import facts
from snapviz.formats.log_report import log_report
from snapviz.formats.logs import load_log
from snapviz.formats.shiviz.executions import read_log
from snapviz.formats.shiviz.reading import AT_ONCE
from snapviz.scenario import ScenarioError
from tests.causality.strategies import computations

DATA = Path(__file__).parents[2] / "data" / "shiviz"
FACTS = json.loads((DATA / "facts.json").read_text(encoding="utf-8"))
ACCEPTED = [name for name, one in FACTS.items() if one["accepted"]]


@pytest.mark.parametrize("name", ACCEPTED)
@pytest.mark.parametrize("told", [True, False], ids=["parser given", "parser found"])
def test_that_a_published_log_has_the_facts_counted_elsewhere(name, told):
    wanted = FACTS[name]
    given_by = (wanted["parser"], wanted["delimiter"] or None) if told else ()
    log = load_log(DATA / f"{name}.log", *given_by)
    found = log_report(log)["executions"]
    assert [one["label"] for one in found] == [one["label"] for one in wanted["executions"]]
    for execution, one, expected in zip(log.executions, found, wanted["executions"], strict=True):
        c = execution.computation
        counts = dict(zip(c.processes, c.event_counts.tolist(), strict=True))
        assert counts == expected["per_host"]
        assert one["events"] == expected["events"]
        assert one["messages"] == expected["message_edges"]
        assert one["concurrent_pairs"] == expected["concurrent_pairs"]
        assert one["width"] == expected["max_concurrency"]
        assert one["longest_chain"] == expected["longest_chain"]
        assert expected["consistent_cuts"] in (None, one["consistent_cuts"])


def test_that_the_log_of_one_of_two_is_refused_and_opened_leniently():
    path = DATA / "slack1-one-node-only.log"
    with pytest.raises(ScenarioError) as refused:
        load_log(path)
    first, last = str(refused.value).splitlines()
    assert first.startswith(f'{path}: line 15 host "userName0": unknown host: ')
    assert '"userName1"' in first and "--lenient" in last
    (execution,) = load_log(path, lenient=True).executions
    assert execution.computation.event_count == 62
    assert [(f.line, f.host, f.rule) for f in execution.findings] == [
        (15, "userName0", "unknown host")
    ]


def logged(c, order=None) -> str:
    """A computation as a log, its events in any order."""
    clocks = vector_clocks(c)
    lines = []
    for event in range(c.event_count) if order is None else order:
        clock = {c.processes[p]: int(n) for p, n in enumerate(clocks[event]) if n}
        lines += [f"{c.processes[c.event_process[event]]} {json.dumps(clock)}", f"e{event}"]
    return "\n".join(lines)


def assert_same_facts(c, order=None):
    (execution,) = read_log(logged(c, order), "default").executions
    found, expected = facts(execution.computation), facts(c)
    some = [name for name, n in zip(c.processes, c.event_counts.tolist(), strict=True) if n]
    assert sorted(found.processes) == some
    for name in ("events", "messages", "concurrent_pairs", "longest_chain", "width"):
        assert getattr(found, name) == getattr(expected, name)
    assert found.consistent_cuts == expected.consistent_cuts
    assert not execution.findings


@settings(deadline=None, derandomize=True, max_examples=8)
@given(computations(min_events=1, max_events=12))
def test_that_a_logged_computation_is_itself(c):
    assert_same_facts(c)
    assert_same_facts(c, range(c.event_count)[::-1])


@pytest.mark.deep
@settings(deadline=None, max_examples=400)
@given(computations(min_events=1, max_events=40))
def test_that_hundreds_of_logged_computations_are_themselves(c):
    assert_same_facts(c)


HEAD = "--- {} ---\n"
ONE = 'a {"a":1}\nx\n'


def test_that_executions_are_told_apart_by_the_delimiter():
    text = ONE + HEAD.format("first") + ONE + "\n" + HEAD.format("second") + 'b {"b":1}\ny\n'
    log = read_log(text, delimiter=r"^--- (?<trace>\w+) ---$")
    assert [one.label for one in log.executions] == ["", "first", "second"]
    assert [one.lines for one in log.executions] == [[1], [4], [8]]
    assert [one.texts for one in log.executions] == [["x"], ["x"], ["y"]]


def test_that_the_first_line_of_a_log_may_be_its_parser():
    text = (
        "(?<event>.*) / (?<host>\\w+) (?<clock>{.*})\n^==$\n\n" + 'x / a {"a":1}\n==\ny / b {"b":1}'
    )
    assert [one.texts for one in read_log(text).executions] == [["x"], ["y"]]


def test_that_line_ends_of_any_system_and_a_byte_order_mark_are_read():
    text = '\ufeffa {"a":1}\nx\nb {"a":1,"b":1}\ny\n'
    for ends in ("\n", "\r\n", "\r"):
        (execution,) = read_log(text.replace("\n", ends)).executions
        assert execution.texts == ["x", "y"] and execution.lines == [1, 3]


CONTRADICTIONS = {
    "unknown host": ('a {"a":1,"z":2}', 1, '"z", which logs none'),
    "gap": ('a {"a":1}\nx\na {"a":3}', 3, "goes from 1 (line 1) to 3"),
    "gap at the start": ('a {"a":2}', 1, "has number 2, not 1"),
    "gap elsewhere": ('a {"a":1,"b":9}\nx\nb {"b":1}', 1, "counts 9 events"),
    "gap of its own": ('a {"b":1}\nx\nb {"b":1}', 1, "no entry of its own"),
    "duplicate": ('a {"a":1}\nx\na {"a":1}', 3, "event 1 is already on line 1"),
    "backwards": (
        'b {"b":1}\nx\nb {"b":2}\nx\na {"a":1,"b":2}\nx\na {"a":2,"b":1}',
        7,
        'goes backwards: it counts 1 events of "b", but 2 on line 5',
    ),
    "forgets": ('b {"b":1}\nx\na {"a":1,"b":1}\nx\na {"a":2}', 5, 'no entry of "b", but 1 on'),
    "cycle": ('a {"a":1,"b":1}\nx\nb {"a":1,"b":1}', 1, "cycle: event 1 knows event 1 of"),
    "longer cycle": (
        'a {"a":1,"b":1}\nx\nb {"b":1,"c":1}\nx\nc {"c":1,"a":1}',
        3,
        "cycle: event 1 knows",
    ),
    "disagrees": (
        'a {"a":1}\nx\nb {"a":1,"b":1}\nx\nc {"b":1,"c":1}',
        5,
        "clock disagrees with the edges: it knows event 1 of",
    ),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_that_clocks_that_contradict_one_another_are_refused_with_line_host_and_rule(name):
    text, line, words = CONTRADICTIONS[name]
    with pytest.raises(ScenarioError) as refused:
        read_log(text + "\nx")
    told = [str(problem) for problem in refused.value.problems]
    assert any(one.startswith(f"line {line} host ") and words in one for one in told), told
    (execution,) = read_log(text + "\nx", lenient=True).executions
    assert execution.findings
    assert execution.computation.event_count == text.count("{")


def test_that_a_lenient_reading_keeps_what_can_be_true():
    # b's second event forgets a, whose clock says that the message came.
    text = 'a {"a":1}\nx\nb {"a":1,"b":1}\nx\nb {"b":2}\nx'
    (execution,) = read_log(text, "default", lenient=True).executions
    found = facts(execution.computation)
    assert (found.messages, found.concurrent_pairs, found.longest_chain) == (1, 0, 3)


entries = st.dictionaries(st.sampled_from("abcz"), st.integers(0, 4), max_size=3)


@settings(deadline=None, derandomize=True, max_examples=12)
@given(st.lists(st.tuples(st.sampled_from("abc"), entries), min_size=1, max_size=12))
def test_that_any_clocks_at_all_are_read_leniently_and_judged(written):
    text = "\n".join(f"{host} {json.dumps(clock)}\nx" for host, clock in written)
    (execution,) = read_log(text, "default", lenient=True).executions
    assert execution.computation.event_count == len(written)
    if execution.findings:
        with pytest.raises(ScenarioError):
            read_log(text)
    else:
        clocks = vector_clocks(execution.computation).tolist()
        names = execution.computation.processes
        for line, clock in zip(execution.lines, clocks, strict=True):
            given_ = written[line // 2][1]
            assert clock == [given_.get(name, 0) for name in names]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('a {"a":1,}\nx', 'line 1 host "a": "{\\"a\\":1,}" is no vector clock in JSON'),
        ('a {"a":"1"}\nx', 'line 1 host "a": its clock counts "1" events of "a"'),
        ('a {"a":-1}\nx', 'counts "-1" events'),
        ('a {"a":1,"a":2}\nx', 'duplicate "a" in one clock'),
        ('a {"a":1e99}\nx', "allowed: whole numbers from 0 to"),
        ('nothing "a":1', "line 1: the parser finds no event in this log"),
        ("  \n", "(file): holds no events"),
    ],
)
def test_that_what_is_no_clock_is_refused_on_its_line(text, words):
    for lenient in (False, True):
        with pytest.raises(ScenarioError) as refused:
            read_log(text, "default", lenient=lenient)
        assert words in str(refused.value)


@pytest.mark.parametrize(
    ("clocks", "wrong"),
    [
        (('{"a":1}', '{"a":2,"a":2}'), "line 3"),
        (('{"a":1},{"b":1}', '{"a":2}'), "line 1"),
        (('{"a":[{}', '{"b":1}]},{"c":1}'), "line 1"),
        (('{"a":1}', '{"a":true}'), "line 3"),
    ],
)
def test_that_clocks_read_at_once_are_each_a_clock(clocks, wrong):
    text = "".join(f"a {clock}\nx\n" for clock in clocks)
    with pytest.raises(ScenarioError) as refused:
        read_log(text)
    assert refused.value.problems[0].path.startswith(wrong)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('alice {"alice":1,"bbo":1}\nx\nbob {"bob":1}\nx', 'log (did you mean "bob"?)'),
        ('alice {"Alice":1}\nx', 'counts its own from 1 (did you mean "Alice"?)'),
        ('my host {"my host":1}\nx', 'counts its own from 1 (did you mean "my host"?)'),
        ('a {"a":1,"zzz":2}\nx', '"zzz", which logs none; add that host\'s log\n'),
    ],
)
def test_that_a_name_that_is_nearly_another_is_told_with_it(text, words):
    with pytest.raises(ScenarioError) as refused:
        read_log(text)
    assert words in f"{refused.value}\n"


def test_that_hints_are_few_however_much_is_wrong():
    text = "".join(f'host{n} {{"host{n}":1,"hots{n}":1}}\nx\n' for n in range(60))
    with pytest.raises(ScenarioError) as refused:
        read_log(text)
    assert str(refused.value).count("did you mean") == 20


def test_that_a_preset_that_would_find_something_is_told():
    with pytest.raises(ScenarioError) as refused:
        read_log('a {"a":1}\nx', "akka")
    assert str(refused.value).endswith('--parser (did you mean "default"?)')
    for parser in (None, "default"):
        with pytest.raises(ScenarioError) as refused:
            read_log('nothing "a":1', parser)
        assert "did you mean" not in str(refused.value)


def test_that_a_log_with_tabs_is_found_without_a_parser():
    (execution,) = read_log('the bank\t{"the bank":1}\nx\nb\t{"the bank":1,"b":1}\ny').executions
    assert execution.computation.processes == ("the bank", "b")
    assert execution.computation.message_count == 1


def test_that_clocks_are_read_a_portion_at_a_time(monkeypatch):
    asked, loads = [], json.loads
    monkeypatch.setattr(json, "loads", lambda text, **how: asked.append(text) or loads(text, **how))
    count = 3 * AT_ONCE + 7
    text = "".join(f'a {{"a":{n}}}\nx\n' for n in range(1, count + 1))
    (execution,) = read_log(text, "default").executions
    assert execution.computation.event_count == count
    assert [one.count("{") for one in asked] == [AT_ONCE] * 3 + [7]
    wrong = text.replace(f'{{"a":{count}}}', f'{{"a":{count},"a":{count}}}')
    with pytest.raises(ScenarioError) as refused:
        read_log(wrong, "default")
    assert refused.value.problems[0].path.startswith(f"line {2 * count - 1} ")
