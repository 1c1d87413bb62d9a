"""It never happened, but it could have: a run told so that it passes through a snapshot.

Chandy and Lamport (1985, section 4.2) prove that a recorded global state lies on some execution
from the start of the run to its end. Here is that execution, as a trace of its own.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from snapviz.causality.reordering import Retiming, inside, retimed, through
from snapviz.engine.keyframes import Keyframes
from snapviz.engine.trace import KIND_BITS, Record, RowKind, Trace
from snapviz.run import Run, Snapshot
from snapviz.scenario.kinds import thousandths_text
from snapviz.scenario.model import Crash, Rollback, Scenario

ROOM = 20  # of the run is free on either side of the cut, twice over
_OF_MESSAGES = (RowKind.SEND, RowKind.RECEIVE, RowKind.DUPLICATE)


@dataclass(frozen=True)
class Retelling:
    """A retold run and how it stands to the run that was.

    ``run`` can be drawn and asked like any run. It has the application events and messages of
    the original and one recording per process, all at ``at_us``; nothing of markers, clocks and
    other snapshots. After ``rows`` rows exactly the cut has happened.
    ``row_of``: int64[R], the retold row of each original row, -1 for what is not told.
    ``message_of``: int64[M], the same for messages.
    ``moved``: bool[R of the retelling], the events that happen at another time than they did.
    """

    run: Run
    at_us: int
    rows: int
    row_of: np.ndarray
    message_of: np.ndarray
    moved: np.ndarray


def pass_through(run: Run, snapshot: Snapshot) -> Retelling:
    """Retell a run so that at one instant the system is in the state a snapshot recorded.

    Same events, same order on each process, every receive after its send, channels as orderly as
    they were. Raises ValueError in words for a snapshot that is not complete, or not consistent
    (naming the orphan), and for a run with crashes.
    """
    cut = _cut(run, snapshot)
    c, times = run.computation, run.trace.row_time[run.event_rows]
    first = inside(c, cut)
    wish = max(record.time_us for record in snapshot.records)
    retiming = retimed(times, first, wish, run.until_us // ROOM)
    telling = _Telling(run, snapshot, through(c, cut), retiming)
    count = int(first.sum())
    told = _told(run, snapshot, telling.trace(count))
    row_of, moved = telling.row_of(count), telling.moved(count)
    return Retelling(told, telling.retiming.at, count, row_of, telling.message_of, moved)


def has_crashes(scenario: Scenario) -> bool:
    """Whether states are lost in its run, which no other order of its events would bring back."""
    return any(isinstance(action, Crash | Rollback) for action in scenario.script)


def _cut(run: Run, snapshot: Snapshot) -> np.ndarray:
    if has_crashes(run.scenario):
        raise ValueError("in this run a process crashes or is rolled back, so it is not reordered")
    verdict = snapshot.verdict
    if verdict is None or snapshot.cut is None:
        raise ValueError(
            f"{snapshot.id} is not complete, so there is no recorded state to pass through"
        )
    if not verdict.consistent:
        trace, orphan = run.trace, verdict.orphans[0]
        source, target = trace.channel_ends[trace.message_channel[orphan]]
        raise ValueError(
            f"no execution passes through {snapshot.id}: the message from "
            f"{trace.process_ids[source]} to {trace.process_ids[target]} sent at "
            f"{thousandths_text(int(trace.message_sent[orphan]))} ms is an orphan, "
            "received before the cut and sent after it"
        )
    return snapshot.cut


def _told(run: Run, snapshot: Snapshot, trace: Trace) -> Run:
    told = copy(run)
    for name in list(vars(told)):
        if isinstance(getattr(type(told), name, None), cached_property):
            del told.__dict__[name]
    told.trace = trace
    told.until_us = max(run.until_us, int(trace.row_time.max(initial=0)))
    told.keyframes = Keyframes()
    told.snapshots = (Snapshot(told, trace.snapshots[snapshot.number]),)
    return told


class _Telling:
    """The columns of the new trace: events in ``order``, messages numbered as they are sent."""

    def __init__(self, run: Run, snapshot: Snapshot, order: np.ndarray, retiming: Retiming) -> None:
        self.run, self.snapshot = run, snapshot
        self.order, self.retiming = order, retiming
        trace = run.trace
        self.place = np.empty_like(order)
        self.place[order] = np.arange(len(order))
        self.kind = trace.row_kind[run.event_rows]
        self.ref = trace.row_ref[run.event_rows]
        copies, all_messages = trace.message_copy_of, np.arange(trace.message_count)
        self.original = np.where(copies < 0, all_messages, copies)
        self.send_event = self._events_of(RowKind.SEND)[self.original]
        self.arrival_event = self._events_of(RowKind.RECEIVE, RowKind.DUPLICATE)
        told = np.flatnonzero(self.send_event >= 0)
        sends = self.place[self.send_event[told]]
        self.messages = told[np.lexsort((told, self.original[told], sends))]
        self.message_of = np.full(trace.message_count, -1, dtype=np.int64)
        self.message_of[self.messages] = np.arange(len(self.messages))

    def _events_of(self, *kinds: RowKind) -> np.ndarray:
        """int64[M]: the event of one of these kinds that each transit has, -1 for none."""
        events = np.flatnonzero(np.isin(self.kind, kinds))
        found = np.full(self.run.trace.message_count, -1, dtype=np.int64)
        found[self.ref[events]] = events
        return found

    def row_of(self, count: int) -> np.ndarray:
        """int64[R]: recordings come after the first ``count`` events."""
        row_of = np.full(self.run.trace.row_count, -1, dtype=np.int64)
        records = len(self.snapshot.records)
        row_of[self.run.event_rows] = self.place + np.where(self.place < count, 0, records)
        for number, record in enumerate(self.snapshot.records):
            # A state saved earlier has no row of its own.
            if self.run.trace.row_kind[record.row] == RowKind.RECORD:
                row_of[record.row] = count + number
        return row_of

    def moved(self, count: int) -> np.ndarray:
        old = self.run.trace.row_time[self.run.event_rows][self.order]
        is_moved = old != self.retiming.times[self.order]
        still = np.zeros(len(self.snapshot.records), dtype=bool)
        return np.concatenate((is_moved[:count], still, is_moved[count:]))

    def trace(self, count: int) -> Trace:
        """The trace; recordings come after the first ``count`` events."""
        old, messages = self.run.trace, self.messages
        is_about_message = np.isin(self.kind, _OF_MESSAGES)
        noted = self.order[~is_about_message[self.order]]
        refs = np.empty_like(self.order)
        refs[is_about_message] = self.message_of[self.ref[is_about_message]]
        refs[noted] = np.arange(len(noted))
        codes = (refs << KIND_BITS | self.kind)[self.order]
        records = np.arange(len(self.snapshot.records)) << KIND_BITS | RowKind.RECORD
        sent, due = self._times()
        return replace(
            old,
            row_code=np.concatenate((codes[:count], records, codes[count:])).astype(np.int64),
            message_channel=old.message_channel[messages],
            message_sent=sent,
            message_due=due,
            message_copies=self._copies(),
            payloads=[old.payloads[message] for message in messages.tolist()],
            notes=[self._note(event) for event in noted.tolist()],
            records=self._records(count),
            channel_records=[
                record._replace(
                    message=int(self.message_of[record.message]), time_us=self.retiming.at
                )
                for record in old.channel_records
                if record.snapshot == self.snapshot.number
            ],
            snapshots=self._snapshots(),
            clocks=[],
            action_spans=[],
            riders=(),
            riding={},
            waits=[],
            clock_syncs=[],
            outstanding=[],
        )

    def _times(self) -> tuple[np.ndarray, np.ndarray]:
        """Sent and due of each told message; what never arrived takes as long as it would have."""
        old, messages, times = self.run.trace, self.messages, self.retiming.times
        sent = times[self.send_event[messages]]
        planned = old.message_due[messages]
        due = sent + planned - old.message_sent[messages]
        until_us = max(self.run.until_us, int(times.max(initial=0)))
        due = np.where(planned > self.run.until_us, np.maximum(due, until_us + 1), due)
        arrival = self.arrival_event[messages]
        arrived = arrival >= 0
        due[arrived] = times[arrival[arrived]]
        due[planned < 0] = -1
        return sent, due

    def _copies(self) -> dict[int, int]:
        number = self.message_of.tolist()
        pairs = self.run.trace.message_copies.items()
        return {number[copy]: number[original] for copy, original in pairs if number[copy] >= 0}

    def _note(self, event: int):
        note = self.run.trace.notes[int(self.ref[event])]
        return note._replace(time_us=int(self.retiming.times[event]))

    def _records(self, count: int) -> list[Record]:
        at = self.retiming.at
        return [
            record._replace(time_us=at, row=count + number)
            for number, record in enumerate(self.snapshot.records)
        ]

    def _snapshots(self) -> list:
        """All keep their numbers, by which they are coloured; only one has recordings."""
        at, mine = self.retiming.at, self.snapshot.number
        rows = self.run.trace.snapshots
        return [
            replace(
                row,
                started_us=at,
                completed_us=at if row.number == mine else None,
                status=row.status if row.number == mine else "recording",
            )
            for row in rows
        ]
