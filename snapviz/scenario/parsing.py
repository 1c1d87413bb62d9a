"""JSON text to plain values, strictly: what is refused here has no meaning to check.

Two readings of the number ``0.1000000000000000001`` must not differ silently, so a number whose
digits a float cannot hold is marked as `Unrounded`, and ``NaN`` and ``Infinity``, which are not
JSON, as `NotJson`; the fields refuse them with their path.
"""

from __future__ import annotations

import json
import re
from typing import Any, Self

from .problems import MOST_PROBLEMS, ROOT, Place, refusal

MAX_DIGITS = 4300
MAX_DEPTH = 200
_EXACT_LENGTH = 16
_OPENINGS = ("{", "[", '"', "-", *"0123456789", "true", "false", "null", "NaN", "Infinity")
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_NUMBER = re.compile(r"-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?")


class NotJson(float):
    """``NaN``, ``Infinity`` or ``-Infinity`` as a file spells it."""

    def __new__(cls, text: str) -> Self:
        made = super().__new__(cls, text)
        made.text = text
        return made


class Unrounded(float):
    """A number that is not a multiple of 0.001, though its nearest float may be."""


def parse_json(text: str | bytes, unlike: str = "") -> tuple[Any, list[Place]]:
    """The value of a JSON text, and the places of keys given twice in one object.

    Raises ScenarioError when the text is not UTF-8, not JSON, empty, or nested too deeply;
    ``unlike``: what to say of one that does not even begin as JSON does.
    """
    text = _decode(text)
    if not text.strip():
        raise refusal("(document)", "the file is empty; a scenario is a JSON object")
    repeated: list[tuple[dict, list[str]]] = []

    def make_object(pairs: list[tuple[str, Any]]) -> dict:
        made = dict(pairs)
        if len(made) != len(pairs) and len(repeated) < MOST_PROBLEMS:
            repeated.append((made, _repeated_keys(pairs)))
        return made

    if unlike and not text.lstrip().startswith(_OPENINGS):
        raise refusal(_place_of_start(text), unlike)
    value = _load(text, make_object)
    return value, _places_of(repeated, value)


def looks_like_scenario(text: str | bytes) -> bool:
    """Whether the content starts as a JSON object does, whatever the file is called."""
    opening = b"{" if isinstance(text, bytes) else "{"
    mark = b"\xef\xbb\xbf" if isinstance(text, bytes) else "\ufeff"
    return text.removeprefix(mark)[:4096].lstrip().startswith(opening)


def _decode(text: str | bytes) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        column = error.start - text.rfind(b"\n", 0, error.start)
        raise refusal(
            f"line {line} column {column}",
            f"byte 0x{text[error.start]:02x} is not UTF-8; a scenario is text saved as UTF-8",
        ) from None


def _place_of_start(text: str) -> str:
    start = len(text) - len(text.lstrip())
    line = text.count("\n", 0, start) + 1
    return f"line {line} column {start - text.rfind(chr(10), 0, start)}"


def _load(text: str, make_object: Any) -> Any:
    hooks = {
        "object_pairs_hook": make_object,
        "parse_float": _parse_float,
        "parse_constant": NotJson,
    }
    try:
        try:
            return json.loads(text, **hooks)
        except json.JSONDecodeError:
            raise
        except ValueError:
            # An integer of more digits than Python turns into a number in reasonable time.
            return json.loads(text, parse_int=_parse_long_int, **hooks)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno} column {error.colno}"
        raise refusal(where, f"this is not valid JSON: {_explain(error)}") from None
    except RecursionError:
        raise refusal(
            _place_of_depth(text), f"brackets are nested more than {MAX_DEPTH} deep here"
        ) from None


def _explain(error: json.JSONDecodeError) -> str:
    reason = error.msg[:1].lower() + error.msg[1:]
    if error.pos >= len(error.doc):
        return f"{reason}, but the text ends"
    return reason


def _parse_float(text: str) -> float:
    value = float(text)
    if (len(text) > _EXACT_LENGTH or value == 0.0) and not _is_thousandths(text):
        return Unrounded(value)
    return value


def _is_thousandths(text: str) -> bool:
    whole, fraction, exponent = _NUMBER.fullmatch(text).groups("")
    significant = (whole + fraction).rstrip("0")
    if not significant.strip("0"):
        return True
    if len(exponent) > 10:
        return not exponent.startswith("-")
    dropped = len(whole) + len(fraction) - len(significant)
    return int(exponent or 0) - len(fraction) + dropped >= -3


def _parse_long_int(text: str) -> int | float:
    if len(text) <= MAX_DIGITS:
        return int(text)
    return float("-inf" if text.startswith("-") else "inf")


def _place_of_depth(text: str) -> str:
    depth = 0
    for token in _TOKENS.finditer(text):
        kind = text[token.start()]
        depth += (kind in "[{") - (kind in "]}")
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, token.start()) + 1
            column = token.start() - text.rfind("\n", 0, token.start())
            return f"line {line} column {column}"
    return "(document)"


def _repeated_keys(pairs: list[tuple[str, Any]]) -> list[str]:
    seen: set[str] = set()
    repeated: dict[str, None] = {}
    for key, _ in pairs:
        if key in seen:
            repeated[key] = None
        seen.add(key)
    return list(repeated)


def _places_of(repeated: list[tuple[dict, list[str]]], value: Any) -> list[Place]:
    if not repeated:
        return []
    wanted = {id(made): keys for made, keys in repeated}
    found: list[Place] = []
    waiting: list[tuple[Any, Place]] = [(value, ROOT)]
    while waiting and len(found) < MOST_PROBLEMS:
        item, place = waiting.pop()
        if isinstance(item, dict):
            found.extend((place, key) for key in wanted.get(id(item), ()))
            children = [(child, (place, key)) for key, child in item.items()]
        elif isinstance(item, list):
            children = [(child, (place, index)) for index, child in enumerate(item)]
        else:
            continue
        waiting.extend(reversed(children))
    return found
