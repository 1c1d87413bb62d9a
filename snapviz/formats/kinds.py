"""What a file is: its content decides, never its ending."""

from __future__ import annotations

import json
import re
from typing import Literal

Kind = Literal["scenario", "log", "events"]

# What every vector clock in JSON has, a wrong one too: a name, and a number.
_CLOCK = re.compile(r'\{\s*"[^"\n]*"\s*:\s*"?-?\d')


def kind_of(data: bytes) -> Kind:
    """A scenario, a ShiViz log or a table of events (CSV); what is none of them is a scenario,
    so that its reader says what is wrong with it.
    """
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
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
