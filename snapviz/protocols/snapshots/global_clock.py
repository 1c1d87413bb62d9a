"""Global clock: everybody records when the own clock reads the agreed time T.

The simplest cut there is, were clocks perfect; see S. Mullender (ed.),
"Distributed Systems", 2nd ed., 1993, chapter 4 (O. Babaoglu and K. Marzullo,
"Consistent global states of distributed systems"), section on real-time clocks.
Every message carries which captures its sender had made (``piggyback``), so that
a receiver keeps as channel state what was sent inside the cut and arrives outside.

Assumes that no message is faster than any two clocks are apart. Invariant: a
message sent when its sender's clock reads T or more arrives when its receiver's
does. It fails exactly when a message sent after T by its sender's clock arrives
before T by its receiver's: received inside the cut, sent outside, an orphan.

Messages: none, for T is agreed on beforehand; collecting the parts is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol


class GlobalClock(SnapshotProtocol):
    """One process: the captures its clock has still to reach, and those it has made."""

    NAME = "global-clock"
    TITLE = "Global clock"
    ASSUMES = ("bounded-skew",)
    AWAITS_TRANSIT = True

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.recorded: list[int] = []
        self.expected: list[int] = []

    def on_announce(self, snapshot: int, local_us: int) -> None:
        self.expected.append(snapshot)
        self.context.set_alarm(local_us, snapshot)

    def on_alarm(self, data: Any) -> None:
        self.expected.remove(data)
        self.recorded = [known for known in self.recorded if not self.context.is_over(known)]
        self.recorded.append(data)
        self.context.record_state(data)
        self.context.finish_part(data)

    def piggyback(self, channel: int) -> list[int]:
        """The captures this process has made: the message is outside their cuts."""
        return self.recorded.copy()

    def on_arrival(self, channel: int, message: int, data: list[int]) -> None:
        for snapshot in self.recorded:
            if snapshot not in data and not self.context.is_over(snapshot):
                self.context.record_message(snapshot, channel, message)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        if snapshot in self.expected:
            yield Awaited("clock", None, self.context.started_us(snapshot))
