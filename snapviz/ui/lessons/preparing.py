"""What lessons need that takes its time: made in a thread, step by step, for a `Job`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from snapviz.lessons.checking import checking, question_of
from snapviz.lessons.conditions import holds
from snapviz.lessons.facts import NoFact, World
from snapviz.lessons.figures import PLACE, put_in
from snapviz.lessons.model import Lesson, Step
from snapviz.lessons.overdone import overdone
from snapviz.lessons.problems import LessonError
from snapviz.lessons.questions.question import Question
from snapviz.lessons.reading import load_lesson
from snapviz.lessons.words import Told
from snapviz.run import Run
from snapviz.scenario import ScenarioError


@dataclass
class Shelf:
    """The lessons that could be read, and what is wrong with the others, by folder."""

    lessons: list[Lesson] = field(default_factory=list)
    refused: list[tuple[Path, LessonError]] = field(default_factory=list)


def shelved(folders: list[Path], is_checked: bool = False) -> Iterator[float | Shelf]:
    """The lessons in some folders; ``is_checked``: played through against their runs, too, and
    the share of that which is done.
    """
    shelf = Shelf()
    for folder in folders:
        try:
            lesson = load_lesson(folder)
            if is_checked:
                yield from checking(lesson, folder)
            shelf.lessons.append(lesson)
        except LessonError as error:
            shelf.refused.append((folder, error))
        except ScenarioError as error:
            shelf.refused.append((folder, LessonError([error])))
        yield shelf


def prepared(
    lesson: Lesson, step: Step, world: World, student: str
) -> Iterator[float | Question | None]:
    """The question of a step. The figures of its texts are then known, too, whatever they cost;
    before that the share of them which is.
    """
    yield from _work_out(lesson, step, world)
    yield None if step.ask is None else question_of(lesson, step, world.run, student)


@dataclass(frozen=True)
class Judged:
    """A run that a student has made; ``against``: what was changed though it was to stay, if so."""

    run: Run
    is_done: bool
    against: Told | None


def judged(lesson: Lesson, step: Step, world: World) -> Iterator[float | Judged]:
    """Whether the run is what the step wants a student to bring about; then what is told of it is
    known, too.
    """
    is_done = holds(step.check, world)
    if is_done:
        yield from _work_out(lesson, step, world)
    yield Judged(world.run, is_done, None if is_done else overdone(step.check, world))


def _work_out(lesson: Lesson, step: Step, world: World) -> Iterator[float]:
    """Ask for every figure of a page once: what costs a run of its own is kept."""
    pages = [book.pages[step.id] for book in lesson.books.values()]
    figures = [
        place.group()
        for page in pages
        for text in (page.text, page.reveal, page.hint)
        for place in PLACE.finditer(text)
    ]
    for count, figure in enumerate(dict.fromkeys(figures), 1):
        with suppress(NoFact):
            put_in(figure, world)
        yield count / (len(figures) + 1)
