"""Sender-based logging: a message stays with its sender, who is told in which order it was received.

D. B. Johnson and W. Zwaenepoel, "Sender-based message logging", 17th Symposium on Fault-Tolerant
Computing, 1987; the survey of E. N. Elnozahy et al., ACM Computing Surveys 34(3), 2002, section 4.
The paper's SSN is the number a message carries, its RSN is ``order``.

Assumes piecewise determinism, and that one process fails at a time. The sender keeps each message in
its volatile memory. The receiver acknowledges it with its place in the order of receipt, and the
sender confirms that it has noted it: two control messages for each message, routed back. Until
all is confirmed a receiver sends nothing, and while it has something to send it receives nothing
more, for it would wait for ever. Promise: if one fails, only that one goes back, and comes to the
state it had. If sender and receiver fail together, what stood in the sender's memory is gone.
Where no path leads back to the sender, the receiver writes its log to stable storage instead.
"""

from __future__ import annotations

from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import LoggingProtocol, Received

ACK, CONFIRM, RECALL = "ack", "confirm", "recall"
PATIENCE_US = 1_000_000
"""After how long an acknowledgement that was not confirmed is sent again."""

Key = tuple[int, int]
"""The process at the other end, and the number of the message among those to or from it."""


class SenderBased(LoggingProtocol):
    """One process.

    ``sent``: messages sent to each process. ``log``: the place in the receiver's order of each
    message sent, None until it is told. ``order``: messages received. ``places``: the own order.
    ``unconfirmed``: what no sender has confirmed yet.
    """

    NAME = "sender-based"
    IS_WITH_OTHERS = True

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.sent = [0] * len(context.processes)
        self.log: dict[Key, int | None] = {}
        self.order = 0
        self.places: dict[Key, int] = {}
        self.unconfirmed: dict[Key, int] = {}

    @classmethod
    def has_again(cls, received: Received) -> bool:
        return received.sender_up or received.flushed

    # The sender

    def piggyback(self, channel: int) -> int:
        return self.sent[self.context.target(channel)] + 1

    def on_send(self, channel: int, message: int) -> None:
        target = self.context.target(channel)
        self.sent[target] += 1
        self.log[target, self.sent[target]] = None

    # The receiver

    def on_arrival(self, channel: int, message: int, data: int) -> None:
        self.order += 1
        key = self.context.source(channel), data
        self.places[key] = self.order
        if self.context.can_reach(key[0]):
            self.unconfirmed[key] = self.order
            self._acknowledge(key)

    def on_receive(self, channel: int, message: int) -> None:
        if not self.context.can_reach(self.context.source(channel)):
            self.context.flush_log()

    def _acknowledge(self, key: Key) -> None:
        sender, number = key
        self.context.send_to(sender, None, (ACK, number, self.places[key]))
        self.context.set_timer(PATIENCE_US, key)

    def may_send(self) -> bool:
        return not self.unconfirmed

    def may_deliver(self, channel: int, message: int, data: Any) -> bool:
        return not self.context.keeps_sends

    # Both

    def on_routed(self, snapshot: int | None, sender: int, body: Any) -> None:
        kind, number, order = body
        key = sender, number
        if kind == ACK:
            if key in self.log:
                self.log[key] = order
            self.context.send_to(sender, None, (CONFIRM, number, order))
        elif kind == CONFIRM:
            if self.unconfirmed.get(key) == order:
                del self.unconfirmed[key]
        elif key in self.places:
            self._acknowledge(key)

    def on_timer(self, data: Any) -> None:
        key = tuple(data)
        if key in self.unconfirmed:
            self._acknowledge(key)

    def on_restart(self) -> None:
        """What others had told is gone with the memory: ask again, and tell again."""
        for target, number in [key for key, order in self.log.items() if order is None]:
            self.context.send_to(target, None, (RECALL, number, None))
        for key in self.unconfirmed:
            self._acknowledge(key)

    def save(self) -> dict[str, Any]:
        return {
            "sent": self.sent.copy(),
            "log": self.log.copy(),
            "order": self.order,
            "places": self.places.copy(),
            "unconfirmed": self.unconfirmed.copy(),
        }

    def restore(self, saved: dict[str, Any]) -> None:
        for name, value in saved.items():
            setattr(self, name, value if name == "order" else value.copy())
