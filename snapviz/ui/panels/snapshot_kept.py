"""What became of a snapshot that is kept, in a line or two; its whole story, and what it outlives."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snapviz.run import Snapshot
from snapviz.ui.buttons import ToolButton
from snapviz.ui.panels.snapshot_continue import ContinuePart
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
        self.unfold = ToolButton(self, "framed")
        self.unfold.setObjectName("snapshot.ifSomeCrash")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._unfold)
        self.crashes: ContinuePart | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._says)
        self._column.addLayout(self._row_of_buttons())
        self.retranslate()

    def _row_of_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(6)
        row.addWidget(self.story)
        row.addWidget(self.unfold)
        row.addStretch(1)
        return row

    def set_snapshot(self, snapshot: Snapshot) -> None:
        """Another snapshot, or the same one of an edited run."""
        self._snapshot = snapshot
        self.setVisible(snapshot.commit is not None or snapshot.storage is not None)
        for button in (self.story, self.unfold):
            button.setVisible(self._session is not None)
        if self.crashes is not None:
            self.crashes.set_number(snapshot.number)
        self.retranslate()

    def say(self, lines: list[str]) -> None:
        """What is known at the play-head."""
        self._says.setText("\n".join(lines))
        self._says.setVisible(bool(lines))

    def _unfold(self, wanted: bool) -> None:
        """Made when it is first wanted: it follows the play-head."""
        if self.crashes is None:
            self.crashes = ContinuePart(self._session, self)
            self.crashes.set_number(self._snapshot.number)
            self._column.addWidget(self.crashes)
        self.crashes.setVisible(wanted)

    def end(self) -> None:
        """Stop all work."""
        if self.crashes is not None:
            self.crashes.end()

    def _tell(self) -> None:
        self._session.selection.set(SnapshotItem(self._snapshot.number))
        self._session.actions["decision"].trigger()

    def retranslate(self) -> None:
        self.story.setText(self.tr("Step by step…"))
        self.unfold.setText(self.tr("If some crash…"))
        if self._snapshot is not None:
            text = self.tr("Tell step by step how %1 was kept and decided")
            self.story.setToolTip(filled(text, self._snapshot.id))
            self.story.setAccessibleName(self.story.toolTip())
            text = self.tr("See which crashes %1 survives, and let the run go on from its copies")
            self.unfold.setToolTip(filled(text, self._snapshot.id))
            self.unfold.setAccessibleName(self.unfold.toolTip())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
