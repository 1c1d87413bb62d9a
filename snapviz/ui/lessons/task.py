"""What a step asks of a student: its question made, answers marked, acts judged, more told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from snapviz.lessons.facts import World
from snapviz.lessons.model import Lesson, Page, Step
from snapviz.lessons.questions.question import Answer, Question
from snapviz.lessons.words import Told
from snapviz.run import Run
from snapviz.ui.job import Job
from snapviz.ui.lessons.preparing import Judged, judged, prepared
from snapviz.ui.lessons.progress import Progress
from snapviz.ui.lessons.words import said

if TYPE_CHECKING:
    from snapviz.ui.editor import Editor


@dataclass(frozen=True)
class Situation:
    """A step that is being played; ``run``: that of its scenario as it is in the lesson."""

    lesson: Lesson
    step: Step
    run: Run
    progress: Progress

    def world(self, run: Run) -> World:
        """Another run, of what the student has made of the scenario."""
        return World(run, self.lesson.scenarios[self.step.scenario])

    def page(self, language: str) -> Page:
        """What the step says."""
        return self.lesson.books[language].pages[self.step.id]


class Task(QObject):
    """Of one step at a time. ``asked``: its question, or that it has none, is known.

    ``progressed``: the share that is done of finding that out. ``marked``: something was tried,
    and ``outcome`` says how it went, None before. ``revealed``: what is behind the step is to be
    told, and nothing is asked any more.
    """

    asked = Signal()
    progressed = Signal(float)
    marked = Signal()
    revealed = Signal()

    def __init__(self, editor: Editor, parent: QObject | None = None):
        super().__init__(parent)
        self._editor = editor
        self._making, self._judging = Job(self), Job(self)
        self.situation: Situation | None = None
        self.question: Question | None = None
        self.outcome: bool | None = None
        self.is_revealed = self.is_hinted = False
        self._answer: Answer = ()
        self._against: Told | None = None
        self._making.finished.connect(self._ask)
        self._making.shared.connect(self.progressed)
        self._judging.finished.connect(self._take_act)

    @property
    def busy(self) -> bool:
        return self._making.busy or self._judging.busy

    @property
    def is_made(self) -> bool:
        """What is asked, and all that the texts say, is there."""
        return self.situation is not None and not self._making.busy

    @property
    def explanation(self) -> str:
        """What is wrong with the latest answer or act; nothing, if nothing is."""
        if self.outcome is not False:
            return ""
        return said(self._against or self.question.explain(self._answer))

    def begin(self, situation: Situation) -> None:
        """Another step, or the same anew: nothing is answered."""
        self.leave()
        self.situation = situation
        lesson, step, world = situation.lesson, situation.step, situation.world(situation.run)
        student = situation.progress.student
        self._making.start(lambda: prepared(lesson, step, world, student))

    def leave(self) -> None:
        """No step any more."""
        self._making.drop()
        self._judging.drop()
        self.situation = self.question = self.outcome = self._against = None
        self.is_revealed = self.is_hinted = False

    def _ask(self, question: Question | None) -> None:
        self.question = question
        self.asked.emit()

    def check(self, answer: Answer) -> None:
        """Mark an answer, and keep it."""
        self._answer = answer
        self.outcome = self.question.is_right(answer)
        self.situation.progress.answer(self.situation.step, answer, self.outcome)
        self.marked.emit()
        if self.outcome:
            self.reveal()

    def look_at_act(self) -> None:
        """Whether what the student has made of the scenario is what was asked for."""
        editor, situation = self._editor, self.situation
        if situation is None or situation.step.check is None or self.is_revealed:
            return
        run = editor.run
        if editor.in_gesture or run is None or run.scenario != editor.scenario:
            return
        world = situation.world(run)
        self._judging.start(lambda: judged(situation.lesson, situation.step, world))

    def _take_act(self, found: Judged) -> None:
        """Told only while it is still what the window shows."""
        if self.situation is None or found.run is not self._editor.run:
            return
        self._against = found.against
        # A try that lacks something is only on its way.
        self.outcome = True if found.is_done else None if found.against is None else False
        if found.is_done:
            self.situation.progress.make(self.situation.step, found.run.scenario)
        self.marked.emit()
        if found.is_done:
            self.reveal()

    def reveal(self) -> None:
        """Tell what is behind it."""
        self.is_revealed = True
        self.revealed.emit()

    def end(self) -> None:
        """Stop all work."""
        self._making.end()
        self._judging.end()
