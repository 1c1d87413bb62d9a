"""The form of a snapshot, or of what one process recorded for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz import editing
from snapviz.ui.panels.inspector.action import ActionPart, row_link
from snapviz.ui.panels.inspector.form import Form, Links, label
from snapviz.ui.panels.inspector.telling import record_lines, snapshot_lines, verdict_lines
from snapviz.ui.selection import ProcessItem, RecordItem, SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled
from snapviz.ui.words import protocol_name

translate = QCoreApplication.translate


class SnapshotForm(Form):
    """When it was taken and what the oracle says; its protocol is the script action's."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._number = 0
        self._process: str | None = None
        self._heading = self.title()
        self._record = self.facts("record")
        self._facts = self.facts("facts")
        self._good = self.put(label("goodLine", self, wrap=True, name="inspector.good"))
        self._bad = self.put(label("badLine", self, wrap=True, name="inspector.bad"))
        self._links = self.put(Links("links", self))
        self._section = self.section(translate("Inspector", "In the script"))
        self.part = ActionPart(self)
        self.put(self.part)

    def show_items(self, items: tuple) -> None:
        item = items[-1]
        if isinstance(item, RecordItem):
            self._number, self._process = item.snapshot, item.process
        else:
            self._number, self._process = item.number, None
        self.refresh()

    def refresh(self) -> None:
        run = self.editor.run
        if self._number >= len(run.snapshots):
            return
        snapshot = run.snapshots[self._number]
        recorded = self._process in snapshot.processes
        if self._process is None:
            text = filled(translate("Inspector", "Selected: snapshot %1"), snapshot.id)
        else:
            text = translate("Inspector", "Selected: %1 in snapshot %2")
            text = filled(text, self._process, snapshot.id)
        self._heading.setText(text)
        lines = record_lines(run, snapshot, self._process) if recorded else []
        self._record.setText("\n".join(lines))
        self._record.setVisible(bool(lines))
        about = [protocol_name(snapshot.protocol), *snapshot_lines(run, snapshot)]
        self._facts.setText("\n".join(about))
        self._show_verdict(snapshot)
        self._show_action()
        super().refresh()

    def _show_verdict(self, snapshot) -> None:
        found = verdict_lines(snapshot)
        for shown, good in ((self._good, True), (self._bad, False)):
            shown.setText("\n".join(words for words, is_good in found if is_good == good))
            shown.setVisible(bool(shown.text()))

    def _show_action(self) -> None:
        run = self.editor.run
        place = editing.action_of_snapshot(run, self._number)
        snapshot, links = run.snapshots[self._number], row_link(self, place)
        if self._process is not None:
            number = self._number
            words = filled(translate("Inspector", "snapshot %1"), snapshot.id)
            links.append((words, lambda: self.select(SnapshotItem(number))))
            process = self._process
            links.append((process, lambda: self.select(ProcessItem(process))))
        self._links.show_links(links)
        self._section.setVisible(place is not None)
        self.part.show_action(place)
