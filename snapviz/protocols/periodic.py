"""What happens whenever a process's own clock reads a multiple of the checkpoint interval."""

from __future__ import annotations

from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import ProcessProtocol


class Periodic(ProcessProtocol):
    """One process of a policy that has its turn once an interval, while it is up."""

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        # A process that was put back may have planned the same turn twice.
        self.last_us: int | None = None

    def on_interval(self, number: int) -> None:
        """The own clock has come to the ``number``-th multiple of the interval."""
        raise NotImplementedError

    def on_start(self) -> None:
        self._plan()

    def on_restart(self) -> None:
        self._plan()

    def on_alarm(self, data: Any) -> None:
        if data != self.last_us:
            self.last_us = data
            self.on_interval(data // self.context.checkpointing.interval_us)
            self._plan()

    def _plan(self) -> None:
        interval_us = self.context.checkpointing.interval_us
        next_us = (self.context.local_us() // interval_us + 1) * interval_us
        self.context.set_alarm(next_us, next_us)
