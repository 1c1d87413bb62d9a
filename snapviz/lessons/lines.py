"""On which line of a JSON text each value stands, so that a problem is found in an editor."""

from __future__ import annotations

import json
import re
from bisect import bisect_left

from snapviz.scenario.problems import ROOT, Place, Problem, render_place

_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)


def with_lines(problems: list[Problem], text: str) -> list[Problem]:
    """The problems of a JSON text, each with its line before its path."""
    lines = lines_of(text)
    return [_with_line(problem, lines) for problem in problems]


def _with_line(problem: Problem, lines: dict[str, int]) -> Problem:
    path = problem.path
    while path and path not in lines:
        # What is missing stands nowhere; the object that lacks it does.
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    line = lines.get(path or "(document)")
    if line is None or problem.path.startswith("line "):
        return problem
    if problem.path == "(document)":
        return Problem(f"line {line}", problem.message)
    return Problem(f"line {line}, {problem.path}", problem.message)


def lines_of(text: str) -> dict[str, int]:
    """For the path of each value, as problems write it, its line from 1. The text is valid JSON."""
    return {render_place(place): line for place, line in _Walk(text).found}


class _Walk:
    """Goes through the tokens of a text, and notes where each value begins."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._tokens = list(_TOKENS.finditer(text))
        self._next = 0
        self.found: list[tuple[Place, int]] = []
        if self._tokens:
            self._value(ROOT, self._line())

    def _line(self) -> int:
        return bisect_left(self._ends, self._tokens[self._next].start()) + 1

    def _take(self) -> str:
        token = self._tokens[self._next].group()
        self._next += 1
        return token

    def _value(self, place: Place, line: int) -> None:
        self.found.append((place, line))
        opening = self._take()
        if opening == "{":
            self._object(place)
        elif opening == "[":
            self._list(place)

    def _object(self, place: Place) -> None:
        while (token := self._take()) != "}":
            if token != ",":
                self._next -= 1
                line = self._line()
                key = json.loads(self._take())
                self._take()
                self._value((place, key), line)

    def _list(self, place: Place) -> None:
        count = 0
        while (token := self._take()) != "]":
            if token != ",":
                self._next -= 1
                self._value((place, count), self._line())
                count += 1
