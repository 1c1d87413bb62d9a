"""Logical clocks, derived from the columns of a computation when they are asked for.

Vector clocks: Fidge (1988) and Mattern (1989); scalar clocks: Lamport (1978). A vector counts,
for each process, its events up to and including the event in question.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from snapviz.causality.computation import Computation


class ReceiveVectors(NamedTuple):
    """Vectors kept for receive events only; between two receives only the own entry moves.

    rows: int32[K+1, n], row 0 all zeros, then one per receive event in event order. A process's
        own entry is stale in its own rows. row_of_event: int64[E], the row that holds for it.
    """

    rows: NDArray[np.int32]
    row_of_event: NDArray[np.int64]


def vector_clocks(c: Computation) -> NDArray[np.int32]:
    """Return int32[E, n]: each event's vector, its own entry counted from 1."""
    rows, row_of_event = receive_vectors(c)
    clocks = rows[row_of_event]
    clocks[np.arange(c.event_count), c.event_process] = c.event_local + 1
    return clocks


def vector_clock(c: Computation, event: int) -> NDArray[np.int32]:
    """Return int32[n], the vector of one event, without those of all others."""
    event = c.check_event(event)
    return clock_after(c, int(c.event_process[event]), int(c.event_local[event]) + 1)


def clock_after(c: Computation, process: int, count: int) -> NDArray[np.int32]:
    """Return int32[n], the vector of a process after its first `count` events; zeros after 0.

    Raises ValueError if the process does not exist or has fewer events.
    """
    if not 0 <= count <= len(c.events_of(process)):
        raise ValueError(
            f"process {c.processes[process]} has {c.event_counts[process]} events, not {count}"
        )
    counts = np.zeros(c.process_count, np.int64)
    counts[process] = count
    return c.causes.close(counts).astype(np.int32)


def lamport_clocks(c: Computation) -> NDArray[np.int32]:
    """Return int32[E]: the length of the longest causal chain that ends in each event."""
    sends = c.edges[0].tolist()
    start = c.incoming_start.tolist()
    latest = [0] * c.process_count
    stamps = [0] * c.event_count
    for event, process in enumerate(c.event_process.tolist()):
        stamp = latest[process]
        for edge in range(start[event], start[event + 1]):
            stamp = max(stamp, stamps[sends[edge]])
        stamps[event] = latest[process] = stamp + 1
    return np.array(stamps, np.int32)


def receive_vectors(c: Computation) -> ReceiveVectors:
    """Return the vectors of the receive events: all that a full matrix would have to repeat."""
    incoming = np.diff(c.incoming_start)
    is_receive = incoming > 0
    row_of_event, row_before = _rows_in_force(c, is_receive)
    rows = np.zeros((int(is_receive.sum()) + 1, c.process_count), np.int32)
    views = list(rows)
    maximum = np.maximum
    sends, receives = c.edges
    first_of_receive = np.diff(receives, prepend=-1) > 0
    base = np.where(first_of_receive, row_before[receives], row_of_event[receives])
    for row, start, sent, sender, count in zip(
        row_of_event[receives].tolist(),
        base.tolist(),
        row_of_event[sends].tolist(),
        c.event_process[sends].tolist(),
        (c.event_local[sends] + 1).tolist(),
        strict=True,
    ):
        vector = views[row]
        maximum(views[start], views[sent], out=vector)
        if vector.item(sender) < count:
            vector[sender] = count
    return ReceiveVectors(rows, row_of_event)


def _rows_in_force(
    c: Computation, is_receive: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each event the row that holds at it, and the row that held just before it."""
    own_row = np.where(is_receive, np.cumsum(is_receive), 0)
    by_process = np.concatenate([c.events_of(p) for p in range(c.process_count)] or [()]).astype(
        int
    )
    # Offsets that grow with the process let one running maximum serve all processes.
    offsets = c.event_process[by_process].astype(np.int64) * (len(own_row) + 1)
    in_force = np.maximum.accumulate(own_row[by_process] + offsets) - offsets
    before = np.concatenate(([0], in_force[:-1])) if len(in_force) else in_force
    before[c.event_local[by_process] == 0] = 0
    row_of_event = np.empty_like(in_force)
    row_before = np.empty_like(in_force)
    row_of_event[by_process] = in_force
    row_before[by_process] = before
    return row_of_event, row_before
