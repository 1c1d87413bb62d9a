"""A small table of text, drawn in one go: cheap to fill while a run plays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from snapviz.ui.panels.clocks_paint import DOT_ROOM, demi_bold, paint_dot, paint_text
from snapviz.ui.panels.row_widget import RowWidget

ROW_HEIGHT = 26
HEADER_PIXELS = 12
EDGE = 6
GAP = 10


class Cell(NamedTuple):
    """``dot``: the process whose colour stands before the text; ``full``: whether filled.

    ``bad``: the text is about something that went wrong; ``struck``: about what is gone.
    """

    text: str
    bold: bool = False
    muted: bool = False
    dot: int | None = None
    full: bool = True
    bad: bool = False
    struck: bool = False


Row = Sequence[Cell]


class TextTable(RowWidget):
    """As tall as its rows. ``widths``: the least ones of each column but the last.

    What is too long for the last column ends in dots and stands whole in a tool tip.
    """

    def __init__(self, widths: tuple[int, ...], parent: QWidget | None = None):
        super().__init__(ROW_HEIGHT, parent)
        self._least = widths
        self._lefts = [0]
        self._header: tuple[str, ...] = ()
        self._rows: list[Row] = []
        self._hinted = QSize()

    @property
    def row_count(self) -> int:
        return len(self._rows)

    @property
    def texts(self) -> list[list[str]]:
        """What stands in each row."""
        return [[cell.text for cell in row] for row in self._rows]

    def set_header(self, words: tuple[str, ...]) -> None:
        self._header = words
        self.header_height = ROW_HEIGHT if words else 0
        self._arrange()

    def set_rows(self, rows: list[Row]) -> None:
        if rows != self._rows:
            self._rows = rows
            self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._lefts[-1] + 40, super().sizeHint().height())

    def _arrange(self) -> None:
        """Columns as wide as their widest text."""
        plain, bold = QFontMetrics(self.font()), QFontMetrics(demi_bold(self.font()))
        lefts = [EDGE]
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
        before, self._lefts = self._hinted, lefts
        self._hinted = self.sizeHint()
        lines = ["  ".join(cell.text for cell in row) for row in self._rows]
        self.setAccessibleDescription("\n".join(lines))
        if self._hinted != before:
            self.updateGeometry()
        self.update()

    def _place(self, line: QRect, column: int) -> QRect:
        left = self._lefts[column]
        last = column == len(self._lefts) - 1
        right = self.width() - EDGE if last else self._lefts[column + 1] - GAP
        return QRect(left, line.top(), right - left, line.height())

    def paint_header(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(HEADER_PIXELS)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        line = QRect(0, 0, self.width(), ROW_HEIGHT)
        for column, text in enumerate(self._header):
            paint_text(painter, self._place(line, column), text)
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(QPointF(0, ROW_HEIGHT - 0.5), QPointF(self.width(), ROW_HEIGHT - 0.5))

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        for column, cell in enumerate(self._rows[row]):
            font = QFont(demi_bold(self.font()) if cell.bold else self.font())
            font.setStrikeOut(cell.struck)
            painter.setFont(font)
            self._paint_cell(painter, self._place(place, column), cell)

    def _paint_cell(self, painter: QPainter, place: QRect, cell: Cell) -> None:
        theme = self.theme
        if cell.dot is not None:
            color = QColor(theme.process(cell.dot))
            paint_dot(painter, place.left() + 5, place.center().y() + 0.5, color, cell.full)
            place = place.adjusted(DOT_ROOM, 0, 0, 0)
        ink = theme.bad if cell.bad else theme.muted if cell.muted else theme.ink
        painter.setPen(QColor(ink))
        paint_text(painter, place, cell.text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_whole(event)
            return True
        return super().event(event)

    def _show_whole(self, event: QHelpEvent) -> None:
        row = self.row_at(event.pos())
        if row < 0:
            return
        text, left = self._rows[row][-1].text, self._lefts[-1]
        cut = QFontMetrics(self.font()).horizontalAdvance(text) > self.width() - left - EDGE
        if cut and event.pos().x() >= left:
            QToolTip.showText(event.globalPos(), text, self)
        else:
            QToolTip.hideText()


class TableArea(QScrollArea):
    """Lets rows that may become many scroll; as tall as they need, up to a limit."""

    def __init__(self, rows: RowWidget, parent: QWidget | None = None):
        super().__init__(parent)
        self._rows = rows
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(rows)
        self.viewport().setAutoFillBackground(False)
        rows.setAutoFillBackground(False)

    def fit(self, most: int) -> None:
        """Take the height that the rows need, but not more than ``most``."""
        self.setFixedHeight(max(min(self._rows.sizeHint().height(), most), self._rows.row_height))
