"""What stands in a run under way, and what of it can be had again."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.engine.computation import causal_view
from snapviz.engine.freeze import freeze
from snapviz.engine.hooks import LoggingProtocol
from snapviz.engine.trace import RowKind, Trace

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class History(NamedTuple):
    """What stands at one instant: for each process the trace rows of its events."""

    trace: Trace
    computation: Computation
    rows: list[np.ndarray]

    def counts(self, process: int, rows: Collection[int]) -> tuple[int, ...]:
        """How many events of a process lie before each of these trace rows."""
        return tuple(np.searchsorted(self.rows[process], rows).tolist())

    def receives(self, process: int) -> list[int]:
        """The local indices of the receives of a process."""
        kinds = self.trace.row_kind[self.rows[process]]
        return np.flatnonzero(kinds == RowKind.RECEIVE).tolist()


def history_of(run: Simulator) -> History:
    """What stands now."""
    trace = freeze(run)
    view = causal_view(trace)
    processes = view.computation.event_process
    rows = [view.event_rows[processes == process] for process in run.every_process]
    return History(trace, view.computation, rows)


def logging_of(run: Simulator) -> type[LoggingProtocol] | None:
    """How this run logs what is received, if it does."""
    for objects in run.protocols.values():
        if isinstance(objects[0], LoggingProtocol):
            return type(objects[0])
    return None
