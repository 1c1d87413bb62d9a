"""Fixed dependency after send: what a process depends on changes no more once it has sent.

Y.-M. Wang, "Consistent global checkpoints that contain a given set of local checkpoints", IEEE
Transactions on Computers 46(4), 1997 (FDAS); the survey of E. N. Elnozahy et al., ACM Computing
Surveys 34(3), 2002, section 3.3.1.

Assumes nothing of the channels. Each message carries the sender's dependency vector: for every
process the latest of its checkpoint intervals that the sender depends on, n integers. What arrives
after a send in the same interval, and would raise an entry, forces a checkpoint before it is
received. Promise: rollback dependency is trackable. A checkpoint leads by a zigzag path to another
exactly if the vector saved with that one says so; so no zigzag path leads back to its own start,
and every checkpoint belongs to a consistent set (no domino effect). No message besides.
"""

from __future__ import annotations

from snapviz.engine.context import ProcessContext
from snapviz.engine.stable import FORCED, INDEPENDENT
from snapviz.protocols.periodic import Periodic

Vector = tuple[int, ...]


class Fdas(Periodic):
    """One process: its dependency vector, and whether it has sent since its last checkpoint.

    ``depends``: the own entry is the number of the interval under way, which the next checkpoint
    closes. A checkpoint saves the vector of the interval it begins; the one it closes has the own
    entry one lower.
    """

    NAME = "fdas"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.depends: Vector = (0,) * len(context.processes)
        self.has_sent = False

    def on_interval(self, number: int) -> None:
        self.context.take_checkpoint(INDEPENDENT)

    def on_checkpoint(self, kind: str) -> None:
        own = self.context.process
        before, after = self.depends[:own], self.depends[own + 1 :]
        self.depends = (*before, self.depends[own] + 1, *after)
        self.has_sent = False

    def piggyback(self, channel: int) -> Vector:
        return self.depends

    def on_send(self, channel: int, message: int) -> None:
        self.has_sent = True

    def on_arrival(self, channel: int, message: int, data: Vector) -> None:
        known = tuple(map(max, self.depends, data))
        if self.has_sent and known != self.depends:
            self.context.take_checkpoint(FORCED)
            known = tuple(map(max, self.depends, data))
        self.depends = known
