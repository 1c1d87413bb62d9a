"""``snapviz lesson``: write a lesson to start from, or check one."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from snapviz.commands.output import BadInput, write

HELP = "write a lesson, or check one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A command of its own for each thing to be done."""
    parts = parser.add_subparsers(metavar="new|check", required=True)
    new = parts.add_parser("new", help="write a lesson to start from", allow_abbrev=False)
    new.add_argument("folder", metavar="FOLDER")
    new.set_defaults(part=_new)
    check = parts.add_parser("check", help="check lessons against their runs", allow_abbrev=False)
    check.add_argument("folders", metavar="FOLDER", nargs="+")
    check.set_defaults(part=_check)


def command(options: argparse.Namespace) -> int:
    """Exit code 0; a lesson that is not right is bad input."""
    return options.part(options)


def _new(options: argparse.Namespace) -> int:
    from snapviz.lessons.starting import first_files
    from snapviz.scenario import ScenarioError
    from snapviz.scenario.files import write_whole

    folder = Path(options.folder)
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
