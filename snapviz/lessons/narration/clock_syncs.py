"""Clocks brought together by messages: who asks whom, what came of it, and what is added."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.diagram.figures import grouped
from snapviz.engine.clocks import ClockSync, Sample
from snapviz.engine.trace import Routed, RowKind
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.routed import RoutedTelling, Sent
from snapviz.lessons.narration.telling import BACK
from snapviz.run import Run
from snapviz.study.words import Words, words

ASK, TELL = "ask", "tell"
POLL, REPORT, ADJUST = "poll", "report", "adjust"
_USELESS = words("that is of no use any more")


class ClockSyncs(RoutedTelling):
    """Cristian, NTP, and what they share with Berkeley. ``_told``: the adjustments told already."""

    def __init__(self, run: Run, method: str):
        super().__init__(run, (method,))
        self.method = method
        self._told: set[int] = set()

    def steps(self) -> Iterator[Narrated]:
        yield from self.arrivals()
        for some in self.left():
            yield from self._on_time(some)
        yield from self._others()
        yield from self._ends()

    # What comes

    def arrived(self, row: int, payload: Routed) -> Narrated:
        kind = payload.body[0]
        tellers = {ASK: self._asked, TELL: self._answered}
        return tellers.get(kind, self.other)(row, payload)

    def other(self, row: int, payload: Routed) -> Narrated:
        """A message that is no part of a timed exchange."""
        raise NotImplementedError

    def _asked(self, row: int, payload: Routed) -> Narrated:
        _, session, asked, _ = payload.body
        process = self.process_of(row)
        sent = self.take(
            process,
            self.time_of(row),
            lambda one: one.target == payload.origin and one.body[:3] == (TELL, session, asked),
        )
        reads = self.ms(sent[0].body[4] if sent else self.local_us(process, row, self.time_of(row)))
        said = words("%1 is asked by %2 for its time: it answers that its clock reads %3 ms",
                     self.ids[process], self.ids[payload.origin], reads)  # fmt: skip
        return self.at(row, "tell", said)

    def _answered(self, row: int, payload: Routed) -> Narrated:
        _, session, _, t0, t1, t2 = payload.body
        process, time_us = self.process_of(row), self.time_of(row)
        sample = Sample(t0, t1, t2, self.local_us(process, row, time_us))
        cause = words(
            "%1 hears from %2 that its clock read %3 ms, %4 ms after asking",
            self.ids[process], self.ids[payload.origin], self.ms(t1), self.ms(sample.t3 - t0),
        )  # fmt: skip
        sent = self.take(process, time_us, lambda one: one.body[:2] == (ASK, session))
        if sent:
            effects, rule = [words("it asks once more")], "next-round"
        else:
            effects, rule = self.measured(process, time_us, session, sample)
        return self.at(row, rule, joined(cause, *effects) if effects else cause)

    def measured(
        self, process: int, time_us: int, session: int, sample: Sample
    ) -> tuple[list[Words], str]:
        """What follows from an answer after which nothing is asked, and by which rule."""
        sync = self._sync_at(process, time_us, sample)
        if sync is None:
            return self.late(process, time_us, session)
        return list(self.adjusts(sync)), self.rule_of(sync)

    def late(self, process: int, time_us: int, session: int) -> tuple[list[Words], str]:
        """An answer for which its round did not wait: it counts until the last one is over."""
        first_us = min(one.time_us for one in self.sent_by(process, ASK, session))
        if self.went_back(process, first_us, time_us) or self.is_over(process, time_us, session):
            return [_USELESS], "ignore"
        return [words("that answers an earlier round and counts as well")], "late"

    def is_over(self, process: int, time_us: int, session: int) -> bool:
        """Whether a process has done by then what its answers were for."""
        begun = {one.body[3] for one in self.sent_by(process, ASK, session)}
        return any(
            (sync.method, sync.process) == (self.method, process)
            and sync.time_us <= time_us
            and any(sample.t0 in begun for sample in sync.samples)
            for sync in self.trace.clock_syncs
        )

    def sent_by(self, process: int, kind: str, session: int) -> list[Sent]:
        """What a process sends of one kind in a synchronisation."""
        return [
            one
            for (origin, _), some in self.sent.items()
            if origin == process
            for one in some
            if one.body[:2] == (kind, session)
        ]

    def went_back(self, process: int, since_us: int, until_us: int) -> bool:
        """Whether a process has forgotten in between what it had begun."""
        return any(
            self.process_of(row) == process and since_us <= self.time_of(row) <= until_us
            for row in self.rows(RowKind.CRASH, *BACK)
        )

    # What is added

    def _sync_at(self, process: int, time_us: int, sample: Sample | None) -> ClockSync | None:
        """What is done to a clock at an instant, with this sample among its own."""
        for place, sync in enumerate(self.trace.clock_syncs):
            is_here = (sync.method, sync.process, sync.time_us) == (self.method, process, time_us)
            if is_here and place not in self._told and (sample is None or sample in sync.samples):
                self._told.add(place)
                return sync
        return None

    def rule_of(self, sync: ClockSync) -> str:
        return "slew" if self._slews(sync) else "adjust"

    def _slews(self, sync: ClockSync) -> bool:
        """At once, a clock is so far off right away; ``after_us`` of a slew comes later, if ever."""
        return self._runs_on(sync) is not None

    def _runs_on(self, sync: ClockSync) -> int | None:
        """How many parts per billion faster a clock runs since a synchronisation; None: at once."""
        changes = [c for c in self.trace.clocks if c.process == sync.process]
        here = [n for n, c in enumerate(changes) if c.time_us == sync.time_us]
        for n in here:
            gained = changes[n].drift_ppb - changes[n - 1].drift_ppb if n else 0
            offset = changes[n].clock.local(sync.time_us) - sync.time_us
            if sync.applied_us and offset == sync.before_us and gained:
                return gained
        return None

    def adjusts(self, sync: ClockSync) -> Iterator[Words]:
        """What counts, and what is done."""
        if sync.samples:
            best = sync.best
            if len(sync.samples) > 1:
                yield words("of %1 rounds the quickest counts, of %2 ms",
                            len(sync.samples), self.ms(best.delay_us))  # fmt: skip
        gained = self._runs_on(sync)
        by = self.ms(abs(sync.applied_us))
        if sync.applied_us == 0:
            yield words("its clock is right as it is")
        elif gained is None and sync.applied_us > 0:
            yield words("it sets its clock forward by %1 ms", by)
        elif gained is None:
            yield words("it sets its clock back by %1 ms", by)
        elif gained > 0:
            yield words("until it has gained %1 ms, its clock runs %2 µs a second faster",
                        by, grouped(gained // 1000))  # fmt: skip
        else:
            yield words("until it has lost %1 ms, its clock runs %2 µs a second slower",
                        by, grouped(-gained // 1000))  # fmt: skip

    # What no message brings about

    def _on_time(self, some: list[Sent]) -> Iterator[Narrated]:
        for one in some:
            row = self.before(one.time_us)
            rule, said = self.begun(one)
            yield Narrated(one.time_us, row, one.origin, rule, said)

    def begun(self, one: Sent) -> tuple[str, Words]:
        """A first request, or one after the answer to the last did not come in time."""
        name, server = self.ids[one.origin], self.ids[one.target]
        _, _, asked, t0 = one.body
        values = name, server, self.ms(t0)
        if asked == 1:
            return "ask", words("%1 asks %2 for its time, when its own clock reads %3 ms", *values)
        return "time-out", words(
            "%1 has had no answer for 1 s: it asks %2 again, when its own clock reads %3 ms",
            *values,
        )

    def _others(self) -> Iterator[Narrated]:
        """Adjustments when the time for answers is over."""
        for place, sync in enumerate(self.trace.clock_syncs):
            if sync.method == self.method and place not in self._told:
                cause = words("%1 has waited long enough", self.ids[sync.process])
                row = self.before(sync.time_us)
                said = joined(cause, *self.adjusts(sync))
                yield Narrated(sync.time_us, row, sync.process, self.rule_of(sync), said)

    def _ends(self) -> Iterator[Narrated]:
        for row in self.rows(RowKind.SET_CLOCK):
            data = self.trace.notes[int(self.trace.row_ref[row])].data
            if data.get("method") == self.method and "by_us" not in data:
                name = self.ids[self.process_of(row)]
                said = words(
                    "The clock of %1 has moved as far as it was to: it runs as before", name
                )
                yield self.at(row, "slewed", said)


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

    def measured(
        self, process: int, time_us: int, session: int, sample: Sample
    ) -> tuple[list[Words], str]:
        sent = self.take(process, time_us, lambda one: one.body[:2] == (REPORT, session))
        if not sent:
            return self.late(process, time_us, session)
        return [self._reports(sent[0])], "measured"

    def is_over(self, process: int, time_us: int, session: int) -> bool:
        return any(one.time_us <= time_us for one in self.sent_by(process, REPORT, session))

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
            return self.at(row, "ignore", joined(cause, _USELESS))
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
        sync = self._sync_at(process, time_us, None) if sent else None
        if sync is not None:
            yield from self.adjusts(sync)

    def _adjusted(self, row: int, payload: Routed) -> Narrated:
        process, by_us = self.process_of(row), payload.body[2]
        cause = words("%1 hears from %2 that it is to move by %3 ms",
                      self.ids[process], self.ids[payload.origin], self.signed(by_us))  # fmt: skip
        sync = self._sync_at(process, self.time_of(row), None)
        if sync is None:
            return self.at(row, "ignore", joined(cause, _USELESS))
        effects = [effect for effect in self.adjusts(sync) if "rounds" not in effect.text]
        return self.at(row, self.rule_of(sync), joined(cause, *effects))

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
