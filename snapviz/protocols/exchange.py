"""Timed requests and answers, which every clock synchronisation here is built on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from snapviz.engine.clocks import Sample, SyncOrder, best_of
from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import ClockSyncProtocol

ASK, TELL = "ask", "tell"
PATIENCE_US = 1_000_000
"""How long a client waits for an answer before it goes on to the next round. After the last one
it makes do with the samples it has; if it has none, with the first that comes.
"""


@dataclass
class Session:
    """One synchronisation as a client sees it: what was ordered, what has been measured."""

    order: SyncOrder
    samples: list[Sample] = field(default_factory=list)
    asked: int = 0
    is_overdue: bool = False

    @property
    def best(self) -> Sample:
        """The one that counts most; there must be one."""
        return best_of(self.samples)


class TimedExchanges(ClockSyncProtocol):
    """A client asks the server for its time, one round after the other."""

    IDLE_UNTIL_USED = True

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.orders = 0
        self.sessions: dict[int, Session] = {}

    def next_session(self) -> int:
        """The number of the synchronisation now ordered, the same at every process.

        By the true time, which is a name here and measures nothing: a process that a crash has made
        forget takes no number twice, and what comes late for an earlier one is known as such. A
        real process would keep a counter on stable storage.
        """
        self.orders = max(self.orders + 1, self.context.now_us)
        return self.orders

    def begin(self, session: int, order: SyncOrder) -> None:
        """Ask the server for the first time."""
        self.sessions[session] = Session(order)
        self._ask(session)

    def on_measured(self, session: int, measured: Session) -> None:
        """All rounds are over and there is at least one sample."""

    def on_other(self, session: int, sender: int, body: Any) -> None:
        """A message came that is no part of an exchange."""

    def _ask(self, session: int) -> None:
        measured = self.sessions[session]
        measured.asked += 1
        sent = self.context.send_to(
            measured.order.server, None, (ASK, session, measured.asked, self.context.local_us())
        )
        if sent:
            self.context.set_timer(PATIENCE_US, (session, measured.asked))
        else:
            del self.sessions[session]

    def on_routed(self, snapshot: int | None, sender: int, body: Any) -> None:
        kind, session, *rest = body
        if kind == ASK:
            now_us = self.context.local_us()
            self.context.send_to(sender, None, (TELL, session, *rest, now_us, now_us))
        elif kind == TELL:
            self._told(session, *rest)
        else:
            self.on_other(session, sender, body)

    def _told(self, session: int, asked: int, t0: int, t1: int, t2: int) -> None:
        measured = self.sessions.get(session)
        if measured is None:
            return
        measured.samples.append(Sample(t0, t1, t2, self.context.local_us()))
        if measured.asked == asked or measured.is_overdue:
            self._go_on(session)

    def on_timer(self, data: Any) -> None:
        session, asked = data
        measured = self.sessions.get(session)
        if measured is not None and measured.asked == asked:
            self._go_on(session)

    def _go_on(self, session: int) -> None:
        measured = self.sessions[session]
        if measured.asked < measured.order.rounds:
            self._ask(session)
        elif measured.samples:
            del self.sessions[session]
            self.on_measured(session, measured)
        else:
            measured.is_overdue = True
