"""Ctrl-C in a sweep, whenever it comes: 130, no file, nobody left at work."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from tests.cli.processes import is_alive, started, workers_of

BIG = ("--vary", "skew=0:900:1", "--seeds", 200)
SMALL = ("--vary", "skew=0:2:1", "--seeds", 8, "--jobs", 1)
TOLD = "snapviz: interrupted\n"
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@pytest.fixture
def twelve(root):
    """A scenario with much to do."""
    return root / "scenarios" / "08-bank-of-twelve.snapviz.json"


@linux_only
@pytest.mark.parametrize("times", [1, 2])
def test_that_ctrl_c_sends_the_workers_home(root, twelve, tmp_path, times):
    out = ("--csv", tmp_path / "x.csv")
    with started(root, "sweep", twelve, *BIG, "--jobs", 2, *out) as process:
        workers = _two_workers(process)
        time.sleep(0.5)
        for _ in range(times):
            process.send_signal(signal.SIGINT)
            time.sleep(0.02)
        told = process.communicate(timeout=20)
        left = [number for number in workers if is_alive(number)]
    # The second may find Python itself ending: a shell says 130 of that too.
    assert process.returncode in (130, -signal.SIGINT) and told == (b"", TOLD.encode())
    assert len(workers) == 2 and not left
    assert os.listdir(tmp_path) == []


def _two_workers(process):
    until = time.monotonic() + 30
    while len(found := workers_of(process)) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    return found


# A machine on which Ctrl-C comes while the first tasks are handed out.
EARLY = """
import os, signal, sys
from joblib.externals.loky.process_executor import ProcessPoolExecutor

submit = ProcessPoolExecutor.submit
def interrupted(executor, *given, **named):
    done = submit(executor, *given, **named)
    os.killpg(0, signal.SIGINT)
    return done
ProcessPoolExecutor.submit = interrupted

from snapviz.cli import main
sys.exit(main(sys.argv[1:]))
"""


@linux_only
def test_that_ctrl_c_is_heard_while_work_is_handed_out(root, twelve):
    with started(root, "sweep", twelve, *BIG, "--jobs", 2, script=EARLY) as process:
        assert process.communicate(timeout=30) == (b"", TOLD.encode())
    assert process.returncode == 130


# A machine on which the thread that feeds the queue comes last, and is caught putting a lock away.
LATE_FEEDER = """
import atexit, sys, time, threading
from multiprocessing.connection import Connection
from joblib.externals.loky.backend import resource_tracker

def late(what, seconds):
    def wrapped(*given):
        if threading.current_thread().name == "QueueFeederThread":
            time.sleep(seconds)
        what(*given)
    return wrapped

Connection.close = late(Connection.close, 0.2)
resource_tracker.unregister = late(resource_tracker.unregister, 0.6)
atexit.register(time.sleep, 0.4)

from snapviz.cli import main
sys.exit(main(sys.argv[1:]))
"""


@linux_only
def test_that_what_the_workers_shared_is_put_away_before_the_end(root, twelve):
    with started(root, "sweep", twelve, *BIG, "--jobs", 2, script=LATE_FEEDER) as process:
        assert len(_two_workers(process)) == 2
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20) == (b"", TOLD.encode())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends the whole process")
def test_that_ctrl_c_between_runs_leaves_no_file(snapviz, twelve, tmp_path, monkeypatch):
    from snapviz.commands import sweep

    before = signal.getsignal(signal.SIGINT)
    tell = lambda part, doing: part and signal.raise_signal(signal.SIGINT)
    monkeypatch.setattr(sweep, "show_progress", tell)
    assert snapviz("sweep", twelve, *SMALL, "--csv", tmp_path / "x") == (130, "", TOLD)
    assert os.listdir(tmp_path) == [] and signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends the whole process")
def test_that_ctrl_c_while_files_are_written_waits_until_they_are_whole(
    snapviz, twelve, tmp_path, monkeypatch
):
    from snapviz.render.whole import WholeFile

    commit = WholeFile.commit

    def interrupted(file):
        signal.raise_signal(signal.SIGINT)
        commit(file)

    monkeypatch.setattr(WholeFile, "commit", interrupted)
    result = snapviz("sweep", twelve, *SMALL, "--csv", tmp_path / "x.csv")
    assert (result.code, result.err) == (130, TOLD)
    assert (tmp_path / "x.csv").read_bytes().endswith(b"\n")
    assert os.listdir(tmp_path) == ["x.csv"]


@linux_only
@pytest.mark.parametrize("wait", [0.05, 0.15, 0.5])
def test_that_the_ctrl_c_of_a_terminal_is_told_once(root, twelve, wait):
    """It goes to the workers too, and may find them still starting."""
    with started(root, "sweep", twelve, *BIG, "--jobs", 2) as process:
        workers = _two_workers(process)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGINT)
        told = process.communicate(timeout=20)
        left = [number for number in workers if is_alive(number)]
    assert (process.returncode, *told) == (130, b"", TOLD.encode())
    assert len(workers) == 2 and not left
