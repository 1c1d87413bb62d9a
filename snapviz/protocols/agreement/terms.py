"""What a Raft process remembers, through crashes and in between, and how long it waits."""

from __future__ import annotations

from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.protocols.agreement.followers import Followers
from snapviz.protocols.agreement.ledger import Ledger
from snapviz.protocols.agreement.peers import Peers

REQUEST, VOTE, VOTED, APPEND, APPENDED = "request", "vote", "voted", "append", "appended"
FOLLOWER, CANDIDATE, LEADER = "follower", "candidate", "leader"

STATE = "state"
CALM = 4
"""How many times longer heartbeats and patience are where everything is committed."""


class Terms(Peers):
    """One process, without what makes it lead or follow.

    On stable storage: ``term`` and in it ``vote``; ``ledger``, of which the first ``committed``
    entries are decided, and the first ``settled`` held by all; ``wanted``: what this process has
    gathered, by snapshot. ``followers``: as a leader sees them.
    """

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self._remember((0, None, (), 0, 0, {}))

    def _remember(self, saved: tuple) -> None:
        self.term, self.vote, entries, self.committed, self.settled, wanted = saved
        self.ledger, self.wanted = Ledger(entries), dict(wanted)
        self.role = FOLLOWER
        self.leader: int | None = None
        self.votes: set[int] = set()
        self.followers = Followers((), 0)
        self.subject: int | None = None
        self.timer = 0
        self.late, self.was_hasty = 0, False
        self.since_us = self.context.now_us

    def _write(self) -> None:
        saved = self.term, self.vote, self.ledger.after(0), self.committed, self.settled
        self.context.write_stable(STATE, (*saved, dict(self.wanted)))

    def on_restart(self) -> None:
        saved = self.context.read_stable(STATE)
        self._remember(saved or (0, None, (), 0, 0, {}))
        self._be_patient()

    # What is left to do

    def _ask(self, leader: int) -> None:
        for snapshot, digest in self.wanted.items():
            if not self.ledger.holds(snapshot):
                self.context.send_to(leader, snapshot, (REQUEST, digest))

    def _has_decided(self, snapshot: int) -> bool:
        return any(e.snapshot == snapshot for e in self.ledger.entries[: self.committed])

    @property
    def _is_busy(self) -> bool:
        """Whether something is left to do that only a leader can bring about."""
        return bool(self.wanted) or self.settled < self.ledger.last

    @property
    def _is_calm(self) -> bool:
        """Whether nothing is left but to reach those who are away."""
        if self.wanted or self.committed < self.ledger.last:
            return False
        knowing = self.followers.knowing(self.committed) + 1
        return self.role != LEADER or self.is_majority(knowing)

    # Time

    def _be_patient(self) -> None:
        """Wait for a leader, as long as there is something to wait for."""
        if self.role == LEADER:
            return
        self.timer += 1
        if self._is_busy:
            patience_us = self.patience_us() << self.late
            self._set_timer(patience_us * (CALM if self._is_calm else 1))

    def _set_timer(self, delay_us: int) -> None:
        self.timer += 1
        self.context.set_timer(delay_us, self.timer)

    # Small things

    def _subject(self) -> int | None:
        """The snapshot that what this process says is about: the first that is not settled.

        If there is none, the one it heard of last.
        """
        pending = (entry.snapshot for entry in self.ledger.entries[self.settled :])
        return next((s for s in pending if s is not None), self.subject)

    def _send(self, process: int, body: Any) -> None:
        self.context.send_to(process, self._subject(), body)

    def _remark(self, kind: str, *values: int) -> None:
        self.context.remark(self._subject(), kind, (self.term, *values))
