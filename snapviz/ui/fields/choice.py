"""Fields that choose: one of a few, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from snapviz.ui.buttons import RETURNS
from snapviz.ui.fields.box import ChoiceBox
from snapviz.ui.fields.line import mark_refused

FEWEST_LETTERS = 4


class ChoiceField(ChoiceBox):
    """One of several values, each with its words."""

    committed = Signal(object, bool)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None, choices: Sequence[tuple[str, Any]] = ()):
        super().__init__(parent)
        self._choices: list[tuple[str, Any]] = []
        self._value: Any = None
        self.setProperty("role", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A long name must not widen the dock it stands in.
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(self._chosen)

    def set_choices(self, choices: Sequence[tuple[str, Any]]) -> None:
        """(words, value) of each."""
        if list(choices) != self._choices:
            self._choices = list(choices)
            self.clear()
            self.addItems([words for words, _ in self._choices])
            self.set_value(self._value)

    def set_value(self, value: Any) -> None:
        self._value = value
        values = [known for _, known in self._choices]
        self.setCurrentIndex(values.index(value) if value in values else -1)
        self.forgive()

    def current(self) -> Any:
        index = self.currentIndex()
        return self._choices[index][1] if index >= 0 else self._value

    def refuse(self, words: str) -> None:
        mark_refused(self, words)
        self.refused.emit(words)

    def forgive(self) -> None:
        if self.property("refused"):
            self.refuse("")

    def _chosen(self) -> None:
        value = self.current()
        if value != self._value:
            self.committed.emit(value, False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form, it does not change what it passes over."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.property("refused"):
            self.set_value(self._value)
        elif event.key() in RETURNS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FlagField(QCheckBox):
    """Yes or no; the Return key turns it, as Space belongs to playing."""

    committed = Signal(object, bool)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.clicked.connect(lambda checked: self.committed.emit(checked, False))

    def set_value(self, value: bool) -> None:
        self.setChecked(value)
        self.forgive()

    def current(self) -> bool:
        return self.isChecked()

    def refuse(self, words: str) -> None:
        mark_refused(self, words)
        self.refused.emit(words)

    def forgive(self) -> None:
        if self.property("refused"):
            self.refuse("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in RETURNS:
            self.click()
        else:
            super().keyPressEvent(event)
