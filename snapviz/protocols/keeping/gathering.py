"""Every process sends its part of a snapshot to the initiator, unasked, once it is complete.

The initiator (the first process, where the clocks started the snapshot) writes what comes in to its
stable storage before it answers, so that a crash costs it nothing. A part is sent again until it is
answered. Cost: n-1 parts and n-1 answers, more where messages are lost. When the initiator holds all
of them, it proposes that the snapshot be committed, if the scenario asks for that; if parts of a
complete snapshot fail to come in, it gives the snapshot up.

Promise: nothing is proposed of which a part is missing, or differs from what its process recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, KeepingProtocol
from snapviz.engine.parts import Part, checksum, digest_of
from snapviz.engine.storage import GATHERING, PART, own_key
from snapviz.protocols.insistent import Insistent

GOT, PATIENCE = "got", "patience"
PATIENT_TRIES = 3
"""After so many round trips without a part the initiator gives a complete snapshot up."""


class Gathering(Insistent, KeepingProtocol):
    """One process. ``gathered``: by snapshot and process, the checksums of the parts held.

    ``since_us``: by snapshot, since when an initiator gathers.
    """

    NAME = GATHERING

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.gathered: dict[int, dict[int, str]] = {}
        self.since_us: dict[int, int] = {}

    def on_part(self, snapshot: int) -> None:
        if self.context.read_stable(own_key(snapshot)) is None:
            part = self.context.part(snapshot)
            self.context.write_stable(own_key(snapshot), (part, checksum(part)))
        self._hand_in(snapshot)

    def _hand_in(self, snapshot: int) -> None:
        collector, (part, digest) = self._collector_and_own(snapshot)
        if collector == self.context.process:
            self._be_patient(snapshot, 0)
            self.since_us[snapshot] = self.context.now_us
            self._hold(snapshot, collector, part, digest)
        else:
            self.insist((PART, snapshot), collector, snapshot, (PART, part, digest))

    def _collector_and_own(self, snapshot: int) -> tuple[int, tuple[Part, str]]:
        return self.context.collector(snapshot), self.context.read_stable(own_key(snapshot))

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        kind, *rest = body
        if kind == PART:
            part, digest = rest
            if checksum(part) == digest:
                self._hold(snapshot, sender, part, digest)
                self.context.send_to(sender, snapshot, (GOT,))
        else:
            self.context.write_stable(_answered(snapshot), True)
            self.is_answered((PART, snapshot))

    def _hold(self, snapshot: int, process: int, part: Part, digest: str) -> None:
        held = self.gathered.setdefault(snapshot, {})
        if process in held:
            return
        self.context.write_stable(_held(snapshot, process), (part, digest))
        held[process] = digest
        self._propose_if_all(snapshot)

    def _propose_if_all(self, snapshot: int) -> None:
        held, everybody = self.gathered.get(snapshot, {}), self.context.processes
        if len(held) == len(everybody) and not self._has_given_up(snapshot):
            self.context.propose(snapshot, digest_of(held[process] for process in everybody))

    # Giving up

    def _has_given_up(self, snapshot: int) -> bool:
        return self.context.read_stable(_given_up(snapshot)) is not None

    def _be_patient(self, snapshot: int, rounds: int) -> None:
        if self.context.commit(snapshot) == "none":
            return
        longest_us = max(map(self.patience_us, self.context.others), default=1)
        self.context.set_timer(PATIENT_TRIES * longest_us, (PATIENCE, snapshot, rounds))

    def on_timer(self, data: Any) -> None:
        if data[0] != PATIENCE:
            super().on_timer(data)
            return
        _, snapshot, rounds = data
        if len(self.gathered.get(snapshot, ())) == len(self.context.processes):
            return
        if not self.context.is_over(snapshot) or rounds == 0:
            # The capture takes what it takes; its end begins the wait.
            self._be_patient(snapshot, int(self.context.is_over(snapshot)))
        elif not self.context.has_failed(snapshot):
            self.context.write_stable(_given_up(snapshot), True)
            self.context.abandon(snapshot)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        """At an initiator that has its own part, unless the others are not to come any more."""
        is_over = self.context.has_failed(snapshot)
        if is_over or snapshot not in self.since_us or self._has_given_up(snapshot):
            return
        for process in self.context.others:
            if process not in self.gathered.get(snapshot, ()):
                yield Awaited(PART, None, self.since_us[snapshot], process)

    # After a crash

    def on_restart(self) -> None:
        self.forget_unanswered()
        self.gathered, self.since_us = {}, {}
        for snapshot in self.context.kept_snapshots():
            if self.context.collector(snapshot) == self.context.process:
                self._collect_on(snapshot)
            elif self.context.has_part(snapshot) and not self._is_handed_in(snapshot):
                self.on_part(snapshot)

    def _is_handed_in(self, snapshot: int) -> bool:
        return self.context.read_stable(_answered(snapshot)) is not None

    def _collect_on(self, snapshot: int) -> None:
        stored = {p: self.context.read_stable(_held(snapshot, p)) for p in self.context.processes}
        held = {process: found[1] for process, found in stored.items() if found is not None}
        self.gathered[snapshot] = held
        if self.context.has_failed(snapshot) or self._has_given_up(snapshot):
            self.context.abandon(snapshot)
        elif len(held) == len(self.context.processes):
            self._propose_if_all(snapshot)
        elif self.context.has_part(snapshot):
            self.on_part(snapshot)


def _answered(snapshot: int) -> str:
    return f"answered {snapshot}"


def _held(snapshot: int, process: int) -> str:
    return f"held {snapshot} {process}"


def _given_up(snapshot: int) -> str:
    return f"given up {snapshot}"
