"""The field that is one line of text, and what all fields share."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from snapviz.scenario.kinds import wrong_characters
from snapviz.ui.refusals import told

translate = QCoreApplication.translate
STEP_KEYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
LARGE_STEP = 10


def mark_refused(widget: QWidget, words: str) -> None:
    """Frame a widget in red and say why, or take that back where there are no words."""
    widget.setToolTip(words)
    widget.setAccessibleDescription(words)
    if widget.property("refused") != bool(words):
        widget.setProperty("refused", bool(words))
        widget.style().polish(widget)


class LineField(QLineEdit):
    """A value as text. Subclasses say how it is read (`parse`) and written (`text_of`).

    Enter or leaving the field commits, Esc restores; an ``optional`` one may be empty: None.
    """

    committed = Signal(object, bool)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None, optional: bool = False, empty: str = ""):
        super().__init__(parent)
        self._optional = optional
        self._value: Any = None
        self.setProperty("role", "field")
        self.setPlaceholderText(empty)
        self.editingFinished.connect(self._finish)
        self.textEdited.connect(lambda _: self.forgive())

    def parse(self, text: str) -> Any:
        """The value of a text that is not blank; ValueError says what is wrong with it."""
        return text

    def text_of(self, value: Any) -> str:
        return str(value)

    def step(self, value: Any, count: int) -> Any:
        """The value so many steps up or down; None where there are no steps."""
        return None

    def set_value(self, value: Any) -> None:
        """Show a value, except over what is being typed."""
        self._value = value
        if not (self.hasFocus() and self.isModified()):
            self._show()

    def current(self) -> Any:
        """What the text means now. Raises ValueError, in words."""
        text = self.text().strip()
        if text or not self._optional:
            return self.parse(text)
        return None

    def refuse(self, words: str) -> None:
        mark_refused(self, words)
        self.refused.emit(words)

    def forgive(self) -> None:
        if self.property("refused"):
            self.refuse("")

    def _show(self) -> None:
        text = "" if self._value is None else self.text_of(self._value)
        if text != self.text() or self.isModified() or self.isUndoAvailable():
            self.setText(text)
            self.setCursorPosition(0)
        self.forgive()

    def _finish(self) -> None:
        if not self.isModified():
            return
        try:
            value = self.current()
        except ValueError as error:
            self.refuse(str(error))
            return
        self._commit(value, False)

    def _commit(self, value: Any, stepped: bool) -> None:
        if value == self._value:
            self._show()
            return
        self.setModified(False)
        self.committed.emit(value, stepped)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._leaves_to_window(event):
            event.ignore()
            return True
        return super().event(event)

    def _leaves_to_window(self, event: QKeyEvent) -> bool:
        """Undo and redo are the window's unless there is typing of this field to undo."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Undo):
            return not self.isUndoAvailable()
        return event.matches(keys.Redo) and not self.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.isModified() or self.property("refused")):
            self._show()
        elif event.key() in STEP_KEYS and self._step(event):
            pass
        else:
            super().keyPressEvent(event)

    def _step(self, event: QKeyEvent) -> bool:
        large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        try:
            start = self.current()
        except ValueError:
            return False
        if start is None:
            return False
        value = self.step(start, STEP_KEYS[event.key()] * (LARGE_STEP if large else 1))
        if value is None:
            return False
        self.setText(self.text_of(value))
        self._commit(value, True)
        return True


class TextField(LineField):
    """One line of any printable characters."""

    def __init__(self, parent: QWidget | None = None, blank: bool = True, empty: str = ""):
        super().__init__(parent, False, empty)
        self._blank = blank

    def parse(self, text: str) -> str:
        wrong = wrong_characters(text, lines=False)
        if wrong:
            raise ValueError(told(wrong))
        if not text and not self._blank:
            raise ValueError(translate("Fields", "This cannot be empty."))
        return text
