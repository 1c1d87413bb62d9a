"""Optimistic logging: what is received is written now and then, all at once.

R. E. Strom and S. Yemini, "Optimistic recovery in distributed systems", ACM TOCS 3(3), 1985.

Assumes piecewise determinism. What was received since the last write is lost in a crash; those who
depend on what the crashed process did afterwards are orphans, and go back as well. Promise: in the
end no orphan remains, and the state is the latest that can be rebuilt (D. B. Johnson and
W. Zwaenepoel, J. Algorithms 11(3), 1990). Cost: one write an interval.
"""

from __future__ import annotations

from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import LoggingProtocol, Received


class Optimistic(LoggingProtocol):
    """One process: its log is written every ``flush_interval`` of true time, while it is up."""

    NAME = "optimistic"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        # A process that was put back may have planned the same write twice.
        self.last = 0

    @classmethod
    def has_again(cls, received: Received) -> bool:
        return received.flushed or received.receiver_up

    def on_start(self) -> None:
        self._plan()

    def on_restart(self) -> None:
        self._plan()

    def on_checkpoint(self, kind: str) -> None:
        self.context.flush_log()

    def on_timer(self, data: Any) -> None:
        if data != self.last:
            self.last = data
            self.context.flush_log()
            self._plan()

    def _plan(self) -> None:
        interval_us, now_us = self.context.logging.flush_interval_us, self.context.now_us
        number = now_us // interval_us + 1
        self.context.set_timer(number * interval_us - now_us, number)
