"""The pages of the help as they are written: Markdown files, one folder a language. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from snapviz.resources import resources_folder

LANGUAGES = ("en", "zh_CN")
CONTENTS = (
    "first-steps", "building", "snapshots", "playing", "recovery", "studies", "lessons", "files",
    "gestures", "capture", "clocks", "checkpointing", "logging", "keeping", "scenario-file",
    "logs-and-exports",
)  # fmt: skip
"""The names of the pages in the order in which they are offered."""
SHARED = {("en", "scenario-file"): Path("reference") / "scenario-format.md"}
"""Pages that are shown as they stand elsewhere among the resources."""
_HEADING = re.compile(r"^## (?:\[([\w.-]+)\] )?(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """What stands below a heading; ``id`` is the same in every language: a name, or its number."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Page:
    """``text``: the whole of it as Markdown; ``opening``: what stands before the first section."""

    name: str
    title: str
    text: str
    opening: str
    sections: tuple[Section, ...]

    def place_of(self, section: str) -> int:
        """The number of a section by its id, from 0; -1: the top of the page."""
        ids = [one.id for one in self.sections]
        return ids.index(section) if section in ids else -1


def page_path(language: str, name: str) -> Path:
    """The file of a page."""
    folder = resources_folder()
    shared = SHARED.get((language, name))
    return folder / (shared or Path("help") / language / f"{name}.md")


def read_page(language: str, name: str, put_in: Callable[[str], str] = str) -> Page:
    """A page, with the words of the window put in its places. Raises OSError."""
    text = put_in(page_path(language, name).read_text(encoding="utf-8"))
    title, _, body = text.partition("\n")
    opening, *rest = _HEADING.split(body)
    parts = enumerate(zip(rest[0::3], rest[1::3], rest[2::3], strict=True), 1)
    sections = tuple(Section(one or str(k), head, below.strip()) for k, (one, head, below) in parts)
    shown = _HEADING.sub(r"## \2", text)
    return Page(name, title.removeprefix("# ").strip(), shown, opening.strip(), sections)
