"""Paxos, the acceptor: it promises, and accepts nothing below its promise."""

from __future__ import annotations

from snapviz.protocols.agreement.ballots import Ballot
from snapviz.protocols.agreement.instances import ACCEPTED, PROMISE, REFUSED
from snapviz.protocols.agreement.learner import Learner


class Acceptor(Learner):
    """One process, as it is asked; where it knows the decision, that is its answer."""

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
