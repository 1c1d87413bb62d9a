"""``snapviz lesson``: write a lesson to start from, check one, mark answers, print a handout."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from snapviz.commands.output import BadInput, write

if TYPE_CHECKING:
    from snapviz.lessons.answers import Answers
    from snapviz.lessons.facts import World
    from snapviz.lessons.model import Lesson

HELP = "write a lesson, check it, mark answers to it, print it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A command of its own for each thing to be done."""
    parts = parser.add_subparsers(metavar="new|check|grade|handout", required=True)
    new = parts.add_parser("new", help="write a lesson to start from", allow_abbrev=False)
    new.add_argument("folder", metavar="FOLDER")
    new.set_defaults(part=_new)
    check = parts.add_parser("check", help="check lessons against their runs", allow_abbrev=False)
    check.add_argument("folders", metavar="FOLDER", nargs="+")
    check.set_defaults(part=_check)
    grade = parts.add_parser("grade", help="mark students' answers as CSV", allow_abbrev=False)
    grade.add_argument("folder", metavar="FOLDER")
    grade.add_argument("answers", metavar="ANSWERS", nargs="+", help="what students handed in")
    grade.add_argument("--out", metavar="CSV", help="a file for the table; stdout without it")
    grade.set_defaults(part=_grade)
    handout = parts.add_parser("handout", help="print a lesson as PDF", allow_abbrev=False)
    handout.add_argument("folder", metavar="FOLDER")
    handout.add_argument("out", metavar="OUT.pdf", help="the key goes beside it, as OUT-key.pdf")
    handout.add_argument("--language", choices=("en", "zh_CN"), default="en")
    handout.add_argument("--student", metavar="NAME", default="", help="questions drawn for NAME")
    handout.set_defaults(part=_handout)


def command(options: argparse.Namespace) -> int:
    """Exit code 0; a lesson that is not right is bad input."""
    return options.part(options)


def _new(options: argparse.Namespace) -> int:
    from snapviz.lessons.starting import first_files
    from snapviz.scenario import ScenarioError
    from snapviz.scenario.files import write_whole

    folder = Path(options.folder)
    if not options.folder:
        raise BadInput("snapviz lesson new: FOLDER is empty; name the folder to make")
    if os.path.lexists(folder):
        raise BadInput(f"{folder}: (file): is there already; choose another name")
    try:
        folder.mkdir()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"{folder}: (file): cannot be made: {reason}") from None
    try:
        for name, text in first_files().items():
            write_whole(str(folder / name), text.encode("utf-8"))
    except ScenarioError as error:
        raise BadInput(str(error)) from None
    return 0


def _check(options: argparse.Namespace) -> int:
    from snapviz.lessons.checking import check_lesson
    from snapviz.lessons.problems import LessonError
    from snapviz.lessons.reading import load_lesson
    from snapviz.scenario import ScenarioError

    checked, problems = [], []
    for name in options.folders:
        folder = Path(name)
        try:
            lesson = load_lesson(folder)
            check_lesson(lesson, folder)
        except (LessonError, ScenarioError) as error:
            problems.append(str(error))
            continue
        asked = sum(step.ask is not None for step in lesson.steps)
        done = sum(step.check is not None for step in lesson.steps)
        checked.append(f"{name}: {len(lesson.steps)} steps, {asked} asked, {done} to do, all right")
    if problems:
        raise BadInput("\n".join(problems))
    write("\n".join(checked))
    return 0


def _load(name: str) -> tuple[Lesson, dict[str, World]]:
    """A lesson that is right, and the runs of its scenarios."""
    from snapviz.lessons.checking import check_lesson
    from snapviz.lessons.problems import LessonError
    from snapviz.lessons.reading import load_lesson
    from snapviz.scenario import ScenarioError

    try:
        lesson = load_lesson(name)
        return lesson, check_lesson(lesson, Path(name))
    except (LessonError, ScenarioError) as error:
        raise BadInput(str(error)) from None


def _grade(options: argparse.Namespace) -> int:
    from snapviz.lessons.grading import as_csv, marked
    from snapviz.scenario import ScenarioError
    from snapviz.scenario.files import write_whole

    lesson, found = _load(options.folder)
    marks = [marked(lesson, found, one) for one in _answers(lesson, options.answers)]
    table = as_csv(marks)
    if options.out is None:
        write(table.rstrip("\n"))
        return 0
    try:
        write_whole(options.out, table.encode("utf-8-sig"))
    except ScenarioError as error:
        raise BadInput(str(error)) from None
    return 0


def _answers(lesson: Lesson, names: list[str]) -> list[Answers]:
    """What was handed in to this lesson, in the order of the files; all problems are told."""
    from snapviz.lessons.answers import load_answers
    from snapviz.scenario import ScenarioError

    answers, problems = [], []
    for name in names:
        try:
            one = load_answers(name)
        except ScenarioError as error:
            problems.append(str(error))
            continue
        if one.lesson != lesson.id:
            problems.append(f"{name}: lesson: {one.lesson!r} is another; allowed: {lesson.id}")
        answers.append(one)
    if problems:
        raise BadInput("\n".join(problems))
    return answers


def _handout(options: argparse.Namespace) -> int:
    from snapviz.render.application import GraphicsMissing, ensure_application
    from snapviz.render.whole import ExportError

    out = Path(options.out)
    if out.suffix.lower() != ".pdf":
        raise BadInput(f"{options.out}: (file): is no PDF; allowed: a name that ends in .pdf")
    lesson, found = _load(options.folder)
    try:
        ensure_application()
        from snapviz.render.handout import Writing, handout
        from snapviz.ui.lessons.handout_words import printed, speaking
        from snapviz.ui.lessons.words import said

        with speaking(options.language):
            writing = Writing(options.language, said, printed)
            key = out.with_name(f"{out.stem}-key.pdf")
            handout(lesson, found, writing, options.student, out, key)
    except (ExportError, GraphicsMissing) as error:
        raise BadInput(f"snapviz lesson handout: {error}") from None
    return 0
