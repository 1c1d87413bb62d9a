"""NTP: four timestamps an exchange, several exchanges, the one of least delay counts.

D. L. Mills, "Internet time synchronization: the network time protocol", IEEE
Transactions on Communications 39(10), 1991, and RFC 5905, sections 8 and 10. The
offset is ((t1 - t0) + (t2 - t3)) / 2, the delay (t3 - t0) - (t2 - t1); the paper's
*clock filter* is ``Session.best``. The selection among several servers and the
clock discipline loop are left out: there is one server and one adjustment.

Assumes that both ways take equally long; the error is at most half the delay.

Messages: 2 a round for every process but the server, each over as many hops as
the way has.
"""

from __future__ import annotations

from snapviz.engine.clocks import SyncOrder
from snapviz.protocols.exchange import Session, TimedExchanges


class Ntp(TimedExchanges):
    """A client adds the offset of its best sample."""

    NAME = "ntp"
    TITLE = "NTP"

    def on_sync(self, order: SyncOrder) -> None:
        session = self.next_session()
        if order.server != self.context.process:
            self.begin(session, order)

    def on_measured(self, session: int, measured: Session) -> None:
        by_us = measured.best.offset_us
        self.context.adjust_clock(by_us, measured.samples, measured.order.slew_ppb)
