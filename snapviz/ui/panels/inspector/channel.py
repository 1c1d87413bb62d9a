"""The form of one channel."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import grouped
from snapviz.scenario import edits
from snapviz.scenario.model import Channel
from snapviz.ui import fields
from snapviz.ui.editor import Change
from snapviz.ui.panels.inspector.form import Form, Links
from snapviz.ui.panels.script.schema import when_down_choices
from snapviz.ui.selection import ChannelItem, ProcessItem
from snapviz.ui.session import Session
from snapviz.ui.wording import DOT, filled

translate = QCoreApplication.translate


class ChannelForm(Form):
    """How a channel carries its messages."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._item = ChannelItem("", "")
        self._heading = self.title()
        self._carried = self.facts("carried")
        down = fields.ChoiceField(self, [c for c in when_down_choices(None) if c[1] is not None])
        for name, words, field in (
            ("fifo", translate("Inspector", "FIFO"), fields.FlagField(self)),
            ("delay", translate("Inspector", "delay"), fields.DurationField(self)),
            ("loss", translate("Inspector", "loss"), fields.ProbabilityField(self)),
            ("duplication", translate("Inspector", "duplication"), fields.ProbabilityField(self)),
            ("when_down", translate("Inspector", "receiver down"), down),
        ):
            self.bind(
                name,
                words,
                field,
                lambda n=name: getattr(self._channel, n),
                lambda value, n=name: self._change(n, value),
                of=lambda: self._name,
            )
        self._links = self.put(Links("ends", self))

    @property
    def _channel(self) -> Channel:
        scenario = self.editor.scenario
        return scenario.channels[scenario.channel_index()[self._item.source, self._item.target]]

    @property
    def _name(self) -> str:
        return f"{self._item.source} → {self._item.target}"

    def _change(self, name: str, value: Any) -> Change:
        ends = self._item.source, self._item.target
        return lambda scenario: edits.replace_channel(scenario, *ends, **{name: value})

    def show_items(self, items: tuple) -> None:
        self._item = items[-1]
        self.refresh()

    def refresh(self) -> None:
        self._heading.setText(filled(translate("Inspector", "Channel %1"), self._name))
        self._carried.setText(self._carried_text())
        self._links.show_links(self._link_list())
        super().refresh()

    def _link_list(self) -> list:
        source, target = self._item.source, self._item.target
        links = [
            (name, lambda name=name: self.select(ProcessItem(name))) for name in (source, target)
        ]
        if (target, source) in self.editor.scenario.channel_index():
            words = filled(translate("Inspector", "back: %1"), f"{target} → {source}")
            return [*links, (words, lambda: self.select(ChannelItem(target, source)))]
        if not self.editor.can_edit:
            return links
        words = filled(translate("Inspector", "add %1"), f"{target} → {source}")
        return [*links, (words, self._add_reverse)]

    def _add_reverse(self) -> None:
        source, target = self._item.source, self._item.target
        label = filled(translate("Inspector", "Connect %1 and %2"), target, source)
        if self.editor.edit(lambda s: edits.with_both_ways(s, source, target), label):
            self.select(ChannelItem(target, source))

    def _carried_text(self) -> str:
        run = self.editor.run
        known = run.scenario.channel_index() if run is not None else {}
        number = known.get((self._item.source, self._item.target))
        if number is None:
            return ""
        trace = run.trace
        mine = (trace.message_channel == number) & (trace.message_copy_of < 0)
        control = int(np.count_nonzero(mine & trace.message_control))
        lost = int(np.count_nonzero(mine & trace.message_lost))
        parts = [filled(translate("Inspector", "messages: %1"), grouped(int(mine.sum()) - control))]
        if run.is_timed:
            parts.append(filled(translate("Inspector", "markers: %1"), grouped(control)))
        if lost:
            parts.append(filled(translate("Inspector", "lost: %1"), grouped(lost)))
        return DOT.join(parts)
