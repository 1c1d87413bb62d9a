"""Algorithms that send control messages of their own: what comes, and what is sent because of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from snapviz.engine.trace import Routed, RowKind
from snapviz.lessons.narration.narrated import Narrated
from snapviz.lessons.narration.telling import Telling
from snapviz.run import Run
from snapviz.study.words import words

CONTROL = (RowKind.CONTROL, RowKind.CONTROL_DUPLICATE)
EVERY, FIRST, LAST = slice(None), slice(1), slice(-1, None)


class Sent(NamedTuple):
    """A control message where its way begins."""

    message: int
    time_us: int
    origin: int
    target: int
    body: Any
    snapshot: int
    protocol: str


class RoutedTelling(Telling):
    """``protocols``: whose messages; ``number``: only those of a snapshot, or -1."""

    def __init__(self, run: Run, protocols: tuple[str, ...], number: int = -1):
        super().__init__(run)
        self.protocols, self.number = protocols, number
        self._taken: set[int] = set()

    def is_mine(self, message: int) -> bool:
        """Whether it is a control message of the algorithm."""
        payload = self.trace.payloads[message]
        is_routed = type(payload) is Routed and payload.protocol in self.protocols
        return is_routed and payload.snapshot == self.number

    @cached_property
    def sent(self) -> dict[tuple[int, int], list[Sent]]:
        """By process and instant, in the order they are sent."""
        trace, found = self.trace, {}
        for message in trace.message_control.nonzero()[0].tolist():
            payload = trace.payloads[message]
            is_first = self.is_mine(message) and payload.origin == self.source(message)
            if is_first and trace.message_copies.get(message, message) == message:
                time_us = int(trace.message_sent[message])
                one = Sent(message, time_us, *payload[2:], payload.snapshot, payload.protocol)
                found.setdefault((payload.origin, time_us), []).append(one)
        return found

    def take(
        self, process: int, time_us: int, is_it: Callable[[Sent], bool], place: slice = EVERY
    ) -> list[Sent]:
        """What a process sends at an instant because of one thing; nothing is taken twice.

        ``place``: which of several that would do.
        """
        found = [
            one
            for one in self.sent.get((process, time_us), ())
            if one.message not in self._taken and is_it(one)
        ][place]
        self._taken.update(one.message for one in found)
        return found

    def comes_again(self, row: int) -> bool:
        """Whether another message of the same kind and number comes to its process at the instant."""
        trace, process = self.trace, self.process_of(row)
        said = trace.payloads[int(trace.row_ref[row])].body[:2]
        for after in range(row + 1, self.until(self.time_of(row))):
            message = int(trace.row_ref[after])
            is_here = trace.row_kind[after] == RowKind.CONTROL and self.process_of(after) == process
            if is_here and self.is_mine(message):
                payload = trace.payloads[message]
                if payload.target == process and payload.body[:2] == said:
                    return True
        return False

    def left(self) -> Iterator[list[Sent]]:
        """What nobody took: at one process and instant each; a timer or a start brought it about."""
        for some in self.sent.values():
            rest = [one for one in some if one.message not in self._taken]
            if rest:
                yield rest

    def arrivals(self) -> Iterator[Narrated]:
        """The steps of all that comes; what is passed on and what comes twice included."""
        trace = self.trace
        for row in self.rows(*CONTROL):
            message = int(trace.row_ref[row])
            if not self.is_mine(message):
                continue
            payload, name = trace.payloads[message], self.ids[self.process_of(row)]
            if trace.row_kind[row] == RowKind.CONTROL_DUPLICATE:
                yield self.at(row, "ignore", words("%1 gets a message that has come before", name))
            elif payload.target != self.process_of(row):
                target = self.ids[payload.target]
                yield self.at(row, "pass", words("%1 gets a message for %2", name, target))
            else:
                yield self.arrived(row, payload)

    def arrived(self, row: int, payload: Routed) -> Narrated:
        """The step of a message that has come to where it was sent to."""
        raise NotImplementedError
