"""What is logged of what is received: written at once, now and then, or sent along."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from snapviz.engine.stable import COORDINATED, INITIAL, CheckpointRow, Flush
from snapviz.engine.trace import RowKind
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.telling import Telling
from snapviz.study.words import Words, words


class _Received(Telling):
    """All that is received. ``KEPT``: how it is kept then."""

    KEPT: str

    def steps(self) -> Iterator[Narrated]:
        for row in self.rows(RowKind.RECEIVE):
            message = int(self.trace.row_ref[row])
            said = words(self.KEPT, self.ids[self.process_of(row)], self.payload(message),
                         self.ids[self.source(message)])  # fmt: skip
            yield self.at(row, "receive", said)


class Pessimistic(_Received):
    """Every receive is a write."""

    KEPT = "%1 receives %2 from %3: it is in its log before anything follows from it"


class Optimistic(_Received):
    """Receives are counted until they are written."""

    KEPT = "%1 receives %2 from %3: it has it in memory only, until its next write"

    def steps(self) -> Iterator[Narrated]:
        yield from super().steps()
        last: dict[int, int] = {}
        for flush in self.trace.flushes:
            yield self._written(flush, self._count(flush, last.get(flush.process, 0)))
            last[flush.process] = flush.row

    def _written(self, flush: Flush, count: int) -> Narrated:
        name = self.ids[flush.process]
        is_first = self._is_checkpoint(flush)
        if is_first:
            cause = words("%1 is about to take a checkpoint", name)
        else:
            cause = words("The time has come for a write of %1", name)
        rule = "checkpoint" if is_first else "flush"
        said = joined(cause, _write(count))
        return Narrated(flush.time_us, flush.row, flush.process, rule, said)

    def _is_checkpoint(self, flush: Flush) -> bool:
        """Whether the next row is the checkpoint of its process."""
        trace, row = self.trace, flush.row
        if row >= trace.row_count or trace.row_kind[row] != RowKind.CHECKPOINT:
            return False
        return (self.process_of(row), self.time_of(row)) == (flush.process, flush.time_us)

    def _count(self, flush: Flush, first: int) -> int:
        """How many messages it has received from row ``first`` on and not lost since."""
        mine = self._received[flush.process]
        rows = mine[np.searchsorted(mine, first) : np.searchsorted(mine, flush.row)]
        for undoing in self.trace.undoings:
            if undoing.process == flush.process and undoing.row < flush.row:
                rows = rows[(rows < undoing.first_row) | (rows >= undoing.row)]
        return len(rows)

    @cached_property
    def _received(self) -> list[np.ndarray]:
        """By process, the rows in which it receives, ascending."""
        rows = np.array(self.rows(RowKind.RECEIVE), dtype=np.int64)
        processes = self.trace.row_process[rows]
        return [rows[processes == process] for process in range(len(self.ids))]


def _write(count: int) -> Words:
    if not count:
        return words("nothing is to be written")
    if count == 1:
        return words("it writes the message it has received since its last write")
    return words("it writes the %1 messages it has received since its last write", count)


class Causal(Telling):
    """Determinants travel with messages."""

    NAME = "causal"

    def steps(self) -> Iterator[Narrated]:
        for row in self.rows(RowKind.SEND, RowKind.RECEIVE):
            message = int(self.trace.row_ref[row])
            number, _, _, chunks = self.attached(message, self.NAME)
            is_send = self.trace.row_kind[row] == RowKind.SEND
            tell = self._sends if is_send else self._receives
            yield self.at(row, "send" if is_send else "receive", tell(message, number, chunks))
        for number, taken in enumerate(self.trace.checkpoints):
            yield from self._checkpoint(number, taken)

    def _sends(self, message: int, number: int, chunks: tuple) -> Words:
        cause = words("%1 sends %2 to %3 as its message %4", self.ids[self.source(message)],
                      self.payload(message), self.ids[self.target(message)], number)  # fmt: skip
        if not chunks:
            return joined(cause, words("there is no determinant that %1 may lack",
                                       self.ids[self.target(message)]))  # fmt: skip
        return joined(cause, words("it attaches the determinants of %1", self._chunks(chunks)))

    def _receives(self, message: int, number: int, chunks: tuple) -> Words:
        cause = words("%1 receives %2 from %3, its message %4", self.ids[self.target(message)],
                      self.payload(message), self.ids[self.source(message)], number)  # fmt: skip
        own = words("it adds a determinant to its own order")
        if not chunks:
            return joined(cause, own)
        return joined(cause, words("with it come the determinants of %1", self._chunks(chunks)),
                      own)  # fmt: skip

    def _chunks(self, chunks: tuple) -> str:
        """``P1 2–4, P3 1``: whose receives, the first and the last of them."""
        return ", ".join(self._chunk(*chunk) for chunk in chunks)

    def _chunk(self, process: int, first: int, determinants: tuple) -> str:
        last = first + len(determinants) - 1
        return f"{self.ids[process]} {first}" + (f"–{last}" if last > first else "")

    def _checkpoint(self, number: int, taken: CheckpointRow) -> Iterator[Narrated]:
        """With a coordinated one it waits until it is permanent."""
        forgets = words("it forgets the determinants of what it has received before")
        name, row = self.ids[taken.process], taken.row + 1
        if taken.kind == INITIAL or taken.adopted is not None:
            return
        if taken.kind != COORDINATED:
            said = joined(words("%1 takes checkpoint %2", name, taken.index), forgets)
            yield Narrated(taken.time_us, row, taken.process, "checkpoint", said)
        elif taken.settled_row is not None and taken.settled_row < self.trace.row_count:
            said = words("Checkpoint %2 of %1 is permanent", name, taken.index)
            row = taken.settled_row
            yield Narrated(self.time_of(row), row + 1, taken.process, "checkpoint",
                           joined(said, forgets))  # fmt: skip
