"""One sentence of the narrator, and the line of the pseudo-code by which it came about."""

from __future__ import annotations

from typing import NamedTuple

from snapviz.study.words import Words, words


class Narrated(NamedTuple):
    """One sentence. ``rule``: the line of the pseudo-code, empty for a fault, which is by none.

    ``row``: how many rows of the trace have happened then; ``process`` -1: of no process alone.
    ``story``: which one it is of, the number of a snapshot (-1: none) and a part.
    """

    time_us: int
    row: int
    process: int
    rule: str
    said: Words
    story: tuple[int, str] = (-1, "")


def joined(cause: Words, *effects: Words) -> Words:
    """What came, and all that it brought about."""
    said = cause
    for place, effect in enumerate(effects):
        said = words("%1; %2", said, effect) if place else words("%1: %2", said, effect)
    return said
