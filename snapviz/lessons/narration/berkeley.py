"""Clocks moved to their average: who is polled and reports, and what each is told."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.engine.trace import Routed
from snapviz.lessons.narration.clock_syncs import ASK, USELESS, ClockSyncs, Heard
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.routed import Sent
from snapviz.run import Run
from snapviz.study.words import Words, words

POLL, REPORT, ADJUST = "poll", "report", "adjust"


class Berkeley(ClockSyncs):
    """The server polls, averages, and tells each by how much to move."""

    def __init__(self, run: Run):
        super().__init__(run, "berkeley")

    def other(self, row: int, payload: Routed) -> Narrated:
        tellers = {POLL: self._polled, REPORT: self._reported, ADJUST: self._adjusted}
        return tellers[payload.body[0]](row, payload)

    def _polled(self, row: int, payload: Routed) -> Narrated:
        process, time_us, session = self.process_of(row), self.time_of(row), payload.body[1]
        self.take(process, time_us, lambda one: one.body[:2] == (ASK, session))
        said = words("%1 is asked by %2 how far apart they are: it asks %2 for its time",
                     self.ids[process], self.ids[payload.origin])  # fmt: skip
        return self.at(row, "ask", said)

    def measured(self, heard: Heard) -> tuple[list[Words], str] | None:
        reported = REPORT, heard.session
        sent = self.take(heard.process, heard.time_us, lambda one: one.body[:2] == reported)
        return ([self._reports(sent[0])], "measured") if sent else None

    def _reports(self, one: Sent) -> Words:
        offset_us = one.body[2]
        text = "it reports that it is %1 ms behind" if offset_us >= 0 else (
            "it reports that it is %1 ms ahead"
        )  # fmt: skip
        return words(text, self.ms(abs(offset_us)))

    def _reported(self, row: int, payload: Routed) -> Narrated:
        process, time_us = self.process_of(row), self.time_of(row)
        _, session, offset_us = payload.body
        text = "%1 hears that %2 is %3 ms behind it" if offset_us >= 0 else (
            "%1 hears that %2 is %3 ms ahead of it"
        )  # fmt: skip
        cause = words(text, self.ids[process], self.ids[payload.origin],
                      self.ms(abs(offset_us)))  # fmt: skip
        is_last = not self.comes_again(row)
        effects = list(self._averages(process, time_us, session)) if is_last else []
        if not effects and self._is_closed(process, time_us, session):
            return self.at(row, "ignore", joined(cause, USELESS))
        if not effects:
            return self.at(row, "report", cause)
        return self.at(row, "average", joined(cause, *effects))

    def _is_closed(self, process: int, time_us: int, session: int) -> bool:
        """Whether a server waits for reports no more."""
        polled_us = min(one.time_us for one in self.sent_by(process, POLL, session))
        told = self.sent_by(process, ADJUST, session)
        is_told = any(one.time_us < time_us for one in told)
        return is_told or self.went_back(process, polled_us, time_us)

    def _averages(self, process: int, time_us: int, session: int) -> Iterator[Words]:
        sent = self.take(process, time_us, lambda one: one.body[:2] == (ADJUST, session))
        for one in sent:
            yield words("it tells %1 to move by %2 ms", self.ids[one.target],
                        self.signed(one.body[2]))  # fmt: skip
        sync = self.sync_at(process, time_us, None) if sent else None
        if sync is not None:
            yield self.moves(sync)

    def _adjusted(self, row: int, payload: Routed) -> Narrated:
        process, by_us = self.process_of(row), payload.body[2]
        cause = words("%1 hears from %2 that it is to move by %3 ms",
                      self.ids[process], self.ids[payload.origin], self.signed(by_us))  # fmt: skip
        sync = self.sync_at(process, self.time_of(row), None)
        if sync is None:
            return self.at(row, "ignore", joined(cause, USELESS))
        return self.at(row, self.rule_of(sync), joined(cause, self.moves(sync)))

    def _on_time(self, some: list[Sent]) -> Iterator[Narrated]:
        polls = [one for one in some if one.body[0] == POLL]
        if polls:
            row, first = self.before(polls[0].time_us), polls[0]
            asked = self.names(one.target for one in polls)
            said = words("%1 asks all how far they are from it: %2", self.ids[first.origin], asked)
            yield Narrated(first.time_us, row, first.origin, "poll", said)
        if any(one.body[0] == ADJUST for one in some):
            yield self._closed(some[0])
        yield from super()._on_time([one for one in some if one.body[0] in (ASK, REPORT)])

    def begun(self, one: Sent) -> tuple[str, Words]:
        if one.body[0] == ASK:
            return super().begun(one)
        cause = words("%1 has waited long enough", self.ids[one.origin])
        return "measured", joined(cause, self._reports(one))

    def signed(self, time_us: int) -> str:
        """``+15`` or ``−20``, in milliseconds."""
        return ("+" if time_us > 0 else "") + self.ms(time_us)

    def _closed(self, one: Sent) -> Narrated:
        cause = words("%1 has waited long enough for reports", self.ids[one.origin])
        row, session = self.before(one.time_us), one.body[1]
        effects = list(self._averages(one.origin, one.time_us, session))
        return Narrated(one.time_us, row, one.origin, "average", joined(cause, *effects))
