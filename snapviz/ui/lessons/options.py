"""What an answer is given with: boxes to tick, rows to put in order, a number for each process."""

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
from snapviz.ui.lessons.order_rows import OrderRows
from snapviz.ui.lessons.words import said
from snapviz.ui.panels.cards import remark

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
        # A box keeps off words of its own, though it has none.
        row.setSpacing(0 if isinstance(field, QCheckBox) else 8)
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
        column.setSpacing(8)
        self._how = remark(self, "lessons.how")
        self._how.setContentsMargins(6, 0, 6, 0)
        column.addWidget(self._how)
        self._order = OrderRows(self._words, self) if question.form == "order" else None
        if self._order is not None:
            self._order.changed.connect(self.changed)
            column.addWidget(self._order)
        else:
            self._add_rows(column)
        self.retranslate()

    def _add_rows(self, column: QVBoxLayout) -> None:
        for option in self._question.options:
            field = self._field(option.id)
            self._rows[option.id] = row = _Row(field, said(option.text), self)
            column.addWidget(row)

    @property
    def _words(self) -> dict[str, str]:
        return {option.id: said(option.text) for option in self._question.options}

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
        if self._order is not None:
            return self._order.order
        if self._question.form == "numbers":
            return {name: row.field.value() for name, row in self._rows.items()}
        return tuple(name for name, row in self._rows.items() if row.field.isChecked())

    def tick_message(self, message: int) -> None:
        """A message was clicked in the diagram: it is the answer, or a part of it."""
        for option in self._question.options:
            if option.message == message:
                self._rows[option.id].field.setChecked(True)

    def set_number(self, name: str, number: int) -> None:
        """The number of one process was chosen elsewhere."""
        self._rows[name].field.setValue(number)

    def retranslate(self) -> None:
        words = self._words
        for name, row in self._rows.items():
            row.say(words[name])
        if self._order is not None:
            self._order.say(words)
            self._how.setText(self.tr("Drag the rows, or move them with Alt+Up and Alt+Down."))
        elif self._question.choices_us:
            self._how.setText(
                self.tr("Click one ring on each line of the diagram, or give the numbers.")
            )
        self._how.setVisible(bool(self._how.text()))
