"""Who was down when, read from the rows of a trace."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from snapviz.engine.trace import RowKind, Trace


class Down(NamedTuple):
    """A process was down from a trace row on, until it restarted in another; None: for good."""

    process: int
    crash_row: int
    restart_row: int | None

    def lasts(self, rows: int) -> bool:
        """Whether it is so after the first ``rows`` rows."""
        return self.crash_row < rows and (self.restart_row is None or rows <= self.restart_row)


def outages(trace: Trace) -> list[Down]:
    """All of a run, in the order of the crashes."""
    found: list[Down] = []
    crashed: dict[int, int] = {}
    for row in np.flatnonzero(np.isin(trace.row_kind, (RowKind.CRASH, RowKind.RESTART))).tolist():
        process = int(trace.row_process[row])
        if trace.row_kind[row] == RowKind.CRASH:
            crashed[process] = row
        elif process in crashed:
            found.append(Down(process, crashed.pop(process), row))
    found += [Down(process, row, None) for process, row in crashed.items()]
    return sorted(found, key=lambda down: down.crash_row)


def down_after(trace: Trace, rows: int) -> frozenset[int]:
    """Who is down after the first ``rows`` rows."""
    return frozenset(down.process for down in outages(trace) if down.lasts(rows))
