"""Mattern: a control message goes round until no white message is missing.

F. Mattern, "Efficient algorithms for distributed snapshots and global virtual
time approximation", Journal of Parallel and Distributed Computing 18(4), 1993:
its snapshot algorithm for channels of any order, with the vector counter
method. Messages sent before their sender recorded are *white*, later ones
*red*, and a process records before it handles a red message (``on_arrival``).
The control message, here *token*, holds the vector: for each process how many
white messages have been sent to it. A process's *deficit* is what the vector
says minus the white messages it has received.

Two rounds over all processes in their order. In the first the token makes
everybody record and adds up the vector. From then on nobody sends white
messages, so the vector is final. In the second the token stays with each
process until the deficit there is 0, and comes home when it is 0 everywhere.
The white messages that come to a red process are the state of their channel.

Assumes channels that lose nothing, in any order, and that everybody can reach
everybody. Invariant: the sum of all deficits is the number of white messages
under way; red messages never count.

Messages: two rounds of n, 2n in all (0 if there is one process), each once for
every channel on its way. Attached to a message: one bit for each snapshot so
far, counted as a byte. Any number of snapshots run at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol

COLLECT, AWAIT = "collect", "await"


@dataclass
class Part:
    """A red process. ``vector``: of the token in its second round, while it stays here."""

    since_us: int
    sent: tuple[int, ...]
    received: int
    vector: tuple[int, ...] | None = None


class Mattern(SnapshotProtocol):
    """One process: its colours, how many messages it has sent to each and received."""

    NAME = "mattern"
    TITLE = "Mattern"
    ASSUMES = ("reliable", "strongly-connected", "no-crash")

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.colours: tuple[bool, ...] = (False,)
        self.sent = [0] * len(context.processes)
        self.received = 0
        self.parts: dict[int, Part] = {}

    def piggyback(self, channel: int) -> tuple[bool, ...]:
        return self.colours

    def on_send(self, channel: int, message: int) -> None:
        self.sent[self.context.target(channel)] += 1

    def on_arrival(self, channel: int, message: int, data: Any) -> None:
        if data != self.colours:
            for snapshot, red in enumerate(data):
                if red:
                    self._record_if_white(snapshot)
        self.received += 1
        for snapshot, part in list(self.parts.items()):
            if not _is_red(data, snapshot):
                self.context.record_message(snapshot, channel, message)
                part.received += 1
                self._finish_without_deficit(snapshot)

    def on_initiate(self, snapshot: int) -> None:
        self._record_if_white(snapshot)
        if len(self.context.processes) == 1:
            self.context.finish_part(snapshot)
        else:
            self._pass_on(snapshot, COLLECT, self.parts[snapshot].sent)

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        stage, vector = body
        if stage == AWAIT:
            self.parts[snapshot].vector = vector
            self._finish_without_deficit(snapshot)
        elif self.context.initiator(snapshot) == self.context.process:
            self._pass_on(snapshot, AWAIT, vector)
        else:
            self._record_if_white(snapshot)
            sent = self.parts[snapshot].sent
            total = tuple(a + b for a, b in zip(vector, sent, strict=True))
            self._pass_on(snapshot, COLLECT, total)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        part = self.parts.get(snapshot)
        if part is None:
            return []
        if part.vector is not None:
            return [Awaited("message", None, part.since_us)]
        before = (self.context.process - 1) % len(self.context.processes)
        return [Awaited("token", None, part.since_us, before)]

    def _record_if_white(self, snapshot: int) -> None:
        if _is_red(self.colours, snapshot):
            return
        count = max(len(self.colours), snapshot + 1)
        self.colours = tuple(
            number == snapshot or _is_red(self.colours, number) for number in range(count)
        )
        if self.context.has_outlived(snapshot):
            return
        self.context.record_state(snapshot)
        self.parts[snapshot] = Part(self.context.now_us, tuple(self.sent), self.received)

    def _finish_without_deficit(self, snapshot: int) -> None:
        part = self.parts[snapshot]
        if part.vector is None or part.vector[self.context.process] > part.received:
            return
        del self.parts[snapshot]
        self.context.finish_part(snapshot)
        if self.context.initiator(snapshot) != self.context.process:
            self._pass_on(snapshot, AWAIT, part.vector)

    def _pass_on(self, snapshot: int, stage: str, vector: tuple[int, ...]) -> None:
        following = (self.context.process + 1) % len(self.context.processes)
        self.context.send_to(following, snapshot, (stage, vector))


def _is_red(colours: tuple[bool, ...], snapshot: int) -> bool:
    return snapshot < len(colours) and colours[snapshot]
