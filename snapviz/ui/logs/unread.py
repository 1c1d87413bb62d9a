"""A strip below everything: a log that no known parser reads, and the parser to be written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from snapviz.ui.buttons import CloseButton
from snapviz.ui.logs.strip import LogStrip

WIDEST_NAME = 100  # the parser needs the room more


class UnreadStrip(LogStrip):
    """Hidden while there is no such log."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent, "unreadLog")
        self.name = QLabel(self)
        self.name.setObjectName("unreadLog.name")
        self._close = CloseButton("unreadLog", self)
        self._close.clicked.connect(self.hide)
        self.layout().insertWidget(0, self.name)
        self.layout().addWidget(self._close)

    def ask(self, name: str, parser: str, delimiter: str, problem: str) -> None:
        """Let the person correct how a file is read; ``problem``: what was wrong with that."""
        middle = Qt.TextElideMode.ElideMiddle
        self.name.setText(self.name.fontMetrics().elidedText(name, middle, WIDEST_NAME))
        self.name.setToolTip(name)
        self.show_log([], -1, parser, delimiter)
        self.tell_problem(problem)
        self.show()
        self.parser.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
