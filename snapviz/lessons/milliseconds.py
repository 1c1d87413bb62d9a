"""Microseconds of a run as the milliseconds of a text."""

from __future__ import annotations


def ms(us: int | None) -> float | int | None:
    """Milliseconds; whole ones as whole numbers."""
    if us is None:
        return None
    return us // 1000 if us % 1000 == 0 else us / 1000
