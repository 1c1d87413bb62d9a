"""The causal content of a trace: application events and messages, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.engine.trace import RowKind, Trace


@dataclass(frozen=True)
class CausalView:
    """A computation and where its events and messages stand in the trace.

    ``event_rows``: int64[E], trace row of each event. ``messages``: int64[m], trace
    message of each message of the computation. ``message_numbers``: int64[M], the
    way back, -1 for what is no application message of its own (control, copies).
    """

    computation: Computation
    event_rows: np.ndarray
    messages: np.ndarray
    message_numbers: np.ndarray


def causal_view(trace: Trace, row: int | None = None) -> CausalView:
    """Take the application events and messages out of a trace.

    Those that stand at its end; or, given a row, those before it that stood then.
    """
    stands = trace.standing(trace.row_count if row is None else row)
    event_rows = np.flatnonzero(trace.is_application_row & stands)
    event_of_row = np.full(trace.row_count, -1, dtype=np.int64)
    event_of_row[event_rows] = np.arange(len(event_rows))
    original = np.where(
        trace.message_copy_of < 0, np.arange(trace.message_count), trace.message_copy_of
    )
    sends = _events_by_message(trace, event_of_row, RowKind.SEND)
    receives = _events_by_message(trace, event_of_row, RowKind.RECEIVE, original)
    messages = np.flatnonzero(sends >= 0)
    repeated = np.flatnonzero((trace.row_kind == RowKind.DUPLICATE) & stands)
    numbers = np.full(trace.message_count, -1, dtype=np.int64)
    numbers[messages] = np.arange(len(messages))
    computation = Computation(
        trace.process_ids,
        trace.row_process[event_rows],
        sends[messages],
        receives[messages],
        sends[original[trace.row_ref[repeated]]],
        event_of_row[repeated],
    )
    return CausalView(computation, event_rows, messages, numbers)


def _events_by_message(
    trace: Trace, event_of_row: np.ndarray, kind: RowKind, original: np.ndarray | None = None
) -> np.ndarray:
    """int64[M]: the event of the given kind that each message has, -1 for none."""
    rows = np.flatnonzero((trace.row_kind == kind) & (event_of_row >= 0))
    messages = trace.row_ref[rows]
    events = np.full(trace.message_count, -1, dtype=np.int64)
    events[messages if original is None else original[messages]] = event_of_row[rows]
    return events
