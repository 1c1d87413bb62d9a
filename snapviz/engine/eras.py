"""What stood of a run between two recoveries that undid something.

A snapshot is judged by what stood when it was taken; what undid some of it later is another matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.engine.computation import CausalView, causal_view
from snapviz.engine.trace import RowKind, Trace


@dataclass(frozen=True)
class Era:
    """The events and messages that stood just before trace row ``end``."""

    trace: Trace
    end: int

    @cached_property
    def view(self) -> CausalView:
        """The application events and messages, with their places in the trace."""
        return causal_view(self.trace, self.end)

    @property
    def computation(self) -> Computation:
        """The same as the causality room sees them."""
        return self.view.computation

    @cached_property
    def rows_of_process(self) -> list[np.ndarray]:
        """For each process the trace rows of its events, ascending."""
        first = self.first_of_process
        return [self.rows_by_process[a:b] for a, b in pairwise(first)]

    @cached_property
    def rows_by_process(self) -> np.ndarray:
        """The trace rows of all events, those of one process after those of another."""
        rows = self.view.event_rows
        # numpy sorts 16-bit keys by radix, several times faster than others.
        processes = self.trace.row_process[rows]
        narrow = (
            processes.astype(np.uint16) if len(self.trace.process_ids) <= 1 << 16 else processes
        )
        return rows[np.argsort(narrow, kind="stable")]

    @cached_property
    def first_of_process(self) -> np.ndarray:
        """int64[n + 1]: where those of each begin, and the last ones end."""
        processes = self.trace.row_process[self.view.event_rows]
        counts = np.bincount(processes, minlength=len(self.trace.process_ids))
        return np.concatenate(([0], np.cumsum(counts)))

    def events_before(self, row: int, process: int) -> int:
        """How many events of a process lie before a trace row."""
        return int(np.searchsorted(self.rows_of_process[process], row))

    @cached_property
    def message_lost(self) -> np.ndarray:
        """bool[M]: lost by then, whoever lost it."""
        return self.trace.lost_by(self.end)

    @cached_property
    def first_arrival(self) -> np.ndarray:
        """int64[M]: when each message was first received, by whichever copy; -1 if never."""
        trace = self.trace
        kinds = (trace.row_kind >= RowKind.RECEIVE) & (trace.row_kind <= RowKind.CONTROL_DUPLICATE)
        arrivals = np.flatnonzero(kinds & trace.standing(self.end))
        arrival = np.full(trace.message_count, -1, dtype=np.int64)
        arrival[trace.row_ref[arrivals]] = trace.row_time[arrivals]
        for again, original in trace.message_copies.items():
            times = [time for time in (arrival[again], arrival[original]) if time >= 0]
            arrival[original] = min(times, default=-1)
        return arrival


def eras_of(trace: Trace) -> list[Era]:
    """The eras of a run in their order; the last one ends after it."""
    ends = sorted({undoing.row for undoing in trace.undoings} | {trace.row_count + 1})
    return [Era(trace, end) for end in ends]
