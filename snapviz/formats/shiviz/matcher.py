"""A program: finds a parser's matches in a text, for `matching`. Standard library only.

It runs by itself, because a regular expression can take for ever and nothing but the end of its
process stops it. Standard input: a line of JSON with ``parser``, ``delimiter`` (Python patterns;
the latter may be null) and ``groups``; then the text. Standard output: whole numbers of 64 bits:
the number of sections; of each where its label lies (-1 -1: nowhere), where its text lies, and
how many matches it has; then, match by match, where it and each group lies.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from array import array


def main() -> None:
    """Read standard input, write standard output."""
    warnings.simplefilter("ignore")
    wanted = json.loads(sys.stdin.buffer.readline())
    text = sys.stdin.buffer.read().decode("utf-8")
    heads, spans = array("q"), array("q")
    for label, start, end in _sections(text, wanted["delimiter"]):
        found = _matches(text[start:end], start, wanted["parser"], wanted["groups"], spans)
        heads.extend((*label, start, end, found))
    output = sys.stdout.buffer
    output.write(array("q", [len(heads) // 5]).tobytes() + heads.tobytes() + spans.tobytes())
    output.flush()


def _sections(text: str, delimiter: str | None) -> list[tuple[tuple[int, int], int, int]]:
    """(where the label lies, start, end) of what stands between the delimiters."""
    if delimiter is None:
        return [((-1, -1), 0, len(text))]
    pattern = re.compile(delimiter, re.MULTILINE)
    found, start, label = [], 0, (-1, -1)
    for match in pattern.finditer(text):
        if match.end() == match.start():
            continue
        found.append((label, start, match.start()))
        label = match.span("trace") if "trace" in pattern.groupindex else (-1, -1)
        start = match.end()
    return [*found, (label, start, len(text))]


def _matches(part: str, offset: int, parser: str, groups: list[str], spans: array) -> int:
    pattern = re.compile(parser, re.MULTILINE)
    count = 0
    for match in pattern.finditer(part):
        count += 1
        for place in (match.span(), *map(match.span, groups)):
            # A group that took no part keeps -1.
            spans.extend(p + offset if p >= 0 else p for p in place)
    return count


if __name__ == "__main__":
    main()
