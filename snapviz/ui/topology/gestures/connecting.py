"""Drag from a process to another: channels between them."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz import editing
from snapviz.diagram.topology_over import Newcomer, Rubber
from snapviz.scenario import edits
from snapviz.scenario.model import Scenario
from snapviz.ui.selection import ChannelItem, ProcessItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

from .adding import with_process_at
from .held import Held, Modifiers

translate = QCoreApplication.translate
AWAY = 2.2  # radii from the process at which the ground is free for another


class Connecting(Held):
    """Both ways, with Shift one way; on empty ground a process is added at the other end."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view, pressed: QPointF, source: int):
        super().__init__(view, pressed)
        self._source = source
        self._name = edits.free_id(self.editor.scenario)

    def start(self) -> None:
        self.view.setCursor(self.cursor)

    def drag(self, where: QPointF, modifiers: Modifiers) -> None:
        both = not modifiers & Modifiers.ShiftModifier
        target = self.other_process(where, self._source)
        vain, newcomer = False, None
        if target is not None:
            ends = (self.ids[self._source], self.ids[target])
            vain = not missing(self.editor.scenario, *ends, both)
        elif self._is_ground(where):
            newcomer = Newcomer(where.x(), where.y(), self._name)
        rubber = Rubber(self._source, where.x(), where.y(), target, both, vain)
        hint = self._hint(target, newcomer is not None, both, vain)
        self.view.show_over(rubber=rubber, newcomer=newcomer, hint=hint)

    def _is_ground(self, where: QPointF) -> bool:
        place = self.view.where()
        x, y = place.centres[self._source]
        away = hypot(where.x() - x, where.y() - y) > AWAY * place.radius
        return away and self.view.rect().contains(where.toPoint())

    def _hint(self, target: int | None, adds: bool, both: bool, vain: bool) -> str:
        source = self.ids[self._source]
        if target is not None:
            if vain:
                text = translate("TopologyView", "%1 and %2 are already connected")
                return filled(text, source, self.ids[target])
            return label(source, self.ids[target], both)
        if adds:
            return filled(translate("TopologyView", "Add %1, connected to %2"), self._name, source)
        if both:
            return translate("TopologyView", "Hold Shift for one way only")
        return ""

    def release(self, where: QPointF, modifiers: Modifiers) -> None:
        both = not modifiers & Modifiers.ShiftModifier
        source = self.ids[self._source]
        target = self.other_process(where, self._source)
        if target is not None:
            connect(self.session, source, self.ids[target], both)
        elif self._is_ground(where):
            self._add(source, where, both)

    def _add(self, source: str, where: QPointF, both: bool) -> None:
        position = self.view.where().free_position_at(where.x(), where.y())

        def change(scenario: Scenario) -> Scenario:
            scenario, name = with_process_at(scenario, position)
            return editing.connected(scenario, source, name, both)

        text = translate("TopologyView", "Add %1, connected to %2")
        if self.editor.edit(change, filled(text, self._name, source)):
            self.selection.set(ProcessItem(self._name))


def missing(scenario: Scenario, source: str, target: str, both: bool) -> list[tuple[str, str]]:
    """The channels that connecting the two would add."""
    known = scenario.channel_index()
    wanted = [(source, target), (target, source)] if both else [(source, target)]
    return [ends for ends in wanted if ends not in known]


def label(source: str, target: str, both: bool) -> str:
    """What connecting the two is called."""
    if both:
        return filled(translate("Commands", "Connect %1 and %2"), source, target)
    return filled(translate("TopologyView", "Connect %1 to %2"), source, target)


def connect(session: Session, source: str, target: str, both: bool) -> None:
    """Connect two processes and select the channel; say so if there is nothing to do."""
    editor, item = session.editor, ChannelItem(source, target)
    if missing(editor.scenario, source, target, both):
        if editor.edit(
            lambda s: editing.connected(s, source, target, both), label(source, target, both)
        ):
            session.selection.set(item)
        return
    bar = session.messages
    bar.tell(
        lambda: bar.refusal(
            filled(translate("TopologyView", "%1 and %2 are already connected"), source, target)
        )
    )
    session.selection.set(item)
