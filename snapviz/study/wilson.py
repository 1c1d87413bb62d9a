"""How sure a count makes us of a probability."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

CONFIDENCE = 0.95


class Rate(NamedTuple):
    """So many of so many, and the interval the probability lies in with 95 % confidence."""

    hits: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share; None of none."""
        return self.hits / self.of if self.of else None


def rate(hits: int, of: int) -> Rate:
    """A count with its interval."""
    return Rate(hits, of, *wilson(hits, of))


def wilson(hits: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The score interval for a probability of which ``hits`` of ``of`` independent trials tell.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA
    22(158), 1927. Unlike the usual normal interval it stays inside 0..1 and has a width even
    where nothing or everything was hit. Of no trials: (0, 1). Raises ValueError for counts that
    cannot be.
    """
    if not 0 <= hits <= of:
        raise ValueError(f"{hits} of {of} cannot be; allowed: 0 to {of}")
    if not of:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, weight = hits / of, z * z / of
    centre = share + weight / 2
    reach = z * sqrt(share * (1 - share) / of + weight / (4 * of))
    low = 0.0 if hits == 0 else (centre - reach) / (1 + weight)
    high = 1.0 if hits == of else (centre + reach) / (1 + weight)
    return low, high
