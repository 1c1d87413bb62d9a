"""The JSON Schema of scenario files, made from the tables that the reader follows.

A schema cannot say everything: names that must exist, things that may be given once, and rules
between fields are checked by the reader alone. ``python -m snapviz.scenario.schema`` prints the
text kept as ``resources/scenario.schema.json``.
"""

from __future__ import annotations

import json
from typing import Any

from .actions import ACTION, FREE
from .durations import DELAY
from .migrations import CURRENT_VERSION
from .tables import FORMAT, SCENARIO

_SHARED = {"action": ACTION, "duration": DELAY, "object": FREE}


def json_schema() -> dict[str, Any]:
    """The schema of the current version, draft 2020-12."""
    shared = {name: kind.schema() for name, kind in _SHARED.items()}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT} version {CURRENT_VERSION}",
        **SCENARIO.schema(),
    }
    named = {name: _with_references(part, shared, name) for name, part in shared.items()}
    return {**_with_references(schema, shared), "$defs": named}


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _with_references(part: Any, shared: dict[str, Any], besides: str = "") -> Any:
    """The same schema with every part that has a name replaced by a reference to it."""
    if isinstance(part, list):
        return [_with_references(item, shared, besides) for item in part]
    if not isinstance(part, dict):
        return part
    for name, whole in shared.items():
        if name != besides and whole.items() <= part.items():
            extra = {key: value for key, value in part.items() if key not in whole}
            return {"$ref": f"#/$defs/{name}", **extra}
    return {key: _with_references(value, shared) for key, value in part.items()}


if __name__ == "__main__":
    print(schema_text(), end="")
