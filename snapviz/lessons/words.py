"""Sentences with places for values: English here, put into other languages by the window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """``%1``, ``%2`` ... in ``sentence`` stand for the values, which may be sentences too."""

    sentence: str
    values: tuple[str | int | Told, ...] = ()

    def __str__(self) -> str:
        text = self.sentence
        parts = text.split("%")
        made = [parts[0]]
        for part in parts[1:]:
            known = part[:1].isdigit() and 0 < int(part[0]) <= len(self.values)
            made.append(str(self.values[int(part[0]) - 1]) + part[1:] if known else "%" + part)
        return "".join(made)


def told(sentence: str, *values: str | int | Told) -> Told:
    """A sentence and its values."""
    return Told(sentence, values)
