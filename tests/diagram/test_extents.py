"""Extents hold what they say they hold."""

import pytest

from snapviz.diagram.display_list import (
    Ellipse,
    Line,
    Path,
    Polygon,
    Rect,
    Segments,
    Style,
    Text,
)
from snapviz.diagram.extents import extent
from snapviz.diagram.typography import text_width

STYLE = Style(stroke="ink", width=2)


@pytest.mark.parametrize(
    "item",
    [
        Line(10, 40, 30, 20, STYLE),
        Rect(10, 20, 20, 20, STYLE),
        Ellipse(20, 30, 10, 10, STYLE),
        Polygon(((10, 20), (30, 20), (20, 40)), STYLE),
        Segments(((10, 20, 12, 22), (30, 40, 15, 25)), STYLE),
        Path((("M", 10, 20), ("C", 12, 22, 14, 24, 30, 40), ("Z",)), STYLE),
    ],
)
def test_that_shapes_lie_within_their_extent_and_fill_it(item):
    box = extent(item)
    assert box.left < 10 and box.right > 30
    assert box.top < 20 and box.bottom > 40
    assert box.right - box.left < 40 and box.bottom - box.top < 40


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_that_words_lie_within_their_extent(anchor, share):
    width = text_width("000000000", "axis")
    box = extent(Text(100, 50, "000000000", "axis", "ink", anchor))
    left = 100 - share * width
    assert left - 15 < box.left < left and left + width < box.right < left + width + 15
    assert box.top < 40 and box.bottom > 52
