"""Words found in the pages of the help, with the sentence around them. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from snapviz.ui.help.pages import Page

MOST = 100
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|\*(?=\S)|(?<=\S)\*|`|^#+ |^\s*[-*] |^\s*\d+\. ", re.MULTILINE)
_RULE = re.compile(r"^[|:\s-]+$")
_ENDS = re.compile(r"(?<=[.!?])\s+(?=\S)|(?<=[。！？；])")


@dataclass(frozen=True)
class Sentence:
    """``section``: its id on the page, empty before the first."""

    page: str
    section: str
    where: str
    text: str


@dataclass(frozen=True)
class Index:
    """Every sentence of the help in one language; headings are sentences too."""

    sentences: tuple[Sentence, ...]

    def find(self, words: str) -> list[Sentence]:
        """The sentences that have all words, those in headings first; at most `MOST`.

        If none has, the first sentence with one of the words in each section that has all.
        """
        wanted = words.lower().split()
        if not wanted:
            return []
        found = [one for one in self.sentences if _has_all(one.text, wanted)]
        found = found or list(self._near(wanted))
        return sorted(found, key=lambda one: one.text not in one.where)[:MOST]

    def _near(self, wanted: Sequence[str]) -> Iterator[Sentence]:
        sections: dict[tuple[str, str], list[Sentence]] = {}
        for one in self.sentences:
            sections.setdefault((one.page, one.section), []).append(one)
        for inside in sections.values():
            if _has_all(" ".join(one.text for one in inside), wanted):
                yield next(one for one in inside if any(w in one.text.lower() for w in wanted))


def index(pages: Iterable[Page]) -> Index:
    """All that the pages say, sentence by sentence."""
    return Index(tuple(one for page in pages for one in _of_page(page)))


def bare(text: str) -> str:
    """Letters and figures only: the same for what is written and for what is shown."""
    return "".join(c for c in text.lower() if c.isalnum())


def _has_all(text: str, wanted: Sequence[str]) -> bool:
    low = text.lower()
    return all(word in low for word in wanted)


def _of_page(page: Page) -> Iterator[Sentence]:
    parts = [("", page.title, page.title, page.opening)]
    for one in page.sections:
        title = plain(one.title)
        parts.append((one.id, f"{page.title} › {title}", title, one.text))
    for section, where, title, text in parts:
        yield Sentence(page.name, section, where, title)
        for said in sentences(text):
            yield Sentence(page.name, section, where, said)


def plain(text: str) -> str:
    """Markdown without its marks."""
    text = _MARKS.sub("", _LINK.sub(r"\1", text))
    return re.sub(r"\\([^\w\s])", r"\1", text).strip()


def sentences(markdown: str) -> Iterator[str]:
    """What a text says; a row of a table and a line of code are a sentence each."""
    is_code, paragraph = False, []
    for line in [*markdown.splitlines(), ""]:
        is_fence = line.startswith("```")
        alone = is_code or is_fence or line.startswith(("|", "#", "    "))
        if alone or not line.strip() or re.match(r"\s*([-*]|\d+\.) ", line):
            yield from _split(paragraph)
            paragraph = []
        if is_fence:
            is_code = not is_code
        elif is_code:
            yield from filter(None, [line.strip()])
        elif line.startswith("|"):
            yield from _row(line)
        else:
            paragraph.append(line.strip() if not paragraph else line)


def _row(line: str) -> Iterator[str]:
    if not _RULE.match(line):
        cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
        yield " · ".join(filter(None, map(plain, cells)))


def _split(lines: Sequence[str]) -> Iterator[str]:
    text = plain(" ".join(map(str.strip, lines)) if lines else "")
    yield from filter(None, (part.strip() for part in _ENDS.split(text)))
