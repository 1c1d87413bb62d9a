"""A lesson as immutable values. Times are integer microseconds, as everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from snapviz.lessons.conditions import Condition
from snapviz.scenario.model import Scenario

LANGUAGES = ("en", "zh_CN")
FUTURES = ("shown", "faint", "hidden")
HIDEABLE = ("snapshots", "clocks", "checkpoints", "recovery", "inspector", "notes", "status")


@dataclass(frozen=True, slots=True)
class Stage:
    """How the window stands when a step begins.

    ``at_us``: the play-head, None where it is. ``hide``: docks, and the status line, that would
    give the answer away; they come back with it.
    """

    at_us: int | None = None
    future: str | None = None
    select: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to be made of the run; what ``about`` leaves open is drawn by the seed."""

    kind: str
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """``scenario``: the name of the one it plays on. At most one of ``ask`` and ``check``."""

    id: str
    scenario: str = ""
    stage: Stage = Stage()
    ask: Ask | None = None
    check: Condition | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a step says, in Markdown; figures are placeholders. ``reveal`` comes after the answer.

    ``line``: where the page begins in its file; likewise the two others where they do.
    """

    title: str
    text: str
    reveal: str = ""
    hint: str = ""
    line: int = 0
    reveal_line: int = 0
    hint_line: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """The texts of a lesson in one language, pages by the ids of their steps."""

    title: str
    pages: Mapping[str, Page]


@dataclass(frozen=True, slots=True)
class Lesson:
    """``id``: the name of its folder. ``graded``: answers are drawn for each student, and kept to
    be marked. ``tools``: what may be changed of the scenario; None: everything.
    """

    id: str
    scenarios: Mapping[str, Scenario]
    steps: tuple[Step, ...]
    books: Mapping[str, Book]
    seed: int = 0
    graded: bool = False
    tools: tuple[str, ...] | None = None

    @property
    def asked(self) -> list[Step]:
        """The steps at which something is asked or to be done."""
        return [step for step in self.steps if step.ask is not None or step.check is not None]
