"""What a file is: its content decides, never its ending."""

from __future__ import annotations

import codecs
import json
import re
from typing import Literal

Kind = Literal["scenario", "log", "events"]

# What every vector clock in JSON has, a wrong one too: a name, and a number.
_CLOCK = re.compile(r'\{\s*"[^"\n]*"\s*:\s*"?-?\d')


_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(data: bytes) -> str:
    """The text of a log or table: UTF-8, or UTF-16 with its mark.

    A byte that is no UTF-8 is taken for the Latin-1 that older systems write: two hosts that differ
    in one must not become the same.
    """
    if data.startswith(_WIDE):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", _LATIN_1)


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    return error.object[error.start : error.end].decode("latin-1"), error.end


_LATIN_1 = "snapviz-latin-1"
codecs.register_error(_LATIN_1, _as_latin_1)


def kind_of(data: bytes) -> Kind:
    """A scenario, a ShiViz log or a table of events (CSV); what is none of them is a scenario,
    so that its reader says what is wrong with it.
    """
    text = text_of(data)
    start = text.lstrip()
    if _is_table(start):
        return "events"
    if start.startswith(("{", "[")) and ('"snapviz/' in text or _is_json(text)):
        return "scenario"
    return "log" if _CLOCK.search(text) and not _is_json_cut_short(start) else "scenario"


def _is_table(text: str) -> bool:
    """The first line names columns, among them a process and a clock."""
    columns = {name.strip().strip('"').lower() for name in text.partition("\n")[0].split(",")}
    return bool(columns & {"process", "host"}) and bool(columns & {"vector_clock", "clock"})


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_json_cut_short(start: str) -> bool:
    """A broken scenario may hold numbers by name too, but no line of it is a clock's."""
    return start.startswith("{") and not re.match(r'\{\s*"[^"\n]*"\s*:\s*\d[^\n]*\}', start)
