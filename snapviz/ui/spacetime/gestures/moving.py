"""Drag what a script action brought about along time: the action happens then."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz import editing
from snapviz.diagram.figures import milliseconds
from snapviz.diagram.spacetime import Hit
from snapviz.scenario import edits
from snapviz.scenario.model import (
    Crash,
    Internal,
    Restart,
    Rollback,
    Scenario,
    Send,
    TakeCheckpoint,
    TakeSnapshot,
)
from snapviz.ui.selection import ActionItem
from snapviz.ui.spacetime.picking import action_of_mark
from snapviz.ui.wording import filled

from .editing import EditingGesture, Modifiers

translate = QCoreApplication.translate


def action_under(run, found: Hit) -> int | None:
    """The script action that can be dragged by what is under the pointer."""
    if found.kind == "badge":
        return editing.action_of_snapshot(run, found.number)
    if found.kind == "mark":
        return action_of_mark(run, found.number)
    if found.kind not in ("event", "record", "clock-set"):
        return None
    return editing.action_of_row(run, found.number)


class MovedAction(EditingGesture):
    """Moves a send, an internal event, a snapshot or whatever else the script holds."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, view, pressed: QPointF, index: int):
        super().__init__(view, pressed)
        self.index = index
        self._before_us = self.editor.scenario.script[index].at_us
        self._grip_us = self._before_us - view.place().us_at(pressed.x())

    def begin(self) -> None:
        self.select(ActionItem(self.index))

    def pull(self, where: QPointF, modifiers: Modifiers) -> None:
        at_us = self.view.place().us_at(where.x()) + self._grip_us
        at_us = min(max(self.view.snapped(at_us, modifiers), 0), self.run.until_us)
        self.view.set_hint(
            filled(translate("SpaceTimeView", "at %1 ms"), milliseconds(at_us)), where
        )
        run, index = self.run, self.index
        self.preview(lambda scenario: moved(run, scenario, index, at_us), self._label())

    def _label(self) -> str:
        action = self.editor.committed.script[self.index]
        if isinstance(action, Send):
            return translate("SpaceTimeView", "Move message")
        if isinstance(action, Internal):
            return translate("SpaceTimeView", "Move event")
        if isinstance(action, TakeSnapshot):
            return translate("SpaceTimeView", "Move snapshot")
        words = {
            TakeCheckpoint: translate("SpaceTimeView", "Move checkpoint"),
            Crash: translate("SpaceTimeView", "Move crash"),
            Restart: translate("SpaceTimeView", "Move restart"),
            Rollback: translate("SpaceTimeView", "Move rollback"),
        }
        if type(action) in words:
            return words[type(action)]
        return translate("SpaceTimeView", "Move action")


def moved(run, scenario: Scenario, index: int, at_us: int) -> Scenario:
    """The script with one action at another time; a snapshot by the clocks keeps its distance."""
    before = scenario.script[index]
    action = edits.moved_action(scenario, index, at_us).script[index]
    if isinstance(before, TakeSnapshot) and before.at_local_us is not None:
        action = replace(action, at_local_us=before.at_local_us + action.at_us - before.at_us)
    return editing.change_action(run, scenario, index, action)
