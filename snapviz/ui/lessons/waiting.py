"""What is being read or worked out, how far it is, and a button not to wait for it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from snapviz.ui.buttons import ToolButton

SHOW_AFTER_MS = 300


class WaitingRow(QWidget):
    """Hidden while nothing takes long. ``cancelled``: the person does not want to wait."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._words.setObjectName("lessons.waiting")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._cancel = ToolButton(self, "framed")
        self._cancel.setObjectName("lessons.cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOW_AFTER_MS)
        self._soon.timeout.connect(self.show)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(12, 2, 12, 4)
        column.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        column.addLayout(row)
        self.hide()
        self.retranslate()

    def begin(self, words: str) -> None:
        """Something was begun; it is shown once it takes long."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setValue(0)
        self._soon.start()

    def show_share(self, share: float) -> None:
        """How much is done, 0 to 1."""
        self._bar.setValue(round(share * 1000))

    def end(self) -> None:
        """Nothing is waited for any more."""
        self._soon.stop()
        self.hide()

    def retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
