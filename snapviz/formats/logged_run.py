"""An execution of a log in the form of a run, so that the diagram and the panels can show it.

A log has an order but no time of its own: an event lies at its Lamport timestamp, in milliseconds.
Where one event of the log sent or received several messages, the trace has a row for each, at one
instant; the last of them stands for the event.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from snapviz.causality.clocks import lamport_clocks
from snapviz.causality.computation import Computation
from snapviz.engine.computation import CausalView
from snapviz.engine.eras import Era
from snapviz.engine.trace import KIND_BITS, Note, RowKind, Trace
from snapviz.formats.shiviz.executions import Execution
from snapviz.run import Run
from snapviz.scenario.model import Channel, Process, Scenario

STEP_US = 1000


def log_title(path: str | os.PathLike[str], label: str) -> str:
    """What an execution of the log in a file is called."""
    name = Path(path).name
    return f"{name}: {label}" if label else name


def in_order_written(run: Run) -> list[int]:
    """The events of a run as they happened; of a log, as they stand there."""
    if isinstance(run, LoggedRun):
        return np.argsort(run.execution.lines, kind="stable").tolist()
    return list(range(run.computation.event_count))


class LoggedRun(Run):
    """A run that nobody simulated: what is derived from its trace is derived as of any other."""

    is_timed: ClassVar[bool] = False

    def __init__(self, execution: Execution, title: str) -> None:
        # Not of Run: there is no simulator behind it.
        c = execution.computation
        rows = _Rows(execution)
        self.execution = execution
        self.scenario = _scenario(c, rows, title)
        self.until_us = (int(rows.stamps.max(initial=0)) + 1) * STEP_US
        self.trace = rows.trace()
        self.initial_states = [{} for _ in c.processes]
        self.quantities = {}
        self._view = CausalView(
            c, rows.event_rows, np.arange(c.message_count), np.arange(c.message_count)
        )

    @cached_property
    def eras(self) -> list[Era]:
        """One: nothing was ever undone."""
        era = Era(self.trace, self.trace.row_count + 1)
        # Found in the log, and not to be derived from rows that are more than its events.
        era.__dict__["view"] = self._view
        return [era]

    @cached_property
    def _rows(self) -> np.ndarray:
        """int64[E]: the rows that stand for events, ascending."""
        return self.event_rows[self.in_row_order]

    def text_of_row(self, row: int) -> str:
        """The words of the log for the event that a row belongs to."""
        event = self.in_row_order[np.searchsorted(self._rows, row)]
        return self.execution.texts[int(event)]

    @cached_property
    def in_row_order(self) -> np.ndarray:
        """int64[E]: the events in the order of their rows."""
        return np.argsort(self.event_rows)

    def states_at(self, rows: int) -> list[dict[str, Any]]:
        """A log tells no states."""
        return [{} for _ in self.trace.process_ids]

    @cached_property
    def message_counts(self) -> dict[str, int]:
        """A log shows a message by its effect, so each that it shows was received."""
        count = self.computation.message_count
        return {"sent": count, "received": count, "lost": 0, "in_flight": 0, "control": 0}


class _LoggedTrace(Trace):
    @cached_property
    def is_application_row(self) -> np.ndarray:
        """bool[R]: the rows that stand for an event of the log."""
        return self._stands_for_event


class _Rows:
    """The rows of each event in the order of the timestamps: its receives, then its sends."""

    def __init__(self, execution: Execution) -> None:
        c = self.computation = execution.computation
        self.texts = execution.texts
        self.stamps = lamport_clocks(c).astype(np.int64)
        self.codes: list[int] = []
        self.notes: list[Note] = []
        self.event_rows = np.zeros(c.event_count, np.int64)
        received: list[list[int]] = [[] for _ in range(c.event_count)]
        sent: list[list[int]] = [[] for _ in range(c.event_count)]
        ends = zip(c.message_send.tolist(), c.message_receive.tolist(), strict=True)
        for message, (send, receive) in enumerate(ends):
            sent[send].append(message)
            received[receive].append(message)
        for event in np.argsort(self.stamps, kind="stable").tolist():
            self._event(event, received[event], sent[event])

    def _event(self, event: int, received: list[int], sent: list[int]) -> None:
        for message in received:
            self._row(RowKind.RECEIVE, message)
        for message in sent:
            self._row(RowKind.SEND, message)
        if not received and not sent:
            process, data = int(self.computation.event_process[event]), {"label": self.texts[event]}
            time_us = int(self.stamps[event]) * STEP_US
            self._row(RowKind.INTERNAL, len(self.notes))
            self.notes.append(Note(RowKind.INTERNAL, time_us, process, data))
        self.event_rows[event] = len(self.codes) - 1

    def _row(self, kind: RowKind, reference: int) -> None:
        self.codes.append(reference << KIND_BITS | kind)

    @cached_property
    def links(self) -> tuple[np.ndarray, np.ndarray]:
        """Channels int64[C, 2], and the one of each message int64[M]."""
        c = self.computation
        ends = np.stack((c.event_process[c.message_send], c.event_process[c.message_receive]), 1)
        channels, of_message = np.unique(ends.reshape(-1, 2), axis=0, return_inverse=True)
        return channels, of_message.reshape(-1)

    def trace(self) -> Trace:
        c = self.computation
        channels, of_message = self.links
        made = _LoggedTrace(
            process_ids=c.processes,
            channel_ends=tuple(map(tuple, channels.tolist())),
            row_code=np.array(self.codes, np.int64),
            message_channel=of_message.astype(np.int32),
            message_sent=self.stamps[c.message_send] * STEP_US,
            message_due=self.stamps[c.message_receive] * STEP_US,
            message_copies={},
            payloads=[{"event": self.texts[send]} for send in c.message_send.tolist()],
            notes=self.notes,
            records=[],
            channel_records=[],
            snapshots=[],
            clocks=[],
            action_spans=[],
        )
        stands = np.zeros(len(self.codes), np.bool_)
        stands[self.event_rows] = True
        made.__dict__["_stands_for_event"] = stands
        return made


def _scenario(c: Computation, rows: _Rows, title: str) -> Scenario:
    channels, _ = rows.links
    ends = [(c.processes[a], c.processes[b]) for a, b in channels.tolist()]
    return Scenario(
        title=title,
        processes=tuple(Process(name) for name in c.processes),
        channels=tuple(Channel(source, target) for source, target in ends),
        duration_us=(int(rows.stamps.max(initial=0)) + 1) * STEP_US,
    )
