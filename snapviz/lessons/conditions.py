"""Conditions on what a student has made of a scenario: facts compared, joined by all, any, not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from snapviz.lessons.facts import NoFact, Value, World, fact

COMPARISONS = {
    "is": lambda found, wanted: found == wanted and isinstance(found, bool) == isinstance(wanted, bool),
    "above": lambda found, wanted: found > wanted,
    "below": lambda found, wanted: found < wanted,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact holds a value, or lies above or below one."""

    fact: str
    how: str
    value: Value


@dataclass(frozen=True, slots=True)
class Joined:
    """``how``: ``all``, ``any`` or ``not`` (none of them)."""

    how: str
    parts: tuple[Condition, ...]


Condition = Compared | Joined


def holds(condition: Condition, world: World) -> bool:
    """Whether the run is so. What is not in the run, or not known of it, is not so."""
    if isinstance(condition, Joined):
        found = (holds(part, world) for part in condition.parts)
        if condition.how == "all":
            return all(found)
        return any(found) if condition.how == "any" else not any(found)
    try:
        value = fact(world, condition.fact)
    except NoFact:
        return False
    return _compare(condition, value)


def _compare(condition: Compared, value: Value) -> bool:
    if condition.how == "is":
        return COMPARISONS["is"](value, condition.value)
    numbers = (int, float)
    if not isinstance(value, numbers) or isinstance(value, bool):
        return False
    return COMPARISONS[condition.how](value, condition.value)


def facts_in(condition: Condition) -> Iterator[str]:
    """The names of all facts that a condition looks at."""
    if isinstance(condition, Compared):
        yield condition.fact
        return
    for part in condition.parts:
        yield from facts_in(part)
