"""What a desktop knows of the window: by which menu entry, and under which icon."""

from __future__ import annotations

import configparser

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QImage

from snapviz.app import _application
from snapviz.ui.document import FILE_ENDING
from snapviz.ui.icons import pixmap


@pytest.fixture
def entry(root) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(root / "resources" / "packaging" / "snapviz.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_that_the_desktop_knows_the_window_by_its_entry(entry, qtbot):
    _application()
    # On Wayland the window says the entry's name, on X11 the program's.
    assert QGuiApplication.desktopFileName() == "snapviz"
    assert QCoreApplication.applicationName() == entry["StartupWMClass"]


def test_that_the_window_saves_files_of_the_type_the_desktop_knows(root):
    types = (root / "resources" / "packaging" / "snapviz-mime.xml").read_text(encoding="utf-8")
    assert f'pattern="*{FILE_ENDING}"' in types


@pytest.mark.parametrize("size", [48, 128])
def test_that_the_small_icons_are_the_applications_own(root, qtbot, size):
    kept = QImage(str(root / "resources" / "packaging" / f"snapviz-{size}.png"))
    drawn = pixmap("snapviz", "#000000", size).toImage()
    assert kept.size() == drawn.size()
    assert max(_differences(kept, drawn)) < 16


def _differences(one, other):
    for y in range(one.height()):
        for x in range(one.width()):
            here, there = one.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb()
            yield max(abs(a - b) for a, b in zip(here, there, strict=True))
