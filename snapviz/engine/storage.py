"""What of kept snapshots stands on stable storage, and where."""

from __future__ import annotations

from typing import Any

from snapviz.engine.parts import Part, checksum
from snapviz.engine.trace import SnapshotRow, Trace

GATHERING, COPYING = "gathering", "copying"
PART, COPY = "part", "copy"
"""What the messages that carry a part say first."""


def own_key(snapshot: int) -> str:
    """Under which a process keeps its own part."""
    return f"own {snapshot}"


def copy_key(snapshot: int, owner: int) -> str:
    """Under which a process keeps the part of another."""
    return f"copy {snapshot} {owner}"


def holders_of(trace: Trace, snapshot: int, owner: int) -> list[int]:
    """The other processes that hold a copy of a process's part, the next of the file first."""
    count = len(trace.process_ids)
    ring = [(owner + step) % count for step in range(1, count)]
    return [holder for holder in ring if _copy_at(trace, snapshot, owner, holder) is not None]


def part_holders(trace: Trace, snapshot: int, owner: int) -> dict[int, Part]:
    """Where a process's part is to be read: at itself first, then at those that hold a copy."""
    own = _verified(trace.stored.get((owner, GATHERING, own_key(snapshot))))
    found = {} if own is None else {owner: own}
    for holder in holders_of(trace, snapshot, owner):
        found[holder] = _copy_at(trace, snapshot, owner, holder)
    return found


def surviving_parts(trace: Trace, snapshot: SnapshotRow, down: frozenset[int]) -> list[Part] | None:
    """Every process's part, in their order; None if one is not to be had, or never was complete."""
    if snapshot.status != "complete":
        return None
    parts = []
    for owner in range(len(trace.process_ids)):
        held = part_holders(trace, snapshot.number, owner)
        parts.append(next((part for holder, part in held.items() if holder not in down), None))
    return None if None in parts else parts


def _copy_at(trace: Trace, snapshot: int, owner: int, holder: int) -> Part | None:
    return _verified(trace.stored.get((holder, COPYING, copy_key(snapshot, owner))))


def _verified(stored: Any) -> Part | None:
    """What is stored, if it is what its owner's checksum was made of."""
    if stored is None:
        return None
    part, digest = stored
    return part if checksum(part) == digest else None
