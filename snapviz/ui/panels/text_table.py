"""A small table of text, drawn in one go: cheap to fill while a run plays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from snapviz.diagram.theme import LIGHT, Theme

ROW_HEIGHT = 26
HEADER_PIXELS = 12
DOT_ROOM = 16
DOT_RADIUS = 3.75
GAP = 10


class Cell(NamedTuple):
    """``dot``: the process whose colour stands before the text; ``full``: whether filled."""

    text: str
    bold: bool = False
    muted: bool = False
    dot: int | None = None
    full: bool = True


Row = Sequence[Cell]


class TextTable(QWidget):
    """As tall as its rows. ``widths``: the least ones of each column but the last.

    What is too long for the last column ends in dots and stands whole in a tool tip.
    """

    def __init__(self, widths: tuple[int, ...], parent: QWidget | None = None):
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._least = widths
        self._lefts = [0]
        self._header: tuple[str, ...] = ()
        self._rows: list[Row] = []
        self._theme = LIGHT

    @property
    def texts(self) -> list[list[str]]:
        """What stands in each row."""
        return [[cell.text for cell in row] for row in self._rows]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_header(self, words: tuple[str, ...]) -> None:
        self._header = words
        self._arrange()

    def set_rows(self, rows: list[Row]) -> None:
        if rows != self._rows:
            self._rows = rows
            self._arrange()

    def sizeHint(self) -> QSize:
        lines = len(self._rows) + bool(self._header)
        return QSize(self._lefts[-1] + 40, lines * ROW_HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _arrange(self) -> None:
        """Columns as wide as their widest text."""
        plain, bold = QFontMetrics(self.font()), QFontMetrics(self._bold())
        lefts = [0]
        for column, least in enumerate(self._least):
            width = least
            if self._header:
                width = max(width, plain.horizontalAdvance(self._header[column]) + GAP)
            for row in self._rows:
                cell = row[column]
                metrics = bold if cell.bold else plain
                room = DOT_ROOM if cell.dot is not None else 0
                width = max(width, metrics.horizontalAdvance(cell.text) + room + GAP)
            lefts.append(lefts[-1] + width)
        self._lefts = lefts
        lines = ["  ".join(cell.text for cell in row) for row in self._rows]
        self.setAccessibleDescription("\n".join(lines))
        self.updateGeometry()
        self.update()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _place(self, line: int, column: int) -> QRect:
        left = self._lefts[column]
        last = column == len(self._lefts) - 1
        right = self.width() if last else self._lefts[column + 1] - GAP
        return QRect(left, line * ROW_HEIGHT, right - left, ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = bool(self._header)
        if first:
            self._paint_header(painter)
        plain, bold = self.font(), self._bold()
        for line, row in enumerate(self._rows, first):
            for column, cell in enumerate(row):
                painter.setFont(bold if cell.bold else plain)
                self._paint_cell(painter, self._place(line, column), cell)

    def _paint_header(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(HEADER_PIXELS)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        for column, text in enumerate(self._header):
            self._paint_text(painter, self._place(0, column), text)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.drawLine(QPointF(0, ROW_HEIGHT - 0.5), QPointF(self.width(), ROW_HEIGHT - 0.5))

    def _paint_cell(self, painter: QPainter, place: QRect, cell: Cell) -> None:
        theme = self._theme
        if cell.dot is not None:
            color = QColor(theme.process(cell.dot))
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(color if cell.full else Qt.BrushStyle.NoBrush)
            center = QPointF(place.left() + 5, place.center().y() + 0.5)
            painter.drawEllipse(center, DOT_RADIUS, DOT_RADIUS)
            place = place.adjusted(DOT_ROOM, 0, 0, 0)
        painter.setPen(QColor(theme.muted if cell.muted else theme.ink))
        self._paint_text(painter, place, cell.text)

    def _paint_text(self, painter: QPainter, place: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_whole(event)
            return True
        return super().event(event)

    def _show_whole(self, event: QHelpEvent) -> None:
        line = event.pos().y() // ROW_HEIGHT - bool(self._header)
        if not 0 <= line < len(self._rows):
            return
        text, left = self._rows[line][-1].text, self._lefts[-1]
        cut = QFontMetrics(self.font()).horizontalAdvance(text) > self.width() - left
        if cut and event.pos().x() >= left:
            QToolTip.showText(event.globalPos(), text, self)
        else:
            QToolTip.hideText()
