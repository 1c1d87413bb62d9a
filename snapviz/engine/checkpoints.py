"""The stable storage of a run: checkpoints and flushed logs, and who may take them back."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from snapviz.engine.stable import INITIAL, CheckpointRow, Collection, Flush, StorageLoss
from snapviz.engine.trace import KIND_BITS, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


@dataclass
class StableStorage:
    """What all processes have written. ``next_index``: of each one's next checkpoint.

    ``flushed``: the trace row before which what a process has received is written; ``log_starts``:
    the one before which its entries are discarded. ``values``: what protocols wrote besides, by
    process, protocol and key; never changed in place. ``losses``: whose went with its machine.
    ``_left``: by process the numbers of those that are there, tentative ones too.
    """

    checkpoints: list[CheckpointRow] = field(default_factory=list)
    flushes: list[Flush] = field(default_factory=list)
    next_index: dict[int, int] = field(default_factory=dict)
    flushed: dict[int, int] = field(default_factory=dict)
    values: dict[tuple[int, str, str], Any] = field(default_factory=dict)
    collections: list[Collection] = field(default_factory=list)
    log_starts: dict[int, int] = field(default_factory=dict)
    losses: list[StorageLoss] = field(default_factory=list)
    _left: dict[int, list[int]] = field(default_factory=dict)

    def write(self, run: Simulator, process: int, kind: str, tentative: bool = False) -> int:
        """Save the state of a process as it is now; returns the checkpoint's number."""
        index = self.next_index.get(process, 0)
        self.next_index[process] = index + 1
        number = len(self.checkpoints)
        saved = {name: objects[process].save() for name, objects in run.protocols.items()}
        state = dict(run.states[process])
        row = run.columns.row_count
        if kind != INITIAL:
            run.columns.row_code.append(number << KIND_BITS | RowKind.CHECKPOINT)
        return self._add(
            CheckpointRow(process, index, run.now_us, row, kind, state, saved, tentative)
        )

    def _add(self, taken: CheckpointRow) -> int:
        number = len(self.checkpoints)
        self.checkpoints.append(taken)
        self._left.setdefault(taken.process, []).append(number)
        return number

    def make_permanent(self, number: int, row: int) -> None:
        """A tentative checkpoint may be restarted from, from trace row ``row`` on."""
        changed = {"tentative": False, "settled_row": row}
        self.checkpoints[number] = self.checkpoints[number]._replace(**changed)

    def discard(self, number: int, row: int) -> None:
        """A checkpoint is of no use any more from trace row ``row`` on."""
        if self.checkpoints[number].ended_row is None:
            self._no_longer_left(number)
            self.checkpoints[number] = self.checkpoints[number]._replace(ended_row=row)

    def _no_longer_left(self, number: int) -> None:
        left = self._left[self.checkpoints[number].process]
        if number in left:
            left.remove(number)

    def collect(self, found: Collection) -> None:
        """Discard garbage, of which nothing but the traces it left in the run remains."""
        for number in found.checkpoints:
            changed = self.checkpoints[number]._replace(collected_row=found.row)
            self._no_longer_left(number)
            self.checkpoints[number] = changed
        self.log_starts.update(found.entries)
        self.collections.append(found)

    def adopt(self, part: CheckpointRow) -> int:
        """A part of a snapshot is a checkpoint from now on; returns its number."""
        index = self.next_index[part.process]
        self.next_index[part.process] = index + 1
        return self._add(part._replace(index=index))

    def lose(self, found: StorageLoss) -> None:
        """All that a process has written is gone; its program, so its initial state, is not."""
        process = found.process
        for number in self.usable(process):
            if self.checkpoints[number].kind != INITIAL:
                self.discard(number, found.row)
        self.values = {key: value for key, value in self.values.items() if key[0] != process}
        self.flushed.pop(process, None)
        self.log_starts[process] = max(found.log_row, self.log_starts.get(process, 0))
        self.losses.append(found)

    @property
    def has_tentative(self) -> bool:
        """Whether a checkpoint may yet become permanent."""
        return any(
            self.checkpoints[number].tentative for mine in self._left.values() for number in mine
        )

    def flush(self, run: Simulator, process: int) -> None:
        """What a process has received so far is written."""
        row = run.columns.row_count
        self.flushed[process] = row
        self.flushes.append(Flush(process, run.now_us, row))

    def usable(self, process: int) -> list[int]:
        """The numbers of the checkpoints a process may restart from, in the order of their states."""
        left = self._left.get(process, ())
        mine = [number for number in left if self.checkpoints[number].usable]
        return sorted(mine, key=lambda number: self.checkpoints[number].row)

    def copied(self) -> StableStorage:
        """The same, to be written to apart."""
        other = copy(self)
        other.checkpoints, other.flushes = self.checkpoints.copy(), self.flushes.copy()
        other.next_index, other.flushed = self.next_index.copy(), self.flushed.copy()
        other.values = self.values.copy()
        other.collections, other.log_starts = self.collections.copy(), self.log_starts.copy()
        other.losses = self.losses.copy()
        other._left = {process: left.copy() for process, left in self._left.items()}
        return other
