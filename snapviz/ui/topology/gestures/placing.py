"""Click a process with a tool in hand: it happens there, at the play-head."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from snapviz.diagram.view import Hit
from snapviz.ui.selection import ProcessItem
from snapviz.ui.spacetime.gestures.placing import is_down

from .held import Held, Modifiers

PLACED = {"snapshot": "takeSnapshot", "checkpoint": "checkpoint", "crash": "crash"}


class Placing(Held):
    """The window's own command does it, for the process that was clicked."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view, pressed: QPointF, process: int):
        super().__init__(view, pressed)
        self._process = process

    def start(self) -> None:
        self.view.show_over(hot=Hit("process", self._process))

    def click(self, where: QPointF, modifiers: Modifiers) -> None:
        self.let_go()
        name = self.ids[self._process]
        if name not in self.editor.scenario.process_index():
            return
        self.selection.set(ProcessItem(name))
        command = PLACED[self.view.tool]
        if command == "crash" and is_down(self.editor.scenario, name, self.session.acting_us):
            command = "restart"
        action = self.session.actions.get(command)
        if action is not None and action.isEnabled():
            action.trigger()

    def release(self, where: QPointF, modifiers: Modifiers) -> None:
        found = self.view.hit(where)
        if found == Hit("process", self._process):
            self.click(where, modifiers)
