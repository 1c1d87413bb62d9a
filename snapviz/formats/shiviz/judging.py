"""What the clocks of an execution contradict: each finding with its line, host and rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from snapviz.causality.agreement import Grown, event_rows, fallen, grown, not_borne_out, on_cycles
from snapviz.formats.shiviz.reading import Records
from snapviz.scenario.problems import Problem, nearest, quote

MOST_HINTS = 20
MOST_HINTED = 200
"""Names; looking for a near one among many takes its time."""


@dataclass(frozen=True)
class Finding:
    """One contradiction, at an event of the log."""

    line: int
    host: str
    rule: str
    message: str

    @property
    def problem(self) -> Problem:
        """As a refusal tells of it."""
        return Problem(f"line {self.line} host {quote(self.host)}", f"{self.rule}: {self.message}")


def in_order(records: Records) -> np.ndarray:
    """Return int64[E], the events host by host, each host's as its own clock counts them."""
    own = records.clocks[np.arange(len(records.host)), records.host]
    return np.lexsort((np.arange(len(own)), own, records.host))


def findings(records: Records) -> list[Finding]:
    """Everything that is wrong, in the order of the lines."""
    found = list(_Judge(records).all())
    return sorted(found, key=lambda finding: finding.line)


class _Judge:
    def __init__(self, records: Records) -> None:
        self.records = records
        self.order = in_order(records)
        self.hosts = len(records.hosts)
        self.host = records.host
        self.own = records.clocks[np.arange(len(self.host)), self.host]
        self.counts = np.bincount(self.host, minlength=self.hosts)
        self.before = np.full(len(self.host), -1)
        same = self.host[self.order[1:]] == self.host[self.order[:-1]]
        self.before[self.order[1:][same]] = self.order[:-1][same]
        self.known = records.clocks[:, : self.hosts]
        self.hints = 0

    def all(self) -> Iterator[Finding]:
        """Own entries, names, then what the clocks say of one another."""
        yield from self._own_entries()
        yield from self._strangers()
        yield from self._falls()
        rows = event_rows(self.own, self.host, self.hosts)
        rows[:, 0] = -1
        learnt = grown(self.known, self.host, self.before, rows)
        yield from self._unlogged(learnt)
        disagreeing = not_borne_out(self.known, learnt)
        cyclic = np.zeros(len(self.host), np.bool_)
        if len(disagreeing[0]) or self._some_know_their_effects(learnt):
            cyclic = on_cycles(self.before, learnt)
        yield from self._cycles(learnt, cyclic)
        yield from self._disagreements(learnt, cyclic, disagreeing)

    def _some_know_their_effects(self, learnt: Grown) -> bool:
        """Else a cause counts fewer events than its effect, and nothing goes in a circle."""
        event, cause = learnt.event[learnt.cause >= 0], learnt.cause[learnt.cause >= 0]
        knows = self.known[cause, self.host[event]] >= self.own[event]
        return bool(knows.any()) or len(fallen(self.known, self.host, self.before)[0]) > 0

    def _at(self, event: int, rule: str, message: str) -> Finding:
        records = self.records
        name = records.hosts[int(self.host[event])]
        return Finding(records.lines[event], name, rule, message)

    def _own_entries(self) -> Iterator[Finding]:
        earlier = np.where(self.before >= 0, self.own[self.before], 0)
        for event in np.flatnonzero(self.own != earlier + 1).tolist():
            own, last = int(self.own[event]), int(earlier[event])
            if own == last and own:
                line = self.records.lines[self.before[event]]
                yield self._at(
                    event,
                    "duplicate",
                    f"event {own} is already on line {line}; each is logged once",
                )
            elif not own:
                strange = np.flatnonzero(self.records.clocks[event, self.hosts :]).tolist()
                hint = self._hint(
                    self.records.hosts[int(self.host[event])],
                    [self.records.unknown[place] for place in strange],
                )
                yield self._at(
                    event,
                    "gap",
                    f"its clock has no entry of its own; a host counts its own from 1{hint}",
                )
            elif self.before[event] < 0:
                yield self._at(
                    event,
                    "gap",
                    f"its first event has number {own}, not 1; add the events that are missing",
                )
            else:
                line = self.records.lines[self.before[event]]
                yield self._at(
                    event,
                    "gap",
                    f"its own clock goes from {last} (line {line}) to {own}; "
                    "add the events that are missing",
                )

    def _strangers(self) -> Iterator[Finding]:
        strange = self.records.clocks[:, self.hosts :]
        host = self.host
        told = set()
        for event, place in np.argwhere(strange > 0).tolist():
            if (int(host[event]), place) in told:
                continue
            told.add((int(host[event]), place))
            name = self.records.unknown[place]
            yield self._at(
                event,
                "unknown host",
                f"its clock counts {strange[event, place]} events of {quote(name)}, which logs "
                f"none; add that host's log{self._hint(name, list(self.records.hosts))}",
            )

    def _hint(self, name: str, names: list[str]) -> str:
        """The name that may have been meant, a few times."""
        if self.hints == MOST_HINTS or len(names) > MOST_HINTED:
            return ""
        self.hints += 1
        return nearest(name, names)

    def _falls(self) -> Iterator[Finding]:
        for event, other in zip(*fallen(self.known, self.host, self.before), strict=True):
            earlier = int(self.before[event])
            line, name = self.records.lines[earlier], quote(self.records.hosts[other])
            before, now = int(self.known[earlier, other]), int(self.known[event, other])
            if now:
                yield self._at(
                    event,
                    "clock goes backwards",
                    f"it counts {now} events of {name}, but {before} on line {line}; "
                    "a clock never counts fewer",
                )
            else:
                yield self._at(
                    event,
                    "clock forgets",
                    f"it has no entry of {name}, but {before} on line {line}; "
                    "a clock keeps what it has learnt",
                )

    def _unlogged(self, learnt: Grown) -> Iterator[Finding]:
        for k in np.flatnonzero(learnt.cause < 0).tolist():
            event, other = int(learnt.event[k]), int(learnt.process[k])
            count, name = int(self.known[event, other]), quote(self.records.hosts[other])
            yield self._at(
                event,
                "gap",
                f"its clock counts {count} events of {name}, which logs no event {count}; "
                "add the events that are missing",
            )

    def _cycles(self, learnt: Grown, cyclic: np.ndarray) -> Iterator[Finding]:
        inside = (learnt.cause >= 0) & cyclic[learnt.event] & cyclic[learnt.cause]
        for k in np.flatnonzero(inside).tolist():
            event, cause = int(learnt.event[k]), int(learnt.cause[k])
            yield self._at(
                event,
                "cycle",
                f"event {int(self.own[event])} knows {self._name(cause)}, "
                "and that one, step by step, knows it; correct one of the clocks",
            )

    def _disagreements(
        self, learnt: Grown, cyclic: np.ndarray, found: tuple[np.ndarray, np.ndarray]
    ) -> Iterator[Finding]:
        for k, other in zip(*found, strict=True):
            event, cause = int(learnt.event[k]), int(learnt.cause[k])
            if cyclic[event] and cyclic[cause]:
                continue
            name = quote(self.records.hosts[other])
            yield self._at(
                event,
                "clock disagrees with the edges",
                f"it knows {self._name(cause)}, whose clock counts {self.known[cause, other]} "
                f"events of {name}, but counts {self.known[event, other]} itself; "
                "it must count at least as many",
            )

    def _name(self, event: int) -> str:
        """An event in words."""
        host = quote(self.records.hosts[int(self.host[event])])
        return f"event {int(self.own[event])} of {host} (line {self.records.lines[event]})"
