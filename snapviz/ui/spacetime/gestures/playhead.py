"""Drag the play-head through time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from snapviz.ui.gestures import Gesture


class DragPlayhead(Gesture):
    """The play-head is where the mouse is, from the press on."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, view, pressed: QPointF):
        super().__init__(view, pressed)
        self._before = view.view().time_us
        self._to(pressed)

    def move(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._to(where)

    def cancel(self) -> None:
        if self._before is not None:
            self.view.time_dragged.emit(self._before)

    def _to(self, where: QPointF) -> None:
        self.view.time_dragged.emit(self.view.place().us_at(where.x()))
