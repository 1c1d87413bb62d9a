"""The roles of Raft, from what processes say and from the terms that they hear of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from snapviz.engine.trace import RowKind, Trace
from snapviz.study.decision_story import RAFT

from .lives import Outage

SPEAKS_OF_TERMS = ("vote", "voted", "append", "appended")
REMARKS = {"candidate": "candidate", "leader": "leader"}  # all others are those of a follower


class Change(NamedTuple):
    """From here on a process has another part; ``kind`` empty: none."""

    time_us: int
    row: int
    process: int
    snapshot: int
    kind: str
    number: str = ""


def raft_changes(trace: Trace, outages: list[Outage]) -> list[Change]:
    """Whenever a process gets another role or term. None, before it has heard of any."""
    told = [*_said(trace), *_heard(trace), *_gone(trace, outages)]
    states: dict[int, tuple[str, int]] = {}
    changes: list[Change] = []
    for row, _, time_us, process, kind, term in sorted(told):
        before = states.get(process, ("", 0))
        now = _next(before, kind, term)
        if now != before:
            states[process] = now
            changes.append(_change(time_us, row, process, now))
    return changes


def _change(time_us: int, row: int, process: int, now: tuple[str, int]) -> Change:
    role, term = now
    return Change(time_us, row, process, -1, role, str(term) if role else "")


def _next(before: tuple[str, int], kind: str, term: int) -> tuple[str, int]:
    own = before[1]
    if kind == "down":
        return "", own
    if kind == "wiped":
        return "", 0
    if kind == "back":
        return ("follower" if own else ""), own
    if kind == "term":
        return ("follower", term) if term > own else before
    if kind == "append":
        return ("follower", term) if term >= own else before
    return kind, term


def _said(trace: Trace) -> Iterator[tuple]:
    for said in trace.remarks:
        if said.snapshot < 0 or trace.snapshots[said.snapshot].commit == RAFT:
            kind = REMARKS.get(said.kind, "follower")
            yield said.row, 1, said.time_us, said.process, kind, said.values[0]


def _heard(trace: Trace) -> Iterator[tuple]:
    """A higher term makes a follower of everyone, and so does the leader of one's own."""
    rows = np.flatnonzero(trace.row_kind == RowKind.CONTROL)
    rows = rows[trace.message_keeps[trace.row_ref[rows]]]
    columns = rows, trace.row_ref[rows], trace.row_time[rows], trace.row_process[rows]
    for row, message, time_us, process in zip(*(c.tolist() for c in columns), strict=True):
        payload = trace.payloads[message]
        if payload.protocol != RAFT or payload.target != process:
            continue
        if payload.body[0] in SPEAKS_OF_TERMS:
            kind = "append" if payload.body[0] == "append" else "term"
            yield row + 1, 0, time_us, process, kind, payload.body[1]


def _gone(trace: Trace, outages: list[Outage]) -> Iterator[tuple]:
    for outage in outages:
        yield outage.crash_row + 1, 0, outage.from_us, outage.process, "down", 0
    for loss in trace.storage_losses:
        yield loss.row, 0, loss.time_us, loss.process, "wiped", 0
    for row in np.flatnonzero(np.isin(trace.row_kind, (RowKind.RESTART, RowKind.ROLL_BACK))):
        process, time_us = int(trace.row_process[row]), int(trace.row_time[row])
        yield int(row) + 1, 0, time_us, process, "back", 0
