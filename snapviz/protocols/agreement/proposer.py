"""Paxos, the proposer: first it asks for promises, then to accept."""

from __future__ import annotations

from snapviz.protocols.agreement.ballots import NO_BALLOT, Ballot, Proposal
from snapviz.protocols.agreement.instances import ACCEPT, MOST_SILENT, PREPARE, REFUSED
from snapviz.protocols.agreement.learner import Learner


class Proposer(Learner):
    """One process, as it proposes; it learns first of all that its value was chosen."""

    # First phase

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

    # Second phase

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

    # Nobody answers

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
