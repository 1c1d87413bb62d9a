"""Every process puts its part of a snapshot on n others, so that the snapshot outlives a crash.

They are the next n of the file, the first following the last, of those that channels lead to. A
holder checks the part against its checksum, writes it to its stable storage and answers; the owner,
which has written it too, sends it again until it is answered. Cost: n parts and n answers for each
process. Promise: a part is lost only with its owner and all that hold it.
"""

from __future__ import annotations

from typing import Any

from snapviz.engine.hooks import KeepingProtocol
from snapviz.engine.parts import checksum
from snapviz.engine.storage import COPY, COPYING, copy_key, own_key
from snapviz.protocols.insistent import Insistent

STORED = "stored"


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
        count = len(self.context.processes)
        ring = [(self.context.process + step) % count for step in range(1, count)]
        reached = [process for process in ring if self.context.can_reach(process)]
        return reached[: self.context.copies(snapshot)]

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


def _stored(snapshot: int, holder: int) -> str:
    return f"stored {snapshot} {holder}"
