"""The field for several lines of Markdown: as it reads, and while it is written as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from snapviz.ui.buttons import RETURNS
from snapviz.ui.fields.line import mark_refused

LINES = 5


class NotesField(QTextEdit):
    """Text with line breaks: leaving it or Ctrl+Enter commits, Esc restores."""

    committed = Signal(object, bool)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._value = ""
        self._is_raw = False
        self.setProperty("role", "field")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 14)

    def set_value(self, value: str) -> None:
        typing = self._is_raw and self.document().isModified()
        is_new, self._value = value != self._value, value
        if is_new and not typing:
            self._show(value, self._is_raw)

    def current(self) -> str:
        return self.toPlainText() if self._is_raw else self._value

    def _show(self, text: str, raw: bool) -> None:
        """The text as it is written, or as it reads."""
        self._is_raw = raw
        if raw:
            # Else all of it would look as the first word read.
            self.setCurrentCharFormat(QTextCharFormat())
            self.setPlainText(text)
        else:
            self.setMarkdown(text)
            self.document().setModified(False)

    def loadResource(self, kind: int, name: QUrl) -> None:
        """Nothing: a scenario file must not read other files."""

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._is_raw:
            self._show(self._value, raw=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._commit()
        if self.current() == self._value:
            self._show(self._value, raw=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in RETURNS and control:
            self._commit()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self._show(self._value, raw=True)
            self.forgive()
        else:
            super().keyPressEvent(event)
