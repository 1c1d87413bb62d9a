"""How an event with its vector is drawn in the list of the clocks panel."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from snapviz.ui.figures import ms_text, run_decimals
from snapviz.ui.panels.clocks_moment import RunClocks
from snapviz.ui.panels.clocks_paint import (
    DOT_ROOM,
    RIGHT,
    VectorColumns,
    demi_bold,
    paint_dot,
    paint_text,
    sized,
)
from snapviz.ui.panels.event_list import EventDelegate
from snapviz.ui.panels.event_rows import EventRows

ONE_LINE, TWO_LINES = 26, 46
EDGE = 8
GAP = 10
LEAST_WORDS = 130
LONGEST_NAME = 110
SMALL = 12


class ClockEventDelegate(EventDelegate):
    """time | process and number | what it did | vector; the vector below where room is short."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._clocks: RunClocks | None = None
        self._widget = parent
        self._time = self._name = 0
        self._columns = VectorColumns((), 0, parent.font(), 0)
        self._one_line = True

    def set_clocks(self, clocks: RunClocks | None) -> None:
        """To be told before the rows of a run are listed."""
        self._clocks = clocks

    def arrange(self, model: EventRows, width: int) -> None:
        font = self._font()
        clocks = self._clocks
        if clocks is None:
            return
        run = clocks.run
        metrics, bold = QFontMetrics(sized(font, SMALL)), QFontMetrics(demi_bold(font))
        self._time = metrics.horizontalAdvance(ms_text(run.until_us, run_decimals(run)))
        last = model.rowCount() - 1
        # The names grow with the numbers, so the last of all processes is long enough.
        names = [model.line(place).name for place in range(max(0, last - 40), last + 1)]
        widest = max((bold.horizontalAdvance(name) for name in names), default=0)
        self._name = min(widest, LONGEST_NAME)
        ids, left = run.trace.process_ids, EDGE + self._time + GAP + DOT_ROOM
        self._columns = VectorColumns(ids, clocks.widest, font, width - left - EDGE)
        needed = left + self._name + GAP + LEAST_WORDS + self._columns.width + EDGE
        self._one_line = self._columns.dense and needed <= width
        self.row_height = ONE_LINE if self._one_line else TWO_LINES

    def _font(self) -> QFont:
        return self._widget.font()

    def paint_line(self, painter: QPainter, place: QRect, model: EventRows, number: int) -> None:
        theme, line = self.theme, model.line(number)
        first = QRect(place.left(), place.top(), place.width(), ONE_LINE)
        x, font = first.left() + EDGE, QFont(painter.font())
        painter.setFont(sized(font, SMALL))
        painter.setPen(QColor(theme.accent if number == model.current else theme.muted))
        painter.drawText(QRect(x, first.top(), self._time, ONE_LINE), RIGHT, line.time)
        x += self._time + GAP
        color = QColor(theme.process(line.process))
        paint_dot(painter, x + 4, first.center().y() + 0.5, color, model.is_passed(number))
        x += DOT_ROOM
        painter.setFont(demi_bold(font))
        painter.setPen(QColor(theme.ink))
        paint_text(painter, QRect(x, first.top(), self._name, ONE_LINE), line.name)
        below = x
        x += self._name + GAP
        right = first.right() - EDGE - (self._columns.width if self._one_line else 0)
        painter.setFont(font)
        paint_text(painter, QRect(x, first.top(), right - x, ONE_LINE), line.words)
        if self._one_line:
            area = QRect(right, first.top(), self._columns.width, ONE_LINE)
        else:
            area = QRect(below, first.top() + 20, first.right() - EDGE - below, 22)
            if self._columns.dense:
                # The digits stand in the middle of their columns, the words at their left.
                area.translate(-6, 0)
        vector = self._clocks.vector_of_row(line.row)
        self._columns.paint(painter, area, vector, line.process, theme)
