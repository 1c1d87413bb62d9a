"""What one can ask of a snapshot on its card: the run that passes through it, how it breaks, and
what comes of it elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from snapviz.run import Run, Snapshot
from snapviz.ui.buttons import ToolButton
from snapviz.ui.panels.flow import FlowLayout
from snapviz.ui.panels.snapshot_start import StartFrom
from snapviz.ui.selection import SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled


class Questions(QWidget):
    """Each button but the last selects the snapshot and calls the action that answers."""

    def __init__(self, session: Session | None, parent: QWidget | None = None):
        super().__init__(parent)
        self._session = session
        self._snapshot: Snapshot | None = None
        self.never = self._button("neverHappened")
        self.break_it = self._button("breakIt")
        self._start = StartFrom(session, self)
        row = FlowLayout()
        for button in (self.never, self.break_it, self._start):
            row.addWidget(button)
        self.setLayout(row)
        self.setContentsMargins(6, 0, 0, 2)
        self.retranslate()

    def _button(self, action: str) -> ToolButton:
        button = ToolButton(self, "framed")
        button.setObjectName(f"snapshot.{action}")
        button.clicked.connect(lambda: self._ask(action))
        return button

    def _ask(self, action: str) -> None:
        self._session.selection.set(SnapshotItem(self._snapshot.number))
        self._session.actions[action].trigger()

    def set_snapshot(self, run: Run, snapshot: Snapshot) -> None:
        """Only a complete, consistent snapshot is a state that some run passes through."""
        self._snapshot = snapshot
        verdict = snapshot.verdict
        self.setVisible(self._session is not None)
        self._start.set_snapshot(run, snapshot)
        self.never.setVisible(verdict is not None and verdict.consistent)
        self.retranslate()

    def retranslate(self) -> None:
        self.never.setText(self.tr("It never happened"))
        self.break_it.setText(self.tr("Break it"))
        if self._snapshot is None:
            return
        for button, text in (
            (self.never, self.tr("Show a run that passes through the state %1 recorded")),
            (self.break_it, self.tr("Break what %1 relies on")),
        ):
            button.setToolTip(filled(text, self._snapshot.id))
            button.setAccessibleName(filled(text, self._snapshot.id))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
