"""What a sweep varies: a name and values, written ``skew=0:80:5``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from snapviz.scenario import Problem, ScenarioError
from snapviz.study.varying import VARIABLES

MOST_VALUES = 1000
OPTION = "--vary"


@dataclass(frozen=True)
class Variation:
    """One thing that is varied; ``values`` in its unit (`snapviz.study.varying`)."""

    name: str
    values: tuple[Decimal, ...]

    @property
    def unit(self) -> str:
        """``ms`` or nothing."""
        return VARIABLES[self.name].unit


def parse_variation(text: str) -> Variation:
    """``name=first:last:step`` (both ends included), ``name=a,b,c`` or ``name=a``.

    Decimal all the way, so that 0:0.3:0.1 is four values. Raises ScenarioError in words.
    """
    name, equals, rest = (part.strip() for part in text.partition("="))
    if name not in VARIABLES or not equals:
        known = ", ".join(VARIABLES)
        _refuse(
            f"{text!r} varies nothing known; allowed: NAME=FIRST:LAST:STEP, NAME one of {known}"
        )
    values = _range(rest) if ":" in rest else [_number(part) for part in rest.split(",")]
    return variation(name, values)


def variation(name: str, values: Sequence[Decimal | int | str]) -> Variation:
    """A variation from its values; each must be one that can be. Raises ScenarioError."""
    numbers = tuple(dict.fromkeys(Decimal(value) for value in values))
    variable = VARIABLES[name]
    for number in numbers:
        if not variable.low <= number <= variable.high:
            allowed = f"{variable.low} to {variable.high} {variable.unit}".rstrip()
            _refuse(f"{name} cannot be {plain(number)}; allowed: {allowed}")
        if variable.whole and number != number.to_integral_value():
            _refuse(f"{name} cannot be {plain(number)}; allowed: 0 or 1")
        if number != number.quantize(variable.resolution):
            _refuse(f"{name}={plain(number)}: allowed are steps of {variable.resolution}")
    return Variation(name, numbers)


def _range(text: str) -> list[Decimal]:
    parts = text.split(":")
    if len(parts) not in (2, 3):
        _refuse(f"{text!r} is no range; allowed: FIRST:LAST:STEP, such as 0:80:5")
    first, last, step = (_number(part) for part in (*parts, "1")[:3])
    if step <= 0 or last < first:
        _refuse(f"{text!r} goes nowhere; allowed: FIRST at most LAST, STEP above 0")
    count = int((last - first) / step) + 1
    if count > MOST_VALUES:
        _refuse(f"{text!r} has {count} values; allowed: at most {MOST_VALUES}")
    return [first + place * step for place in range(count)]


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite() or abs(number) > 10**12 or len(text) > 40:
        _refuse(f"{text.strip()[:40]!r} is no number that fits here; allowed: such as 5 or 0.25")
    return number


def plain(number: Decimal) -> str:
    """A number without exponent and needless zeros: ``0.1``, ``80``."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _refuse(message: str) -> None:
    raise ScenarioError([Problem(OPTION, message)])
