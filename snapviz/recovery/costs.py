"""What checkpoints, logs and recoveries cost a run, counted in its trace."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from snapviz.engine.attachments import INTEGER_BYTES, size_bytes
from snapviz.engine.costs import piggyback_bytes
from snapviz.engine.stable import FORCED, FROM_SNAPSHOT, INITIAL
from snapviz.engine.trace import Routed, RowKind, Trace

NOT_TAKEN = (INITIAL, FROM_SNAPSHOT)
ENTRY_BYTES = 3 * INTEGER_BYTES
"""Of an entry of a log besides the contents: the sender, its number of the message, the place in
the order of receipt.
"""


@dataclass(frozen=True)
class RecoveryCosts:
    """Events undone, receives replayed, messages that recoveries lost, checkpoints taken, how many
    of them forced; bytes written to stable logs and attached to application messages, control
    messages with every hop; application messages that had to wait at their sender, and how long
    they did in all.
    """

    undone_events: int
    replayed_messages: int
    lost_messages: int
    checkpoints: int
    forced_checkpoints: int
    logged_bytes: int
    piggyback_bytes: int
    control_messages: int
    held_sends: int
    output_delay_us: int


def recovery_costs(
    trace: Trace, protocols: Collection[str], until_us: int, writes_at_once: bool = False
) -> RecoveryCosts:
    """What a run cost that ended at ``until_us``.

    protocols: the names of its policy and its logging method, for what they sent and attached.
    writes_at_once: the method writes every receive, at once.
    """
    kinds = [taken.kind for taken in trace.checkpoints if taken.kind not in NOT_TAKEN]
    return RecoveryCosts(
        undone_events=sum(sum(row.undone) for row in trace.recoveries),
        replayed_messages=sum(sum(row.replayed) for row in trace.recoveries),
        lost_messages=sum(len(row.lost) for row in trace.recoveries),
        checkpoints=len(kinds),
        forced_checkpoints=kinds.count(FORCED),
        logged_bytes=sum(_entry_bytes(trace, m) for m in _logged(trace, writes_at_once)),
        piggyback_bytes=sum(piggyback_bytes(trace, name) for name in protocols),
        control_messages=_control_messages(trace, protocols),
        held_sends=len(trace.held_sends),
        output_delay_us=_output_delay_us(trace, until_us),
    )


def _logged(trace: Trace, all_of_them: bool) -> list[int]:
    """The messages whose receive has been written, each as often as that was."""
    receives = np.flatnonzero(trace.row_kind == RowKind.RECEIVE)
    if not all_of_them:
        before = np.zeros(len(trace.process_ids), np.int64)
        for flush in trace.flushes:
            before[flush.process] = max(before[flush.process], flush.row)
        receives = receives[receives < before[trace.row_process[receives]]]
    return trace.row_ref[receives].tolist()


def _entry_bytes(trace: Trace, message: int) -> int:
    return ENTRY_BYTES + size_bytes(trace.message_payload(message))


def _control_messages(trace: Trace, protocols: Collection[str]) -> int:
    """Policies and methods send routed ones only."""
    sent = np.flatnonzero(trace.message_control & (trace.message_copy_of < 0)).tolist()
    payloads = (trace.payloads[message] for message in sent)
    return sum(type(payload) is Routed and payload.protocol in protocols for payload in payloads)


def _output_delay_us(trace: Trace, until_us: int) -> int:
    return sum(
        (until_us if held.until_us is None else held.until_us) - held.since_us
        for held in trace.held_sends
    )
