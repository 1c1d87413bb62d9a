"""The fields of ``lesson.json``: everything wrong is noted with its place, nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from snapviz.lessons.conditions import COMPARISONS, Compared, Condition, Joined
from snapviz.lessons.model import FUTURES, HIDEABLE, Ask, Stage, Step
from snapviz.lessons.questions.registry import KINDS
from snapviz.scenario.problems import ROOT, Place, listing, nearest, problems_at, show

FORMAT, VERSION = "snapviz/lesson", 1
NUMBERS = ("event", "other_event", "recovery", "arrival", "crashes", "time")
MOST_MS = 10**9
MOST_STEPS, MOST_PARTS = 100, 50


class Fields:
    """Reads the object of one file; ``problems`` are all that is wrong in it."""

    def __init__(self, document: Any) -> None:
        self._found: list[tuple[Place, str]] = []
        self.scenario = ""
        self.seed = 0
        self.steps: tuple[Step, ...] = ()
        keys = ("format", "version", "scenario", "seed", "steps")
        if self._is_object(document, ROOT, keys, ("format", "version", "scenario", "steps")):
            self._read(document)

    @property
    def problems(self):
        """The problems with their places as text."""
        return problems_at(self._found)

    def _refuse(self, place: Place, message: str) -> None:
        self._found.append((place, message))

    def _read(self, document: dict[str, Any]) -> None:
        self._choice(document.get("format"), (ROOT, "format"), (FORMAT,))
        if "version" in document and document["version"] != VERSION:
            self._refuse(
                (ROOT, "version"), f"version {show(document['version'])}; allowed: {VERSION}"
            )
        self.scenario = self._name(document.get("scenario"), (ROOT, "scenario"))
        self.seed = self._number(document.get("seed", 0), (ROOT, "seed"), 0, 2**31)
        steps = document.get("steps")
        if isinstance(steps, list) and 0 < len(steps) <= MOST_STEPS:
            read = [self._step(s, ((ROOT, "steps"), i)) for i, s in enumerate(steps)]
            self.steps = tuple(step for step in read if step is not None)
            self._look_for_repeats(steps)
        else:
            self._refuse((ROOT, "steps"), f"{show(steps)}; allowed: a list of 1 to {MOST_STEPS}")

    def _look_for_repeats(self, steps: list[Any]) -> None:
        seen: set[str] = set()
        for index, step in enumerate(steps):
            name = step.get("id") if isinstance(step, dict) else None
            if isinstance(name, str):
                if name in seen:
                    self._refuse((((ROOT, "steps"), index), "id"), "another step is called so")
                seen.add(name)

    def _step(self, value: Any, place: Place) -> Step | None:
        keys = ("id", "scenario", "show", "question", "check")
        if not self._is_object(value, place, keys, ("id",)):
            return None
        if "question" in value and "check" in value:
            self._refuse(place, 'a step asks or checks; leave out "question" or "check"')
        return Step(
            self._name(value["id"], (place, "id")),
            self._name(value.get("scenario", self.scenario), (place, "scenario")),
            self._stage(value.get("show", {}), (place, "show")),
            self._ask(value["question"], (place, "question")) if "question" in value else None,
            self._condition(value["check"], (place, "check")) if "check" in value else None,
        )

    def _stage(self, value: Any, place: Place) -> Stage:
        if not self._is_object(value, place, ("at_ms", "future", "select", "hide"), ()):
            return Stage()
        at_us = future = None
        if "at_ms" in value:
            at_us = self._number(value["at_ms"], (place, "at_ms"), 0, MOST_MS) * 1000
        if "future" in value:
            future = self._choice(value["future"], (place, "future"), FUTURES)
        select = self._names(value.get("select", []), (place, "select"))
        hide = self._names(value.get("hide", []), (place, "hide"))
        for index, name in enumerate(hide):
            self._choice(name, ((place, "hide"), index), HIDEABLE)
        return Stage(at_us, future, select, hide)

    def _ask(self, value: Any, place: Place) -> Ask | None:
        if not isinstance(value, dict) or "kind" not in value:
            self._refuse(place, f'{show(value)}; allowed: an object with a "kind"')
            return None
        kind = self._choice(value["kind"], (place, "kind"), tuple(KINDS))
        if kind is None:
            return None
        about = {key: entry for key, entry in value.items() if key != "kind"}
        for key, entry in about.items():
            self._about(key, entry, (place, key), KINDS[kind].ABOUT)
        return Ask(kind, about)

    def _about(self, key: str, entry: Any, place: Place, allowed: Sequence[str]) -> None:
        if key not in allowed:
            self._unknown(key, place, allowed)
        elif key in NUMBERS:
            self._number(entry, place, 1, 10**9)
        elif key in ("events", "protocols"):
            self._names(entry, place)
        elif key == "cut":
            is_object = isinstance(entry, dict)
            if not is_object or not all(type(n) is int and n >= 0 for n in entry.values()):
                self._refuse(place, "a cut is an object with a number of events for each process")
        else:
            self._name(entry, place)

    def _condition(self, value: Any, place: Place, depth: int = 0) -> Condition | None:
        for how in ("all", "any", "not"):
            if isinstance(value, dict) and how in value and len(value) == 1 and depth < 10:
                return self._joined(how, value[how], (place, how), depth)
        if isinstance(value, dict) and len(value) == 2 and "fact" in value:
            return self._compared(value, place)
        self._refuse(
            place,
            f'{show(value)}; allowed: {{"fact": NAME, "is" or "above" or "below": VALUE}}, or a '
            'list of such under "all", "any" or "not"',
        )
        return None

    def _joined(self, how: str, value: Any, place: Place, depth: int) -> Condition | None:
        if not isinstance(value, list) or not 0 < len(value) <= MOST_PARTS:
            self._refuse(place, f"{show(value)}; allowed: a list of 1 to {MOST_PARTS} conditions")
            return None
        parts = [self._condition(v, (place, i), depth + 1) for i, v in enumerate(value)]
        return Joined(how, tuple(part for part in parts if part is not None))

    def _compared(self, value: dict[str, Any], place: Place) -> Condition | None:
        name = self._name(value["fact"], (place, "fact"))
        (how,) = (key for key in value if key != "fact")
        if how not in COMPARISONS:
            self._unknown(how, (place, how), tuple(COMPARISONS))
            return None
        wanted = value[how]
        is_number = isinstance(wanted, int | float) and not isinstance(wanted, bool)
        if not (is_number or (how == "is" and isinstance(wanted, bool | str))):
            self._refuse((place, how), f"{show(wanted)}; allowed: a number, true, false or a text")
            return None
        return Compared(name, how, wanted)

    # Values

    def _is_object(
        self, value: Any, place: Place, keys: Sequence[str], required: Sequence[str]
    ) -> bool:
        if not isinstance(value, dict):
            self._refuse(place, f"{show(value)}; allowed: an object")
            return False
        for key in value:
            if key not in keys:
                self._unknown(key, (place, key), keys)
        missing = [key for key in required if key not in value]
        for key in missing:
            self._refuse((place, key), "this field is missing; add it")
        return not missing

    def _unknown(self, key: str, place: Place, allowed: Sequence[str]) -> None:
        hint = nearest(key, list(allowed))
        self._refuse(place, f"no such field{hint}; allowed: {listing(allowed)}")

    def _name(self, value: Any, place: Place) -> str:
        if isinstance(value, str) and value and len(value) <= 200:
            return value
        self._refuse(place, f"{show(value)}; allowed: a text of 1 to 200 characters")
        return ""

    def _names(self, value: Any, place: Place) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            return tuple(value)
        self._refuse(place, f"{show(value)}; allowed: a list of texts")
        return ()

    def _number(self, value: Any, place: Place, lowest: int, highest: int) -> int:
        if type(value) is int and lowest <= value <= highest:
            return value
        self._refuse(place, f"{show(value)}; allowed: a whole number from {lowest} to {highest}")
        return lowest

    def _choice(self, value: Any, place: Place, allowed: Sequence[str]) -> str | None:
        if isinstance(value, str) and value in allowed:
            return value
        hint = nearest(value, list(allowed)) if isinstance(value, str) else ""
        self._refuse(place, f"{show(value)}{hint}; allowed: {listing(allowed)}")
        return None
