"""Aligned barriers: inputs wait for each other, and channels are empty in the cut.

P. Carbone, G. Fóra, S. Ewen, S. Haridi and K. Tzoumas, "Lightweight
asynchronous snapshots for distributed dataflows", 2015, section 4.2: the
algorithm for acyclic dataflows, as Apache Flink has it. A task *blocks* each
input that has delivered its barrier (``blocked``); when all have, it records its
state, sends the barrier on and unblocks them (``_record_if_aligned``). The
initiator is the source where a coordinator starts the barriers.

Assumes FIFO channels that lose nothing, no cycle, and that every process can be
reached from the initiator. Invariant: when a process records it has received all
that was sent to it before its senders recorded, and nothing that was sent after:
no channel state is needed. On a channel that is not FIFO both can fail: a later
message that passes the barrier is an orphan, one that the barrier passes is
missing. On a cycle each process waits for a barrier that waits for its own: the snapshot never completes,
and the inputs blocked meanwhile stay blocked.

Messages: one barrier on every channel, e in all, for each snapshot. Snapshots of
one initiator may overlap: on a blocked input the later barrier waits as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol


class BarrierAligned(SnapshotProtocol):
    """One process: which inputs it blocks, and for which snapshots it awaits the others.

    ``aligning``: by snapshot the inputs without a barrier, and since when they are awaited.
    """

    NAME = "barrier-aligned"
    TITLE = "Barriers, aligned"
    ASSUMES = ("fifo", "reliable", "acyclic", "reachable")

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.aligning: dict[int, dict[int, int]] = {}
        self.blocked: set[int] = set()

    def on_initiate(self, snapshot: int) -> None:
        self._align(snapshot)
        self._record_if_aligned(snapshot)

    def on_control(self, snapshot: int, channel: int, body: Any) -> None:
        if snapshot not in self.aligning:
            self._align(snapshot)
        del self.aligning[snapshot][channel]
        self.blocked.add(channel)
        self._record_if_aligned(snapshot)

    def may_deliver(self, channel: int, message: int, data: Any) -> bool:
        return channel not in self.blocked

    def may_deliver_control(self, snapshot: int, channel: int, body: Any) -> bool:
        return channel not in self.blocked

    def _align(self, snapshot: int) -> None:
        self.aligning[snapshot] = dict.fromkeys(self.context.incoming, self.context.now_us)

    def _record_if_aligned(self, snapshot: int) -> None:
        if self.aligning[snapshot]:
            return
        self.context.record_state(snapshot)
        for channel in self.context.outgoing:
            self.context.send_control(channel, snapshot)
        self.blocked.clear()
        self.context.finish_part(snapshot)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        started_us = self.context.started_us(snapshot)
        inputs = self.aligning.get(snapshot, dict.fromkeys(self.context.incoming, started_us))
        for channel, since_us in inputs.items():
            yield Awaited("barrier", channel, since_us)
