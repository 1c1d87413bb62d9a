"""Independent checkpoints: each process saves its state now and then, and asks nobody.

The uncoordinated checkpointing of the survey by E. N. Elnozahy, L. Alvisi, Y.-M. Wang and
D. B. Johnson, "A survey of rollback-recovery protocols in message-passing systems", ACM Computing
Surveys 34(3), 2002, section 3.1.

Assumes nothing and sends nothing. The recovery line is the latest consistent set of what there
is; nothing bounds how far back it lies (the domino effect of B. Randell, 1975).
"""

from __future__ import annotations

from snapviz.engine.stable import INDEPENDENT
from snapviz.protocols.periodic import Periodic


class Independent(Periodic):
    """One process: a checkpoint whenever the own clock reads a multiple of the interval."""

    NAME = "independent"

    def on_interval(self, number: int) -> None:
        self.context.take_checkpoint(INDEPENDENT)
