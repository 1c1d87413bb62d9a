"""The texts of a lesson in one language: Markdown, a page for each step.

``# Title`` once, then ``## [id] Heading`` for each step and its text; below it maybe
``### [reveal]``, told after the answer, and ``### [hint]``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from snapviz.lessons.model import Book, Page
from snapviz.scenario.problems import Problem, listing, quote

_PAGE = re.compile(r"## \[([^\]]*)\]\s*(.*)")
_PART = re.compile(r"### \[([^\]]*)\]\s*")
PARTS = ("reveal", "hint")


class Pages:
    """Reads one file; ``problems`` are all that is wrong in it, each with its line.

    ``ids``: the steps that need a page; None where they are not known.
    """

    def __init__(self, text: str, ids: Sequence[str] | None) -> None:
        self.problems: list[Problem] = []
        self._ids = ids
        self._title = ""
        self._pages: dict[str, dict[str, list[str]]] = {}
        self._heads: dict[str, tuple[str, dict[str, int]]] = {}
        self._into: list[str] | None = None
        self._page = ""
        for number, line in enumerate(text.split("\n"), 1):
            self._read(line.rstrip(), number)
        self._look_for_missing()

    @property
    def book(self) -> Book:
        """What was read."""
        return Book(self._title, {page: self._made(page) for page in self._pages})

    def _made(self, page: str) -> Page:
        title, lines = self._heads[page]
        parts = {part: "\n".join(said) for part, said in self._pages[page].items()}
        return Page(
            title, parts["text"], parts.get("reveal", ""), parts.get("hint", ""),
            lines["text"], lines.get("reveal", 0), lines.get("hint", 0),
        )  # fmt: skip

    def _refuse(self, number: int, message: str) -> None:
        self.problems.append(Problem(f"line {number}", message))

    def _read(self, line: str, number: int) -> None:
        if line.startswith("## "):
            self._begin_page(line, number)
        elif part := _PART.fullmatch(line):
            self._begin_part(part.group(1), number)
        elif line.startswith("# ") and not self._pages:
            self._title = line[2:].strip()
        elif self._into is not None:
            self._into.append(line)
        elif line:
            self._refuse(number, "a text outside all pages; begin one with ## [id] Heading")

    def _begin_page(self, line: str, number: int) -> None:
        found = _PAGE.fullmatch(line)
        self._into = []
        if not found or not found.group(2):
            self._refuse(number, "a page begins with ## [id] Heading")
            return
        page, title = found.groups()
        if self._ids is not None and page not in self._ids:
            self._refuse(number, f"no step is called {quote(page)}; allowed: {listing(self._ids)}")
        elif page in self._pages:
            self._refuse(number, f"the page {quote(page)} is there already; join the two")
        else:
            self._page = page
            self._pages[page] = {"text": self._into}
            self._heads[page] = title, {"text": number}

    def _begin_part(self, part: str, number: int) -> None:
        self._into = []
        if part not in PARTS or self._page not in self._pages:
            self._refuse(
                number, f"no part of a page is called {quote(part)}; allowed: {listing(PARTS)}"
            )
        elif part in self._pages[self._page]:
            self._refuse(number, f"this page has a part [{part}] already; join the two")
        else:
            self._pages[self._page][part] = self._into
            self._heads[self._page][1][part] = number

    def _look_for_missing(self) -> None:
        if not self._title:
            self._refuse(1, "the lesson has no title; begin the file with # Title")
        for step in self._ids or ():
            if step not in self._pages:
                self._refuse(1, f"the step {quote(step)} has no page; add ## [{step}] Heading")
