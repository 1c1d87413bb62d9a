"""Whether a scenario in memory may be a file, in the file reader's own words."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

from .catalogue import ANY_NAME, Catalogue
from .model import Scenario
from .problems import Problem, problems_at
from .reading import GivenUp, Reading
from .tables import SCENARIO

# The scenario judged good last, so that a step of a drag is judged by what it changed.
_good: tuple[Scenario, Catalogue] | None = None


def problems_of(scenario: Scenario, catalogue: Catalogue = ANY_NAME) -> list[Problem]:
    """Every problem that a file with this scenario in it would be refused for; none if it is good.

    Paths and messages are those of `decode`.
    """
    global _good
    part = _what_is_new(scenario, *_good) if _good is not None and _good[1] == catalogue else None
    if part is not None and not _read(part, catalogue, scenario):
        _good = scenario, catalogue
        return []
    problems = _read(scenario, catalogue, scenario)
    if not problems:
        _good = scenario, catalogue
    return problems


def take_for_good(scenario: Scenario, catalogue: Catalogue) -> None:
    """The reader has found nothing wrong with it, so the next one is judged by what differs."""
    global _good
    _good = scenario, catalogue


def _read(part: Scenario, catalogue: Catalogue, whole: Scenario) -> list[Problem]:
    """The problems of a part of a scenario, whose names mean what they do in the whole."""
    try:
        document = SCENARIO.write(part)
        reading = Reading(catalogue, document)
        if part is not whole:
            reading.processes = {process.id: process.id for process in whole.processes}
            reading.channels = dict.fromkeys((c.source, c.target) for c in whole.channels)
        with suppress(GivenUp):
            SCENARIO.read(document, (), reading)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        return [Problem("(document)", f"cannot be kept in a file: {error}")]
    return problems_at(reading.found)


def _what_is_new(scenario: Scenario, good: Scenario, _: Catalogue) -> Scenario | None:
    """The scenario without what a good one has too; None where the whole must be looked at.

    That is so where names have come or gone, which anything may refer to, and where one token is
    counted over all processes.
    """
    same_names = scenario.processes is good.processes or [p.id for p in scenario.processes] == [
        p.id for p in good.processes
    ]
    same_ends = scenario.channels is good.channels or [
        (c.source, c.target) for c in scenario.channels
    ] == [(c.source, c.target) for c in good.channels]
    if not same_names or not same_ends or scenario.workload.kind == "token":
        return None
    return replace(
        scenario,
        processes=_further(scenario.processes, good.processes) or scenario.processes[:1],
        channels=_further(scenario.channels, good.channels),
        script=_further(scenario.script, good.script),
        # Pins and branches have names of their own that may be given twice.
        delays=() if scenario.delays is good.delays else scenario.delays,
        branches=() if scenario.branches is good.branches else scenario.branches,
    )


def _further(items: tuple[Any, ...], known: tuple[Any, ...]) -> tuple[Any, ...]:
    if items is known:
        return ()
    seen = set(map(id, known))
    return tuple(item for item in items if id(item) not in seen)
