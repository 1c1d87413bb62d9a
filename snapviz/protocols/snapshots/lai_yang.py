"""Lai-Yang: the colour of a message tells whether it belongs before or after the cut.

T. H. Lai and T. H. Yang, "On distributed snapshots", Information Processing
Letters 25(3), 1987. Everybody is *white* at first, turns *red* by recording its
state, and every message has the colour of its sender. ``colours`` is the colour
of a process, one for each snapshot; ``on_arrival`` is the paper's rule that a
process records before it handles a red message. A channel's state is the white
messages sent on it minus those received by a white process: the receiver keeps
the white messages that come when it is red.

The paper subtracts the message histories that come with the reports. Here only
their lengths travel, and the messages stay where they are: everybody *reports*
how many white messages it has sent on each channel, the initiator passes on to
everybody the counts of its incoming channels, and who has received as many has
them all. So that a process no red message reaches records as well, the
initiator *requests* it of everybody.

Assumes channels that lose nothing, in any order, and that everybody can reach
everybody. Invariant: no process handles a red message while it is white, so
nothing sent outside the cut is received inside.

Messages: n-1 requests, n-1 reports, n-1 messages with counts, 3(n-1) in all,
each once for every channel on its way. Attached to a message: one bit for each
snapshot so far, counted as a byte. Any number of snapshots run at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol


@dataclass
class Part:
    """A red process: white messages received on each channel, and how many there will be."""

    since_us: int
    received: dict[int, int]
    expected: dict[int, int] | None = None


class LaiYang(SnapshotProtocol):
    """One process: its colours, and how many messages it has sent and received."""

    NAME = "lai-yang"
    TITLE = "Lai–Yang"
    ASSUMES = ("reliable", "strongly-connected", "no-crash")

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.colours: tuple[bool, ...] = (False,)
        self.sent = dict.fromkeys(context.outgoing, 0)
        self.received = dict.fromkeys(context.incoming, 0)
        self.parts: dict[int, Part] = {}
        self.reports: dict[int, dict[int, tuple[tuple[int, int], ...]]] = {}

    def piggyback(self, channel: int) -> tuple[bool, ...]:
        return self.colours

    def on_send(self, channel: int, message: int) -> None:
        self.sent[channel] += 1

    def on_arrival(self, channel: int, message: int, data: Any) -> None:
        if data != self.colours:
            for snapshot, red in enumerate(data):
                if red and not _is_red(self.colours, snapshot):
                    self._record(snapshot)
        self.received[channel] += 1
        for snapshot, part in list(self.parts.items()):
            if not _is_red(data, snapshot):
                self.context.record_message(snapshot, channel, message)
                part.received[channel] += 1
                self._finish_if_all_are_here(snapshot)

    def on_initiate(self, snapshot: int) -> None:
        self.reports[snapshot] = {}
        for process in self.context.processes:
            if process != self.context.process:
                self.context.send_to(process, snapshot, ("request",))
        self._record(snapshot)

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        kind, *counts = body
        if kind == "request" and not _is_red(self.colours, snapshot):
            self._record(snapshot)
        elif kind == "report":
            self._take_report(snapshot, sender, counts[0])
        elif kind == "expect":
            self._expect(snapshot, counts[0])

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        part = self.parts.get(snapshot)
        if part is None:
            return []
        if part.expected is None:
            own = self.context.initiator(snapshot) == self.context.process
            senders = self._not_reported(snapshot) if own else [self.context.initiator(snapshot)]
            return [Awaited("report", None, part.since_us, sender) for sender in senders]
        return [
            Awaited("message", channel, part.since_us)
            for channel, count in part.expected.items()
            if part.received[channel] < count
        ]

    def _not_reported(self, snapshot: int) -> list[int]:
        return [p for p in self.context.processes if p not in self.reports[snapshot]]

    def _record(self, snapshot: int) -> None:
        count = max(len(self.colours), snapshot + 1)
        self.colours = tuple(
            number == snapshot or _is_red(self.colours, number) for number in range(count)
        )
        if self.context.has_outlived(snapshot):
            return
        self.context.record_state(snapshot)
        self.parts[snapshot] = Part(self.context.now_us, self.received.copy())
        counts, initiator = tuple(self.sent.items()), self.context.initiator(snapshot)
        if initiator == self.context.process:
            self._take_report(snapshot, initiator, counts)
        else:
            self.context.send_to(initiator, snapshot, ("report", counts))

    def _take_report(self, snapshot: int, sender: int, counts: tuple) -> None:
        reports = self.reports[snapshot]
        reports[sender] = counts
        if self._not_reported(snapshot):
            return
        expected: dict[int, list] = {process: [] for process in self.context.processes}
        for reporter in sorted(reports):
            for channel, count in reports[reporter]:
                expected[self.context.target(channel)].append((channel, count))
        del self.reports[snapshot]
        own = expected.pop(self.context.process)
        for process, incoming in expected.items():
            self.context.send_to(process, snapshot, ("expect", tuple(incoming)))
        self._expect(snapshot, own)

    def _expect(self, snapshot: int, counts: Iterable[tuple[int, int]]) -> None:
        self.parts[snapshot].expected = dict(counts)
        self._finish_if_all_are_here(snapshot)

    def _finish_if_all_are_here(self, snapshot: int) -> None:
        part = self.parts[snapshot]
        if part.received == part.expected:
            del self.parts[snapshot]
            self.context.finish_part(snapshot)


def _is_red(colours: tuple[bool, ...], snapshot: int) -> bool:
    return snapshot < len(colours) and colours[snapshot]
