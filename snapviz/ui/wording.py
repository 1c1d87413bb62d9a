"""Putting values into translated texts. No Qt here."""

from __future__ import annotations

DOT = " · "


def filled(text: str, *values: object) -> str:
    """``%1``, ``%2`` ... in a translated text replaced in one pass."""
    parts = text.split("%")
    made = [parts[0]]
    for part in parts[1:]:
        known = part[:1].isdigit() and 0 < int(part[0]) <= len(values)
        made.append(str(values[int(part[0]) - 1]) + part[1:] if known else "%" + part)
    return "".join(made)
