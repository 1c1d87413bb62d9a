"""The protocols with one mistake each, which the tests' eyes must be sharp enough to see."""

from __future__ import annotations

from snapviz.protocols.agreement.ballots import NO_BALLOT, Ballot, Proposal
from snapviz.protocols.agreement.paxos import Paxos
from snapviz.protocols.agreement.raft import Raft
from snapviz.protocols.agreement.two_phase import TwoPhase


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


class CommitsForSome(TwoPhase):
    """A coordinator for whom one yes besides its own is enough."""

    def _commit_if_all_agree(self, snapshot: int) -> None:
        if len(self.rounds[snapshot].yes) > 1:
            self._decide(snapshot, "committed", self.rounds[snapshot].yes)


class CommitsWhenBack(TwoPhase):
    """A coordinator that comes back without a decision, and takes it that all said yes."""

    def _coordinate_on(self, snapshot: int) -> None:
        if self._decision(snapshot) is None and self.context.read_stable(f"begun {snapshot}"):
            self._decide(snapshot, "committed", set())
        else:
            super()._coordinate_on(snapshot)


class TiredOfWaiting(TwoPhase):
    """A participant that has said yes, hears nothing, and aborts by itself."""

    def on_timer(self, data) -> None:
        for snapshot in list(self.in_doubt):
            self._told(snapshot, 0, "aborted", False)
        super().on_timer(data)


class AbortsWhenBack(TwoPhase):
    """A participant that comes back in doubt, and aborts by itself."""

    def on_restart(self) -> None:
        super().on_restart()
        for snapshot in list(self.in_doubt):
            self._told(snapshot, 0, "aborted", False)


class ChangesItsMind(TwoPhase):
    """A coordinator that has aborted, and goes on counting the votes that come late."""

    def on_propose(self, snapshot: int, digest: str) -> None:
        super().on_propose(snapshot, digest)
        self.late = {self.context.process}

    def _hear_vote(self, snapshot: int, process: int, agrees: bool) -> None:
        if self._decision(snapshot) == "aborted" and agrees:
            self.late.add(process)
            if len(self.late) == len(self.context.processes):
                self._log(snapshot, "committed")
        super()._hear_vote(snapshot, process, agrees)


class AgreesAnyway(TwoPhase):
    """A participant that says yes whatever has become of what it recorded, and knows better."""

    def _asked(self, snapshot: int, coordinator: int) -> None:
        if not self.context.still_stands(snapshot) and not self._decision(snapshot):
            self._log(snapshot, "aborted")
            self.context.write_stable(f"voted {snapshot}", True)
        super()._asked(snapshot, coordinator)


TWO_PHASE = (
    CommitsForSome,
    CommitsWhenBack,
    TiredOfWaiting,
    AbortsWhenBack,
    ChangesItsMind,
    AgreesAnyway,
)
PAXOS = (BreaksItsPromise, ProposesItsOwn, ForgetsInACrash, ContentWithFew)
RAFT = (VotesTwice, VotesForAnybody, ForgetsItsVote, CommitsByFew, TrustsTheMessage)
