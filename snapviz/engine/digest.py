"""One hash for a whole trace: equal exactly when everything that happened is equal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from snapviz.engine.trace import Trace

HEADER = "snapviz/trace/1"
SAVED = 6
"""Of a checkpoint, when it was taken and of what; the rest follows from what else happened."""
CLOCK = 4
"""Of a clock, what it was set to; the rest of a microsecond follows from what it was before."""


def trace_digest(trace: Trace) -> str:
    """``sha256:<hex>`` over the columns (little-endian) and the texts (canonical JSON)."""
    digest = sha256(HEADER.encode())
    for column in (
        trace.row_code,
        trace.message_channel,
        trace.message_sent,
        trace.message_due,
    ):
        digest.update(column.astype("<i8").tobytes())
    for table in _tables(trace):
        for part in _json_parts(table):
            digest.update(part.encode())
    return f"sha256:{digest.hexdigest()}"


def _tables(trace: Trace) -> Iterator[Iterable[Any]]:
    yield trace.process_ids
    yield trace.channel_ends
    yield trace.payloads
    yield sorted(trace.message_copies.items())
    yield [(note.kind, note.time_us, note.process, _plain(note.data)) for note in trace.notes]
    yield trace.records
    yield trace.channel_records
    yield [
        (row.id, row.protocol, row.initiator, row.started_us, row.completed_us, row.status)
        for row in trace.snapshots
    ]
    yield [row[:CLOCK] for row in trace.clocks]
    # Runs without them keep the digest they had before there were such things.
    if trace.riding:
        yield [(message, *attached) for message, attached in sorted(trace.riding.items())]
    for later in (
        trace.waits,
        trace.clock_syncs,
        [row[:SAVED] for row in trace.checkpoints],
        trace.flushes,
        trace.undoings,
        trace.losses,
        trace.held_sends,
        trace.collections,
        trace.storage_losses,
        trace.decisions,
        trace.remarks,
        trace.partitions,
    ):
        if later:
            yield later
    yield [(row.id, *row.failure) for row in trace.snapshots if row.failure is not None]


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """A changed channel's delay is a value of the model; its text names all its fields."""
    return {key: repr(value) if key == "delay" else value for key, value in data.items()}


def _json_parts(table: Iterable[Any]) -> Iterator[str]:
    encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode
    rows = list(table)
    for start in range(0, len(rows), 10_000):
        yield encode(rows[start : start + 10_000])
