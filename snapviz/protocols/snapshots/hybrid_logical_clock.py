"""Hybrid logical clock cut: everything stamped before T, at whatever time that was.

S. S. Kulkarni, M. Demirbas, D. Madappa, B. Avva and M. Leone, "Logical physical
clocks", OPODIS 2014: the algorithm for sends and receives is ``_advance``, and
that all events with a stamp below one value make a consistent snapshot is what
is used here. A stamp is the paper's pair (l, c), compared as a pair: l the
largest local clock heard of, c a count of the events that share it.

How T is agreed on is not in the paper. Here the initiator finds a T nobody can
have passed: it asks everybody to get *ready*, that is to save the state before
each event from now on. T is its own stamp when the last has answered. Who
learns T records the state before its first event stamped T or later, or if it
has had none, the state it is in: what told it is stamped later than T itself.

Assumes channels that lose nothing, in any order, and that everybody can reach
everybody. Clocks may differ by anything: skew decides only how far in time from
T a process records. Invariant: e -> f implies stamp(e) < stamp(f), so nothing
stamped T or later can be before something stamped less. A channel's state is
what was stamped less than T and received with a stamp of T or later.

Messages: n-1 to get ready, n-1 answers, n-1 with T, 3(n-1) in all, each once
for every channel on its way. Nobody counts what is under way: complete when the
last message sent inside the cut is received. Attached to a message: the stamp,
two numbers. Any number of snapshots run at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol
from snapviz.engine.opened import SavedState

Stamp = tuple[int, int]
NEVER: Stamp = (-(1 << 62), 0)


class Receipt(NamedTuple):
    """A message received while T was not known yet."""

    channel: int
    message: int
    sent: Stamp
    received: Stamp


@dataclass
class Part:
    """A snapshot here. ``saved``: the states before events, with their stamps, until ``cut``,
    its T, is known. ``answers``: who has answered, at the initiator.
    """

    since_us: int
    cut: Stamp | None = None
    saved: list[tuple[Stamp, SavedState]] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    answers: set[int] = field(default_factory=set)


class HybridLogicalClock(SnapshotProtocol):
    """One process: the stamp of its last event, and its parts of snapshots under way."""

    NAME = "hybrid-logical-clock"
    TITLE = "Hybrid logical clock"
    AWAITS_TRANSIT = True
    ASSUMES = ("reliable", "strongly-connected", "no-crash")

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.stamp = NEVER
        self.parts: dict[int, Part] = {}

    # The clock

    def _advance(self, heard: Stamp = NEVER) -> None:
        """Stamp an event; ``heard``: the stamp of the message it receives."""
        latest, count = max(self.stamp, heard)
        reads_us = self.context.local_us()
        self.stamp = (reads_us, 0) if reads_us > latest else (latest, count + 1)

    def piggyback(self, channel: int) -> Stamp:
        self._advance()
        self._before_event()
        return self.stamp

    def on_arrival(self, channel: int, message: int, data: Any) -> None:
        self._advance(data)
        self._before_event()
        for snapshot, part in self.parts.items():
            if part.cut is None:
                part.receipts.append(Receipt(channel, message, data, self.stamp))
            elif data < part.cut:
                self.context.record_message(snapshot, channel, message)

    def _before_event(self) -> None:
        """The event stamped last is about to happen."""
        self._forget_what_is_over()
        for part in self.parts.values():
            if part.cut is None:
                part.saved.append((self.stamp, self.context.save_state()))

    def _forget_what_is_over(self) -> None:
        for snapshot in [s for s in self.parts if self.context.is_over(s)]:
            del self.parts[snapshot]

    # Snapshots

    def on_initiate(self, snapshot: int) -> None:
        self.parts[snapshot] = Part(self.context.now_us)
        self._advance()
        self._send_to_others(snapshot, "ready", self.stamp)
        self._cut_if_all_are_ready(snapshot)

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        kind, *stamp = body
        self._advance(tuple(stamp))
        if self.context.is_over(snapshot):
            return
        if kind == "ready":
            self.parts[snapshot] = Part(self.context.now_us)
            self.context.send_to(sender, snapshot, ("answer", *self.stamp))
        elif kind == "answer":
            self.parts[snapshot].answers.add(sender)
            self._cut_if_all_are_ready(snapshot)
        else:
            self._cut(snapshot, tuple(stamp))

    def _cut_if_all_are_ready(self, snapshot: int) -> None:
        if len(self.parts[snapshot].answers) == len(self.context.processes) - 1:
            self._send_to_others(snapshot, "cut", self.stamp)
            self._cut(snapshot, self.stamp)

    def _send_to_others(self, snapshot: int, kind: str, stamp: Stamp) -> None:
        for process in self.context.others:
            self.context.send_to(process, snapshot, (kind, *stamp))

    def _cut(self, snapshot: int, cut: Stamp) -> None:
        part = self.parts[snapshot]
        part.cut = cut
        after = (saved for stamp, saved in part.saved if stamp >= cut)
        self.context.record_state(snapshot, next(after, None))
        for receipt in part.receipts:
            if receipt.sent < cut <= receipt.received:
                self.context.record_message(snapshot, receipt.channel, receipt.message)
        part.saved, part.receipts = [], []
        self.context.finish_part(snapshot)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        part = self.parts.get(snapshot)
        if part is None or part.cut is not None:
            return []
        initiator = self.context.initiator(snapshot)
        senders = self.context.others if initiator == self.context.process else [initiator]
        return [
            Awaited("report", None, part.since_us, sender)
            for sender in senders
            if sender not in part.answers
        ]
