"""A small table of text, drawn in one go: cheap to fill while a run plays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from snapviz.ui.panels.clocks_paint import DOT_ROOM, demi_bold, paint_dot, paint_text, sized
from snapviz.ui.panels.row_widget import RowWidget

ROW_HEIGHT = 26
HEADER_PIXELS = 12
EDGE = 6
GAP, LEAST_GAP = 10, 4


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
    """As tall as its rows. ``widths``: those of each column but the last where there is room.

    Where there is little, columns draw together as far as their texts let them. What is
    still too long for the last column ends in dots and stands whole in a tool tip.
    """

    def __init__(self, widths: tuple[int, ...], parent: QWidget | None = None):
        super().__init__(ROW_HEIGHT, parent)
        self._roomy = widths
        self._needs = [0] * (len(widths) + 1)
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

    @property
    def needed_width(self) -> int:
        """Pixels below which some text is cut."""
        return sum(self._needs) + LEAST_GAP * (len(self._needs) - 1) + 2 * EDGE

    def sizeHint(self) -> QSize:
        wide = sum(self._wanted()) + EDGE
        return QSize(wide + 40, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _arrange(self) -> None:
        """See what the texts need, and tell what they are."""
        self._needs = [self._need(column) for column in range(len(self._needs))]
        self._spread()
        before, self._hinted = self._hinted, self.sizeHint()
        lines = ["  ".join(cell.text for cell in row) for row in self._rows]
        self.setAccessibleDescription("\n".join(lines))
        if self._hinted != before:
            self.updateGeometry()
        self.update()

    def _need(self, column: int) -> int:
        """How wide the widest text of a column is, its heading included."""
        plain, bold = QFontMetrics(self.font()), QFontMetrics(demi_bold(self.font()))
        head = self._header[column] if self._header else ""
        widest = QFontMetrics(sized(self.font(), HEADER_PIXELS)).horizontalAdvance(head)
        for row in self._rows:
            cell = row[column]
            metrics = bold if cell.bold else plain
            room = DOT_ROOM if cell.dot is not None else 0
            widest = max(widest, metrics.horizontalAdvance(cell.text) + room)
        return widest

    def _wanted(self) -> list[int]:
        """The widths of all columns but the last, where there is room for them."""
        pairs = zip(self._roomy, self._needs, strict=False)
        return [max(roomy, need + GAP) for roomy, need in pairs]

    def _spread(self) -> None:
        """Give each column its place; what is missing at the end, all before it give up."""
        wanted = self._wanted()
        spare = [width - need - LEAST_GAP for width, need in zip(wanted, self._needs, strict=False)]
        missing = sum(wanted) + self._needs[-1] + 2 * EDGE - self.width()
        part = min(1.0, max(0, missing) / max(1, sum(spare)))
        lefts = [EDGE]
        for width, free in zip(wanted, spare, strict=True):
            lefts.append(lefts[-1] + width - math.ceil(free * part))
        self._lefts = lefts

    def _place(self, line: QRect, column: int) -> QRect:
        left = self._lefts[column]
        last = column == len(self._lefts) - 1
        right = self.width() - EDGE if last else self._lefts[column + 1] - LEAST_GAP
        return QRect(left, line.top(), right - left, line.height())

    def paint_header(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), HEADER_PIXELS))
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
        row, x = self.row_at(event.pos()), event.pos().x()
        if row < 0:
            return
        column = max(0, sum(left <= x for left in self._lefts) - 1)
        cell = self._rows[row][column]
        if self._is_cut(self._place(self.row_rect(row), column), cell):
            QToolTip.showText(event.globalPos(), cell.text, self)
        else:
            QToolTip.hideText()

    def _is_cut(self, place: QRect, cell: Cell) -> bool:
        metrics = QFontMetrics(demi_bold(self.font()) if cell.bold else self.font())
        room = place.width() - (DOT_ROOM if cell.dot is not None else 0)
        return metrics.horizontalAdvance(cell.text) > room

    @property
    def cut_texts(self) -> list[str]:
        """What ends in dots: cells, and headings wider than their columns."""
        line = QRect(0, 0, self.width(), ROW_HEIGHT)
        places = [self._place(line, column) for column in range(len(self._lefts))]
        small = QFontMetrics(sized(self.font(), HEADER_PIXELS))
        heads = zip(places, self._header, strict=False)
        cut = [text for place, text in heads if small.horizontalAdvance(text) > place.width()]
        for row in self._rows:
            cells = zip(places, row, strict=True)
            cut += [cell.text for place, cell in cells if self._is_cut(place, cell)]
        return cut


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
