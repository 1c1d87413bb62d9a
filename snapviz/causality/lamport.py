"""Lamport timestamps a stretch at a time, for runs too long to stamp while someone waits."""

from __future__ import annotations

from snapviz.causality.computation import Computation


class LamportColumn:
    """The timestamps of ``clocks.lamport_clocks``, made in the order of the events."""

    def __init__(self, c: Computation) -> None:
        self._processes = c.event_process.tolist()
        self._sends = c.edges[0].tolist()
        self._start = c.incoming_start.tolist()
        self._latest = [0] * c.process_count
        self._stamps: list[int] = []

    @property
    def complete(self) -> bool:
        return len(self._stamps) == len(self._processes)

    def stamp(self, event: int) -> int | None:
        """The timestamp of an event; None while it has not been made."""
        return self._stamps[event] if event < len(self._stamps) else None

    def advance(self, events: int) -> None:
        """Make at most so many further timestamps."""
        stamps, sends, start, latest = self._stamps, self._sends, self._start, self._latest
        first = len(stamps)
        for event in range(first, min(first + events, len(self._processes))):
            process = self._processes[event]
            stamp = latest[process]
            for edge in range(start[event], start[event + 1]):
                stamp = max(stamp, stamps[sends[edge]])
            latest[process] = stamp + 1
            stamps.append(stamp + 1)
