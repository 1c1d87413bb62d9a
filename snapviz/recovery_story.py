"""A recovery in sentences, step by step: who goes back, why, and what becomes of the messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from snapviz.engine.outages import down_after
from snapviz.engine.stable import CheckpointRow, RecoveryRow
from snapviz.engine.trace import RowKind
from snapviz.run import Run
from snapviz.tables import state_text, time_text


class Sentence(NamedTuple):
    """What is said, and of which process; None: of none alone."""

    process: str | None
    text: str


def recovery_story(run: Run, row: RecoveryRow) -> list[Sentence]:
    """One recovery from the crash to where everyone goes on."""
    return list(_Story(run, row).tell())


class _Story:
    def __init__(self, run: Run, row: RecoveryRow) -> None:
        self.run, self.row, self.trace = run, row, run.trace
        self.name = run.trace.process_ids.__getitem__
        self.era = run.era(row.row - 1)
        self.adopted = run.trace.adopted_by(row)

    def tell(self) -> Iterator[Sentence]:
        """All sentences in their order."""
        if self.row.to_us is not None:
            to = time_text(self.row.to_us)
            yield Sentence(None, f"Everyone goes back to the latest consistent state by {to} ms.")
        for process in self.row.crashed:
            yield self._said(process, self._crash(process))
        told: set[int] = set()
        for process in self._in_order():
            yield from self._go_back(process)
            told.add(process)
        staying = [p for p, index in enumerate(self.row.line) if p not in told and index is None]
        if staying:
            names = ", ".join(map(self.name, staying))
            yield Sentence(None, f"{names}: the live state stays as it is.")
        yield from self._messages(self.row.again, "Delivered again")
        yield from self._messages(self.row.lost, "Lost for good, for no log has it")

    def _said(self, process: int, text: str) -> Sentence:
        return Sentence(self.name(process), f"{self.name(process)} {text}")

    def _crash(self, process: int) -> str:
        crashed_us = max(
            note.time_us
            for note in self.trace.notes
            if note.kind == RowKind.CRASH
            and note.process == process
            and note.time_us <= self.row.time_us
        )
        text = f"crashed at {time_text(crashed_us)} ms"
        if process in self.trace.bared_by(self.row):
            text += ", and its stable storage is lost"
        if process in self.row.hosts:
            text += f"; {self.name(self.row.hosts[process])} takes over"
        return f"{text} and comes back at {time_text(self.row.time_us)} ms."

    def _in_order(self) -> list[int]:
        """Those who are moved: who crashed, then always those whose orphans the others sent."""
        moved = [p for p, index in enumerate(self.row.line) if index is not None]
        order = [p for p in moved if p in self.row.crashed or not self._orphans(p)]
        while len(order) < len(moved):
            left = [p for p in moved if p not in order]
            following = [p for p in left if self._senders(p) & set(order)]
            order += following or left
        return order

    def _orphans(self, process: int) -> list[int]:
        return [m for m in self.row.orphaned if self._ends(m)[1] == process]

    def _senders(self, process: int) -> set[int]:
        return {self._ends(message)[0] for message in self._orphans(process)}

    def _ends(self, message: int) -> tuple[int, int]:
        return self.trace.channel_ends[self.trace.message_channel[message]]

    def _go_back(self, process: int) -> Iterator[Sentence]:
        index, undone = self.row.line[process], self.row.undone[process]
        taken = next(c for c in self.trace.checkpoints if c.process == process and c.index == index)
        where = self._where(process, taken)
        is_down = self._is_down(process)
        goes = "is still down; it would start from" if is_down else "goes back to"
        yield self._said(process, f"{goes} {where} ({state_text(taken.state)}).")
        orphans = self._orphans(process)
        if orphans:
            what = "; ".join(self._message(m) for m in orphans)
            yield self._said(process, f"had received what now was never sent: {what}.")
        replayed = self._replayed(process, taken.row)
        if replayed:
            what = "; ".join(self._message(m) for m in replayed)
            yield self._said(process, f"goes through {len(replayed)} received again: {what}.")
        if undone or not is_down:
            yield self._said(process, self._loses(undone))

    def _where(self, process: int, taken: CheckpointRow) -> str:
        if taken.index == 0:
            return "its initial state"
        part, at = self.adopted.get(process), f"of {time_text(taken.time_us)} ms"
        if part is None:
            return f"checkpoint {taken.index} {at}"
        holder = "itself" if part.holder == process else self.name(part.holder)
        snapshot = self.trace.snapshots[part.snapshot].id
        return f"its part {at} in snapshot {snapshot}, kept on {holder}"

    def _is_down(self, process: int) -> bool:
        """Whether it had crashed, and does not restart now either."""
        rows = self.trace.rows_at(self.row.time_us)
        return process not in self.row.crashed and process in down_after(self.trace, rows)

    def _loses(self, undone: int) -> str:
        if undone:
            return f"loses {undone} {'event' if undone == 1 else 'events'}."
        return "has lost nothing."

    def _replayed(self, process: int, since_row: int) -> list[int]:
        rows = self.era.rows_of_process[process]
        rows = rows[(rows >= since_row) & (self.trace.row_kind[rows] == RowKind.RECEIVE)]
        return self.trace.row_ref[rows[: self.row.replayed[process]]].tolist()

    def _messages(self, messages: Iterable[int], what: str) -> Iterator[Sentence]:
        told = [f"{self._message(m)}, to {self.name(self._ends(m)[1])}" for m in messages]
        if told:
            yield Sentence(None, f"{what}: {'; '.join(told)}.")

    def _message(self, message: int) -> str:
        sent = time_text(
            int(self.trace.message_sent[self.trace.message_copies.get(message, message)])
        )
        payload = state_text(self.trace.message_payload(message))
        return f"{payload} from {self.name(self._ends(message)[0])}, sent at {sent} ms"
