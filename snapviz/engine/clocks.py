"""Physical clocks: what a process reads, as integer functions of true time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

BILLION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class PhysicalClock:
    """local(t) = t + offset + floor(drift * (t - since)), in microseconds, from ``since`` on.

    ``rest``: what a drift has left of a microsecond, in billionths, is part of the offset.
    """

    offset_us: int = 0
    drift_ppb: int = 0
    since_us: int = 0
    rest: int = 0

    def local(self, true_us: int) -> int:
        """The reading at a true time."""
        return true_us + self.offset_us + self._gained(true_us) // BILLION

    def _gained(self, true_us: int) -> int:
        """By drift, in billionths of a microsecond."""
        return self.drift_ppb * (true_us - self.since_us) + self.rest

    def first_reading(self, local_us: int, now_us: int) -> int:
        """The first true time from ``now_us`` on (itself from ``since`` on) that reads so much.

        local(since + s) >= L means floor(((BILLION + drift) * s + rest) / BILLION) >= L - since - offset,
        and the right side is an integer, so the floor does not matter.
        """
        wanted = local_us - self.since_us - self.offset_us
        passed = -((self.rest - wanted * BILLION) // (BILLION + self.drift_ppb))
        return max(now_us, self.since_us + passed)

    def set(self, now_us: int, offset_us: int | None, drift_ppb: int | None) -> PhysicalClock:
        """The clock from ``now_us`` on; a field left ``None`` keeps what it is then."""
        return PhysicalClock(
            self.local(now_us) - now_us if offset_us is None else offset_us,
            self.drift_ppb if drift_ppb is None else drift_ppb,
            now_us,
            self._gained(now_us) % BILLION if offset_us is None else 0,
        )


class Sample(NamedTuple):
    """One exchange of a request and its answer, in microseconds of two clocks.

    ``t0`` the request leaves and ``t3`` the answer comes back, by the client's clock; ``t1`` the
    request comes and ``t2`` the answer leaves, by the server's.
    """

    t0: int
    t1: int
    t2: int
    t3: int

    @property
    def offset_us(self) -> int:
        """((t1 - t0) + (t2 - t3)) / 2: what to add to the client's clock; rounded down."""
        return ((self.t1 - self.t0) + (self.t2 - self.t3)) // 2

    @property
    def delay_us(self) -> int:
        """What the exchange took, less what the server took. The error is at most half of it."""
        return (self.t3 - self.t0) - (self.t2 - self.t1)


def best_of(samples: Sequence[Sample]) -> Sample:
    """The sample of least delay, the first of several: its error is bounded best.

    There must be one.
    """
    return min(samples, key=lambda sample: sample.delay_us)


class SyncOrder(NamedTuple):
    """How to synchronise: with whom, how often to ask, how to adjust (0: at once)."""

    server: int
    rounds: int
    slew_ppb: int


class ClockSync(NamedTuple):
    """One clock was synchronised: the samples it had, what was added, how far off it was.

    ``before_us`` and ``after_us``: local less true time. ``after_us`` is None while it slews.
    """

    method: str
    process: int
    samples: tuple[Sample, ...]
    applied_us: int
    time_us: int
    before_us: int
    after_us: int | None

    @property
    def best(self) -> Sample:
        """The one that counts most; there must be one."""
        return best_of(self.samples)
