"""What a million messages cost in memory.

python -m pytest -o addopts= -p no:pytest-qt --import-mode=importlib tests/benchmarks/bench_memory.py -s
"""

from __future__ import annotations

import sys
import tracemalloc
from pathlib import Path

from snapviz.simulation import Simulation

sys.path.insert(0, str(Path(__file__).parent))
from bench_engine import bank

MILLION = 1_000_000
EXACT_MESSAGES = 976_133
MOST_BYTES = 150


def test_that_a_million_messages_stay_small() -> None:
    simulation = Simulation(bank(8, MILLION))
    simulation.advance()
    run = simulation.finish()
    trace = run.trace
    messages = trace.message_count
    columns = (trace.row_code, trace.message_channel, trace.message_sent, trace.message_due)
    stored = sum(column.nbytes for column in columns) + sys.getsizeof(trace.payloads)
    del simulation
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    _ = (trace.row_kind, trace.row_ref, trace.row_time, trace.row_process, trace.message_received)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(
        f"\n{messages} messages: {stored / messages:.0f} bytes each, "
        f"{(stored + after - before) / messages:.0f} with every derived column"
    )
    assert messages == EXACT_MESSAGES
    assert (stored + after - before) / messages < MOST_BYTES
