"""Causal delivery: what a message carries, which one is held, for what it waits, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from snapviz.engine.trace import Routed, RowKind, Wait
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.telling import Telling
from snapviz.run import Run
from snapviz.study.words import Words, words

ORDERED = ("acharya-badrinath", "alagar-venkatesan")
"""The protocols whose messages, and the application's, are delivered in causal order."""


class CausalDelivery(Telling):
    """``_protocols``: those of the run that deliver so, each by counts of its own."""

    def __init__(self, run: Run):
        super().__init__(run)
        self._protocols = [name for name in run.trace.riders if name in ORDERED]
        self._waited = {w.message: w for w in run.trace.waits if w.protocol in ORDERED}

    def steps(self) -> Iterator[Narrated]:
        for row in self.rows(RowKind.SEND):
            yield self._sends(row, int(self.trace.row_ref[row]))
        for row in self.rows(RowKind.RECEIVE, RowKind.CONTROL):
            message = int(self.trace.row_ref[row])
            is_held = message in self._waited
            if is_held or self.trace.row_kind[row] == RowKind.RECEIVE:
                yield self._receives(row, message, is_held)
        yield from map(self._holds, (w for w in self.trace.waits if w.protocol in ORDERED))

    def _sends(self, row: int, message: int) -> Narrated:
        source, target = self.source(message), self.target(message)
        counts = self.attached(message, self._protocols[0])
        said = words(
            "%1 sends %2 to %3 and attaches SENT, by which it is message %4 of %1 to %3",
            self.ids[source], self.payload(message), self.ids[target], counts[source][target],
        )  # fmt: skip
        return self.at(row, "send", said)

    def _receives(self, row: int, message: int, is_held: bool) -> Narrated:
        what = self.what(message)
        name = self.ids[self.process_of(row)]
        if not is_held:
            said = words(
                "%1 receives %2: it has all that was sent to it causally before", name, what
            )
            return self.at(row, "receive", said)
        since = self.ms(self._waited[message].since_us)
        said = words(
            "%1 has now all that was sent to it causally before: it receives %2, held since %3 ms",
            name, what, since,
        )  # fmt: skip
        return self.at(row, "release", said)

    # What is held

    def _holds(self, wait: Wait) -> Narrated:
        end = self.until(wait.since_us)
        row = min(end, self._arrivals.get(wait.message, end))
        name = self.ids[wait.process]
        cause = words("For %1 there is %2", name, self.what(wait.message))
        effects = list(self._missing(wait, row))
        if not effects:
            effects = [words("it must not overtake what is held already")]
        return Narrated(wait.since_us, row, wait.process, "hold",
                        joined(cause, *effects, words("it is held")))  # fmt: skip

    @cached_property
    def _arrivals(self) -> dict[int, int]:
        """By message, the row in which it is received after all."""
        kinds = (RowKind.RECEIVE, RowKind.CONTROL, RowKind.DUPLICATE, RowKind.CONTROL_DUPLICATE)
        return {int(self.trace.row_ref[row]): row for row in self.rows(*kinds)}

    def _missing(self, wait: Wait, row: int) -> Iterator[Words]:
        """Of whom how many messages are to be received before."""
        here, sender, counts = wait.process, self._sender(wait.message), self._counts(wait)
        if counts is None:
            return
        received = self._received(wait, row)
        for process in range(len(self.ids)):
            earlier = counts[process][here] - (process == sender)
            if process != here and earlier > received[process]:
                yield words("%1 must first have message %2 from %3, and has had %4 of them so far",
                            self.ids[here], earlier, self.ids[process],
                            received[process])  # fmt: skip

    def _sender(self, message: int) -> int:
        payload = self.trace.payloads[message]
        return payload.origin if type(payload) is Routed else self.source(message)

    def _counts(self, wait: Wait) -> tuple | None:
        """SENT, as the message carries it; None if it takes no part in the causal order."""
        payload = self.trace.payloads[wait.message]
        if not self.trace.message_control[wait.message]:
            return self.attached(wait.message, wait.protocol)
        return payload.body[0] if self._is_ordered(payload, wait) else None

    def _received(self, wait: Wait, row: int) -> list[int]:
        """How many messages of each have been received in causal order, before a row."""
        trace, found = self.trace, [0] * len(self.ids)
        stands = trace.standing(row)
        for at in self._taken_by.get(wait.process, ()):
            if at >= row:
                break
            message = int(trace.row_ref[at])
            is_message = trace.row_kind[at] == RowKind.RECEIVE
            if stands[at] and (is_message or self._is_ordered(trace.payloads[message], wait)):
                found[self._sender(message)] += 1
        return found

    @cached_property
    def _taken_by(self) -> dict[int, list[int]]:
        """By process, the rows in which it takes a message for the first time."""
        found: dict[int, list[int]] = {}
        for row in self.rows(RowKind.RECEIVE, RowKind.CONTROL):
            found.setdefault(self.process_of(row), []).append(row)
        return found

    def _is_ordered(self, payload, wait: Wait) -> bool:
        is_mine = type(payload) is Routed and payload.protocol == wait.protocol
        return is_mine and payload.target == wait.process and type(payload.body) is tuple
