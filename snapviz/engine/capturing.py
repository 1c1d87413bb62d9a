"""Snapshots of a run: begun, recorded, completed, given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snapviz.engine.opened import OpenSnapshot, SavedState
from snapviz.engine.trace import KIND_BITS, ChannelRecord, Record, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


def start(run: Simulator, protocol: str, initiator: int, order: int) -> None:
    """Open the next snapshot and let its initiator begin. ``order``: see ``SnapshotRow``."""
    number = _open(run, protocol, initiator, order)
    run.protocols[protocol][initiator].on_initiate(number)
    run.settle(initiator)


def announce(run: Simulator, protocol: str, local_us: int, order: int) -> None:
    """Open the next snapshot, in which all record when their clocks read ``local_us``."""
    number = _open(run, protocol, None, order)
    for process, side in enumerate(run.protocols[protocol]):
        if run.is_down(process):
            continue
        if run.lives is not None:
            run.lives.involve(process, number)
        side.on_announce(number, local_us)
        run.settle(process)


def _open(run: Simulator, protocol: str, initiator: int | None, order: int) -> int:
    run.snapshots.append(OpenSnapshot(protocol, initiator, run.now_us, len(run.states), order))
    return len(run.snapshots) - 1


def save_state(run: Simulator, process: int) -> SavedState:
    """A process's local state as it is now."""
    rows, sent = run.columns.row_count, len(run.columns.payloads)
    return SavedState(run.now_us, rows, sent, dict(run.states[process]))


def record_state(run: Simulator, snapshot: int, process: int, saved: SavedState | None) -> None:
    """Record a process's local state, as it is now unless one was ``saved`` earlier.

    What was saved earlier leaves no row now: its place is where it was saved. A process that was
    put back to an earlier state may want to record again for what is over: it is not heard.
    """
    if _is_past(run, snapshot):
        return
    if saved is None:
        saved = save_state(run, process)
        run.columns.row_code.append(len(run.records) << KIND_BITS | RowKind.RECORD)
    record = Record(snapshot, process, saved.time_us, saved.row, dict(saved.state))
    run.records.append(record)
    if run.pauses is not None:
        run.pauses.begin(process)
    opened = run.snapshots[snapshot]
    opened.marks[process] = saved.messages
    awaits_transit = type(run.protocols[opened.protocol][process]).AWAITS_TRANSIT
    if awaits_transit and len(opened.marks) == len(run.states):
        opened.in_transit = _inside(run, opened)


def _is_past(run: Simulator, snapshot: int) -> bool:
    return run.is_upset and run.snapshots[snapshot].is_over


def _inside(run: Simulator, opened: OpenSnapshot) -> dict[int, int]:
    """The messages under way that were sent inside a cut, with their channels."""
    links, under_way = run.channels.links, run.attention.in_transit
    return {m: c for m, c in under_way.items() if m < opened.marks[links[c].source]}


def record_message(run: Simulator, snapshot: int, channel: int, message: int) -> None:
    """Put a message into a channel's recorded state."""
    if _is_past(run, snapshot):
        return
    run.channel_records.append(ChannelRecord(snapshot, channel, message, run.now_us))


def finish_part(run: Simulator, snapshot: int) -> None:
    """One process has finished its part; the last one completes the snapshot."""
    if _is_past(run, snapshot):
        return
    opened = run.snapshots[snapshot]
    opened.parts_left -= 1
    _complete_if_done(run, opened)


def no_longer_in_transit(run: Simulator, message: int) -> None:
    """A message has been received, or lost, that snapshots may have been waiting for."""
    for opened in run.snapshots:
        if opened.in_transit and opened.in_transit.pop(message, None) is not None:
            _complete_if_done(run, opened)


def _complete_if_done(run: Simulator, opened: OpenSnapshot) -> None:
    if opened.parts_left == 0 and not opened.in_transit and not opened.is_over:
        opened.completed_us = run.now_us


def end(run: Simulator, snapshot: int, status: str, kind: str, processes: tuple[int, ...]) -> None:
    """A snapshot is given up; what is over already stays as it is."""
    opened = run.snapshots[snapshot]
    if not opened.is_over:
        opened.ended, opened.failure = status, (kind, processes)
