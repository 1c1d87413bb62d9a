"""A painted picture that becomes the next one while it is panned."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.geometry import Box
from snapviz.diagram.panning import Panned, panned
from snapviz.diagram.scene import Scene
from snapviz.diagram.theme import Theme
from snapviz.render.painter import paint


def slide(pixmap: QPixmap, before: Scene, after: Scene, theme: Theme, first: Scene) -> bool:
    """Turn a painted still part into that of a later scene; False: it is left as it was.

    ``first``: see `panned`.
    """
    ratio = pixmap.devicePixelRatio()
    change = panned(before, after, first) if ratio == int(ratio) else None
    parts = change.parts if change else ()
    boxes = [change.moving, *(box for box, _ in parts)] if change else []
    if not change or any(edge != int(edge) for box in boxes for edge in box):
        return False
    _move(pixmap, change, int(ratio))
    painter = QPainter(pixmap)
    for box, items in parts:
        painter.setClipRect(rectangle(box))
        size = after.view.width, after.view.height
        paint(DisplayList(*size, tuple(items), not after.is_hasty), painter, theme)
    painter.end()
    return True


def _move(pixmap: QPixmap, change: Panned, ratio: int) -> None:
    there = rectangle(change.moving)
    corner, size = there.topLeft() * ratio, there.size() * ratio
    pixmap.scroll(change.columns * ratio, 0, QRect(corner, size))


def rectangle(box: Box) -> QRect:
    """The pixels of a box whose edges are whole ones."""
    left, top, right, bottom = map(int, box)
    return QRect(left, top, right - left, bottom - top)
