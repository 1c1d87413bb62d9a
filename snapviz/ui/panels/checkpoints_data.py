"""What a run says of checkpoints, and the recovery line over them. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np

from snapviz.engine.trace import RowKind
from snapviz.recovery.line import recovery_line
from snapviz.run import Run

INITIAL = "initial"


@dataclass(frozen=True)
class Checkpoint:
    """``process``: its id. ``index``: 0 is the initial state. ``event_index``: events before it.

    ``kind``: ``initial``, ``independent``, ``coordinated``, ``forced`` or ``scripted``.
    """

    process: str
    index: int
    taken_us: int
    event_index: int
    state: dict[str, Any]
    kind: str


def checkpoints_of(run: Run) -> list[list[Checkpoint]]:
    """The checkpoints of each process in the order taken, its initial state first.

    Read from ``run.checkpoints`` where a run has them: items with the fields of
    :class:`Checkpoint`, of which those of index 0 may be left out.
    """
    ids = run.trace.process_ids
    taken: dict[str, dict[int, Checkpoint]] = {
        pid: {0: Checkpoint(pid, 0, 0, 0, dict(state), INITIAL)}
        for pid, state in zip(ids, run.initial_states, strict=True)
    }
    for item in getattr(run, "checkpoints", ()):
        if item.index > 0:
            taken[item.process][item.index] = Checkpoint(
                item.process, item.index, item.taken_us, item.event_index, item.state, item.kind
            )
    return [[taken[pid][index] for index in sorted(taken[pid])] for pid in ids]


def taken_by(checkpoints: list[Checkpoint], time_us: int, events: int) -> list[Checkpoint]:
    """Those of one process that there are at an instant, after so many of its events."""
    return [c for c in checkpoints if c.taken_us <= time_us and c.event_index <= events]


@dataclass(frozen=True)
class Restart:
    """One process if all restarted now: ``line`` is its checkpoint on the recovery line.

    ``undone``: its events after that one. ``last``: its latest checkpoint.
    """

    process: str
    state: dict[str, Any]
    last: Checkpoint
    line: Checkpoint
    undone: int


class RunCheckpoints:
    """The checkpoints of one run at any stop of the play-head."""

    def __init__(self, run: Run):
        self._run = run
        self.of_process = checkpoints_of(run)
        self._line: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())

    def at(self, rows: int, time_us: int) -> list[list[Checkpoint]]:
        """For each process, those taken so far."""
        run = self._run
        return [
            taken_by(checkpoints, time_us, run.events_before(rows, process))
            for process, checkpoints in enumerate(self.of_process)
        ]

    def restarts(self, rows: int, time_us: int) -> list[Restart]:
        """What a restart of all processes would be for each, after ``rows`` rows."""
        run, taken = self._run, self.at(rows, time_us)
        places = self._line_over(taken)
        return [
            Restart(
                pid,
                state,
                mine[-1],
                mine[place],
                run.events_before(rows, process) - mine[place].event_index,
            )
            for process, (pid, state, mine, place) in enumerate(
                zip(run.trace.process_ids, run.states_at(rows), taken, places, strict=True)
            )
        ]

    def _line_over(self, taken: list[list[Checkpoint]]) -> tuple[int, ...]:
        key = tuple(map(len, taken))
        if self._line[0] != key:
            counts = [[c.event_index for c in mine] for mine in taken]
            # With initial states alone there is no other line than the start.
            single = max(key, default=0) <= 1
            line = (0,) * len(key) if single else recovery_line(self._run.computation, counts)
            self._line = (key, line)
        return self._line[1]


def receive_rows(run: Run, process: int | None = None) -> np.ndarray:
    """int64[K]: the trace rows at which messages were received, of one process or of all."""
    kind = run.trace.row_kind
    received = (kind == RowKind.RECEIVE) | (kind == RowKind.DUPLICATE)
    if process is not None:
        received &= run.trace.row_process == process
    return np.flatnonzero(received)


def by_line(restarts: list[Restart]) -> list[tuple[int, list[Restart]]]:
    """Those that go back to a checkpoint of the same index, together; the earliest first."""
    ordered = sorted(restarts, key=lambda restart: restart.line.index)
    return [(i, list(group)) for i, group in groupby(ordered, lambda r: r.line.index)]
