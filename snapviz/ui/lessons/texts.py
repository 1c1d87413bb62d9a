"""Titles and figures of lessons as the window shows them."""

from __future__ import annotations

from snapviz.lessons.facts import NoFact, World
from snapviz.lessons.figures import put_in
from snapviz.lessons.model import Lesson
from snapviz.ui.settings import Settings

DONE = "  ✓"


def titled(lesson: Lesson, settings: Settings) -> str:
    """The title, with a sign when everything has been right once."""
    student = settings.student if lesson.graded else ""
    right = set(settings.lesson_right(lesson.id, student))
    is_done = {step.id for step in lesson.asked} <= right
    return lesson.books[settings.language].title + (DONE if is_done else "")


def put(text: str, now: World, first: World) -> str:
    """The figures of the run as the student has it; of the lesson's where it has none."""
    try:
        return put_in(text, now)
    except NoFact:
        return put_in(text, first)
