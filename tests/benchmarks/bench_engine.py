"""The engine on the bank, against a bare heap and against SimPy, in one run.

python -m pytest -o addopts= tests/benchmarks/bench_engine.py -s
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from snapviz.scenario.model import (
    Channel,
    Exponential,
    Process,
    Scenario,
    Uniform,
    Workload,
)
from snapviz.simulation import Simulation

sys.path.insert(0, str(Path(__file__).parent))
from peers import SimPyBank, heap_floor

MEAN_US = 60_000
ROUNDS = 7
EXACT = {8: 97_577, 100: 391_520}


def bank(processes: int, messages: int) -> Scenario:
    """Every process pays every other; about so many messages in all."""
    names = [f"P{i + 1}" for i in range(processes)]
    return Scenario(
        processes=tuple(Process(name, {"balance": 1000}) for name in names),
        channels=tuple(
            Channel(a, b, delay=Uniform(40_000, 80_000)) for a in names for b in names if a != b
        ),
        seed=42,
        duration_us=messages * MEAN_US // processes,
        workload=Workload("bank", Exponential(MEAN_US)),
    )


def engine(simulation: Simulation) -> int:
    """Run to the end and freeze the trace; the number of messages sent."""
    simulation.advance()
    return simulation.finish().trace.message_count


def _seconds(work: Callable[..., int], *arguments: object) -> tuple[float, int]:
    # What the one before left behind is not on the account of the next.
    gc.collect()
    start = time.process_time()
    done = work(*arguments)
    return time.process_time() - start, done


@pytest.mark.parametrize(("processes", "messages"), [(8, 100_000), (100, 400_000)])
def test_messages_per_second_against_floor_and_simpy(processes: int, messages: int) -> None:
    """All three take turns, so that a slow moment of the machine hits all; the best turn counts."""
    rows: dict[str, list[float]] = {"floor": [], "engine": [], "simpy": []}
    counts = set()
    for _ in range(ROUNDS):
        spent, pops = _seconds(heap_floor, messages, processes)
        rows["floor"].append(spent / (pops / 2))
        spent, sent = _seconds(engine, Simulation(bank(processes, messages)))
        rows["engine"].append(spent / sent)
        counts.add(sent)
        peer = SimPyBank(processes, messages * MEAN_US // processes // 4)
        spent, sent = _seconds(peer.run)
        rows["simpy"].append(spent / sent)
    best = {name: min(values) for name, values in rows.items()}
    print(
        f"\n{processes} processes, {counts} messages:"
        + "".join(f" {name} {value * 1e6:.2f} us a message," for name, value in best.items())
        + f" floor/engine {best['floor'] / best['engine']:.2f},"
        f" simpy/engine {best['simpy'] / best['engine']:.1f}"
    )
    assert counts == {EXACT[processes]}
