"""Rows drawn by hand that can be pointed at, clicked and walked through with the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from snapviz.diagram.theme import LIGHT, Theme

RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
NOBODY = -1


class RowWidget(QWidget):
    """As tall as its rows. ``row_chosen``: a row was clicked or Return pressed on it.

    The flag says whether Ctrl was held, which adds to a selection.
    """

    row_chosen = Signal(int, bool)

    def __init__(self, row_height: int, parent: QWidget | None = None):
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row_height = row_height
        self.header_height = 0
        self.theme: Theme = LIGHT
        self._choosable = False
        self._selected: frozenset[int] = frozenset()
        self._hovered = self._current = NOBODY
        self._by_keys = False

    # What a kind of rows says of itself

    @property
    def row_count(self) -> int:
        return 0

    def paint_header(self, painter: QPainter) -> None:
        """The line above the rows, if ``header_height`` leaves room for one."""

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        """One row, in its place."""

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def set_choosable(self, choosable: bool) -> None:
        """Let rows be clicked, and reached with the keys."""
        self._choosable = choosable
        self.setMouseTracking(choosable)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if choosable else policy.NoFocus)

    def set_selected(self, rows: frozenset[int]) -> None:
        if rows != self._selected:
            for row in rows ^ self._selected:
                self.update(self.row_rect(row))
            self._selected = rows

    @property
    def selected(self) -> frozenset[int]:
        return self._selected

    def row_rect(self, row: int) -> QRect:
        top = self.header_height + row * self.row_height
        return QRect(0, top, self.width(), self.row_height)

    def row_at(self, place: QPoint) -> int:
        """The row under a point of the widget; -1 if there is none."""
        row = (place.y() - self.header_height) // self.row_height
        return row if 0 <= row < self.row_count and place.y() >= self.header_height else NOBODY

    def sizeHint(self) -> QSize:
        return QSize(120, self.header_height + self.row_count * self.row_height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = event.rect()
        if self.header_height and area.top() < self.header_height:
            self.paint_header(painter)
        first = max(0, (area.top() - self.header_height) // self.row_height)
        last = min(self.row_count - 1, (area.bottom() - self.header_height) // self.row_height)
        for row in range(first, last + 1):
            place = self.row_rect(row)
            self._paint_ground(painter, row, place)
            self.paint_row(painter, row, place)

    def _paint_ground(self, painter: QPainter, row: int, place: QRect) -> None:
        theme = self.theme
        focused = self._current == row and self._by_keys and self.hasFocus()
        if row in self._selected:
            color = theme.accent_tint
        elif row == self._hovered:
            color = theme.hover
        elif not focused:
            return
        else:
            color = ""
        painter.setPen(QPen(QColor(theme.accent), 1) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color) if color else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    # Mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self.row_at(event.position().toPoint()) if self._choosable else NOBODY)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(NOBODY)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if not self._choosable or row < 0 or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._by_keys = False
        self._set_current(row)
        self.row_chosen.emit(row, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        self._by_keys = True
        if step is not None and self.row_count:
            self._set_current(min(max(self._current + step, 0), self.row_count - 1))
        elif event.key() in RETURNS and self._current >= 0:
            added = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.row_chosen.emit(self._current, added)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current < 0 and self.row_count:
            self._current = 0
        self._by_keys = event.reason() in BY_KEYS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def _set_hovered(self, row: int) -> None:
        if row != self._hovered:
            for one in (row, self._hovered):
                self.update(self.row_rect(one))
            self._hovered = row
            shape = Qt.CursorShape
            self.setCursor(shape.PointingHandCursor if row >= 0 else shape.ArrowCursor)

    def _set_current(self, row: int) -> None:
        for one in (row, self._current):
            self.update(self.row_rect(one))
        self._current = row
