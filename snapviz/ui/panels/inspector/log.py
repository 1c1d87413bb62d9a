"""The forms of a log and of one of its hosts: what there is, and nothing to change."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import grouped
from snapviz.ui.panels.inspector.form import Form, Links
from snapviz.ui.selection import ChannelItem
from snapviz.ui.session import Session
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import topology_text

translate = QCoreApplication.translate


class LogForm(Form):
    """The execution that is shown, shown while nothing is selected."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.title().setText(translate("Inspector", "Log, read only"))
        self._about = self.facts("about")

    def show_items(self, items: tuple) -> None:
        self.refresh()

    def refresh(self) -> None:
        run = self.editor.run
        c = run.computation
        counts = (
            filled(translate("Inspector", "events: %1"), grouped(c.event_count)),
            filled(translate("Inspector", "messages: %1"), grouped(c.message_count)),
        )
        lines = [run.scenario.title, topology_text(run.scenario), DOT.join(counts)]
        if run.execution.label:
            lines.insert(1, filled(translate("Inspector", "execution: %1"), run.execution.label))
        told = translate(
            "Inspector", "What a log tells has happened already: it is looked at, not changed."
        )
        self._about.setText("\n".join([*lines, "", told]))
        super().refresh()


class HostForm(Form):
    """What a host did, and with whom."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._id = ""
        self._heading = self.title()
        self._about = self.facts("about")
        self.section(translate("Inspector", "Channels"))
        self._links = self.put(Links("channels", self))

    def show_items(self, items: tuple) -> None:
        self._id = items[-1].id
        self.refresh()

    def refresh(self) -> None:
        run = self.editor.run
        if self._id not in run.trace.process_ids:
            return
        c, process = run.computation, run.trace.process_ids.index(self._id)
        sent = int(np.count_nonzero(c.event_process[c.message_send] == process))
        received = int(np.count_nonzero(c.event_process[c.message_receive] == process))
        self._heading.setText(filled(translate("Inspector", "Process %1"), self._id))
        lines = (
            filled(translate("Inspector", "events: %1"), grouped(int(c.event_counts[process]))),
            filled(translate("Inspector", "messages sent: %1"), grouped(sent)),
            filled(translate("Inspector", "messages received: %1"), grouped(received)),
        )
        self._about.setText("\n".join(lines))
        self._links.show_links(self._channels())
        super().refresh()

    def _channels(self) -> list:
        links = []
        for source, target in self.editor.scenario.channel_index():
            if self._id in (source, target):
                item = ChannelItem(source, target)
                links.append((f"{source} → {target}", lambda item=item: self.select(item)))
        return links
