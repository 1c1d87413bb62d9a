"""Koo–Toueg: who asks whom for a checkpoint, what is answered and decided, and what waits meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from snapviz.engine.stable import CheckpointRow
from snapviz.engine.trace import Routed, RowKind
from snapviz.lessons.narration.checkpointing import Checkpoints
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.round_checkpoints import ASK, RoundCheckpoints
from snapviz.lessons.narration.routed import FIRST, LAST, Sent
from snapviz.run import Run
from snapviz.study.words import Words, words

NAME = "koo-toueg"
ANSWER, DECIDE, INQUIRE = "answer", "decide", "inquire"
NEEDLESS, REFUSED = "needless", "refused"
_ANSWERS = {
    "took": words("it answers that it takes part"),
    NEEDLESS: words("it answers that none is needed"),
    REFUSED: words("it refuses"),
}
_TOLD = {
    "took": "%1 hears from %2 that it takes part",
    NEEDLESS: "%1 hears from %2 that none is needed there",
    REFUSED: "%1 hears that %2 refuses",
}


class Rounds(RoundCheckpoints):
    """``_settled``: the checkpoints of which it is told already what became of them.

    ``_of``: by process and round, the number of its checkpoint. ``_asker``: who asked it for that.
    """

    def __init__(self, run: Run):
        super().__init__(run, (NAME,))
        self._settled: set[int] = set()
        self._of: dict[tuple[int, Any], int] = {}
        self._asker: dict[tuple[int, Any], int] = {}

    def steps(self) -> Iterator[Narrated]:
        yield from self._application()
        yield from Checkpoints(self.run).steps()
        yield from self._begun()
        yield from self.arrivals()
        for some in self.left():
            yield from self._late(some)
        yield from self._recovered()

    # Application messages

    def _application(self) -> Iterator[Narrated]:
        trace = self.trace
        for row in self.rows(RowKind.SEND, RowKind.RECEIVE):
            message = int(trace.row_ref[row])
            ends = self.ids[self.source(message)], self.ids[self.target(message)]
            values = *ends, self.payload(message), self.attached(message, NAME)
            if trace.row_kind[row] == RowKind.SEND:
                yield self.at(row, "send", words("%1 sends %3 to %2 as its message %4", *values))
            else:
                said = words("%2 receives %3 from %1, its message %4", *values)
                yield self.at(row, "receive", said)
        for held in trace.held_sends:
            if held.protocol == NAME:
                yield self._held(held)

    def _held(self, held) -> Narrated:
        target = self.ids[int(self.trace.channel_target[held.channel])]
        row = self.until(held.since_us, self.sent_in.get(held.message))
        said = words("%1 is to send something to %2: it waits for the end of the round",
                     self.ids[held.process], target)  # fmt: skip
        return Narrated(held.since_us, row, held.process, "hold", said)

    # The first phase

    def _begun(self) -> Iterator[Narrated]:
        for row, number, taken in self.coordinated:
            if self.asked_in(row) is not None:
                continue
            process, time_us = taken.process, taken.time_us
            sent = self.take(process, time_us, lambda one: one.body[0] == ASK)
            for one in sent:
                self._of[process, one.body[1]] = number
            local_us = self.local_us(process, row, time_us)
            cause = words("The clock of %1 reads %2 ms, it is its turn",
                          self.ids[process], self.ms(local_us))  # fmt: skip
            yield self.at(row, "begin", joined(cause, *self._takes(number, sent, row)))

    def _takes(self, number: int, sent: list[Sent], row: int) -> Iterator[Words]:
        index = self.trace.checkpoints[number].index
        yield words("it takes the tentative checkpoint %1", index)
        yield from self._says(sent)
        yield from self._settles(number, row)

    def _says(self, sent: list[Sent]) -> Iterator[Words]:
        for one in sent:
            kind, _, *rest = one.body
            other = self.ids[one.target]
            if kind == ASK:
                yield words("it asks %1 for one, of which it has received up to message %2",
                            other, rest[0])  # fmt: skip
            elif kind == ANSWER:
                yield _ANSWERS[rest[0]]
            elif kind == DECIDE:
                yield words("it tells %1", other)

    def _settles(self, number: int, row: int) -> Iterator[Words]:
        """What becomes of a checkpoint at a row: nothing, unless it is decided there."""
        taken = self.trace.checkpoints[number]
        is_discarded = taken.ended_row == row and taken.settled_row is None
        if taken.settled_row == row or is_discarded:
            self._settled.add(number)
            yield self._outcome(taken)

    def _outcome(self, taken: CheckpointRow) -> Words:
        if taken.settled_row is None:
            return words("checkpoint %1 is discarded", taken.index)
        return words("checkpoint %1 is permanent", taken.index)

    def arrived(self, row: int, payload: Routed) -> Narrated:
        kind = payload.body[0]
        tellers = {ASK: self._asked, ANSWER: self._answered, DECIDE: self._decided}
        return tellers.get(kind, self._inquired)(row, payload)

    def _asked(self, row: int, payload: Routed) -> Narrated:
        process, (_, round_id, last) = self.process_of(row), payload.body
        name, other = self.ids[process], self.ids[payload.origin]
        cause = words("%1 is asked by %2, which has received its messages up to %3",
                      name, other, last)  # fmt: skip
        number = self.taken_at(row + 1, process)
        if number is not None:
            self._of[process, round_id] = number
            self._asker[process, round_id] = payload.origin
            sent = self.take(process, self.time_of(row), self._is_part(round_id, payload.origin))
            effects = (words("it has sent some of them since its last checkpoint"),
                       *self._takes(number, sent, row + 1))  # fmt: skip
            step = self.at(row + 1, "asked", joined(cause, *effects))
            return step
        sent = self.take(process, self.time_of(row), _answers(round_id, payload.origin), FIRST)
        answer = sent[0].body[2] if sent else REFUSED
        why = self._why(row, process, answer)
        return self.at(row, answer, joined(cause, why, *self._says(sent)))

    def _is_part(self, round_id: Any, parent: int):
        def is_it(one: Sent) -> bool:
            is_asked = one.body[0] == ASK
            return one.body[1] == round_id and (is_asked or _answers(round_id, parent)(one))

        return is_it

    def _why(self, row: int, process: int, answer: str) -> Words:
        is_busy = self.tentative_at(row, process) is not None
        if answer == NEEDLESS:
            if is_busy:
                return words("it takes part already")
            return words("it has sent none of them since its last checkpoint")
        return words("it is in another round") if is_busy else words("this round is over for it")

    # The second phase

    def _answered(self, row: int, payload: Routed) -> Narrated:
        process, (_, round_id, answer) = self.process_of(row), payload.body
        cause = words(_TOLD[answer], self.ids[process], self.ids[payload.origin])
        settled = list(self._settled_by(row, round_id))
        asker = self._asker.get((process, round_id))
        # Who began the round answers nobody.
        is_last = bool(settled) or (asker is not None and not self.comes_again(row))
        ends = _decides(round_id) if settled else _answers(round_id, asker)
        sent = self.take(process, self.time_of(row), ends) if is_last else []
        effects = [*settled, *self._says(sent)]
        rule = "decides" if settled else "all-answers" if sent else "answered"
        return self.at(row, rule, joined(cause, *effects) if effects else cause)

    def _settled_by(self, row: int, round_id: Any) -> Iterator[Words]:
        """What becomes of the checkpoint of a round by what comes in a row.

        Whoever gave up just before has told so.
        """
        process = self.process_of(row)
        number = self._of.get((process, round_id))
        if number is not None and not self.has_given_up(number, round_id, self.time_of(row)):
            yield from self._settles(number, row)

    def _decided(self, row: int, payload: Routed) -> Narrated:
        process, (_, round_id, commits) = self.process_of(row), payload.body
        text = "%1 hears from %2 that all took part" if commits else (
            "%1 hears from %2 that not all took part"
        )  # fmt: skip
        cause = words(text, self.ids[process], self.ids[payload.origin])
        settled = list(self._settled_by(row, round_id))
        if not settled:
            return self.at(row, "ignore", joined(cause, words("it is in that round no more")))
        sent = self.take(process, self.time_of(row), _decides(round_id))
        return self.at(row, "told", joined(cause, *settled, *self._says(sent)))

    def _inquired(self, row: int, payload: Routed) -> Narrated:
        process, round_id = self.process_of(row), payload.body[1]
        sent = self.take(process, self.time_of(row), _decides(round_id, payload.origin), LAST)
        cause = words("%1 is asked by %2 what was decided",
                      self.ids[process], self.ids[payload.origin])  # fmt: skip
        effects = list(self._says(sent)) or [words("nothing is decided yet")]
        return self.at(row, "inquired", joined(cause, *effects))

    def _late(self, some: list[Sent]) -> Iterator[Narrated]:
        """An initiator gives up, or who has heard nothing asks for the decision."""
        one = some[0]
        row, name = self.before(one.time_us), self.ids[one.origin]
        if one.body[0] == INQUIRE:
            for one in some:
                said = words("%1 has heard of no decision for long: it asks %2 for it",
                             name, self.ids[one.target])  # fmt: skip
                yield Narrated(one.time_us, row, one.origin, "inquires", said)
            return
        cause = words("%1 has waited long enough for answers", name)
        number = self.tentative_at(row, one.origin)
        self._settled.add(number)
        effects = self._outcome(self.trace.checkpoints[number]), *self._says(some)
        yield Narrated(one.time_us, row, one.origin, "gives-up", joined(cause, *effects))

    def _recovered(self) -> Iterator[Narrated]:
        """What a recovery settles: whatever nothing else did."""
        for recovery in self.trace.recoveries:
            for _, number, taken in self.coordinated:
                end = taken.ended_row if taken.settled_row is None else taken.settled_row
                if number not in self._settled and end in (recovery.row - 1, recovery.row):
                    cause = words("A recovery ends the round of %1", self.ids[taken.process])
                    said = joined(cause, self._outcome(taken))
                    yield Narrated(recovery.time_us, recovery.row, taken.process, "recovery", said)


def _answers(round_id: Any, parent: int | None = None):
    return lambda one: (
        one.body[:2] == (ANSWER, round_id) and (parent is None or one.target == parent)
    )


def _decides(round_id: Any, target: int | None = None):
    return lambda one: (
        one.body[:2] == (DECIDE, round_id) and (target is None or one.target == target)
    )
