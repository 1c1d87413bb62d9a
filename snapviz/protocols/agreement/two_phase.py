"""Two-phase commit: all expose a snapshot, or none does, as its coordinator decides.

J. Gray, "Notes on data base operating systems", Operating Systems: An Advanced Course, LNCS 60, 1978;
P. A. Bernstein, V. Hadzilacos and N. Goodman, "Concurrency control and recovery in database systems",
1987, section 7.4.

Assumes that a path leads from the coordinator, which is the snapshot's initiator, to each process and
back; messages may be lost, repeated and overtake one another, and processes crash and come back. The
coordinator, holding every part, asks all others to prepare. Who still stands by what it recorded
writes its yes to its stable log and answers; who does not, because a recovery has undone it, says no
and has aborted. Yes of all commits, one no or a vote that does not come in time aborts. The decision
is on the coordinator's log before anybody hears of it. Promise: no two processes decide differently.

Who has voted yes may not decide by itself: while the coordinator is down it waits, and goes on asking
with its vote. A coordinator that comes back without a decision on its log aborts. Cost: 3(n-1)
messages where nothing goes wrong: a decision is acknowledged only by those who did not vote.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import AgreementProtocol, Awaited
from snapviz.engine.trace import ABORTED, COMMITTED
from snapviz.protocols.insistent import Insistent

PREPARE, VOTE, DECIDE, HEARD, TOO_LATE = "prepare", "vote", "decide", "heard", "too-late"
PATIENT_TRIES = 4
"""How many of the longest round trips the coordinator waits for votes."""


@dataclass
class Round:
    """What the coordinator knows of a snapshot it has asked about, until it decides."""

    since_us: int
    yes: set[int] = field(default_factory=set)


class TwoPhase(Insistent, AgreementProtocol):
    """One process. ``rounds``: as coordinator, ``in_doubt``: as participant, since when."""

    NAME = "two-phase"
    TITLE = "Two-phase commit"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.rounds: dict[int, Round] = {}
        self.in_doubt: dict[int, int] = {}

    # The coordinator

    def on_propose(self, snapshot: int, digest: str) -> None:
        if self._decision(snapshot) or self.context.read_stable(_begun(snapshot)):
            return
        self.context.write_stable(_begun(snapshot), digest)
        if not self.context.still_stands(snapshot):
            self._decide(snapshot, ABORTED, set())
            return
        self.rounds[snapshot] = Round(self.context.now_us, {self.context.process})
        for process in self.context.others:
            self.insist((PREPARE, snapshot, process), process, snapshot, (PREPARE, digest))
        self.context.set_timer(PATIENT_TRIES * self._longest_us(), (TOO_LATE, snapshot))
        self._commit_if_all_agree(snapshot)

    def on_abandoned(self, snapshot: int) -> None:
        if not self._decision(snapshot):
            self._decide(snapshot, ABORTED, set())

    def _longest_us(self) -> int:
        return max(map(self.patience_us, self.context.others), default=1)

    def _hear_vote(self, snapshot: int, process: int, agrees: bool) -> None:
        self.is_answered((PREPARE, snapshot, process))
        decision = self._decision(snapshot)
        if decision:
            self._tell(snapshot, process, decision)
        elif snapshot in self.rounds and agrees:
            self.rounds[snapshot].yes.add(process)
            self._commit_if_all_agree(snapshot)
        elif snapshot in self.rounds:
            self._decide(snapshot, ABORTED, {*self.rounds[snapshot].yes, process})

    def _commit_if_all_agree(self, snapshot: int) -> None:
        yes = self.rounds[snapshot].yes
        if len(yes) == len(self.context.processes):
            self._decide(snapshot, COMMITTED, yes)

    def _decide(self, snapshot: int, outcome: str, voted: set[int]) -> None:
        """Who has ``voted`` waits for the decision or has made it; the others must be told of it."""
        self.rounds.pop(snapshot, None)
        self._log(snapshot, outcome)
        for process in self.context.others:
            self.is_answered((PREPARE, snapshot, process))
            if process in voted:
                self._tell(snapshot, process, outcome)
            else:
                self._tell_until_heard(snapshot, process, outcome)

    def _tell(self, snapshot: int, process: int, outcome: str) -> None:
        self.context.send_to(process, snapshot, (DECIDE, outcome, False))

    def _tell_until_heard(self, snapshot: int, process: int, outcome: str) -> None:
        if self.context.read_stable(_heard(snapshot, process)) is None:
            self.insist((DECIDE, snapshot, process), process, snapshot, (DECIDE, outcome, True))

    # Everyone

    def _decision(self, snapshot: int) -> str | None:
        return self.context.read_stable(_decided(snapshot))

    def _log(self, snapshot: int, outcome: str) -> None:
        self.context.write_stable(_decided(snapshot), outcome)
        self.context.decided(snapshot, outcome)

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        kind, *rest = body
        if kind == PREPARE:
            self._asked(snapshot, sender)
        elif kind == VOTE:
            self._hear_vote(snapshot, sender, *rest)
        elif kind == DECIDE:
            self._told(snapshot, sender, *rest)
        else:
            self.context.write_stable(_heard(snapshot, sender), True)
            self.is_answered((DECIDE, snapshot, sender))

    def on_timer(self, data: Any) -> None:
        if data[0] != TOO_LATE:
            super().on_timer(data)
        elif data[1] in self.rounds:
            self.context.remark(data[1], "time-out", ())
            self._decide(data[1], ABORTED, set(self.rounds[data[1]].yes))

    # A participant

    def _asked(self, snapshot: int, coordinator: int) -> None:
        agrees = self._decision(snapshot) != ABORTED and self.context.still_stands(snapshot)
        if self.context.read_stable(_voted(snapshot)):
            self._vote(snapshot, coordinator)
            return
        self.context.remark(snapshot, "vote", ("yes" if agrees else "no",))
        if agrees:
            self.context.write_stable(_voted(snapshot), True)
            self._vote(snapshot, coordinator)
            return
        if not self._decision(snapshot):
            self._log(snapshot, ABORTED)
        self.context.send_to(coordinator, snapshot, (VOTE, False))

    def _vote(self, snapshot: int, coordinator: int) -> None:
        """Say yes, and go on saying it until the decision comes."""
        if self._decision(snapshot):
            self.context.send_to(coordinator, snapshot, (VOTE, True))
            return
        self.in_doubt.setdefault(snapshot, self.context.now_us)
        name = VOTE, snapshot
        if name not in self.unanswered:
            # The decision waits for the slowest of all.
            slowest = max(
                self.context.round_trip_us(p, coordinator) or 0 for p in self.context.others
            )
            self.insist(name, coordinator, snapshot, (VOTE, True), slowest)

    def _told(self, snapshot: int, coordinator: int, outcome: str, wants_answer: bool) -> None:
        self.is_answered((VOTE, snapshot))
        self.in_doubt.pop(snapshot, None)
        if not self._decision(snapshot):
            self._log(snapshot, outcome)
        if wants_answer:
            self.context.send_to(coordinator, snapshot, (HEARD,))

    # After a crash

    def on_restart(self) -> None:
        self.forget_unanswered()
        self.rounds, self.in_doubt = {}, {}
        for snapshot in self.context.kept_snapshots():
            if self.context.commit(snapshot) != self.NAME:
                continue
            coordinator = self.context.collector(snapshot)
            if coordinator == self.context.process:
                self._coordinate_on(snapshot)
            elif self.context.read_stable(_voted(snapshot)) and not self._decision(snapshot):
                self._vote(snapshot, coordinator)

    def _coordinate_on(self, snapshot: int) -> None:
        """Nobody may know of a decision to abort; to commit, all have voted, and ask."""
        decision = self._decision(snapshot)
        if decision == ABORTED:
            for process in self.context.others:
                self._tell_until_heard(snapshot, process, ABORTED)
        elif decision is None and self.context.read_stable(_begun(snapshot)):
            self._decide(snapshot, ABORTED, set())

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        if snapshot in self.rounds:
            asked = self.rounds[snapshot]
            for process in self.context.others:
                if process not in asked.yes:
                    yield Awaited(VOTE, None, asked.since_us, process)
        elif snapshot in self.in_doubt:
            coordinator = self.context.collector(snapshot)
            yield Awaited("decision", None, self.in_doubt[snapshot], coordinator)


def _begun(snapshot: int) -> str:
    return f"begun {snapshot}"


def _voted(snapshot: int) -> str:
    return f"voted {snapshot}"


def _decided(snapshot: int) -> str:
    return f"decided {snapshot}"


def _heard(snapshot: int, process: int) -> str:
    return f"heard {snapshot} {process}"
