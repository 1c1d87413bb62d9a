"""``snapviz compare``: the same scenario under several protocols."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.cli.processes import has_worked, started
from tests.study.worlds import Asleep, Choosy, Poll, with_protocols

BOTH = [{"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}]
BANK = [{"id": "P1", "state": {"balance": 100}}, {"id": "P2", "state": {"balance": 100}}]
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="signals of Linux")


@pytest.fixture
def crossing(write):
    """A transfer crosses a snapshot of P1."""
    return write(
        title="Crossing",
        seed=4,
        processes=BANK,
        channels=BOTH,
        script=[
            {"at_ms": 80, "action": "send", "from": "P2", "to": "P1", "payload": {"amount": 40}},
            {"at_ms": 100, "action": "snapshot", "initiator": "P1"},
        ],
    )


def test_that_every_protocol_there_is_is_compared_unless_named(snapviz, crossing, monkeypatch):
    with_protocols(monkeypatch, Poll, Asleep)
    told = snapviz("compare", crossing, "--json").json["protocols"]
    assert {"chandy-lamport", "poll", "asleep"} <= {trial["protocol"] for trial in told}
    named = snapviz("compare", crossing, "--json", "--protocols", "asleep, chandy-lamport").json
    assert [trial["protocol"] for trial in named["protocols"]] == ["asleep", "chandy-lamport"]


def test_that_the_report_is_that_of_the_study(snapviz, crossing, monkeypatch):
    from snapviz.documents import load_scenario
    from snapviz.study.comparison import compare
    from snapviz.study.comparison_report import comparison_report

    with_protocols(monkeypatch, Poll)
    result = snapviz("compare", crossing, "--protocols", "chandy-lamport,poll", "--json")
    assert (result.code, result.err) == (0, "")
    expected = compare(load_scenario(crossing), ["chandy-lamport", "poll"])
    assert result.json == comparison_report(expected)
    sound, wrong = result.json["protocols"]
    assert (sound["outcome"], wrong["outcome"]) == ("sound", "wrong")
    assert wrong["snapshots"][0]["missing"] == 1
    assert result.json["guide"]["cheapest"] == "chandy-lamport"


def test_that_the_guide_stands_below_the_table(snapviz, crossing, monkeypatch):
    with_protocols(monkeypatch, Poll)
    result = snapviz("compare", crossing, "--protocols", "chandy-lamport,poll")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == "Crossing"
    table = [place for place, line in enumerate(lines) if line.startswith("poll ")]
    advice = [place for place, line in enumerate(lines) if line.startswith("take chandy-lamport")]
    assert "missing: 1" in lines[table[0]] and table[0] < advice[0]


def test_that_a_protocol_that_refuses_is_told_and_no_error(snapviz, write, monkeypatch):
    with_protocols(monkeypatch, Choosy)
    snapshot = {"at_ms": 1, "action": "snapshot", "initiator": "P1"}
    path = write(processes=[{"id": f"P{n}"} for n in (1, 2, 3)], script=[snapshot])
    result = snapviz("compare", path, "--protocols", "choosy")
    assert result.code == 0 and "choosy wants two at most" in result.out


def test_that_seed_until_and_branch_are_heeded(snapviz, write):
    path = write(
        processes=BANK,
        channels=BOTH,
        script=[{"at_ms": 100, "action": "snapshot", "initiator": "P1"}],
        branches=[{"name": "calm", "from_ms": 0, "script": []}],
    )
    told = snapviz("compare", path, "--json", "--seed", 9, "--until", "120.5").json
    assert (told["seed"], told["until_ms"]) == (9, 120.5)
    assert told["protocols"][0]["outcome"] == "incomplete"
    calm = snapviz("compare", path, "--json", "--branch", "calm").json
    assert calm["protocols"][0]["outcome"] == "no snapshot"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--protocols", "telepathy"), "no protocol 'telepathy'; allowed: chandy-lamport"),
        (("--protocols", "chandy-lamport,"), "no protocol ''"),
        (("--protocols", ""), "no protocol ''"),
        (("--protocol", "chandy-lamport"), "--protocol"),
        (("--until", "soon"), "'soon' is no time"),
        (("--branch", "other"), "--branch: no branch 'other'"),
    ],
)
def test_that_bad_options_are_told_in_words(snapviz, crossing, words, told):
    result = snapviz("compare", crossing, *words)
    assert (result.code, result.out) == (2, "")
    assert told in result.err and "Traceback" not in result.err


def test_that_what_cannot_be_run_is_refused_by_its_place(snapviz, write, monkeypatch):
    from snapviz import simulation

    monkeypatch.setattr(simulation, "unsupported", lambda *_: [("script[0].action", "no")])
    result = snapviz("compare", path := write(), "--json")
    assert (result.code, result.out, result.err) == (2, "", f"{path}: script[0].action: no\n")


def test_that_a_run_without_end_is_given_up(snapviz, write, monkeypatch):
    from snapviz.commands import simulating

    monkeypatch.setattr(simulating, "MOST_ROWS", 1000)
    monkeypatch.setattr(simulating, "SLICE", 500)
    workload = {"kind": "bank", "interval": {"kind": "fixed", "ms": 0.01}}
    path = write(processes=BANK, channels=BOTH, workload=workload)
    result = snapviz("compare", path)
    assert result.code == 2 and result.err.startswith(f"{path}: duration_ms: ")


def test_that_a_comparison_loads_no_qt(root):
    scenario = root / "scenarios" / "01-crossing-transfers.snapviz.json"
    code = (
        "import sys; from snapviz.cli import main\n"
        f"main(['compare', {str(scenario)!r}])\n"
        "sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert done.returncode == 0


@linux_only
def test_that_a_reader_that_leaves_is_no_error(root):
    scenario = root / "scenarios" / "01-crossing-transfers.snapviz.json"
    command = [sys.executable, "-m", "snapviz", "compare", str(scenario)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=root, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@linux_only
def test_that_ctrl_c_stops_cleanly(root, write):
    workload = {"kind": "bank", "interval": {"kind": "fixed", "ms": 1}}
    path = write(processes=BANK, channels=BOTH, workload=workload, duration_ms=100_000_000)
    with started(root, "compare", path) as process:
        assert has_worked(process, 1)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=30)
    assert (process.returncode, *told) == (130, b"", b"snapviz: interrupted\n")


def test_that_the_save_pause_is_heeded(snapviz, crossing):
    named = ("compare", crossing, "--protocols", "chandy-lamport", "--json")
    told = snapviz(*named, "--save-pause", 20).json
    (trial,) = told["protocols"]
    assert told["save_pause_ms"] == 20
    assert trial["snapshots"][0]["cost"]["saving_ms"] == 40
    assert snapviz(*named).json["save_pause_ms"] == 0
