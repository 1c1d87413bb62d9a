"""What processes are to send once their protocols let them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from snapviz.engine.trace import HeldSend, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Sending(NamedTuple):
    """What a process is to send once its protocols let it."""

    channel: int
    payload: Any
    delay_us: int | None
    protocol: str
    since_us: int


class Outbox:
    """By process, what it keeps; ``held_sends``: what was kept and is no more."""

    def __init__(self, run: Simulator) -> None:
        self._run = run
        self._kept: dict[int, list[Sending]] = {}
        self.held_sends: list[HeldSend] = []

    def holds(self, process: int) -> bool:
        """Whether a process keeps anything."""
        return bool(self._kept.get(process))

    def send(self, source: int, channel: int, payload: Any, delay_us: int | None) -> None:
        """Send an application message, or keep it until the protocols let it go."""
        queue = self._kept.get(source)
        holder = queue[-1].protocol if queue else self._refusing(source)
        if holder is None:
            self._run.attention.send(channel, payload, delay_us)
            return
        kept = Sending(channel, payload, delay_us, holder, self._run.now_us)
        self._kept.setdefault(source, []).append(kept)

    def _refusing(self, process: int) -> str | None:
        """The first protocol that lets a process send nothing now."""
        for name, objects in self._run.protocols.items():
            if not objects[process].may_send():
                return name
        return None

    def release(self, process: int) -> bool:
        """Send what may be sent by now; whether that was anything."""
        has_sent = False
        while self._kept.get(process) and self._refusing(process) is None:
            has_sent = True
            self._send_kept(process, self._kept[process].pop(0))
        return has_sent

    def _send_kept(self, process: int, kept: Sending) -> None:
        number = len(self._run.columns.payloads)
        self._run.attention.send(kept.channel, kept.payload, kept.delay_us)
        is_sent = len(self._run.columns.payloads) > number
        self._no_longer_kept(process, kept, number if is_sent else None)

    def _no_longer_kept(self, process: int, kept: Sending, message: int | None) -> None:
        now_us = self._run.now_us
        self.held_sends.append(
            HeldSend(process, kept.channel, kept.protocol, kept.since_us, now_us, message)
        )

    def drop(self, process: int) -> None:
        """A process crashes: what it keeps is never sent."""
        run = self._run
        for sending in self._kept.pop(process, ()):
            target = run.channels.links[sending.channel].target
            ends = {"to": run.scenario.processes[target].id}
            run.note(RowKind.SKIPPED, process, {"action": "send", "why": "crashed", **ends})
            self._no_longer_kept(process, sending, None)

    def still_kept(self) -> list[HeldSend]:
        """What waits to be sent, processes in their order."""
        return [
            HeldSend(process, kept.channel, kept.protocol, kept.since_us, None, None)
            for process in sorted(self._kept)
            for kept in self._kept[process]
        ]

    # For keyframes

    def save(self) -> tuple[dict[int, list[Sending]], list[HeldSend]]:
        """A copy of all this; see ``restore``."""
        kept = {process: sendings.copy() for process, sendings in self._kept.items()}
        return kept, self.held_sends.copy()

    def restore(self, saved: tuple[dict[int, list[Sending]], list[HeldSend]]) -> None:
        """Go on from what ``save`` returned."""
        kept, held_sends = saved
        self._kept = {process: sendings.copy() for process, sendings in kept.items()}
        self.held_sends = held_sends.copy()
