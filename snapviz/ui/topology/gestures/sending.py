"""Drag from a process to another with the message tool: a message at the play-head."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz import editing
from snapviz.diagram.figures import milliseconds
from snapviz.diagram.topology_over import Rubber
from snapviz.scenario.model import Scenario
from snapviz.ui.selection import ActionItem
from snapviz.ui.wording import filled

from .held import Held, Modifiers

translate = QCoreApplication.translate


class Sending(Held):
    """Its channel decides how long it travels. Missing channels come along, with Shift only one."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view, pressed: QPointF, source: int):
        super().__init__(view, pressed)
        self._source = source

    def drag(self, where: QPointF, modifiers: Modifiers) -> None:
        target = self.other_process(where, self._source)
        hint = ""
        if target is not None:
            text = translate("TopologyView", "Send %1 → %2 at %3 ms")
            at = milliseconds(self.session.acting_us)
            hint = filled(text, self.ids[self._source], self.ids[target], at)
        rubber = Rubber(self._source, where.x(), where.y(), target)
        self.view.show_over(rubber=rubber, hint=hint)

    def release(self, where: QPointF, modifiers: Modifiers) -> None:
        target = self.other_process(where, self._source)
        if target is None:
            return
        both = not modifiers & Modifiers.ShiftModifier
        ends = (self.ids[self._source], self.ids[target])
        run, at_us = self.editor.run, self.session.acting_us

        def change(scenario: Scenario) -> Scenario:
            return editing.send_now(run, scenario, *ends, at_us, both)

        index = len(self.editor.scenario.script)
        if self.editor.edit(change, filled(translate("Commands", "Send %1 → %2"), *ends)):
            self.selection.set(ActionItem(index))
