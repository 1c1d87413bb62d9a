"""A click on a process line with a tool in hand puts something there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz import editing
from snapviz.diagram.figures import milliseconds
from snapviz.diagram.spacetime import Ghost
from snapviz.scenario.model import Crash, Restart, Rollback, Scenario, TakeCheckpoint
from snapviz.ui.selection import ActionItem
from snapviz.ui.wording import filled

from .editing import EditingGesture, Modifiers

translate = QCoreApplication.translate
PLACED = ("snapshot", "checkpoint", "crash", "rollback")


class Placing(EditingGesture):
    """The sign follows the hand along the line until the button is released."""

    cursor = Qt.CursorShape.CrossCursor

    def pull(self, where: QPointF, modifiers: Modifiers) -> None:
        line = self.view.line_at(where)
        ghost = None
        if line is not None:
            ghost = ghost_at(self.view, line, self.view.us_at(where, modifiers))
        self.view.show_over(ghost=ghost, hot=None)

    def drop(self, where: QPointF, modifiers: Modifiers) -> None:
        self.let_go()
        self.click(where, modifiers)

    def click(self, where: QPointF, modifiers: Modifiers) -> None:
        line = self.view.line_at(where)
        if line is None:
            return
        process = self.run.trace.process_ids[line]
        index = len(self.editor.scenario.script)
        change, text = self._edit(process, self.view.us_at(where, modifiers))
        if self.editor.edit(change, text):
            self.select(ActionItem(index))

    def _edit(self, process: str, at_us: int):
        """The edit, and how it is called."""
        run, tool = self.run, self.view.tool
        if tool == "snapshot":
            protocol = self.session.tools.protocol
            return (
                lambda s: editing.take_snapshot(s, process, at_us, protocol, run),
                filled(translate("SpaceTimeView", "Snapshot from %1"), process),
            )
        if tool == "rollback":
            return self._rollback(at_us)
        if tool == "checkpoint":
            action, text = TakeCheckpoint, translate("SpaceTimeView", "Checkpoint of %1")
        elif is_down(self.editor.scenario, process, at_us):
            action, text = Restart, translate("SpaceTimeView", "Restart %1")
        else:
            action, text = Crash, translate("SpaceTimeView", "Crash %1")
        made = action(at_us, process)
        return lambda s: editing.add_action(run, s, made), filled(text, process)

    def _rollback(self, at_us: int):
        """Between the play-head and the hand: back from the later to the earlier."""
        to_us, at_us = sorted((self.session.acting_us, at_us))
        text = filled(translate("SpaceTimeView", "Roll back to %1 ms"), milliseconds(to_us))
        return lambda s: editing.add_action(self.run, s, Rollback(at_us, to_us)), text


def ghost_at(view, line: int, us: int) -> Ghost:
    """What a click of the tool in hand would put on a line."""
    kind = view.tool
    scenario = view.session.editor.scenario
    if kind == "crash" and is_down(scenario, view.run.trace.process_ids[line], us):
        kind = "restart"
    return Ghost(line, us, kind)


def is_down(scenario: Scenario, process: str, at_us: int) -> bool:
    """Whether the script has crashed a process by then and not restarted it."""
    mine = [
        action
        for action in scenario.script
        if isinstance(action, Crash | Restart)
        and action.process == process
        and action.at_us <= at_us
    ]
    last = max(mine, key=lambda action: action.at_us, default=None)
    return isinstance(last, Crash)
