"""What an answer is given with: boxes to tick, or a number for each process."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from snapviz.lessons.questions.question import NONE, Answer, Question
from snapviz.ui.lessons.words import said

NUMBER_WIDTH = 64
UNSAID = -1


class _Row(QWidget):
    """A box or a number, and words that wrap; a click on the words is one on the box."""

    def __init__(self, field: QCheckBox | QSpinBox, words: str, parent: QWidget):
        super().__init__(parent)
        self.field = field
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        policy = QSizePolicy.Policy
        self._words.setSizePolicy(policy.Expanding, policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(field)
        row.addWidget(self._words, 1)
        self.say(words)

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.field.setAccessibleName(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if isinstance(self.field, QCheckBox) and self._words.geometry().contains(
            event.position().toPoint()
        ):
            self.field.click()


class Options(QWidget):
    """The options of one question. ``changed``: the answer is another."""

    changed = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None):
        super().__init__(parent)
        self._question = question
        self._rows: dict[str, _Row] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(question.form == "one")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for option in question.options:
            field = self._field(option.id)
            self._rows[option.id] = row = _Row(field, said(option.text), self)
            column.addWidget(row)

    def _field(self, name: str) -> QCheckBox | QSpinBox:
        if self._question.form == "numbers":
            field = QSpinBox(self)
            # Nothing is said until something is chosen.
            field.setRange(UNSAID, self._question.highest)
            field.setSpecialValueText("–")
            field.setValue(UNSAID)
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            field.setFixedWidth(NUMBER_WIDTH)
            field.valueChanged.connect(lambda _: self.changed.emit())
        else:
            field = QCheckBox(self)
            self._group.addButton(field)
            field.toggled.connect(lambda on, name=name: self._ticked(name, on))
        field.setObjectName(f"lessons.option.{name}")
        return field

    def _ticked(self, name: str, on: bool) -> None:
        """Nothing at all goes with nothing else."""
        if on and self._question.form == "many":
            for other, row in self._rows.items():
                if other != name and NONE in (other, name):
                    row.field.setChecked(False)
        self.changed.emit()

    @property
    def answer(self) -> Answer:
        """What is given so far."""
        if self._question.form == "numbers":
            return {name: row.field.value() for name, row in self._rows.items()}
        return tuple(name for name, row in self._rows.items() if row.field.isChecked())

    def tick_message(self, message: int) -> None:
        """A message was clicked in the diagram: it is the answer, or a part of it."""
        for option in self._question.options:
            if option.message == message:
                self._rows[option.id].field.setChecked(True)

    def retranslate(self) -> None:
        for option in self._question.options:
            self._rows[option.id].say(said(option.text))
