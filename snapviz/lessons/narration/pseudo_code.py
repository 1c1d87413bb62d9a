"""The pseudo-code of the protocols: what is lit at each step. Shipped texts, one a language.

A file begins with ``# source``; then ``id | text`` a line, indented after the bar. Lines without an
id only hold the others together.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from snapviz.resources import resources_folder

ENGLISH = "en"


class Line(NamedTuple):
    """``id``: of the rule, empty where a line is none. ``depth``: how far it is indented."""

    id: str
    text: str
    depth: int


class PseudoCode(NamedTuple):
    """``source``: the paper and section it follows."""

    source: str
    lines: tuple[Line, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of its lines."""
        return tuple(line.id for line in self.lines if line.id)


@cache
def pseudo_code(protocol: str, language: str) -> PseudoCode | None:
    """That of a protocol, in English where there is no other; None of one that has none yet."""
    folder = resources_folder() / "pseudo-code"
    for name in (language, ENGLISH):
        path = folder / f"{protocol}.{name}.txt"
        if path.is_file():
            return read(path)
    return None


def read(path: Path) -> PseudoCode:
    """Raises ValueError, naming file and line, where a line has no bar or the source is missing."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    if not first.startswith("# "):
        raise ValueError(f"{path}: line 1 must be the source, as “# …”")
    return PseudoCode(first[2:], tuple(_line(path, at, text) for at, text in enumerate(rest, 2)))


def _line(path: Path, number: int, text: str) -> Line:
    name, bar, code = text.partition("|")
    if not bar:
        raise ValueError(f"{path}: line {number} has no “|” between its id and its text")
    bare = code.strip()
    return Line(name.strip(), bare, (len(code) - len(code.lstrip()) - 1) // 4)
