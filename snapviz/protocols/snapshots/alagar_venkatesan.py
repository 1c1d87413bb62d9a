"""Alagar-Venkatesan: under causal delivery the receiver keeps the old messages.

S. Alagar and S. Venkatesan, "An optimal algorithm for distributed snapshots with
causal message ordering", Information Processing Letters 50(6), 1994; see also
A. D. Kshemkalyani and M. Singhal, "Distributed Computing", 2008, section 4.5. The
initiator sends a *Token* to every process; who gets it records its state and
answers *Done*; when all have, the initiator sends *Terminate*. A message is *old*
if the Token had not come to its sender when it was sent; the old messages that
come between Token and Terminate are the channel state (``on_arrival``). Whether
one is old is read off the counts it carries: ``tokens`` holds for each
process how many messages of the initiator, the Token last, have been sent there.

Assumes causal delivery of application messages, Tokens, Dones and Terminates
together, which ``delivery.causal_order`` sees to on channels of any order if none is
lost, and a path from every process to every other. Invariant: no message sent after the
Token came to its sender arrives before the Token does, and none sent before it
arrives after Terminate. Without causal delivery the first makes orphans, the
second leaves channel states incomplete.

Messages: Token, Done and Terminate for each process but the initiator (the paper
counts it too), 3(n-1) in all, each over as many hops as the way has: the sum over
the others of twice the hops there and once the hops back. Any number of snapshots
run at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited
from snapviz.protocols.delivery.causal_order import CausallyOrdered, Counts

TOKEN, DONE, TERMINATE = "token", "done", "terminate"


class AlagarVenkatesan(CausallyOrdered):
    """One process: for each snapshot between Token and Terminate, who sent it, and what is old.

    ``since_us``: when this process recorded, for those that are not over here.
    ``undone``: of snapshots started here, who has not answered.
    """

    NAME = "alagar-venkatesan"
    TITLE = "Alagar–Venkatesan"
    ASSUMES = ("causal-delivery", "reliable", "strongly-connected")

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.tokens: dict[int, tuple[int, tuple[int, ...]]] = {}
        self.since_us: dict[int, int] = {}
        self.undone: dict[int, list[int]] = {}

    def on_initiate(self, snapshot: int) -> None:
        here, everybody = self.context.process, self.context.processes
        for process in everybody:
            if not self.context.can_reach(process):
                self.context.fail(snapshot, "unreachable", here, process)
                return
        self.undone[snapshot] = [process for process in everybody if process != here]
        self.send_together(everybody, snapshot, TOKEN)
        self._record(snapshot, here, self.sent)
        self._terminate_if_all_done(snapshot)

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        super().on_routed(snapshot, sender, body)
        counts, word = body
        if word == TOKEN:
            self._record(snapshot, sender, counts)
            self.send_together([sender], snapshot, DONE)
        elif word == DONE:
            self.undone[snapshot].remove(sender)
            self._terminate_if_all_done(snapshot)
        else:
            self._finish(snapshot)

    def on_arrival(self, channel: int, message: int, data: Counts) -> None:
        super().on_arrival(channel, message, data)
        source = self.context.source(channel)
        for snapshot, (initiator, tokens) in self.tokens.items():
            if data[initiator][source] < tokens[source]:
                self.context.record_message(snapshot, channel, message)

    def _record(self, snapshot: int, initiator: int, counts: Counts) -> None:
        self.context.record_state(snapshot)
        self.tokens[snapshot] = initiator, counts[initiator]
        self.since_us[snapshot] = self.context.now_us

    def _terminate_if_all_done(self, snapshot: int) -> None:
        if not self.undone[snapshot]:
            del self.undone[snapshot]
            self.send_together(self.context.others, snapshot, TERMINATE)
            self._finish(snapshot)

    def _finish(self, snapshot: int) -> None:
        del self.tokens[snapshot]
        self.context.finish_part(snapshot)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        if snapshot in self.undone:
            for process in self.undone[snapshot]:
                yield Awaited(DONE, None, self.since_us[snapshot], process)
            return
        initiator = self.context.initiator(snapshot)
        if snapshot in self.tokens:
            yield Awaited(TERMINATE, None, self.since_us[snapshot], initiator)
        elif snapshot not in self.since_us:
            yield Awaited(TOKEN, None, self.context.started_us(snapshot), initiator)
