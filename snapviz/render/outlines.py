"""Words as outlines, for files that must not depend on a font."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainterPath

from .fonts import make_font
from .tikz_text import EM, Outline


def outline(text: str, weight: int) -> Outline:
    """The words in the bundled typeface, or in what the system has where it lacks a letter."""
    font = make_font(int(EM), weight)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, text)
    return Outline(QFontMetricsF(font).horizontalAdvance(text), tuple(_commands(path)))


def _commands(path: QPainterPath):
    kinds = QPainterPath.ElementType
    is_open, index = False, 0
    while index < path.elementCount():
        element = path.elementAt(index)
        if element.type == kinds.MoveToElement:
            if is_open:
                yield ("Z",)
            is_open = True
            yield ("M", element.x, element.y)
        elif element.type == kinds.LineToElement:
            yield ("L", element.x, element.y)
        else:
            second, end = path.elementAt(index + 1), path.elementAt(index + 2)
            yield ("C", element.x, element.y, second.x, second.y, end.x, end.y)
            index += 2
        index += 1
    if is_open:
        yield ("Z",)
