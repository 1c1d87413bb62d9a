"""A predicate over the states of processes, in a small language, and where in a run it holds.

``P1.balance + P2.balance < 100 and not P3.holding = 0``: sums, differences and products of numbers
and state fields, comparisons (= == != < <= > >=), and, or, not, brackets. A name may be quoted:
``"the bank".balance``. It is read here and never given to Python.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

States = list[dict[str, Any]]
Value = Callable[[States], Any]
Operation = Callable[[Any, Any], Any]

DEEPEST = 100
COMPARISONS = {
    "=": operator.eq,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
SUMS = {"+": operator.add, "-": operator.sub}
NAME = re.compile(r"[^\W\d]\w*(?:-\w+)*")
"""A name that need not stand in quotes."""

_TOKEN = re.compile(
    r'\s*(?:(?P<number>\d{1,15}(?:\.\d{1,9})?)|(?P<name>"[^"]*"|' + NAME.pattern + r")|"
    r"(?P<sign>==|!=|<=|>=|[-+*()<>=.]))"
)


class PredicateError(ValueError):
    """What is wrong with a predicate, with its column."""


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    column: int


class Predicate:
    """Reads an expression for the processes of a run. Raises PredicateError."""

    def __init__(self, text: str, process_ids: tuple[str, ...], fields: list[set[str]]) -> None:
        self._ids, self._fields = process_ids, fields
        self._tokens, self._place, self._depth = _tokens(text), 0, 0
        self.holds: Callable[[States], bool] = self._either()
        if self._next.kind != "end":
            raise self._error("is not expected here; allowed: and, or, a comparison, the end")

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _take(self, *texts: str) -> str:
        """The next token's text if it is one of these, which is then behind us; else nothing."""
        token = self._next
        if token.text not in texts or token.kind == "end":
            return ""
        self._place += 1
        return token.text

    def _error(self, what: str) -> PredicateError:
        token = self._next
        shown = f"{token.text!r} " if token.text else "the end "
        return PredicateError(f"column {token.column}: {shown}{what}")

    def _either(self) -> Value:
        parts = [self._both()]
        while self._take("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else lambda states: any(p(states) for p in parts)

    def _both(self) -> Value:
        parts = [self._negated()]
        while self._take("and"):
            parts.append(self._negated())
        return parts[0] if len(parts) == 1 else lambda states: all(p(states) for p in parts)

    def _negated(self) -> Value:
        if self._take("not"):
            with self._deeper():
                inner = self._negated()
            return lambda states: not inner(states)
        if self._next.text == "(" and self._brackets_a_condition():
            self._take("(")
            with self._deeper():
                inner = self._either()
            if not self._take(")"):
                raise self._error("is not expected here; allowed: )")
            return inner
        return self._comparison()

    def _brackets_a_condition(self) -> bool:
        """Whether what stands in the bracket that comes next compares; else it is a sum."""
        depth = 0
        for token in self._tokens[self._place :]:
            depth += (token.text == "(") - (token.text == ")")
            if token.text in COMPARISONS or token.text in ("and", "or", "not"):
                return True
            if not depth:
                return False
        return False

    def _comparison(self) -> Value:
        left = self._sum()
        sign = self._take(*COMPARISONS)
        if not sign:
            raise self._error(f"is not expected here; allowed: {' '.join(COMPARISONS)}")
        compare, right = COMPARISONS[sign], self._sum()
        return lambda states: compare(left(states), right(states))

    def _sum(self) -> Value:
        first, rest = self._product(), []
        while sign := self._take(*SUMS):
            rest.append((SUMS[sign], self._product()))
        return _in_turn(first, rest)

    def _product(self) -> Value:
        first, rest = self._value(), []
        while self._take("*"):
            rest.append((operator.mul, self._value()))
        return _in_turn(first, rest)

    def _value(self) -> Value:
        token = self._next
        if self._take("("):
            with self._deeper():
                inner = self._sum()
            if not self._take(")"):
                raise self._error("is not expected here; allowed: )")
            return inner
        if self._take("-"):
            with self._deeper():
                inner = self._value()
            return lambda states: -inner(states)
        if token.kind == "number":
            self._place += 1
            number = float(token.text) if "." in token.text else int(token.text)
            return lambda states: number
        if token.kind == "name":
            return self._field()
        raise self._error("is not expected here; allowed: a number, or PROCESS.FIELD")

    def _field(self) -> Value:
        name = self._next.text.strip('"')
        if name not in self._ids:
            raise self._error(f"is no process; there are {', '.join(self._ids)}")
        process = self._ids.index(name)
        self._place += 1
        if not self._take("."):
            raise self._error(f"is not expected here; allowed: .FIELD of {name}")
        field = self._next.text.strip('"')
        if self._next.kind != "name" or field not in self._fields[process]:
            known = ", ".join(sorted(self._fields[process])) or "none"
            raise self._error(f"is no number in the state of {name}; there are {known}")
        self._place += 1
        return lambda states: _number(states[process].get(field, 0))

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        """Reads what stands inside of something."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error("is nested too deep")
        yield
        self._depth -= 1


def _number(value: Any) -> Any:
    return value if isinstance(value, int | float) else 0


def _in_turn(first: Value, rest: list[tuple[Operation, Value]]) -> Value:
    """From left to right, in a loop: a chain may be longer than calls can be nested."""

    def value(states: States) -> Any:
        found = first(states)
        for do, part in rest:
            found = _done(do, found, part(states))
        return found

    return value if rest else first


def _done(do: Operation, left: Any, right: Any) -> Any:
    try:
        return do(left, right)
    except OverflowError:
        # An integer beyond all fractions meets one.
        return do(_fraction(left), _fraction(right))


def _fraction(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _tokens(text: str) -> list[_Token]:
    found, place = [], 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None:
            column = len(text) - len(text[place:].lstrip()) + 1
            raise PredicateError(
                f"column {column}: {text[column - 1]!r} means nothing here; allowed: PROCESS.FIELD, "
                f"numbers, + - *, {' '.join(COMPARISONS)}, and, or, not, brackets"
            )
        kind = match.lastgroup
        found.append(_Token(kind, match[kind], match.start(kind) + 1))
        place = match.end()
    return [*found, _Token("end", "", len(text) + 1)]
