"""Click a place that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from snapviz.ui.gestures import Gesture


class Choosing(Gesture):
    """Tells which one it was, if the button is released where it was pressed."""

    cursor = Qt.CursorShape.PointingHandCursor

    def click(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        found = self.view.choice_at(self.pressed)
        if found is not None:
            self.view.place_chosen.emit(*found)
