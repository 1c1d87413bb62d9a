"""What crashes, checkpoints and recoveries did to a run, in columns to draw from."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np

from snapviz.engine.outages import Down, outages
from snapviz.engine.stable import FROM_SNAPSHOT, INITIAL, CheckpointRow, RecoveryRow
from snapviz.engine.trace import DOWN, RowKind, Trace

NEVER = 1 << 60  # a row, or a time, that does not come


class Outage(NamedTuple):
    """A process is down; ``to_us`` is the end of the run if it stays so, ``restart_row`` -1.

    ``restart_row``: the first of the recovery, which puts everyone in place at once.
    """

    process: int
    from_us: int
    to_us: int
    crash_row: int
    restart_row: int


class Lives:
    """``send_row`` and ``arrival_row``: int64[M], as of `Facts`; rows are trace rows."""

    def __init__(self, trace: Trace, until_us: int, send_row: np.ndarray, arrival_row: np.ndarray):
        self.trace = trace
        self.until_us = until_us
        self._send_row = send_row
        self._arrival_row = arrival_row

    @cached_property
    def undone_row(self) -> np.ndarray:
        """int64[R + 1]: where each row was undone, ``NEVER`` if it was not; the last is no row."""
        trace = self.trace
        undone = np.full(trace.row_count + 1, NEVER, dtype=np.int64)
        for process, first, row in trace.undoings:
            mine = np.flatnonzero(trace.row_process[first:row] == process) + first
            mine = mine[trace.is_application_row[mine]]
            undone[mine] = np.minimum(undone[mine], row)
        return undone

    @cached_property
    def recalled_row(self) -> np.ndarray:
        """int64[M]: where the send of a message was undone, ``NEVER`` if it was not."""
        trace = self.trace
        recalled = np.full(trace.message_count, NEVER, dtype=np.int64)
        sends = np.flatnonzero(trace.row_kind == RowKind.SEND)
        recalled[trace.row_ref[sends]] = self.undone_row[sends]
        for copy, original in trace.message_copies.items():
            recalled[copy] = recalled[original]
        return recalled

    @cached_property
    def faded_row(self) -> np.ndarray:
        """int64[M]: where the send or the receive of a message was undone, the earlier of both."""
        return np.minimum(self.recalled_row, self.undone_row[self._arrival_row])

    @cached_property
    def recalled_us(self) -> np.ndarray:
        """int64[M]: when a message was recalled on its way or while it waited, else ``NEVER``."""
        times = {recovery.row: recovery.time_us for recovery in self.trace.recoveries}
        recalled = np.full(self.trace.message_count, NEVER, dtype=np.int64)
        on_its_way = (self.recalled_row < NEVER) & (self._arrival_row >= self.recalled_row)
        for message in np.flatnonzero(on_its_way).tolist():
            recalled[message] = times[int(self.recalled_row[message])]
        return recalled

    @cached_property
    def lost_row(self) -> np.ndarray:
        """int64[M]: the row from which on a message is lost, ``NEVER`` if it is not."""
        trace = self.trace
        lost = np.where(trace.message_due < 0, self._send_row, NEVER)
        for loss in trace.losses:
            lost[loss.message] = loss.row
        return lost

    @cached_property
    def lost_us(self) -> np.ndarray:
        """int64[M]: when a message was lost, ``NEVER`` if it was not; at its send by its channel."""
        trace = self.trace
        lost = np.where(trace.message_due < 0, trace.message_sent, NEVER)
        for loss in trace.losses:
            lost[loss.message] = loss.time_us
        return lost

    @cached_property
    def waits(self) -> dict[int, tuple[int, int]]:
        """By message: when it first came to a process that was down, and until when it waited."""
        found = {}
        for wait in self.trace.waits:
            if wait.protocol == DOWN:
                until = self.until_us if wait.until_us is None else wait.until_us
                gone = min(self.recalled_us[wait.message], self.lost_us[wait.message])
                found[wait.message] = (wait.since_us, max(wait.since_us, min(until, int(gone))))
        return found

    @cached_property
    def again(self) -> dict[int, int]:
        """By message that a recovery delivers again, its copy: the row of that recovery."""
        trace = self.trace
        by_time: dict[tuple[int, int], int] = {}
        for recovery in trace.recoveries:
            by_time.update({(m, recovery.time_us): recovery.row for m in recovery.again})
        found = {}
        for copy, original in trace.message_copies.items():
            row = by_time.get((original, int(trace.message_sent[copy])))
            if row is not None and trace.message_sent[original] < trace.message_sent[copy]:
                found[copy] = row
        return found

    @cached_property
    def orphaned_row(self) -> dict[int, int]:
        """By message whose receive had to be undone because its send was: the recovery's row."""
        return {m: recovery.row for recovery in self.trace.recoveries for m in recovery.orphaned}

    @cached_property
    def outages(self) -> list[Outage]:
        """The times when a process was down, in the order of the crashes."""
        return list(map(self._outage, outages(self.trace)))

    def _outage(self, down: Down) -> Outage:
        process, crash_row, back_row = down
        from_us = int(self.trace.row_time[crash_row])
        if back_row is None:
            return Outage(process, from_us, self.until_us, crash_row, -1)
        first = max(r.row for r in self.trace.recoveries if r.row <= back_row)
        return Outage(process, from_us, int(self.trace.row_time[back_row]), crash_row, first)

    def down_at(self, rows: int) -> set[int]:
        """The processes that are down after the first ``rows`` rows."""
        return {
            o.process for o in self.outages if o.crash_row < rows and not 0 <= o.restart_row < rows
        }

    def down_by(self, time_us: int) -> set[int]:
        """The processes that have crashed by then and not restarted."""
        return {
            o.process
            for o in self.outages
            if o.from_us <= time_us and not (o.restart_row >= 0 and o.to_us <= time_us)
        }

    @cached_property
    def checkpoints(self) -> list[CheckpointRow]:
        """Those that were taken: neither initial states nor parts of snapshots."""
        kinds = (INITIAL, FROM_SNAPSHOT)
        return [taken for taken in self.trace.checkpoints if taken.kind not in kinds]

    @cached_property
    def mark_rows(self) -> np.ndarray:
        """int64: the rows of checkpoints, crashes, restarts and rollbacks."""
        kinds = (RowKind.CHECKPOINT, RowKind.CRASH, RowKind.RESTART, RowKind.ROLL_BACK)
        return np.array(self._rows_of(*kinds), dtype=np.int64)

    def _rows_of(self, *kinds: RowKind) -> list[int]:
        return np.flatnonzero(np.isin(self.trace.row_kind, kinds)).tolist()

    def line(self, recovery: RecoveryRow) -> list[int]:
        """Where the recovery line meets each process: a time, after what it kept."""
        return [self._met(recovery, process) for process in range(len(recovery.line))]

    def _met(self, recovery: RecoveryRow, process: int) -> int:
        index = recovery.line[process]
        if index is None:
            return recovery.time_us
        taken = next(c for c in self.trace.checkpoints if (c.process, c.index) == (process, index))
        last, following = self._kept(recovery, process)
        if last <= taken.row:
            return taken.time_us
        last_us = int(self.trace.row_time[last])
        if following is None:
            return self._stopped(recovery, process)
        return (last_us + int(self.trace.row_time[following])) // 2

    def _kept(self, recovery: RecoveryRow, process: int) -> tuple[int, int | None]:
        """The last event that a process kept (-1: none), and the first that was undone."""
        trace = self.trace
        mine = (trace.row_process[: recovery.row] == process) & trace.is_application_row[
            : recovery.row
        ]
        undone = self.undone_row[: recovery.row]
        kept = np.flatnonzero(mine & (undone > recovery.row))
        gone = np.flatnonzero(mine & (undone == recovery.row))
        return (int(kept[-1]) if len(kept) else -1), (int(gone[0]) if len(gone) else None)

    def _stopped(self, recovery: RecoveryRow, process: int) -> int:
        """When a process that kept all it did stopped doing it: at its crash, else just now."""
        mine = [o for o in self.outages if o.process == process and o.crash_row < recovery.row]
        is_down = mine and mine[-1].to_us >= recovery.time_us
        return mine[-1].from_us if is_down else recovery.time_us
