"""Every malformed file: exit 2, ``FILE: path: what``, nothing on stdout, no traceback."""

from __future__ import annotations

import json
import os
import sys

import pytest

HEAD = '{"format": "snapviz/scenario", "version": 1, '
P12 = '"processes": [{"id": "P1"}, {"id": "P2"}]'
CHANNEL = '"channels": [{"from": "P1", "to": "P2"}]'


def _script(action: str) -> str:
    return HEAD + P12 + ", " + CHANNEL + ', "script": [' + action + "]}"


MALFORMED = {
    "unknown field": (HEAD + P12 + ', "sead": 1}', "sead"),
    "dangling process": (
        HEAD + P12 + ', "channels": [{"from": "P1", "to": "P9"}]}',
        "channels[0].to",
    ),
    "duplicate id": (HEAD + '"processes": [{"id": "P1"}, {"id": "P1"}]}', "processes[1].id"),
    "duplicate key": (HEAD + P12 + ', "seed": 1, "seed": 2}', "seed"),
    "duplicate channel": (
        HEAD + P12 + ', "channels": [{"from": "P1", "to": "P2"}, {"from": "P1", "to": "P2"}]}',
        "channels[1]",
    ),
    "self-loop": (HEAD + P12 + ', "channels": [{"from": "P1", "to": "P1"}]}', "channels[0]"),
    "send without a channel": (
        _script('{"at_ms": 1, "action": "send", "from": "P2", "to": "P1"}'),
        "script[0]",
    ),
    "negative amount": (
        _script(
            '{"at_ms": 1, "action": "send", "from": "P1", "to": "P2", "payload": {"amount": -1}}'
        ),
        "script[0].payload.amount",
    ),
    "fractional balance": (
        HEAD + '"processes": [{"id": "P1", "state": {"balance": 1.5}}]}',
        "processes[0].state.balance",
    ),
    "negative delay": (
        _script('{"at_ms": 1, "action": "send", "from": "P1", "to": "P2", "delay_ms": -5}'),
        "script[0].delay_ms",
    ),
    "low above high": (
        HEAD
        + P12
        + ', "channels": [{"from": "P1", "to": "P2", '
        + '"delay": {"kind": "uniform", "low_ms": 9, "high_ms": 3}}]}',
        "channels[0].delay",
    ),
    "probability": (
        HEAD + P12 + ', "channels": [{"from": "P1", "to": "P2", "loss": 1.5}]}',
        "channels[0].loss",
    ),
    "time too large": (HEAD + P12 + ', "duration_ms": 1000000000001}', "duration_ms"),
    "four decimals": (_script('{"at_ms": 0.1234, "action": "internal", "process": "P1"}'), "at_ms"),
    "same pin twice": (
        HEAD
        + P12
        + ", "
        + CHANNEL
        + ', "delays": ['
        + ", ".join(['{"from": "P1", "to": "P2", "index": 0, "delay_ms": 1}'] * 2)
        + "]}",
        "delays[1]",
    ),
    "NaN": (HEAD + P12 + ', "seed": NaN}', "seed"),
    "infinity": (HEAD + P12 + ', "duration_ms": 1e999}', "duration_ms"),
    "wrong type": (HEAD + '"processes": {}}', "processes"),
    "empty id": (HEAD + '"processes": [{"id": ""}]}', "processes[0].id"),
    "unknown protocol": (
        _script('{"at_ms": 1, "action": "snapshot", "initiator": "P1", "protocol": "x"}'),
        "script[0].protocol",
    ),
    "newer version": (HEAD.replace("1", "99") + P12 + "}", "version"),
    "true as a number": (HEAD + P12 + ', "seed": true}', "seed"),
    "200,000 brackets": ("[" * 200_000, ""),
    "200,000 objects": ('{"a":' * 200_000, ""),
    "a long integer": (HEAD + P12 + ', "seed": ' + "9" * 5000 + "}", "seed"),
    "not JSON": ("hello", ""),
    "empty": ("", ""),
    "a number": ("3", ""),
    "two channels of one name": (
        HEAD
        + '"processes": [{"id": "a"}, {"id": "b->c"}, {"id": "a->b"}, {"id": "c"}], '
        + '"channels": [{"from": "a", "to": "b->c"}, {"from": "a->b", "to": "c"}]}',
        "channels[1]",
    ),
    "two tokens": (
        HEAD
        + '"workload": {"kind": "token"}, '
        + '"processes": [{"id": "a", "state": {"token": 1}}, {"id": "b", "state": {"token": 1}}]}',
        "processes[1].state.token",
    ),
    "a lone surrogate": (HEAD + '"processes": [{"id": "\\ud800"}]}', "processes[0].id"),
}


@pytest.mark.parametrize("name", MALFORMED)
@pytest.mark.parametrize("command", ["run", "check", "analyze", "compare", "sweep", "break"])
def test_that_malformed_files_are_refused_in_words(snapviz, tmp_path, name, command):
    text, path = MALFORMED[name]
    file = tmp_path / "bad.snapviz.json"
    file.write_text(text, encoding="utf-8")
    more = ("--vary", "skew=0") if command == "sweep" else ()
    result = snapviz(command, file, "--json", *more)
    assert result.code == 2 and result.out == ""
    lines = result.err.splitlines()
    assert lines and all(line.startswith(f"{file}: ") for line in lines)
    assert any(path in line.removeprefix(f"{file}: ").split(": ")[0] for line in lines)
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\n  hello", "line 2 column 3"),
        ("<html></html>", "line 1 column 1"),
        ("process;vector_clock\na;1", "line 1 column 1"),
        ("format: snapviz/scenario", "line 1 column 1"),
    ],
)
@pytest.mark.parametrize("command", ["run", "analyze", "export"])
def test_that_what_is_no_kind_of_file_is_told_what_there_is(
    snapviz, tmp_path, text, place, command
):
    file = tmp_path / "notes.txt"
    file.write_text(text, encoding="utf-8")
    more = (tmp_path / "x.csv",) if command == "export" else ()
    result = snapviz(command, file, *more)
    assert result.code == 2 and result.out == ""
    assert result.err.startswith(f"{file}: {place}: is none of what can be opened: a scenario is a")
    assert all(word in result.err for word in ('{"host": 1}', "process and vector_clock"))


def test_that_broken_json_is_told_as_such(snapviz, tmp_path):
    for text in ("{", "[1,", '"a', "12x", "nul"):
        file = tmp_path / "x.json"
        file.write_text(text, encoding="utf-8")
        told = snapviz("run", file).err
        assert ("this is not valid JSON" in told) == (text != "nul"), told


def test_that_every_problem_has_its_line(snapviz, write):
    result = snapviz("run", write(seed="x", duration_ms=-1, script=[{"at_ms": 1}]))
    paths = [line.split(": ")[1] for line in result.err.splitlines()]
    assert {"seed", "duration_ms", "script[0].action"} <= set(paths)


def test_that_a_folder_and_a_missing_file_are_refused(snapviz, tmp_path):
    for path in (tmp_path, tmp_path / "none.json"):
        result = snapviz("run", path)
        assert result.code == 2 and result.out == "" and str(path) in result.err


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="everything is readable for root"
)
def test_that_an_unreadable_file_is_refused(snapviz, write):
    path = write()
    path.chmod(0)
    result = snapviz("run", path)
    assert result.code == 2 and str(path) in result.err


def test_that_bytes_that_are_no_text_are_refused(snapviz, tmp_path):
    path = tmp_path / "x.snapviz.json"
    path.write_bytes(b"\xff\xfe\x00\x80")
    result = snapviz("run", path)
    assert result.code == 2 and str(path) in result.err


def test_that_a_byte_order_mark_is_accepted(snapviz, tmp_path, write):
    plain = write()
    marked = tmp_path / "marked.json"
    marked.write_bytes(b"\xef\xbb\xbf" + plain.read_bytes())
    assert snapviz("run", marked, "--json").json == snapviz("run", plain, "--json").json


@pytest.mark.parametrize(
    "words",
    [
        ("run", "FILE", "--until", "-1"),
        ("run", "FILE", "--until", "1.2345"),
        ("run", "FILE", "--until", "soon"),
        ("run", "FILE", "--until", "1e999999999"),
        ("run", "FILE", "--until", "1_0"),
        ("run", "FILE", "--until", "1000000000000.001"),
        ("run", "FILE", "--until", "٣"),
        ("run", "FILE", "--seed", "-1"),
        ("run", "FILE", "--seed", "1.5"),
        ("run", "FILE", "--sed", "1"),
        ("run",),
        ("analyze", "FILE", "--cut", "P1"),
        ("analyze", "FILE", "--cut", "P9=1"),
        ("analyze", "FILE", "--cut", "P1=1"),
        ("analyze", "FILE", "--cut", "P1=0,P1=0"),
        ("analyze", "FILE", "--limit", "0"),
        ("export", "FILE", "OUT.bmp"),
        ("frobnicate", "FILE"),
    ],
)
def test_that_bad_options_are_refused(snapviz, write, tmp_path, words, monkeypatch):
    if words[0] == "export":
        pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    places = {"FILE": str(write()), "OUT.bmp": str(tmp_path / "x.bmp")}
    result = snapviz(*(places.get(word, word) for word in words))
    assert result.code == 2 and result.out == "" and result.err
    assert "Traceback" not in result.err and not list(tmp_path.glob("*.bmp"))


def test_that_reports_are_json_whatever_the_locale(write, root):
    import subprocess

    path = write(processes=[{"id": "银行"}], title="Überweisung")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    words = [sys.executable, "-m", "snapviz", "run", str(path), "--json"]
    done = subprocess.run(words, capture_output=True, env=environment, cwd=root, check=True)
    report = json.loads(done.stdout.decode("utf-8"))
    assert report["title"] == "Überweisung" and report["processes"][0]["id"] == "银行"
