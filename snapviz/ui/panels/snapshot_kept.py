"""What became of a snapshot that is kept, in a line or two, and the way to the whole story."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from snapviz.run import Snapshot
from snapviz.ui.buttons import ToolButton
from snapviz.ui.selection import SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled


class KeptPart(QWidget):
    """Hidden on the cards of snapshots that nobody keeps."""

    def __init__(self, session: Session | None, parent: QWidget | None = None):
        super().__init__(parent)
        self._session = session
        self._snapshot: Snapshot | None = None
        self._says = QLabel(self)
        self._says.setObjectName("snapshot.kept")
        self._says.setWordWrap(True)
        self._says.setContentsMargins(6, 0, 0, 0)
        self.story = ToolButton(self, "framed")
        self.story.setObjectName("snapshot.decision")
        self.story.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._says, 1)
        row.addWidget(self.story)
        self.retranslate()

    def set_snapshot(self, snapshot: Snapshot) -> None:
        """Another snapshot, or the same one of an edited run."""
        self._snapshot = snapshot
        self.setVisible(snapshot.commit is not None or snapshot.storage is not None)
        self.story.setVisible(self._session is not None)
        self.retranslate()

    def say(self, lines: list[str]) -> None:
        """What is known at the play-head."""
        self._says.setText("\n".join(lines))

    def _tell(self) -> None:
        self._session.selection.set(SnapshotItem(self._snapshot.number))
        self._session.actions["decision"].trigger()

    def retranslate(self) -> None:
        self.story.setText(self.tr("Step by step…"))
        if self._snapshot is not None:
            text = self.tr("Tell step by step how %1 was kept and decided")
            self.story.setToolTip(filled(text, self._snapshot.id))
            self.story.setAccessibleName(self.story.toolTip())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
