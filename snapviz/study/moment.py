"""What stands, who is up and what is on stable storage after some rows of a run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from snapviz.causality.computation import Computation
from snapviz.engine.eras import Era
from snapviz.engine.hooks import LoggingProtocol
from snapviz.engine.outages import down_after
from snapviz.engine.stable import INITIAL, CheckpointRow
from snapviz.protocols.registry import LOGGING
from snapviz.run import Run

STANDING, TENTATIVE, UNDONE, DISCARDED, COLLECTED, LOST = (
    "standing",
    "tentative",
    "undone",
    "discarded",
    "collected",
    "lost",
)


@dataclass(frozen=True)
class Moment:
    """A run after its first ``rows`` rows, at ``time_us``."""

    run: Run
    rows: int
    time_us: int

    @cached_property
    def era(self) -> Era:
        """The events and messages that stand now, and nothing later."""
        return Era(self.run.trace, self.rows)

    @property
    def computation(self) -> Computation:
        """The same as the causality room sees them."""
        return self.era.computation

    @property
    def logging(self) -> type[LoggingProtocol] | None:
        """The method by which this run logs what is received."""
        return LOGGING.get(self.run.scenario.logging.method)

    @cached_property
    def down(self) -> frozenset[int]:
        """The processes that have crashed and not restarted."""
        return down_after(self.run.trace, self.rows)

    @cached_property
    def flushed(self) -> dict[int, int]:
        """By process the row before which what it has received is written."""
        written: dict[int, int] = {}
        for flush in self.run.trace.flushes:
            if flush.row <= self.rows and flush.time_us <= self.time_us:
                written[flush.process] = flush.row
        for loss in self.run.trace.storage_losses:
            if loss.row < self.rows and written.get(loss.process, 0) <= loss.row:
                written.pop(loss.process, None)
        return written

    @cached_property
    def log_starts(self) -> dict[int, int]:
        """By process the row before which the entries of what it has received are discarded."""
        starts: dict[int, int] = {}
        for found in self.run.trace.collections:
            if found.row < self.rows:
                starts.update(found.entries)
        for loss in self.run.trace.storage_losses:
            if loss.row < self.rows:
                starts[loss.process] = max(loss.log_row, starts.get(loss.process, 0))
        return starts

    # Checkpoints, by their numbers in ``checkpoints``

    @cached_property
    def checkpoints(self) -> list[CheckpointRow]:
        """Those of the trace; the initial states of a run that knows of no crashes."""
        if self.run.trace.checkpoints:
            return self.run.trace.checkpoints
        return [
            CheckpointRow(process, 0, 0, 0, INITIAL, dict(state), {})
            for process, state in enumerate(self.run.initial_states)
        ]

    @cached_property
    def taken(self) -> list[list[int]]:
        """For each process all checkpoints it has taken so far, those that are gone included."""
        taken: list[list[int]] = [[] for _ in self.run.trace.process_ids]
        for number, row in enumerate(self.checkpoints):
            if row.is_known(self.rows):
                taken[row.process].append(number)
        for mine in taken:
            mine.sort(key=lambda number: self.checkpoints[number].row)
        return taken

    @cached_property
    def usable(self) -> list[list[int]]:
        """For each process those it may restart from."""
        return [[n for n in mine if self.status(n) == STANDING] for mine in self.taken]

    def status(self, number: int) -> str:
        """What a checkpoint is now."""
        row = self.checkpoint(number)
        if row.ended_row is not None and row.ended_row < self.rows:
            if self.run.trace.lost_with_storage(row) is not None:
                return LOST
            return UNDONE if self._is_undone(row) else DISCARDED
        if row.has_ended(self.rows):
            return COLLECTED
        return TENTATIVE if row.is_tentative(self.rows) else STANDING

    def _is_undone(self, row: CheckpointRow) -> bool:
        return any(
            (undoing.process, undoing.row) == (row.process, row.ended_row)
            for undoing in self.run.trace.undoings
        )

    def checkpoint(self, number: int) -> CheckpointRow:
        return self.checkpoints[number]

    def events_before(self, number: int) -> int:
        """How many standing events of its process lie before a checkpoint."""
        row = self.checkpoint(number)
        return self.era.events_before(row.row, row.process)

    @cached_property
    def candidates(self) -> list[list[int]]:
        """For each process the events before each checkpoint it may restart from."""
        return [[self.events_before(number) for number in mine] for mine in self.usable]
