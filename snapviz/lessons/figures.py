"""Figures in texts: ``{S1.sum}`` becomes what the run says; figures written out are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from snapviz.diagram.figures import MINUS, THIN_SPACE, grouped
from snapviz.lessons.facts import NoFact, Value, World, fact, is_money

NARROW_NO_BREAK_SPACE = "\u202f"
PLACE = re.compile(r"\{([^{}\n]*)\}")
_WRITTEN_OUT = (
    "the number %1 is written out; write a fact of the run in braces, such as {S1.sum}, or a word"
)
# A number by itself; one in a name, such as P1, is none.
_NUMBER = re.compile(r"(?<![A-Za-z\d_])\$?\d[\d.,]*")


def put_in(text: str, world: World) -> str:
    """The text with its figures. Raises NoFact naming the first that is none."""
    whole = PLACE.sub(lambda place: shown(world, place.group(1)), text)
    # In running text a number must not break at the end of a line.
    return whole.replace(THIN_SPACE, NARROW_NO_BREAK_SPACE)


def shown(world: World, name: str) -> str:
    """One figure as it is written in a text."""
    value = fact(world, name)
    if value is None:
        raise NoFact(f"{name!r} has no value in this run")
    return _written(value, is_money(world, name))


def _written(value: Value, money: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".").replace("-", MINUS)
    if isinstance(value, int):
        return ("$" if money else "") + grouped(value)
    return str(value)


def wrong_figures(text: str, world: World) -> Iterator[tuple[int, str]]:
    """Every placeholder without a value and every number written out: line from 0, what is wrong."""
    for offset, line in enumerate(text.split("\n")):
        for place in PLACE.finditer(line):
            try:
                shown(world, place.group(1))
            except NoFact as error:
                yield offset, str(error)
        for number in _NUMBER.finditer(PLACE.sub("", line)):
            yield offset, _WRITTEN_OUT.replace("%1", number.group())
