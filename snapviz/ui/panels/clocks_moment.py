"""The clocks of a run's processes at any stop of the play-head, made when asked for. No Qt here."""

from __future__ import annotations

from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

import numpy as np

from snapviz.causality.clocks import clock_after
from snapviz.causality.lamport import LamportColumn
from snapviz.diagram.facts import event_of_row, events_before, facts, last_era
from snapviz.engine.eras import Era
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
        self._vectors: dict[tuple[int, int, int], tuple[int, ...]] = {}

    @property
    def every(self) -> np.ndarray:
        """int64: the trace rows of all events."""
        return self._facts.event_rows

    @cached_property
    def event_rows(self) -> list[np.ndarray]:
        """int64[events] for each process: the trace rows of its events, undone ones too."""
        rows = self.every
        places = self.run.trace.row_process[rows]
        return [rows[places == process] for process in range(len(self.run.trace.process_ids))]

    @cached_property
    def _lamport(self) -> dict[int, LamportColumn]:
        """By the end of its era, the timestamps of what stood in it."""
        columns = {era.end: LamportColumn(era.computation) for era in self.run.eras}
        for column in columns.values():
            column.advance(STRETCH)
        return columns

    @property
    def stamped(self) -> bool:
        """All Lamport timestamps have been made."""
        return all(column.complete for column in self._lamport.values())

    def stamp_on(self) -> None:
        """Make the timestamps of another stretch of events."""
        for column in self._lamport.values():
            column.advance(STRETCH)

    def vector(self, process: int, count: int, era: Era | None = None) -> tuple[int, ...]:
        """The vector of a process after its first ``count`` events, in an era or at the end."""
        era = self.run.eras[-1] if era is None else era
        key = (process, count, era.end)
        found = self._vectors.get(key)
        if found is None:
            if len(self._vectors) >= KEPT_VECTORS:
                self._vectors.clear()
            found = tuple(clock_after(era.computation, process, count).tolist())
            self._vectors[key] = found
        return found

    def vector_of_row(self, row: int) -> tuple[int, ...]:
        """The vector of the event of a trace row."""
        process = int(self.run.trace.row_process[row])
        return self.vector(process, events_before(self.run, row) + 1, last_era(self.run, row))

    def lamport_of_row(self, row: int) -> int | None:
        column = self._lamport[last_era(self.run, row).end]
        return column.stamp(event_of_row(self.run, row))

    def at(self, process: int, rows: int, time_us: int) -> ProcessClocks:
        """The clocks of one process after the first ``rows`` rows of the trace, at ``time_us``."""
        era = self._facts.era(rows)
        count = era.events_before(rows, process)
        lamport: int | None = 0
        if count:
            lamport = self.lamport_of_row(int(era.rows_of_process[process][count - 1]))
        offset = self._facts.offset_us(process, time_us)
        return ProcessClocks(
            process, self.vector(process, count, era), lamport, time_us + offset, offset
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
        return max(int(era.computation.event_counts.max(initial=0)) for era in self.run.eras)
