"""Answers marked without a window: every question made anew for its student, every act run again."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from snapviz.lessons.answers import Answers, Given
from snapviz.lessons.checking import question_of
from snapviz.lessons.conditions import holds
from snapviz.lessons.facts import World
from snapviz.lessons.locks import forbidden
from snapviz.lessons.model import Lesson, Step
from snapviz.lessons.questions.question import Unaskable
from snapviz.run import Run
from snapviz.scenario.model import Scenario
from snapviz.scenario.problems import ScenarioError
from snapviz.simulation import Simulation

INSTANTS = 5_000
MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """Of one step: at which try it was right, from 1; None: never. ``tries``: how many there were."""

    step: str
    right_at: int | None
    tries: int


@dataclass(frozen=True, slots=True)
class Marks:
    """All that a student was asked or had to do, in the order of the lesson."""

    student: str
    steps: tuple[Mark, ...]

    @property
    def right(self) -> int:
        """How many steps were right in the end."""
        return sum(mark.right_at is not None for mark in self.steps)


def marked(lesson: Lesson, found: dict[str, World], answers: Answers) -> Marks:
    """What a student's answers are worth; ``found``: the runs of the lesson's scenarios."""
    return Marks(
        answers.student,
        tuple(_mark(lesson, found[s.scenario], s, answers) for s in lesson.asked),
    )


def _mark(lesson: Lesson, world: World, step: Step, answers: Answers) -> Mark:
    given = answers.of(step.id)
    if step.ask is None:
        is_right = _is_done(lesson, world, step, given)
        return Mark(step.id, 1 if is_right else None, int(given.made is not None))
    try:
        question = question_of(lesson, step, world.run, answers.student)
    except Unaskable:
        return Mark(step.id, None, len(given.tries))
    right = (place for place, answer in enumerate(given.tries, 1) if question.is_right(answer))
    return Mark(step.id, next(right, None), len(given.tries))


def _is_done(lesson: Lesson, world: World, step: Step, given: Given) -> bool:
    """Whether what was made is what was asked for, and made with the tools that are given."""
    if given.made is None or forbidden(world.origin, given.made, lesson.tools):
        return False
    run = _run(given.made)
    return run is not None and holds(step.check, World(run, world.origin))


def _run(scenario: Scenario) -> Run | None:
    """None for what cannot be run, or does not end in reasonable time."""
    try:
        simulation = Simulation(scenario)
    except ScenarioError:
        return None
    while not simulation.advance(INSTANTS):
        if simulation.rows > MOST_ROWS:
            return None
    return simulation.finish()


def as_csv(marks: Sequence[Marks]) -> str:
    """A row for each student: how many were right, and of each step at which try; 0: never."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    names = [mark.step for mark in marks[0].steps] if marks else []
    rows.writerow(["student", "right", "of", *names])
    for one in marks:
        tries = [mark.right_at or (0 if mark.tries else "") for mark in one.steps]
        rows.writerow([_harmless(one.student), one.right, len(one.steps), *tries])
    return out.getvalue()


def _harmless(name: str) -> str:
    """A name that a spreadsheet does not take for a formula."""
    return f"'{name}" if name[:1] in "=+-@" else name
