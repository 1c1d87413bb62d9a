"""Acharya-Badrinath: under causal delivery two numbers say what is on a channel.

A. Acharya and B. R. Badrinath, "Recording distributed snapshots based on causal
order of message delivery", Information Processing Letters 44(6), 1992; see also
A. D. Kshemkalyani and M. Singhal, "Distributed Computing", 2008, section 4.5. The
initiator sends a *token* to every process; who gets it records its state and
replies with its arrays SENT and RECD: how many messages it has sent to each process,
and has received from each. The channel from i to j then holds the messages
numbered RECD_j[i] + 1 to SENT_i[j], which the initiator works out (``_assemble``);
nobody needs to watch what arrives after the token. SENT is the own row and RECD
the own column of the counts that ``delivery.causal_order`` keeps; tokens are
numbered with the messages, so a token's number names nothing. What the numbers
stand for each sender knows: ``log`` holds what it has sent, until it hears from
the receiver that it was received, and goes with the reply.

Assumes causal delivery of application messages and tokens together, which that
layer sees to on channels of any order if none is lost, and a path from every
process to every other. Invariant: no message sent after the token came to its
sender arrives before the token does. Without causal delivery there are orphans, and the
numbers received are not the first so many.

Messages: a token and a reply for each process but the initiator (the paper counts
it too), 2(n-1) in all, each over as many hops as the way has: the sum over the
others of the hops there and back. Any number of snapshots run at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited
from snapviz.protocols.delivery.causal_order import CausallyOrdered, Counts

TOKEN, REPORT = "token", "report"

Arrays = dict[str, list]
"""A reply. ``sent`` and ``received``: by process. ``log``: [channel, number, message] each."""


class AcharyaBadrinath(CausallyOrdered):
    """One process: its log, and the replies to the snapshots it has started.

    ``log``: by outgoing channel, (number, message) of what may not have been received yet.
    ``replies``: by snapshot, of those that are not complete, and by process.
    """

    NAME = "acharya-badrinath"
    TITLE = "Acharya–Badrinath"
    ASSUMES = ("causal-delivery", "reliable", "strongly-connected")

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.log: dict[int, list[tuple[int, int]]] = {}
        self.replies: dict[int, dict[int, Arrays]] = {}
        self.recorded: set[int] = set()

    def on_start(self) -> None:
        self.log = {channel: [] for channel in self.context.outgoing}

    def on_initiate(self, snapshot: int) -> None:
        here, everybody = self.context.process, self.context.processes
        for process in everybody:
            if not self.context.can_reach(process):
                self.context.fail(snapshot, "unreachable", here, process)
                return
        self.send_together(everybody, snapshot, TOKEN)
        self.replies[snapshot] = {here: self._record(snapshot)}
        self._assemble_if_all_replied(snapshot)

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        super().on_routed(snapshot, sender, body)
        if self.is_ordered(body):
            self._forget_received(sender, body[0])
            self.context.send_to(sender, snapshot, self._record(snapshot))
            self.context.finish_part(snapshot)
        else:
            self.replies[snapshot][sender] = body
            self._assemble_if_all_replied(snapshot)

    def on_send(self, channel: int, message: int) -> None:
        number = self.sent[self.context.process][self.context.target(channel)]
        self.log[channel].append((number, message))

    def on_arrival(self, channel: int, message: int, data: Counts) -> None:
        super().on_arrival(channel, message, data)
        self._forget_received(self.context.source(channel), data)

    def _forget_received(self, process: int, counts: Counts) -> None:
        """What a process knew, when it sent this, to have been sent to it, it had received."""
        received = counts[self.context.process][process]
        for channel, entries in self.log.items():
            if self.context.target(channel) == process:
                self.log[channel] = [entry for entry in entries if entry[0] > received]

    def _record(self, snapshot: int) -> Arrays:
        self.context.record_state(snapshot)
        self.recorded.add(snapshot)
        return {
            "sent": list(self.sent[self.context.process]),
            "received": [self.received_from(process) for process in self.context.processes],
            "log": [[channel, *entry] for channel, found in self.log.items() for entry in found],
        }

    def _assemble_if_all_replied(self, snapshot: int) -> None:
        if len(self.replies[snapshot]) == len(self.context.processes):
            self._assemble(snapshot, self.replies.pop(snapshot))
            self.context.finish_part(snapshot)

    def _assemble(self, snapshot: int, replies: dict[int, Arrays]) -> None:
        for source in self.context.processes:
            for channel, number, message in replies[source]["log"]:
                target = self.context.target(channel)
                received = replies[target]["received"][source]
                if received < number <= replies[source]["sent"][target]:
                    self.context.record_message(snapshot, channel, message)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        since_us = self.context.started_us(snapshot)
        if snapshot in self.replies:
            for process in self.context.processes:
                if process not in self.replies[snapshot]:
                    yield Awaited(REPORT, None, since_us, process)
        elif snapshot not in self.recorded:
            yield Awaited(TOKEN, None, since_us, self.context.initiator(snapshot))
