"""Chandy-Lamport: markers separate what belongs to the snapshot from what does not.

K. M. Chandy and L. Lamport, "Distributed snapshots: determining global states
of distributed systems", ACM TOCS 3(1), 1985, section 3. The paper's *marker
sending rule* is ``_record``, its *marker receiving rule* is ``on_control``; its
channel state is what ``on_receive`` records between the two.

Assumes FIFO channels, and that every process can be reached from an initiator.
Invariant: on every channel the messages sent before the sender recorded its
state, and only those, arrive before the marker. On a channel that is not FIFO a
message sent after the recording can overtake the marker: received inside the
cut, sent outside, an orphan.

Messages: one marker on every channel, e in all, for each snapshot. Any number
of snapshots run at once, told apart by their number.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol


class ChandyLamport(SnapshotProtocol):
    """One process: when it recorded and which channels it still records, for each snapshot."""

    NAME = "chandy-lamport"
    TITLE = "Chandy–Lamport"
    ASSUMES = ("fifo", "reachable")
    IDLE_UNTIL_USED = True

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.recorded: dict[int, int] = {}
        self.awaited: dict[int, set[int]] = {}

    def on_initiate(self, snapshot: int) -> None:
        self._record(snapshot)

    def on_control(self, snapshot: int, channel: int, body: Any) -> None:
        if snapshot not in self.recorded:
            self._record(snapshot)
        self.awaited[snapshot].discard(channel)
        self._finish_if_heard_from_all(snapshot)

    def on_receive(self, channel: int, message: int) -> None:
        for snapshot, channels in self.awaited.items():
            if channel in channels:
                self.context.record_message(snapshot, channel, message)

    def _record(self, snapshot: int) -> None:
        self.recorded[snapshot] = self.context.now_us
        self.context.record_state(snapshot)
        for channel in self.context.outgoing:
            self.context.send_control(channel, snapshot)
        self.awaited[snapshot] = set(self.context.incoming)
        self._finish_if_heard_from_all(snapshot)

    def _finish_if_heard_from_all(self, snapshot: int) -> None:
        if not self.awaited[snapshot]:
            del self.awaited[snapshot]
            self.context.finish_part(snapshot)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        since_us = self.recorded.get(snapshot, self.context.started_us(snapshot))
        for channel in self.context.incoming:
            if snapshot not in self.recorded or channel in self.awaited.get(snapshot, ()):
                yield Awaited("marker", channel, since_us)
