"""A folder becomes a lesson: ``lesson.json``, a text for each language, maybe scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from snapviz.documents import load_scenario
from snapviz.lessons.fields import Outline, read_outline, step_ids
from snapviz.lessons.lines import with_lines
from snapviz.lessons.model import LANGUAGES, Book, Lesson
from snapviz.lessons.pages import Pages
from snapviz.lessons.problems import LESSON_FILE, LessonError
from snapviz.resources import scenarios_folder
from snapviz.scenario.files import read_whole
from snapviz.scenario.model import Scenario
from snapviz.scenario.parsing import parse_json
from snapviz.scenario.problems import Problem, ScenarioError, problems_at, refusal

ENDING = ".snapviz.json"


def text_file(language: str) -> str:
    """The name of the texts in a language."""
    return f"lesson.{language}.md"


def load_lesson(folder: str | Path) -> Lesson:
    """The lesson in a folder. Raises LessonError with all problems of all its files."""
    folder, errors = Path(folder), []
    if not folder.is_dir():
        raise LessonError([refusal("(file)", "is no folder; a lesson is a folder", str(folder))])
    outline, ids = _outline(folder / LESSON_FILE, errors)
    scenarios = {} if outline is None else _scenarios(folder, outline, errors)
    books = {language: _book(folder / text_file(language), ids, errors) for language in LANGUAGES}
    if errors:
        raise LessonError(errors)
    return Lesson(
        folder.resolve().name, scenarios, outline.steps, books, outline.seed, outline.graded,
        outline.tools,
    )  # fmt: skip


def _outline(path: Path, errors: list[ScenarioError]) -> tuple[Outline | None, list[str] | None]:
    """What the file says, None if anything is wrong with it; the steps it has for all that."""
    try:
        text = read_whole(str(path))
        document, repeated = parse_json(text)
    except ScenarioError as error:
        errors.append(ScenarioError(error.problems, str(path)))
        return None, None
    outline, found = read_outline(document)
    twice = ((place, "is given twice in the same object; allowed: once") for place in repeated)
    problems = [*problems_at(twice), *found]
    if problems:
        errors.append(ScenarioError(with_lines(problems, text.decode("utf-8-sig")), str(path)))
    return outline, step_ids(document)


def _book(path: Path, ids: Sequence[str] | None, errors: list[ScenarioError]) -> Book:
    try:
        text = read_whole(str(path)).decode("utf-8-sig")
    except ScenarioError as error:
        errors.append(error)
        return Book("", {})
    except UnicodeDecodeError:
        errors.append(refusal("(file)", "is not UTF-8; save it as UTF-8", str(path)))
        return Book("", {})
    pages = Pages(text, ids)
    if pages.problems:
        errors.append(ScenarioError(pages.problems, str(path)))
    return pages.book


def _scenarios(folder: Path, outline: Outline, errors: list[ScenarioError]) -> dict[str, Scenario]:
    found: dict[str, Scenario] = {}
    for name in dict.fromkeys([outline.scenario, *(step.scenario for step in outline.steps)]):
        if not name:
            continue
        try:
            found[name] = load_scenario(_path(folder, name))
        except ScenarioError as error:
            errors.append(error)
    return found


def _path(folder: Path, name: str) -> Path:
    """A scenario beside the lesson, else a shipped one; never anything elsewhere."""
    for where in (folder, scenarios_folder()):
        path = where / f"{name}{ENDING}"
        if path.parent == where and path.is_file():
            return path
    problem = Problem(
        "scenario",
        f"there is no scenario {name!r}; put {name + ENDING} beside it, or name a shipped one, "
        'such as "02-bank-transfer"',
    )
    raise ScenarioError([problem], str(folder / LESSON_FILE))
