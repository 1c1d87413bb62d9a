"""The entries of a legend side by side, broken where a line is full."""

from __future__ import annotations

from collections.abc import Sequence

from .typography import elided, text_width

EDGE, LINE = 12.0, 20.0
SIGN, GAP, BETWEEN = 22.0, 6.0, 20.0

Place = tuple[int, int, float, str]


def legend_places(names: Sequence[str], width: float) -> list[Place]:
    """(number, line, left edge, name) of each entry, the name after a sign ``SIGN`` pixels wide."""
    places, line, x = [], 0, EDGE
    for turn, name in enumerate(names):
        shown = elided(name, "legend", width - 2 * EDGE - SIGN - GAP)
        needed = SIGN + GAP + text_width(shown, "legend")
        if x > EDGE and x + needed > width - EDGE:
            line, x = line + 1, EDGE
        places.append((turn, line, x, shown))
        x += needed + BETWEEN
    return places


def cut_short(places: list[Place], lines: int, width: float) -> tuple[list[Place], list[Place]]:
    """The entries on the first lines, and how many more there are: ``+ 3``, as an entry without sign."""
    kept = [place for place in places if place[1] < lines]
    while kept and len(kept) < len(places):
        turn, line, left, name = kept[-1]
        x, text = (
            left + SIGN + GAP + text_width(name, "legend") + BETWEEN,
            f"+ {len(places) - len(kept)}",
        )
        if x + text_width(text, "legend") <= width - EDGE:
            return kept, [(turn, line, x, text)]
        kept.pop()
    return kept, []


def legend_lines(places: list[Place]) -> int:
    """How many lines they take; one where there are none."""
    return 1 + max((line for _, line, _, _ in places), default=0)
