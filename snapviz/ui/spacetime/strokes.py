"""A large picture painted a few strokes at a time."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from PySide6.QtGui import QPainter, QPixmap

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.theme import Theme
from snapviz.render.painter import paint

BATCH = 100  # items painted before the clock is looked at


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
