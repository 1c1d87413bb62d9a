"""The visible stretch of a run's time."""

from __future__ import annotations

from dataclasses import dataclass

SHORTEST_US = 100


@dataclass(frozen=True, slots=True)
class TimeRange:
    """``from_us`` to ``to_us`` inside 0 to ``end_us``; the whole run unless said otherwise."""

    end_us: int
    from_us: int = 0
    to_us: int = -1

    def __post_init__(self):
        if self.to_us < 0:
            object.__setattr__(self, "to_us", self.end_us)

    @property
    def is_whole(self) -> bool:
        return (self.from_us, self.to_us) == (0, self.end_us)

    def whole(self) -> TimeRange:
        return TimeRange(self.end_us)

    def showing(self, from_us: int, to_us: int) -> TimeRange:
        """As asked, but not shorter than SHORTEST_US nor outside the run."""
        span = min(max(to_us - from_us, SHORTEST_US), self.end_us)
        start = min(max(from_us, 0), self.end_us - span)
        return TimeRange(self.end_us, start, start + span)

    def for_end(self, end_us: int) -> TimeRange:
        """The same stretch of a run with another end; everything if it was everything."""
        if self.is_whole or self.from_us >= end_us:
            return TimeRange(end_us)
        return TimeRange(end_us).showing(self.from_us, self.to_us)

    def zoomed(self, factor: float, around_us: int) -> TimeRange:
        """``factor`` times as long, with ``around_us`` staying where it is on the screen."""
        span = min(max(round((self.to_us - self.from_us) * factor), SHORTEST_US), self.end_us)
        share = (around_us - self.from_us) / max(self.to_us - self.from_us, 1)
        start = round(around_us - share * span)
        return self.showing(start, start + span)

    def moved(self, by_us: int) -> TimeRange:
        return self.showing(self.from_us + by_us, self.to_us + by_us)
