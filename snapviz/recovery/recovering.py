"""A recovery: everyone is put on the recovery line, and goes on from there.

Where the line lies is not decided here: ``plan`` is told what each process can offer, and says
where each one stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from snapviz.engine import capturing
from snapviz.engine.hooks import Received
from snapviz.engine.messages import Arrival, deliver_again
from snapviz.engine.queue import DELIVERY, key_of
from snapviz.engine.reliving import Relived, relive
from snapviz.engine.stable import RecoveryRow
from snapviz.engine.trace import KIND_BITS, RowKind, Undoing
from snapviz.recovery import collecting
from snapviz.recovery.history import History, history_of, logging_of
from snapviz.recovery.plan import Offer, plan_recovery

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Fate(NamedTuple):
    """What a recovery does to messages: numbers, each list in the order it happened."""

    lost: list[int]
    again: list[int]
    recalled: list[int]
    orphaned: list[int]


def restart(run: Simulator, processes: Mapping[int, int | None]) -> None:
    """Processes that are down come back, all at once; each on a standby, or as it was."""
    before = {process: run.lives.down[process].state for process in processes}
    _Recovery(run, _before_recovery(run), tuple(processes), None).carry_out()
    after = {process: dict(run.states[process]) for process in processes}
    row = run.lives.recoveries[-1]
    hosts = {process: standby for process, standby in processes.items() if standby is not None}
    run.lives.hosts.update(hosts)
    run.lives.recoveries[-1] = replace(row, before=before, after=after, hosts=hosts)


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
    except ValueError:
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
    ) -> None:
        self.run = run
        self.history = history
        self.restarting = restarting
        self.to_us = to_us
        self.row = run.columns.row_count
        self.numbers = [run.lives.storage.usable(p) for p in range(len(run.states))]
        self.kept = logging_of(run)
        offers = [self._offer(process) for process in run.every_process]
        self.places = plan_recovery(history.computation, offers)

    # What everyone offers

    def _offer(self, process: int) -> Offer:
        rows = self.history.rows[process]
        storage = self.run.lives.storage
        taken = [storage.checkpoints[number].row for number in self.numbers[process]]
        at_most = len(rows)
        if self.to_us is not None:
            at_most = int(np.searchsorted(self.history.trace.row_time[rows], self.to_us, "right"))
        return Offer(
            checkpoints=tuple(np.searchsorted(rows, taken).tolist()),
            gone=None if self.kept is None else self._gone(process),
            live=process not in self.run.lives.down,
            count=len(rows),
            at_most=at_most,
        )

    def _gone(self, process: int) -> frozenset[int]:
        rows = self.history.rows[process]
        return frozenset(
            local
            for local in self.history.receives(process)
            if not self._has_again(process, int(rows[local]))
        )

    def _has_again(self, process: int, row: int) -> bool:
        """Whether a receive at a row can be replayed, or delivered once more."""
        lives, trace = self.run.lives, self.history.trace
        if self.kept is None or row < lives.storage.log_starts.get(process, 0):
            return False
        sender = trace.channel_ends[trace.message_channel[trace.row_ref[row]]][0]
        return self.kept.has_again(
            Received(
                flushed=row < lives.storage.flushed.get(process, 0),
                receiver_up=process not in lives.down,
                sender_up=sender not in lives.down,
                sender_restarts=sender in self.restarting,
            )
        )

    # What comes of it

    def carry_out(self) -> None:
        """Put everyone in place, and the messages where they belong."""
        run, lives = self.run, self.run.lives
        fate = self._fate()
        undone = tuple(self._undo(process) for process in run.every_process)
        if any(undone) or fate.again or fate.lost:
            self._give_up_snapshots()
        for process in self.restarting:
            del lives.down[process]
        replayed = tuple(self._put_in_place(process) for process in run.every_process)
        self._leave_a_row(undone)
        lives.recoveries.append(self._row_of(fate, undone, replayed))
        self._settle_messages(fate)
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

    def _put_in_place(self, process: int) -> int:
        """Give a process its state back; returns how many receives that took."""
        run, (count, place) = self.run, self.places[process]
        if place is None or process in run.lives.down:
            return 0
        run.lives.lost[process] += 1
        taken = run.lives.storage.checkpoints[self.numbers[process][place]]
        rows = self.history.rows[process]
        start = int(np.searchsorted(rows, taken.row))
        events = map(Relived, *self._columns(rows[start:count]))
        replayed = relive(run, taken, list(events), self._sent_before(rows[:start]))
        kind = RowKind.RESTART if process in self.restarting else RowKind.ROLL_BACK
        run.note(kind, process, {"state": dict(run.states[process])})
        return replayed

    def _columns(self, rows: np.ndarray) -> tuple[list[int], list[int], list[int]]:
        trace = self.history.trace
        return rows.tolist(), trace.row_code[rows].tolist(), trace.row_time[rows].tolist()

    def _sent_before(self, rows: np.ndarray) -> int:
        """A number above those of the messages sent in these rows."""
        trace = self.history.trace
        sends = rows[trace.row_kind[rows] == RowKind.SEND]
        return int(trace.row_ref[sends[-1]]) + 1 if len(sends) else 0

    def _row_of(self, fate: Fate, undone: tuple[int, ...], replayed: tuple[int, ...]):
        checkpoints = self.run.lives.storage.checkpoints
        line = tuple(
            None if place is None else checkpoints[self.numbers[process][place]].index
            for process, (_, place) in enumerate(self.places)
        )
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
        )

    # Messages

    def _fate(self) -> Fate:
        """What becomes of the messages that somebody's undone events had sent or received."""
        trace, copies = self.history.trace, self.run.copies
        fate = Fate([], [], [], [])
        undone = np.sort(np.concatenate([self._undone_rows(p) for p in self.run.every_process]))
        kinds, refs = trace.row_kind[undone].tolist(), trace.row_ref[undone].tolist()
        recalled = {m for kind, m in zip(kinds, refs, strict=True) if kind == RowKind.SEND}
        fate.recalled.extend(sorted(recalled))
        for row, kind, ref in zip(undone.tolist(), kinds, refs, strict=True):
            if kind != RowKind.RECEIVE:
                continue
            message = copies.get(ref, ref)
            if message in recalled:
                fate.orphaned.append(message)
            elif self._has_again(int(trace.row_process[row]), row):
                fate.again.append(message)
            elif not self._another_comes(message, ref):
                fate.lost.append(message)
            self.run.arrived.discard(message)
        return fate

    def _undone_rows(self, process: int) -> np.ndarray:
        return self.history.rows[process][self.places[process].count :]

    def _another_comes(self, message: int, received: int) -> bool:
        """Whether a copy that its channel made is still under way."""
        trace, now_us = self.history.trace, self.run.now_us
        twins = [m for m, original in self.run.copies.items() if original == message]
        return any(m != received and trace.message_due[m] > now_us for m in twins)

    def _settle_messages(self, fate: Fate) -> None:
        run, lives = self.run, self.run.lives
        lives.recalled.update(fate.recalled)
        for message in fate.recalled:
            run.attention.in_transit.pop(message, None)
        for message in fate.lost:
            lives.lose(message, self.row)
        now = [deliver_again(run, message) for message in fate.again]
        for process in self.restarting:
            now += lives.waiting.pop(process, [])
        still = [arrival for arrival in now if not self._is_for_one_who_is_down(arrival)]
        if still:
            run.queue.put_back(key_of(run.now_us, DELIVERY), still)

    def _is_for_one_who_is_down(self, arrival: Arrival) -> bool:
        """If so, it waits for the restart."""
        lives, message = self.run.lives, arrival.code >> KIND_BITS
        target = self.run.channels.links[arrival.channel].target
        if target not in lives.down:
            return False
        lives.since.setdefault(message, self.run.now_us)
        lives.waiting.setdefault(target, []).append(arrival)
        return True

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
