"""What those who agree by majorities have in common: the others, and how long to wait for them."""

from __future__ import annotations

from typing import Any

from snapviz.engine.hooks import AgreementProtocol
from snapviz.engine.trace import ABORTED, COMMITTED
from snapviz.protocols.insistent import NO_WAY_BACK_US

ABANDONED = ""
"""In place of the digest of a snapshot whose capture failed."""
SHORTEST_ROUND_US = 20_000
PATIENCE_ROUNDS = (2, 4)
"""Between how many round trips a process waits, at random, before it does what another should."""


def outcome_of(digest: str) -> str:
    """What a decided digest says of its snapshot."""
    return ABORTED if digest == ABANDONED else COMMITTED


class Peers(AgreementProtocol):
    """One process among all of the run, those that are down included."""

    def standing(self, snapshot: int, digest: str) -> str:
        """What to propose: not the digest, where a recovery has undone what was recorded here."""
        return digest if self.context.still_stands(snapshot) else ABANDONED

    def is_majority(self, count: int) -> bool:
        """Whether so many are more than half of all processes, up or down."""
        return 2 * count > len(self.context.processes)

    def send_all(self, snapshot: int | None, body: Any) -> None:
        """Send the same to all others."""
        for process in self.context.others:
            self.context.send_to(process, snapshot, body)

    def round_us(self) -> int:
        """After how long an answer of no process is to be expected any more."""
        trips = [self.context.round_trip_us(process) for process in self.context.others]
        longest_us = max((us for us in trips if us is not None), default=NO_WAY_BACK_US)
        return max(SHORTEST_ROUND_US, 1 + longest_us)

    def patience_us(self) -> int:
        """How long to wait this time before acting in another's place."""
        low, high = PATIENCE_ROUNDS
        round_us = self.round_us()
        return self.context.draw_us("patience", low * round_us, high * round_us)
