"""Raft, the replication: a leader makes all logs equal to its own, and counts who holds what."""

from __future__ import annotations

from snapviz.protocols.agreement.followers import Told
from snapviz.protocols.agreement.ledger import Entry
from snapviz.protocols.agreement.peers import outcome_of
from snapviz.protocols.agreement.terms import APPEND, APPENDED, CALM, FOLLOWER, LEADER, Terms


class Replication(Terms):
    """One process, as it leads and as it follows."""

    # The leader's side

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

    # A follower's side

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
