"""A recovery that a run really had, told one thing at a time: who goes back, replays, loses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from snapviz.engine.application import give, take
from snapviz.engine.eras import Era
from snapviz.engine.stable import CheckpointRow, RecoveryRow
from snapviz.engine.trace import RowKind
from snapviz.run import Run

CRASHED, STARTS, REPLAYS, KEEPS, UNDOES = "crashed", "starts", "replays", "sent", "undoes"
TAKEN_OVER, BARE = "taken over", "bare"
STANDS, ORPHANED, AGAIN, LOST = "stands", "orphaned", "again", "lost"


@dataclass(frozen=True)
class Scene:
    """One thing in a recovery. What is not about a process or a message has -1 there.

    ``what``: a process ``crashed``, is ``taken over`` by process ``count``, is ``bare`` of its
    stable storage, ``starts`` from a checkpoint, ``replays`` a receive, had
    ``sent`` a message already, ``undoes`` ``count`` events, or ``stands`` where it goes on; a
    message is ``orphaned``, delivered ``again`` or ``lost``. ``before`` and ``after``: the state.
    ``row``: the trace row of the event replayed.
    """

    what: str
    process: int = -1
    message: int = -1
    checkpoint: int = -1
    count: int = 0
    row: int = -1
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


def recovery_story(run: Run, recovery: RecoveryRow) -> tuple[Scene, ...]:
    """The scenes of a recovery in the order they happen; processes in the order of the run."""
    era = Era(run.trace, recovery.row)
    scenes = [scene for process in recovery.crashed for scene in _crash(run, recovery, process)]
    for process, index in enumerate(recovery.line):
        if index is not None:
            scenes.extend(_put_back(run, era, recovery, process, index))
    scenes += [Scene(ORPHANED, message=message) for message in recovery.orphaned]
    scenes += [Scene(LOST, message=message) for message in recovery.lost]
    scenes += [Scene(AGAIN, message=message) for message in recovery.again]
    return tuple(scenes)


def _crash(run: Run, recovery: RecoveryRow, process: int) -> Iterator[Scene]:
    yield Scene(CRASHED, process, before=recovery.before.get(process))
    if process in recovery.hosts:
        yield Scene(TAKEN_OVER, process, count=recovery.hosts[process])
    if process in run.trace.bared_by(recovery):
        yield Scene(BARE, process)


def checkpoint_of(run: Run, process: int, index: int) -> CheckpointRow:
    """The checkpoint of a process by its index."""
    return next(c for c in run.trace.checkpoints if (c.process, c.index) == (process, index))


def _put_back(
    run: Run, era: Era, recovery: RecoveryRow, process: int, index: int
) -> Iterator[Scene]:
    taken = checkpoint_of(run, process, index)
    state = dict(taken.state)
    yield Scene(STARTS, process, checkpoint=index, after=dict(state))
    rows = era.rows_of_process[process]
    kept = len(rows) - recovery.undone[process]
    for row in rows[np.searchsorted(rows, taken.row) : kept].tolist():
        yield from _again(run, process, row, state)
    if recovery.undone[process]:
        yield Scene(UNDOES, process, count=recovery.undone[process])
    yield Scene(STANDS, process, after=dict(state))


def _again(run: Run, process: int, row: int, state: dict[str, Any]) -> Iterator[Scene]:
    """A process goes through one event once more; ``state`` changes with it."""
    trace = run.trace
    kind, ref = int(trace.row_kind[row]), int(trace.row_ref[row])
    if kind not in (RowKind.SEND, RowKind.RECEIVE):
        return
    before, payload = dict(state), trace.payloads[ref]
    if kind == RowKind.SEND:
        take(state, payload, run.quantities)
    else:
        give(state, payload, run.quantities)
    what = KEEPS if kind == RowKind.SEND else REPLAYS
    message = trace.message_copies.get(ref, ref)
    yield Scene(what, process, message, row=row, before=before, after=dict(state))
