"""Fields for numbers: milliseconds, parts per million, probabilities, counts, coordinates."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import MINUS, THIN_SPACE
from snapviz.scenario.kinds import MAX_EXACT_INTEGER, MAX_TIME_US, thousandths_text
from snapviz.ui.fields.line import LineField
from snapviz.ui.wording import filled

translate = QCoreApplication.translate
MOST_DRIFT_PPB = 10**9
DECIMAL = re.compile(r"([+-]?)(\d{1,18})?(?:\.(\d*))?")
SPACES = str.maketrans({THIN_SPACE: None, " ": None, "\u00a0": None, MINUS: "-", ",": "."})


def parsed(text: str) -> tuple[int, str, str]:
    """Sign, digits and decimals of a number as people write it. Raises ValueError, in words."""
    plain = text.translate(SPACES)
    if not plain:
        raise ValueError(translate("Fields", "A number is missing here."))
    found = DECIMAL.fullmatch(plain)
    if found is None or not (found[2] or found[3]):
        raise ValueError(filled(translate("Fields", "“%1” is not a number."), text))
    return (-1 if found[1] == "-" else 1), found[2] or "0", found[3] or ""


def check_span(number: float, low: float, high: float, low_text: str, high_text: str) -> None:
    """Raises ValueError, in words, outside ``low`` to ``high``."""
    if number < low:
        if low == 0:
            raise ValueError(translate("Fields", "This cannot be negative."))
        raise ValueError(filled(translate("Fields", "At least %1 is needed."), low_text))
    if number > high:
        raise ValueError(filled(translate("Fields", "At most %1 is allowed."), high_text))


def thousandths(text: str, low: int, high: int) -> int:
    """A number with up to 3 decimals in thousandths. Raises ValueError, in words."""
    sign, digits, decimals = parsed(text)
    if len(decimals.rstrip("0")) > 3:
        raise ValueError(translate("Fields", "At most 3 decimals are kept."))
    count = sign * (int(digits) * 1000 + int(decimals[:3].ljust(3, "0")))
    check_span(count, low, high, thousandths_text(low), thousandths_text(high))
    return count


class ThousandthsField(LineField):
    """A number with up to 3 decimals, as an integer count of thousandths."""

    def __init__(
        self, low: int, high: int, parent: QWidget | None = None, *, optional=False, empty=""
    ):
        super().__init__(parent, optional, empty)
        self._low, self._high = low, high

    def parse(self, text: str) -> int:
        return thousandths(text, self._low, self._high)

    def text_of(self, value: int) -> str:
        return thousandths_text(value).replace("-", MINUS)

    def step(self, value: int, count: int) -> int:
        return min(max(value + 1000 * count, self._low), self._high)


class MillisecondsField(ThousandthsField):
    """A time in milliseconds, its value in microseconds.

    ``signed`` lets it be below 0, ``positive`` not even 0.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        signed=False,
        positive=False,
        optional=False,
        empty="",
    ):
        low = -MAX_TIME_US if signed else int(positive)
        super().__init__(low, MAX_TIME_US, parent, optional=optional, empty=empty)


class DriftField(ThousandthsField):
    """A drift in parts per million, its value in parts per billion."""

    def __init__(self, parent: QWidget | None = None, *, optional=False, empty=""):
        low = -MOST_DRIFT_PPB + 1
        super().__init__(low, MOST_DRIFT_PPB, parent, optional=optional, empty=empty)


class IntegerField(LineField):
    """A whole number from ``low`` to ``high``."""

    def __init__(
        self,
        low: int = 0,
        high: int = MAX_EXACT_INTEGER,
        parent: QWidget | None = None,
        *,
        optional=False,
        empty="",
    ):
        super().__init__(parent, optional, empty)
        self._low, self._high = low, high

    def parse(self, text: str) -> int:
        sign, digits, decimals = parsed(text.removeprefix("$"))
        if decimals.strip("0"):
            raise ValueError(translate("Fields", "A whole number is needed."))
        count = sign * int(digits)
        check_span(count, self._low, self._high, str(self._low), str(self._high))
        return count

    def text_of(self, value: int) -> str:
        return str(value).replace("-", MINUS)

    def step(self, value: int, count: int) -> int:
        return min(max(value + count, self._low), self._high)


class ProbabilityField(LineField):
    """A number from 0 to 1; ``10 %`` is 0.1."""

    def parse(self, text: str) -> float:
        sign, digits, decimals = parsed(text.removesuffix("%"))
        value = sign * float(f"{digits}.{decimals}")
        value = value / 100 if text.endswith("%") else value
        check_span(value, 0, 1, "0", "1")
        return value

    def text_of(self, value: float) -> str:
        return f"{value:g}" if float(f"{value:g}") == value else repr(value)

    def step(self, value: float, count: int) -> float:
        return min(max(round(value + count * 0.01, 6), 0.0), 1.0)


class NumberField(LineField):
    """A number, such as a coordinate; an arrow key changes it by a tenth."""

    def parse(self, text: str) -> float:
        sign, digits, decimals = parsed(text)
        return sign * float(f"{digits}.{decimals}")

    def text_of(self, value: float) -> str:
        return f"{value:.6g}".replace("-", MINUS)

    def step(self, value: float, count: int) -> float:
        return round(value + count / 10, 6)
