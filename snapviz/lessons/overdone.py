"""What a student has changed of a scenario though it was to stay: said of a try that does not count."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.lessons.conditions import Compared, Condition, Joined
from snapviz.lessons.facts import NoFact, World, fact
from snapviz.lessons.words import Told, told


def overdone(condition: Condition, world: World) -> Told | None:
    """The first that was changed too often, by what a condition asks of ``changed``; None: nothing.

    Only what must hold in any case counts, not what is one way of several.
    """
    return next(_overdone(condition, world), None)


def _overdone(condition: Condition, world: World) -> Iterator[Told]:
    if isinstance(condition, Joined):
        for part in condition.parts if condition.how == "all" else ():
            yield from _overdone(part, world)
    elif condition.fact.startswith("changed.") and condition.how == "is":
        yield from _of_one(condition, world)


def _of_one(condition: Compared, world: World) -> Iterator[Told]:
    try:
        found = fact(world, condition.fact)
    except NoFact:
        return
    if found > condition.value:
        yield _said(condition.fact.partition(".")[2], condition.value, found)


def _said(what: str, most: int, found: int) -> Told:
    stays, several = {
        "clocks": (
            told("The clocks are to stay as they were."),
            told("Clocks to be changed: %1, and not %2.", most, found),
        ),
        "channels": (
            told("The channels are to stay as they were."),
            told("Channels to be changed: %1, and not %2.", most, found),
        ),
        "actions": (
            told("The script is to stay as it was."),
            told("Actions of the script to be changed: %1, and not %2.", most, found),
        ),
        "delays": (
            told("The delays of single messages are to stay as they were."),
            told("Delays of single messages to be changed: %1, and not %2.", most, found),
        ),
    }.get(what, (told("Something else was changed that is to stay as it was."),) * 2)
    return several if most else stays
