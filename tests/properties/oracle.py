"""A second oracle: plain dictionaries over the rows of a trace, and nothing of snapviz.causality."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from snapviz.engine.trace import RowKind
from snapviz.run import Run

HOLDINGS = {"amount": "balance", "token": "token"}
TICKING = ("SEND", "RECEIVE", "DUPLICATE", "INTERNAL", "REFUSED")


@dataclass
class Truth:
    """What is true of one snapshot's cut. Messages by number, channels by (from, to)."""

    orphans: list[int] = field(default_factory=list)
    in_transit: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    lost: list[int] = field(default_factory=list)
    states: dict[str, dict[str, Any]] = field(default_factory=dict)
    event_index: dict[str, int] = field(default_factory=dict)
    vector_clock: dict[str, dict[str, int]] = field(default_factory=dict)


class History:
    """The rows of a run, read once: who did what, in which row, knowing what."""

    def __init__(self, run: Run) -> None:
        trace = run.trace
        self.run, self.ids = run, trace.process_ids
        self.sent_row: dict[int, int] = {}
        self.received_row: dict[int, int] = {}
        self.ends = [
            tuple(self.ids[end] for end in trace.channel_ends[channel])
            for channel in trace.message_channel.tolist()
        ]
        self.events: dict[str, list[int]] = {pid: [] for pid in self.ids}
        self.clocks: dict[str, list[Counter]] = {pid: [Counter()] for pid in self.ids}
        self.attached: dict[int, Counter] = {}
        kinds, places = trace.row_kind.tolist(), trace.row_process.tolist()
        for row, (kind, place) in enumerate(zip(kinds, places, strict=True)):
            self._read(row, RowKind(kind).name, self.ids[place], int(trace.row_ref[row]))

    def _read(self, row: int, kind: str, pid: str, ref: int) -> None:
        if kind not in TICKING:
            return
        message = self.run.trace.message_copies.get(ref, ref)
        clock = self.clocks[pid][-1].copy()
        if kind == "SEND":
            self.sent_row[message] = row
        elif kind == "RECEIVE":
            assert message not in self.received_row
            self.received_row[message] = row
        if kind in ("RECEIVE", "DUPLICATE"):
            clock |= self.attached[message]
        clock[pid] += 1
        if kind == "SEND":
            self.attached[message] = clock
        self.events[pid].append(row)
        self.clocks[pid].append(clock)

    def truth(self, number: int) -> Truth:
        """What snapshot ``number``, which everybody has recorded, should have seen."""
        records = [r for r in self.run.trace.records if r.snapshot == number]
        cut = {self.ids[record.process]: record.row for record in records}
        assert len(cut) == len(records) == len(self.ids)
        truth = Truth()
        for message, sent in self.sent_row.items():
            source, target = self.ends[message]
            received = self.received_row.get(message)
            is_received = received is not None and received < cut[target]
            is_sent = sent < cut[source]
            if is_received and not is_sent:
                truth.orphans.append(message)
            elif is_sent and self.run.trace.message_due[message] < 0:
                truth.lost.append(message)
            elif is_sent and not is_received:
                truth.in_transit.setdefault((source, target), []).append(message)
        for pid in self.ids:
            before = sum(row < cut[pid] for row in self.events[pid])
            truth.event_index[pid] = before
            truth.vector_clock[pid] = dict(self.clocks[pid][before])
            truth.states[pid] = self._state(pid, cut[pid])
        return truth

    def _state(self, pid: str, cut: int) -> dict[str, Any]:
        state = dict(self.run.initial_states[self.ids.index(pid)])
        for rows, sign, end in ((self.sent_row, -1, 0), (self.received_row, 1, 1)):
            for message, row in rows.items():
                if self.ends[message][end] == pid and row < cut:
                    payload = self.run.trace.message_payload(message)
                    for name, holding in HOLDINGS.items():
                        if holding in state:
                            state[holding] += sign * payload.get(name, 0)
        return state
