"""What a snapshot cost, counted in the trace."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from snapviz.engine.attachments import size_bytes
from snapviz.engine.storage import COPY, COPYING, GATHERING, PART
from snapviz.engine.trace import Routed, SnapshotRow, Trace


@dataclass(frozen=True)
class Cost:
    """What the snapshot cost. ``duration_us`` is None while it is recording.

    ``control_messages`` counts every hop, ``logical_messages`` a routed message once.
    ``piggyback_bytes``: what its protocol attached to application messages from the run's start
    until it was complete. ``blocked_us``: for each process that had to hold messages for its
    protocol while it was under way, how long it held any. ``keeping``: of a snapshot that is kept,
    how many more messages it took, every hop counted, by what for: parts sent to the initiator
    (``gather``), copies (``copy``), answers to both (``ack``), agreement (``commit``).
    """

    control_messages: int
    logical_messages: int
    piggyback_bytes: int
    duration_us: int | None
    blocked_us: dict[str, int]
    keeping: dict[str, int] | None = None

    @property
    def gather_messages(self) -> int | None:
        """The messages that took parts to the initiator; None where none were to be gathered."""
        return None if self.keeping is None else self.keeping["gather"]

    @property
    def blocking_us(self) -> int:
        """The same over all processes."""
        return sum(self.blocked_us.values())


def snapshot_cost(trace: Trace, snapshot: SnapshotRow, until_us: int) -> Cost:
    """What a snapshot cost in a run that ended at ``until_us``."""
    of_snapshot = (trace.message_snapshot == snapshot.number) & (trace.message_copy_of < 0)
    mine = np.flatnonzero(of_snapshot & ~trace.message_keeps)
    hops = [message for message in mine.tolist() if _is_passed_on(trace, message)]
    completed = snapshot.completed_us
    return Cost(
        control_messages=len(mine),
        logical_messages=len(mine) - len(hops),
        piggyback_bytes=piggyback_bytes(trace, snapshot.protocol, completed),
        duration_us=None if completed is None else completed - snapshot.started_us,
        blocked_us=_blocked_us(trace, snapshot, until_us),
        keeping=_keeping(trace, snapshot, np.flatnonzero(of_snapshot & trace.message_keeps)),
    )


def _keeping(trace: Trace, snapshot: SnapshotRow, mine: np.ndarray) -> dict[str, int] | None:
    if not snapshot.is_kept:
        return None
    spent = {"gather": 0}
    if snapshot.copies:
        spent["copy"] = 0
    spent["ack"] = 0
    if snapshot.commit != "none":
        spent["commit"] = 0
    for message in mine.tolist():
        spent[_serves(trace.payloads[message])] += 1
    return spent


def _serves(payload: Routed) -> str:
    if payload.protocol not in (GATHERING, COPYING):
        return "commit"
    if payload.body[0] not in (PART, COPY):
        return "ack"
    return "gather" if payload.protocol == GATHERING else "copy"


def _is_passed_on(trace: Trace, message: int) -> bool:
    """Whether a control message is a further hop of a routed one."""
    payload = trace.payloads[message]
    source, _ = trace.channel_ends[trace.message_channel[message]]
    return type(payload) is Routed and payload.origin != source


def _blocked_us(trace: Trace, snapshot: SnapshotRow, run_end_us: int) -> dict[str, int]:
    """For each process the length of the time in which it held something for the snapshot."""
    end_us = run_end_us if snapshot.completed_us is None else snapshot.completed_us
    covered: dict[int, int] = {}
    blocked: dict[int, int] = {}
    for wait in sorted(trace.waits, key=lambda wait: wait.since_us):
        if wait.protocol != snapshot.protocol:
            continue
        until_us = end_us if wait.until_us is None else min(wait.until_us, end_us)
        since_us = max(wait.since_us, snapshot.started_us, covered.get(wait.process, 0))
        if until_us > since_us:
            blocked[wait.process] = blocked.get(wait.process, 0) + until_us - since_us
            covered[wait.process] = until_us
    return {trace.process_ids[process]: blocked[process] for process in sorted(blocked)}


def piggyback_bytes(trace: Trace, protocol: str, until_us: int | None = None) -> int:
    """What a protocol attached to application messages, up to an instant, itself included."""
    if protocol not in trace.riders:
        return 0
    place, sent = trace.riders.index(protocol), trace.message_sent
    return sum(
        size_bytes(attached[place])
        for message, attached in trace.riding.items()
        if until_us is None or sent[message] <= until_us
    )
