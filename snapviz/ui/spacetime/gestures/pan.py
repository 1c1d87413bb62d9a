"""Take the paper and move it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from snapviz.ui.gestures import Gesture


class Pan(Gesture):
    """Moves the visible range and the lanes; a click selects what is under it."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view, pressed: QPointF):
        super().__init__(view, pressed)
        self._last = pressed
        self._before = view.visible_range(), view.view().scroll

    def drag(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.view.pan(self._last.x() - where.x())
        self.view.scroll(self._last.y() - where.y())
        self._last = where

    def click(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.view.click(where, modifiers)

    def cancel(self) -> None:
        visible, scroll = self._before
        self.view.set_visible_range(*visible)
        self.view.show_over(scroll=scroll)
