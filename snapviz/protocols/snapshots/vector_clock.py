"""Vector clock assembly: put together local states that go together.

F. Mattern, "Virtual time and global states of distributed systems", Parallel
and Distributed Algorithms, 1989, and C. J. Fidge, "Timestamps in message-passing
systems that preserve the partial ordering", 11th Australian Computer Science
Conference, 1988. ``vector`` is the process's vector VT, ticked by every send and
receive and attached to every message. Local states are saved with it before
each receive and when the initiator *requests* one. A set of local states, one of
each process i, is a snapshot iff VT_i[i] >= VT_j[i] for all i and j: nobody
knows more of i than i itself.

The states saved at the request need not go together. The initiator gathers how
much each process knew of itself there, the *line* VT_1[1], ..., VT_n[n], and
tells it everybody. Whose own state knows more walks back to its latest saved
state that does not. The vectors tell indirect dependence too, so one step makes
the latest consistent set within the states requested: a process only ever walks
back over receives, and before each receive there is a state.

Assumes channels that lose nothing, in any order, and that everybody can reach
everybody. Invariant: an event is inside iff its vector is nowhere above the
line. A channel's state is the messages whose send is inside and whose receive
is not.

Messages: n-1 requests, n-1 answers, n-1 lines, 3(n-1) in all, each once for
every channel on its way. Nobody counts what is under way: complete when the last
message sent inside the cut is received. Attached to a message: the vector, n
numbers. Any number of snapshots run at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol
from snapviz.engine.opened import SavedState

Vector = tuple[int, ...]


class Saved(NamedTuple):
    """A local state and what the process knew there."""

    vector: Vector
    state: SavedState

    def __deepcopy__(self, memo: Any) -> Saved:
        return self  # nobody changes it, and keyframes copy many


class Receipt(NamedTuple):
    """A message, with the vectors of its send and of its receive."""

    at_us: int
    channel: int
    message: int
    sent: Vector
    received: Vector

    def __deepcopy__(self, memo: Any) -> Receipt:
        return self


class VectorClock(SnapshotProtocol):
    """One process: its vector, the states it has saved, the messages it has received.

    ``answers``: at an initiator, by snapshot, what each process knew of itself. ``lines``: of
    the snapshots recorded here. ``settled``: all snapshots below this number are over.
    """

    NAME = "vector-clock"
    TITLE = "Vector clocks"
    AWAITS_TRANSIT = True
    ASSUMES = ("reliable", "strongly-connected", "no-crash")

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.vector: Vector = (0,) * len(context.processes)
        self.saved: list[Saved] = []
        self.receipts: list[Receipt] = []
        self.asked: dict[int, int] = {}
        self.answers: dict[int, dict[int, int]] = {}
        self.lines: dict[int, Vector] = {}
        self.settled = 0

    def piggyback(self, channel: int) -> Vector:
        self._tick(self.vector)
        return self.vector

    def on_arrival(self, channel: int, message: int, data: Any) -> None:
        self._save()
        self._tick(tuple(map(max, self.vector, data)))
        now_us = self.context.now_us
        self.receipts.append(Receipt(now_us, channel, message, data, self.vector))
        for snapshot in [s for s in self.lines if self.context.is_over(s)]:
            del self.lines[snapshot]
        for snapshot, line in self.lines.items():
            if _is_inside(data, line):
                self.context.record_message(snapshot, channel, message)

    def _tick(self, known: Vector) -> None:
        own = self.context.process
        self.vector = (*known[:own], known[own] + 1, *known[own + 1 :])

    def _save(self) -> None:
        self.saved.append(Saved(self.vector, self.context.save_state()))

    # Snapshots

    def on_initiate(self, snapshot: int) -> None:
        self.answers[snapshot] = {}
        known = self._answer(snapshot)
        self._send_to_others(snapshot, ("request",))
        self._take_answer(snapshot, self.context.process, known)

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        kind, *numbers = body
        if self.context.is_over(snapshot):
            return
        if kind == "request":
            self.context.send_to(sender, snapshot, ("answer", self._answer(snapshot)))
        elif kind == "answer":
            self._take_answer(snapshot, sender, numbers[0])
        else:
            self._assemble(snapshot, tuple(numbers))

    def _answer(self, snapshot: int) -> int:
        """Save the state for a snapshot; how much this process knows of itself."""
        self._forget()
        self._save()
        self.asked[snapshot] = self.context.now_us
        return self.vector[self.context.process]

    def _take_answer(self, snapshot: int, sender: int, known: int) -> None:
        answers = self.answers[snapshot]
        answers[sender] = known
        if len(answers) == len(self.context.processes):
            line = tuple(answers[process] for process in self.context.processes)
            del self.answers[snapshot]
            self._send_to_others(snapshot, ("line", *line))
            self._assemble(snapshot, line)

    def _send_to_others(self, snapshot: int, body: tuple) -> None:
        for process in self.context.processes:
            if process != self.context.process:
                self.context.send_to(process, snapshot, body)

    def _assemble(self, snapshot: int, line: Vector) -> None:
        """Record the latest state that goes with the line, and the channels as they were then."""
        chosen = next(saved for saved in reversed(self.saved) if _is_inside(saved.vector, line))
        self.context.record_state(snapshot, chosen.state)
        for receipt in self.receipts:
            if _is_inside(receipt.sent, line) and not _is_inside(receipt.received, line):
                self.context.record_message(snapshot, receipt.channel, receipt.message)
        self.lines[snapshot] = line
        del self.asked[snapshot]
        self.context.finish_part(snapshot)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        if snapshot not in self.asked:
            return []
        senders = [self.context.initiator(snapshot)]
        if snapshot in self.answers:
            senders = [p for p in self.context.processes if p not in self.answers[snapshot]]
        since_us = self.asked[snapshot]
        return [Awaited("report", None, since_us, sender) for sender in senders]

    # Memory

    def _forget(self) -> None:
        """Drop what is older than every snapshot under way: nobody walks back beyond its start.

        What depends on a state requested later happened later.
        """
        while self.context.is_over(self.settled):
            self.settled += 1
        oldest_us = self.context.started_us(self.settled)
        kept = sum(saved.state.time_us < oldest_us for saved in self.saved)
        del self.saved[:kept]
        self.receipts = [receipt for receipt in self.receipts if receipt.at_us >= oldest_us]


def _is_inside(vector: Vector, line: Vector) -> bool:
    return all(known <= limit for known, limit in zip(vector, line, strict=True))
