"""Colours where they belong."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF

from snapviz.diagram.display_list import DisplayList, Ellipse, Line, Path, Rect, Style, Text
from snapviz.diagram.facts import facts
from snapviz.diagram.spacetime import View, layout, spacetime
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.diagram.typography import ROLES, text_width
from snapviz.render import fonts
from snapviz.render.fonts import role_font
from snapviz.render.surfaces import image
from tests.diagram.sample_runs import ms, orphan_run, ring_run
from tests.render.pixels import as_array, is_near

pytestmark = pytest.mark.usefixtures("bundled_fonts")
VIEW = View(900, 600)


def pixels_of(run, view, theme):
    return as_array(image(spacetime(run, view), theme))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_each_process_line_has_its_colour(theme):
    run = ring_run()
    place, pixels = layout(run, VIEW), pixels_of(run, VIEW, theme)
    x = int(place.x_of(ms(30)))
    for process, y in enumerate(place.lanes):
        assert is_near(pixels[y, x], theme.process(process))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_the_orphan_is_red_on_its_way(theme):
    run = orphan_run()
    place, pixels = layout(run, VIEW), pixels_of(run, VIEW, theme)
    (orphan,) = run.snapshots[0].verdict.orphans
    known = facts(run)
    for share in (0.2, 0.8):
        us = known.sent[orphan] + share * (known.end[orphan] - known.sent[orphan])
        y = place.lanes[0] + share * (place.lanes[1] - place.lanes[0])
        assert is_near(pixels[round(y), int(place.x_of(us))], theme.orphan, 40)


def test_that_the_past_of_the_cut_is_tinted_and_the_rest_is_not():
    run = ring_run()
    place, pixels = layout(run, VIEW), pixels_of(run, VIEW, LIGHT)
    y = int(place.plot.top) + 6
    past, later = pixels[y, int(place.x_of(ms(60)))], pixels[y, int(place.x_of(ms(300)))]
    assert is_near(later, LIGHT.background, 0)
    assert not is_near(past, LIGHT.background, 3) and past[0] > past[2]


def test_that_the_playhead_is_blue_and_the_future_fades():
    run = ring_run()
    view = View(900, 600, rows=10, time_us=ms(170))
    place, pixels = layout(run, view), pixels_of(run, view, LIGHT)
    x, y = int(place.x_of(ms(170))), int(place.lanes[0])
    assert is_near(pixels[y - 40, round(place.x_of(ms(170)))], LIGHT.accent, 60)
    assert is_near(pixels[y, x - 20], LIGHT.process(0))
    assert not is_near(pixels[y, x + 20], LIGHT.process(0), 40)


def test_that_a_hidden_future_is_blank():
    run = ring_run()
    rows = int((run.trace.row_time <= ms(170)).sum())
    view = View(900, 600, rows=rows, time_us=ms(170), future="hidden")
    place, pixels = layout(run, view), pixels_of(run, view, LIGHT)
    box = place.plot
    future = pixels[int(box.top) + 1 : int(box.bottom) - 1, int(place.x_of(ms(170))) + 12 :]
    assert (future == 255).all()


def test_that_every_kind_of_item_is_painted():
    fill, stroke = Style(fill="orphan"), Style(stroke="orphan", width=4)
    items = (
        Rect(0, 0, 10, 10, fill),
        Ellipse(25, 5, 5, 5, fill),
        Line(40, 5, 50, 5, stroke),
        Path((("M", 60, 0), ("L", 70, 0), ("L", 70, 10), ("L", 60, 10), ("Z",)), fill),
        Path((("M", 80, 5), ("C", 83, 5, 87, 5, 90, 5)), stroke),
        Rect(100, 0, 10, 10, fill, 3.0),
        Text(120, 10, "█", "title", "orphan"),
    )
    pixels = as_array(image(DisplayList(140, 10, items), LIGHT))
    for x in (5, 25, 45, 65, 85, 105, 125):
        assert is_near(pixels[5, x], LIGHT.orphan), x


def test_that_opacity_blends_with_what_is_below():
    items = (Rect(0, 0, 4, 4, Style(fill="orphan", opacity=0.5)),)
    red = as_array(image(DisplayList(4, 4, items), LIGHT))[2, 2]
    assert 200 <= red[0] <= 240 and 120 <= red[1] <= 160


def test_that_nobody_gets_a_font_that_qt_does_not_know(monkeypatch):
    asked = []
    monkeypatch.setattr(fonts, "register_fonts", lambda: asked.append("known"))
    fonts.make_font(12)
    assert asked == ["known"]


def test_that_the_bundled_typeface_is_used():
    for role, kind in ROLES.items():
        found = QFontInfo(role_font(role))
        assert found.family().startswith("Inter")
        assert found.pixelSize() == kind.size


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("text", ["$1\u2009033", "in transit at the cut", "P12", "+35 ms", "S1"])
def test_that_estimated_widths_are_close_to_real_ones(role, text):
    real = QFontMetricsF(role_font(role)).horizontalAdvance(text)
    assert text_width(text, role) == pytest.approx(real, rel=0.08, abs=1.5)


def test_that_figures_have_equal_widths():
    metrics = QFontMetricsF(role_font("axis"))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")
