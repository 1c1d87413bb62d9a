"""The bundled typeface: registered once, and handed out by typographic role."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from snapviz.diagram.typography import FAMILY, ROLES
from snapviz.resources import resources_folder

FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


@lru_cache(maxsize=1)
def register_fonts() -> tuple[int, ...]:
    """Make the bundled fonts known to Qt; returns their font database ids.

    Needs a QGuiApplication. Raises RuntimeError when a shipped font cannot be read.
    """
    folder = resources_folder() / "fonts"
    ids = []
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str(folder / name))
        if number < 0:
            raise RuntimeError(f"the shipped font {folder / name} cannot be read")
        ids.append(number)
    return tuple(ids)


@lru_cache(maxsize=128)
def role_font(role: str, tabular: bool = True) -> QFont:
    """The font of a role. Do not change the object: it is shared."""
    return make_font(ROLES[role].size, ROLES[role].weight, tabular)


def make_font(size: int, weight: int = 400, tabular: bool = True) -> QFont:
    """The bundled typeface at a size in pixels.

    ``tabular``: figures of equal width; their glyphs cannot be turned back into characters
    by a PDF reader. Contextual forms would draw the id ``a->b`` with an arrow it does not have.
    Needs a QGuiApplication.
    """
    # Before: widths and glyphs of what stands in for an unknown typeface would be kept.
    register_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setFeature(QFont.Tag("calt"), 0)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
