"""What stands of a run under way since the line behind which no recovery will go.

The oldest checkpoints that a collection has left are the line of a crash of all, which is
consistent. So what lies behind it stands for ever, and what lies beyond it can be looked at as if
the run had begun there: a message sent behind the line was surely sent.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.engine.trace import APPLICATION_KINDS, KIND_BITS, KIND_MASK, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Recent(NamedTuple):
    """``rows`` and ``kinds``: for each process the trace rows of its events, and what they are."""

    computation: Computation
    rows: list[np.ndarray]
    kinds: list[np.ndarray]

    def counts(self, process: int, rows: Collection[int]) -> tuple[int, ...]:
        """How many of these events of a process lie before each of these trace rows."""
        return tuple(np.searchsorted(self.rows[process], rows).tolist())

    def receives(self, process: int) -> np.ndarray:
        """The local indices of the receives of a process."""
        return np.flatnonzero(self.kinds[process] == RowKind.RECEIVE)


def recent_history(run: Simulator) -> Recent:
    """What stands now beyond the oldest checkpoints; all of it if none was collected yet."""
    starts = np.array(_starts(run), np.int64)
    first = int(starts.min())
    codes = run.columns.column("row_code", np.int64, first)
    kind, ref = codes & KIND_MASK, codes >> KIND_BITS
    chosen = np.flatnonzero(np.isin(kind, APPLICATION_KINDS))
    rows, kind, ref = first + chosen, kind[chosen], ref[chosen]
    process = _processes(run, kind, ref)
    stands = (rows >= starts[process]) & _stand(run, rows, process)
    rows, kind, ref, process = rows[stands], kind[stands], ref[stands], process[stands]
    of = [process == number for number in run.every_process]
    computation = _computation(run, kind, ref, process)
    return Recent(computation, [rows[mine] for mine in of], [kind[mine] for mine in of])


def _starts(run: Simulator) -> list[int]:
    """The trace row from which on each process is looked at."""
    storage = run.lives.storage
    if not storage.collections or storage.losses:
        return [0 for _ in run.every_process]
    return [storage.checkpoints[storage.usable(process)[0]].row for process in run.every_process]


def _processes(run: Simulator, kind: np.ndarray, ref: np.ndarray) -> np.ndarray:
    """int64[E]: where each event happened."""
    process = np.empty(len(kind), np.int64)
    is_send = kind == RowKind.SEND
    is_note = (kind == RowKind.INTERNAL) | (kind == RowKind.REFUSED)
    messages = ref[~is_note]
    least = int(messages.min(initial=len(run.columns.payloads)))
    channels = run.columns.column("message_channel", np.int64, least)
    ends = np.array(run.channels.links, np.int64).reshape(-1, 2)
    process[is_send] = ends[channels[ref[is_send] - least], 0]
    arrived = ~(is_send | is_note)
    process[arrived] = ends[channels[ref[arrived] - least], 1]
    process[is_note] = [run.notes[number].process for number in ref[is_note].tolist()]
    return process


def _stand(run: Simulator, rows: np.ndarray, process: np.ndarray) -> np.ndarray:
    """bool[E]: which events no recovery has undone."""
    stands = np.ones(len(rows), bool)
    for undoing in run.lives.undoings:
        if undoing.row < run.columns.row_count:
            first, last = np.searchsorted(rows, [undoing.first_row, undoing.row])
            stands[first:last] &= process[first:last] != undoing.process
    return stands


def _computation(
    run: Simulator, kind: np.ndarray, ref: np.ndarray, process: np.ndarray
) -> Computation:
    """The events and the messages sent by one and, if at all, received by one of them.

    With a log, the first arrival may lie behind its receiver's checkpoint and the send, which will
    be done again, beyond its sender's. Then the next arrival counts.
    """
    sent = {m: event for event, m in _with_messages(kind, ref, RowKind.SEND)}
    received, again = dict.fromkeys(sent, -1), []
    for wanted in (RowKind.RECEIVE, RowKind.DUPLICATE):
        for event, message in _with_messages(kind, ref, wanted):
            original = run.copies.get(message, message)
            if original not in sent:
                continue
            if received[original] < 0:
                received[original] = event
            else:
                again.append((sent[original], event))
    return Computation(
        [one.id for one in run.scenario.processes],
        process,
        list(sent.values()),
        list(received.values()),
        [send for send, _ in again],
        [event for _, event in again],
    )


def _with_messages(kind: np.ndarray, ref: np.ndarray, wanted: RowKind) -> list[tuple[int, int]]:
    """(event, message) of the events of a kind."""
    events = np.flatnonzero(kind == wanted)
    return list(zip(events.tolist(), ref[events].tolist(), strict=True))
