"""Click on empty ground with the process tool: a process stands there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz.diagram.display_list import Point
from snapviz.diagram.topology_over import Newcomer
from snapviz.scenario import edits
from snapviz.scenario.model import Scenario
from snapviz.scenario.places import rounded
from snapviz.ui.selection import ProcessItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

from .held import Held, Modifiers


class NewProcess(Held):
    """It follows the hand until the button is released."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view, pressed: QPointF):
        super().__init__(view, pressed)
        self._name = edits.free_id(self.editor.scenario)

    def start(self) -> None:
        self.drag(self.pressed, Modifiers.NoModifier)

    def drag(self, where: QPointF, modifiers: Modifiers) -> None:
        is_free = self._is_free(where)
        at = Newcomer(where.x(), where.y(), self._name) if is_free else None
        self.view.show_over(newcomer=at)

    def release(self, where: QPointF, modifiers: Modifiers) -> None:
        if self._is_free(where):
            add_process(self.session, self.view.where().free_position_at(where.x(), where.y()))

    def click(self, where: QPointF, modifiers: Modifiers) -> None:
        self.let_go()
        self.release(where, modifiers)

    def _is_free(self, where: QPointF) -> bool:
        spot = where.toPoint()
        return self.view.rect().contains(spot) and self.other_process(where, -1) is None


def with_process_at(scenario: Scenario, position: Point) -> tuple[Scenario, str]:
    """A further process at a position, and its id."""
    return edits.with_new_process(scenario, rounded(*position))


def add_process(session: Session, position: Point) -> None:
    """Add a process there and select it."""
    name = edits.free_id(session.editor.scenario)
    text = QCoreApplication.translate("Commands", "Add %1")
    if session.editor.edit(lambda s: with_process_at(s, position)[0], filled(text, name)):
        session.selection.set(ProcessItem(name))
