"""How dark so many strokes in one place look: never quite full, and the same at every pan."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .facts import Facts

USUAL = 0.5  # ink where as much happens as usually does
FULLEST = 0.85  # ink of one stroke among few
FAINTEST = 24  # of 255, of one stroke among very many
COUNTS = 1 << 13  # beyond which nothing gets darker
LAST_BYTE = 255
SLICES = 256  # of a run, by which it is told how uneven it is


def tones(counts: np.ndarray, load: float) -> np.ndarray:
    """uint8: the ink for each count. ``load``: how many strokes usually lie in one place."""
    table = _table(_step(load))
    if counts.dtype != np.uint8:
        if counts.max(initial=0) > LAST_BYTE:
            return table.take(counts, mode="clip")
        counts = counts.astype(np.uint8)
    # Many times faster than numpy's own way.
    inked = counts.tobytes().translate(table[: LAST_BYTE + 1].tobytes())
    return np.frombuffer(inked, dtype=np.uint8).reshape(counts.shape)


def few_tones(load: float) -> bytes:
    """The ink for each count that fits into a byte."""
    return _table(_step(load))[: LAST_BYTE + 1].tobytes()


def _step(load: float) -> int:
    """What looks the same shall be told from its neighbour: eight steps to a doubling."""
    return round(8 * np.log2(max(load, 1e-3)))


@lru_cache(maxsize=64)
def _table(step: int) -> np.ndarray:
    load = 2.0 ** (step / 8)
    clear = max((1 - USUAL) ** (1 / load), 1 - FULLEST)
    ink = 255 * (1 - clear ** np.arange(COUNTS))
    ink[1:] = np.maximum(ink[1:], FAINTEST)
    return ink.astype(np.uint8)


def pace(known: Facts) -> float:
    """How many messages usually pass a place between the first line and the last, per microsecond.

    Usually: where and when most of them do, so that idle stretches do not count.
    """
    lines = max(known.count - 1, 1)
    hops = float(np.abs(known.target.astype(np.int64) - known.source).sum())
    spread, _ = np.histogram(known.sent, bins=SLICES, range=(0, max(known.run.until_us, 1)))
    total = max(int(spread.sum()), 1)
    bunching = SLICES * float((spread.astype(float) ** 2).sum()) / total**2
    return max(bunching, 1.0) * hops / lines / max(known.run.until_us, 1)
