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

from snapviz.engine.hooks import Awaited
from snapviz.protocols.agreement.acceptor import Acceptor
from snapviz.protocols.agreement.instances import (
    ACCEPT,
    ACCEPTED,
    DECIDED,
    PREPARE,
    PROMISE,
    REFUSED,
)
from snapviz.protocols.agreement.peers import ABANDONED
from snapviz.protocols.agreement.proposer import Proposer

ACCEPTANCE, DECISION = "acceptance", "decision"
"""What a proposer waits for in its second phase, and who has accepted."""


class Paxos(Proposer, Acceptor):
    """One process: proposer, acceptor and learner of every instance."""

    NAME = "paxos"
    TITLE = "Paxos"

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

    # What happens

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

    # What it waits for

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
