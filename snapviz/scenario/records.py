"""Objects and lists of the file, described by tables of fields.

One table serves three purposes: reading (every problem is found, each with its place), writing
(defaults are left out, in the table's order) and the JSON Schema.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, Protocol

from .problems import Place, listing, show
from .reading import Reading


class Kind(Protocol):
    """What every kind of value can do; reading answers ``None`` only after refusing."""

    def read(self, value: Any, place: Place, reading: Reading) -> Any: ...
    def write(self, value: Any) -> Any: ...
    def schema(self) -> dict[str, Any]: ...


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One field: its ``key`` in the file, the model's ``attribute``, and its kind."""

    key: str
    attribute: str
    kind: Kind
    about: str = ""


# Sees the value made (``None`` where a field was refused) and the object it was read from.
Check = Callable[[Any, dict[str, Any], Place, Reading], None]
_ABSENT = object()
_new = object.__new__


class Record:
    """An object that becomes one dataclass.

    What the dataclass has no default for is required. ``check`` refuses what is wrong between
    fields.
    ``marks`` are keys with a fixed or separately checked value, such as ``kind`` or ``version``;
    ``lead`` fields are written before them.
    """

    def __init__(
        self,
        make: type,
        fields: tuple[Field, ...],
        check: Check | None = None,
        marks: dict[str, Any] | None = None,
        lead: int = 0,
    ) -> None:
        self.make, self.fields, self.check, self.lead = make, fields, check, lead
        self.marks = dict(marks or {})
        attributes = dataclasses.fields(make)
        self.defaults = {attribute.name: _default_of(attribute) for attribute in attributes}
        factories = {
            attribute.name: attribute.default_factory
            for attribute in attributes
            if attribute.default_factory is not dataclasses.MISSING
        }
        keys = [field.key for field in fields]
        self.keys = (*keys[:lead], *self.marks, *keys[lead:])
        self.required = tuple(
            field.key for field in fields if self.defaults[field.attribute] is _ABSENT
        )
        # Slots are filled one by one while reading: through the constructor of a frozen dataclass
        # a large file would take twice as long.
        self._plan = [
            (
                field.key,
                getattr(make, field.attribute).__set__,
                field.kind.read,
                self.defaults[field.attribute],
                factories.get(field.attribute),
            )
            for field in fields
        ]
        self._writers = [
            (field.key, field.attribute, field.kind.write, self.defaults[field.attribute])
            for field in fields
        ]

    def read(self, value: Any, place: Place, reading: Reading) -> Any:
        if type(value) is not dict:
            reading.refuse(place, f"{show(value)} is not an object; allowed: {self._allowed()}")
            return None
        before = len(reading.found)
        made = _new(self.make)
        known = 0
        for key, put, read, default, fresh in self._plan:
            item = value.get(key, _ABSENT)
            if item is not _ABSENT:
                put(made, read(item, (place, key), reading))
                known += 1
            elif fresh is not None:
                put(made, fresh())
            elif default is not _ABSENT:
                put(made, default)
            else:
                put(made, None)
                reading.refuse((place, key), f"is missing; required here: {self._required()}")
        for key in self.marks:
            known += key in value
        if len(value) > known:
            self._refuse_unknown(value, place, reading)
        if self.check is not None:
            self.check(made, value, place, reading)
        return made if len(reading.found) == before else None

    def write(self, made: Any) -> dict[str, Any]:
        written: dict[str, Any] = {} if self.lead else dict(self.marks)
        for number, (key, attribute, write, default) in enumerate(self._writers, 1):
            value = getattr(made, attribute)
            if value is not default and value != default:
                written[key] = write(value)
            if number == self.lead:
                written.update(self.marks)
        return written

    def schema(self) -> dict[str, Any]:
        properties = {key: {"const": mark} for key, mark in self.marks.items()}
        for field in self.fields:
            properties[field.key] = {**field.kind.schema(), **self._annotations(field)}
        return {
            "type": "object",
            "properties": properties,
            "required": [*self.marks, *self.required],
            "additionalProperties": False,
        }

    def _annotations(self, field: Field) -> dict[str, Any]:
        besides = field.kind.schema().get("description", "")
        about = " ".join(text for text in (field.about, besides) if text)
        default = self.defaults[field.attribute]
        annotations: dict[str, Any] = {"description": about} if about else {}
        if default is not _ABSENT and default is not None:
            annotations["default"] = field.kind.write(default)
        return annotations

    def _refuse_unknown(self, value: dict[str, Any], place: Place, reading: Reading) -> None:
        for key in value:
            if key not in self.keys:
                hint = reading.hint(key, self.keys)
                reading.refuse(
                    (place, key), f"is an unknown field; allowed: {listing(self.keys)}{hint}"
                )

    def _allowed(self) -> str:
        return f"an object with {listing(self.keys)}"

    def _required(self) -> str:
        return listing([*self.marks, *self.required])


def _default_of(attribute: dataclasses.Field) -> Any:
    if attribute.default is not dataclasses.MISSING:
        return attribute.default
    if attribute.default_factory is not dataclasses.MISSING:
        return attribute.default_factory()
    return _ABSENT


class Variant:
    """An object whose ``tag`` field says which record it is; ``check`` sees the value made."""

    def __init__(
        self,
        tag: str,
        records: dict[str, Record],
        check: Callable[[Any, Place, Reading], None] | None = None,
    ) -> None:
        self.tag, self.records, self.check = tag, records, check
        self._by_type = {record.make: record for record in records.values()}
        self._read = {name: record.read for name, record in records.items()}

    def read(self, value: Any, place: Place, reading: Reading) -> Any:
        if type(value) is dict:
            name = value.get(self.tag)
            if type(name) is str and name in self._read:
                made = self._read[name](value, place, reading)
                if self.check is not None and made is not None:
                    self.check(made, place, reading)
                return made
            self._refuse_tag(value, place, reading)
        else:
            reading.refuse(
                place, f'{show(value)} is not an object; allowed: an object with "{self.tag}"'
            )
        return None

    def _refuse_tag(self, value: dict[str, Any], place: Place, reading: Reading) -> None:
        allowed = listing(self.records)
        if self.tag not in value:
            reading.refuse((place, self.tag), f"is missing; allowed: {allowed}")
            return
        name = value[self.tag]
        wrong, hint = "is not text", ""
        if isinstance(name, str):
            wrong, hint = "is unknown", reading.hint(name, self.records)
        reading.refuse((place, self.tag), f"{show(name)} {wrong}; allowed: {allowed}{hint}")

    def write(self, made: Any) -> dict[str, Any]:
        return self._by_type[type(made)].write(made)

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [record.schema() for record in self.records.values()]}


class ListOf:
    """A list of one kind, read as a tuple."""

    def __init__(self, item: Kind, shortest: int = 0, what: str = "item") -> None:
        self.item, self.shortest, self.what = item, shortest, what

    def read(self, value: Any, place: Place, reading: Reading) -> tuple | None:
        if type(value) is not list:
            reading.refuse(place, f"{show(value)} is not a list; allowed: [...]")
            return None
        if len(value) < self.shortest:
            reading.refuse(place, f"the list is empty; allowed: at least one {self.what}")
            return None
        read = self.item.read
        return tuple([read(item, (place, i), reading) for i, item in enumerate(value)])

    def write(self, items: tuple) -> list:
        return [self.item.write(item) for item in items]

    def schema(self) -> dict[str, Any]:
        shortest = {"minItems": self.shortest} if self.shortest else {}
        return {"type": "array", "items": self.item.schema(), **shortest}


class Pair:
    """A list of exactly two values; ``rising`` wants the first not above the second."""

    def __init__(self, item: Kind, what: str, rising: bool = False) -> None:
        self.item, self.what, self.rising = item, what, rising

    def read(self, value: Any, place: Place, reading: Reading) -> tuple | None:
        if type(value) is not list or len(value) != 2:
            wrong = (
                f"the list has {len(value)} values"
                if type(value) is list
                else f"{show(value)} is not a list"
            )
            reading.refuse(place, f"{wrong}; allowed: {self.what}")
            return None
        first = self.item.read(value[0], (place, 0), reading)
        second = self.item.read(value[1], (place, 1), reading)
        if first is None or second is None:
            return None
        if self.rising and first > second:
            reading.refuse(
                place, f"{first} is above {second}; allowed: {self.what}, the lower one first"
            )
            return None
        return first, second

    def write(self, pair: tuple) -> list:
        return [self.item.write(value) for value in pair]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema(), "minItems": 2, "maxItems": 2}
