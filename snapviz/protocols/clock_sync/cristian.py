"""Cristian: ask a time server, and add half the round trip to what it says.

F. Cristian, "Probabilistic clock synchronization", Distributed Computing 3,
1989. The client sends at t0, the server answers with its time T, the answer is
back at t3; the client sets its clock to T + (t3 - t0) / 2. The paper's *rapport*
is a round; of several rounds the one with the shortest round trip counts.

Assumes that a request and its answer take equally long; the error is at most
half the round trip, and what is asymmetric about the ways cannot be seen.

Messages: 2 a round for every process but the server, each over as many hops as
the way has.
"""

from __future__ import annotations

from snapviz.engine.clocks import SyncOrder
from snapviz.protocols.exchange import Session, TimedExchanges


class Cristian(TimedExchanges):
    """A client sets its clock from the server's one reading and its own two."""

    NAME = "cristian"
    TITLE = "Cristian"

    def on_sync(self, order: SyncOrder) -> None:
        session = self.next_session()
        if order.server != self.context.process:
            self.begin(session, order)

    def on_measured(self, session: int, measured: Session) -> None:
        t0, _, server_us, t3 = measured.best
        by_us = server_us + (t3 - t0) // 2 - t3
        self.context.adjust_clock(by_us, measured.samples, measured.order.slew_ppb)
