"""Raft, the election: one leader a term at most, whose log is no less up to date than a majority's."""

from __future__ import annotations

from snapviz.protocols.agreement.followers import Followers
from snapviz.protocols.agreement.replication import Replication
from snapviz.protocols.agreement.terms import CANDIDATE, FOLLOWER, LEADER, VOTE, VOTED

MOST_DOUBLINGS = 6
"""How often patience is doubled at most: once for each election whose votes came too late."""


class Elections(Replication):
    """One process, as it stands, votes, and begins to lead or ceases to."""

    def _stand(self) -> None:
        self.term, self.vote = self.term + 1, self.context.process
        self.role, self.leader = CANDIDATE, None
        self.since_us = self.context.now_us
        self.votes = {self.context.process}
        if self.was_hasty:
            self.late, self.was_hasty = min(self.late + 1, MOST_DOUBLINGS), False
        self._write()
        self._remark(CANDIDATE)
        self.send_all(self._subject(), (VOTE, self.term, self.ledger.standing))
        self._be_patient()
        self._count_votes()

    def _asked_for_vote(self, sender: int, term: int, standing: tuple[int, int]) -> None:
        is_free = self.vote is None or self.vote == sender
        grants = term == self.term and is_free and tuple(standing) >= self.ledger.standing
        if grants and self.vote is None:
            self.vote = sender
            self._write()
            self._remark("vote", sender)
        if grants:
            self._be_patient()
        self._send(sender, (VOTED, self.term, grants))

    def _voted(self, sender: int, term: int, granted: bool) -> None:
        if self.role != CANDIDATE:
            return
        if term < self.term:
            self.was_hasty = True
        elif granted:
            self.votes.add(sender)
            self._count_votes()

    def _count_votes(self) -> None:
        if self.is_majority(len(self.votes)):
            self._lead()

    def _lead(self) -> None:
        self.role, self.leader = LEADER, self.context.process
        self.since_us = self.context.now_us
        self.followers = Followers(self.context.others, self.ledger.last)
        self._remark(LEADER)
        self._append(self.wanted)

    def _heard_of(self, term: int) -> None:
        """A higher term makes a follower of everyone."""
        if term <= self.term:
            return
        was_leader, self.role = self.role == LEADER, FOLLOWER
        self.term, self.vote, self.leader = term, None, None
        self._write()
        if was_leader:
            self.since_us = self.context.now_us
            self._remark(FOLLOWER)
            self._be_patient()
