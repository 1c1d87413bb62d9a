"""Every process puts its part of a snapshot on n others, so that the snapshot outlives a crash.

They are the next n of the file, the first following the last, of those that channels lead to
(placement ``ring``). ``across-groups``: the ring runs through the failure groups in turn, the first
of each, the second of each; of those ahead on it each time the next one is taken whose group has
least of the part so far, the owner counted. So every group has one before any has two, no group's
failure takes a part with all its copies where another group can be reached, and as many are held by
each process where all groups are as large.

A holder checks the part against its checksum, writes it to its stable storage and answers; the owner,
which has written it too, sends it again until it is answered. Cost: n parts and n answers for each
process. Promise: a part is lost only with its owner and all that hold it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from snapviz.engine.hooks import KeepingProtocol
from snapviz.engine.parts import checksum
from snapviz.engine.storage import COPY, COPYING, copy_key, own_key
from snapviz.protocols.insistent import Insistent

STORED = "stored"
ACROSS_GROUPS = "across-groups"


class Copying(Insistent, KeepingProtocol):
    """One process."""

    NAME = COPYING

    def on_part(self, snapshot: int) -> None:
        if self.context.copies(snapshot) == 0:
            return
        part = self.context.part(snapshot)
        self.context.write_stable(own_key(snapshot), (part, checksum(part)))
        self._send_copies(snapshot)

    def _send_copies(self, snapshot: int) -> None:
        part, digest = self.context.read_stable(own_key(snapshot))
        for holder in self._holders(snapshot):
            if self.context.read_stable(_stored(snapshot, holder)) is None:
                self.insist((COPY, snapshot, holder), holder, snapshot, (COPY, part, digest))

    def _holders(self, snapshot: int) -> list[int]:
        wanted = self.context.copies(snapshot)
        if self.context.placement(snapshot) != ACROSS_GROUPS:
            return self._reached(list(self.context.processes))[:wanted]
        groups = self.context.failure_groups
        return across_groups(self.context.process, self._reached(in_turn(groups)), groups, wanted)

    def _reached(self, ring: list[int]) -> list[int]:
        """Those of a ring that channels lead to, from this process on."""
        here = ring.index(self.context.process)
        ahead = ring[here + 1 :] + ring[:here]
        return [process for process in ahead if self.context.can_reach(process)]

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        kind, *rest = body
        if kind == STORED:
            self.context.write_stable(_stored(snapshot, sender), True)
            self.is_answered((COPY, snapshot, sender))
            return
        part, digest = rest
        if checksum(part) == digest:
            self.context.write_stable(copy_key(snapshot, sender), (part, digest))
            self.context.send_to(sender, snapshot, (STORED,))

    def on_restart(self) -> None:
        self.forget_unanswered()
        for snapshot in self.context.kept_snapshots():
            if self.context.read_stable(own_key(snapshot)) is not None:
                self._send_copies(snapshot)


def in_turn(groups: Sequence[int]) -> list[int]:
    """All processes: the first of every failure group, the second of every one, and so on."""
    so_far: Counter[int] = Counter()
    rank = []
    for group in groups:
        rank.append(so_far[group])
        so_far[group] += 1
    return sorted(range(len(groups)), key=lambda process: (rank[process], groups[process]))


def across_groups(
    owner: int, ahead: Sequence[int], groups: Sequence[int], wanted: int
) -> list[int]:
    """Up to ``wanted`` of the processes ahead on the ring; ``groups``: of every process."""
    taken, left = Counter([groups[owner]]), list(ahead)
    chosen: list[int] = []
    while left and len(chosen) < wanted:
        # Of equals ``min`` takes the first, the next on the ring.
        place = min(range(len(left)), key=lambda at: taken[groups[left[at]]])
        chosen.append(left.pop(place))
        taken[groups[chosen[-1]]] += 1
    return chosen


def _stored(snapshot: int, holder: int) -> str:
    return f"stored {snapshot} {holder}"
