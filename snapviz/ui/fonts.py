"""The font of the window: the one the diagrams are drawn in, with tabular figures."""

from __future__ import annotations

from PySide6.QtGui import QFont

from snapviz.diagram.typography import FAMILY
from snapviz.render.fonts import make_font

FALLBACKS = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "DejaVu Sans", "sans-serif")
SIZE = 13


def window_font() -> QFont:
    """The application's font; figures of equal width, so that changing ones stand still."""
    font = make_font(SIZE)
    font.setFamilies([FAMILY, *FALLBACKS])
    return font
