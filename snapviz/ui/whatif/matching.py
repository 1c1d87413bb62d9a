"""Where a moment of one run lies in another run of the same events. No Qt here."""

from __future__ import annotations

import numpy as np

from snapviz.diagram.facts import facts
from snapviz.run import Run

CLEARANCE = 60  # of a run: so far a line keeps from an event, about the size of its dot


def prepared(run: Run) -> Run:
    """A run of which everything is known that its diagram asks first: best asked off-thread."""
    known = facts(run)
    for name in ("send_row", "arrival_row", "records", "marks"):
        getattr(known, name)
    known.event_times(run.eras[-1])
    return run


def prefix(run: Run, rows: int) -> tuple[int, ...]:
    """How many of its events each process has had after so many rows of the trace."""
    passed = run.event_rows[: np.searchsorted(run.event_rows, rows)]
    count = len(run.trace.process_ids)
    return tuple(np.bincount(run.trace.row_process[passed], minlength=count).tolist())


def times_of(run: Run, counts: tuple[int, ...], near_us: int) -> tuple[int, ...]:
    """A time for each process by which it has had so many events: ``near_us`` if it can be.

    Of events at one and the same instant the time tells none apart.
    """
    columns = facts(run).event_times(run.eras[-1])
    apart_us = run.until_us // CLEARANCE
    return tuple(
        _within(column, count, near_us, run.until_us, apart_us)
        for column, count in zip(columns, counts, strict=True)
    )


def _within(column: np.ndarray, count: int, near_us: int, until_us: int, apart_us: int) -> int:
    """Between two neighbouring events, and clear of both where there is room for that."""
    low = int(column[count - 1]) if count else 0
    high = int(column[count]) - 1 if count < len(column) else until_us
    apart_us = min(apart_us, (high - low) // 2)
    first = low + apart_us if count else low
    last = high - apart_us if count < len(column) else high
    return max(low, min(max(first, min(near_us, last)), high))
