"""Pixel columns that keep their places among the instants while a picture is panned.

Column k holds the instants from k to k + 1 pixels after the start of the run. A picture shows
a row of them from its first on, so that two pictures at one scale differ by whole columns.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

import numpy as np

from .layout import SpaceTimeLayout


class Lattice(NamedTuple):
    """``scale``: pixels a microsecond. ``first``: number of the column at the left edge."""

    scale: float
    first: int
    columns: int

    def x_of(self, us):
        """Place of an instant in columns from the start of the run."""
        return us * self.scale

    def columns_of(self, us: np.ndarray) -> np.ndarray:
        """int64: columns from the left edge; those of instants out of view lie outside."""
        return np.floor(self.x_of(us)).astype(np.int64) - self.first

    def beside(self, us: float) -> int:
        """The border between two columns that is nearest to an instant, from the left edge."""
        return ceil(self.x_of(us) - 0.5) - self.first

    def edges(self) -> np.ndarray:
        """float[columns + 1]: the instants at which the columns begin, and the last one ends."""
        return (self.first + np.arange(self.columns + 1)) / self.scale


def lattice(place: SpaceTimeLayout) -> Lattice:
    """The columns of the plot, and one more for the last instant."""
    width = place.plot.right - place.plot.left
    return Lattice(place.scale, round(place.from_us * place.scale), ceil(width) + 1)
