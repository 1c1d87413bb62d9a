"""The capture of a snapshot as the trace has it, one step for each thing that comes to a process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from snapviz.engine.trace import ChannelRecord, Control, Record, RowKind
from snapviz.lessons.narration.joining import NAME as SPEZIALETTI_KEARNS
from snapviz.lessons.narration.joining import SharedCut
from snapviz.lessons.narration.saying import ANSWERS, FILING, SENT_BY, word_of
from snapviz.run import Run

BEGINS, CLOCK, ARRIVES, PASSES, IGNORES = "begins", "clock", "arrives", "passes", "ignores"
RED, KEEPS = "red", "keeps"
ACHARYA_BADRINATH = "acharya-badrinath"
RECEIVED = (RowKind.RECEIVE, RowKind.DUPLICATE)


@dataclass
class Happening:
    """One step. ``row``: how many rows of the trace have happened then; ``process`` -1: everybody.

    ``message``: what came, -1 if nothing did; ``word``: what it says if it is a control message.
    ``rows``, ``records``, ``kept``, ``sent``: the rows of the trace that it is made of, and the
    recorded states, recorded channel messages and control messages that it brings about, all by
    their numbers. ``is_last``: of all the answers that a process waits for. ``is_filing``: it
    records what was saved for another snapshot.
    """

    time_us: int
    row: int
    process: int
    what: str
    message: int = -1
    word: str = ""
    rows: list[int] = field(default_factory=list)
    records: list[int] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    is_last: bool = False
    is_filing: bool = False


def happenings(run: Run, number: int) -> list[Happening]:
    """The steps of the capture of a snapshot, in the order they happen."""
    return _Reader(run, number).read()


class _Reader:
    def __init__(self, run: Run, number: int):
        self._trace, self._number = run.trace, number
        self._row = run.trace.snapshots[number]
        self._protocol = self._row.protocol
        self._serves = (run.trace.message_snapshot == number) & ~run.trace.message_keeps
        self._steps: list[Happening] = []
        self._at: dict[int, Happening] = {}
        self._heard: set[int] = set()
        self._joins = self._protocol == SPEZIALETTI_KEARNS
        self._shared = SharedCut(run.trace, number, self._serves)
        self._filing: dict[int, Happening] = {}
        self._at_once: dict[int, list[Happening]] = {}
        self._recorded: dict[int, int] = {}

    def read(self) -> list[Happening]:
        self._begin()
        self._read_arrivals()
        if self._joins:
            self._read_others()
        self._read_records()
        self._read_kept()
        self._steps.sort(key=lambda step: step.row)
        self._read_sent()
        self._ignore_late()
        return self._steps

    # What comes

    def _begin(self) -> None:
        first = int(np.searchsorted(self._trace.row_time, self._row.started_us))
        process = -1 if self._row.initiator is None else self._row.initiator
        self._steps.append(Happening(self._row.started_us, first, process, BEGINS))

    def _add(self, row: int, what: str, message: int = -1, word: str = "") -> Happening:
        trace = self._trace
        time_us, process = int(trace.row_time[row]), int(trace.row_process[row])
        step = Happening(time_us, row + 1, process, what, message, word)
        self._steps.append(step)
        self._at[row] = step
        return step

    def _read_arrivals(self) -> None:
        for row in self._rows(RowKind.CONTROL, RowKind.CONTROL_DUPLICATE):
            message = int(self._trace.row_ref[row])
            if self._serves[message]:
                self._arrive(row, message)

    def _rows(self, *kinds: RowKind) -> list[int]:
        return np.flatnonzero(np.isin(self._trace.row_kind, kinds)).tolist()

    def _arrive(self, row: int, message: int) -> None:
        payload, process = self._trace.payloads[message], int(self._trace.row_process[row])
        what = ARRIVES
        if self._trace.row_kind[row] == RowKind.CONTROL_DUPLICATE or self._is_late(row):
            what = IGNORES
        elif type(payload) is not Control and payload.target != process:
            what = PASSES
        step = self._add(row, what, message, word_of(self._protocol, payload))
        step.rows.append(row)
        if what == ARRIVES and step.word in ANSWERS:
            self._heard.add(payload.origin)
            step.is_last = len(self._heard) == len(self._trace.process_ids) - 1

    def _is_late(self, row: int) -> bool:
        over_us = self._row.completed_us
        return over_us is not None and int(self._trace.row_time[row]) > over_us

    def _read_others(self) -> None:
        """What is said for other snapshots of the same cut, where it matters for this one."""
        filed = {record.process for _, record in self._without_row()}
        region = {record.process for _, record in self._mine()} - filed
        for row in self._shared.foreign_markers(region):
            self._add_said(row)
        for process, row in self._shared.filings(filed).items():
            step = self._at.get(row) or self._add_said(row)
            step.is_filing = True
            self._filing[process] = step

    def _add_said(self, row: int) -> Happening:
        message = int(self._trace.row_ref[row])
        word = word_of(self._protocol, self._trace.payloads[message])
        return self._add(row, ARRIVES, message, word)

    # What is recorded

    def _mine(self) -> list[tuple[int, Record]]:
        records = enumerate(self._trace.records)
        return [(place, record) for place, record in records if record.snapshot == self._number]

    def _without_row(self) -> list[tuple[int, Record]]:
        """States saved earlier than they were asked for: their row is not one of recording."""
        refs = self._trace.row_ref
        with_row = {int(refs[row]) for row in self._rows(RowKind.RECORD)}
        return [(place, record) for place, record in self._mine() if place not in with_row]

    def _read_records(self) -> None:
        trace, mine = self._trace, dict(self._mine())
        for row in self._rows(RowKind.RECORD):
            place = int(trace.row_ref[row])
            if place in mine:
                step = self._step_of_record(row, mine[place])
                step.rows.append(row)
                step.row = row + 1
                step.records.append(place)
        for place, record in self._without_row():
            self._last_at(record.process).records.append(place)

    def _step_of_record(self, row: int, record: Record) -> Happening:
        before = self._at.get(row - 1)
        if before is not None and before.process == record.process and before.what == ARRIVES:
            return before
        begin = self._steps[0]
        is_start = (record.process, record.time_us) == (begin.process, begin.time_us)
        if is_start and not begin.records:
            return begin
        if self._row.initiator is None:
            return self._add(row, CLOCK)
        return self._add(row, RED, self._coming(row, record.process))

    def _coming(self, row: int, process: int) -> int:
        """The application message that a process is about to receive: in its next row."""
        trace = self._trace
        for after in range(row + 1, trace.row_count):
            if trace.row_process[after] == process and trace.row_kind[after] in RECEIVED:
                return int(trace.row_ref[after])
        return -1

    def _last_at(self, process: int) -> Happening:
        """What made a process put together what it had saved."""
        if process in self._filing:
            return self._filing[process]
        steps = [s for s in self._steps if s.process == process and s.what == ARRIVES]
        filing = [step for step in steps if step.word in FILING or step.is_last]
        return (filing or steps or self._steps[:1])[-1]

    def _read_kept(self) -> None:
        received = self._received_at()
        for step in sorted(self._steps, key=lambda step: step.row):
            if step.records:
                self._recorded.setdefault(step.process, step.row)
        for place, kept in enumerate(self._trace.channel_records):
            if kept.snapshot == self._number:
                row = received.get((kept.message, kept.time_us), -1)
                self._step_of_kept(row, kept).kept.append(place)

    def _received_at(self) -> dict[tuple[int, int], int]:
        """The row in which a message, or a copy of it, is received at an instant."""
        trace, found = self._trace, {}
        for row in self._rows(RowKind.RECEIVE):
            message, time_us = int(trace.row_ref[row]), int(trace.row_time[row])
            for number in (message, trace.message_copies.get(message, message)):
                found.setdefault((number, time_us), row)
        return found

    def _step_of_kept(self, row: int, kept: ChannelRecord) -> Happening:
        trace = self._trace
        if self._protocol == ACHARYA_BADRINATH:
            return self._last_at(self._row.initiator)
        process = int(trace.channel_target[kept.channel])
        if row >= 0 and self._recorded.get(process, row + 1) <= row:
            return self._at.get(row) or self._add(row, KEEPS, kept.message)
        return self._last_at(process)

    # What is sent

    def _read_sent(self) -> None:
        for step in self._steps:
            self._at_once.setdefault(step.time_us, []).append(step)
        for message in self._own_messages():
            step = self._sender(message)
            if step is not None:
                step.sent.append(message)

    def _own_messages(self) -> list[int]:
        own = self._shared.said_for_it() if self._joins else self._serves
        return np.flatnonzero(own & (self._trace.message_copy_of < 0)).tolist()

    def _sender(self, message: int) -> Happening | None:
        trace, payload = self._trace, self._trace.payloads[message]
        time_us = int(trace.message_sent[message])
        process = int(trace.channel_source[trace.message_channel[message]])
        here = [s for s in self._at_once.get(time_us, ()) if s.process in (process, -1)]
        if type(payload) is not Control and payload.origin != process:
            found = [s for s in here if self._goes_on(s, payload)]
        else:
            by = SENT_BY[word_of(self._protocol, payload)]
            found = [s for s in here if s.what not in (PASSES, IGNORES) and by(s)]
        return found[-1] if found else None

    def _goes_on(self, step: Happening, payload: Any) -> bool:
        return step.what == PASSES and self._trace.payloads[step.message] == payload

    # What comes too late

    def _ignore_late(self) -> None:
        """Once a crash or a recovery has ended it, what comes brings nothing about any more."""
        over = self._ended_row()
        for step in self._steps:
            is_vain = not (step.records or step.kept or step.sent)
            if step.what == ARRIVES and step.row > over and is_vain:
                step.what = IGNORES

    def _ended_row(self) -> int:
        trace = self._trace
        kind, processes = self._row.failure or ("", ())
        first = min((record.row for _, record in self._mine()), default=trace.row_count)
        if kind == "crashed":
            rows = [r for r in self._rows(RowKind.CRASH) if trace.row_process[r] == processes[0]]
        else:
            rows = [r.row for r in trace.recoveries] if kind == "rolled-back" else []
        return next((row for row in rows if row > first), trace.row_count + 1)
