"""Play a lesson through without a window: figures, questions, conditions, all that can be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from snapviz.lessons.conditions import facts_in, holds
from snapviz.lessons.facts import NoFact, World, fact
from snapviz.lessons.figures import wrong_figures
from snapviz.lessons.lines import with_lines
from snapviz.lessons.model import Lesson, Page, Step
from snapviz.lessons.problems import LESSON_FILE, LessonError
from snapviz.lessons.questions.question import Question, Unaskable
from snapviz.lessons.questions.registry import make
from snapviz.lessons.reading import text_file
from snapviz.run import Run
from snapviz.scenario.files import read_whole
from snapviz.scenario.problems import Problem, ScenarioError
from snapviz.simulation import Simulation, simulate

MOST_DRAWS = 20
INSTANTS = 5_000
RUNNING = 0.5
"""Of the work on a lesson, simulating its scenarios."""


def worlds(lesson: Lesson) -> dict[str, World]:
    """Every scenario of a lesson, run as it is. Raises ScenarioError for what cannot be run."""
    return {name: World(simulate(s), s) for name, s in lesson.scenarios.items()}


def question_of(lesson: Lesson, step: Step, run: Run, student: str = "") -> Question:
    """The question of a step, drawn for a student of a graded lesson. Raises Unaskable."""
    seed = f"{lesson.seed}:{step.id}"
    if not lesson.graded or not student:
        return make(run, step.ask.kind, step.ask.about, seed)
    seed += f":{' '.join(student.split()).casefold()}"
    for draw in range(MOST_DRAWS - 1):
        # What can be asked with one draw may be nothing with another.
        with suppress(Unaskable):
            return make(run, step.ask.kind, step.ask.about, f"{seed}:{draw}")
    return make(run, step.ask.kind, step.ask.about, f"{lesson.seed}:{step.id}")


def check_lesson(lesson: Lesson, folder: Path) -> dict[str, World]:
    """Return its scenarios, run. Raises LessonError with all that is wrong with it against them."""
    found: dict[str, World] = {}
    for _ in checking(lesson, folder, found):
        pass
    return found


def checking(
    lesson: Lesson, folder: Path, found: dict[str, World] | None = None
) -> Iterator[float]:
    """The same bit by bit: the share that is done, 0 to 1. Raises LessonError when all is.

    ``found`` gets what is run.
    """
    found = {} if found is None else found
    for share in _running(lesson, found):
        yield share * RUNNING
    path = folder / LESSON_FILE
    in_steps: list[Problem] = []
    in_texts: dict[str, list[Problem]] = {language: [] for language in lesson.books}
    for index, step in enumerate(lesson.steps):
        in_steps += _step(lesson, step, found[step.scenario], f"steps[{index}]")
        for language, book in lesson.books.items():
            in_texts[language] += _texts(book.pages[step.id], found[step.scenario])
        yield RUNNING + (1 - RUNNING) * (index + 1) / len(lesson.steps)
    text = read_whole(str(path)).decode("utf-8-sig")
    errors = [ScenarioError(with_lines(in_steps, text), str(path))]
    for language, problems in in_texts.items():
        errors.append(ScenarioError(problems, str(folder / text_file(language))))
    errors = [error for error in errors if error.problems]
    if errors:
        raise LessonError(errors)


def _running(lesson: Lesson, found: dict[str, World]) -> Iterator[float]:
    """Run every scenario of a lesson, and note its world."""
    for name, scenario in lesson.scenarios.items():
        simulation = Simulation(scenario)
        while not simulation.advance(INSTANTS):
            yield (len(found) + simulation.progress) / len(lesson.scenarios)
        found[name] = World(simulation.finish(), scenario)


def _step(lesson: Lesson, step: Step, world: World, place: str) -> Iterator[Problem]:
    if step.stage.at_us is not None and step.stage.at_us > world.run.until_us:
        last = world.run.until_us // 1000
        yield Problem(f"{place}.show.at_ms", f"after the end of the run; allowed: 0 to {last}")
    for name in step.stage.select:
        if name not in world.run.trace.process_ids:
            known = ", ".join(world.run.trace.process_ids)
            yield Problem(f"{place}.show.select", f"no process {name!r}; allowed: {known}")
    if step.ask is not None:
        yield from _asked(lesson, step, world.run, place)
    if step.check is not None:
        yield from _checked(step, world, place)


def _asked(lesson: Lesson, step: Step, run: Run, place: str) -> Iterator[Problem]:
    try:
        question_of(lesson, step, run)
    except Unaskable as error:
        yield Problem(f"{place}.question", str(error))


def _checked(step: Step, world: World, place: str) -> Iterator[Problem]:
    for name in facts_in(step.check):
        try:
            fact(world, name)
        except NoFact as error:
            yield Problem(f"{place}.check", str(error))
    if holds(step.check, world):
        yield Problem(f"{place}.check", "holds before anything is done; ask for what is to change")


def _texts(page: Page, world: World) -> Iterator[Problem]:
    for line, text in _parts(page):
        for offset, message in wrong_figures(text, world):
            yield Problem(f"line {line + 1 + offset}", message)


def _parts(page: Page) -> Iterator[tuple[int, str]]:
    yield page.line - 1, page.title
    yield page.line, page.text
    yield page.reveal_line, page.reveal
    yield page.hint_line, page.hint
