"""Where a standby begins that takes a process over: its checkpoints, or its part of a snapshot.

A takeover counts the parts of complete snapshots that are kept among the checkpoints, those of the
survivors too, who may have to go back with it. A part is read at its owner, or where that one is
gone, at a process that is up and holds a copy which its checksum confirms; one whose snapshot was
to be committed counts only if somebody who is up knows that it was. With the part go what was
recorded of the channels, which is delivered again to whoever starts from it, and what the protocols
of the process remembered. The part that is used becomes a checkpoint.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from snapviz.engine.parts import part_stands
from snapviz.engine.reliving import Relived, relive
from snapviz.engine.stable import FROM_SNAPSHOT, Adoption, CheckpointRow, StorageLoss
from snapviz.engine.storage import part_holders
from snapviz.engine.trace import COMMITTED, RowKind
from snapviz.recovery.history import History, logging_of

if TYPE_CHECKING:
    from snapviz.engine.opened import OpenSnapshot
    from snapviz.engine.simulator import Simulator


def lose_storage(run: Simulator, process: int) -> None:
    """The stable storage of a process that is down is gone, and a log that was nowhere else."""
    storage, row = run.lives.storage, run.columns.row_count
    method, log_row = logging_of(run), row
    if method is not None and method.IS_WITH_OTHERS:
        # What lies behind a checkpoint the others have forgotten.
        log_row = max(storage.checkpoints[number].row for number in storage.usable(process))
    storage.lose(StorageLoss(process, run.now_us, row, log_row))


class Serving:
    """Of which snapshots parts may serve in a takeover.

    ``taken_over``: those whom a standby takes over. ``named``: for those of whom it is said, the
    id of the one snapshot; everybody else may go back to those that are named for any of them, or
    to all where one of them goes without.
    """

    def __init__(self, taken_over: Collection[int], named: Mapping[int, str]) -> None:
        self._named = {process: named[process] for process in taken_over if process in named}
        self._all = any(process not in named for process in taken_over)

    def may(self, process: int, snapshot: int) -> bool:
        """Whether a process may start from its part of a snapshot."""
        name, own = f"S{snapshot + 1}", self._named.get(process)
        return name == own if own is not None else self._all or name in self._named.values()


def parts_of(
    run: Simulator, history: History, restarting: Collection[int], serving: Serving
) -> list[CheckpointRow]:
    """The parts of snapshots from which those who are up or restart could start now."""
    return [
        part
        for number, opened in enumerate(run.snapshots)
        if opened.is_kept and opened.status == "complete" and _counts(run, number, opened)
        for process in run.every_process
        if process in restarting or process not in run.lives.down
        if serving.may(process, number)
        for part in _part(run, history, number, process)
    ]


def _counts(run: Simulator, number: int, opened: OpenSnapshot) -> bool:
    return opened.commit == "none" or any(
        decision.snapshot == number
        and decision.outcome == COMMITTED
        and decision.process not in run.lives.down
        for decision in run.keeping.held_decisions()
    )


def _part(run: Simulator, history: History, number: int, process: int) -> Iterator[CheckpointRow]:
    if not part_stands(run, number, process):
        return
    held = part_holders(history.trace, number, process)
    there = [h for h in held if h == process or h not in run.lives.down]
    if there:
        mine = [r for r in run.records if (r.snapshot, r.process) == (number, process)]
        record = mine[-1]
        state, row = dict(held[there[0]]["state"]), run.columns.row_count
        found = Adoption(number, there[0], row)
        yield CheckpointRow(
            process, -1, record.time_us, record.row, FROM_SNAPSHOT, state, {}, adopted=found
        )


def recorded_on_channels(run: Simulator, part: CheckpointRow) -> frozenset[int]:
    """The messages that the part of a snapshot has in its channels' state."""
    heard = run.snapshots[part.adopted.snapshot].heard.get(part.process, ())
    return frozenset(run.copies.get(message, message) for _, message in heard)


def adopt(run: Simulator, history: History, part: CheckpointRow) -> CheckpointRow:
    """Make a checkpoint of a part.

    What the protocols remembered there is made again from the checkpoint before it.
    """
    storage, process = run.lives.storage, part.process
    base = max(
        (c for c in storage.checkpoints if c.process == process and _leads_to(run, c, part)),
        key=lambda taken: taken.row,
    )
    go_through(run, history, base, history.counts(process, [part.row])[0])
    saved = {name: objects[process].save() for name, objects in run.protocols.items()}
    return storage.checkpoints[storage.adopt(part._replace(saved=saved))]


def go_through(run: Simulator, history: History, taken: CheckpointRow, count: int) -> int:
    """Put a process where a checkpoint and its standing events lead, ``count`` in all.

    Returns how many receives that took.
    """
    rows, trace = history.rows[taken.process], history.trace
    first = int(np.searchsorted(rows, taken.row))
    sends = rows[:first][trace.row_kind[rows[:first]] == RowKind.SEND]
    sent = int(trace.row_ref[sends[-1]]) + 1 if len(sends) else 0
    again = rows[first:count]
    columns = again.tolist(), trace.row_code[again].tolist(), trace.row_time[again].tolist()
    return relive(run, taken, list(map(Relived, *columns)), sent)


def _leads_to(run: Simulator, taken: CheckpointRow, part: CheckpointRow) -> bool:
    """Whether a checkpoint stood before a part, whatever became of it on stable storage."""
    if taken.row > part.row or taken.is_tentative(part.row + 1):
        return False
    undone = any(
        undoing.process == taken.process and undoing.first_row < taken.row <= undoing.row
        for undoing in run.lives.undoings
    )
    return not undone and (bool(taken.saved) or not run.protocols)
