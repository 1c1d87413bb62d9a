"""Small runs at random, and what happened in them read straight off the columns of the trace."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import snapviz
from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Exponential, Process, Scenario, Workload
from tests.diagram.sample_runs import ms, ring


@lru_cache(maxsize=256)
def random_run(seed: int, count: int = 3, duration_ms: int = 60):
    """A bank on a ring; every third seed loses, doubles and reorders messages."""
    rough = {"fifo": False, "loss": 0.2, "duplication": 0.3} if seed % 3 == 0 else {}
    return snapviz.simulate(
        Scenario(
            tuple(Process(f"P{i + 1}", {"balance": 1000}) for i in range(count)),
            ring(count, delay=Exponential(ms(10)), **rough),
            seed=seed,
            duration_us=ms(duration_ms),
            workload=Workload("bank", Exponential(ms(18))),
        )
    )


class Event(NamedTuple):
    row: int
    process: int
    time_us: int
    kind: int
    message: int  # of a send, a receive or a repeated receive, the original; else -1


def events(run) -> list[Event]:
    trace, found = run.trace, []
    for row in range(trace.row_count):
        kind, ref = int(trace.row_kind[row]), int(trace.row_ref[row])
        message = -1
        if kind in (RowKind.SEND, RowKind.RECEIVE, RowKind.DUPLICATE):
            if trace.message_control[ref]:
                continue
            message = trace.message_copies.get(ref, ref)
        elif kind not in (RowKind.INTERNAL, RowKind.REFUSED):
            continue
        process, us = int(trace.row_process[row]), int(trace.row_time[row])
        found.append(Event(row, process, us, kind, message))
    return found


def crossings(happened: list[Event], counts) -> tuple[set[int], set[int]]:
    """Orphans, and messages sent inside a cut and not received inside it."""
    seen = [0] * len(counts)
    sent, received = set(), set()
    for event in happened:
        seen[event.process] += 1
        if seen[event.process] > counts[event.process]:
            continue
        if event.kind == RowKind.SEND:
            sent.add(event.message)
        elif event.message >= 0:
            received.add(event.message)
    return received - sent, sent - received
