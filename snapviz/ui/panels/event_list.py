"""A list of events to scroll, click and walk through; it keeps the play-head in sight."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.panels.event_rows import EventRows
from snapviz.ui.panels.row_widget import RETURNS

STEPS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip
HEAD = 4.5
FAINT = 0.5
State = QStyle.StateFlag


class EventDelegate(QStyledItemDelegate):
    """Draws the ground of a row; its contents are drawn by those who derive from it."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.row_height = 26

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(40, self.row_height)

    def arrange(self, model: EventRows, width: int) -> None:
        """Room is made for other rows, or for rows of another width."""

    def paint_line(self, painter: QPainter, place: QRect, model: EventRows, number: int) -> None:
        """The contents of the row at a place of the model."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        model, number, place = index.model(), index.row(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, model.is_selected(number))
        if number == model.current:
            self._paint_head(painter, place)
        font = QFont(option.font)
        if model.is_undone(number):
            font.setStrikeOut(True)
            painter.setOpacity(FAINT)
        painter.setFont(font)
        if not model.is_passed(number):
            painter.setOpacity(FAINT)
        self.paint_line(painter, place, model, number)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, selected: bool
    ) -> None:
        theme, focused = self.theme, bool(option.state & State.State_HasFocus)
        hovered = bool(option.state & State.State_MouseOver)
        if not (selected or focused or hovered):
            return
        ground = theme.accent_tint if selected else theme.hover
        painter.setPen(QPen(QColor(theme.accent), 1) if focused else Qt.PenStyle.NoPen)
        filled = selected or hovered
        painter.setBrush(QColor(ground) if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_head(self, painter: QPainter, place: QRect) -> None:
        """The mark of the event that the play-head passed last."""
        x, y = place.left() + 1.0, place.top() + 13.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        corners = ((x, y - HEAD), (x + HEAD, y), (x, y + HEAD))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


class EventList(QTableView):
    """``event_chosen``: a trace row, and whether it is to be added to the selection (Ctrl).

    A table of one column: a list view would measure all its rows anew at every change.
    """

    event_chosen = Signal(int, bool)

    def __init__(self, rows: EventRows, delegate: EventDelegate, parent: QWidget | None = None):
        super().__init__(parent)
        self._events, self._delegate = rows, delegate
        self.setProperty("role", "rows")
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(3 * delegate.row_height)
        rows.modelReset.connect(self.arrange)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def arrange(self) -> None:
        """Rows or widths are others."""
        self._delegate.arrange(self._events, self.viewport().width())
        if self.verticalHeader().defaultSectionSize() != self._delegate.row_height:
            self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.viewport().update()

    def follow(self) -> None:
        """Keep the event passed last in sight."""
        if self._events.rowCount():
            place = min(max(self._events.current, 0), self._events.rowCount() - 1)
            self._show_place(place)

    def show_row(self, row: int) -> None:
        """Scroll to a trace row."""
        place = self._events.place_of(row)
        if place is not None:
            self._show_place(place)

    def _show_place(self, place: int) -> None:
        index = self._events.index(place)
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._choose(index, event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in RETURNS and self.currentIndex().isValid():
            self._choose(self.currentIndex(), event.modifiers())
        elif event.key() in STEPS:
            super().keyPressEvent(event)
        else:
            # Letters and Home, End, Space are commands of the window.
            event.ignore()

    def _choose(self, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        added = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self.event_chosen.emit(self._events.row_at(index.row()), added)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
        self.follow()
