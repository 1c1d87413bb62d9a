"""Paxos: at most one value is ever chosen, whoever proposes, whatever is lost or late.

L. Lamport, "Paxos made simple", ACM SIGACT News 32(4), 2001, section 2 (2.2 choosing a value, 2.3
learning it, 2.4 progress).

Assumes nothing of order, delay or loss; processes may crash and come back, stable storage may not
be lost. Each snapshot is an instance of its own, and its value the digest of the complete snapshot,
or ABANDONED. Every process is acceptor and learner; proposer is who gathered the snapshot, and any
acceptor that has accepted a value and not heard for long what became of it. So nothing is proposed
but what the collector proposed.

Invariants. P1: an acceptor accepts a ballot only if it has promised no higher one. P2c: a value is
proposed only if, in some majority, it is that of the highest ballot accepted, or none was accepted.
So all ballots above one that was chosen propose its value. A majority is one of all processes, up
or down. Ballots are (round, proposer), which no two proposers share.

Chosen: when the proposer knows that a majority accepted. It waits for the others as long as for any
answer, then tells all, and who has accepted. An acceptor asks for itself, by proposing; who has not
accepted is told again, by all who know so, until it answers. Two proposers may outbid each other;
each waits a random time before its next ballot, twice as long each time.

Cost without faults: n - 1 each of prepare, promise, accept, accepted and decided, 5(n - 1), over
paths of one channel; two message delays each phase, one to tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited
from snapviz.protocols.agreement.ballots import NO_BALLOT, Ballot, Instance, Proposal
from snapviz.protocols.agreement.peers import ABANDONED, Peers, outcome_of

PREPARE, PROMISE, ACCEPT, ACCEPTED = "prepare", "promise", "accept", "accepted"
REFUSED, DECIDED, HOLDS = "refused", "decided", "holds"
ACCEPTANCE, DECISION = "acceptance", "decision"

INSTANCES = "instances"
MOST_OUTBID, MOST_SILENT = 6, 3
"""How often a wait is doubled: before it proposes again, and where nobody answers."""


class Paxos(Peers):
    """One process: proposer, acceptor and learner of every instance."""

    NAME = "paxos"
    TITLE = "Paxos"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.instances: dict[int, Instance] = {}

    # What starts it

    def on_propose(self, snapshot: int, digest: str) -> None:
        self._wish(snapshot, self.standing(snapshot, digest))

    def on_abandoned(self, snapshot: int) -> None:
        self._wish(snapshot, ABANDONED)

    def _wish(self, snapshot: int, value: str) -> None:
        instance = self._instance(snapshot)
        if instance.decided is not None or instance.proposal is not None:
            return
        if instance.wish is None:
            instance.wish = value
        self._prepare(snapshot)

    # Proposer, first phase

    def _prepare(self, snapshot: int) -> None:
        instance = self._instance(snapshot)
        instance.round = max(instance.round, instance.promised[0]) + 1
        ballot = (instance.round, self.context.process)
        instance.proposal, instance.silent = Proposal(ballot), 0
        instance.since_us = self.context.now_us
        instance.promised = ballot
        self._write()
        self._remark(snapshot, PREPARE, ballot)
        self.send_all(snapshot, (PREPARE, ballot))
        self._set_timer(snapshot, self.round_us() << instance.silent)
        self._promised(snapshot, self.context.process, ballot, *instance.accepted)

    def _promised(
        self, snapshot: int, sender: int, ballot: Ballot, accepted: Ballot, value: str
    ) -> None:
        proposal = self._instance(snapshot).proposal
        if proposal is None or proposal.ballot != ballot or proposal.value is not None:
            return
        proposal.promises[sender] = accepted, value
        if self.is_majority(len(proposal.promises)):
            self._accept(snapshot, proposal)

    # Proposer, second phase

    def _accept(self, snapshot: int, proposal: Proposal) -> None:
        instance = self._instance(snapshot)
        highest, value = max(proposal.promises.values())
        instance.since_us = self.context.now_us
        proposal.value = instance.wish if highest == NO_BALLOT else value
        instance.accepted = proposal.ballot, proposal.value
        self._write()
        self._remark(snapshot, ACCEPT, proposal.ballot, proposal.value)
        self.send_all(snapshot, (ACCEPT, proposal.ballot, proposal.value))
        self._set_timer(snapshot, self.round_us() << instance.silent)
        self._accepted(snapshot, self.context.process, proposal.ballot)

    def _accepted(self, snapshot: int, sender: int, ballot: Ballot) -> None:
        instance = self._instance(snapshot)
        proposal = instance.proposal
        if proposal is None or proposal.ballot != ballot:
            return
        proposal.accepted.add(sender)
        if instance.decided is None and self.is_majority(len(proposal.accepted)):
            self._decide(snapshot, proposal.value)
        if instance.decided is not None:
            self._hold(snapshot, proposal.accepted)
            if len(proposal.accepted) == len(self.context.processes):
                self._tell_all(snapshot)

    def _refused(self, snapshot: int, ballot: Ballot, promised: Ballot) -> None:
        instance = self._instance(snapshot)
        instance.round = max(instance.round, promised[0])
        proposal = instance.proposal
        if proposal is None or proposal.ballot != ballot or instance.decided is not None:
            return
        self._remark(snapshot, REFUSED, promised)
        self._give_way(snapshot)

    # Acceptor

    def _asked_to_promise(self, snapshot: int, sender: int, ballot: Ballot) -> None:
        instance = self._instance(snapshot)
        if self._has_answered(snapshot, sender, ballot):
            return
        if ballot > instance.promised:
            instance.promised = ballot
            self._write()
            self._remark(snapshot, PROMISE, ballot)
            self._give_way(snapshot)
        self.context.send_to(sender, snapshot, (PROMISE, ballot, *instance.accepted))

    def _asked_to_accept(self, snapshot: int, sender: int, ballot: Ballot, value: str) -> None:
        instance = self._instance(snapshot)
        if self._has_answered(snapshot, sender, ballot):
            return
        if ballot != instance.accepted[0]:
            instance.promised, instance.accepted = ballot, (ballot, value)
            self._write()
            instance.since_us = self.context.now_us
            self._remark(snapshot, ACCEPTED, ballot, value)
            self._give_way(snapshot)
        self.context.send_to(sender, snapshot, (ACCEPTED, ballot))

    def _has_answered(self, snapshot: int, sender: int, ballot: Ballot) -> bool:
        """Whether there was nothing to ask any more, or the ballot is too low."""
        instance = self._instance(snapshot)
        if instance.decided is not None:
            self._tell(snapshot, [sender])
        elif ballot < instance.promised:
            self.context.send_to(sender, snapshot, (REFUSED, ballot, instance.promised))
        else:
            return False
        return True

    # Learner

    def _decide(self, snapshot: int, value: str) -> None:
        instance = self._instance(snapshot)
        instance.decided, instance.silent = value, 0
        instance.holders |= {self.context.process}
        self._write()
        self.context.decided(snapshot, outcome_of(value))

    def _told(self, snapshot: int, sender: int, value: str, holders: tuple[int, ...]) -> None:
        instance = self._instance(snapshot)
        is_news = instance.decided is None
        if is_news:
            instance.proposal = None
            self._decide(snapshot, value)
        self._hold(snapshot, {sender, *holders})
        if is_news and not self._is_held_by_all(instance):
            self._set_timer(snapshot, self.patience_us() << instance.silent)
        if self.context.process not in holders:
            self.context.send_to(sender, snapshot, (HOLDS,))

    def _hold(self, snapshot: int, holders: Iterable[int]) -> None:
        instance = self._instance(snapshot)
        if not instance.holders.issuperset(holders):
            instance.holders |= frozenset(holders)
            self._write()

    def _tell_all(self, snapshot: int) -> None:
        """Once all have answered, or as many as do: what they accepted is decided."""
        self._instance(snapshot).proposal = None
        self._tell(snapshot, self.context.others)

    def _tell(self, snapshot: int, processes: Iterable[int]) -> None:
        instance = self._instance(snapshot)
        body = (DECIDED, instance.decided, tuple(sorted(instance.holders)))
        for process in processes:
            self.context.send_to(process, snapshot, body)

    # Time

    def on_timer(self, data: Any) -> None:
        snapshot, number = data
        instance = self._instance(snapshot)
        if number != instance.timer:
            return
        if instance.decided is not None:
            self._tell_again(snapshot)
        elif instance.proposal is not None:
            self._ask_again(snapshot)
        else:
            self._prepare(snapshot)

    def _tell_again(self, snapshot: int) -> None:
        instance = self._instance(snapshot)
        if instance.proposal is not None:
            self._tell_all(snapshot)
        else:
            self._tell(snapshot, [p for p in self.context.others if p not in instance.holders])
        if not self._is_held_by_all(instance):
            instance.silent = min(instance.silent + 1, MOST_SILENT)
            self._set_timer(snapshot, self.patience_us() << instance.silent)

    def _ask_again(self, snapshot: int) -> None:
        instance = self._instance(snapshot)
        proposal = instance.proposal
        if proposal.value is None:
            body, answered = (PREPARE, proposal.ballot), proposal.promises.keys()
        else:
            body = (ACCEPT, proposal.ballot, proposal.value)
            answered = proposal.accepted
        for process in self.context.others:
            if process not in answered:
                self.context.send_to(process, snapshot, body)
        instance.silent = min(instance.silent + 1, MOST_SILENT)
        self._set_timer(snapshot, self.round_us() << instance.silent)

    def _give_way(self, snapshot: int) -> None:
        """Another proposes: leave it to that one for a while."""
        instance = self._instance(snapshot)
        if instance.proposal is not None:
            instance.proposal = None
            instance.outbid = min(instance.outbid + 1, MOST_OUTBID)
        self._be_patient(snapshot)

    def _be_patient(self, snapshot: int) -> None:
        """Propose after a while, if there is something that this process may propose."""
        instance = self._instance(snapshot)
        if instance.wish is not None or instance.has_accepted:
            self._set_timer(snapshot, self.patience_us() << instance.outbid)

    def _set_timer(self, snapshot: int, delay_us: int) -> None:
        instance = self._instance(snapshot)
        instance.timer += 1
        self.context.set_timer(delay_us, (snapshot, instance.timer))

    # Small things

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        kind, *rest = body
        if kind == PREPARE:
            self._asked_to_promise(snapshot, sender, *rest)
        elif kind == PROMISE:
            self._promised(snapshot, sender, *rest)
        elif kind == ACCEPT:
            self._asked_to_accept(snapshot, sender, *rest)
        elif kind == ACCEPTED:
            self._accepted(snapshot, sender, *rest)
        elif kind == REFUSED:
            self._refused(snapshot, *rest)
        elif kind == DECIDED:
            self._told(snapshot, sender, *rest)
        else:
            self._hold(snapshot, {sender})

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        instance = self.instances.get(snapshot)
        if instance is None or instance.decided is not None:
            return
        proposal = instance.proposal
        if proposal is None:
            if instance.has_accepted:
                yield Awaited(DECISION, None, instance.since_us)
            return
        answered = proposal.promises if proposal.value is None else proposal.accepted
        for process in self.context.others:
            if process not in answered:
                what = PROMISE if proposal.value is None else ACCEPTANCE
                yield Awaited(what, None, instance.since_us, process)

    def on_restart(self) -> None:
        saved = self.context.read_stable(INSTANCES) or {}
        self.instances = {
            snapshot: Instance(*rest, frozenset(holders))
            for snapshot, (*rest, holders) in saved.items()
        }
        for snapshot, instance in self.instances.items():
            if instance.decided is None:
                self._be_patient(snapshot)
            elif not self._is_held_by_all(instance):
                self._set_timer(snapshot, self.patience_us() << instance.silent)

    def _write(self) -> None:
        saved = {snapshot: instance.saved for snapshot, instance in self.instances.items()}
        self.context.write_stable(INSTANCES, saved)

    def _instance(self, snapshot: int) -> Instance:
        return self.instances.setdefault(snapshot, Instance())

    def _is_held_by_all(self, instance: Instance) -> bool:
        return len(instance.holders) == len(self.context.processes)

    def _remark(self, snapshot: int, kind: str, ballot: Ballot, value: str | None = None) -> None:
        values = ballot if value is None else (*ballot, value)
        self.context.remark(snapshot, kind, values)
