"""Keyframes: copies of a run's live state, so that the past costs little to reach.

A run keeps one every ``interval`` rows. When there are too many, every second
one goes and the interval doubles, so memory stays bounded and a past moment
stays within about 2/``MOST`` of the run from a keyframe.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snapviz.engine.queue import SCRIPT

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

FIRST_INTERVAL = 1024
ROWS_PER_COPIED = 2
MOST = 64


@dataclass(frozen=True, slots=True)
class Keyframe:
    """Everything that was live after ``rows`` rows; the trace before it is shared."""

    rows: int
    messages: int
    notes: int
    records: int
    channel_records: int
    clock_changes: int
    actions: int
    waits: int
    partitions: int
    clock_syncs: list
    now_us: int
    last_key: int
    states: list[dict[str, Any]]
    channels: tuple
    clocks: list
    queue: dict[int, Any]
    copies: dict[int, int]
    arrived: frozenset[int]
    snapshots: list
    workload: Any
    protocols: dict[str, list[dict[str, Any]]]
    alarms: tuple
    attention: tuple | None
    pauses: tuple | None
    lives: dict[str, Any] | None
    keeping: tuple | None


def take_keyframe(run: Simulator) -> Keyframe:
    """Copy a run's live state. The script is left out: an edited one may take its place."""
    return Keyframe(
        rows=run.columns.row_count,
        messages=len(run.columns.payloads),
        notes=len(run.notes),
        records=len(run.records),
        channel_records=len(run.channel_records),
        clock_changes=len(run.clock_changes),
        actions=len(run.action_spans),
        waits=len(run.waits),
        partitions=len(run.partitions),
        clock_syncs=run.clock_syncs.copy(),
        now_us=run.now_us,
        last_key=run.clock[0],
        states=[dict(state) for state in run.states],
        channels=run.channels.save(),
        clocks=list(run.clocks),
        queue=run.queue.without(SCRIPT),
        copies=dict(run.copies),
        arrived=frozenset(run.arrived),
        snapshots=[snapshot.copied() for snapshot in run.snapshots],
        workload=run.workload.save(),
        protocols={name: [o.save() for o in objects] for name, objects in run.protocols.items()},
        alarms=run.alarms.save(),
        attention=None if run.attention is None else run.attention.save(),
        pauses=None if run.pauses is None else run.pauses.save(),
        lives=None if run.lives is None else run.lives.save(),
        keeping=None if run.keeping is None else run.keeping.save(),
    )


class Keyframes:
    """The keyframes of one run, oldest first. ``next_row`` says when the next is due."""

    def __init__(self, live_size: int = 0) -> None:
        """``live_size``: how many things a copy copies, so that copying stays a small part."""
        self.kept: list[Keyframe] = []
        self.interval = max(FIRST_INTERVAL, ROWS_PER_COPIED * live_size)
        self.next_row = self.interval

    def keep(self, run: Simulator) -> None:
        """Take a keyframe of the run as it is, between two instants."""
        self.kept.append(take_keyframe(run))
        if len(self.kept) > MOST:
            self.kept = self.kept[::2]
            self.interval *= 2
        self.next_row = run.columns.row_count + self.interval

    def so_far(self) -> Keyframes:
        """The same keyframes, without those the run will yet keep."""
        copied = copy(self)
        copied.kept = self.kept.copy()
        return copied

    def before_key(self, key: int) -> Keyframe | None:
        """The last keyframe for which nothing at or after the queue key had happened."""
        earlier = [frame for frame in self.kept if frame.last_key < key]
        return earlier[-1] if earlier else None

    def at_row(self, rows: int) -> Keyframe | None:
        """The last keyframe within the first ``rows`` rows."""
        earlier = [frame for frame in self.kept if frame.rows <= rows]
        return earlier[-1] if earlier else None
