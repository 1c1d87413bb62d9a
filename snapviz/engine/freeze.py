"""A run so far becomes a trace, and the beginning of a trace becomes a run again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from snapviz.engine.storage import GATHERING
from snapviz.engine.trace import Outstanding, SnapshotRow, Trace, Wait

if TYPE_CHECKING:
    from snapviz.engine.hooks import Awaited
    from snapviz.engine.keyframes import Keyframe
    from snapviz.engine.simulator import Simulator


def freeze(run: Simulator) -> Trace:
    """The trace of everything that has happened so far; the run may go on."""
    columns = run.columns
    return Trace(
        process_ids=tuple(process.id for process in run.scenario.processes),
        channel_ends=tuple(run.channels.links),
        row_code=columns.column("row_code", np.int64),
        message_channel=columns.column("message_channel", np.int32),
        message_sent=columns.times("message_sent"),
        message_due=columns.times("message_due"),
        message_copies={
            copy: original for copy, original in run.copies.items() if copy != original
        },
        payloads=columns.payloads.copy(),
        notes=run.notes.copy(),
        records=run.records.copy(),
        channel_records=run.channel_records.copy(),
        snapshots=[
            SnapshotRow(
                number=number,
                id=f"S{number + 1}",
                protocol=snapshot.protocol,
                initiator=snapshot.initiator,
                started_us=snapshot.started_us,
                completed_us=snapshot.completed_us,
                status=snapshot.status,
                order=snapshot.order,
                failure=snapshot.failure,
                copies=snapshot.copies,
                commit=snapshot.commit,
                placement=snapshot.placement,
            )
            for number, snapshot in enumerate(run.snapshots)
        ],
        clocks=run.clock_changes.copy(),
        action_spans=run.action_spans.copy(),
        clock_syncs=run.clock_syncs.copy(),
        outstanding=list(outstanding(run)),
        **_attended(run),
        partitions=run.partitions.copy(),
        **_lived(run),
        **_kept(run),
    )


def _lived(run: Simulator) -> dict[str, Any]:
    lives = run.lives
    if lives is None:
        return {}
    return {
        "checkpoints": lives.storage.checkpoints.copy(),
        "flushes": lives.storage.flushes.copy(),
        "undoings": lives.undoings.copy(),
        "losses": lives.losses.copy(),
        "recoveries": lives.recoveries.copy(),
        "collections": lives.storage.collections.copy(),
        "storage_losses": lives.storage.losses.copy(),
        "held_sends": lives.outbox.held_sends + lives.outbox.still_kept(),
        "down": tuple(sorted(lives.down)),
    }


def _kept(run: Simulator) -> dict[str, Any]:
    keeping = run.keeping
    if keeping is None:
        return {}
    return {
        "decisions": keeping.decisions.copy(),
        "remarks": keeping.remarks.copy(),
        "undecided": list(undecided(run)),
        "stored": run.lives.storage.values.copy(),
    }


def undecided(run: Simulator) -> Iterator[Outstanding]:
    """What those wait for just now who are to agree on a snapshot, or to gather it before."""
    for number, snapshot in enumerate(run.snapshots):
        if snapshot.commit == "none":
            continue
        sides = zip(run.protocols[snapshot.commit], run.protocols[GATHERING], strict=True)
        for process, side in enumerate(sides):
            if not run.is_down(process):
                for awaited in chain.from_iterable(part.waiting(number) for part in side):
                    yield _as_outstanding(number, process, awaited)


def _attended(run: Simulator) -> dict[str, Any]:
    if run.attention is None:
        return {}
    return {
        "riders": run.attention.riders,
        "riding": run.attention.riding.copy(),
        "waits": run.waits + run.attention.still_held() + _put_off(run) + _missed(run),
    }


def _put_off(run: Simulator) -> list[Wait]:
    return [] if run.pauses is None else run.pauses.still_waiting()


def _missed(run: Simulator) -> list[Wait]:
    return [] if run.lives is None else run.lives.still_waiting()


def _as_outstanding(snapshot: int, process: int, awaited: Awaited) -> Outstanding:
    what, channel, since_us, sender = awaited
    return Outstanding(snapshot, process, channel, what, since_us, sender)


def outstanding(run: Simulator) -> Iterator[Outstanding]:
    """What the snapshots that are not over wait for just now."""
    for number, snapshot in enumerate(run.snapshots):
        if snapshot.completed_us is not None:
            continue
        for process, protocol in enumerate(run.protocols[snapshot.protocol]):
            for awaited in protocol.waiting(number):
                yield _as_outstanding(number, process, awaited)
        for message, channel in sorted((snapshot.in_transit or {}).items()):
            sent_us = run.columns.sent_us(message)
            target = run.channels.links[channel].target
            yield Outstanding(number, target, channel, "message", sent_us)


def thaw(run: Simulator, trace: Trace, frame: Keyframe) -> None:
    """Give a run that has not begun the rows of a trace up to a keyframe."""
    run.columns.begin_with(trace, frame.rows, frame.messages)
    run.notes[:] = trace.notes[: frame.notes]
    run.records[:] = trace.records[: frame.records]
    run.channel_records[:] = trace.channel_records[: frame.channel_records]
    run.clock_changes[:] = trace.clocks[: frame.clock_changes]
    run.action_spans[:] = trace.action_spans[: frame.actions]
    run.waits[:] = trace.waits[: frame.waits]
    run.clock_syncs[:] = frame.clock_syncs
    run.partitions[:] = trace.partitions[: frame.partitions]
