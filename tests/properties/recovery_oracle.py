"""A second opinion on recoveries: plain lists over the rows of a trace, nothing of snapviz.recovery.

What the reference promises is worked out again: who can stand where, the latest states without
orphans, what becomes of every message.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from snapviz.engine.trace import Routed, RowKind
from snapviz.run import Run
from tests.properties.oracle import HOLDINGS

EVENTS = (
    RowKind.SEND,
    RowKind.RECEIVE,
    RowKind.DUPLICATE,
    RowKind.INTERNAL,
    RowKind.REFUSED,
)
SEND, RECEIVE = RowKind.SEND, RowKind.RECEIVE


class Rows:
    """The rows of a run: ``kind``, ``process``, ``ref``, and of messages the original."""

    def __init__(self, run: Run) -> None:
        trace = self.trace = run.trace
        self.run = run
        self.kind = trace.row_kind.tolist()
        self.process = trace.row_process.tolist()
        self.time = trace.row_time.tolist()
        ref = trace.row_ref.tolist()
        self.copy = ref
        self.message = [trace.message_copies.get(m, m) for m in ref]
        self.ends = [trace.channel_ends[channel] for channel in trace.message_channel.tolist()]
        self.sent = {m: row for row, m in self._of(SEND)}
        self.count = len(trace.process_ids)

    def _of(self, kind: RowKind) -> list[tuple[int, int]]:
        return [(row, self.message[row]) for row, k in enumerate(self.kind) if k == kind]

    def standing(self, end: int, undoing_row: int) -> list[list[int]]:
        """By process the rows of its events before ``end`` that no undoing before a row took."""
        gone = [u for u in self.trace.undoings if u.row < undoing_row]
        found: list[list[int]] = [[] for _ in range(self.count)]
        for row in range(min(end, len(self.kind))):
            process = self.process[row]
            if self.kind[row] in EVENTS and not any(
                u.process == process and u.first_row <= row < u.row for u in gone
            ):
                found[process].append(row)
        return found

    def state(self, process: int, rows: list[int]) -> dict[str, Any]:
        """What the events come to, from the start."""
        state = dict(self.run.initial_states[process])
        for row in rows:
            if self.kind[row] in (SEND, RECEIVE):
                payload = self.trace.payloads[self.message[row]]
                sign = -1 if self.kind[row] == SEND else 1
                for name, holding in HOLDINGS.items():
                    amount = payload if type(payload) is int else (payload or {}).get(name, 0)
                    if holding in state and not (type(payload) is int and name != "amount"):
                        state[holding] += sign * amount
        return state

    def down_before(self, end: int) -> set[int]:
        down: set[int] = set()
        for row in range(end):
            if self.kind[row] == RowKind.CRASH:
                down.add(self.process[row])
            elif self.kind[row] == RowKind.RESTART:
                down.discard(self.process[row])
        return down


class Judged:
    """One recovery: what stood before, ``standing``, and what of it still does, ``left``."""

    def __init__(self, rows: Rows, recovery: Any) -> None:
        self.rows, self.recovery = rows, recovery
        self.standing = rows.standing(recovery.row, recovery.row)
        self.left = rows.standing(recovery.row, recovery.row + 1)
        self.down = rows.down_before(recovery.row)
        self.method = rows.run.scenario.logging.method

    def check(self) -> None:
        self._check_states_are_of_the_run()
        self._check_no_orphan()
        assert [len(rows) for rows in self.left] == self._latest()
        self._check_messages()

    def _check_states_are_of_the_run(self) -> None:
        rows, recovery = self.rows, self.recovery
        for process, left in enumerate(self.left):
            assert self.standing[process][: len(left)] == left
            assert len(self.standing[process]) - len(left) == recovery.undone[process]
            if process in recovery.fallen:
                assert recovery.fallen[process] == rows.state(process, left)
            if process in recovery.crashed:
                assert recovery.after[process] == rows.state(process, left)
        for note in rows.trace.notes:
            if note.kind in (RowKind.RESTART, RowKind.ROLL_BACK) and self._is_of_this(note):
                assert note.data["state"] == rows.state(note.process, self.left[note.process])

    def _is_of_this(self, note: Any) -> bool:
        same = [r for r in self.rows.trace.recoveries if r.time_us == note.time_us]
        return same == [self.recovery]

    def _check_no_orphan(self) -> None:
        rows = self.rows
        there = {row for left in self.left for row in left}
        for row in there:
            if rows.kind[row] in (RECEIVE, RowKind.DUPLICATE):
                assert rows.sent[rows.message[row]] in there

    # The latest states

    def has_again(self, row: int) -> bool:
        """Whether the log has what was received at a row, by the reference."""
        rows, process = self.rows, self.rows.process[row]
        flushed = any(f.process == process and row < f.row <= self.recovery.row
                      for f in rows.trace.flushes)  # fmt: skip
        sender = rows.ends[rows.message[row]][0]
        return {
            "none": False,
            "pessimistic": True,
            "causal": True,
            "optimistic": flushed or process not in self.down,
            "sender-based": flushed or sender not in self.down,
        }[self.method]

    def _offered(self, process: int) -> set[int]:
        rows, mine, recovery = self.rows, self.standing[process], self.recovery
        most = len(mine)
        if recovery.to_us is not None:
            most = sum(rows.time[row] <= recovery.to_us for row in mine)
        offered = {len(mine)} if process not in self.down and most == len(mine) else set()
        for taken in rows.trace.checkpoints:
            is_left = taken.ended_row is None or taken.ended_row >= recovery.row
            is_there = is_left and not taken.is_tentative(recovery.row)
            if taken.process != process or taken.row >= max(recovery.row, 1) or not is_there:
                continue
            start = sum(row < taken.row for row in mine)
            if start <= most:
                offered |= self._replayed(mine, start, most)
        return offered

    def _replayed(self, mine: list[int], start: int, most: int) -> set[int]:
        offered = {start}
        for place in range(start, most if self.method != "none" else start):
            if self.rows.kind[mine[place]] == RECEIVE and not self.has_again(mine[place]):
                break
            offered.add(place + 1)
        return offered

    def _latest(self) -> list[int]:
        """Everyone as late as it can, then whoever has an orphan earlier, until nobody has."""
        rows = self.rows
        offers = [sorted(self._offered(process)) for process in range(rows.count)]
        cut = [offered[-1] for offered in offers]
        while True:
            inside = {row for p, mine in enumerate(self.standing) for row in mine[: cut[p]]}
            before = cut.copy()
            for process, mine in enumerate(self.standing):
                for place, row in enumerate(mine[: cut[process]]):
                    is_in = rows.kind[row] in (RECEIVE, RowKind.DUPLICATE)
                    if is_in and rows.sent[rows.message[row]] not in inside:
                        cut[process] = max(n for n in offers[process] if n <= place)
                        break
            if cut == before:
                return cut

    # Messages

    def _check_messages(self) -> None:
        rows, recovery = self.rows, self.recovery
        undone = {
            row
            for process, mine in enumerate(self.standing)
            for row in mine[len(self.left[process]) :]
        }
        recalled = {rows.message[row] for row in undone if rows.kind[row] == SEND}
        unreceived = {rows.message[row]: row for row in undone if rows.kind[row] == RECEIVE}
        assert set(recovery.recalled) == recalled
        assert set(recovery.orphaned) == recalled & unreceived.keys()
        after = {kind: self._messages_after(kind) for kind in (RECEIVE, RowKind.DUPLICATE)}
        heard = after[RECEIVE] | after[RowKind.DUPLICATE]
        assert not recalled & heard
        logged = {m for m, row in unreceived.items() if m not in recalled and self.has_again(row)}
        assert set(recovery.again) == logged
        gone = unreceived.keys() - recalled - logged
        assert set(recovery.lost) <= gone and not set(recovery.lost) & heard
        for message in logged | (gone - set(recovery.lost)):
            assert message in after[RECEIVE] or self._is_excused(message)

    def _messages_after(self, kind: RowKind) -> set[int]:
        rows = self.rows
        places = range(self.recovery.row, len(rows.kind))
        return {rows.message[row] for row in places if rows.kind[row] == kind}

    def _is_excused(self, message: int) -> bool:
        """It still waits somewhere, was lost or called back later, or comes after the end."""
        rows, trace = self.rows, self.rows.trace
        copies = {message} | {c for c, m in trace.message_copies.items() if m == message}
        later = [r for r in trace.recoveries if r.row >= self.recovery.row and r != self.recovery]
        return (
            any(message in (*r.recalled, *r.lost) for r in later)
            or any(loss.message in copies for loss in trace.losses if loss.row >= self.recovery.row)
            or any(wait.message in copies and wait.until_us is None for wait in trace.waits)
            or any(int(trace.message_due[c]) > rows.run.until_us for c in copies)
        )


def check_recoveries(run: Run) -> None:
    """All recoveries of a run, that nothing is applied twice, and what all comes to."""
    rows = Rows(run)
    for recovery in run.trace.recoveries:
        Judged(rows, recovery).check()
    end = rows.standing(len(rows.kind), len(rows.kind) + 1)
    for process, mine in enumerate(end):
        received = [rows.message[row] for row in mine if rows.kind[row] == RECEIVE]
        assert len(received) == len(set(received))
        assert run.states_at(run.trace.row_count)[process] == rows.state(process, mine)


def check_nothing_is_sent_before_it_is_confirmed(run: Run) -> None:
    """Sender-based: between a receive and the next send comes the sender's confirmation."""
    rows = Rows(run)
    trace = rows.trace
    place = trace.riders.index("sender-based")
    confirmed = defaultdict(list)
    for row, kind in enumerate(rows.kind):
        payload = trace.payloads[rows.message[row]] if kind == RowKind.CONTROL else None
        if type(payload) is Routed and payload.protocol == "sender-based":
            what, number, _ = payload.body
            if what == "confirm" and payload.target == rows.process[row]:
                confirmed[payload.target, payload.origin, number].append(row)
    ways = _reached(trace.channel_ends, rows.count)
    for process in range(rows.count):
        mine = [r for r, k in enumerate(rows.kind) if rows.process[r] == process and k in EVENTS]
        for row in (r for r in mine if rows.kind[r] == RECEIVE):
            sends = [r for r in mine if r > row and rows.kind[r] == SEND]
            message = rows.message[row]
            source = rows.ends[message][0]
            if sends and source in ways[process]:
                key = process, source, trace.riding[message][place]
                is_undone = any(
                    u.process == process and u.first_row <= row < u.row <= sends[0]
                    for u in trace.undoings
                )
                assert is_undone or any(row < at < sends[0] for at in confirmed[key]), key


def _reached(ends: list, count: int) -> list[set[int]]:
    """By process whom its messages get to, over whatever processes."""
    found = [{process} for process in range(count)]
    for _ in range(count):
        for source, target in ends:
            for reached in found:
                if source in reached:
                    reached.add(target)
    return found
