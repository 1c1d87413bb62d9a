"""Snapshots that join into one cut (Spezialetti-Kearns): what is said for others matters too."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

import numpy as np

from snapviz.engine.trace import Control, Routed, RowKind, Trace
from snapviz.lessons.narration.saying import word_of

NAME = "spezialetti-kearns"


class SharedCut:
    """The cut of a snapshot. ``serves``: bool[M], the control messages of this snapshot."""

    def __init__(self, trace: Trace, number: int, serves: np.ndarray):
        self._trace, self._number, self._serves = trace, number, serves

    @cached_property
    def _cut(self) -> int | None:
        """Its number, which the markers carry."""
        for message in np.flatnonzero(self._serves).tolist():
            payload = self._trace.payloads[message]
            if type(payload) is Control:
                return payload.body[0]
        return None

    @cached_property
    def _arrivals(self) -> list[int]:
        """The rows in which something said in this cut comes to where it was sent to."""
        rows = np.flatnonzero(self._trace.row_kind == RowKind.CONTROL).tolist()
        return [row for row in rows if self._is_of_cut(row)]

    def _is_of_cut(self, row: int) -> bool:
        trace, message = self._trace, int(self._trace.row_ref[row])
        payload = trace.payloads[message]
        if payload.snapshot < 0 or trace.message_keeps[message]:
            return False
        if trace.snapshots[payload.snapshot].protocol != NAME:
            return False
        if type(payload) is Control:
            return payload.body[0] == self._cut
        return payload.target == trace.row_process[row] and payload.body[1] == self._cut

    def foreign_markers(self, region: Collection[int]) -> list[int]:
        """Rows: markers of other snapshots come to processes that recorded for this one."""
        trace = self._trace
        return [
            row
            for row in self._arrivals
            if trace.row_process[row] in region
            and not self._serves[trace.row_ref[row]]
            and type(trace.payloads[trace.row_ref[row]]) is Control
        ]

    def filings(self, filed: Collection[int]) -> dict[int, int]:
        """Of those that recorded for another one, the row in which they learn of this one.

        By a result, or as initiators by the last word that they wait for.
        """
        trace, until, found = self._trace, self._kept_at(), {}
        for row in self._arrivals:
            process = int(trace.row_process[row])
            if process not in filed or self._is_result(found.get(process)):
                continue
            if int(trace.row_time[row]) <= until.get(process, int(trace.row_time[-1])):
                found[process] = row
        return found

    def _is_result(self, row: int | None) -> bool:
        return row is not None and word_of(NAME, self._payload(row)) == "result"

    def _payload(self, row: int) -> Control | Routed:
        return self._trace.payloads[int(self._trace.row_ref[row])]

    def _kept_at(self) -> dict[int, int]:
        """By process, when it last filed a message under this snapshot."""
        target, kept = self._trace.channel_target, self._trace.channel_records
        mine = [record for record in kept if record.snapshot == self._number]
        return {int(target[record.channel]): record.time_us for record in mine}

    def said_for_it(self) -> np.ndarray:
        """bool[M]: ``serves``, but an initiator's border belongs to the one who tells it."""
        found = self._serves.copy()
        for message in np.flatnonzero(self._trace.message_control).tolist():
            payload = self._trace.payloads[message]
            is_routed = type(payload) is Routed and payload.protocol == NAME
            if is_routed and payload.body[0] == "border" and self._is_first_hop(message):
                found[message] = payload.body[2][0] == self._number
        return found

    def _is_first_hop(self, message: int) -> bool:
        trace = self._trace
        source = int(trace.channel_source[trace.message_channel[message]])
        return trace.payloads[message].origin == source
