"""The messages that snapshots mark, as columns: which of very many stand out, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .recordings import UNKNOWN_US

if TYPE_CHECKING:
    from .facts import Facts

KINDS = ("caught", "orphan", "missing", "extra")


class Marked(NamedTuple):
    """One entry for each message, in ascending order of their numbers.

    ``messages``: those, int64. ``since_us``: int64, when the first of their snapshots was complete, if
    any was.
    ``kinds``: int8, places in `KINDS`. ``snapshots``: int64, of several the first. ``several``:
    bool, whether there are.
    """

    messages: np.ndarray
    since_us: np.ndarray
    kinds: np.ndarray
    snapshots: np.ndarray
    several: np.ndarray

    def among(self, messages: np.ndarray, until_us: int | None) -> Marked:
        """Those of some messages, in ascending order, that are marked by then; None: ever."""
        _, places, _ = np.intersect1d(
            self.messages, messages, assume_unique=True, return_indices=True
        )
        limit = UNKNOWN_US - 1 if until_us is None else until_us
        places = places[self.since_us[places] <= limit]
        return Marked(*(column[places] for column in self))

    @property
    def is_solid(self) -> np.ndarray:
        """bool: whether the line is whole, and of one colour."""
        return (self.kinds <= KINDS.index("orphan")) & ~self.several


def marked_of(known: Facts) -> Marked:
    complete_us = known.recordings.complete_us
    found = [
        (
            message,
            min(complete_us[number] for number in mark.snapshots),
            KINDS.index(mark.kind),
            mark.snapshots[0],
            len(mark.snapshots) > 1,
        )
        for message, mark in known.marks.items()
    ]
    columns = np.array(found, dtype=np.int64).reshape(-1, 5).T
    kinds, several = columns[2].astype(np.int8), columns[4].astype(bool)
    return Marked(columns[0], columns[1], kinds, columns[3], several)
