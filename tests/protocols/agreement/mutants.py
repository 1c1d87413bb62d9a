"""The protocols with one mistake each, which the tests' eyes must be sharp enough to see."""

from __future__ import annotations

from snapviz.protocols.agreement.ballots import NO_BALLOT, Ballot, Proposal
from snapviz.protocols.agreement.paxos import Paxos
from snapviz.protocols.agreement.raft import Raft


class BreaksItsPromise(Paxos):
    """An acceptor that accepts whatever it is asked to."""

    def _asked_to_accept(self, snapshot: int, sender: int, ballot: Ballot, value: str) -> None:
        self._instance(snapshot).promised = ballot
        super()._asked_to_accept(snapshot, sender, ballot, value)


class ProposesItsOwn(Paxos):
    """A proposer that does not care what others have accepted."""

    def _accept(self, snapshot: int, proposal: Proposal) -> None:
        wish = self._instance(snapshot).wish
        if wish is not None:
            proposal.promises = {p: (NO_BALLOT, wish) for p in proposal.promises}
        super()._accept(snapshot, proposal)


class ForgetsInACrash(Paxos):
    """An acceptor that comes back as if it were new."""

    def on_restart(self) -> None:
        self.instances = {}


class ContentWithFew(Paxos):
    """A proposer for whom itself is enough."""

    def is_majority(self, count: int) -> bool:
        return 2 * count >= len(self.context.processes) - 1


class VotesTwice(Raft):
    """A voter that does not mind having voted."""

    def _asked_for_vote(self, sender: int, term: int, standing: tuple[int, int]) -> None:
        if self.role == "follower":
            self.vote = None
        super()._asked_for_vote(sender, term, standing)


class VotesForAnybody(Raft):
    """A voter that does not ask how far the candidate's log has come."""

    def _asked_for_vote(self, sender: int, term: int, standing: tuple[int, int]) -> None:
        super()._asked_for_vote(sender, term, (term, 1_000_000))


class ForgetsItsVote(Raft):
    """A voter that comes back as if it had not voted."""

    def on_restart(self) -> None:
        super().on_restart()
        self.vote = None


class CommitsByFew(Raft):
    """A leader for whom itself is enough."""

    def _advance(self) -> None:
        self._commit(self.ledger.last)
        super()._advance()


class TrustsTheMessage(Raft):
    """A follower that takes entries without looking at what stands before them."""

    def _asked_to_append(self, sender, term, before, entries, told) -> None:
        place = min(before[0], self.ledger.last)
        before = place, self.ledger.term_at(place)
        super()._asked_to_append(sender, term, before, entries, told)


PAXOS = (BreaksItsPromise, ProposesItsOwn, ForgetsInACrash, ContentWithFew)
RAFT = (VotesTwice, VotesForAnybody, ForgetsItsVote, CommitsByFew, TrustsTheMessage)
