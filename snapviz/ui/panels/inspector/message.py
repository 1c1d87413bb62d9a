"""The form of one message."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz import editing
from snapviz.diagram.facts import facts
from snapviz.diagram.figures import payload_text
from snapviz.scenario.model import Scenario, Send
from snapviz.ui import fields
from snapviz.ui.editor import Change
from snapviz.ui.fates import message_fate
from snapviz.ui.panels.inspector.action import ActionPart, row_link
from snapviz.ui.panels.inspector.form import Form, Links, show_parts
from snapviz.ui.panels.inspector.telling import (
    message_line,
    place_lines,
    time_text,
    transit_text,
)
from snapviz.ui.selection import ChannelItem, MessageItem, SnapshotItem, message_item, message_of
from snapviz.ui.session import Session
from snapviz.ui.wording import filled
from snapviz.ui.words import control_text

translate = QCoreApplication.translate


class MessageForm(Form):
    """What a message carries, when it travels, and what the snapshots make of it."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._item = MessageItem("", "", 0)
        self._message = 0
        self._place: int | None = None
        self._heading = self.title()
        self._facts = self.facts("facts")
        self._received = self.bind(
            "received",
            translate("Inspector", "received"),
            fields.MillisecondsField(self),
            lambda: int(facts(self.editor.run).end[self._message]),
            self._arrive,
            unit="ms",
            of=self._name,
        )
        self._links = self.put(Links("links", self))
        self._section = self.section(translate("Inspector", "In the script"))
        self.part = ActionPart(self)
        self.put(self.part)
        self.edited.connect(self._stay)

    def _name(self) -> str:
        return f"{self._item.source} → {self._item.target}"

    def _arrive(self, received_us: int) -> Change:
        run, message = self.editor.run, self._message
        sent_us = int(run.trace.message_sent[message])

        def change(scenario: Scenario) -> Scenario:
            if received_us < sent_us:
                text = translate("Inspector", "It is sent at %1 ms and cannot arrive before.")
                raise ValueError(filled(text, time_text(run, sent_us)))
            return editing.set_arrival(run, scenario, message, received_us)

        return change

    def show_items(self, items: tuple) -> None:
        self._item = items[-1]
        self.refresh()

    def refresh(self) -> None:
        run = self.editor.run
        message = message_of(run, self._item)
        if message is None:
            return
        self._message = message
        trace = run.trace
        self._place = editing.action_of_message(run, message)
        self._heading.setText(self._title(message))
        lines = [message_line(run, message, True), transit_text(run, message)]
        lines.extend(message_fate(run, message))
        lines.extend(place_lines(run, message))
        if not trace.message_control[message] and self._place is None and run.is_timed:
            lines.append(translate("Inspector", "sent by the workload"))
        self._facts.setText("\n".join(line for line in lines if line))
        show_parts(self._received.parts, bool(trace.message_received[message] >= 0))
        self._show_action()
        super().refresh()

    def _title(self, message: int) -> str:
        run = self.editor.run
        if run.trace.message_control[message]:
            return filled(translate("Inspector", "Selected: %1"), control_text(run.trace, message))
        what = payload_text(run.trace.message_payload(message))
        text = translate("Inspector", "Selected: message %1")
        return filled(text, f"{self._name()} {what}".rstrip())

    def _show_action(self) -> None:
        script = self.editor.scenario.script
        scripted = self._place is not None and self._place < len(script)
        is_send = scripted and isinstance(script[self._place], Send)
        self._section.setVisible(is_send)
        self.part.show_action(self._place if is_send else None)
        links = row_link(self, self._place)
        links.append(
            (
                filled(translate("Inspector", "channel %1"), self._name()),
                lambda: self.select(ChannelItem(self._item.source, self._item.target)),
            )
        )
        run = self.editor.run
        if run.trace.message_control[self._message]:
            number = int(run.trace.message_snapshot[self._message])
        else:
            number = -1
        if number >= 0:
            words = filled(translate("Inspector", "snapshot %1"), run.snapshots[number].id)
            links.append((words, lambda: self.select(SnapshotItem(number))))
        if self._is_pinned():
            links.append((translate("Inspector", "let it travel freely"), self._release))
        self._links.show_links(links)

    def _is_pinned(self) -> bool:
        name = (self._item.source, self._item.target, self._item.index)
        pins = self.editor.scenario.delays
        return any((pin.source, pin.target, pin.index) == name for pin in pins)

    def _release(self) -> None:
        run, message = self.editor.run, self._message
        label = filled(translate("Inspector", "Let %1 travel freely"), self._name())
        self.editor.edit(lambda s: editing.release_arrival(run, s, message), label)

    def _stay(self) -> None:
        """Go on with the message of the edited action, whatever its number has become."""
        run = self.editor.run
        script = run.scenario.script
        if self._place is None or self._place >= len(script):
            return
        if isinstance(script[self._place], Send):
            for message in editing.messages_of_action(run, self._place):
                self.select(message_item(run, message))
