"""The steps of a decision as sentences, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from snapviz.engine.trace import COMMITTED, SnapshotRow
from snapviz.run import Run
from snapviz.study.decision_story import (
    ASKS,
    CRASHES,
    DECIDES,
    ENDS,
    HEALED,
    IS_BACK,
    LEARNS,
    PARTED,
    PAXOS,
    RAFT,
)
from snapviz.study.keeping_steps import (
    ALL_GATHERED,
    BEGINS,
    CAPTURED,
    COPIED,
    GATHERED,
    KEPT,
    Step,
)
from snapviz.study.parted_waits import WAITS
from snapviz.study.words import Words, words

DIGITS = 4  # of a digest, which are enough to tell it from others


def ballot_text(ballot: tuple[int, int]) -> str:
    """``3.1``: the round, and the number of the process that proposes in it, from 1."""
    return f"{ballot[0]}.{ballot[1] + 1}"


def digest_text(digest: str) -> str:
    """``33a5…``, or a dash for that of a snapshot which has failed."""
    return f"{digest.rpartition(':')[2][:DIGITS]}…" if digest else "–"


def step_words(run: Run, number: int, step: Step) -> Words:
    """A step of the story of a snapshot as a sentence."""
    return _Teller(run, run.trace.snapshots[number]).tell(step)


class _Teller:
    def __init__(self, run: Run, row: SnapshotRow):
        self._ids, self._row, self._id = run.trace.process_ids, row, row.id

    def tell(self, step: Step) -> Words:
        tellers: dict[str, Callable[[Step, str], Words]] = {
            DECIDES: self._decides,
            LEARNS: self._learns,
            "vote": self._vote,
            "promise": self._promise,
            "accept": self._accept,
            **dict.fromkeys((BEGINS, CAPTURED, GATHERED, ALL_GATHERED), self._capture),
            **dict.fromkeys((COPIED, KEPT), self._kept),
            WAITS: self._waits,
            **dict.fromkeys((CRASHES, IS_BACK, PARTED, HEALED, ENDS), self._fault),
        }
        name = self._ids[step.process] if step.process >= 0 else ""
        if step.what in tellers:
            return tellers[step.what](step, name)
        return self._raft(step, name) if self._row.commit == RAFT else self._said(step, name)

    def _names(self, processes: Iterable[int]) -> str:
        return ", ".join(self._ids[process] for process in processes)

    def _value(self, digest: str) -> str:
        return f"({self._id}, {digest_text(digest)})"

    def _capture(self, step: Step, name: str) -> Words:
        if step.what == BEGINS:
            if not name:
                return words("%1 begins: every process records by its own clock", self._id)
            return words("%1 begins %2", name, self._id)
        if step.what == CAPTURED:
            return words("Every process has recorded: %1 is complete", self._id)
        if step.what == GATHERED:
            return words("%1 has the part of %2", name, self._ids[step.values[0]])
        return words(
            "%1 has all parts of %2; their digest is %3",
            name, self._id, digest_text(step.values[0]),
        ) if step.values[0] else words("%1 has all parts of %2", name, self._id)  # fmt: skip

    def _kept(self, step: Step, name: str) -> Words:
        if step.what == COPIED:
            return words("%1 stores a copy of the part of %2", name, self._ids[step.values[0]])
        if step.values[0] == 1:
            return words("Every part is on one other process")
        return words("Every part is on %1 other processes", step.values[0])

    def _said(self, step: Step, name: str) -> Words:
        """Of two-phase commit and Paxos."""
        if step.what == ASKS:
            return words("%1 asks all others to prepare", name)
        if step.what == "time-out":
            return words("%1 has waited long enough for votes", name)
        ballot = ballot_text(step.values[0])
        if step.what == "prepare":
            return words("%1 proposes with ballot %2 and asks all to promise", name, ballot)
        if step.what == "accepted":
            return words("%1 accepts %2 in ballot %3", name, self._value(step.values[1]), ballot)
        return words("%1 is refused: ballot %2 has been promised", name, ballot)

    def _vote(self, step: Step, name: str) -> Words:
        if self._row.commit == RAFT:
            other = self._ids[step.values[1]]
            return words("%1 votes for %2 in term %3", name, other, step.values[0])
        if step.values == ("yes",):
            return words(
                "%1 writes yes to its log and votes; it may no longer decide by itself", name
            )
        return words("%1 votes no: what it recorded does not stand any more", name)

    def _waits(self, step: Step, name: str) -> Words:
        """For somebody on the other side of a partition."""
        what, since_us, *senders = step.values
        texts = {
            "part": "%1 waits for a part from %2, on another side, since %3 ms",
            "vote": "%1 waits for a vote from %2, on another side, since %3 ms",
            "decision": "%1 waits for the decision from %2, on another side, since %3 ms",
        }
        return words(texts[what], name, self._names(senders), str(since_us / 1000))

    def _promise(self, step: Step, name: str) -> Words:
        ballot = ballot_text(step.values[0])
        if len(step.values) == 1:
            return words("%1 promises ballot %2 and will accept none below it", name, ballot)
        return words(
            "%1 promises ballot %2 and tells that it has accepted %3 in ballot %4",
            name,
            ballot,
            self._value(step.values[1]),
            ballot_text(step.values[2]),
        )

    def _accept(self, step: Step, name: str) -> Words:
        ballot, value = ballot_text(step.values[0]), self._value(step.values[1])
        if len(step.values) == 2:
            return words(
                "%1 has the promises of a majority and asks all to accept %2 in ballot %3",
                name, value, ballot,
            )  # fmt: skip
        return words(
            "%1 has the promises of a majority; it is bound to %2, accepted in ballot %4, and "
            "asks all to accept it in ballot %3",
            name, value, ballot, ballot_text(step.values[2]),
        )  # fmt: skip

    def _raft(self, step: Step, name: str) -> Words:
        term = step.values[0]
        if step.what == "candidate":
            return words("%1 stands for election in term %2 and votes for itself", name, term)
        if step.what == "leader":
            return words("%1 has the votes of a majority: it leads in term %2", name, term)
        if step.what == "appended":
            return words("%1 has the log of the leader up to place %2", name, step.values[1])
        return words("%1 hears of term %2 and leads no longer", name, term)

    def _decides(self, step: Step, name: str) -> Words:
        outcome, why = step.values[0], step.values[1]
        if outcome == COMMITTED:
            return self._commits(name, why)
        if why == "time-out":
            return words("%1 decides: as votes are missing, %2 is aborted", name, self._id)
        if why == "back":
            return words(
                "%1 is back without a decision on its log, so %2 is aborted", name, self._id
            )
        if why == "no":
            other = self._ids[step.values[2]]
            return words("%1 decides: as %3 voted no, %2 is aborted", name, self._id, other)
        return words("%1 decides: %2 is aborted", name, self._id)

    def _commits(self, name: str, digest: str) -> Words:
        if self._row.commit == PAXOS:
            return words(
                "%1 knows that a majority has accepted: %2 is chosen", name, self._value(digest)
            )
        if self._row.commit == RAFT:
            return words(
                "%1 knows that a majority has the entry: %2 is committed", name, self._value(digest)
            )
        return words("%1 has the yes of all: %2 is committed", name, self._id)

    def _learns(self, step: Step, name: str) -> Words:
        if step.values[0] == COMMITTED:
            return words("%1 learns that %2 is committed", name, self._id)
        return words("%1 learns that %2 is aborted", name, self._id)

    def _fault(self, step: Step, name: str) -> Words:
        if step.what == CRASHES:
            if step.values:
                waiting = self._names(step.values)
                return words("%1 crashes; those who have voted cannot go on: %2", name, waiting)
            return words("%1 crashes", name)
        if step.what == IS_BACK and step.values:
            return words(
                "%1 is back, but its stable storage is gone: no vote and no promise of it is left",
                name,
            )
        if step.what == IS_BACK:
            return words("%1 is back, with what is on its stable storage", name)
        if step.what == PARTED:
            return words("The network parts: %1", sides_text(self._ids, step.values))
        if step.what == HEALED:
            return words("The network is whole again")
        if not step.values:
            return words("The run ends before anything is decided")
        return words("The run ends before these know of it: %1", self._names(step.values))


def sides_text(ids: tuple[str, ...], sides: tuple[int, ...]) -> str:
    """``P1 | P2, P3``: who is on which side of a partition."""
    groups: dict[int, list[str]] = {}
    for name, side in zip(ids, sides, strict=True):
        groups.setdefault(side, []).append(name)
    return " | ".join(", ".join(names) for names in groups.values())
