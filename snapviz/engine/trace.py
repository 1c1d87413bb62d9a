"""The trace of a run: columns, written once by appending, then read by everyone.

A *row* is one thing that happened; rows stand in the total order of the run.
A *message* is one transit over a channel: application or control, and a
duplicate made by the channel is a transit of its own. Application events are
the rows of the kinds in ``APPLICATION_KINDS``; everything else (a marker
arriving, a state being recorded) ticks no vector clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from snapviz.engine.clocks import ClockSync, PhysicalClock
from snapviz.engine.stable import (
    Adoption,
    CheckpointRow,
    Collection,
    Flush,
    RecoveryRow,
    StorageLoss,
)


class RowKind(IntEnum):
    """What a row is; ``row_ref`` names a message for the first five, else a note, a record or a
    checkpoint.
    """

    SEND = 0
    RECEIVE = 1
    DUPLICATE = 2
    CONTROL = 3
    CONTROL_DUPLICATE = 4
    INTERNAL = 5
    REFUSED = 6
    SET_CLOCK = 7
    SET_CHANNEL = 8
    RECORD = 9
    CRASH = 10
    RESTART = 11
    ROLL_BACK = 12
    CHECKPOINT = 13
    SKIPPED = 14


DOWN = "down"
KIND_BITS = 4
KIND_MASK = (1 << KIND_BITS) - 1
NOTE_KINDS = (
    RowKind.INTERNAL,
    RowKind.REFUSED,
    RowKind.SET_CLOCK,
    RowKind.SET_CHANNEL,
    RowKind.CRASH,
    RowKind.RESTART,
    RowKind.ROLL_BACK,
    RowKind.SKIPPED,
)
MESSAGE_KINDS = (
    RowKind.SEND,
    RowKind.RECEIVE,
    RowKind.DUPLICATE,
    RowKind.CONTROL,
    RowKind.CONTROL_DUPLICATE,
)
APPLICATION_KINDS = (
    RowKind.SEND,
    RowKind.RECEIVE,
    RowKind.DUPLICATE,
    RowKind.INTERNAL,
    RowKind.REFUSED,
)


class Control(NamedTuple):
    """The payload of a control message: which snapshot it serves, and what it says."""

    snapshot: int
    body: Any = None


class Routed(NamedTuple):
    """The payload of a control message on one hop of its way from process to process.

    ``snapshot`` is -1 if it serves none.
    """

    snapshot: int
    protocol: str
    origin: int
    target: int
    body: Any = None

    @property
    def serves(self) -> int | None:
        """The snapshot it serves, if any."""
        return None if self.snapshot < 0 else self.snapshot


CONTROL_PAYLOADS = frozenset((Control, Routed))


SAVING = "saving"
"""In place of a protocol's name: the receiver was busy saving what it had recorded."""


class Note(NamedTuple):
    """A row that is about no message: an internal event, a changed clock or channel, a crash.

    A process restarts, or is rolled back, with the ``state`` in ``data``.
    """

    kind: RowKind
    time_us: int
    process: int
    data: dict[str, Any]


class Record(NamedTuple):
    """A process recorded its local state for a snapshot, at trace row ``row``."""

    snapshot: int
    process: int
    time_us: int
    row: int
    state: dict[str, Any]


class ChannelRecord(NamedTuple):
    """A process put a message into the recorded state of a channel."""

    snapshot: int
    channel: int
    message: int
    time_us: int


class ClockChange(NamedTuple):
    """local(t) = t + offset + drift * (t - time) from ``time_us`` on.

    ``rest``: of a microsecond, in billionths, on top of the offset; see ``PhysicalClock``.
    """

    process: int
    time_us: int
    offset_us: int
    drift_ppb: int
    rest: int = 0

    @property
    def clock(self) -> PhysicalClock:
        """As it runs from then on."""
        return PhysicalClock(self.offset_us, self.drift_ppb, self.time_us, self.rest)


class Wait(NamedTuple):
    """A message waited at its receiver; ``until_us`` is None if the run ended first.

    ``protocol``: the one that held it, ``SAVING``, or ``DOWN`` if the receiver was down. Who waited
    for several has as many of these.
    """

    message: int
    process: int
    protocol: str
    since_us: int
    until_us: int | None


class HeldSend(NamedTuple):
    """An application message that a protocol did not let go at once.

    ``until_us`` is None if the run ended first. ``message``: its number once it was sent; None if
    it was refused then, or its sender crashed.
    """

    process: int
    channel: int
    protocol: str
    since_us: int
    until_us: int | None
    message: int | None


class Outstanding(NamedTuple):
    """What a process still waited for in a snapshot when the run ended; see ``Awaited``."""

    snapshot: int
    process: int
    channel: int | None
    what: str
    since_us: int
    sender: int | None = None


class Undoing(NamedTuple):
    """At row ``row`` the events of a process from row ``first_row`` on were undone."""

    process: int
    first_row: int
    row: int


COMMITTED, ABORTED = "committed", "aborted"
"""What may become of a snapshot that all agree on."""


class Decision(NamedTuple):
    """From ``time_us`` on a process holds on its stable log what became of a snapshot.

    ``outcome``: ``committed`` or ``aborted``. ``row``: the next row of the trace.
    """

    snapshot: int
    process: int
    time_us: int
    row: int
    outcome: str


class Remark(NamedTuple):
    """A note on the line of a process, such as its role, a ballot, a vote.

    ``snapshot``: what it is about, -1 if none. ``row``: the next row of the trace.
    """

    snapshot: int
    process: int
    time_us: int
    row: int
    kind: str
    values: tuple


class PartitionRow(NamedTuple):
    """From ``time_us`` on messages get through within a side only; None: to everyone again.

    ``sides``: for each process the number of its side. ``row``: the next row of the trace.
    """

    time_us: int
    row: int
    sides: tuple[int, ...] | None


class Loss(NamedTuple):
    """A message that no fault of its channel took was lost all the same, at row ``row``."""

    message: int
    time_us: int
    row: int


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """One snapshot as its protocol reported it. ``completed_us`` is None while recording.

    ``order``: the place of the action that started it among the script's actions in the order
    they happen. ``failure``: the kind, and the processes it is about, of one given up.
    ``copies``, ``placement``, ``commit``: on how many other processes it is kept, how those are
    chosen, how all agree on it.
    """

    number: int
    id: str
    protocol: str
    initiator: int | None
    started_us: int
    completed_us: int | None
    status: str
    order: int | None = None
    failure: tuple[str, tuple[int, ...]] | None = None
    copies: int = 0
    commit: str = "none"
    placement: str = "ring"

    @property
    def collector(self) -> int:
        """Where its parts are gathered, who coordinates: the initiator, or the first process."""
        return self.initiator or 0

    @property
    def is_kept(self) -> bool:
        """Whether its parts are gathered, copied or agreed on."""
        return self.copies > 0 or self.commit != "none"


@dataclass(frozen=True)
class Trace:
    """A run as columns. R rows, M messages, times in microseconds.

    ``message_received`` is -1 where the run ended first, ``message_due`` is the
    planned arrival (-1: lost), ``message_copy_of`` the message a channel
    duplicated, or -1. ``action_spans`` are the rows (first, after the last) that each script
    action brought about at its own instant, actions in the order they happened; a repeated
    action has those of its first time. ``riders``: the protocols that attach data to application
    messages; ``riding``: by message, what each of them attached. A message in ``waits`` is
    received at the end of its last wait, after it was due. A message that a recovery delivers
    again is a copy, made at that instant. ``held_sends``: what waited at its sender. ``down``: the
    processes that are down at the end. ``undecided``: what those wait for that are to agree on a
    snapshot. ``storage_losses``: whose stable storage went with its machine, and when.
    ``stored``: what protocols have on stable storage, by process, protocol and key.
    """

    process_ids: tuple[str, ...]
    channel_ends: tuple[tuple[int, int], ...]
    row_code: np.ndarray
    message_channel: np.ndarray
    message_sent: np.ndarray
    message_due: np.ndarray
    message_copies: dict[int, int]
    payloads: list[Any]
    notes: list[Note]
    records: list[Record]
    channel_records: list[ChannelRecord]
    snapshots: list[SnapshotRow]
    clocks: list[ClockChange]
    action_spans: list[tuple[int, int]]
    riders: tuple[str, ...] = ()
    riding: dict[int, tuple] = field(default_factory=dict)
    waits: list[Wait] = field(default_factory=list)
    clock_syncs: list[ClockSync] = field(default_factory=list)
    outstanding: list[Outstanding] = field(default_factory=list)
    checkpoints: list[CheckpointRow] = field(default_factory=list)
    flushes: list[Flush] = field(default_factory=list)
    undoings: list[Undoing] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    recoveries: list[RecoveryRow] = field(default_factory=list)
    collections: list[Collection] = field(default_factory=list)
    storage_losses: list[StorageLoss] = field(default_factory=list)
    held_sends: list[HeldSend] = field(default_factory=list)
    down: tuple[int, ...] = ()
    decisions: list[Decision] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    undecided: list[Outstanding] = field(default_factory=list)
    partitions: list[PartitionRow] = field(default_factory=list)
    stored: dict[tuple[int, str, str], Any] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        return len(self.row_code)

    def lost_with_storage(self, taken: CheckpointRow) -> int | None:
        """When a checkpoint went with the stable storage it was on."""
        for loss in self.storage_losses:
            if (loss.process, loss.row) == (taken.process, taken.ended_row):
                return loss.time_us
        return None

    def bared_by(self, recovery: RecoveryRow) -> list[int]:
        """The processes that came back without what was on their stable storage."""
        return [loss.process for loss in self.storage_losses if loss.row == recovery.row]

    def forgotten_row(self, decision: Decision) -> int | None:
        """The row from which on the stable log that a decision stood on is gone."""
        mine = (loss.row for loss in self.storage_losses if loss.process == decision.process)
        return min((row for row in mine if row >= decision.row), default=None)

    def adopted_by(self, recovery: RecoveryRow) -> dict[int, Adoption]:
        """By process, the parts of snapshots that a recovery made checkpoints of."""
        return {
            taken.process: taken.adopted
            for taken in self.checkpoints
            if taken.adopted is not None and taken.adopted.row == recovery.row
        }

    @property
    def message_count(self) -> int:
        return len(self.message_sent)

    @cached_property
    def row_kind(self) -> np.ndarray:
        """uint8[R], values of ``RowKind``."""
        return (self.row_code & KIND_MASK).astype(np.uint8)

    @cached_property
    def row_ref(self) -> np.ndarray:
        """int32[R]: the message, record or note of each row."""
        return (self.row_code >> KIND_BITS).astype(np.int32)

    @cached_property
    def channel_source(self) -> np.ndarray:
        """int32[C], process numbers."""
        return np.array([source for source, _ in self.channel_ends], dtype=np.int32)

    @cached_property
    def channel_target(self) -> np.ndarray:
        """int32[C], process numbers."""
        return np.array([target for _, target in self.channel_ends], dtype=np.int32)

    def _row_column(self, sent: np.ndarray, due: np.ndarray, other: str, dtype: type) -> np.ndarray:
        column = np.empty(self.row_count, dtype=dtype)
        kind, ref = self.row_kind, self.row_ref
        is_send = kind == RowKind.SEND
        is_arrival = (kind >= RowKind.RECEIVE) & (kind <= RowKind.CONTROL_DUPLICATE)
        column[is_send] = sent[ref[is_send]]
        column[is_arrival] = due[ref[is_arrival]]
        for is_other, table in (
            (kind == RowKind.RECORD, self.records),
            (np.isin(kind, NOTE_KINDS), self.notes),
            (kind == RowKind.CHECKPOINT, self.checkpoints),
        ):
            values = np.array([getattr(row, other) for row in table], dtype=dtype)
            column[is_other] = values[ref[is_other]]
        return column

    @cached_property
    def row_time(self) -> np.ndarray:
        """int64[R], true time."""
        return self._row_column(self.message_sent, self._message_taken, "time_us", np.int64)

    def rows_at(self, time_us: int) -> int:
        """How many rows have happened when it is so late, those of that instant among them."""
        return int(np.searchsorted(self.row_time, time_us, side="right"))

    @cached_property
    def row_process(self) -> np.ndarray:
        """int32[R], where it happened."""
        source = self.channel_source[self.message_channel]
        target = self.channel_target[self.message_channel]
        return self._row_column(source, target, "process", np.int32)

    @cached_property
    def is_application_row(self) -> np.ndarray:
        """bool[R]: the rows that tick vector clocks."""
        return np.isin(self.row_kind, APPLICATION_KINDS)

    @cached_property
    def _message_taken(self) -> np.ndarray:
        """int64[M]: when the receiver takes it, which is when it is due unless it is held."""
        if not self.waits:
            return self.message_due
        taken = self.message_due.copy()
        for wait in self.waits:
            if wait.until_us is not None:
                taken[wait.message] = wait.until_us
        return taken

    @cached_property
    def message_received(self) -> np.ndarray:
        """int64[M]: when this transit was received, -1 if it was not within the run."""
        received = np.full(self.message_count, -1, dtype=np.int64)
        kind = self.row_kind
        arrived = self.row_ref[(kind >= RowKind.RECEIVE) & (kind <= RowKind.CONTROL_DUPLICATE)]
        received[arrived] = self._message_taken[arrived]
        return received

    @cached_property
    def message_control(self) -> np.ndarray:
        """bool[M]"""
        kinds = map(type, self.payloads)
        return np.fromiter((k in CONTROL_PAYLOADS for k in kinds), bool, self.message_count)

    @cached_property
    def message_snapshot(self) -> np.ndarray:
        """int32[M]: the snapshot a control message serves, -1 if none."""
        column = np.full(self.message_count, -1, dtype=np.int32)
        for message in np.flatnonzero(self.message_control):
            column[message] = self.payloads[message].snapshot
        return column

    @cached_property
    def message_keeps(self) -> np.ndarray:
        """bool[M]: the control messages that keep a snapshot or agree on it: no part of its capture."""
        column = np.zeros(self.message_count, dtype=bool)
        kept = [row.is_kept for row in self.snapshots]
        if not any(kept):
            return column
        for message in np.flatnonzero(self.message_snapshot >= 0).tolist():
            payload = self.payloads[message]
            captures = self.snapshots[payload.snapshot].protocol
            column[message] = type(payload) is Routed and payload.protocol != captures
        return column

    @cached_property
    def message_copy_of(self) -> np.ndarray:
        """int32[M]: the message this one is a duplicate of, else -1."""
        column = np.full(self.message_count, -1, dtype=np.int32)
        for copy, original in self.message_copies.items():
            column[copy] = original
        return column

    @cached_property
    def message_lost(self) -> np.ndarray:
        """bool[M]: lost by its channel, at a receiver that was down, or by a recovery."""
        # What is lost last, at a receiver that is down, leaves no row behind.
        return self.lost_by(self.row_count + 1)

    def lost_by(self, row: int) -> np.ndarray:
        """bool[M]: the same of what had been lost before a row."""
        lost = self.message_due < 0
        lost[[loss.message for loss in self.losses if loss.row < row]] = True
        return lost

    def standing(self, row: int) -> np.ndarray:
        """bool[R]: the rows before ``row`` that no recovery had undone by then."""
        stands = np.arange(self.row_count) < row
        for undoing in self.undoings:
            if undoing.row < row:
                undone = slice(undoing.first_row, undoing.row)
                stands[undone] &= self.row_process[undone] != undoing.process
        return stands

    def message_payload(self, message: int) -> dict[str, Any]:
        """What an application message carries, as in the scenario file."""
        payload = self.payloads[message]
        if type(payload) is int:
            return {"amount": payload}
        # A workload may send one object over and over.
        return payload.copy() if type(payload) is dict else payload
