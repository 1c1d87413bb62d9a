"""Runs as tables and logs, and read again."""

from __future__ import annotations

import csv
import io
import json

import pytest

from snapviz.analysis import analysis_report
from snapviz.causality.direct import count_direct_edges
from snapviz.documents import load_scenario
from snapviz.formats.event_tables import event_table, read_table
from snapviz.formats.kinds import kind_of
from snapviz.formats.log_report import execution_report
from snapviz.formats.logged_run import LoggedRun
from snapviz.formats.logs import load_log
from snapviz.formats.shiviz.executions import read_log
from snapviz.formats.shiviz.writing import shiviz_log
from snapviz.scenario import ScenarioError, decode
from snapviz.scenario.model import Internal, Process, Scenario
from snapviz.simulation import simulate

SOME = ("02-bank-transfer", "07-token-ring", "09-lost-marker", "57-roll-back", "58-standby")


@pytest.fixture(params=SOME)
def run(request, root):
    return simulate(load_scenario(root / "scenarios" / f"{request.param}.snapviz.json"))


def assert_same_facts(run, log):
    (execution,) = log.executions
    found, expected = execution_report(execution), analysis_report(run)
    for report in (found, expected):
        report.pop("processes")
    assert found == {"label": "", **expected}
    c = run.computation
    counts = {n: k for n, k in zip(c.processes, c.event_counts.tolist(), strict=True) if k}
    read = execution.computation
    assert dict(zip(read.processes, read.event_counts.tolist(), strict=True)) == counts


def test_that_a_run_written_as_a_log_has_the_same_facts(run):
    text = shiviz_log(run)
    assert kind_of(text.encode()) == "log"
    assert_same_facts(run, read_log(text))


def test_that_a_run_written_as_a_table_has_the_same_facts(run):
    text = event_table(run)
    assert kind_of(text.encode()) == "events"
    assert_same_facts(run, read_table(text))


def test_that_the_table_tells_of_messages(root):
    run = simulate(load_scenario(root / "scenarios" / "09-lost-marker.snapviz.json"))
    rows = list(csv.DictReader(io.StringIO(event_table(run))))
    sends = [row for row in rows if row["kind"] == "send"]
    counts = run.message_counts
    assert len(sends) == counts["sent"]
    assert sum(row["fate"] == "received" for row in sends) == counts["received"]
    assert [row["index"] for row in rows if row["process"] == "P1"][:2] == ["1", "2"]


def as_run(text) -> LoggedRun:
    (execution,) = read_table(text).executions
    return LoggedRun(execution, "")


def test_that_a_table_read_and_written_again_is_the_same(run):
    text = event_table(run)
    assert event_table(as_run(text)) == text


OVERTAKEN = {
    "format": "snapviz/scenario",
    "version": 1,
    "processes": [{"id": "a"}, {"id": "b"}],
    "channels": [{"from": "a", "to": "b", "fifo": False, "duplication": 1}],
    "script": [
        {"at_ms": 1, "action": "send", "from": "a", "to": "b", "delay_ms": 90},
        {"at_ms": 2, "action": "send", "from": "a", "to": "b", "delay_ms": 5},
    ],
}


def test_that_a_table_keeps_a_message_that_taught_nothing_new():
    run = simulate(decode(json.dumps(OVERTAKEN)))
    read, c = as_run(event_table(run)).computation, run.computation
    assert len(c.edges[0]) == 4 and count_direct_edges(c) == 1

    def ends(c):
        at = [(c.processes[p], int(k)) for p, k in zip(c.event_process, c.event_local, strict=True)]
        return sorted((at[a], at[b]) for a, b in zip(*c.edges, strict=True))

    assert ends(read) == ends(c)
    assert count_direct_edges(read) == 1


def test_that_a_message_the_clocks_do_not_bear_out_is_none():
    rows = ('a,send,0,"{""a"":1}"', 'b,receive,0,"{""b"":1}"', 'a,receive,0,"{""a"":2}"')
    text = "\n".join(("process,kind,message,vector_clock", *rows, 'c,receive,9,"{""c"":1}"'))
    (execution,) = read_table(text).executions
    assert execution.computation.message_count == 0


def test_that_a_log_is_written_in_its_own_order_and_claims_no_times():
    text = 'b {"a":1,"b":1}\ny\na {"a":2}\nz\na {"a":1}\nx\n'
    (execution,) = read_log(text).executions
    run = LoggedRun(execution, "")
    assert shiviz_log(run).splitlines()[1::2] == ["y", "z", "x"]
    rows = list(csv.DictReader(io.StringIO(event_table(run))))
    assert [row["event"] for row in rows] == ["y", "z", "x"]
    assert [row["index"] for row in rows] == ["1", "2", "1"]
    assert {row["time_ms"] for row in rows} == {""}


def test_that_a_table_with_contradictions_is_written_with_what_can_be_true():
    text = 'process,kind,vector_clock\na,x,"{""a"": 1}"\na,y,"{""a"": 3, ""z"": 1}"\n'
    (execution,) = read_table(text, lenient=True).executions
    rows = list(csv.DictReader(io.StringIO(event_table(LoggedRun(execution, "")))))
    assert [row["kind"] for row in rows] == ["x", "y"]
    assert [json.loads(row["vector_clock"]) for row in rows] == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(("blank", "first", "second"), [("", 2, 4), ("\n\n", 4, 8)])
def test_that_a_row_of_several_lines_is_told_by_its_first(blank, first, second):
    rows = 'a,"x\ny","{""a"":1}"\n', 'a,"u\nv","{""a"":3}"\n'
    with pytest.raises(ScenarioError) as refused:
        read_table(blank.join(("process,event,clock\n", *rows)))
    told = f'line {second} host "a": gap: its own clock goes from 1 (line {first})'
    assert str(refused.value).startswith(told)


def test_that_ids_with_spaces_come_back_from_a_log():
    names = ("the bank", 'a {"b": 1}')
    script = tuple(Internal(at_us=n * 1000, process=name) for n, name in enumerate(names))
    run = simulate(Scenario(processes=tuple(map(Process, names)), script=script))
    (execution,) = read_log(shiviz_log(run)).executions
    assert execution.computation.processes == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("process,clock\n", "holds no events"),
        ("process,event\na,x\n", "names no column vector_clock"),
        ('process,clock\na,"{""a"":2}"\n', 'line 2 host "a": gap'),
        ('process,clock\na,"{""a"":1}"b\n', "line 2: is no line of a table"),
    ],
)
def test_that_a_table_that_cannot_be_read_is_refused(text, words):
    with pytest.raises(ScenarioError) as refused:
        read_table(text)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"format": "snapviz/scenario"}', "scenario"),
        (b'{"format": "snapviz/scenario", "seed": 1', "scenario"),
        (b'{"seed": 1}', "scenario"),
        (b"", "scenario"),
        (b"hello", "scenario"),
        (b'\xef\xbb\xbfa {"a":1}\nx', "log"),
        (b'{"a":1} a\nx\n{"a":2} a\ny', "log"),
        (b'a {"a":-1}\nx', "log"),
        (b'a {"a": "1"}\nx', "log"),
        (b'host,clock,event\na,"{""a"":1}",x', "events"),
    ],
)
def test_that_the_content_says_what_a_file_is(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_that_hosts_that_differ_in_a_letter_stay_apart_in_any_encoding(tmp_path, encoding):
    text = 'né {"né":1}\nà\nnè {"né":1,"nè":1}\nb\n'
    path = tmp_path / "x.log"
    path.write_bytes(text.encode(encoding))
    (execution,) = load_log(path).executions
    assert kind_of(path.read_bytes()) == "log"
    assert execution.computation.processes == ("né", "nè") and execution.texts == ["à", "b"]


def test_that_one_byte_that_is_no_text_spoils_no_other(tmp_path):
    path = tmp_path / "x.log"
    path.write_bytes('节点 {"节点":1}\n开始 '.encode() + b"\xff\n")
    (execution,) = load_log(path).executions
    assert (execution.computation.processes, execution.texts) == (("节点",), ["开始 ÿ"])


def test_that_a_log_drawn_as_a_run_keeps_its_facts_and_its_words(root):
    path = root / "tests" / "data" / "shiviz" / "chord.log"
    (execution,) = load_log(path).executions
    run = LoggedRun(execution, "chord")
    assert run.trace.row_count > run.computation.event_count == 1235
    rows = run.event_rows
    assert (run.trace.row_process[rows] == run.computation.event_process).all()
    (again,) = read_log(shiviz_log(run)).executions
    assert execution_report(again) == execution_report(execution)
    assert sorted(again.texts) == sorted(map(str.strip, execution.texts))
