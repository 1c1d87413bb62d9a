"""Unaligned barriers: nobody blocks, what a barrier overtakes is kept.

P. Carbone, G. Fóra, S. Ewen, S. Haridi and K. Tzoumas, "Lightweight
asynchronous snapshots for distributed dataflows", 2015, section 4.3, logs the
back edges of a cyclic dataflow; Apache Flink 1.11 (proposal FLIP-76) does so
with every input and calls the barriers unaligned. The first barrier that comes
in is as good as all: the task records its state at once and sends the barrier on
(``_record``), ahead of the records of its other inputs that are not processed
yet. Those are *overtaken*; ``logging`` names the inputs whose overtaken messages
are still kept, each until its own barrier. A back edge is one such input, so
that cycles do no harm. The initiator stands in for the sources, which a
coordinator starts there.

Assumes FIFO channels that lose nothing, and that every process can be reached
from an initiator. Invariant: of an input that is being logged only messages sent
before its sender recorded come in, for the others are behind its barrier. On the
wire that is the rule of Chandy and Lamport, and it breaks in the same way: where a
later message comes before the barrier, it is an orphan.

Messages: one barrier on every channel, e in all, for each snapshot. Any number of
snapshots run at once, told apart by their number.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol


class BarrierUnaligned(SnapshotProtocol):
    """One process: ``logging``, by snapshot the inputs without a barrier, and since when."""

    NAME = "barrier-unaligned"
    TITLE = "Barriers, unaligned"
    ASSUMES = ("fifo", "reliable", "reachable")
    IDLE_UNTIL_USED = True

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.logging: dict[int, dict[int, int]] = {}

    def on_initiate(self, snapshot: int) -> None:
        self._record(snapshot)
        self._finish_if_all_came(snapshot)

    def on_control(self, snapshot: int, channel: int, body: Any) -> None:
        if snapshot not in self.logging:
            self._record(snapshot)
        del self.logging[snapshot][channel]
        self._finish_if_all_came(snapshot)

    def on_receive(self, channel: int, message: int) -> None:
        for snapshot, inputs in self.logging.items():
            if channel in inputs:
                self.context.record_message(snapshot, channel, message)

    def _record(self, snapshot: int) -> None:
        self.context.record_state(snapshot)
        for channel in self.context.outgoing:
            self.context.send_control(channel, snapshot)
        self.logging[snapshot] = dict.fromkeys(self.context.incoming, self.context.now_us)

    def _finish_if_all_came(self, snapshot: int) -> None:
        if not self.logging[snapshot]:
            self.context.finish_part(snapshot)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        started_us = self.context.started_us(snapshot)
        inputs = self.logging.get(snapshot, dict.fromkeys(self.context.incoming, started_us))
        for channel, since_us in inputs.items():
            yield Awaited("barrier", channel, since_us)
