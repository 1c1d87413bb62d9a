"""Snapshots of a run: begun, recorded, completed, given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from snapviz.engine.opened import OpenSnapshot, SavedState
from snapviz.engine.trace import KIND_BITS, ChannelRecord, Record, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Wish(NamedTuple):
    """The snapshot an action asks for: by which protocol, how kept. See ``OpenSnapshot``."""

    protocol: str
    order: int
    copies: int = 0
    commit: str = "none"
    placement: str = "ring"


def start(run: Simulator, wish: Wish, initiator: int) -> None:
    """Open the next snapshot and let its initiator begin."""
    number = _open(run, wish, initiator)
    run.protocols[wish.protocol][initiator].on_initiate(number)
    run.settle(initiator)


def announce(run: Simulator, wish: Wish, local_us: int) -> None:
    """Open the next snapshot, in which all record when their clocks read ``local_us``."""
    number = _open(run, wish, None)
    for process, side in enumerate(run.protocols[wish.protocol]):
        if run.is_down(process):
            continue
        if run.lives is not None:
            run.lives.involve(process, number)
        side.on_announce(number, local_us)
        run.settle(process)


def _open(run: Simulator, wish: Wish, initiator: int | None) -> int:
    opened = OpenSnapshot(wish.protocol, initiator, run.now_us, len(run.states), wish.order)
    opened.copies, opened.placement, opened.commit = wish.copies, wish.placement, wish.commit
    run.snapshots.append(opened)
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


def record_message(run: Simulator, snapshot: int, process: int, channel: int, message: int) -> None:
    """A process puts a message into a channel's recorded state."""
    if _is_past(run, snapshot):
        return
    opened = run.snapshots[snapshot]
    if opened.is_kept:
        opened.heard.setdefault(process, []).append((channel, message))
    run.channel_records.append(ChannelRecord(snapshot, channel, message, run.now_us))


def finish_part(run: Simulator, snapshot: int, process: int) -> None:
    """A process has finished its part; the last one completes the snapshot."""
    if _is_past(run, snapshot):
        return
    opened = run.snapshots[snapshot]
    opened.parts_left -= 1
    side = type(run.protocols[opened.protocol][process])
    if opened.is_kept and not (side.AWAITS_TRANSIT or side.RECORDS_TO_THE_END):
        run.keeping.part_is_done(snapshot, process)
    _complete_if_done(run, snapshot)


def no_longer_in_transit(run: Simulator, message: int) -> None:
    """A message has been received, or lost, that snapshots may have been waiting for."""
    for number, opened in enumerate(run.snapshots):
        if opened.in_transit and opened.in_transit.pop(message, None) is not None:
            _complete_if_done(run, number)


def _complete_if_done(run: Simulator, snapshot: int) -> None:
    opened = run.snapshots[snapshot]
    if opened.parts_left == 0 and not opened.in_transit and not opened.is_over:
        opened.completed_us = run.now_us
        if opened.is_kept:
            for process in run.every_process:
                run.keeping.part_is_done(snapshot, process)


def end(run: Simulator, snapshot: int, status: str, kind: str, processes: tuple[int, ...]) -> None:
    """A snapshot is given up; what is over already stays as it is."""
    opened = run.snapshots[snapshot]
    if not opened.is_over:
        opened.ended, opened.failure = status, (kind, processes)
        if opened.is_kept:
            run.keeping.is_given_up(snapshot)
