"""Sentences with values in them, kept apart so that a window can translate the sentence."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """An English sentence with ``%1``, ``%2`` ... where the values go; ``str`` fills them in."""

    text: str
    values: tuple[object, ...] = ()

    def __str__(self) -> str:
        parts = self.text.split("%")
        return parts[0] + "".join(f"{self.values[int(p[0]) - 1]}{p[1:]}" for p in parts[1:])


def words(text: str, *values: object) -> Words:
    """A sentence and what fills it."""
    return Words(text, values)
