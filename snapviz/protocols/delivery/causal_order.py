"""Causal delivery: a message is not received before one that was sent causally earlier.

M. Raynal, A. Schiper and S. Toueg, "The causal ordering abstraction and a simple
way to implement it", Information Processing Letters 39(6), 1991. The paper's SENT
is ``sent``: of each pair of processes, how many messages this one knows to have
been sent between them. Its DELIV is the own column of SENT, because a process knows
of no message to itself that it has not been handed. A message carries SENT with
itself counted in, n * n numbers.

Application messages and what a protocol sends with ``send_together`` are counted
alike, so both are in one causal order, on channels of any order; a lost message
holds all that depends on it for good. What is sent together is one event: who has
received a part of it sends nothing that arrives before another part.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import SnapshotProtocol

Counts = tuple[tuple[int, ...], ...]
"""Messages from each process (row) to each process (column)."""


class CausallyOrdered(SnapshotProtocol):
    """One process of a protocol whose messages and the application's are in causal order.

    The body of a routed message that takes part is a tuple ``(counts, word)``; the others, which
    must not be tuples, arrive as they come.
    """

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        count = len(context.processes)
        self.sent: Counts = ((0,) * count,) * count

    @staticmethod
    def is_ordered(body: Any) -> bool:
        """Whether a routed message takes part in the causal order."""
        return type(body) is tuple

    def received_from(self, process: int) -> int:
        """How many messages of one process have been handed to this one."""
        return self.sent[process][self.context.process]

    def send_together(self, targets: Iterable[int], snapshot: int, word: str) -> None:
        """Send one control message to each target, in one event.

        This process may be a target: the message is counted, and needs no sending.
        """
        targets = list(targets)
        self._count(targets)
        for target in targets:
            if target != self.context.process:
                self.context.send_to(target, snapshot, (self.sent, word))

    def piggyback(self, channel: int) -> Counts:
        self._count([self.context.target(channel)])
        return self.sent

    def may_deliver(self, channel: int, message: int, data: Counts) -> bool:
        return self._is_next(self.context.source(channel), data)

    def on_arrival(self, channel: int, message: int, data: Counts) -> None:
        self._learn(data)

    def may_deliver_routed(self, snapshot: int | None, sender: int, body: Any) -> bool:
        return not self.is_ordered(body) or self._is_next(sender, body[0])

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        if self.is_ordered(body):
            self._learn(body[0])

    def _count(self, targets: Iterable[int]) -> None:
        own = list(self.sent[self.context.process])
        for target in targets:
            own[target] += 1
        before, after = self.sent[: self.context.process], self.sent[self.context.process + 1 :]
        self.sent = (*before, tuple(own), *after)

    def _is_next(self, sender: int, counts: Counts) -> bool:
        """All that was sent here earlier, the message itself not counted, has been handed over."""
        here = self.context.process
        return all(
            row[here] - (process == sender) <= known[here]
            for process, (row, known) in enumerate(zip(counts, self.sent, strict=True))
        )

    def _learn(self, counts: Counts) -> None:
        self.sent = tuple(
            known if known is row else tuple(map(max, known, row))
            for known, row in zip(self.sent, counts, strict=True)
        )
