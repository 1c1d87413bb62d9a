"""The frames of a film: one still picture, and over it what moves with the play-head."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.spacetime import View, overlay, still, still_key
from snapviz.diagram.theme import Theme

from .painter import paint


class Frames:
    """``count`` frames of a run; the play-head arrives at the end with frame ``moving`` - 1.

    ``size`` is in pixels, ``scale`` of them to the logical pixel.
    """

    def __init__(
        self, run, view: View, theme: Theme, size: QSize, scale: float, moving: int, count: int
    ):
        self.count = count
        self._run, self._view, self._theme = run, view, theme
        self._size, self._scale, self._moving = size, scale, max(moving, 2)
        self._key: tuple | None = None
        self._list: DisplayList | None = None
        self._still: QImage | None = None

    def view(self, index: int) -> View:
        """What frame ``index`` shows."""
        view = self._view
        share = min(index / (self._moving - 1), 1.0)
        time_us = view.from_us + round((view.to_us - view.from_us) * share)
        return replace(view, rows=self._run.trace.rows_at(time_us), time_us=time_us)

    def prepare(self, index: int) -> bool:
        """Do a slice of work on the still picture of a frame; whether it is ready."""
        view = self.view(index)
        key = still_key(self._run, view)
        if key != self._key:
            self._key, self._still = key, None
            self._list = still(self._run, view)
        elif self._still is None:
            self._still = self._blank()
            self._paint(self._still, self._list)
        else:
            return True
        return False

    def image(self, index: int) -> QImage:
        """Frame ``index``, opaque."""
        while not self.prepare(index):
            pass
        frame = self._still.copy()
        self._paint(frame, overlay(self._run, self.view(index)))
        return frame

    def _blank(self) -> QImage:
        pixels = QImage(self._size, QImage.Format.Format_RGB32)
        if pixels.isNull():
            raise MemoryError(f"no room for an image of {self._size.width()} pixels width")
        pixels.fill(self._theme.background)
        return pixels

    def _paint(self, pixels: QImage, items: DisplayList) -> None:
        painter = QPainter(pixels)
        painter.scale(self._scale, self._scale)
        paint(items, painter, self._theme)
        painter.end()
