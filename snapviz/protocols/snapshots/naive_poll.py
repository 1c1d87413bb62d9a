"""Naive poll: ask everybody and hope. The control, which shows what goes wrong.

No paper: it is what one does before reading one. The initiator records and asks
every other process; each records when it is asked and reports back. Every
message carries which polls its sender had answered (``piggyback``), so that a
receiver keeps as channel state what was sent inside the cut and arrives outside.

Assumes nothing, and promises nothing: a message sent after its sender recorded
can arrive before its receiver does, and is an orphan. Sure to be right only if no
message is under way while the poll is.

Messages: a request and a report for each process but the initiator, 2(n-1) in
all, each over as many hops as the way has.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol

REQUEST, REPORT = "request", "report"


class NaivePoll(SnapshotProtocol):
    """One process: which polls it has answered, and whose reports it waits for.

    ``recorded``: those answered polls that may still be under way.
    """

    NAME = "naive-poll"
    TITLE = "Naive poll"
    RECORDS_TO_THE_END = True
    ASSUMES = ("quiet",)
    AWAITS_TRANSIT = True

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.answered: list[int] = []
        self.recorded: list[int] = []
        self.unheard: dict[int, list[int]] = {}

    def on_initiate(self, snapshot: int) -> None:
        self._record(snapshot)
        self.unheard[snapshot] = self.context.others
        for process in self.context.others:
            self.context.send_to(process, snapshot, REQUEST)
        self._finish_if_heard_from_all(snapshot)

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        if body == REQUEST:
            self._record(snapshot)
            self.context.send_to(sender, snapshot, REPORT)
            self.context.finish_part(snapshot)
        else:
            self.unheard[snapshot].remove(sender)
            self._finish_if_heard_from_all(snapshot)

    def _record(self, snapshot: int) -> None:
        self.context.record_state(snapshot)
        self.answered.append(snapshot)
        self.recorded = [known for known in self.recorded if not self.context.is_over(known)]
        self.recorded.append(snapshot)

    def _finish_if_heard_from_all(self, snapshot: int) -> None:
        if not self.unheard[snapshot]:
            del self.unheard[snapshot]
            self.context.finish_part(snapshot)

    def piggyback(self, channel: int) -> list[int]:
        """The polls this process has answered: the message is outside their cuts."""
        return self.recorded.copy()

    def on_arrival(self, channel: int, message: int, data: list[int]) -> None:
        for snapshot in self.recorded:
            if snapshot not in data and not self.context.is_over(snapshot):
                self.context.record_message(snapshot, channel, message)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        since_us = self.context.started_us(snapshot)
        if self.context.process == self.context.initiator(snapshot):
            for process in self.unheard.get(snapshot, ()):
                yield Awaited(REPORT, None, since_us, process)
        elif snapshot not in self.answered:
            yield Awaited(REQUEST, None, since_us)
