"""Index-based checkpoints: a message from a later index forces a checkpoint before it is received.

D. Briatico, A. Ciuffoletti and L. Simoncini, "A distributed domino-effect free recovery algorithm",
4th Symposium on Reliability in Distributed Software and Database Systems, 1984 (BCS); the survey of
E. N. Elnozahy et al., ACM Computing Surveys 34(3), 2002, section 3.3.2.

Assumes nothing of the channels. Each process counts its checkpoints in an index, which its messages
carry: one integer each, and no message besides. A checkpoint of one's own raises the index by one, a
forced one to that of the message. Promise: the first checkpoints of all processes with an index of
at least k, or the live state of one that has none, are consistent for every k. So every checkpoint
belongs to a consistent set, and none is in vain (no domino effect).
"""

from __future__ import annotations

from snapviz.engine.context import ProcessContext
from snapviz.engine.stable import FORCED, INDEPENDENT
from snapviz.protocols.periodic import Periodic


class IndexBased(Periodic):
    """One process: the index of its last checkpoint."""

    NAME = "index-based"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.index = 0

    def on_interval(self, number: int) -> None:
        self.context.take_checkpoint(INDEPENDENT)

    def on_checkpoint(self, kind: str) -> None:
        if kind != FORCED:
            self.index += 1

    def piggyback(self, channel: int) -> int:
        return self.index

    def on_arrival(self, channel: int, message: int, data: int) -> None:
        if data > self.index:
            self.index = data
            self.context.take_checkpoint(FORCED)
