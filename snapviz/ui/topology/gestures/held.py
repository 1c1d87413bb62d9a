"""What the gestures of the topology share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from snapviz.ui.gestures import Gesture

Modifiers = Qt.KeyboardModifier
NOTHING = {
    "hot": None,
    "handle": None,
    "rubber": None,
    "newcomer": None,
    "band": None,
    "caught": (),
    "guides": (),
    "hint": "",
}


class Held(Gesture):
    """Draws over the diagram while it is dragged; the scenario changes at the release.

    ``ids``: the processes as they were at the press, by which they are named throughout.
    """

    def __init__(self, view, pressed: QPointF):
        super().__init__(view, pressed)
        self.session = view.session
        self.editor = view.session.editor
        self.selection = view.session.selection
        self.ids = view.ids

    def start(self) -> None:
        """The button is down."""

    def release(self, where: QPointF, modifiers: Modifiers) -> None:
        """The button is released after a drag: do it."""

    def drop(self, where: QPointF, modifiers: Modifiers) -> None:
        self.drag(where, modifiers)
        try:
            self.release(where, modifiers)
        finally:
            self.let_go()

    def click(self, where: QPointF, modifiers: Modifiers) -> None:
        self.let_go()
        self.view.click(where, modifiers)

    def cancel(self) -> None:
        self.let_go()

    def let_go(self) -> None:
        """Nothing is held any more."""
        self.view.set_moved({})
        self.view.show_over(**NOTHING)

    def other_process(self, where: QPointF, than: int) -> int | None:
        """The process under the pointer, with some room around it, unless it is this one."""
        place = self.view.where()
        found = place.process_at(where.x(), where.y(), place.radius + 10)
        return None if found == than else found
