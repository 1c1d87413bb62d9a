"""The field for several lines of text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from snapviz.ui.buttons import RETURNS
from snapviz.ui.fields.line import mark_refused

LINES = 5


class NotesField(QPlainTextEdit):
    """Text with line breaks: leaving it or Ctrl+Enter commits, Esc restores."""

    committed = Signal(object, bool)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._value = ""
        self.setProperty("role", "field")
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 14)

    def set_value(self, value: str) -> None:
        self._value = value
        typing = self.hasFocus() and self.document().isModified()
        if not typing and self.toPlainText() != value:
            self.setPlainText(value)

    def current(self) -> str:
        return self.toPlainText()

    def refuse(self, words: str) -> None:
        mark_refused(self, words)
        self.refused.emit(words)

    def forgive(self) -> None:
        if self.property("refused"):
            self.refuse("")

    def _commit(self) -> None:
        if self.document().isModified() and self.current() != self._value:
            self.document().setModified(False)
            self.committed.emit(self.current(), False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in RETURNS and control:
            self._commit()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.setPlainText(self._value)
            self.forgive()
        else:
            super().keyPressEvent(event)
