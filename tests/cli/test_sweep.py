"""``snapviz sweep``: what it counts, where that goes, what it refuses."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from io import StringIO

import pytest

from snapviz.documents import load_scenario
from snapviz.scenario import Problem, ScenarioError
from snapviz.study.sweep import sweep
from snapviz.study.sweep_report import sweep_csv, sweep_report
from tests.study.worlds import Asleep, Choosy, with_protocols

DELAY = ("--vary", "delay=0.5:1.5:0.5", "--seeds", 10)
HERE = ("--jobs", 1)


@pytest.fixture
def loose(write):
    """Two banks whose channels keep no order, so that now and then a marker is overtaken."""
    channel = {"fifo": False, "delay": {"kind": "uniform", "low_ms": 1, "high_ms": 60}}
    return write(
        title="Loose",
        seed=5,
        duration_ms=400,
        processes=[{"id": name, "state": {"balance": 100}} for name in ("P1", "P2")],
        channels=[{"from": a, "to": b, **channel} for a, b in (("P1", "P2"), ("P2", "P1"))],
        workload={"kind": "bank", "interval": {"kind": "exponential", "mean_ms": 10}},
        script=[{"at_ms": 150, "action": "snapshot", "initiator": "P1"}],
    )


def test_that_the_report_is_that_of_the_study(snapviz, loose):
    result = snapviz("sweep", loose, *DELAY, *HERE, "--json")
    assert (result.code, result.err) == (0, "")
    expected = sweep(load_scenario(loose), "delay=0.5:1.5:0.5", 10, jobs=1)
    assert result.json == sweep_report(expected)
    assert any(point["inconsistent"]["hits"] for point in result.json["points"])


def test_that_all_cores_count_what_one_counts(snapviz, loose):
    alone, together = (snapviz("sweep", loose, *DELAY, *jobs, "--json") for jobs in (HERE, ()))
    assert together.code == 0 and together.json == alone.json


def test_that_the_table_has_a_line_for_each_value(snapviz, loose):
    result = snapviz("sweep", loose, *DELAY, *HERE)
    assert (result.code, result.err) == (0, "")
    lines = [line.split() for line in result.out.splitlines()]
    assert lines[0] == ["Loose"]
    found = [line[1:3] for line in lines if line[:1] == ["chandy-lamport"]]
    assert found == [["0.5", "10"], ["1", "10"], ["1.5", "10"]]


def test_that_seed_until_branch_and_protocols_are_heeded(snapviz, loose, monkeypatch):
    with_protocols(monkeypatch, Asleep)
    words = ("--seed", 77, "--until", 200, "--protocols", "asleep,chandy-lamport")
    told = snapviz("sweep", loose, "--vary", "skew=0", "--seeds", 2, *HERE, *words, "--json").json
    assert (told["first_seed"], told["until_ms"], told["seeds"]) == (77, 200, 2)
    assert [point["protocol"] for point in told["points"]] == ["asleep", "chandy-lamport"]
    assert told["points"][0]["incomplete"]["hits"] == 2
    refused = snapviz("sweep", loose, *DELAY, "--branch", "other")
    assert refused.code == 2 and "--branch: no branch 'other'" in refused.err


def test_that_a_protocol_that_refuses_is_told_and_no_error(snapviz, write, monkeypatch):
    with_protocols(monkeypatch, Choosy)
    snapshot = {"at_ms": 1, "action": "snapshot", "initiator": "P1"}
    path = write(processes=[{"id": f"P{n}"} for n in (1, 2, 3)], script=[snapshot])
    words = ("--vary", "skew=0,5", "--seeds", 2, *HERE, "--protocols", "choosy")
    result = snapviz("sweep", path, *words)
    assert result.code == 0 and result.out.count("choosy wants two at most") == 1


def test_that_csv_goes_to_stdout_or_a_file(snapviz, loose, tmp_path):
    expected = sweep_csv(sweep(load_scenario(loose), "delay=0.5:1.5:0.5", 10, jobs=1))
    assert snapviz("sweep", loose, *DELAY, *HERE, "--csv", "-").out == expected
    out = tmp_path / "out.csv"
    out.write_text("old")
    result = snapviz("sweep", loose, *DELAY, *HERE, "--csv", out)
    assert result.code == 0 and result.out.startswith("Loose\n")
    assert out.read_bytes() == expected.encode()
    rows = list(csv.DictReader(StringIO(expected)))
    assert [row["delay"] for row in rows] == ["0.5", "1", "1.5"]


@pytest.mark.parametrize(
    ("ending", "head"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("PDF", b"%PDF")]
)
def test_that_the_figure_is_what_its_ending_says(snapviz, loose, tmp_path, ending, head):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    out = tmp_path / f"plot.{ending}"
    result = snapviz("sweep", loose, *DELAY, *HERE, "--figure", out, "--json")
    assert result.code == 0 and len(result.json["points"]) == 3
    assert out.read_bytes().startswith(head)
    assert sorted(os.listdir(tmp_path)) == sorted([loose.name, out.name])


def test_that_progress_goes_to_a_terminal_on_stderr(snapviz, loose, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    result = snapviz("sweep", loose, "--vary", "skew=0:9:1", "--seeds", 8, *HERE)
    assert result.code == 0 and "sweeping" not in result.out
    shares = [int(found) for found in re.findall(r"sweeping (\d+)%", result.err)]
    assert shares == list(range(0, 101, 10))
    assert result.err.endswith(f"\r{' ' * 16}\r")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--vary"),
        (("--vary", "luck=1:2"), "'luck=1:2' varies nothing known; allowed: NAME=FIRST:LAST:STEP"),
        (("--vary", "loss=0:2:1"), "loss cannot be 2; allowed: 0 to 1"),
        (("--vary", "skew=5:0:1"), "goes nowhere"),
        ((*DELAY, "--seeds", 0), "allowed: whole numbers from 1 to 100000"),
        ((*DELAY, "--seeds", 100_001), "allowed: whole numbers from 1 to 100000"),
        (("--vary", "skew=0:999:1", "--seeds", 100_000), "--seeds: these are 100,000,000 runs"),
        ((*DELAY, "--jobs", 0), "allowed: whole numbers from 1 to 1000"),
        ((*DELAY, "--protocols", "telepathy"), "no protocol 'telepathy'; allowed: chandy-lamport"),
        ((*DELAY, "--csv", "-", "--json"), "--csv - and --json: stdout takes one of them"),
        ((*DELAY, "--csv", "no/such/x.csv"), "--csv: no/such/x.csv: there is no folder 'no/such'"),
        ((*DELAY, "--csv", ""), "--csv: '': is no file"),
        ((*DELAY, "--csv", os.curdir), "--csv: .: is no file"),
        ((*DELAY, "--csv", "x" * 300 + "/y"), "there is no folder"),
    ],
)
def test_that_bad_options_are_told_in_words(snapviz, loose, monkeypatch, tmp_path, words, told):
    monkeypatch.chdir(tmp_path)
    result = snapviz("sweep", loose, *words)
    assert (result.code, result.out) == (2, "")
    assert told in result.err and "Traceback" not in result.err
    assert os.listdir(tmp_path) == [loose.name]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--figure", "x.docx"), "--figure: x.docx: no figure has this ending; allowed: .png"),
        (("--figure", "no/x.png"), "--figure: no/x.png: there is no folder 'no'"),
        (("--figure", "x.png", "--csv", "./x.png"), "--figure: x.png: is in use as './x.png'"),
        (("--csv", "x.snapviz.json"), "--csv: x.snapviz.json: is in use"),
    ],
)
def test_that_a_place_is_refused_before_the_work(
    snapviz, loose, monkeypatch, tmp_path, words, told
):
    from snapviz.study import sweep as study

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(study, "sweep", lambda *_, **__: pytest.fail("it swept"))
    before = loose.read_bytes()
    result = snapviz("sweep", loose, *DELAY, *words)
    assert (result.code, result.out) == (2, "") and told in result.err
    assert loose.read_bytes() == before and os.listdir(tmp_path) == [loose.name]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names there")
def test_that_only_files_are_ever_replaced(snapviz, loose, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    result = snapviz("sweep", loose, *DELAY, *HERE, "--csv", pipe)
    assert (result.code, result.out) == (2, "")
    assert "is no file" in result.err and pipe.is_fifo()


def test_that_a_picture_without_qt_is_refused_before_the_work(snapviz, loose, monkeypatch):
    from snapviz.render import application

    def no_qt():
        raise application.GraphicsMissing("pictures need PySide6")

    monkeypatch.setattr(application, "ensure_application", no_qt)
    result = snapviz("sweep", loose, *DELAY, "--figure", "x.png")
    assert (result.code, result.out) == (2, "")
    assert result.err == "snapviz: --figure: pictures need PySide6\n"


def test_that_a_file_that_cannot_be_written_in_the_end_costs_no_result(
    snapviz, loose, monkeypatch, tmp_path
):
    from snapviz.render import whole

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole.os, "fsync", full)
    result = snapviz("sweep", loose, *DELAY, *HERE, "--csv", tmp_path / "x.csv")
    assert result.code == 2 and result.out.startswith("Loose\n")
    assert "cannot be written: No space left on device" in result.err
    assert os.listdir(tmp_path) == [loose.name]


def test_that_a_scenario_with_nothing_to_count_is_refused(snapviz, write):
    path = write()
    result = snapviz("sweep", path, *DELAY)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{path}: script: takes no snapshot")


def test_that_a_run_without_end_is_given_up(snapviz, write, monkeypatch):
    from snapviz.study import sweep as study

    monkeypatch.setattr(study, "MOST_ROWS", 1000)
    monkeypatch.setattr(study, "SLICE", 500)
    path = write(
        processes=[{"id": "P1", "state": {"balance": 9}}, {"id": "P2"}],
        channels=[{"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}],
        workload={"kind": "bank", "interval": {"kind": "fixed", "ms": 0.01}},
        script=[{"at_ms": 1, "action": "snapshot", "initiator": "P1"}],
    )
    result = snapviz("sweep", path, "--vary", "skew=0,1", "--seeds", 9, *HERE)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{path}: duration_ms: ")


def test_that_a_refusal_finds_its_way_from_another_process(snapviz, loose, monkeypatch):
    from snapviz.study import sweep as study

    monkeypatch.setattr(study, "outcomes_of", _refused)
    result = snapviz("sweep", loose, *DELAY, "--jobs", 2)
    assert (result.code, result.out, result.err) == (2, "", f"{loose}: duration_ms: too long\n")


def _refused(task):
    raise ScenarioError([Problem("duration_ms", "too long")])


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense"])
def test_that_a_cluster_that_does_not_answer_is_told_in_words(snapviz, loose, address):
    pytest.importorskip("distributed")
    result = snapviz("sweep", loose, *DELAY, "--scheduler", address)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("snapviz: --scheduler: no Dask scheduler answers at")


def test_that_a_missing_dask_is_told_in_words(snapviz, loose, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = snapviz("sweep", loose, *DELAY, "--scheduler", "tcp://127.0.0.1:1")
    assert result.code == 2 and "pip install 'snapviz[cluster]'" in result.err


@pytest.mark.deep
def test_that_a_cluster_counts_what_one_core_counts(snapviz, loose):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as running:
        there = snapviz("sweep", loose, *DELAY, "--scheduler", running.scheduler_address, "--json")
    assert there.code == 0 and there.json == snapviz("sweep", loose, *DELAY, *HERE, "--json").json


def test_that_the_help_names_everything_that_can_vary(snapviz):
    from snapviz.study.varying import VARIABLES

    result = snapviz("sweep", "--help")
    assert result.code == 0
    assert all(re.search(rf"\b{name}\b", result.out) for name in VARIABLES)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="pipes of Linux")
@pytest.mark.parametrize("more", [("--csv", "-"), ("--json",), ()])
def test_that_a_reader_that_leaves_is_no_error(root, loose, more):
    words = [sys.executable, "-m", "snapviz", "sweep", loose, *DELAY, *HERE, *more]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        list(map(str, words)), stdout=writing, stderr=subprocess.PIPE, cwd=root, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_that_the_save_pause_is_heeded(snapviz, loose):
    words = ("sweep", loose, *DELAY, *HERE, "--json", "--save-pause", 12.5)
    told = snapviz(*words).json
    assert told["save_pause_ms"] == 12.5
    assert all(0 < point["throughput"] <= 1 for point in told["points"])
    refused = snapviz(*words[:-1], "-3")
    assert refused.code == 2 and "argument --save-pause: '-3' is no time" in refused.err


def test_that_one_seed_is_one(snapviz, loose):
    words = ("sweep", loose, *DELAY, "--jobs", 1, "--seeds")
    assert " varied, 1 seed from 5," in snapviz(*words, 1).out
    assert " varied, 2 seeds from 5," in snapviz(*words, 2).out
