"""A large picture painted a few strokes, or a few columns, at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from PySide6.QtGui import QPainter, QPixmap

from snapviz.diagram.display_list import DisplayList, Item
from snapviz.diagram.geometry import Box
from snapviz.diagram.theme import Theme
from snapviz.render.painter import paint

from .sliding import rectangle

BATCH = 100  # items painted before the clock is looked at


class Strips:
    """Parts of a picture on their way onto ``pixmap``, over what there is."""

    def __init__(self, parts: Iterator[tuple[Box, list[Item]]], theme: Theme, pixmap: QPixmap):
        self._parts = parts
        self._theme = theme
        self.pixmap = pixmap

    def go_on(self, slice_s: float) -> bool:
        """Paint for so many seconds, one part at least; True when all is painted."""
        until_s = perf_counter() + slice_s
        for box, items in self._parts:
            painter = QPainter(self.pixmap)
            painter.setClipRect(rectangle(box))
            paint(DisplayList(0, 0, tuple(items)), painter, self._theme)
            painter.end()
            if perf_counter() >= until_s:
                return False
        return True


class Strokes:
    """A display list on its way onto ``pixmap``."""

    def __init__(self, drawn: DisplayList, theme: Theme, pixmap: QPixmap):
        self._drawn = drawn
        self._theme = theme
        self._done = 0
        self.pixmap = pixmap

    def go_on(self, slice_s: float) -> bool:
        """Paint for so many seconds, one batch at least; True when all is painted."""
        until_s = perf_counter() + slice_s
        painter = QPainter(self.pixmap)
        self._batch(painter)
        while not self._is_finished and perf_counter() < until_s:
            self._batch(painter)
        painter.end()
        return self._is_finished

    def finish(self) -> None:
        """Paint all that is left."""
        self.go_on(float("inf"))

    @property
    def _is_finished(self) -> bool:
        return self._done >= len(self._drawn.items)

    def _batch(self, painter: QPainter) -> None:
        items = self._drawn.items[self._done : self._done + BATCH]
        paint(replace(self._drawn, items=items), painter, self._theme)
        self._done += BATCH
