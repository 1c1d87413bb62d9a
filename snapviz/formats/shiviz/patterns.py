"""Regular expressions as a ShiViz user writes them (JavaScript's), for Python's `re`.

Named groups may be written ``(?<x>`` or ``(?P<x>``. As in JavaScript ``\\d`` and ``\\w`` are
ASCII, a brace that counts nothing is itself, and so is an escaped letter without a meaning.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field

from snapviz.scenario.problems import quote, refusal

NEEDED = ("host", "clock", "event")
# ``.`` ends at every line end that JavaScript knows.
ANY = "[^\\n\\r\\u2028\\u2029]"
SETS = {"d": "0-9", "w": "A-Za-z0-9_"}
KEPT = frozenset("DWsSbBtnrfv")
_COUNT = re.compile(r"\{\d+(,\d*)?\}")
_GROUP = re.compile(r"\(\?P?<([^>=!][^>]*)>")
_HEX = {"x": re.compile(r"x[0-9A-Fa-f]{2}"), "u": re.compile(r"u[0-9A-Fa-f]{4}")}


@dataclass
class _Walk:
    """The pattern read so far; ``pieces`` hold Python's text with the place it came from."""

    text: str
    place: int = 0
    pieces: list[tuple[int, str]] = field(default_factory=list)

    def put(self, piece: str, length: int) -> None:
        self.pieces.append((self.place, piece))
        self.place += length

    def origin(self, position: int) -> int:
        """The place in the original of a position in Python's text."""
        for place, piece in self.pieces:
            if position < len(piece):
                return place
            position -= len(piece)
        return len(self.text)


def translated(pattern: str, option: str) -> str:
    """The pattern as Python's `re` has it, to be compiled with `re.MULTILINE`.

    Raises ScenarioError naming ``option`` and the column where it cannot be read.
    """
    walk = _Walk(pattern)
    while walk.place < len(pattern):
        _step(walk)
    made = "".join(piece for _, piece in walk.pieces)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(made, re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        column = walk.origin(getattr(error, "pos", None) or 0) + 1
        reason = getattr(error, "msg", str(error))
        where = f"{option} column {column}"
        raise refusal(
            where,
            f"is no regular expression: {reason}; correct {quote(pattern)}",
        ) from None
    return made


def parser_pattern(pattern: str, option: str = "--parser") -> str:
    """`translated`, and refused without the groups host, clock and event."""
    made = translated(pattern, option)
    groups = re.compile(made, re.MULTILINE).groupindex
    missing = [name for name in NEEDED if name not in groups]
    if missing:
        wanted = ", ".join(f"(?<{name}>...)" for name in missing)
        raise refusal(option, f"has no named group {wanted}; needed are host, clock and event")
    return made


def delimiter_pattern(pattern: str, option: str = "--delimiter") -> str:
    """`translated`, and refused if it matches nothing at all, which is everywhere."""
    made = translated(pattern, option)
    if re.compile(made, re.MULTILINE).fullmatch(""):
        raise refusal(option, "matches the empty text; it must match what stands between runs")
    return made


def _step(walk: _Walk) -> None:
    text, place = walk.text, walk.place
    char = text[place]
    if char == "\\":
        _escape(walk, in_set=False)
    elif char == "[":
        _set(walk)
    elif char == ".":
        walk.put(ANY, 1)
    elif char == "(" and (found := _GROUP.match(text, place)):
        walk.put(f"(?P<{found[1]}>", len(found[0]))
    elif char == "{" and not _COUNT.match(text, place):
        walk.put("\\{", 1)
    elif char == "{":
        counted = _COUNT.match(text, place)[0]
        walk.put(counted, len(counted))
    else:
        walk.put("\\}" if char == "}" else char, 1)


def _escape(walk: _Walk, in_set: bool) -> None:
    text, place = walk.text, walk.place
    char = text[place + 1 : place + 2]
    if char in SETS:
        walk.put(SETS[char] if in_set else f"[{SETS[char]}]", 2)
    elif char in KEPT or (char.isdigit() and char != "0"):
        walk.put("\\" + char, 2)
    elif char in _HEX and (found := _HEX[char].match(text, place + 1)):
        walk.put("\\" + found[0], 1 + len(found[0]))
    elif char == "k" and not in_set and (found := re.match(r"k<(\w+)>", text[place + 1 :])):
        walk.put(f"(?P={found[1]})", 1 + len(found[0]))
    elif char == "0":
        walk.put("\\x00", 2)
    else:
        # At the very end nothing follows: Python then says what is wrong.
        walk.put(re.escape(char) if char else "\\", 2)


def _set(walk: _Walk) -> None:
    text = walk.text
    for whole, meant in (("[^]", "[\\s\\S]"), ("[]", "(?!)")):
        if text.startswith(whole, walk.place):
            walk.put(meant, len(whole))
            return
    opening = "[^" if text.startswith("[^", walk.place) else "["
    walk.put(opening, len(opening))
    after_many = True  # so is a hyphen that comes first
    while walk.place < len(text) and text[walk.place] != "]":
        char, following = text[walk.place], text[walk.place + 1 : walk.place + 3]
        if char == "\\":
            after_many = following[:1] in "dDwWsS"
            _escape(walk, in_set=True)
            continue
        # A hyphen beside a set such as \w is itself, and Python warns of doubled signs.
        alone = after_many or following[:1] == "-" or following in _MANY or following[:1] == "]"
        walk.put("\\" + char if char in "[&~|" or (char == "-" and alone) else char, 1)
        after_many = False
    if walk.place < len(text):
        walk.put("]", 1)


_MANY = frozenset("\\" + char for char in "dDwWsS")
