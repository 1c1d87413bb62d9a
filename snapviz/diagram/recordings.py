"""When snapshots recorded what, as arrays: which of very many a picture has to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from .facts import Facts

UNKNOWN_US = np.iinfo(np.int64).max


class Recorded(NamedTuple):
    """int64[n] each: recordings by snapshot and process; times in us, and rows of the run."""

    snapshots: np.ndarray
    processes: np.ndarray
    times: np.ndarray
    rows: np.ndarray


class Recordings:
    """Of all snapshots. ``first_us``, ``last_us``, ``complete_us``: int64[S], when each began and
    ended to record, and when it was complete; unknown instants lie beyond all others.
    ``last_row``: int64[S], of its last recording."""

    def __init__(self, known: Facts):
        self._all = _recorded(known)
        self._starts = np.searchsorted(self._all.snapshots, np.arange(len(known.records) + 1))
        count = len(known.records)
        self.first_us = np.full(count, UNKNOWN_US)
        self.last_us, self.last_row = np.full(count, -1), np.full(count, -1)
        np.minimum.at(self.first_us, self._all.snapshots, self._all.times)
        np.maximum.at(self.last_us, self._all.snapshots, self._all.times)
        np.maximum.at(self.last_row, self._all.snapshots, self._all.rows)
        whole = (
            snapshot.completed_us if known.is_complete(number) else UNKNOWN_US
            for number, snapshot in enumerate(known.trace.snapshots)
        )
        self.complete_us = np.array([*whole], dtype=np.int64)

    def of_one(self, number: int, known_rows: int) -> Recorded:
        """Those of one snapshot in the first rows of the run."""
        mine = slice(*self._starts[number : number + 2].tolist())
        shows = self._all.rows[mine] < known_rows
        return Recorded(*(column[mine][shows] for column in self._all))

    def of(self, numbers: list[int], known_rows: int) -> Recorded:
        """Those of some snapshots in the first rows of the run."""
        shows = np.isin(self._all.snapshots, numbers) & (self._all.rows < known_rows)
        return Recorded(*(column[shows] for column in self._all))

    def within(self, from_us: float, to_us: float) -> np.ndarray:
        """int64: the snapshots that may have recordings in a stretch of time."""
        return np.flatnonzero((self.first_us <= to_us) & (self.last_us >= from_us))

    def complete(self, known_rows: int, until_us: int | None = None) -> np.ndarray:
        """bool[S]: which are complete, or were at an instant, with all recordings in the first rows."""
        limit = UNKNOWN_US - 1 if until_us is None else until_us
        return (self.complete_us <= limit) & (self.last_row < known_rows)


def _recorded(known: Facts) -> Recorded:
    found = [
        (number, process, record.time_us, record.row)
        for number, records in enumerate(known.records)
        for process, record in sorted(records.items())
    ]
    return Recorded(*np.array(found, dtype=np.int64).reshape(-1, 4).T)
