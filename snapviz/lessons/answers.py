"""What a student answered, as a file that a teacher can mark.

``{"format": "snapviz/answers", "version": 1, "lesson": NAME, "student": NAME, "steps": [...]}``: of
each step every answer in its order, or the scenario that was made of the lesson's.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from snapviz.documents import catalogue
from snapviz.lessons.lines import with_lines
from snapviz.lessons.questions.question import Answer
from snapviz.scenario.catalogue import ANY_NAME
from snapviz.scenario.codec import decode, encode
from snapviz.scenario.files import read_whole, write_whole
from snapviz.scenario.kinds import Choice, Integer, Text
from snapviz.scenario.model import Scenario
from snapviz.scenario.parsing import parse_json
from snapviz.scenario.problems import ROOT, Place, ScenarioError, problems_at, show
from snapviz.scenario.reading import GivenUp, Reading
from snapviz.scenario.records import Field, ListOf, Record

FORMAT, VERSION = "snapviz/answers", 1
ENDING = ".answers.json"
MOST_NUMBER = 10**9


@dataclass(frozen=True, slots=True)
class Given:
    """What was given at one step: ``tries`` at its question, or what was ``made``."""

    step: str
    tries: tuple[Answer, ...] = ()
    made: Scenario | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """``lesson``: the name of its folder."""

    lesson: str
    student: str
    steps: tuple[Given, ...] = field(default=())

    def of(self, step: str) -> Given:
        """What was given at a step; nothing, if nothing was."""
        return next((given for given in self.steps if given.step == step), Given(step))


class TryKind:
    """One answer: names of options, or a number for each process."""

    def read(self, value: Any, place: Place, reading: Reading) -> Answer | None:
        if type(value) is list:
            return ListOf(Text(blank=False)).read(value, place, reading)
        if type(value) is dict:
            number = Integer(-1, MOST_NUMBER)
            return {name: number.read(n, (place, name), reading) for name, n in value.items()}
        reading.refuse(place, f'{show(value)} is no answer; allowed: ["m3"], or {{"P1": 2}}')
        return None

    def write(self, answer: Answer) -> Any:
        return dict(answer) if isinstance(answer, dict) else list(answer)

    def schema(self) -> dict[str, Any]:
        return {"type": ["array", "object"]}


class MadeKind:
    """A scenario in the midst of another file."""

    def read(self, value: Any, place: Place, reading: Reading) -> Scenario | None:
        try:
            return decode(json.dumps(value), catalogue())
        except ScenarioError as error:
            for problem in error.problems:
                reading.refuse((place, problem.path), problem.message)
            return None

    def write(self, made: Scenario) -> Any:
        return json.loads(encode(made))

    def schema(self) -> dict[str, Any]:
        return {"type": "object"}


GIVEN = Record(
    Given,
    (
        Field("step", "step", Text(blank=False)),
        Field("tries", "tries", ListOf(TryKind())),
        Field("made", "made", MadeKind()),
    ),
)
ANSWERS = Record(
    Answers,
    (
        Field("lesson", "lesson", Text(blank=False)),
        Field("student", "student", Text(blank=False)),
        Field("steps", "steps", ListOf(GIVEN)),
    ),
    marks={"format": FORMAT, "version": VERSION},
)


def save_answers(answers: Answers, path: str | Path) -> None:
    """Write them whole. Raises ScenarioError where nothing can be written."""
    text = json.dumps(ANSWERS.write(answers), ensure_ascii=False, indent=1)
    write_whole(str(path), (text + "\n").encode("utf-8"))


def load_answers(path: str | Path) -> Answers:
    """Read a file. Raises ScenarioError with every problem, its line and what is allowed."""
    try:
        return answers_in(read_whole(str(path)))
    except ScenarioError as error:
        raise ScenarioError(error.problems, str(path)) from None


def answers_in(text: str | bytes) -> Answers:
    """The answers of a text. Raises ScenarioError."""
    document, repeated = parse_json(text)
    reading = Reading(ANY_NAME, {})
    answers = None
    with suppress(GivenUp):
        for place in repeated:
            reading.refuse(place, "is given twice in the same object; allowed: once")
        if type(document) is dict:
            _check_heading(document, reading)
        answers = ANSWERS.read(document, ROOT, reading)
    if reading.found:
        shown = text if isinstance(text, str) else text.decode("utf-8-sig")
        raise ScenarioError(with_lines(problems_at(reading.found), shown))
    return answers


def _check_heading(document: dict[str, Any], reading: Reading) -> None:
    for key, choice in (("format", Choice(FORMAT)), ("version", Integer(VERSION, VERSION))):
        if key in document:
            choice.read(document[key], (ROOT, key), reading)
        else:
            reading.refuse((ROOT, key), f"is missing; allowed: {ANSWERS.marks[key]}")
