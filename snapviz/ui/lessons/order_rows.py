"""Rows to be put in order: dragged by the mouse, or moved by Alt and the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snapviz.ui.wording import filled

BY_KEY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
GRIP = "≡"


class OrderRow(QFrame):
    """``pulled``: the mouse holds it, and is at this height of the rows. ``moved``: by so many."""

    pulled = Signal(int)
    moved = Signal(int)
    left = Signal(int)

    def __init__(self, name: str, words: str, parent: QWidget):
        super().__init__(parent)
        self.name = name
        self.setObjectName(f"lessons.option.{name}")
        self.setProperty("role", "orderRow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        grip, self._place, self._words = QLabel(GRIP, self), QLabel(self), QLabel(self)
        grip.setProperty("role", "muted")
        self._place.setProperty("role", "heading")
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(grip)
        row.addWidget(self._place)
        row.addWidget(self._words, 1)
        self.say(words, 0, 0)

    def say(self, words: str, place: int, count: int) -> None:
        """Its words, its place from 0, and how many rows there are."""
        self._words.setText(words)
        self._place.setText(f"{place + 1}.")
        self.setAccessibleName(filled(self.tr("%1: place %2 of %3"), words, place + 1, count))
        self.setAccessibleDescription(self.tr("Alt+Up and Alt+Down move it"))

    def set_held(self, is_held: bool) -> None:
        """Whether the mouse has it."""
        self.setProperty("held", is_held)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.set_held(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.property("held"):
            self.pulled.emit(self.mapToParent(event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.set_held(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.set_held(False)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        # What it moves by is no command of the window.
        if event.type() == QEvent.Type.ShortcutOverride and self._way(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = self._way(event)
        if not way:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(way)
        else:
            self.left.emit(way)

    def _way(self, event: QKeyEvent) -> int:
        return BY_KEY.get(Qt.Key(event.key()), 0)


class OrderRows(QWidget):
    """``changed``: the order is another."""

    changed = Signal()

    def __init__(self, words: dict[str, str], parent: QWidget | None = None):
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 0, 6, 0)
        self._column.setSpacing(4)
        self._rows = [OrderRow(name, text, self) for name, text in words.items()]
        for row in self._rows:
            self._column.addWidget(row)
            row.pulled.connect(lambda y, row=row: self._pull(row, y))
            row.moved.connect(lambda by, row=row: self._move(row, by))
            row.left.connect(lambda by, row=row: self._leave(row, by))
        self.say(words)

    @property
    def order(self) -> tuple[str, ...]:
        """The names from the first row to the last."""
        return tuple(row.name for row in self._rows)

    def say(self, words: dict[str, str]) -> None:
        """The words of each row, by its name."""
        for place, row in enumerate(self._rows):
            row.say(words[row.name], place, len(self._rows))
        self._words = words

    def _pull(self, row: OrderRow, y: int) -> None:
        """A row changes places with another when the mouse is beyond the middle of that."""
        place = self._rows.index(row)
        if place and y < self._rows[place - 1].geometry().center().y():
            self._move(row, -1)
        elif place + 1 < len(self._rows) and y > self._rows[place + 1].geometry().center().y():
            self._move(row, 1)

    def _move(self, row: OrderRow, by: int) -> None:
        place = self._rows.index(row)
        if not 0 <= place + by < len(self._rows):
            return
        self._rows.insert(place + by, self._rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(place + by, row)
        self._column.activate()
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self.say(self._words)
        self.changed.emit()

    def _leave(self, row: OrderRow, by: int) -> None:
        """The arrows alone go from row to row."""
        place = self._rows.index(row) + by
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
