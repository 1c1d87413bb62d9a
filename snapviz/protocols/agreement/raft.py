"""Raft: a leader puts the snapshots that count into one log, and a majority holds it.

D. Ongaro and J. Ousterhout, "In search of an understandable consensus algorithm", USENIX ATC 2014,
section 5 (5.2 election, 5.3 replication, 5.4 safety).

Assumes nothing of order, delay or loss; processes may crash and come back, stable storage may not
be lost. One log serves all snapshots of a run. Who gathered a snapshot asks the leader to append
it; where there is none, it stands for election itself.

Invariants. Election safety: one leader a term at most, for a vote is given once a term and written
down first. Leader append-only. Log matching: entries of one place and term are equal, and so is all
before them. Leader completeness: what is committed stands in the log of every later leader, for a
vote goes to nobody whose log is less up to date. State machine safety: no two processes decide
differently on a place. A leader counts only entries of its own term, and appends an empty one where
it has none; a majority is one of all processes, up or down.

Chosen: when a leader knows that a majority holds the entry. Unlike the paper's, processes rest: a
leader once all hold its whole log and know so, a follower once it knows that all hold it. ``settled``
in every AppendEntries says how far they do. Also on stable storage here: how far the log is
committed and settled, and what a process has asked for. While only absent followers are missing,
heartbeats and patience are longer.

Cost without faults: 2(n - 1) to elect a leader, once; 2(n - 1) an entry until it is committed;
2(n - 1) to tell all so, together for the entries under way; 1 if the leader has to be asked. Over
paths of one channel.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.hooks import Awaited
from snapviz.protocols.agreement.elections import Elections
from snapviz.protocols.agreement.peers import ABANDONED
from snapviz.protocols.agreement.terms import APPEND, CANDIDATE, LEADER, REQUEST, VOTE, VOTED


class Raft(Elections):
    """One process: it asks, stands, votes, leads and follows."""

    NAME = "raft"
    TITLE = "Raft"

    # What starts it

    def on_propose(self, snapshot: int, digest: str) -> None:
        self._want(snapshot, self.standing(snapshot, digest))

    def on_abandoned(self, snapshot: int) -> None:
        self._want(snapshot, ABANDONED)

    def _want(self, snapshot: int, digest: str) -> None:
        if snapshot in self.wanted or self._has_decided(snapshot):
            return
        was_resting = not self._is_busy
        self.wanted[snapshot], self.subject = digest, snapshot
        self.since_us = self.context.now_us
        self._write()
        if self.role == LEADER:
            self._append({snapshot: digest})
        elif self.leader is not None:
            self._ask(self.leader)
            self._be_patient()
        elif was_resting and self.vote is None:
            self._stand()
        elif was_resting:
            self._be_patient()

    # What happens

    def on_timer(self, data: Any) -> None:
        if data != self.timer:
            return
        if self.role != LEADER:
            self._stand()
        elif not self.followers.know_all(self.ledger.last):
            self._beat()

    def on_routed(self, snapshot: int | None, sender: int, body: Any) -> None:
        kind, *rest = body
        if snapshot is not None:
            self.subject = snapshot
        if kind == REQUEST:
            if self.role == LEADER and not self.ledger.holds(snapshot):
                self._append({snapshot: rest[0]})
            return
        self._heard_of(rest[0])
        if kind == VOTE:
            self._asked_for_vote(sender, *rest)
        elif kind == VOTED:
            self._voted(sender, *rest)
        elif kind == APPEND:
            self._asked_to_append(sender, *rest)
        else:
            self._appended(sender, *rest)

    # What it waits for

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        if self._has_decided(snapshot):
            return
        if self.role == LEADER and self.ledger.holds(snapshot):
            place = self.ledger.place_of(snapshot)
            what, answered = "acknowledgement", self.followers.holding(place)
        elif self.role == CANDIDATE and snapshot in self.wanted:
            what, answered = "vote", self.votes
        elif snapshot in self.wanted or self.ledger.holds(snapshot):
            yield Awaited("leader", None, self.since_us)
            return
        else:
            return
        for process in self.context.others:
            if process not in answered:
                yield Awaited(what, None, self.since_us, process)
