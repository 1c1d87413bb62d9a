"""A shape that is moved is painted elsewhere, and is the same in every other way."""

from dataclasses import fields

import pytest

from snapviz.diagram.beside import moved
from snapviz.diagram.display_list import (
    DisplayList,
    Ellipse,
    Line,
    Path,
    Polygon,
    Rect,
    Segments,
    Shade,
    Text,
)
from snapviz.diagram.glyphs import brush, pen
from snapviz.diagram.theme import LIGHT
from snapviz.render.surfaces import image

STYLE, FILL = pen("ink"), brush("accent")
SHAPES = (
    Line(2, 3, 20, 9, STYLE),
    Segments(((1, 2, 3, 14), (5, 6, 7, 8)), STYLE),
    Path((("M", 1, 2), ("L", 9, 4), ("C", 1, 2, 3, 4, 15, 16), ("Z",)), STYLE),
    Polygon(((1, 2), (13, 4), (5, 16)), FILL),
    Ellipse(8, 8, 3, 4, FILL),
    Rect(3, 4, 10, 12, FILL),
    Text(4, 15, "ab", "axis", "ink"),
    Shade(1, 2, 8, 8, 2, 1, bytes([255, 80]), FILL),
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: type(shape).__name__)
def test_that_a_moved_shape_is_the_same_shape_elsewhere(qapp, shape):
    ground = Rect(0, 0, 60, 60, brush("background"))
    here = image(DisplayList(60, 60, (ground, shape)), LIGHT)
    there = image(DisplayList(60, 60, (ground, moved(shape, 17, 23))), LIGHT)
    assert there.copy(17, 23, 30, 30) == here.copy(0, 0, 30, 30)
    assert here != there
    kept = {f.name for f in fields(shape)} - {"x", "y", "cx", "cy", "x1", "y1", "x2", "y2"}
    for name in kept - {"points", "strokes", "commands"}:
        assert getattr(moved(shape, 1, 1), name) == getattr(shape, name)
