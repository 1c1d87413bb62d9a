"""A recovery: everyone is put on the recovery line, and goes on from there.

Where the line lies is not decided here: ``plan`` is told what each process can offer, and says
where each one stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from snapviz.engine import capturing
from snapviz.engine.stable import CheckpointRow, RecoveryRow
from snapviz.engine.states import apply_moves
from snapviz.engine.trace import Note, RowKind, Undoing
from snapviz.recovery import collecting, mail
from snapviz.recovery.candidates import NothingLeft
from snapviz.recovery.history import History, history_of
from snapviz.recovery.offers import Offers
from snapviz.recovery.plan import plan_recovery
from snapviz.recovery.takeover import (
    Serving,
    adopt,
    go_through,
    lose_storage,
    parts_of,
    recorded_on_channels,
)

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


def restart(
    run: Simulator,
    processes: Mapping[int, int | None],
    without_storage: Collection[int],
    snapshots: Mapping[int, str],
) -> None:
    """Processes that are down come back, all at once; each on a standby, or as it was.

    ``snapshots``: the id of the only snapshot whose parts may serve, for those of whom it is said.
    If so much was collected that no state is left with which those could who lost their storage,
    it is as if they had not been asked to.
    """
    storage = run.lives.storage.copied()
    before = {process: run.lives.down[process].state for process in processes}
    for process in without_storage:
        lose_storage(run, process)
    history, restarting = _before_recovery(run), tuple(processes)
    hosts = {process: standby for process, standby in processes.items() if standby is not None}
    parts = parts_of(run, history, restarting, Serving(hosts, snapshots)) if hosts else []
    try:
        recovery = _Recovery(run, history, restarting, None, parts)
    except NothingLeft:
        if not (run.lives.storage.collections and without_storage):
            raise
        run.lives.storage = storage
        _leave_down(run, without_storage)
        others = {p: host for p, host in processes.items() if p not in without_storage}
        if others:
            restart(run, others, (), snapshots)
        return
    recovery.carry_out()
    after = {process: dict(run.states[process]) for process in processes}
    row = run.lives.recoveries[-1]
    run.lives.hosts.update(hosts)
    run.lives.recoveries[-1] = replace(row, before=before, after=after, hosts=hosts)


def _leave_down(run: Simulator, processes: Collection[int]) -> None:
    """Note, once an instant, of whom nothing is left to restart from."""
    data = {"action": "restart", "why": "nothing left"}
    for process in sorted(processes):
        if Note(RowKind.SKIPPED, run.now_us, process, data) not in run.notes:
            run.note(RowKind.SKIPPED, process, data)


def roll_back(run: Simulator, to_us: int) -> None:
    """Everyone goes back to the latest consistent state not after a time.

    If none so early is left, that is noted, with the earliest time for which one is.
    """
    history = _before_recovery(run)
    if run.lives.storage.collections and not _can_go(run, history, to_us):
        _skip(run, history)
        return
    run.lives.was_upset = True
    _Recovery(run, history, (), to_us).carry_out()


def collect(run: Simulator) -> None:
    """Discard what no recovery from a crash can ask for any more."""
    collecting.collect(run)


def _before_recovery(run: Simulator) -> History:
    for process in run.every_process:
        for side in run.lives.sides(process):
            side.before_recovery()
    return history_of(run)


def _can_go(run: Simulator, history: History, to_us: int) -> bool:
    try:
        _Recovery(run, history, (), to_us)
    except NothingLeft:
        return False
    return True


def _skip(run: Simulator, history: History) -> None:
    """What a rollback would need was collected; note where it could still go."""
    times = np.unique(history.trace.row_time[np.concatenate(history.rows)]).tolist()
    place = bisect_left(times, True, key=lambda us: _can_go(run, history, us))
    storage = run.lives.storage
    oldest = [storage.checkpoints[storage.usable(p)[0]].row for p in run.every_process]
    data = {"action": "rollback", "why": "collected", "earliest_us": times[place]}
    run.note(RowKind.SKIPPED, oldest.index(max(oldest)), data)


class _Recovery:
    """One recovery, from what everyone offers to what becomes of every message."""

    def __init__(
        self,
        run: Simulator,
        history: History,
        restarting: tuple[int, ...],
        to_us: int | None,
        parts: Collection[CheckpointRow] = (),
    ) -> None:
        self.run = run
        self.history = history
        self.restarting = restarting
        self.to_us = to_us
        self.row = run.columns.row_count
        self.offers = Offers(run, history, restarting, parts)
        self.places = plan_recovery(history.computation, self.offers.all(to_us))

    # What comes of it

    def carry_out(self) -> None:
        """Put everyone in place, and the messages where they belong."""
        run, lives = self.run, self.run.lives
        undone_rows = np.sort(np.concatenate([self._undone_rows(p) for p in run.every_process]))
        fate = mail.fate_of(run, self.history.trace, undone_rows, self._has_again)
        undone = tuple(self._undo(process) for process in run.every_process)
        if any(undone) or fate.again or fate.lost:
            self._give_up_snapshots()
        for process in self.restarting:
            del lives.down[process]
        starts = [self._start(process) for process in run.every_process]
        replayed = tuple(self._put_in_place(p, start) for p, start in enumerate(starts))
        fallen = {p: self._let_fall(start) for p, start in self._fallen(starts, undone)}
        self._leave_a_row(undone)
        row = self._row_of(fate, starts, undone, replayed)
        lives.recoveries.append(replace(row, fallen=fallen))
        mail.settle(run, fate, self.row, self.restarting)
        self._go_on()

    def _leave_a_row(self, undone: tuple[int, ...]) -> None:
        """What stood before and after is told apart by rows, though all it moved are down."""
        run = self.run
        if any(undone) and run.columns.row_count == self.row:
            process = next(p for p in run.every_process if undone[p])
            run.note(RowKind.ROLL_BACK, process, {"state": dict(run.states[process])})

    def _is_moved(self, process: int) -> bool:
        return self.places[process].checkpoint is not None

    def _undo(self, process: int) -> int:
        """Mark what a process did beyond its place; returns how many events."""
        rows, count = self.history.rows[process], self.places[process].count
        if count == len(rows):
            return 0
        first = int(rows[count])
        self.run.lives.undoings.append(Undoing(process, first, self.row))
        storage = self.run.lives.storage
        for number, taken in enumerate(storage.checkpoints):
            if taken.process == process and taken.row > first:
                storage.discard(number, self.row)
        return len(rows) - count

    def _give_up_snapshots(self) -> None:
        moved = next((p for p in self.run.every_process if self._is_moved(p)), 0)
        for number in range(len(self.run.snapshots)):
            capturing.end(self.run, number, "aborted", "rolled-back", (moved,))

    def _chosen(self, process: int) -> CheckpointRow | None:
        """What a process starts from; None: its live state."""
        place = self.places[process].checkpoint
        return None if place is None else self.offers.taken[process][place]

    def _start(self, process: int) -> CheckpointRow | None:
        """The same, as a checkpoint of the run."""
        chosen = self._chosen(process)
        is_new = chosen is not None and chosen.index < 0
        return adopt(self.run, self.history, chosen) if is_new else chosen

    def _put_in_place(self, process: int, start: CheckpointRow | None) -> int:
        """Give a process its state back; returns how many receives that took."""
        run, count = self.run, self.places[process].count
        if start is None or process in run.lives.down:
            return 0
        run.lives.lost[process] += 1
        replayed = go_through(run, self.history, start, count)
        kind = RowKind.RESTART if process in self.restarting else RowKind.ROLL_BACK
        run.note(kind, process, {"state": dict(run.states[process])})
        return replayed

    def _fallen(
        self, starts: list[CheckpointRow | None], undone: tuple[int, ...]
    ) -> list[tuple[int, CheckpointRow]]:
        """Those who stay down and lost events, and where they would start from."""
        found = zip(starts, undone, strict=True)
        down = self.run.lives.down
        return [(p, at) for p, (at, lost) in enumerate(found) if at and lost and p in down]

    def _let_fall(self, start: CheckpointRow) -> dict[str, Any]:
        """The state of a process that stays down follows from the events that stand."""
        process, run = start.process, self.run
        rows = self.history.rows[process][: self.places[process].count]
        state, since = dict(start.state), int(np.searchsorted(rows, start.row))
        apply_moves(self.history.trace, state, rows[since:], run.quantities)
        # The same object: the run knows the states at both ends of every channel.
        run.states[process].clear()
        run.states[process].update(state)
        return state

    def _row_of(
        self,
        fate: mail.Fate,
        starts: list[CheckpointRow | None],
        undone: tuple[int, ...],
        replayed: tuple[int, ...],
    ) -> RecoveryRow:
        line = tuple(None if start is None else start.index for start in starts)
        parts = [tuple(part) for part in fate]
        now_us = self.run.now_us
        return RecoveryRow(
            self.row,
            now_us,
            self.restarting,
            self.to_us,
            line,
            undone,
            replayed,
            *parts,
            {},
            {},
            {},
            {},
        )

    # Messages

    def _has_again(self, row: int, message: int) -> bool:
        """Whether a message received at a row is logged, or in what its receiver starts from."""
        process = int(self.history.trace.row_process[row])
        chosen = self._chosen(process)
        is_part = chosen is not None and chosen.adopted is not None
        if is_part and message in recorded_on_channels(self.run, chosen):
            return True
        return self.offers.has_again(process, row)

    def _undone_rows(self, process: int) -> np.ndarray:
        return self.history.rows[process][self.places[process].count :]

    def _go_on(self) -> None:
        """Those who were put back go on; for the others too something has changed."""
        run = self.run
        for process in run.every_process:
            if self._is_moved(process) and process not in run.lives.down:
                run.workload.on_restored(process)
                for side in run.lives.sides(process):
                    side.on_restart()
        for process in run.every_process:
            if process not in run.lives.down:
                run.settle(process)
