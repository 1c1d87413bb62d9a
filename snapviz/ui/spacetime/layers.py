"""The two layers of the diagram on the screen: a still pixmap, and what moves over it."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.extents import extent
from snapviz.diagram.geometry import Box
from snapviz.diagram.spacetime import View, overlay, still, still_key
from snapviz.diagram.theme import Theme
from snapviz.render.painter import paint


class Layers:
    """Paints one view of one run after another, and knows what a change touches."""

    def __init__(self) -> None:
        self._shown: tuple = (None, None, None, 0.0)
        self._key: tuple = ()
        self._pixmap: QPixmap | None = None
        self._moving = DisplayList(0, 0, ())

    def show(self, run, view: View, theme: Theme, ratio: float) -> QRegion | None:
        """Take over what is to be seen; returns where it differs, None: everywhere."""
        if self._shown == (run, view, theme, ratio):
            return QRegion()
        fixed = replace(view, rows=None, time_us=None, selected_row=None)
        key = (run, fixed, theme, ratio, still_key(run, view))
        before, self._moving = self._moving, overlay(run, view)
        self._shown = (run, view, theme, ratio)
        if key != self._key:
            self._key, self._pixmap = key, None
            return None
        return _difference(before, self._moving)

    def paint(self, painter: QPainter) -> None:
        """Paint both layers; the painter's clip limits the work."""
        _, _, theme, _ = self._shown
        painter.drawPixmap(0, 0, self._still())
        paint(self._moving, painter, theme)

    def _still(self) -> QPixmap:
        if self._pixmap is None:
            run, view, theme, ratio = self._shown
            pixmap = QPixmap(round(view.width * ratio), round(view.height * ratio))
            pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(pixmap)
            paint(still(run, view), painter, theme)
            painter.end()
            self._pixmap = pixmap
        return self._pixmap


def _difference(before: DisplayList, after: DisplayList) -> QRegion:
    """Where items came, went or changed; of two veils, the stretch between their edges."""
    old, new = set(before.items), set(after.items)
    changed = [item for item in before.items if item not in new]
    changed += [item for item in after.items if item not in old]
    veils = [item for item in changed if item.subject == ("veil", 0)]
    boxes = [extent(item) for item in changed if item.subject != ("veil", 0)]
    if len(veils) == 2:
        left, right = sorted(veil.x for veil in veils)
        top, height = veils[0].y, veils[0].height
        boxes.append(Box(left - 2, top - 2, right + 2, top + height + 2))
    else:
        boxes += [extent(veil) for veil in veils]
    region = QRegion()
    for box in boxes:
        left, top = floor(box.left), floor(box.top)
        region += QRect(left, top, ceil(box.right) - left, ceil(box.bottom) - top)
    return region
