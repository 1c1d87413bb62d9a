"""What the processes have on stable storage: how much, and what of it nobody will ask for.

A checkpoint takes the bytes of its state; an entry of a message log what ``recovery.costs`` counts,
the message's content and a determinant without the receiver, whose log it is. Sizes as in
``engine.attachments``; what protocols remember is not counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from snapviz.causality.clocks import clock_after
from snapviz.engine.attachments import size_bytes
from snapviz.engine.eras import Era
from snapviz.engine.hooks import Received
from snapviz.engine.stable import CheckpointRow
from snapviz.engine.trace import RowKind
from snapviz.recovery.costs import ENTRY_BYTES
from snapviz.recovery.garbage import garbage_checkpoints, log_garbage
from snapviz.recovery.plan import Offer, sources_of
from snapviz.recovery.replay import receive_mask
from snapviz.run import Run
from snapviz.study.moment import STANDING, TENTATIVE, Moment

AMOUNT_BYTES = size_bytes({"amount": 0})
STABLE, VOLATILE, AT_SENDER, SENDER_DOWN, AT_OTHERS, DISCARDED = (
    "stable",
    "volatile",
    "at-sender",
    "sender-down",
    "at-others",
    "discarded",
)
WITH_SENDER, WITH_OTHERS = "sender-based", "causal"


@dataclass(frozen=True)
class Determinant:
    """Which message a receive was: the n-th that ``sender`` sent, the m-th ``receiver`` got."""

    sender: int
    send_number: int
    receiver: int
    receipt_number: int


@dataclass(frozen=True)
class Whereabouts:
    """Where an entry of the log is: ``stable``, ``volatile`` at its receiver, ``at-sender``, gone
    with a ``sender-down``, ``at-others``, whose numbers are the ``holders``, or ``discarded``."""

    place: str
    holders: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """The stable storage of one process: checkpoints and log entries, and their bytes."""

    checkpoints: int
    checkpoint_bytes: int
    entries: int
    entry_bytes: int

    @property
    def total_bytes(self) -> int:
        return self.checkpoint_bytes + self.entry_bytes


@dataclass(frozen=True)
class Garbage:
    """What no later recovery asks for: checkpoints by number, receives by trace row."""

    checkpoints: frozenset[int]
    receives: frozenset[int]


class EraLog:
    """What was received and stands in one era of a run: what a log of it holds.

    ``rows``: int64[K], the trace rows of the receives, ascending. ``earlier``: one of the same run,
    whose measures of checkpoints hold here too.
    """

    def __init__(self, run: Run, era: Era, earlier: EraLog | None = None):
        self.trace, self.era = run.trace, era
        self._saved: dict[int, int] = {} if earlier is None else earlier._saved
        self.rows = era.view.event_rows[receive_mask(era.computation)]

    def saved_bytes(self, taken: CheckpointRow, number: int) -> int:
        """The bytes of a checkpoint's state, measured once."""
        found = self._saved.get(number)
        if found is None:
            found = self._saved[number] = size_bytes(taken.state)
        return found

    @cached_property
    def sizes(self) -> np.ndarray:
        """int64[K]: the bytes of each entry."""
        payloads, copies = self.trace.payloads, self.trace.message_copies
        originals = (copies.get(ref, ref) for ref in self.trace.row_ref[self.rows].tolist())
        held = (payloads[message] for message in originals)
        sizes = (AMOUNT_BYTES if type(one) is int else size_bytes(one) for one in held)
        return np.fromiter(sizes, np.int64, len(self.rows)) + ENTRY_BYTES

    @cached_property
    def _numbers(self) -> tuple[np.ndarray, np.ndarray]:
        """int64[E] each: of a send and of a receive how many of its kind its process has had."""
        c = self.era.computation
        sends = np.zeros(c.event_count, bool)
        sends[c.message_send] = True
        return _counted(c, sends), _counted(c, receive_mask(c))

    def prepare(self) -> None:
        """Number the messages now."""
        _ = self._numbers

    def determinant(self, row: int) -> Determinant:
        """Of one of its receives."""
        trace, view = self.trace, self.era.view
        ref = int(trace.row_ref[row])
        message = view.message_numbers[trace.message_copies.get(ref, ref)]
        sent = int(view.computation.message_send[message])
        event = int(np.searchsorted(view.event_rows, row))
        sends, receipts = self._numbers
        processes = view.computation.event_process
        return Determinant(
            int(processes[sent]), int(sends[sent]), int(processes[event]), int(receipts[event])
        )


class Storage:
    """The stable storage of all processes at one moment of a run."""

    def __init__(self, moment: Moment, log: EraLog | None = None):
        run = moment.run
        self.moment = moment
        self.log = log or EraLog(run, run.era(max(0, moment.rows - 1)))
        self._trace = run.trace
        self._method = run.scenario.logging.method

    def prepare(self) -> None:
        """Work out now what is asked for again and again."""
        _ = self.shelves
        if self._method == WITH_OTHERS:
            _ = self._knowledge
        self.log.prepare()

    # The log

    @property
    def count(self) -> int:
        """How many receives of the log have happened."""
        return int(np.searchsorted(self.log.rows, self.moment.rows))

    @property
    def received(self) -> np.ndarray:
        """int64[K]: the trace rows of the receives that stand, ascending."""
        return self.log.rows[: self.count]

    def whereabouts(self, row: int) -> Whereabouts | None:
        """Where the entry of a receive is; None: this run logs nothing."""
        process = int(self._trace.row_process[row])
        if self.moment.logging is None:
            return None
        if row < self.moment.log_starts.get(process, 0):
            return Whereabouts(DISCARDED)
        written = row < self.moment.flushed.get(process, 0)
        if written or self.moment.logging.WRITES_AT_ONCE:
            return Whereabouts(STABLE)
        if self._method == WITH_SENDER:
            sender = self._trace.channel_ends[self._trace.message_channel[self._trace.row_ref[row]]]
            place = SENDER_DOWN if sender[0] in self.moment.down else AT_SENDER
            return Whereabouts(place, (int(sender[0]),))
        if self._method == WITH_OTHERS:
            return Whereabouts(AT_OTHERS, self._dependants(process, row))
        return Whereabouts(VOLATILE)

    def _dependants(self, process: int, row: int) -> tuple[int, ...]:
        """The other processes whose state depends on a receive, so that they know of it."""
        local = self.moment.era.events_before(row, process)
        knowing = np.flatnonzero(self._knowledge[:, process] > local).tolist()
        return tuple(p for p in knowing if p != process and p not in self.moment.down)

    @cached_property
    def _knowledge(self) -> np.ndarray:
        """int64[n, n]: the vector clock of each process now."""
        c = self.moment.computation
        counts = c.event_counts.tolist()
        return np.array([clock_after(c, process, count) for process, count in enumerate(counts)])

    def _is_stable(self) -> np.ndarray:
        """bool[K]: of the receives that stand, which are on stable storage."""
        rows, method = self.received, self.moment.logging
        if method is None:
            return np.zeros(len(rows), bool)
        kept = rows >= self._by_process(self.moment.log_starts, rows)
        if method.WRITES_AT_ONCE:
            return kept
        return kept & (rows < self._by_process(self.moment.flushed, rows))

    def _by_process(self, limits: dict[int, int], rows: np.ndarray) -> np.ndarray:
        """int64[K]: for each of these rows the limit of its process, 0 if it has none."""
        of = np.zeros(len(self._trace.process_ids), np.int64)
        for process, row in limits.items():
            of[process] = row
        return of[self._trace.row_process[rows]]

    # How much

    @cached_property
    def shelves(self) -> tuple[Shelf, ...]:
        """What each process keeps."""
        count = len(self._trace.process_ids)
        stable = np.flatnonzero(self._is_stable())
        processes = self._trace.row_process[self.log.rows[stable]]
        entries = np.bincount(processes, minlength=count)
        sizes = np.bincount(processes, self.log.sizes[stable], minlength=count)
        return tuple(
            Shelf(*self._kept(process), int(entries[process]), int(sizes[process]))
            for process in range(count)
        )

    def _kept(self, process: int) -> tuple[int, int]:
        moment = self.moment
        mine = [n for n in moment.taken[process] if moment.status(n) in (STANDING, TENTATIVE)]
        return len(mine), sum(self.log.saved_bytes(moment.checkpoint(n), n) for n in mine)

    # What may go

    def garbage(self) -> Garbage:
        """What could be discarded now; n searches of the rollback-dependency graph without a log."""
        moment, c = self.moment, self.moment.computation
        if moment.logging is None:
            places = garbage_checkpoints(c, moment.candidates)
            return Garbage(self._numbers_of(places), frozenset())
        offers = [self._offer(process) for process in range(c.process_count)]
        found = log_garbage(c, [sources_of(offer) for offer in offers])
        rows = moment.era.view.event_rows[list(found.receives)]
        rows = rows[rows >= self._by_process(moment.log_starts, rows)]
        return Garbage(self._numbers_of(found.checkpoints), frozenset(rows.tolist()))

    def _numbers_of(self, places: tuple[tuple[int, ...], ...]) -> frozenset[int]:
        usable = self.moment.usable
        return frozenset(usable[p][place] for p, mine in enumerate(places) for place in mine)

    def _offer(self, process: int) -> Offer:
        """What could be had if all failed now."""
        rows, moment = self.moment.era.rows_of_process[process], self.moment
        kinds, written = self._trace.row_kind[rows], moment.flushed.get(process, 0)
        gone = frozenset(
            local
            for local in np.flatnonzero(kinds == RowKind.RECEIVE).tolist()
            if not moment.logging.has_again(
                Received(int(rows[local]) < written, False, False, True)
            )
        )
        candidates = tuple(moment.candidates[process])
        return Offer(candidates, gone, False, len(rows), len(rows))


def _counted(c, chosen: np.ndarray) -> np.ndarray:
    """int64[E]: for each chosen event its place, from 1, among those of its process; else 0."""
    counts = np.zeros(c.event_count, np.int64)
    for process in range(c.process_count):
        events = c.events_of(process)
        mine = events[chosen[events]]
        counts[mine] = np.arange(1, len(mine) + 1)
    return counts
