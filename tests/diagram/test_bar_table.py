"""A table with bars: columns hold their words, and bars are as long as their shares."""

from itertools import pairwise

import pytest

from snapviz.diagram.bar_table import EDGE, BarRow, bar_table
from snapviz.diagram.display_list import Rect, Text
from snapviz.diagram.typography import text_width

HEADS = ("protocol", "verdict", "control", "a rather long heading")
ROWS = (
    BarRow("Chandy–Lamport", "consistent", "good", "accent", (("18", 1.0), ("0.5", 0.25))),
    BarRow(
        "A name that takes much more room", "orphans: 3", "bad", "bad", (("9", 0.5), ("0", 0.0))
    ),
    BarRow("Refused", "refused", "muted", "muted", (("–", None), ("–", None))),
)


def test_that_bars_end_with_their_figures_and_are_as_long_as_their_shares():
    picture = bar_table("Banks", "seed 1", HEADS, ROWS)
    bars = [i for i in picture.items if isinstance(i, Rect)][1:]
    assert [bar.style.fill for bar in bars] == ["accent", "accent", "bad"]
    first, second, third = bars
    assert first.width == pytest.approx(2 * third.width)
    ends = {i.text: i.x for i in picture.items if isinstance(i, Text) and i.anchor == "end"}
    assert first.x + first.width == pytest.approx(ends["18"]) == pytest.approx(ends["control"])
    assert second.x + second.width == pytest.approx(ends["0.5"])


def test_that_no_words_meet():
    picture = bar_table("Banks", "seed 1", HEADS, ROWS)
    lines: dict[float, list[tuple[float, float]]] = {}
    for item in picture.items:
        if isinstance(item, Text):
            wide = text_width(item.text, item.role)
            left = item.x - wide if item.anchor == "end" else item.x
            lines.setdefault(item.y, []).append((left, left + wide))
    for spans in lines.values():
        spans.sort()
        assert all(a[1] < b[0] for a, b in pairwise(spans))
        assert spans[0][0] >= EDGE - 1 and spans[-1][1] <= picture.width - EDGE + 1
