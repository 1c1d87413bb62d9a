"""Buttons that the Return key presses too: Space belongs to playing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ToolButton(QToolButton):
    """A tool button of one role (see ``style``), reached by Tab and pressed by Return."""

    def __init__(
        self, parent: QWidget | None = None, role: str = "", action: QAction | None = None
    ):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if role:
            self.setProperty("role", role)
        if action is not None:
            self.setDefaultAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in RETURNS:
            self.animateClick()
        else:
            super().keyPressEvent(event)


class CloseButton(ToolButton):
    """Puts away the dock it stands in; its object name is ``<panel>.close``."""

    def __init__(self, panel: str, parent: QWidget):
        super().__init__(parent, role="small")
        self.setObjectName(f"{panel}.close")
        self.setText("✕")
        self.retranslate()

    def retranslate(self) -> None:
        self.setToolTip(self.tr("Close"))
        self.setAccessibleName(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
