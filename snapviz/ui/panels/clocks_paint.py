"""How a vector is drawn: its entries in columns, or by process where there are too many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from snapviz.diagram.theme import Theme

MOST_COLUMNS = 12
COLUMN_GAP = 8
LEAST_COLUMN, ROOMY_COLUMN = 18, 22
SPARSE_GAP = 8
HEADER_PIXELS = 11
DOT_RADIUS = 3.75
DOT_ROOM = 16
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


def demi_bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made


def paint_text(painter: QPainter, place: QRect, text: str, flags: Qt.AlignmentFlag = LEFT) -> None:
    """A text in its place, ending in dots where it is too long."""
    # Measuring costs as much as drawing, and no letter is wider than the font is high.
    if len(text) * painter.font().pixelSize() > place.width():
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) > place.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, flags, text)


def paint_dot(painter: QPainter, x: float, y: float, color: QColor, full: bool = True) -> None:
    """The dot in a process's colour before its name."""
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(color if full else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), DOT_RADIUS, DOT_RADIUS)


class VectorColumns:
    """Columns for the entries of vectors over ``ids``, the largest entry being ``widest``.

    ``most``: the room there is, in pixels. ``dense``: every entry has a column of its own.
    """

    def __init__(self, ids: Sequence[str], widest: int, font: QFont, most: int):
        self._ids = ids
        self._font, self._bold = font, demi_bold(font)
        self._small = sized(font, HEADER_PIXELS)
        self._metrics, self._bold_metrics = QFontMetrics(self._font), QFontMetrics(self._bold)
        self._widths: dict[tuple[str, bool], int] = {}
        small = QFontMetrics(self._small)
        figures = self._bold_metrics.horizontalAdvance(str(widest)) + COLUMN_GAP
        names = max((small.horizontalAdvance(pid) for pid in ids), default=0) + COLUMN_GAP
        count = max(len(ids), 1)
        self._named = max(names, figures, ROOMY_COLUMN) * count <= most
        least = max(names, ROOMY_COLUMN) if self._named else LEAST_COLUMN
        self.column = max(figures, least)
        self.dense = len(ids) <= MOST_COLUMNS and self.column * count <= most

    @property
    def width(self) -> int:
        """What the columns take; 0 where there are none."""
        return self.column * len(self._ids) if self.dense else 0

    def place(self, entry: int, area: QRect) -> QRect:
        return QRect(area.left() + entry * self.column, area.top(), self.column, area.height())

    def paint_names(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        """Above the columns whose entries they hold."""
        if not self.dense:
            return
        painter.setFont(self._small)
        for number, pid in enumerate(self._ids):
            place = self.place(number, area)
            if self._named:
                painter.setPen(QColor(theme.process_ink(number)))
                painter.drawText(place, CENTER, pid)
            else:
                color = QColor(theme.process(number))
                paint_dot(painter, place.center().x() + 0.5, place.center().y() + 0.5, color)

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        vector: Sequence[int],
        own: int,
        theme: Theme,
        told: frozenset[int] = frozenset(),
    ) -> None:
        """A vector; ``own`` is the entry to stand out, ``told`` those with a ground of their own."""
        if not self.dense:
            self._paint_sparse(painter, area, vector, own, theme, told)
            return
        for entry in sorted(told):
            self._paint_ground(painter, self.place(entry, area), theme)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.ink))
        for entry, value in enumerate(vector):
            if value and entry != own:
                painter.drawText(self.place(entry, area), CENTER, str(value))
        painter.setPen(QColor(theme.muted))
        for entry, value in enumerate(vector):
            if not value and entry != own:
                painter.drawText(self.place(entry, area), CENTER, "0")
        painter.setFont(self._bold)
        painter.setPen(QColor(theme.process_ink(own)))
        painter.drawText(self.place(own, area), CENTER, str(vector[own]))

    def _paint_sparse(
        self,
        painter: QPainter,
        area: QRect,
        vector: Sequence[int],
        own: int,
        theme: Theme,
        told: frozenset[int],
    ) -> None:
        """``P3:4 P7:1``: what is above zero or to be told; where room is short, that first."""
        shown = [entry for entry, value in enumerate(vector) if value or entry in told]
        texts = {entry: f"{self._ids[entry]}:{vector[entry]}" for entry in shown}
        widths = {entry: self._width(text, entry == own) for entry, text in texts.items()}
        if sum(widths.values()) + SPARSE_GAP * len(shown) > area.width():
            shown.sort(key=lambda entry: entry != own and entry not in told)
        x = area.left()
        for entry in shown:
            place = QRect(x, area.top(), widths[entry], area.height())
            if place.right() + SPARSE_GAP + 8 > area.right() and entry != shown[-1]:
                painter.setPen(QColor(theme.muted))
                painter.drawText(place, LEFT, "…")
                return
            if entry in told:
                self._paint_ground(painter, place.adjusted(-4, 0, 4, 0), theme)
            painter.setFont(self._bold if entry == own else self._font)
            painter.setPen(QColor(theme.process_ink(own) if entry == own else theme.ink))
            painter.drawText(place, LEFT, texts[entry])
            x += widths[entry] + SPARSE_GAP
        if not shown:
            painter.setFont(self._font)
            painter.setPen(QColor(theme.muted))
            painter.drawText(area, LEFT, "0")

    def _width(self, text: str, bold: bool) -> int:
        """Of one of the few texts that are drawn over and over."""
        found = self._widths.get((text, bold))
        if found is None:
            metrics = self._bold_metrics if bold else self._metrics
            found = self._widths[text, bold] = metrics.horizontalAdvance(text)
        return found

    def _paint_ground(self, painter: QPainter, place: QRect, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_tint))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 2, -1, -2), 4, 4)
