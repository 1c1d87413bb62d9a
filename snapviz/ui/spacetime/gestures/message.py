"""From one process line to another: a message, sent and received where one points."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz import editing
from snapviz.diagram.facts import facts
from snapviz.diagram.layout import SpaceTimeLayout
from snapviz.diagram.spacetime import Draft
from snapviz.scenario import edits
from snapviz.scenario.model import Scenario
from snapviz.ui.selection import ActionItem, MessageItem, message_item
from snapviz.ui.wording import filled

from .editing import EditingGesture, Modifiers

REACH = (8.0, 26.0)  # pixels from a line at which a message ends on it, least and most
SHARE = 0.35  # of the way to the next line


class NewMessage(EditingGesture):
    """A rubber arrow while it hangs in the air, the message itself while it is on a line.

    Where there is no channel one is made, and one back; with Shift only the one.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view, pressed: QPointF, source: int):
        super().__init__(view, pressed)
        self._source = source
        self._sent_us = view.us_at(pressed)
        self._action = len(self.editor.scenario.script)
        name = self.run.trace.process_ids[source]
        self._payload = editing.default_payload(self.editor.scenario, self.run, name, self._sent_us)
        self._aim: tuple[int, int] | None = None

    def begin(self) -> None:
        self.session.selection.clear()

    def pull(self, where: QPointF, modifiers: Modifiers) -> None:
        target = self._line_at(self.view.place(), where)
        received_us = self.view.us_at(where, modifiers)
        self._aim = None if target is None else (target, received_us)
        if target is None or received_us < self._sent_us:
            self.withdraw()
            draft = Draft(self._source, self._sent_us, target, received_us, where.x(), where.y())
            self.view.show_over(draft=draft)
            return
        ids = self.run.trace.process_ids
        ends = (ids[self._source], ids[target])
        one_way = bool(modifiers & Modifiers.ShiftModifier)

        def change(scenario: Scenario) -> Scenario:
            if not one_way and ends not in scenario.channel_index():
                scenario = edits.with_both_ways(scenario, *ends)
            times = (self._sent_us, received_us)
            return editing.send_message(self.run, scenario, *ends, *times, self._payload)

        text = QCoreApplication.translate("SpaceTimeView", "Send %1 → %2")
        self.preview(change, filled(text, *ends))

    def _line_at(self, place: SpaceTimeLayout, where: QPointF) -> int | None:
        reach = min(max(SHARE * place.spacing, REACH[0]), REACH[1])
        line = place.process_at(where.y(), reach)
        return None if line == self._source else line

    def shown(self) -> None:
        """The arrow ends where the message truly arrives: on FIFO it waits for others."""
        if self._aim is None:
            return
        target, received_us = self._aim
        message = self._message()
        if message is not None:
            received_us = max(received_us, int(facts(self.view.run).end[message]))
        self.view.show_over(draft=Draft(self._source, self._sent_us, target, received_us))

    def _message(self) -> int | None:
        """The number of the message, if the run on the screen has it."""
        if not self.view.in_step:
            return None
        return next(iter(editing.messages_of_action(self.view.run, self._action)), None)

    def committed(self) -> None:
        message = self._message()
        item: MessageItem | ActionItem = ActionItem(self._action)
        if message is not None:
            item = message_item(self.view.run, message)
        self.select(item)
