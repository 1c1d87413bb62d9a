"""What two sequences of words have in common in the same order, found in nearly linear time.

Words that occur once on both sides are anchors; the longest run of them in the same order divides
the sequences (patience, after Bram Cohen), and between two anchors one looks again. Where no word
is single, words are taken together with those that follow. A stretch of up to some thousand words is
compared in full, a row of the table of all prefixes at a time as the bits of one number, as many as
the shorter side has words (after Allison and Dix, and Hyyrö); in a large one without anchors the
first of a word is the first of it on the other side, the second the second, and so on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

Pairs = list[tuple[int, int]]
Stretch = tuple[int, int, int, int]

SMALL = 25_000_000  # comparisons up to which a stretch is compared in full
DEEPEST = 40
TOGETHER = (1, 4, 16)  # so many words make an anchor, if fewer do not


def aligned(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Places (in a, in b) of equal words, both rising: a longest common part, or nearly.

    The other way round it is the same.
    """
    if list(b) < list(a):
        return [(i, j) for j, i in _aligned(b, a)]
    return _aligned(a, b)


def _aligned(a: Sequence[str], b: Sequence[str]) -> Pairs:
    found: Pairs = []
    waiting = [(0, len(a), 0, len(b), 0)]
    while waiting:
        *stretch, depth = waiting.pop()
        ends, (a0, a1, b0, b1) = _equal_ends(a, b, tuple(stretch))
        found += ends
        if a0 == a1 or b0 == b1:
            continue
        if (a1 - a0) * (b1 - b0) <= SMALL:
            found += _in_full(a, b, (a0, a1, b0, b1))
            continue
        sizes = TOGETHER if depth < DEEPEST else ()
        tried = (_anchors(a, b, (a0, a1, b0, b1), size) for size in sizes)
        anchors: Pairs = next(filter(None, tried), [])
        if not anchors:
            found += _by_turns(a, b, (a0, a1, b0, b1))
            continue
        found += anchors
        for (i0, j0), (i1, j1) in zip(
            [(a0 - 1, b0 - 1), *anchors], [*anchors, (a1, b1)], strict=True
        ):
            waiting.append((i0 + 1, i1, j0 + 1, j1, depth + 1))
    return sorted(found)


def _equal_ends(a: Sequence[str], b: Sequence[str], stretch: Stretch) -> tuple[Pairs, Stretch]:
    """The pairs at both ends of a stretch, and what is left of it."""
    a0, a1, b0, b1 = stretch
    pairs: Pairs = []
    while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
        pairs.append((a0, b0))
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
        pairs.append((a1, b1))
    return pairs, (a0, a1, b0, b1)


def _in_full(a: Sequence[str], b: Sequence[str], stretch: Stretch) -> Pairs:
    """A longest common part of a stretch."""
    a0, a1, b0, b1 = stretch
    if b1 - b0 > a1 - a0:
        return [(i, j) for j, i in _in_full(b, a, (b0, b1, a0, a1))]
    rows = _rows(a[a0:a1], b[b0:b1])
    pairs: Pairs = []
    i, j = a1, b1
    while i > a0 and j > b0:
        if a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif rows[i - a0 - 1] >> (j - b0 - 1) & 1:
            j -= 1
        else:
            i -= 1
    return pairs


def _rows(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """For each word of ``a`` a number: bit j is 0 where one word more of ``b``, the one at j, makes
    the longest common part with all of ``a`` up to here longer.
    """
    places: dict[str, int] = {}
    for j, word in enumerate(b):
        places[word] = places.get(word, 0) | 1 << j
    row = every = (1 << len(b)) - 1
    rows = []
    for word in a:
        met = row & places.get(word, 0)
        row = (row + met | row - met) & every
        rows.append(row)
    return rows


def _anchors(a: Sequence[str], b: Sequence[str], stretch: Stretch, size: int) -> Pairs:
    """Where words are single in a stretch of both, as many as stand in the same order."""
    a0, a1, b0, b1 = stretch
    here, there = _single(a, a0, a1, size), _single(b, b0, b1, size)
    return _rising([(i, there[words]) for words, i in here.items() if words in there])


def _single(words: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    """So many words in a row that occur once, and where."""
    rows = list(zip(*(words[start + n : end] for n in range(size)), strict=False))
    often = Counter(rows)
    return {row: start + n for n, row in enumerate(rows) if often[row] == 1}


def _by_turns(a: Sequence[str], b: Sequence[str], stretch: Stretch) -> Pairs:
    a0, a1, b0, b1 = stretch
    place = dict(zip(_numbered(b[b0:b1]), range(b0, b1), strict=True))
    pairs = zip(_numbered(a[a0:a1]), range(a0, a1), strict=True)
    return _rising([(i, place[word]) for word, i in pairs if word in place])


def _numbered(words: Sequence[str]) -> list[tuple[str, int]]:
    """Each word with how often it came before."""
    seen: Counter[str] = Counter()
    numbered = []
    for word in words:
        numbered.append((word, seen[word]))
        seen[word] += 1
    return numbered


def _rising(pairs: Pairs) -> Pairs:
    """The longest part of pairs, ascending in the first, that also rises in the second."""
    tops: list[int] = []  # the least second that a rising part of each length can end with
    ends: list[int] = []  # the pair it ends with
    before = [-1] * len(pairs)
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(tops, second)
        before[number] = ends[length - 1] if length else -1
        tops[length : length + 1] = [second]
        ends[length : length + 1] = [number]
    chosen, number = [], ends[-1] if ends else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]
