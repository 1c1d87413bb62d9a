"""Stretches of time by which a run is counted: short where much happens."""

from __future__ import annotations

import numpy as np

SHARE = 8  # stretches of a slice whatever happens in it; as many again go where most happens
UNEVEN = 1.5  # times as bunched as an even run, from which on slices differ


class TimeBins:
    """Bins from 0 to ``count``, one after the other, over the whole run.

    A run is cut into slices of the same length, and each slice into bins of the same length. An
    even run is one slice.
    """

    def __init__(self, until_us: int, instants: np.ndarray, most: int):
        """``instants``: int64 us of all that happens, in any order. ``most``: bins, at most."""
        self._slice_us, self._happens, bins = _cut(until_us, instants, most)
        self._starts = np.concatenate([[0], np.cumsum(bins)])
        self._per_us = bins / self._slice_us
        self.count = int(self._starts[-1])

    def of(self, us: np.ndarray) -> np.ndarray:
        """int64: the bins in which some instants lie; the last, for those after the run."""
        found = self.place(us).astype(np.int64)
        return np.minimum(found, self.count - 1, out=found)

    def since(self, us: np.ndarray) -> np.ndarray:
        """int64: the first bins that begin at some instants or later; of none, ``count``."""
        return np.ceil(self.place(us)).astype(np.int64)

    def suits(self, from_us: float, to_us: float, column_us: float) -> bool:
        """Whether columns so wide show no steps: where nearly all happens, a bin is no wider."""
        first, last = (int(us / self._slice_us) for us in (from_us, to_us))
        seen = slice(max(first, 0), last + 1)
        happens, bins_wide = self._happens[seen], column_us * self._per_us[seen]
        return bool(50 * happens[bins_wide < 1.0].sum() <= happens.sum())

    def place(self, us: np.ndarray) -> np.ndarray:
        """float: the same with the share of the bin that is over, within the run."""
        if len(self._per_us) == 1:
            place = us * self._per_us[0]
            return np.clip(place, 0, self.count, out=place)
        slices = (us * (1 / self._slice_us)).astype(np.int64)
        slices = np.clip(slices, 0, len(self._per_us) - 1, out=slices)
        place = (us - slices * self._slice_us) * self._per_us.take(slices)
        place += self._starts.take(slices)
        return np.clip(place, 0, self.count, out=place)


def _cut(until_us: int, instants: np.ndarray, most: int) -> tuple[int, np.ndarray, np.ndarray]:
    """Microseconds of a slice; int64 twice: what happens in each, and how many bins it has."""
    wanted = max(1, most // (2 * SHARE))
    slice_us = -(-(until_us + 1) // wanted)
    count = until_us // slice_us + 1
    happens = np.bincount(np.minimum(instants // slice_us, count - 1), minlength=count)
    total = max(int(happens.sum()), 1)
    if count * (happens.astype(float) ** 2).sum() <= UNEVEN * total**2:
        step_us = max(1, -(-(until_us + 1) // most))
        bins = until_us // step_us + 1
        return step_us * bins, np.array([total]), np.array([bins])
    bins = SHARE + (happens * (SHARE * count / total)).astype(np.int64)
    return slice_us, happens, np.clip(bins, 1, slice_us)
