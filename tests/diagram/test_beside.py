"""Pictures side by side: every shape moves as one, and nothing covers a heading."""

from typing import get_args

import pytest

from snapviz.diagram.beside import HEADING, SEAM, Part, beside, moved
from snapviz.diagram.display_list import (
    Bands,
    DisplayList,
    Ellipse,
    Item,
    Line,
    Mosaic,
    Path,
    Polygon,
    Rect,
    Segments,
    Shade,
    Text,
)
from snapviz.diagram.extents import extent
from snapviz.diagram.glyphs import brush

FILL = brush("accent")
BOX = Rect(3, 4, 10, 12, FILL)
SHAPES = (
    Line(1, 2, 3, 5, FILL),
    Segments(((1, 2, 3, 5), (4, 4, 6, 8)), FILL),
    Shade(1, 2, 2, 1, 2, 1, b"\x01\xff", FILL),
    Bands(1, (2, 9), 3, 2, b"\0\1\1\0", (FILL, FILL)),
    Mosaic(1, 2, 3, 2, b"\0\1\1\0\2\0", (FILL, FILL)),
    Path((("M", 1, 2), ("C", 3, 4, 5, 6, 7, 9)), FILL),
    Polygon(((1, 2), (5, 2), (3, 8)), FILL),
    Ellipse(5, 5, 2, 2, FILL),
    BOX,
    Text(1, 9, "one", "note", "ink"),
)


def pictures() -> list[Part]:
    wide, high = DisplayList(100, 50, (Ellipse(5, 5, 2, 2, FILL, ("event", 1)),)), 80
    return [Part(wide, "one", "first"), Part(DisplayList(60, high, (BOX,)), "two", "")]


def test_that_two_pictures_stand_side_by_side_under_their_headings():
    both = beside(pictures())
    assert (both.width, both.height) == (100 + SEAM + 60, HEADING + 80)
    (dot,) = both.about("event", 1)
    assert (dot.cx, dot.cy) == (5, 5 + HEADING)
    (box,) = [i for i in both.items if isinstance(i, Rect) and i.style == FILL]
    assert (box.x, box.y) == (3 + 100 + SEAM, 4 + HEADING)
    words = {i.text: i for i in both.items if isinstance(i, Text)}
    assert words["one"].x < 100 < words["two"].x and words["first"].anchor == "end"


def test_that_one_can_stand_below_the_other():
    both = beside(pictures(), across=False)
    assert (both.width, both.height) == (100, 2 * HEADING + 50 + SEAM + 80)
    (box,) = [i for i in both.items if isinstance(i, Rect) and i.style == FILL]
    assert (box.x, box.y) == (3, 4 + 2 * HEADING + 50 + SEAM)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: type(shape).__name__)
def test_that_every_shape_moves(shape: Item):
    box, other = extent(shape), extent(moved(shape, 30, 7))
    assert other == pytest.approx((box.left + 30, box.top + 7, box.right + 30, box.bottom + 7))


def test_that_no_kind_of_shape_is_left_out():
    assert {type(shape) for shape in SHAPES} == set(get_args(Item))
