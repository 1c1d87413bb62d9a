"""Berkeley: nobody is right; everybody moves to the average.

R. Gusella and S. Zatti, "The accuracy of the clock synchronization achieved by
TEMPO in Berkeley UNIX 4.3BSD", IEEE Transactions on Software Engineering 15(7),
1989. The *master* is the server: it asks everybody how far they are from it,
averages plainly over all, itself included, and tells each by how much to move;
the paper's fault-tolerant average, which leaves outliers out, is not used. Each
process measures its difference by timed exchanges with the master.

Assumes that both ways take equally long. 3:00, 3:25 and 2:50 move by +5, -20 and
+15 minutes.

Messages: for every process but the server a poll, 2 a round, a report and an
adjustment, each over as many hops as the way has.
"""

from __future__ import annotations

from typing import Any

from snapviz.engine.clocks import SyncOrder
from snapviz.engine.context import ProcessContext
from snapviz.protocols.exchange import PATIENCE_US, Session, TimedExchanges

POLL, REPORT, ADJUST, CLOSE = "poll", "report", "adjust", "close"


class Berkeley(TimedExchanges):
    """One process; at the server also who still has to report, and who has reported what."""

    NAME = "berkeley"
    TITLE = "Berkeley"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.measured: dict[int, Session] = {}
        self.unheard: dict[int, list[int]] = {}
        self.offsets: dict[int, dict[int, int]] = {}
        self.slews: dict[int, int] = {}

    def on_sync(self, order: SyncOrder) -> None:
        session, here = self.next_session(), self.context.process
        if order.server != here:
            return
        asked = [p for p in self.context.processes if p != here]
        asked = [p for p in asked if self.context.send_to(p, None, (POLL, session, order))]
        self.unheard[session], self.offsets[session] = asked, {}
        self.slews[session] = order.slew_ppb
        self.context.set_timer(PATIENCE_US * (order.rounds + 2), (CLOSE, session))

    def on_measured(self, session: int, measured: Session) -> None:
        self.measured[session] = measured
        report = REPORT, session, measured.best.offset_us
        self.context.send_to(measured.order.server, None, report)

    def on_other(self, session: int, sender: int, body: Any) -> None:
        kind, _, value = body
        if kind == POLL:
            self.begin(session, value)
        elif kind == REPORT and sender in self.unheard.get(session, ()):
            self.offsets[session][sender] = value
            self.unheard[session].remove(sender)
            if not self.unheard[session]:
                self._average(session)
        elif kind == ADJUST and session in self.measured:
            # A process that has been down meanwhile knows nothing of what it measured.
            measured = self.measured.pop(session)
            self.context.adjust_clock(value, measured.samples, measured.order.slew_ppb)

    def on_timer(self, data: Any) -> None:
        kind, session = data
        if kind != CLOSE:
            super().on_timer(data)
        elif self.offsets.get(session):
            self._average(session)

    def _average(self, session: int) -> None:
        """Those who have reported move to the average; the server's own difference is 0."""
        del self.unheard[session]
        offsets, slew_ppb = self.offsets.pop(session), self.slews.pop(session)
        mean_us = -sum(offsets.values()) // (len(offsets) + 1)
        for process, offset_us in offsets.items():
            self.context.send_to(process, None, (ADJUST, session, mean_us + offset_us))
        self.context.adjust_clock(mean_us, (), slew_ppb)
