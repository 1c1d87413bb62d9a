"""Breaking a row of things into several that are much alike."""

from __future__ import annotations

from collections.abc import Sequence


def balanced(widths: Sequence[float], gap: float, room: float) -> list[int]:
    """How many of these go into each row: no more rows than needed, and none of them a stray.

    ``gap``: pixels between two in a row; ``room``: pixels of a row. What is wider than the
    room has a row for itself.
    """
    fewest = len(_filled(widths, gap, room))
    sums = sorted({total for total in _runs(widths, gap) if total <= room} | {room})
    low, high = 0, len(sums) - 1
    while low < high:
        middle = (low + high) // 2
        if len(_filled(widths, gap, sums[middle])) > fewest:
            low = middle + 1
        else:
            high = middle
    return _filled(widths, gap, sums[low])


def _filled(widths: Sequence[float], gap: float, room: float) -> list[int]:
    """How many go into each row if each takes what it can."""
    rows: list[int] = []
    used = room
    for width in widths:
        if rows and used + gap + width <= room:
            rows[-1] += 1
            used += gap + width
        else:
            rows.append(1)
            used = width
    return rows


def _runs(widths: Sequence[float], gap: float) -> list[float]:
    """The width of every run of neighbours."""
    found: list[float] = []
    for start in range(len(widths)):
        total = -gap
        for width in widths[start:]:
            total += gap + width
            found.append(total)
    return found
