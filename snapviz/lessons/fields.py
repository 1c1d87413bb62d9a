"""The fields of ``lesson.json``, read by the tables that scenarios are read by."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from snapviz.lessons.asking import NAME, NAMES, AskKind, ConditionKind
from snapviz.lessons.locks import TOOLS
from snapviz.lessons.model import FUTURES, HIDEABLE, Stage, Step
from snapviz.scenario.catalogue import ANY_NAME
from snapviz.scenario.kinds import Choice, Flag, Integer, Thousandths
from snapviz.scenario.problems import ROOT, Place, Problem, problems_at, refusal, show
from snapviz.scenario.reading import GivenUp, Reading
from snapviz.scenario.records import Field, ListOf, Record

FORMAT, VERSION = "snapviz/lesson", 1
MOST_MS = 10**9
MOST_SEED = 2**31


@dataclass(frozen=True, slots=True)
class Outline:
    """What ``lesson.json`` says; scenarios by name, texts elsewhere."""

    scenario: str
    steps: tuple[Step, ...]
    seed: int = 0
    graded: bool = False
    tools: tuple[str, ...] | None = None


def _check_step(step: Step, value: dict[str, Any], place: Place, reading: Reading) -> None:
    if "question" in value and "check" in value:
        reading.refuse(
            place, "has a question and a check; allowed: one of them, so leave out the other"
        )
    name = value.get("id")
    if type(name) is str and reading.repeats(("step", name), (place, "id")):
        reading.refuse_repeat(("step", name), (place, "id"), f"{show(name)} is already")


STAGE = Record(
    Stage,
    (
        Field("at_ms", "at_us", Thousandths(0, MOST_MS * 1000, "milliseconds")),
        Field("future", "future", Choice(*FUTURES)),
        Field("select", "select", NAMES),
        Field("hide", "hide", ListOf(Choice(*HIDEABLE))),
    ),
)
STEP = Record(
    Step,
    (
        Field("id", "id", NAME),
        Field("scenario", "scenario", NAME),
        Field("show", "stage", STAGE),
        Field("question", "ask", AskKind()),
        Field("check", "check", ConditionKind()),
    ),
    _check_step,
)
OUTLINE = Record(
    Outline,
    (
        Field("scenario", "scenario", NAME),
        Field("seed", "seed", Integer(0, MOST_SEED)),
        Field("graded", "graded", Flag()),
        Field("tools", "tools", ListOf(Choice(*TOOLS))),
        Field("steps", "steps", ListOf(STEP, shortest=1, what="step")),
    ),
    marks={"format": FORMAT, "version": VERSION},
)


def read_outline(document: Any) -> tuple[Outline | None, list[Problem]]:
    """What the file says, and everything that is wrong in it; None if anything is."""
    if type(document) is not dict:
        return None, refusal(
            "(document)", f"{show(document)} is not a lesson; allowed: {{...}}"
        ).problems
    reading = Reading(ANY_NAME, {})
    outline = None
    with suppress(GivenUp):
        _check_heading(document, reading)
        outline = OUTLINE.read(document, ROOT, reading)
    if outline is None or reading.found:
        return None, problems_at(reading.found)
    steps = tuple(replace(s, scenario=s.scenario or outline.scenario) for s in outline.steps)
    return replace(outline, steps=steps), []


def step_ids(document: Any) -> list[str] | None:
    """The names of the steps, of a file with anything else wrong in it too; None: it has none."""
    steps = document.get("steps") if type(document) is dict else None
    if type(steps) is not list:
        return None
    names = [step.get("id") for step in steps if type(step) is dict]
    return [name for name in names if type(name) is str]


def _check_heading(document: dict[str, Any], reading: Reading) -> None:
    for key, wanted in (("format", FORMAT), ("version", VERSION)):
        if key not in document:
            reading.refuse((ROOT, key), f"is missing; allowed: {show(wanted)}")
        elif document[key] != wanted or isinstance(document[key], bool):
            reading.refuse(
                (ROOT, key), f"{show(document[key])} is unknown; allowed: {show(wanted)}"
            )
