"""How far a student has come in a lesson, and what was answered: kept on this machine."""

from __future__ import annotations

import json

from snapviz.lessons.answers import ANSWERS, Answers, Given, answers_in
from snapviz.lessons.model import Lesson, Step
from snapviz.lessons.questions.question import Answer
from snapviz.scenario.model import Scenario
from snapviz.scenario.problems import ScenarioError
from snapviz.ui.settings import Settings


class Progress:
    """The answers to one lesson of one student; the name may be empty."""

    def __init__(self, settings: Settings, lesson: Lesson, student: str) -> None:
        self._settings, self._lesson = settings, lesson
        self.student = student
        self._given: dict[str, Given] = {}
        self._right = set(settings.lesson_right(lesson.id, student))
        try:
            kept = answers_in(settings.lesson_answers(lesson.id, student))
            self._given = {given.step: given for given in kept.steps}
        except ScenarioError:
            # Nothing kept yet, or nothing that can be read.
            self._right = set()

    def answer(self, step: Step, answer: Answer, is_right: bool) -> None:
        """One more try at a question."""
        before = self._given.get(step.id, Given(step.id))
        self._given[step.id] = Given(step.id, (*before.tries, answer))
        self._note(step, is_right)

    def make(self, step: Step, scenario: Scenario) -> None:
        """What was asked for has been made."""
        self._given[step.id] = Given(step.id, made=scenario)
        self._note(step, True)

    def _note(self, step: Step, is_right: bool) -> None:
        if is_right:
            self._right.add(step.id)
        text = json.dumps(ANSWERS.write(self.answers), ensure_ascii=False)
        self._settings.set_lesson_answers(self._lesson.id, self.student, text)
        self._settings.set_lesson_right(self._lesson.id, self.student, sorted(self._right))

    @property
    def answers(self) -> Answers:
        """All that was given, in the order of the lesson; without a name, nobody's."""
        given = [self._given[s.id] for s in self._lesson.steps if s.id in self._given]
        return Answers(self._lesson.id, self.student or "-", tuple(given))

    @property
    def right(self) -> int:
        """How many questions and acts have been right once."""
        return sum(step.id in self._right for step in self._lesson.asked)
