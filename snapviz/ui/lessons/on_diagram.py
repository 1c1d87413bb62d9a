"""What of an answer is given in the diagram: messages that are clicked, places on the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from snapviz.ui.lessons.panel import LessonPanel
from snapviz.ui.lessons.task import Task
from snapviz.ui.selection import MessageItem, message_of
from snapviz.ui.spacetime.choosing import Choosable

if TYPE_CHECKING:
    from snapviz.ui.workbench import Workbench


class OnDiagram(QObject):
    """Follows the question of a task; the fields in the panel hold the answer."""

    def __init__(self, bench: Workbench, panel: LessonPanel, task: Task, parent: QObject):
        super().__init__(parent)
        self._bench, self._panel, self._task = bench, panel, task
        self._view = bench.central.view
        bench.session.selection.changed.connect(self._selected)
        self._view.place_chosen.connect(self._choose)

    def ask(self) -> None:
        """Draw what the question needs there."""
        question, options = self._task.question, self._panel.options
        if question is None:
            return
        self._view.set_recovery_line(question.line_us)
        if question.choices_us:
            options.changed.connect(self._show_choices)
            self._show_choices()

    def clear(self) -> None:
        """Nothing is asked there any more."""
        self._view.set_recovery_line(None)
        self._view.set_choosable(None)

    def _show_choices(self) -> None:
        """The line goes through what the fields say."""
        question, answer = self._task.question, self._panel.options.answer
        if question is None or self._task.is_revealed:
            return
        times, chosen = [], []
        for name, times_us in question.choices_us.items():
            numbers = list(times_us)
            times.append(tuple(times_us.values()))
            is_one = answer[name] in numbers
            chosen.append(numbers.index(answer[name]) if is_one else None)
        self._view.set_choosable(Choosable(tuple(times), tuple(chosen)))

    def _choose(self, process: int, place: int) -> None:
        question = self._task.question
        if question is not None and question.choices_us:
            name = self._bench.editor.run.trace.process_ids[process]
            self._panel.options.set_number(name, list(question.choices_us[name])[place])

    def _selected(self) -> None:
        """A message clicked in the diagram is an answer where messages are asked for."""
        last, run = self._bench.session.selection.last, self._bench.editor.run
        is_asked = self._task.question is not None and not self._task.is_revealed
        if is_asked and self._panel.options and isinstance(last, MessageItem) and run:
            message = message_of(run, last)
            if message is not None:
                self._panel.options.tick_message(message)
