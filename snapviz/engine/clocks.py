"""Physical clocks: what a process reads, as integer functions of true time."""

from __future__ import annotations

from dataclasses import dataclass

BILLION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class PhysicalClock:
    """local(t) = t + offset + floor(drift * (t - since)), in microseconds, from ``since`` on."""

    offset_us: int = 0
    drift_ppb: int = 0
    since_us: int = 0

    def local(self, true_us: int) -> int:
        """The reading at a true time."""
        return true_us + self.offset_us + self.drift_ppb * (true_us - self.since_us) // BILLION

    def set(self, now_us: int, offset_us: int | None, drift_ppb: int | None) -> PhysicalClock:
        """The clock from ``now_us`` on; a field left ``None`` keeps what it is then."""
        return PhysicalClock(
            self.local(now_us) - now_us if offset_us is None else offset_us,
            self.drift_ppb if drift_ppb is None else drift_ppb,
            now_us,
        )
