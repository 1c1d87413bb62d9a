"""Pictures side by side: every shape moves as one, and nothing covers a heading."""

from snapviz.diagram.beside import HEADING, SEAM, Part, beside
from snapviz.diagram.display_list import (
    DisplayList,
    Ellipse,
    Rect,
    Text,
)
from snapviz.diagram.glyphs import brush

FILL = brush("accent")
BOX = Rect(3, 4, 10, 12, FILL)


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
