"""The kinds of fields that only lessons have: a question, a condition."""

from __future__ import annotations

from typing import Any

from snapviz.lessons.conditions import COMPARISONS, Compared, Condition, Joined
from snapviz.lessons.model import Ask
from snapviz.lessons.questions.registry import KINDS
from snapviz.scenario.kinds import Choice, Flag, Integer, Text
from snapviz.scenario.problems import Place, listing, show
from snapviz.scenario.reading import Reading
from snapviz.scenario.records import ListOf

MOST = 10**9
MOST_PARTS, DEEPEST = 50, 10
NAME, NUMBER = Text(blank=False), Integer(1, MOST)
NAMES = ListOf(NAME)
JOINTS = ("all", "any", "not")


class Counts:
    """An object with a number of events for each process."""

    def read(self, value: Any, place: Place, reading: Reading) -> dict[str, int] | None:
        if type(value) is not dict:
            reading.refuse(place, f"{show(value)} is not an object; allowed: {self.allowed}")
            return None
        count = Integer(0, MOST)
        return {name: count.read(n, (place, name), reading) for name, n in value.items()}

    allowed = '{"P1": 3, ...}'

    def write(self, value: dict[str, int]) -> dict[str, int]:
        return dict(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": Integer(0, MOST).schema()}


ABOUT = {
    "cut": Counts(),
    "events": NAMES,
    "another": Flag(),
    "protocols": NAMES,
    **dict.fromkeys(
        ("event", "other_event", "recovery", "arrival", "crashes", "time"), NUMBER
    ),
}  # fmt: skip
"""How what a question is about is read; everything else is a name."""


class AskKind:
    """A question: its ``kind``, and what that kind may be told."""

    def read(self, value: Any, place: Place, reading: Reading) -> Ask | None:
        if type(value) is not dict or "kind" not in value:
            where = (place, "kind") if type(value) is dict else place
            wrong = "is missing" if type(value) is dict else f"{show(value)} is not an object"
            reading.refuse(where, f"{wrong}; allowed: {listing(KINDS, len(KINDS))}")
            return None
        kind = Choice(*KINDS).read(value["kind"], (place, "kind"), reading)
        if kind is None:
            return None
        about = {key: entry for key, entry in value.items() if key != "kind"}
        return Ask(kind, self._about(kind, about, place, reading))

    def _about(
        self, kind: str, about: dict[str, Any], place: Place, reading: Reading
    ) -> dict[str, Any]:
        known, read = KINDS[kind].ABOUT, {}
        for key, entry in about.items():
            if key in known:
                read[key] = ABOUT.get(key, NAME).read(entry, (place, key), reading)
            else:
                hint = reading.hint(key, known)
                reading.refuse(
                    (place, key), f"is an unknown field; allowed: {listing(('kind', *known))}{hint}"
                )
        return read

    def write(self, ask: Ask) -> dict[str, Any]:
        return {"kind": ask.kind, **ask.about}

    def schema(self) -> dict[str, Any]:
        kind = {"kind": {"enum": list(KINDS)}}
        return {"type": "object", "properties": kind, "required": ["kind"]}


class ConditionKind:
    """Facts compared, joined by ``all``, ``any`` or ``not``."""

    allowed = (
        '{"fact": NAME, "is" or "above" or "below": VALUE}, or a list of such under "all", "any" '
        'or "not"'
    )

    def read(self, value: Any, place: Place, reading: Reading, depth: int = 0) -> Condition | None:
        if type(value) is dict and len(value) == 1 and depth < DEEPEST:
            (how,) = value
            if how in JOINTS:
                return self._joined(how, value[how], (place, how), reading, depth)
        if type(value) is dict and len(value) == 2 and "fact" in value:
            return self._compared(value, place, reading)
        reading.refuse(place, f"{show(value)} is no condition; allowed: {self.allowed}")
        return None

    def _joined(
        self, how: str, value: Any, place: Place, reading: Reading, depth: int
    ) -> Condition | None:
        if type(value) is not list or not 0 < len(value) <= MOST_PARTS:
            reading.refuse(
                place, f"{show(value)} is no such list; allowed: 1 to {MOST_PARTS} conditions"
            )
            return None
        parts = [self.read(v, (place, i), reading, depth + 1) for i, v in enumerate(value)]
        return Joined(how, tuple(part for part in parts if part is not None))

    def _compared(self, value: dict[str, Any], place: Place, reading: Reading) -> Compared | None:
        name = NAME.read(value["fact"], (place, "fact"), reading)
        (how,) = (key for key in value if key != "fact")
        if how not in COMPARISONS:
            reading.refuse(
                (place, how), f"is an unknown field; allowed: {listing(('fact', *COMPARISONS))}"
            )
            return None
        wanted = value[how]
        is_number = isinstance(wanted, int | float) and not isinstance(wanted, bool)
        if is_number or (how == "is" and isinstance(wanted, bool | str)):
            return Compared(name or "", how, wanted)
        allowed = "a number, true, false or text" if how == "is" else "a number"
        reading.refuse((place, how), f"{show(wanted)} cannot be compared; allowed: {allowed}")
        return None

    def write(self, condition: Condition) -> dict[str, Any]:
        if isinstance(condition, Joined):
            return {condition.how: [self.write(part) for part in condition.parts]}
        return {"fact": condition.fact, condition.how: condition.value}

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "minProperties": 1, "maxProperties": 2}
