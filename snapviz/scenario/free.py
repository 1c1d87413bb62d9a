"""Free JSON objects, ``state`` and ``payload``: anything inside, except what cannot be kept."""

from __future__ import annotations

from typing import Any

from .kinds import MAX_EXACT_INTEGER, Integer, wrong_characters, wrong_number
from .problems import Place, show
from .reading import Reading

MAX_DEPTH = 64
COUNTED = ("amount", "balance", "token")

_COUNT = Integer(0, MAX_EXACT_INTEGER)
_LOWEST, _HIGHEST = -(2**63), 2**63 - 1


class FreeObject:
    """A JSON object of any shape, at most 64 levels deep.

    ``amount``, ``balance`` and ``token``, where present, are counts: integers from 0.
    """

    def read(self, value: Any, place: Place, reading: Reading) -> dict[str, Any] | None:
        if type(value) is not dict:
            reading.refuse(place, f"{show(value)} is not an object; allowed: {{...}}")
            return None
        kept = {}
        for key, item in value.items():
            if key in COUNTED:
                kept[key] = _COUNT.read(item, (place, key), reading)
            else:
                _check_key(key, (place, key), reading)
                kept[key] = _keep(item, (place, key), 1, reading)
        return kept

    def write(self, value: Any) -> dict[str, Any]:
        return dict(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "properties": {key: _COUNT.schema() for key in COUNTED}}


def _check_key(key: str, place: Place, reading: Reading) -> None:
    if not key.isprintable():
        wrong = wrong_characters(key, lines=False)
        if wrong:
            reading.refuse(place, f"the name {wrong}")


def _keep(value: Any, place: Place, depth: int, reading: Reading) -> Any:
    kind = type(value)
    if kind is str:
        if not value.isprintable():
            wrong = wrong_characters(value, lines=True)
            if wrong:
                reading.refuse(place, wrong)
        return value
    if kind is int:
        if not _LOWEST <= value <= _HIGHEST:
            reading.refuse(
                place, f"{show(value)} is too large; allowed: integers of at most 64 bits"
            )
        return value
    if value is None or kind is bool:
        return value
    if isinstance(value, float):
        wrong = wrong_number(value)
        if wrong:
            reading.refuse(place, f"{show(value)} {wrong}; allowed: finite numbers")
        return float(value)
    return _keep_container(value, place, depth + 1, reading)


def _keep_container(value: Any, place: Place, depth: int, reading: Reading) -> Any:
    if depth > MAX_DEPTH:
        reading.refuse(place, f"brackets are nested too deep; allowed: {MAX_DEPTH} levels")
        return None
    if type(value) is list:
        return [_keep(item, (place, i), depth, reading) for i, item in enumerate(value)]
    kept = {}
    for key, item in value.items():
        _check_key(key, (place, key), reading)
        kept[key] = _keep(item, (place, key), depth, reading)
    return kept
