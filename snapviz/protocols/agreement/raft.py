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

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited
from snapviz.protocols.agreement.followers import Followers, Told
from snapviz.protocols.agreement.ledger import Entry, Ledger
from snapviz.protocols.agreement.peers import ABANDONED, Peers, outcome_of

REQUEST, VOTE, VOTED, APPEND, APPENDED = "request", "vote", "voted", "append", "appended"
FOLLOWER, CANDIDATE, LEADER = "follower", "candidate", "leader"

STATE = "state"
CALM = 4
"""How many times longer heartbeats and patience are where everything is committed."""
MOST_DOUBLINGS = 6
"""How often patience is doubled at most: once for each election whose votes came too late."""


class Raft(Peers):
    """One process.

    On stable storage: ``term`` and in it ``vote``; ``ledger``, of which the first ``committed``
    entries are decided, and the first ``settled`` held by all; ``wanted``: what this process has
    gathered, by snapshot. ``followers``: as a leader sees them.
    """

    NAME = "raft"
    TITLE = "Raft"

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

    # Election

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

    # Replication, the leader's side

    def _append(self, wanted: dict[int, str]) -> None:
        for snapshot, digest in wanted.items():
            if not self.ledger.holds(snapshot):
                self.ledger.entries.append(Entry(self.term, snapshot, digest))
        is_unsure = self.settled < self.ledger.last
        if is_unsure and self.ledger.term_at(self.ledger.last) != self.term:
            self.ledger.entries.append(Entry(self.term, None))
        self._write()
        self._beat()
        self._advance()

    def _beat(self) -> None:
        """Send to all what they lack, and what is committed."""
        for process in self.context.others:
            self._send_entries(process)
        self._set_timer(self.round_us() * (CALM if self._is_calm else 1))

    def _send_entries(self, process: int) -> None:
        place = self.followers.next[process] - 1
        told = self.committed, self.settled
        before = place, self.ledger.term_at(place)
        self._send(process, (APPEND, self.term, before, self.ledger.after(place), told))

    def _appended(self, sender: int, term: int, place: int, told: Told | None) -> None:
        """``told`` None: the sender's log does not agree, and its last place is ``place``."""
        if self.role != LEADER or term != self.term:
            return
        if told is None:
            self.followers.differed(sender, place)
            self._send_entries(sender)
        else:
            self.followers.agreed(sender, place, told)
            self._advance()

    def _advance(self) -> None:
        """See how far a majority has come, and how far all have."""
        by_majority, by_all = self.followers.reached(self.ledger.last)
        if self.ledger.term_at(by_majority) == self.term:
            self._commit(by_majority)
        if self._settle(min(by_all, self.committed)):
            self._beat()

    def _settle(self, place: int) -> bool:
        """All are known to hold the log up to a place; whether that is news."""
        is_news = place > self.settled
        if is_news:
            self.settled = place
            self._write()
        return is_news

    # Replication, a follower's side

    def _asked_to_append(
        self, sender: int, term: int, before: tuple[int, int], entries: tuple, told: Told
    ) -> None:
        if term < self.term:
            self._send(sender, (APPENDED, self.term, 0, None))
            return
        self.role, self.leader = FOLLOWER, sender
        if not self.ledger.agrees(*before):
            answer = self.ledger.last, None
        else:
            answer = self._take_over(before[0], entries, told)
        self._ask(sender)
        self._be_patient()
        self._send(sender, (APPENDED, self.term, *answer))

    def _take_over(self, place: int, entries: tuple, told: Told) -> tuple[int, Told]:
        """Returns how far the log now equals the leader's, and what is known of it."""
        reached = place + len(entries)
        if self.ledger.take_over(place, entries):
            self._write()
            self.since_us = self.context.now_us
            self._remark(APPENDED, self.ledger.last)
        self._commit(min(told[0], reached))
        self._settle(min(told[1], reached))
        return reached, (self.committed, self.settled)

    def _commit(self, place: int) -> None:
        first, self.committed = self.committed, max(self.committed, place)
        decided = [e for e in self.ledger.entries[first : self.committed] if e.snapshot is not None]
        for entry in decided:
            self.wanted.pop(entry.snapshot, None)
        if self.committed > first:
            self._write()
        for entry in decided:
            self.context.decided(entry.snapshot, outcome_of(entry.digest))

    # Time

    def on_timer(self, data: Any) -> None:
        if data != self.timer:
            return
        if self.role != LEADER:
            self._stand()
        elif not self.followers.know_all(self.ledger.last):
            self._beat()

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

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        if self._has_decided(snapshot):
            return
        if self.role == LEADER and self.ledger.holds(snapshot):
            what, answered = (
                "acknowledgement",
                self.followers.holding(self.ledger.place_of(snapshot)),
            )
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
