"""The run at a glance: how much happens when, and the play-head to drag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

BAR = 3
PITCH = 6
MARGIN = 8
MARKER = 5.0


@dataclass(frozen=True)
class Mark:
    """Something to point out in the density: a snapshot's start, or its failure, or a crash."""

    time_us: int
    color: str
    failed: bool = False


class Minimap(QAbstractSlider):
    """A slider over the stops of the run (value: rows passed), drawn by time.

    ``time_scrubbed`` carries the instant in microseconds where the play-head
    is dragged to.
    """

    time_scrubbed = Signal(object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._times = np.zeros(0, dtype=np.int64)
        self._end_us = 0
        self._time_us = 0
        self._marks: tuple[Mark, ...] = ()
        self._visible: tuple[int, int] | None = None
        self._bars = np.zeros(0)
        self._theme = None

    def sizeHint(self) -> QSize:
        return QSize(480, 56)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 44)

    def set_theme(self, theme) -> None:
        self._theme = theme
        self.update()

    def set_run(self, row_times: np.ndarray, end_us: int, marks: Sequence[Mark]) -> None:
        self._times = row_times
        self._end_us = end_us
        self._marks = tuple(marks)
        self._visible = None
        self._bars = np.zeros(0)
        # A shorter run brings the value down; the play-head knows better where it stands.
        self.blockSignals(True)
        self.setRange(0, len(row_times))
        self.blockSignals(False)
        self.update()

    def set_position(self, rows: int, time_us: int) -> None:
        self._time_us = time_us
        self.blockSignals(True)
        self.setValue(rows)
        self.blockSignals(False)
        self.update()

    def set_visible_range(self, from_us: int, to_us: int) -> None:
        """Tint the part that the diagram shows."""
        whole = from_us <= 0 and to_us >= self._end_us
        self._visible = None if whole else (from_us, to_us)
        self.update()

    def x_of(self, time_us: float) -> float:
        """Where an instant lies, in widget coordinates."""
        width = max(self.width() - 2 * MARGIN, 1)
        share = min(max(time_us / self._end_us, 0.0), 1.0) if self._end_us else 0.0
        return MARGIN + share * width

    def time_at(self, x: float) -> int:
        """The instant at a horizontal place, within the run."""
        share = (x - MARGIN) / max(self.width() - 2 * MARGIN, 1)
        return round(min(max(share, 0.0), 1.0) * self._end_us)

    def mousePressEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._end_us:
            self.setSliderDown(True)
            self.time_scrubbed.emit(self.time_at(event.position().x()))

    def mouseMoveEvent(self, event) -> None:
        if self.isSliderDown():
            self.time_scrubbed.emit(self.time_at(event.position().x()))

    def mouseReleaseEvent(self, event) -> None:
        self.setSliderDown(False)

    def resizeEvent(self, event) -> None:
        self._bars = np.zeros(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        if self._end_us:
            self._paint_visible_range(painter)
            self._paint_bars(painter)
            self._paint_marks(painter)
            self._paint_play_head(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        focused = self.hasFocus()
        edge = self._theme.accent if focused else self._theme.hairline
        painter.setPen(QPen(QColor(edge), 1.5 if focused else 1))
        painter.setBrush(QColor(self._theme.background))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_visible_range(self, painter: QPainter) -> None:
        if self._visible is None:
            return
        left, right = (self.x_of(t) for t in self._visible)
        area = QRectF(left, 2, max(right - left, 2), self.height() - 4)
        painter.fillRect(area, QColor(self._theme.accent_tint))

    def _paint_bars(self, painter: QPainter) -> None:
        bars = self._bar_heights()
        head = self.x_of(self._time_us)
        base = self.height() - 6
        past, future = QColor(self._theme.channel), QColor(self._theme.hairline)
        for index, height in enumerate(bars):
            if height:
                x = MARGIN + index * PITCH
                color = past if x < head else future
                painter.fillRect(QRectF(x, base - height, BAR, height), color)

    def _bar_heights(self) -> np.ndarray:
        """float[bars]: pixels; square roots, so that one event still shows beside many."""
        count = max((self.width() - 2 * MARGIN) // PITCH, 1)
        if len(self._bars) != count:
            # Whole ones, as numpy would turn all the times into fractions first.
            edges = np.ceil(np.linspace(0, self._end_us, count + 1)).astype(np.int64)
            # Times ascend, so that a bar is what lies between two places in them.
            places = np.searchsorted(self._times, edges[:-1], side="left")
            totals = np.diff(places, append=len(self._times))
            scale = np.sqrt(totals / max(totals.max(), 1))
            room = self.height() - 22
            self._bars = np.where(totals > 0, np.maximum(scale * room, 3.0), 0.0)
        return self._bars

    def _paint_marks(self, painter: QPainter) -> None:
        for mark in self._marks:
            center = QPointF(self.x_of(mark.time_us), 11)
            if mark.failed:
                painter.setPen(QPen(QColor(mark.color), 2))
                reach = MARKER - 1
                for slope in (1, -1):
                    offset = QPointF(reach, reach * slope)
                    painter.drawLine(center - offset, center + offset)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(mark.color))
                painter.drawPolygon(_diamond(center))

    def _paint_play_head(self, painter: QPainter) -> None:
        x = self.x_of(self._time_us)
        color = QColor(self._theme.accent)
        painter.setPen(QPen(color, 2))
        painter.drawLine(QPointF(x, 3), QPointF(x, self.height() - 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([QPointF(x - 5, 1), QPointF(x + 5, 1), QPointF(x, 8)]))


def _diamond(center: QPointF) -> QPolygonF:
    x, y = center.x(), center.y()
    return QPolygonF(
        [
            QPointF(x, y - MARKER),
            QPointF(x + MARKER, y),
            QPointF(x, y + MARKER),
            QPointF(x - MARKER, y),
        ]
    )
