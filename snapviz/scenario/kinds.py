"""The kinds of single values a field may hold.

A kind reads a JSON value into a model value, refusing with its place what it cannot (it then
answers ``None``, which no kind answers otherwise), writes it back, and describes itself as JSON
Schema. A kind is stateless, so one instance serves many fields.
"""

from __future__ import annotations

import re
from math import isnan
from typing import Any

from .parsing import NotJson, Unrounded
from .problems import Place, listing, quote, show
from .reading import Reading

MAX_EXACT_INTEGER = 2**53 - 1
MAX_TIME_US = 10**15

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_UNPRINTABLE_IN_LINES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Thousandths:
    """A number with up to 3 decimals, kept as an integer count of thousandths.

    With ``unit="milliseconds"`` that is microseconds, with parts per million parts per billion.
    ``low`` and ``high`` are inclusive, in thousandths.
    """

    def __init__(self, low: int, high: int, unit: str) -> None:
        self.low, self.high = low, high
        span = f"from {thousandths_text(low)} to {thousandths_text(high)}"
        self.allowed = f"{unit} {span}, with up to 3 decimals"
        self._reach = max(abs(low), abs(high)) / 1000

    def read(self, value: Any, place: Place, reading: Reading) -> int | None:
        if type(value) is int:
            count = value * 1000
        elif type(value) is float and -self._reach <= value <= self._reach:
            count = round(value * 1000.0)
            if count / 1000.0 != value:
                return self._refuse(value, place, reading)
        else:
            return self._refuse(value, place, reading)
        if self.low <= count <= self.high:
            return count
        return self._refuse(value, place, reading)

    def _refuse(self, value: Any, place: Place, reading: Reading) -> None:
        wrong = wrong_number(value)
        if wrong is None and value < self.low / 1000:
            wrong = "is negative" if self.low == 0 else "is too small"
        elif wrong is None and value > self.high / 1000:
            wrong = "is too large"
        wrong = wrong or "has more than 3 decimals"
        reading.refuse(place, f"{show(value)} {wrong}; allowed: {self.allowed}")

    def write(self, count: int) -> int | float:
        whole, rest = divmod(count, 1000)
        return count / 1000 if rest else whole

    def schema(self) -> dict[str, Any]:
        return {
            "type": "number",
            "minimum": self.write(self.low),
            "maximum": self.write(self.high),
            "description": f"Up to 3 decimals; {self.allowed.split(' from ')[0]}.",
        }


def thousandths_text(count: int) -> str:
    """An integer count of thousandths as a decimal number, shortest form."""
    whole, rest = divmod(abs(count), 1000)
    sign = "-" if count < 0 else ""
    return f"{sign}{whole}" + (f".{rest:03}".rstrip("0") if rest else "")


class Integer:
    """An integer from ``low`` to ``high``, both included; ``40.0`` counts as 40."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def read(self, value: Any, place: Place, reading: Reading) -> int | None:
        if type(value) is float and value.is_integer():
            value = int(value)
        if type(value) is int and self.low <= value <= self.high:
            return value
        reading.refuse(place, f"{show(value)} {self._wrong(value)}; allowed: {self.allowed}")
        return None

    @property
    def allowed(self) -> str:
        return f"an integer from {self.low} to {self.high}"

    def _wrong(self, value: Any) -> str:
        wrong = wrong_number(value)
        if wrong is not None:
            return wrong
        if type(value) is not int:
            return "is not an integer"
        if value > self.high:
            return "is too large"
        return "is negative" if value < 0 and self.low >= 0 else "is too small"

    def write(self, value: int) -> int:
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class Number:
    """A finite number from ``low`` to ``high``, both included."""

    def __init__(self, low: float, high: float, what: str) -> None:
        self.low, self.high = low, high
        self.allowed = f"{what} from {show_number(low)} to {show_number(high)}"

    def read(self, value: Any, place: Place, reading: Reading) -> float | None:
        if type(value) in _NUMBERS and self.low <= value <= self.high:
            return float(value) + 0.0
        wrong = wrong_number(value) or ("is too small" if value < self.low else "is too large")
        reading.refuse(place, f"{show(value)} {wrong}; allowed: {self.allowed}")
        return None

    def write(self, value: float) -> int | float:
        return show_number(value)

    def schema(self) -> dict[str, Any]:
        return {
            "type": "number",
            "minimum": show_number(self.low),
            "maximum": show_number(self.high),
        }


_NUMBERS = frozenset((int, float, Unrounded))


def show_number(value: float) -> int | float:
    """A float as the shortest JSON number: 1.0 as 1."""
    return int(value) if value == int(value) else value


def wrong_number(value: Any) -> str | None:
    """Why a value is no number at all, or ``None`` if it is one."""
    if isinstance(value, NotJson) or (isinstance(value, float) and isnan(value)):
        return "is not a number in JSON"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "is not a number"
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return "is too large to hold" if value > 0 else "is too small to hold"
    return None


class Flag:
    """``true`` or ``false``."""

    def read(self, value: Any, place: Place, reading: Reading) -> bool | None:
        if value is True or value is False:
            return value
        reading.refuse(place, f"{show(value)} is not a yes or no; allowed: true, false")
        return None

    def write(self, value: bool) -> bool:
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class Text:
    """A string without control characters; ``lines`` lets line breaks and tabs pass."""

    def __init__(self, lines: bool = False, blank: bool = True) -> None:
        self.lines, self.blank = lines, blank

    def read(self, value: Any, place: Place, reading: Reading) -> str | None:
        if type(value) is not str:
            reading.refuse(place, f"{show(value)} is not text; allowed: a string in quotes")
            return None
        if not value.isprintable():
            wrong = wrong_characters(value, self.lines)
            if wrong:
                reading.refuse(place, wrong)
                return None
        if not self.blank and not value.strip():
            reading.refuse(place, f"{quote(value)} is empty; allowed: at least one character")
            return None
        return value

    def write(self, value: str) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string"} if self.blank else {"type": "string", "pattern": r"\S"}


def wrong_characters(text: str, lines: bool) -> str | None:
    """What is wrong with the characters of a text, or ``None``."""
    found = (_UNPRINTABLE_IN_LINES if lines else _UNPRINTABLE).search(text)
    if not found:
        return None
    code = ord(found.group())
    if code >= 0xD800:
        kind = f"half of a surrogate pair (U+{code:04X})"
    else:
        kind = f"the control character U+{code:04X}"
    besides = ", line breaks and tabs" if lines else ""
    return f"{quote(text)} holds {kind}; allowed: printable characters{besides}"


class Choice:
    """One of a few names."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def read(self, value: Any, place: Place, reading: Reading) -> str | None:
        if type(value) is str and value in self.names:
            return value
        refuse_choice(value, self.names, place, reading)
        return None

    def write(self, value: str) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.names)}


def refuse_choice(value: Any, names: Any, place: Place, reading: Reading) -> None:
    """Refuse a value that is none of the names, listing them."""
    wrong, hint = "is not text", ""
    if isinstance(value, str):
        wrong, hint = "is unknown", reading.hint(value, names)
    reading.refuse(place, f"{show(value)} {wrong}; allowed: {listing(names, len(names))}{hint}")
