"""What one can ask of a snapshot on its card: the run that passes through it, and how it breaks."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snapviz.run import Snapshot
from snapviz.ui.buttons import ToolButton
from snapviz.ui.selection import SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled


class Questions(QWidget):
    """Each button selects the snapshot and calls the action of the window that answers."""

    def __init__(self, session: Session | None, parent: QWidget | None = None):
        super().__init__(parent)
        self._session = session
        self._snapshot: Snapshot | None = None
        self.never = self._button("neverHappened")
        self.break_it = self._button("breakIt")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 2)
        row.setSpacing(6)
        row.addWidget(self.never)
        row.addWidget(self.break_it)
        row.addStretch(1)
        self.retranslate()

    def _button(self, action: str) -> ToolButton:
        button = ToolButton(self, "framed")
        button.setObjectName(f"snapshot.{action}")
        button.clicked.connect(lambda: self._ask(action))
        return button

    def _ask(self, action: str) -> None:
        self._session.selection.set(SnapshotItem(self._snapshot.number))
        self._session.actions[action].trigger()

    def set_snapshot(self, snapshot: Snapshot) -> None:
        """Only a complete, consistent snapshot is a state that some run passes through."""
        self._snapshot = snapshot
        verdict = snapshot.verdict
        self.setVisible(self._session is not None)
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
