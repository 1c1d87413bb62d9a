"""Causal logging: in which order a message was received travels with all that depends on it.

E. N. Elnozahy and W. Zwaenepoel, "Manetho: transparent rollback-recovery with low overhead, limited
rollback, and fast output commit", IEEE Transactions on Computers 41(5), 1992; L. Alvisi and
K. Marzullo, "Message logging: pessimistic, optimistic, causal, and optimal", IEEE Transactions on
Software Engineering 24(2), 1998, section 5. A determinant says of one receive which message it was.

Assumes piecewise determinism, nothing of the channels. A message carries the determinants in its
causal past that its receiver has not said it knows, without those behind a checkpoint of the process
they are about; and how far the sender knows everybody's order, n integers. No control message, no
write. Promise: whoever depends on a receive holds its determinant, so if any number fail, the others
stay, and those who failed come to states that fit. Contents are sent again by who sent them; if that
one is still down, they are made anew from its checkpoint, for which the paper waits.
"""

from __future__ import annotations

from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import LoggingProtocol, Received
from snapviz.engine.stable import COORDINATED

Determinant = tuple[int, int]
"""The sender, and the number of the message among all that it sent."""
Chunk = tuple[int, int, tuple[Determinant, ...]]
"""Whose receives, the number of the first of them, and their determinants in order."""


class Causal(LoggingProtocol):
    """One process. All lists are by process.

    ``known``: the determinants of each one's receives after the first ``behind`` ones, which lie
    behind a checkpoint; ``told``: up to which receive of each each has said that it knows them.
    ``tentative``: how many own receives lie behind the last coordinated checkpoint.
    """

    NAME = "causal"
    IS_WITH_OTHERS = True

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        count = len(context.processes)
        self.sent = 0
        self.behind = [0] * count
        self.known: list[tuple[Determinant, ...]] = [()] * count
        self.told: list[tuple[int, ...]] = [(0,) * count] * count
        self.tentative = 0

    @classmethod
    def has_again(cls, received: Received) -> bool:
        return True

    def known_until(self, process: int) -> int:
        """Up to which receive of a process this one knows the order."""
        return self.behind[process] + len(self.known[process])

    def on_checkpoint(self, kind: str) -> None:
        # A coordinated one may yet be discarded.
        self.tentative = self.known_until(self.context.process)
        if kind != COORDINATED:
            self._forget(self.context.process, self.tentative)

    def on_permanent(self) -> None:
        self._forget(self.context.process, self.tentative)

    def on_restart(self) -> None:
        # Whoever restarts from a checkpoint knows by this that it is permanent.
        self.on_permanent()

    def piggyback(self, channel: int) -> tuple:
        self.sent += 1
        target = self.context.target(channel)
        known = tuple(map(self.known_until, self.context.processes))
        chunks = [self._news(process, target) for process in self.context.processes]
        return (
            self.sent,
            self.behind[self.context.process],
            known,
            tuple(chunk for chunk in chunks if chunk is not None),
        )

    def _news(self, process: int, target: int) -> Chunk | None:
        """What a target has not said it knows; its own receives it knows."""
        behind, known = self.behind[process], self.known[process]
        after = max(behind, self.told[target][process])
        if process == target or after >= behind + len(known):
            return None
        return process, after + 1, known[after - behind :]

    def on_arrival(self, channel: int, message: int, data: tuple) -> None:
        number, behind, known, chunks = data
        sender, own = self.context.source(channel), self.context.process
        for process, first, determinants in chunks:
            self._learn(process, first, determinants)
        self._forget(sender, behind)
        self.told[sender] = tuple(map(max, self.told[sender], known))
        self.known[own] += ((sender, number),)

    def _learn(self, process: int, first: int, determinants: tuple[Determinant, ...]) -> None:
        if first > self.known_until(process) + 1:
            self._forget(process, first - 1)
        new = self.known_until(process) + 1 - first
        self.known[process] += determinants[new:]

    def _forget(self, process: int, behind: int) -> None:
        """The first receives of a process lie behind a checkpoint of its own."""
        gone = behind - self.behind[process]
        if gone > 0:
            self.known[process] = self.known[process][gone:]
            self.behind[process] = behind

    def save(self) -> dict[str, Any]:
        lists = ("behind", "known", "told")
        numbers = {"sent": self.sent, "tentative": self.tentative}
        return {name: getattr(self, name).copy() for name in lists} | numbers

    def restore(self, saved: dict[str, Any]) -> None:
        self.sent, self.tentative = saved["sent"], saved["tentative"]
        for name in ("behind", "known", "told"):
            setattr(self, name, saved[name].copy())
