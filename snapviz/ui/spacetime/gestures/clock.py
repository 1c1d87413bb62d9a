"""Drag a clock sideways: how far it is ahead of true time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz import editing
from snapviz.diagram.facts import facts
from snapviz.diagram.figures import offset_text
from snapviz.diagram.spacetime import Hit
from snapviz.scenario import edits
from snapviz.scenario.model import SetClock
from snapviz.ui.boundary_words import boundary_hint
from snapviz.ui.selection import ProcessItem
from snapviz.ui.wording import DOT, filled

from .editing import EditingGesture, Modifiers
from .moving import MovedAction

translate = QCoreApplication.translate
WHOLE_US = 1000


class ClockAtStart(EditingGesture):
    """The offset with which a process's clock begins; ticks slide while it is dragged."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, view, pressed: QPointF, process: int):
        super().__init__(view, pressed)
        self._process = process
        self._name = self.run.trace.process_ids[process]
        self._before_us = self.editor.scenario.processes[process].clock.offset_us

    def begin(self) -> None:
        self.select(ProcessItem(self._name))

    def pull(self, where: QPointF, modifiers: Modifiers) -> None:
        offset_us = self._before_us + dragged_us(self, where, modifiers)
        name = self._name
        self.view.show_over(hot=Hit("clock", self._process))
        self._held = name, offset_us, where
        self.shown()
        self.preview(
            lambda scenario: edits.set_clock(scenario, name, offset_us=offset_us),
            filled(translate("SpaceTimeView", "Set clock of %1"), name),
        )

    def shown(self) -> None:
        tell(self, *self._held)


class ClockSetting(MovedAction):
    """The offset that a script action sets; with Shift, the instant at which it does."""

    cursor = Qt.CursorShape.SizeHorCursor
    _held: tuple | None = None

    def pull(self, where: QPointF, modifiers: Modifiers) -> None:
        action = self.editor.committed.script[self.index]
        if modifiers & Modifiers.ShiftModifier or not isinstance(action, SetClock):
            self._held = None
            super().pull(where, modifiers)
            return
        offset_us = self._set_before(action) + dragged_us(self, where, modifiers)
        run, index = self.run, self.index
        self._held = action.process, offset_us, where
        self.shown()
        self.preview(
            lambda scenario: editing.change_action(
                run, scenario, index, replace(action, offset_us=offset_us)
            ),
            filled(translate("SpaceTimeView", "Set clock of %1"), action.process),
        )

    def shown(self) -> None:
        if self._held is not None:
            tell(self, *self._held)

    def _set_before(self, action: SetClock) -> int:
        if action.offset_us is not None:
            return action.offset_us
        process = self.run.trace.process_ids.index(action.process)
        return facts(self.run).offset_us(process, action.at_us)


def tell(gesture, name: str, offset_us: int, where: QPointF) -> None:
    """The offset beside the hand, and what it makes of the cuts by the clocks."""
    said = f"{name}: {offset_text(offset_us)}"
    about = boundary_hint(gesture.editor.run)
    gesture.view.set_hint(f"{said}{DOT}{about}" if about else said, where)


def dragged_us(gesture, where: QPointF, modifiers: Modifiers) -> int:
    """How far a drag went on the time scale; in whole milliseconds, with Alt as exactly as can be."""
    us = round((where.x() - gesture.pressed.x()) / gesture.view.place().scale)
    return us if modifiers & Modifiers.AltModifier else round(us / WHOLE_US) * WHOLE_US
