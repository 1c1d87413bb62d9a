"""Sender-based logging: who keeps what, who was told of which place, and what waits for that."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.engine.trace import HeldSend, Routed, RowKind, Wait
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.routed import FIRST, RoutedTelling, Sent
from snapviz.lessons.narration.telling import BACK
from snapviz.run import Run
from snapviz.study.words import words

NAME = "sender-based"
ACK, CONFIRM, RECALL = "ack", "confirm", "recall"


class SenderBased(RoutedTelling):
    """The log of each message is at its sender."""

    def __init__(self, run: Run):
        super().__init__(run, (NAME,))

    def steps(self) -> Iterator[Narrated]:
        for row in self.rows(RowKind.SEND):
            yield self._sent(row, int(self.trace.row_ref[row]))
        for row in self.rows(RowKind.RECEIVE):
            yield self._received(row, int(self.trace.row_ref[row]))
        yield from map(self._held, (h for h in self.trace.held_sends if h.protocol == NAME))
        yield from map(self._waits, (w for w in self.trace.waits if w.protocol == NAME))
        yield from self.arrivals()
        for some in self.left():
            yield from map(self._again, some)

    # Application messages

    def _sent(self, row: int, message: int) -> Narrated:
        said = words(
            "%1 sends %2 to %3 and keeps it in its memory, as its message %4 to %3",
            self.ids[self.source(message)], self.payload(message),
            self.ids[self.target(message)], self.attached(message, NAME),
        )  # fmt: skip
        return self.at(row, "send", said)

    def _received(self, row: int, message: int) -> Narrated:
        process, sender = self.process_of(row), self.source(message)
        number = self.attached(message, NAME)
        told = self.take(
            process,
            self.time_of(row),
            lambda one: one.body[:2] == (ACK, number) and one.target == sender,
        )
        name, other = self.ids[process], self.ids[sender]
        cause = words("%1 receives %2 from %3, its message %4",
                      name, self.payload(message), other, number)  # fmt: skip
        if not told:
            effect = words("as no path leads back to %1, it writes its log", other)
            return self.at(row, "write", joined(cause, effect))
        effect = words("it tells %1 that this was number %2 of all it received",
                       other, told[0].body[2])  # fmt: skip
        return self.at(row, "receive", joined(cause, effect))

    def _held(self, held: HeldSend) -> Narrated:
        row = self.until(held.since_us, self.sent_in.get(held.message))
        target = self.ids[int(self.trace.channel_target[held.channel])]
        said = words("%1 is to send something to %2: it waits until all it received is confirmed",
                     self.ids[held.process], target)  # fmt: skip
        return Narrated(held.since_us, row, held.process, "hold", said)

    def _waits(self, wait: Wait) -> Narrated:
        row = self.until(wait.since_us, self.received_in.get(wait.message))
        cause = words("For %1 there is %2", self.ids[wait.process], self.what(wait.message))
        said = joined(cause, words("%1 has something to send and receives nothing before",
                                   self.ids[wait.process]))  # fmt: skip
        return Narrated(wait.since_us, row, wait.process, "wait", said)

    # Control messages

    def arrived(self, row: int, payload: Routed) -> Narrated:
        kind, number, order = payload.body
        name, other = self.ids[self.process_of(row)], self.ids[payload.origin]
        sent = self.take(self.process_of(row), self.time_of(row), _answers(payload), FIRST)
        if kind == ACK:
            said = words("%1 hears that %2 received its message %3 as number %4: it confirms that",
                         name, other, number, order)  # fmt: skip
            return self.at(row, "note", said)
        if kind == CONFIRM:
            said = words("%1 hears that %2 has noted number %4 beside its message %3",
                         name, other, number, order)  # fmt: skip
            return self.at(row, "confirmed", said)
        cause = words("%1 is asked by %2 as which it received its message %3", name, other, number)
        if not sent:
            return self.at(row, "recalled", joined(cause, words("it has not received it")))
        effect = words("it tells %1 that this was number %2 of all it received",
                       other, sent[0].body[2])  # fmt: skip
        return self.at(row, "recalled", joined(cause, effect))

    def _again(self, one: Sent) -> Narrated:
        """A time that ran out, or a restart."""
        kind, number, order = one.body
        values = self.ids[one.origin], self.ids[one.target], number
        row = self._restarted(one)
        if kind == RECALL:
            said = words("%1 starts again: it asks %2 as which it received its message %3", *values)
            return Narrated(one.time_us, row, one.origin, "recall", said)
        if row == self.before(one.time_us):
            text = "%1 has had no confirmation for 1 s: it tells %2 again that its message %3 was number %4"
        else:
            text = "%1 starts again: it tells %2 again that its message %3 was number %4"
        rule = "again" if row == self.before(one.time_us) else "recall"
        return Narrated(one.time_us, row, one.origin, rule, words(text, *values, order))

    def _restarted(self, one: Sent) -> int:
        """After the rows in which its process and others came back, else before all of the instant."""
        first = self.before(one.time_us)
        for row in range(first, self.until(one.time_us)):
            is_back = self.trace.row_kind[row] in BACK
            if is_back and self.process_of(row) == one.origin:
                return self.put_back(row, one.time_us)
        return first


def _answers(payload: Routed):
    """What is sent because of a message."""
    kind, number, order = payload.body
    kinds = {ACK: CONFIRM, RECALL: ACK}
    return lambda one: (
        one.target == payload.origin
        and one.body[:2] == (kinds.get(kind), number)
        and (kind == RECALL or one.body[2] == order)
    )
