"""Clocks brought together by messages: who asks whom, what came of it, and what is added."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from snapviz.engine.clocks import ClockSync, Sample
from snapviz.engine.trace import Routed, RowKind
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.routed import RoutedTelling, Sent
from snapviz.protocols.exchange import PATIENCE_US
from snapviz.run import Run
from snapviz.study.words import Words, words

ASK, TELL = "ask", "tell"
USELESS = words("that is of no use any more")


class Heard(NamedTuple):
    """An answer that has come in: to which question of its synchronisation, and what it measures."""

    process: int
    time_us: int
    session: int
    asked: int
    sample: Sample


class ClockSyncs(RoutedTelling):
    """Cristian, NTP, and what they share with Berkeley.

    ``_told``: the adjustments told already. By process and synchronisation, ``_first_us``: when the
    first answer came, and ``_done``: those that an answer has ended.
    """

    def __init__(self, run: Run, method: str):
        super().__init__(run, (method,))
        self.method = method
        self._told: set[int] = set()
        self._first_us: dict[tuple[int, int], int] = {}
        self._done: set[tuple[int, int]] = set()

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
        _, session, asked, t0, t1, t2 = payload.body
        process, time_us = self.process_of(row), self.time_of(row)
        sample = Sample(t0, t1, t2, self.local_us(process, row, time_us))
        cause = words(
            "%1 hears from %2 that its clock read %3 ms, %4 ms after asking",
            self.ids[process], self.ids[payload.origin], self.ms(t1), self.ms(sample.t3 - t0),
        )  # fmt: skip
        effects, rule = self._follows(Heard(process, time_us, session, asked, sample))
        return self.at(row, rule, joined(cause, *effects))

    def _follows(self, heard: Heard) -> tuple[list[Words], str]:
        """What an answer brings about, and by which rule."""
        following = ASK, heard.session, heard.asked + 1
        if self.is_in_time(heard) and self.take(
            heard.process, heard.time_us, lambda one: one.body[:3] == following
        ):
            found = [words("it asks once more")], "next-round"
        else:
            found = self._ends_with(heard) or self._late(heard)
        self._first_us.setdefault((heard.process, heard.session), heard.time_us)
        return found

    def _ends_with(self, heard: Heard) -> tuple[list[Words], str] | None:
        """What follows when no round is left; None if something else ends the last one."""
        is_awaited = self.is_in_time(heard) or self.over_us(heard) <= heard.time_us
        found = self.measured(heard) if is_awaited and not self.is_over(heard) else None
        if found is not None:
            self._done.add((heard.process, heard.session))
        return found

    def is_in_time(self, heard: Heard) -> bool:
        """Whether an answer is to the latest question, and still waited for.

        Where the time runs out in the instant in which it comes, it does so first.
        """
        times = {
            one.body[2]: one.time_us for one in self.sent_by(heard.process, ASK, heard.session)
        }
        next_us = times.get(heard.asked + 1, heard.time_us)
        return next_us >= heard.time_us and heard.time_us < times[heard.asked] + PATIENCE_US

    def is_over(self, heard: Heard) -> bool:
        """Whether a process has done before what its answers were for."""
        key, over_us = (heard.process, heard.session), self.over_us(heard)
        is_run_out = self._first_us.get(key, over_us) < over_us <= heard.time_us
        return key in self._done or is_run_out

    def over_us(self, heard: Heard) -> int:
        """When the time of the last round runs out; what has come by then has to do."""
        questions = self.sent_by(heard.process, ASK, heard.session)
        return questions[-1].time_us + PATIENCE_US

    def measured(self, heard: Heard) -> tuple[list[Words], str] | None:
        """What an answer ends with if it is the last that counts, and by which rule."""
        sync = self.sync_at(heard.process, heard.time_us, heard.sample)
        if sync is None:
            return None
        return [*self.counts(sync), self.moves(sync)], self.rule_of(sync)

    def _late(self, heard: Heard) -> tuple[list[Words], str]:
        """An answer for which its round did not wait: it counts until the last one is over."""
        first_us = self.sent_by(heard.process, ASK, heard.session)[0].time_us
        if self.is_over(heard) or self.went_back(heard.process, first_us, heard.time_us):
            return [USELESS], "ignore"
        return [words("that answers an earlier round and counts as well")], "late"

    def sent_by(self, process: int, kind: str, session: int) -> list[Sent]:
        """What a process sends of one kind in a synchronisation."""
        return self._sent_by.get((process, kind, session), [])

    @cached_property
    def _sent_by(self) -> dict[tuple[int, str, int], list[Sent]]:
        """By process, kind and synchronisation, in the order they are sent."""
        found: dict[tuple[int, str, int], list[Sent]] = {}
        for some in self.sent.values():
            for one in some:
                kind, session = one.body[:2]
                found.setdefault((one.origin, kind, session), []).append(one)
        return found

    def went_back(self, process: int, since_us: int, until_us: int) -> bool:
        """Whether a process has forgotten in between what it had begun.

        Who restarts in the instant in which it begins did so before.
        """
        crashes, restarts = (
            [self.time_of(row) for row in self.rows(*kinds) if self.process_of(row) == process]
            for kinds in ((RowKind.CRASH, RowKind.ROLL_BACK), (RowKind.RESTART,))
        )
        return any(since_us <= one <= until_us for one in crashes) or any(
            since_us < one <= until_us for one in restarts
        )

    # What is added

    def sync_at(self, process: int, time_us: int, last: Sample | None) -> ClockSync | None:
        """What is done to a clock at an instant; ``last``: because of this sample."""
        for place, sync in enumerate(self.trace.clock_syncs):
            is_here = (sync.method, sync.process, sync.time_us) == (self.method, process, time_us)
            is_it = last is None or sync.samples[-1:] == (last,)
            if is_here and is_it and place not in self._told:
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

    def counts(self, sync: ClockSync) -> Iterator[Words]:
        """Which of several rounds is made use of."""
        if len(sync.samples) > 1:
            yield words("of %1 rounds the quickest counts, of %2 ms",
                        len(sync.samples), self.ms(sync.best.delay_us))  # fmt: skip

    def moves(self, sync: ClockSync) -> Words:
        """What is done to the clock."""
        gained, by = self._runs_on(sync), self.ms(abs(sync.applied_us))
        if sync.applied_us == 0:
            return words("it leaves its clock as it is")
        if gained is None and sync.applied_us > 0:
            return words("it sets its clock forward by %1 ms", by)
        if gained is None:
            return words("it sets its clock back by %1 ms", by)
        if gained > 0:
            return words("until it has gained %1 ms, its clock runs %2 µs a second faster",
                         by, self.rate(gained))  # fmt: skip
        return words("until it has lost %1 ms, its clock runs %2 µs a second slower",
                     by, self.rate(-gained))  # fmt: skip

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
            "%1 has waited 1 s in vain: it asks %2 again, when its own clock reads %3 ms",
            *values,
        )

    def _others(self) -> Iterator[Narrated]:
        """Adjustments when the time for answers is over."""
        for place, sync in enumerate(self.trace.clock_syncs):
            if sync.method == self.method and place not in self._told:
                cause = words("%1 has waited long enough", self.ids[sync.process])
                row = self.before(sync.time_us)
                said = joined(cause, *self.counts(sync), self.moves(sync))
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
