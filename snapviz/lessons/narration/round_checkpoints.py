"""The checkpoints of the rounds of Koo and Toueg in a run: who was asked for one, and how long it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from snapviz.engine.stable import COORDINATED, CheckpointRow
from snapviz.engine.trace import Routed, RowKind
from snapviz.lessons.narration.routed import RoutedTelling
from snapviz.protocols.checkpointing.koo_toueg import PATIENCE_INTERVALS

ASK = "ask"


class RoundCheckpoints(RoutedTelling):
    """Finds them; a subclass tells the rounds."""

    @cached_property
    def coordinated(self) -> list[tuple[int, int, CheckpointRow]]:
        """The rows, numbers and values of the checkpoints of rounds."""
        return list(self._find_coordinated())

    def _find_coordinated(self) -> Iterator[tuple[int, int, CheckpointRow]]:
        for row in self.rows(RowKind.CHECKPOINT):
            number = int(self.trace.row_ref[row])
            taken = self.trace.checkpoints[number]
            if taken.kind == COORDINATED:
                yield row, number, taken

    def asked_in(self, row: int) -> Routed | None:
        """The request that made a process take a checkpoint at a row; None: it begins a round."""
        trace, before = self.trace, row - 1
        if before < 0 or trace.row_kind[before] != RowKind.CONTROL:
            return None
        message = int(trace.row_ref[before])
        payload = trace.payloads[message]
        is_here = self.time_of(before) == self.time_of(row) and self.is_mine(message)
        if is_here and payload.target == self.process_of(row) and payload.body[0] == ASK:
            return payload
        return None

    def taken_at(self, row: int, process: int) -> int | None:
        """The number of the checkpoint that a process takes at a row because it was asked to."""
        trace = self.trace
        if row >= trace.row_count or trace.row_kind[row] != RowKind.CHECKPOINT:
            return None
        number = int(trace.row_ref[row])
        taken = trace.checkpoints[number]
        is_it = (taken.kind, taken.process) == (COORDINATED, process)
        return number if is_it and self.asked_in(row) is not None else None

    def tentative_at(self, row: int, process: int) -> int | None:
        """The number of a checkpoint that is not decided when a row comes."""
        for at, number, taken in self._by_process.get(process, ()):
            ends = [r for r in (taken.settled_row, taken.ended_row) if r is not None]
            if at < row and all(end >= row for end in ends):
                return number
        return None

    @cached_property
    def _by_process(self) -> dict[int, list[tuple[int, int, CheckpointRow]]]:
        """Those of each process, the last ones first."""
        found: dict[int, list[tuple[int, int, CheckpointRow]]] = {}
        for one in reversed(self.coordinated):
            found.setdefault(one[2].process, []).append(one)
        return found

    def has_given_up(self, number: int, round_id: Any, time_us: int) -> bool:
        """Whether who began a round waits no more: its timer comes before what arrives then."""
        taken = self.trace.checkpoints[number]
        patience_us = PATIENCE_INTERVALS * self.run.scenario.checkpointing.interval_us
        ends_us = taken.time_us + patience_us
        return (
            round_id[0] == taken.process
            and time_us >= ends_us
            and not any(
                process == taken.process and taken.time_us <= crash_us <= ends_us
                for process, crash_us in self._crashes
            )
        )

    @cached_property
    def _crashes(self) -> list[tuple[int, int]]:
        """Who lost its timers, and when."""
        return [(self.process_of(row), self.time_of(row)) for row in self.rows(RowKind.CRASH)]
