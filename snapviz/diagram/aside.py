"""Words that a hidden future would cut in two step aside, or wait until there is room."""

from __future__ import annotations

from dataclasses import replace

from .display_list import Rect, Subject, Text
from .geometry import Box

BADGES = ("snapshot", "cut-verdict")
BANDS = ("role", "parting")
BESIDE = 3.0  # pixels from a dot on the play-head

Plate = tuple[Rect, Text]


def aside(
    plot: Box, x: float, reach: float, met: dict[Subject, Plate], taken: list[Rect]
) -> dict[Subject, Plate]:
    """Plates that the play-head at ``x`` meets, left of it and of dots of the radius ``reach``.

    The ground of each still covers what was cut. Words wait that would cover others, ``taken``,
    those in a band, and those of an arrow that does not come so far yet. What stands above the
    plot stays.
    """
    moved: dict[Subject, Plate] = {}
    taken = list(taken)
    for subject, (back, words) in met.items():
        if back.y < plot.top:
            moved[subject] = (back, words)
        elif subject[0] in BADGES:
            moved[subject] = _shifted(back, words, x + 1, 0.0)
        else:
            there = _shifted(back, words, x + 1, reach + BESIDE)
            waits = subject[0] in BANDS or (subject[0] == "message" and words.x > x)
            is_free = not any(_box(there[0]).overlaps(_box(other)) for other in taken)
            if waits or there[0].x < plot.left or not is_free:
                there = replace(back, width=x + 1 - back.x), replace(words, opacity=0.0)
            moved[subject] = there
        taken.append(moved[subject][0])
    return moved


def _shifted(back: Rect, words: Text, edge: float, gap: float) -> Plate:
    """So far to the left that the words end before a gap, and their ground at the edge."""
    left = edge - gap - back.width
    wide = replace(back, x=left, width=back.width + gap)
    return wide, replace(words, x=words.x + left - back.x)


def _box(back: Rect) -> Box:
    return Box(back.x, back.y, back.x + back.width, back.y + back.height)
