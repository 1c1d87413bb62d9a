"""A lesson's page: its text, what is asked or to be done, the answer; and the way through it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from snapviz.lessons.questions.question import Question
from snapviz.ui.fields import ChoiceBox
from snapviz.ui.lessons.options import Options
from snapviz.ui.lessons.student import StudentRow
from snapviz.ui.lessons.waiting import WaitingRow
from snapviz.ui.lessons.words import said
from snapviz.ui.panels.cards import Card, CardColumn, heading
from snapviz.ui.panels.notes import Reader, open_page, space_out
from snapviz.ui.wording import filled

CHIP_HEIGHT = 20


class _Text(Reader):
    """Markdown as high as it is; the column around it scrolls."""

    def __init__(self, name: str, parent: QWidget):
        super().__init__(parent)
        self.setObjectName(name)
        self.setOpenLinks(False)
        self.anchorClicked.connect(open_page)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_markdown(self, text: str) -> None:
        self.setVisible(bool(text))
        self.setMarkdown(text)
        space_out(self.document())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 2 * self.frameWidth() + 2)


class LessonPanel(QWidget):
    """Shows what it is told; knows no run."""

    lesson_chosen = Signal(int)
    open_wanted = Signal()
    moved = Signal(int)
    checked = Signal()
    reveal_wanted = Signal()
    hint_wanted = Signal()
    begin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel.lessons")
        self.options: Options | None = None
        self._question: Question | None = None
        self._place = (0, 0)
        self._progress = (0, 0)
        self._choice = ChoiceBox(self)
        self._choice.setObjectName("lessons.choice")
        self._choice.setMinimumContentsLength(12)
        self._choice.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._choice.activated.connect(self._chosen)
        self._title, self._prompt, self._explanation = heading(self), QLabel(self), QLabel(self)
        self._chip = QLabel(self)
        self._chip.setProperty("role", "chip")
        self._chip.setObjectName("lessons.chip")
        self._chip.setFixedHeight(CHIP_HEIGHT)
        for label, name in ((self._prompt, "prompt"), (self._explanation, "explanation")):
            label.setWordWrap(True)
            label.setObjectName(f"lessons.{name}")
            label.setContentsMargins(6, 0, 6, 0)
        self._title.setWordWrap(True)
        self._title.setObjectName("lessons.title")
        self._text, self._hint = _Text("lessons.text", self), _Text("lessons.hintText", self)
        self._reveal = _Text("lessons.revealText", self)
        self._buttons = {name: self._button(name) for name in _BUTTONS}
        self._cards = CardColumn(self)
        self.student = StudentRow(self)
        self.student.hide()
        self.waiting = WaitingRow(self)
        self._build()
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"lessons.{name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        signals = {
            "check": self.checked, "show": self.reveal_wanted, "hint": self.hint_wanted,
            "begin": self.begin_wanted,
        }  # fmt: skip
        if name in signals:
            button.clicked.connect(lambda: signals[name].emit())
        else:
            button.clicked.connect(lambda: self.moved.emit(1 if name == "next" else -1))
        return button

    def _build(self) -> None:
        self._page = Card(self._title, None, self)
        inner = QVBoxLayout()
        inner.setContentsMargins(6, 2, 6, 0)
        inner.addWidget(self._text)
        self._page.column.addLayout(inner)
        self._task = Card(heading(self), self._chip, self)
        self._task_title = self._task.findChild(QLabel)
        self._answers = QVBoxLayout()
        self._task.column.addWidget(self._prompt)
        self._task.column.addLayout(self._answers)
        self._task.column.addWidget(self._explanation)
        row = QHBoxLayout()
        row.setContentsMargins(6, 2, 6, 2)
        for name in ("check", "hint", "show"):
            row.addWidget(self._buttons[name])
        row.addStretch(1)
        self._task.column.addLayout(row)
        for text in (self._hint, self._reveal):
            around = QVBoxLayout()
            around.setContentsMargins(6, 2, 6, 0)
            around.addWidget(text)
            self._task.column.addLayout(around)
        self._cards.column.addWidget(self._page)
        self._cards.column.addWidget(self._task)
        self._cards.column.addStretch(1)
        self._arrange()

    def _arrange(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(12, 4, 12, 4)
        top.addWidget(self._choice, 1)
        top.addWidget(self._buttons["begin"])
        self._where = QLabel(self)
        self._where.setProperty("role", "muted")
        self._where.setObjectName("lessons.where")
        below.setContentsMargins(12, 0, 12, 10)
        below.addWidget(self._buttons["back"])
        below.addWidget(self._where, 1, Qt.AlignmentFlag.AlignCenter)
        below.addWidget(self._buttons["next"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.student)
        column.addWidget(self.waiting)
        column.addWidget(self._cards, 1)
        column.addLayout(below)

    # What is shown

    def offer(self, titles: list[str], chosen: int) -> None:
        """The lessons there are; after them the wish for another."""
        self._choice.clear()
        self._choice.addItems([*titles, self.tr("Open a lesson…")])
        self._choice.setCurrentIndex(chosen)

    def _chosen(self, index: int) -> None:
        if index == self._choice.count() - 1:
            self.open_wanted.emit()
        else:
            self.lesson_chosen.emit(index)

    def show_page(self, title: str, text: str, place: int, count: int) -> None:
        """A step's text, its place from 0 and how many there are; of 0, what lessons are."""
        self._place = place, count
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.show_markdown(text if count else self._welcome())
        self._buttons["back"].setEnabled(place > 0)
        self._buttons["next"].setEnabled(place + 1 < count)
        self._show_place()
        self._cards.verticalScrollBar().setValue(0)

    def _welcome(self) -> str:
        return self.tr(
            "A lesson goes step by step through examples, asks what will happen before it "
            "shows it, and lets you try. Choose one above, or begin the one that is chosen."
        )

    def show_progress(self, right: int, asked: int) -> None:
        """How many of the questions and acts have been right once."""
        self._progress = right, asked
        self._show_place()

    def _show_place(self) -> None:
        (place, count), (right, asked) = self._place, self._progress
        where = filled(self.tr("%1 of %2"), place + 1, count) if count else ""
        if where and asked:
            where += " · " + filled(self.tr("%1 of %2 right"), right, asked)
        self._where.setText(where)

    def show_question(self, question: Question | None) -> None:
        """Another question, with nothing answered; None: there is none."""
        self._question = question
        if self.options is not None:
            self._answers.removeWidget(self.options)
            self.options.hide()
            self.options.deleteLater()
            self.options = None
        if question is not None:
            self.options = Options(question, self)
            self._answers.addWidget(self.options)
            self.options.show()
        self._show_prompt()

    def show_task(self, kind: str, has_hint: bool) -> None:
        """``ask``, ``act``, or ``read``: nothing but the text."""
        self._task.setVisible(kind != "read")
        self._task_title.setText(self.tr("Predict") if kind == "ask" else self.tr("Try it"))
        self._prompt.setVisible(kind == "ask")
        self._buttons["check"].setVisible(kind == "ask")
        self._buttons["hint"].setVisible(has_hint)
        self._buttons["show"].setVisible(kind == "ask")

    def show_outcome(self, is_right: bool | None, explanation: str = "") -> None:
        """None: nothing was tried yet."""
        self._chip.setVisible(is_right is not None)
        self._chip.setText(self.tr("right") if is_right else self.tr("not yet"))
        self._chip.setProperty("tone", "good" if is_right else "neutral")
        self._chip.style().unpolish(self._chip)
        self._chip.style().polish(self._chip)
        self._explanation.setText(explanation)
        self._explanation.setVisible(bool(explanation))
        self._buttons["show"].setEnabled(is_right is not None)

    def show_more(self, hint: str, reveal: str) -> None:
        """What was asked for so far; empty: nothing."""
        self._hint.show_markdown(hint)
        self._reveal.show_markdown(reveal)
        # What was asked for is not to be looked for below the edge.
        newest = self._reveal if reveal else self._hint if hint else None
        self._cards.bring(newest)

    def show_away(self, is_away: bool) -> None:
        """The window shows something else than the lesson's own scenario."""
        self._buttons["begin"].setVisible(is_away)
        for part in (self._page, self._task):
            part.setEnabled(not is_away)

    # Words

    def _show_prompt(self) -> None:
        if self._question is not None:
            self._prompt.setText(said(self._question.prompt))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Lessons"))
        self._choice.setAccessibleName(self.tr("Choose a lesson"))
        for name, text in {
            "check": self.tr("Check"),
            "hint": self.tr("Hint"),
            "show": self.tr("Show"),
            "back": self.tr("Back"),
            "next": self.tr("Next"),
            "begin": self.tr("Begin"),
        }.items():
            self._buttons[name].setText(text)
        self._text.setAccessibleName(self.tr("The text of this step"))
        self._hint.setAccessibleName(self.tr("Hint"))
        self._reveal.setAccessibleName(self.tr("What is behind it"))
        self.student.retranslate()
        self.waiting.retranslate()
        if self.options is not None:
            self.options.retranslate()
        self._show_prompt()
        self._show_place()
        if not self._place[1]:
            self._text.show_markdown(self._welcome())


_BUTTONS = ("check", "show", "hint", "back", "next", "begin")
