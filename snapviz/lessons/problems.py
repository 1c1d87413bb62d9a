"""A lesson that is refused, with everything that is wrong in any of its files."""

from __future__ import annotations

from collections.abc import Iterable

from snapviz.scenario.problems import ScenarioError

LESSON_FILE = "lesson.json"


class LessonError(ValueError):
    """``errors``: one for each file, with all its problems; ``str()`` prints a line for each."""

    def __init__(self, errors: Iterable[ScenarioError]) -> None:
        self.errors = list(errors)
        super().__init__(self.errors)

    def lines(self) -> list[str]:
        """``FILE: line or field: what is wrong, and what is allowed``."""
        return [line for error in self.errors for line in error.lines()]

    def __str__(self) -> str:
        return "\n".join(self.lines())
