"""Independent checkpoints: each process saves its state now and then, and asks nobody.

The uncoordinated checkpointing of the survey by E. N. Elnozahy, L. Alvisi, Y.-M. Wang and
D. B. Johnson, "A survey of rollback-recovery protocols in message-passing systems", ACM Computing
Surveys 34(3), 2002, section 3.1.

Assumes nothing and sends nothing. The recovery line is the latest consistent set of what there
is; nothing bounds how far back it lies (the domino effect of B. Randell, 1975).
"""

from __future__ import annotations

from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import ProcessProtocol
from snapviz.engine.stable import INDEPENDENT


class Independent(ProcessProtocol):
    """One process: a checkpoint whenever the own clock reads a multiple of the interval."""

    NAME = "independent"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        # A process that was put back may have planned the same checkpoint twice.
        self.last_us: int | None = None

    def on_start(self) -> None:
        self._plan()

    def on_restart(self) -> None:
        self._plan()

    def on_alarm(self, data: Any) -> None:
        if data != self.last_us:
            self.last_us = data
            self.context.take_checkpoint(INDEPENDENT)
            self._plan()

    def _plan(self) -> None:
        interval_us = self.context.checkpointing.interval_us
        next_us = (self.context.local_us() // interval_us + 1) * interval_us
        self.context.set_alarm(next_us, next_us)
