"""Checkpoints that nobody has to be asked for: when each is taken, and why one is forced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from snapviz.engine.stable import FORCED, INDEPENDENT, INITIAL, SCRIPTED, CheckpointRow
from snapviz.engine.trace import RowKind
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.telling import BACK, Telling
from snapviz.study.words import Words, words

RULES = {SCRIPTED: "scripted", INDEPENDENT: "interval", FORCED: "forced"}


class Checkpoints(Telling):
    """The policies ``none`` and ``independent``."""

    def steps(self) -> Iterator[Narrated]:
        for row in self.rows(RowKind.CHECKPOINT):
            taken = self.trace.checkpoints[int(self.trace.row_ref[row])]
            if taken.kind in RULES:
                yield self.at(row, RULES[taken.kind], self.said(row, taken))

    def said(self, row: int, taken: CheckpointRow) -> Words:
        """How one comes about."""
        return joined(self.cause(row, taken), *self.effects(taken), self.takes(taken))

    def cause(self, row: int, taken: CheckpointRow) -> Words:
        name = self.ids[taken.process]
        if taken.kind == SCRIPTED:
            return words("The script asks %1 for a checkpoint", name)
        local_us = self.local_us(taken.process, row, self.time_of(row))
        return words("The clock of %1 reads %2 ms, an interval is over", name, self.ms(local_us))

    def effects(self, taken: CheckpointRow) -> Iterator[Words]:
        """What comes before it saves its state."""
        yield from ()

    def takes(self, taken: CheckpointRow) -> Words:
        return words("it saves its state as checkpoint %1", taken.index)


class Induced(Checkpoints):
    """The policies by which messages force checkpoints: each process has a value of its own.

    ``NAME``: of the policy; ``FIELD``: under which its protocol remembers the value.
    """

    NAME: str
    FIELD: str

    def start(self) -> Any:
        """The value at the beginning of the run."""
        raise NotImplementedError

    def learnt(self, value: Any, data: Any) -> Any:
        """The value after a message that carries ``data``."""
        raise NotImplementedError

    def steps(self) -> Iterator[Narrated]:
        """``self.value`` follows the run, by process."""
        self.value = [self.start() for _ in self.ids]
        kinds = (RowKind.CHECKPOINT, RowKind.SEND, RowKind.RECEIVE, *BACK)
        for row in self.rows(*kinds):
            kind, ref = int(self.trace.row_kind[row]), int(self.trace.row_ref[row])
            if kind == RowKind.CHECKPOINT:
                yield from self._taken(row, self.trace.checkpoints[ref])
            elif kind == RowKind.SEND:
                yield self.at(row, "send", self.sends(ref))
            elif kind == RowKind.RECEIVE:
                yield self._received(row, ref)
            else:
                self._put_back(row)

    def _taken(self, row: int, taken: CheckpointRow) -> Iterator[Narrated]:
        if taken.kind != INITIAL:
            said = self.said(row, taken)
            self.value[taken.process] = taken.saved[self.NAME][self.FIELD]
            yield self.at(row, RULES[taken.kind], said)

    def cause(self, row: int, taken: CheckpointRow) -> Words:
        return self.forces(row) if taken.kind == FORCED else super().cause(row, taken)

    def _received(self, row: int, message: int) -> Narrated:
        process, data = self.process_of(row), self.attached(message, self.NAME)
        said = self.receives(process, message, self.value[process], data)
        self.value[process] = self.learnt(self.value[process], data)
        return self.at(row, "receive", said)

    def _put_back(self, row: int) -> None:
        start, again = self.restart_of(row)
        value = self.start() if start.kind == INITIAL else start.saved[self.NAME][self.FIELD]
        for message in again:
            value = self.learnt(value, self.attached(message, self.NAME))
        self.value[start.process] = value

    # What is said

    def forces(self, row: int) -> Words:
        """Why a checkpoint is taken before the message that comes."""
        raise NotImplementedError

    def sends(self, message: int) -> Words:
        raise NotImplementedError

    def receives(self, process: int, message: int, value: Any, data: Any) -> Words:
        raise NotImplementedError


class Indices(Induced):
    """Index-based checkpoints: the value is the index of the last checkpoint."""

    NAME, FIELD = "index-based", "index"

    def start(self) -> int:
        return 0

    def learnt(self, value: int, data: int) -> int:
        return max(value, data)

    def effects(self, taken: CheckpointRow) -> Iterator[Words]:
        yield words("its index becomes %1", taken.saved[self.NAME][self.FIELD])

    def forces(self, row: int) -> Words:
        process, message = self.process_of(row), self.coming(row)
        name, other = self.ids[process], self.ids[self.source(message)]
        return words(
            "%1 is about to receive %2 from %3, which carries index %4, and its own is only %5",
            name, self.payload(message), other, self.attached(message, self.NAME),
            self.value[process],
        )  # fmt: skip

    def sends(self, message: int) -> Words:
        name, other = self.ids[self.source(message)], self.ids[self.target(message)]
        index = self.attached(message, self.NAME)
        return words("%1 sends %2 to %3 with its index, %4",
                     name, self.payload(message), other, index)  # fmt: skip

    def receives(self, process: int, message: int, value: int, data: int) -> Words:
        return words(
            "%1 receives %2 from %3: its index %4 is not above %5, the own one",
            self.ids[process], self.payload(message), self.ids[self.source(message)], data, value,
        )  # fmt: skip


class Dependencies(Induced):
    """FDAS: the value is the dependency vector."""

    NAME, FIELD = "fdas", "depends"

    def start(self) -> tuple[int, ...]:
        return (0,) * len(self.ids)

    def learnt(self, value: tuple[int, ...], data: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(map(max, value, data))

    def effects(self, taken: CheckpointRow) -> Iterator[Words]:
        yield words("interval %1 of its own begins", self._own(taken))

    def _own(self, taken: CheckpointRow) -> int:
        return taken.saved[self.NAME][self.FIELD][taken.process]

    def forces(self, row: int) -> Words:
        process, message = self.process_of(row), self.coming(row)
        news = self._news(self.value[process], self.attached(message, self.NAME))
        return words(
            "%1, which has sent since its last checkpoint, is about to receive %2 from %3, which "
            "depends on what %1 did not depend on (%4)",
            self.ids[process], self.payload(message), self.ids[self.source(message)], news,
        )  # fmt: skip

    def _news(self, value: tuple[int, ...], data: tuple[int, ...]) -> str:
        """``P1: 3 > 2``: where an entry of a message is above the own one."""
        raised = [k for k in range(len(self.ids)) if data[k] > value[k]]
        return ", ".join(f"{self.ids[k]}: {data[k]} > {value[k]}" for k in raised)

    def sends(self, message: int) -> Words:
        name, other = self.ids[self.source(message)], self.ids[self.target(message)]
        vector = ", ".join(map(str, self.attached(message, self.NAME)))
        return words("%1 sends %2 to %3 with its dependency vector (%4)",
                     name, self.payload(message), other, vector)  # fmt: skip

    def receives(
        self, process: int, message: int, value: tuple[int, ...], data: tuple[int, ...]
    ) -> Words:
        name, other = self.ids[process], self.ids[self.source(message)]
        news = self._news(value, data)
        if not news:
            return words("%1 receives %2 from %3, which depends on nothing new",
                         name, self.payload(message), other)  # fmt: skip
        return words(
            "%1, which has sent nothing since its last checkpoint, receives %2 from %3: it notes "
            "what it depends on now (%4)",
            name, self.payload(message), other, news,
        )  # fmt: skip
