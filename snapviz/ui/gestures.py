"""One mouse gesture from press to release: the base class of all of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

CLICK_REACH = 4  # pixels between a click and a drag


class Gesture:
    """What one press of the mouse began.

    A view makes one at a press, tells it every move, and ends it with `finish`
    at the release or `cancel` at Esc, at the loss of the mouse, or when the
    tool is changed. ``cursor`` is shown meanwhile.
    """

    cursor: Qt.CursorShape = Qt.CursorShape.ArrowCursor

    def __init__(self, view, pressed: QPointF):
        self.view = view
        self.pressed = pressed
        self.is_drag = False

    def move(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse is elsewhere now; the first pixels do not make a drag."""
        if not self.is_drag:
            self.is_drag = (where - self.pressed).manhattanLength() > CLICK_REACH
        if self.is_drag:
            self.drag(where, modifiers)

    def finish(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The button is released."""
        if self.is_drag:
            self.drop(where, modifiers)
        else:
            self.click(where, modifiers)

    def drag(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse moves while the button is down."""

    def drop(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The button is released after a drag."""

    def click(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The button is released where it was pressed."""

    def cancel(self) -> None:
        """Everything is again as it was before the press."""
