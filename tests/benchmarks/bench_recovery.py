"""The recovery line of 12 processes with 10,000 events each.

python -m pytest -o addopts= -p no:pytest-qt --import-mode=importlib tests/benchmarks/bench_recovery.py -s
"""

from __future__ import annotations

from random import Random
from time import process_time

import pytest

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import with_live_states
from snapviz.recovery.line import recovery_line

PROCESSES = 12
EVENTS = 10_000
SECONDS = 0.05


@pytest.fixture(scope="module")
def busy() -> Computation:
    """Every event is a receive, where there is something to receive, or a send, by turns."""
    draw = Random(1)
    process, sends, receives = [], [], []
    waiting: list[list[int]] = [[] for _ in range(PROCESSES)]
    for event in range(PROCESSES * EVENTS):
        here = draw.randrange(PROCESSES)
        process.append(here)
        if waiting[here] and draw.random() < 0.5:
            receives[waiting[here].pop(0)] = event
        else:
            there = (here + draw.randrange(1, PROCESSES)) % PROCESSES
            waiting[there].append(len(sends))
            sends.append(event)
            receives.append(-1)
    return Computation([f"P{p + 1}" for p in range(PROCESSES)], process, sends, receives)


def checkpoints(c: Computation, every: int) -> list[list[int]]:
    return [list(range(0, int(count), every)) for count in c.event_counts]


@pytest.mark.parametrize("case", ["one fails", "all fail", "any state", "all to the start"])
def test_the_line(busy: Computation, case: str) -> None:
    candidates = {
        "one fails": with_live_states(busy, checkpoints(busy, 100), {0}),
        "all fail": checkpoints(busy, 10),
        "any state": [checkpoints(busy, 100)[0], *(range(k + 1) for k in busy.event_counts[1:])],
        "all to the start": checkpoints(busy, 2_000),
    }[case]
    best = min(_seconds(busy, candidates) for _ in range(5))
    print(f"\n{case}: {best * 1000:.1f} ms")
    assert best < SECONDS
    if case == "all to the start":
        assert recovery_line(busy, candidates) == (0,) * PROCESSES


def _seconds(c: Computation, candidates) -> float:
    start = process_time()
    recovery_line(c, candidates)
    return process_time() - start
