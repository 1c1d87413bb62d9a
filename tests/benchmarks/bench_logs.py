"""Opening a vector-clock log of 50,000 events: reading it, and the first picture of it.

python -m pytest -o addopts= -p no:pytest-qt --import-mode=importlib tests/benchmarks/bench_logs.py -s

With SHIVIZ=FOLDER, a checkout of ShiViz, and node, its own parse and layout of the same logs is
timed too; SHIVIZ_EVENTS=5000,10000 are the sizes it gets (it is quadratic; by default 5000).
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

import snapviz
from snapviz.diagram.spacetime import View, spacetime
from snapviz.formats.logged_run import LoggedRun
from snapviz.formats.logs import load_log
from snapviz.formats.shiviz.writing import shiviz_log
from snapviz.scenario.model import Scenario
from snapviz.scenario.templates import from_template

EVENTS = 50_000
LEAST = 50  # times as fast as the peer, at the sizes it was given
PEER = Path(__file__).with_name("shiviz_peer.js")


@pytest.fixture(scope="module")
def text() -> str:
    """The log of a bank of 12 processes; its beginning is the log of a shorter run."""
    made = from_template("complete", 12, workload="bank")
    long = Scenario(made.processes, made.channels, workload=made.workload, duration_us=10**9)
    return shiviz_log(snapviz.simulate(long, until_us=150_000_000))


def first(text: str, events: int, path: Path) -> Path:
    lines = text.split("\n")
    assert len(lines) > 2 * events
    path.write_text("\n".join(lines[: 2 * events]) + "\n", encoding="utf-8")
    return path


def cpu_s() -> float:
    """CPU seconds of this process and of those it waited for, which read the log."""
    return sum(os.times()[:4])


def ours(path: Path) -> tuple[float, LoggedRun]:
    """CPU seconds until the first picture, and what was opened."""
    start = cpu_s()
    run = LoggedRun(load_log(path).executions[0], "log")
    spacetime(run, View(1600, 900))
    return cpu_s() - start, run


def test_opening_a_long_log(text, tmp_path):
    path = first(text, EVENTS, tmp_path / "x.log")
    taken = []
    for _ in range(3):
        seconds, run = ours(path)
        taken.append(seconds)
    assert run.computation.event_count == EVENTS
    print(f"\n{EVENTS:,} events: {min(taken):.2f} s, {run.computation.message_count:,} messages")


@pytest.mark.skipif("SHIVIZ" not in os.environ, reason="SHIVIZ names no checkout of ShiViz")
def test_against_shiviz(text, tmp_path):
    for events in map(int, os.environ.get("SHIVIZ_EVENTS", "5000").split(",")):
        path = first(text, events, tmp_path / f"{events}.log")
        mine, run = min((ours(path) for _ in range(3)), key=lambda found: found[0])
        words = ["node", "--max-old-space-size=4096", PEER, os.environ["SHIVIZ"], path]
        peer = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
        assert peer["events"] == events == run.computation.event_count
        assert peer["edges"] == run.computation.message_count
        theirs = peer["parse_s"] + peer["layout_s"]
        print(
            f"\n{events:,} events: {mine:.2f} s; ShiViz {theirs:.1f} s "
            f"(parse {peer['parse_s']:.1f}, layout {peer['layout_s']:.1f}), {theirs / mine:.0f} times"
        )
        if events >= EVENTS:
            assert theirs >= LEAST * mine
