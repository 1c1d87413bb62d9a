"""Scenario text to values and back.

The writing is canonical: fields stand in the order of the tables, defaults are left out, and every
process, channel, action and pin has a line of its own, so that files compare well line by line.
Only ``state`` and ``payload`` keep the order in which somebody gave their keys.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from .catalogue import ANY_NAME, Catalogue
from .migrations import STEPS, Step, migrate
from .model import Scenario
from .parsing import parse_json
from .problems import MOST_PROBLEMS, Problem, ScenarioError, problems_at, refusal, show
from .reading import GivenUp, Reading
from .tables import FORMAT, SCENARIO

_ONE_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
NO_KIND = (
    "is none of what can be opened: a scenario is a JSON object, {...}; a log has clocks such as "
    '{"host": 1}; a table names process and vector_clock in its first line'
)
_LINED_LISTS = ("processes", "channels", "script", "delays")


def decode(
    text: str | bytes,
    catalogue: Catalogue = ANY_NAME,
    steps: Sequence[Step] = STEPS,
) -> Scenario:
    """The scenario a text describes.

    ``steps`` are the migrations that older versions go through. Raises ScenarioError with every
    problem of the text; nothing of it is used then.
    """
    with _collector_paused():
        document, repeated = parse_json(text, NO_KIND)
        if type(document) is not dict:
            raise refusal("(document)", f"{show(document)} is not a scenario; allowed: {{...}}")
        problems = problems_at(
            (place, "is given twice in the same object; allowed: once") for place in repeated
        )
        if len(problems) > MOST_PROBLEMS:
            raise ScenarioError(problems)
        heading, final = _check_heading(document, len(steps) + 1)
        problems += heading
        if final:
            raise ScenarioError(problems)
        if not heading:
            document = _brought_up(document, steps, problems)
        reading = Reading(catalogue, document)
        with suppress(GivenUp):
            scenario = SCENARIO.read(document, (), reading)
        problems += problems_at(reading.found)
    if problems:
        raise ScenarioError(problems)
    return scenario


def encode(scenario: Scenario) -> str:
    """The canonical text of a scenario; `decode` gives an equal scenario back."""
    return "\n".join(_lines_of_document(SCENARIO.write(scenario))) + "\n"


@contextmanager
def _collector_paused() -> Iterator[None]:
    # A large document is hundreds of thousands of values and not one cycle.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _check_heading(document: dict[str, Any], current: int) -> tuple[list[Problem], bool]:
    """Problems of ``format`` and ``version``, and whether reading on would mislead."""
    problems = []
    if "format" not in document:
        problems.append(Problem("format", f'is missing; allowed: "{FORMAT}"'))
    elif document["format"] != FORMAT:
        wrong = f'{show(document["format"])} is not a scenario; allowed: "{FORMAT}"'
        problems.append(Problem("format", wrong))
    foreign = bool(problems) and "processes" not in document
    if foreign and "format" in document:
        return problems, True
    version = document.get("version")
    if isinstance(version, float) and version.is_integer():
        version = int(version)
    if "version" not in document:
        problems.append(Problem("version", f"is missing; allowed: 1 to {current}"))
    elif type(version) is not int or version < 1:
        wrong = f"{show(version)} is not a version; allowed: 1 to {current}"
        problems.append(Problem("version", wrong))
    elif version > current:
        newer = (
            f"version {show(version)} was written by a newer snapviz; this one reads 1 to "
            f"{current}, so upgrade snapviz to open it"
        )
        return [*problems, Problem("version", newer)], True
    return problems, False


def _brought_up(
    document: dict[str, Any], steps: Sequence[Step], problems: list[Problem]
) -> dict[str, Any]:
    version = int(document["version"])
    try:
        return migrate(document, version, steps)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        wrong = f"cannot be brought up from version {version}: {error}"
        raise ScenarioError([*problems, Problem("(document)", wrong)]) from error


def _lines_of_document(written: dict[str, Any]) -> Iterator[str]:
    yield "{"
    last = len(written)
    for number, (key, value) in enumerate(written.items(), 1):
        comma = "" if number == last else ","
        if key in _LINED_LISTS:
            yield from _lines_of_list(key, [[_ONE_LINE(item)] for item in value], "  ", comma)
        elif key == "branches":
            yield from _lines_of_list(key, [_lines_of_branch(item) for item in value], "  ", comma)
        else:
            yield f'  "{key}": {_ONE_LINE(value)}{comma}'
    yield "}"


def _lines_of_branch(written: dict[str, Any]) -> list[str]:
    actions = written.pop("script", None)
    opening = _ONE_LINE(written)
    if not actions:
        return [opening]
    items = [[_ONE_LINE(action)] for action in actions]
    return [opening[:-1] + ",", *_lines_of_list("script", items, "  ", ""), "}"]


def _lines_of_list(key: str, items: list[list[str]], indent: str, comma: str) -> Iterator[str]:
    yield f'{indent}"{key}": ['
    for number, item in enumerate(items, 1):
        for line in item[:-1]:
            yield f"{indent}  {line}"
        yield f"{indent}  {item[-1]}{'' if number == len(items) else ','}"
    yield f"{indent}]{comma}"
