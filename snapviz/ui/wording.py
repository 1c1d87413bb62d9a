"""Putting values into translated texts. No Qt here."""

from __future__ import annotations

DOT = " · "
HAN = ("\u4e00", "\u9fff")


def filled(text: str, *values: object) -> str:
    """``%1``, ``%2`` ... in a translated text replaced in one pass.

    Where a figure or a name meets a Chinese word, a space goes between them.
    """
    parts = text.split("%")
    made = parts[0]
    for part in parts[1:]:
        known = part[:1].isdigit() and 0 < int(part[0]) <= len(values)
        if known:
            made = _joined(_joined(made, str(values[int(part[0]) - 1])), part[1:])
        else:
            made += "%" + part
    return made


def _joined(before: str, after: str) -> str:
    ends = before[-1:], after[:1]
    han = [HAN[0] <= end <= HAN[1] for end in ends]
    latin = [end.isascii() and (end.isalnum() or end == "$") for end in ends]
    return before + " " * ((han[0] and latin[1]) or (latin[0] and han[1])) + after
