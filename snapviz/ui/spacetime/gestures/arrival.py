"""Drag an arrow head along the receiver's line: the message takes another time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz import editing
from snapviz.diagram.facts import facts
from snapviz.diagram.figures import milliseconds
from snapviz.diagram.spacetime import Hit
from snapviz.ui.selection import message_item
from snapviz.ui.wording import filled

from .editing import EditingGesture, Modifiers

translate = QCoreApplication.translate


class Arrival(EditingGesture):
    """Pins the transit time of a message; what follows from it is simulated anew.

    The message keeps its number: nothing before its arrival changes.
    """

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, view, pressed: QPointF, message: int):
        super().__init__(view, pressed)
        self._message = message
        self._arrives_us = int(facts(self.run).end[message])
        self._grip_us = self._arrives_us - view.place().us_at(pressed.x())
        self._where = pressed

    def begin(self) -> None:
        self.select(message_item(self.run, self._message))
        self.view.show_over(hot=Hit("head", self._message))

    def pull(self, where: QPointF, modifiers: Modifiers) -> None:
        run, message = self.run, self._message
        self._where = where
        self._arrives_us = self.view.snapped(
            self.view.place().us_at(where.x()) + self._grip_us, modifiers
        )
        arrives_us = self._arrives_us
        # A pin would hold in the base run and in all branches.
        change = editing.set_arrival if self.editor.branch is None else editing.set_delay
        self.preview(lambda scenario: change(run, scenario, message, arrives_us), self._label())

    def _label(self) -> str:
        source, target, _ = editing.message_place(self.run.trace, self._message)
        if facts(self.run).is_control[self._message]:
            return filled(
                translate("SpaceTimeView", "Change delay of marker %1 → %2"), source, target
            )
        return filled(translate("SpaceTimeView", "Change delay of %1 → %2"), source, target)

    def shown(self) -> None:
        known = facts(self.view.run)
        if self._message >= len(known.end):
            return
        sent_us, end_us = int(known.sent[self._message]), int(known.end[self._message])
        text = filled(translate("SpaceTimeView", "delay %1 ms"), milliseconds(end_us - sent_us))
        if self.view.in_step and end_us > max(self._arrives_us, sent_us):
            text += " · " + translate("SpaceTimeView", "FIFO: it waits for the message before it")
        self.view.set_hint(text, self._where)


def release(view, message: int) -> None:
    """Let the action or the channel decide again when a message arrives."""
    run = view.run
    source, target, _ = editing.message_place(run.trace, message)
    text = translate("SpaceTimeView", "Unpin arrival of %1 → %2")
    view.session.editor.edit(
        lambda scenario: editing.release_arrival(run, scenario, message),
        filled(text, source, target),
    )
