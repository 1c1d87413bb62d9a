"""How far each clock is from true time, and what each synchronisation knew of that.

Nobody in the run can see these errors: a sample tells how far a client is from its server, and
only if both ways took equally long. Who watches the run sees both sides. All times are integer
microseconds; what a sample halves is kept doubled, so that nothing is rounded.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np

from snapviz.engine.clocks import ClockSync, PhysicalClock, Sample
from snapviz.engine.trace import Routed, Trace
from snapviz.protocols.exchange import TELL
from snapviz.run import Run


@dataclass(frozen=True)
class Estimate:
    """One sample, and what was true: ``error_us`` of the client when the answer came back at
    ``at_us``, ``server_error_us`` when the server wrote it; both local less true time.
    """

    sample: Sample
    server: int
    at_us: int
    error_us: int
    server_error_us: int

    @property
    def doubled_us(self) -> int:
        """Twice the error that the sample lets one think the client has."""
        t0, t1, t2, t3 = self.sample
        return 2 * self.server_error_us - ((t1 - t0) + (t2 - t3))

    @property
    def is_within(self) -> bool:
        """The true error is at most half the delay from the estimated one."""
        return abs(2 * self.error_us - self.doubled_us) <= self.sample.delay_us


@dataclass(frozen=True)
class Synchronisation:
    """One adjustment of one clock, with the estimates behind it, in the order they came."""

    sync: ClockSync
    estimates: tuple[Estimate, ...]

    @property
    def best(self) -> Estimate | None:
        """The one of least delay, the first of several; None for a server that only averages."""
        return min(self.estimates, key=lambda e: e.sample.delay_us, default=None)


class ClockErrors:
    """The errors of a run's clocks at any time."""

    def __init__(self, run: Run) -> None:
        self._until_us = run.until_us
        self._clocks: list[list[PhysicalClock]] = [[] for _ in run.trace.process_ids]
        for change in run.trace.clocks:
            self._clocks[change.process].append(change.clock)

    def lines(self) -> list[list[tuple[int, int]]]:
        """For each process the corners of its error: (true time, local less true time)."""
        return [self._line(clocks) for clocks in self._clocks]

    def _line(self, clocks: list[PhysicalClock]) -> list[tuple[int, int]]:
        line: list[tuple[int, int]] = []
        ends = [clock.since_us for clock in clocks[1:]] + [self._until_us]
        for clock, end_us in zip(clocks, ends, strict=True):
            for at_us in (clock.since_us, end_us):
                corner = at_us, clock.local(at_us) - at_us
                if not line or line[-1] != corner:
                    line.append(corner)
        return line

    def at(self, process: int, at_us: int) -> int:
        """A clock's error at a time, after all that was set at that very instant."""
        clocks = self._clocks[process]
        place = bisect_right(clocks, at_us, key=lambda clock: clock.since_us) - 1
        return clocks[place].local(at_us) - at_us


def synchronisations(run: Run) -> tuple[Synchronisation, ...]:
    """Every adjustment of the run, in order."""
    syncs = run.trace.clock_syncs
    answers = _answers(run.trace) if syncs else {}
    return tuple(
        Synchronisation(
            sync, tuple(_estimate(sample, answers[_key(sync, sample)]) for sample in sync.samples)
        )
        for sync in syncs
    )


Answer = tuple[int, int, int]
"""Who answered, when it did, and when the answer was there."""
Key = tuple[str, int, int, int]


def _key(sync: ClockSync, sample: Sample) -> Key:
    return sync.method, sync.process, sample.t0, sample.t1


def _estimate(sample: Sample, answer: Answer) -> Estimate:
    server, answered_us, at_us = answer
    return Estimate(sample, server, at_us, sample.t3 - at_us, sample.t1 - answered_us)


def _answers(trace: Trace) -> dict[Key, Answer]:
    """When the answers to timed requests were written and read, by what they say."""
    written: dict[Key, int] = {}
    found: dict[Key, Answer] = {}
    for message in np.flatnonzero(trace.message_control).tolist():
        payload = trace.payloads[message]
        if type(payload) is not Routed or type(payload.body) is not tuple:
            continue
        kind, *rest = payload.body
        if kind != TELL:
            continue
        _, _, t0, t1, _ = rest
        key = payload.protocol, payload.target, t0, t1
        written.setdefault(key, int(trace.message_sent[message]))
        received_us = int(trace.message_received[message])
        ends_here = trace.channel_ends[trace.message_channel[message]][1] == payload.target
        if ends_here and received_us >= 0 and key not in found:
            found[key] = payload.origin, written[key], received_us
    return found
