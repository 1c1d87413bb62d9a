"""What one process contributes to a snapshot, as a value that can be sent, stored and checked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

Part = dict[str, Any]
"""``snapshot`` and ``process``: their numbers; ``state``; ``channels``: what was recorded as
(channel, payload), in that order.
"""


def part_of(run: Simulator, snapshot: int, process: int) -> Part:
    """The part of a process that has recorded."""
    record = next(
        record
        for record in reversed(run.records)
        if record.snapshot == snapshot and record.process == process
    )
    found = run.snapshots[snapshot].heard.get(process, ())
    payloads = run.columns.payloads
    channels = tuple((channel, payloads[message]) for channel, message in found)
    return {
        "snapshot": snapshot,
        "process": process,
        "state": dict(record.state),
        "channels": channels,
    }


def part_stands(run: Simulator, snapshot: int, process: int) -> bool:
    """Whether a process has recorded, and no recovery has undone what it did before."""
    rows = [r.row for r in run.records if r.snapshot == snapshot and r.process == process]
    return bool(rows) and not any(
        undoing.process == process and undoing.first_row < rows[-1] <= undoing.row
        for undoing in run.lives.undoings
    )


def checksum(value: Any) -> str:
    """The SHA-256 of a plain value, in hexadecimal: equal values have equal ones."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode()).hexdigest()


def digest_of(checksums: Iterable[str]) -> str:
    """The digest of a whole snapshot from those of its parts, processes in their order."""
    return f"sha256:{checksum(list(checksums))}"
