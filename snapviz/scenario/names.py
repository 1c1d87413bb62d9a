"""Kinds that refer to something: a process of the document, a name of the catalogue."""

from __future__ import annotations

import re
from typing import Any

from .kinds import refuse_choice
from .problems import Place, listing, quote, show
from .reading import Reading

_SNAPSHOT_ID = re.compile("S[1-9][0-9]{0,8}")


class ProcessName:
    """The id of a process of this document."""

    def read(self, value: Any, place: Place, reading: Reading) -> str | None:
        if type(value) is str:
            name = reading.processes.get(value)
            if name is not None:
                return name
        names = reading.processes
        if isinstance(value, str):
            wrong, hint = "is not the id of a process", reading.hint(value, names)
        else:
            wrong, hint = "is not text", ""
        reading.refuse(place, f"{show(value)} {wrong}; allowed: {listing(names, len(names))}{hint}")
        return None

    def write(self, value: str) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "description": "The id of a process."}


class SnapshotName:
    """The id that a snapshot has in a run: S1 for the first to start, then S2."""

    def read(self, value: Any, place: Place, reading: Reading) -> str | None:
        if type(value) is str and _SNAPSHOT_ID.fullmatch(value):
            return value
        reading.refuse(place, f"{show(value)} is not the id of a snapshot; allowed: such as S1")
        return None

    def write(self, value: str) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        about = "The id of a snapshot: S1 for the first of a run."
        return {"type": "string", "pattern": f"^{_SNAPSHOT_ID.pattern}$", "description": about}


class CatalogueName:
    """A name from one column of the catalogue: ``protocols`` or ``workloads``."""

    def __init__(self, column: str) -> None:
        self.column = column

    def read(self, value: Any, place: Place, reading: Reading) -> str | None:
        names = getattr(reading.catalogue, self.column)
        if type(value) is str and (names is None or value in names):
            return value
        if names is None:
            reading.refuse(place, f"{show(value)} is not text; allowed: the name of one")
        else:
            refuse_choice(value, names, place, reading)
        return None

    def write(self, value: str) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "description": f"One of the {self.column} snapviz knows."}


class Groups:
    """Disjoint groups of processes: a list of lists of ids."""

    def __init__(self) -> None:
        self._name = ProcessName()

    def read(self, value: Any, place: Place, reading: Reading) -> tuple | None:
        if type(value) is not list or not value:
            reading.refuse(place, f"{_lacking(value)}; allowed: a list of lists of process ids")
            return None
        seen: dict[str, int] = {}
        return tuple(
            self._read_group(group, number, (place, number), seen, reading)
            for number, group in enumerate(value)
        )

    def _read_group(
        self, group: Any, number: int, place: Place, seen: dict[str, int], reading: Reading
    ) -> tuple:
        if type(group) is not list or not group:
            reading.refuse(place, f"{_lacking(group)}; allowed: a list of process ids")
            return ()
        names = []
        for index, value in enumerate(group):
            name = self._name.read(value, (place, index), reading)
            if name is not None and name in seen:
                reading.refuse(
                    (place, index),
                    f"{quote(name)} is already in group {seen[name]}; "
                    "allowed: each process in one group",
                )
            elif name is not None:
                seen[name] = number
            names.append(name)
        return tuple(names)

    def write(self, groups: tuple) -> list:
        return [list(group) for group in groups]

    def schema(self) -> dict[str, Any]:
        group = {"type": "array", "minItems": 1, "items": self._name.schema()}
        return {"type": "array", "minItems": 1, "items": group}


def _lacking(value: Any) -> str:
    return "the list is empty" if value == [] else f"{show(value)} is not a list"
