"""The clocks of a run's processes at any stop of the play-head, made when asked for. No Qt here."""

from __future__ import annotations

from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

import numpy as np

from snapviz.causality.clocks import clock_after
from snapviz.causality.lamport import LamportColumn
from snapviz.diagram.facts import event_of_row, facts
from snapviz.run import Run

KEPT_VECTORS = 4096
STRETCH = 10_000


class ProcessClocks(NamedTuple):
    """``vector``: int per process; ``lamport``: None until it has been made; local time in us."""

    process: int
    vector: tuple[int, ...]
    lamport: int | None
    local_us: int
    offset_us: int


class RunClocks:
    """Answers for one run; vectors are kept as long as there are not too many."""

    def __init__(self, run: Run):
        self.run = run
        self._facts = facts(run)
        self._vectors: dict[tuple[int, int], tuple[int, ...]] = {}

    @cached_property
    def event_rows(self) -> list[np.ndarray]:
        """int64[events] for each process: the trace rows of its events."""
        rows = self.run.event_rows
        places = self.run.trace.row_process[rows]
        return [rows[places == process] for process in range(len(self.run.trace.process_ids))]

    @cached_property
    def _lamport(self) -> LamportColumn:
        column = LamportColumn(self.run.computation)
        column.advance(STRETCH)
        return column

    @property
    def stamped(self) -> bool:
        """All Lamport timestamps have been made."""
        return self._lamport.complete

    def stamp_on(self) -> None:
        """Make the timestamps of another stretch of events."""
        self._lamport.advance(STRETCH)

    def vector(self, process: int, count: int) -> tuple[int, ...]:
        """The vector of a process after its first ``count`` events."""
        key = (process, count)
        found = self._vectors.get(key)
        if found is None:
            if len(self._vectors) >= KEPT_VECTORS:
                self._vectors.clear()
            found = tuple(clock_after(self.run.computation, process, count).tolist())
            self._vectors[key] = found
        return found

    def vector_of_row(self, row: int) -> tuple[int, ...]:
        """The vector of the event of a trace row."""
        process = int(self.run.trace.row_process[row])
        return self.vector(process, self.run.events_before(row, process) + 1)

    def lamport_of_row(self, row: int) -> int | None:
        return self._lamport.stamp(event_of_row(self.run, row))

    def at(self, process: int, rows: int, time_us: int) -> ProcessClocks:
        """The clocks of one process after the first ``rows`` rows of the trace, at ``time_us``."""
        count = self.run.events_before(rows, process)
        lamport: int | None = 0
        if count:
            lamport = self.lamport_of_row(int(self.event_rows[process][count - 1]))
        offset = self._facts.offset_us(process, time_us)
        return ProcessClocks(
            process, self.vector(process, count), lamport, time_us + offset, offset
        )

    @cached_property
    def offsets_us(self) -> tuple[int, int]:
        """The lowest and the highest offset of any clock in the run.

        Of a clock that drifts no whole millisecond, so that its decimal is counted in.
        """
        found = [0]
        for process, changes in enumerate(self._facts.clocks):
            for change, later in zip_longest(changes, changes[1:]):
                end_us = later.time_us - 1 if later else self.run.until_us
                found.append(change.offset_us)
                if change.drift_ppb:
                    last_us = self._facts.offset_us(process, end_us)
                    found += [last_us, last_us - last_us % 1000 + 300]
        return min(found), max(found)

    @cached_property
    def widest(self) -> int:
        """The largest entry that any vector has."""
        return int(self.run.computation.event_counts.max(initial=0))
