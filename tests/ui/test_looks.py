"""Colours and icons come from the tokens."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from snapviz.diagram.theme import THEMES
from snapviz.resources import resources_folder
from snapviz.ui.actions import COMMANDS
from snapviz.ui.fields import ChoiceBox
from snapviz.ui.icons import application_icon, pixmap
from snapviz.ui.style import palette, style_sheet

ICONS = resources_folder() / "icons"
TINTED = {"menu-check": "ink", "box-check": "accent_ink", "combo": "muted"}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_that_the_style_sheet_uses_the_tokens_and_no_other_colour(theme):
    sheet = style_sheet(theme)
    tokens = {getattr(theme, name) for name in theme.__slots__ if name != "name"} - {None}
    colors = set(re.findall(r"#[0-9a-f]{6}", sheet))
    mixed = colors - {token for token in tokens if isinstance(token, str)}
    assert len(mixed) == 2
    assert "$" not in sheet


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_that_icons_of_the_style_sheet_have_the_colour_of_the_theme(theme):
    for name, token in TINTED.items():
        svg = (ICONS / f"{name}-{theme.name}.svg").read_text("utf-8")
        assert getattr(theme, token) in svg, name


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_that_the_palette_follows_the_theme(theme):
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Base) == QColor(theme.background)
    assert made.color(QPalette.ColorRole.Text) == QColor(theme.ink)


@pytest.mark.parametrize("name", sorted({c.icon for c in COMMANDS if c.icon} | {"pause", "close"}))
def test_that_an_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    image = pixmap(name, "#ff0000", 48).toImage()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colors == {"#ff0000"}


def test_that_the_application_has_an_icon_of_every_common_size(qapp):
    sizes = {size.width() for size in application_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def test_that_a_box_says_by_an_ellipsis_what_it_has_no_room_for(qtbot):
    box, name = ChoiceBox(), "Chandy-Lamport: a picture taken in pieces"
    qtbot.addWidget(box)
    box.addItems([name, "Raft"])
    box.resize(box.sizeHint().width() + 8, box.sizeHint().height())
    box.show()
    assert box.shown_text() == name
    whole = box.grab().toImage()
    box.resize(140, box.height())
    assert box.shown_text().endswith("…") and name.startswith(box.shown_text()[:-1])
    assert box.grab().toImage() != whole.copy(0, 0, 140, box.height())
    box.setCurrentIndex(1)
    assert box.shown_text() == "Raft"
