"""What two sequences have in common in the same order."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.formats import alignment
from snapviz.formats.alignment import aligned

WORDS = st.lists(st.sampled_from("abcde"), max_size=30)


def longest(a, b) -> int:
    """The length of a longest common part, by the table of all prefixes."""
    row = [0] * (len(b) + 1)
    for one in a:
        before, row = row, [0]
        for place, other in enumerate(b):
            row.append(before[place] + 1 if one == other else max(before[place + 1], row[-1]))
    return row[-1]


def check(a, b, pairs) -> None:
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(p[0] < q[0] and p[1] < q[1] for p, q in pairwise(pairs))


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
@pytest.mark.parametrize("small", (0, alignment.SMALL))
def test_that_pairs_are_equal_words_in_the_same_order(small, a, b):
    before, alignment.SMALL = alignment.SMALL, small
    try:
        pairs = aligned(a, b)
    finally:
        alignment.SMALL = before
    check(a, b, pairs)
    assert bool(pairs) == bool(set(a) & set(b))


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_that_as_many_as_can_be_are_found_either_way_round(a, b):
    pairs = aligned(a, b)
    assert len(pairs) == longest(a, b)
    assert aligned(b, a) == [(j, i) for i, j in pairs]


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_that_a_large_stretch_is_the_same_either_way_round(a, b):
    before, alignment.SMALL = alignment.SMALL, 0
    try:
        assert aligned(b, a) == [(j, i) for i, j in aligned(a, b)]
    finally:
        alignment.SMALL = before


def test_that_a_thousand_words_without_anchors_are_compared_in_full():
    draw = Random(5)
    a, b = ([draw.choice("abcdef") for _ in range(size)] for size in (900, 1100))
    pairs = aligned(a, b)
    check(a, b, pairs)
    assert len(pairs) == longest(a, b)


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(25)), st.sets(st.integers(0, 24)))
def test_that_of_single_words_as_many_as_can_be_are_found(order, gone):
    a = [str(n) for n in range(25) if n not in gone]
    b = [str(n) for n in order]
    before, alignment.SMALL = alignment.SMALL, 0
    try:
        pairs = aligned(a, b)
    finally:
        alignment.SMALL = before
    check(a, b, pairs)
    # Patience takes the equal ends first, which may cost a pair.
    assert len(pairs) >= longest(a, b) - 2


def test_that_a_word_more_among_many_alike_is_one_word():
    draw = Random(3)
    a = [draw.choice("xyz") + draw.choice("12345") for _ in range(400)]
    b = [*a[:200], "new", *a[200:]]
    pairs = aligned(a, b)
    assert len(pairs) == 400 and (200, 201) in pairs


def test_that_a_hundred_thousand_words_are_compared_without_a_table_of_all_pairs():
    draw = Random(4)
    a = [f"word {draw.randrange(40)}" for _ in range(50_000)]
    b = [word for word in a if draw.random() > 0.01]
    pairs = aligned(a, b)
    check(a, b, pairs)
    assert len(pairs) > 0.95 * len(b)


def test_that_a_few_words_are_compared_with_very_many_in_rows_of_a_few_bits(monkeypatch):
    seen = []

    def watched(a, b, rows=alignment._rows):
        seen.append(rows(a, b))
        return seen[-1]

    monkeypatch.setattr(alignment, "_rows", watched)
    few, many = ["0", "700", "x", "900", "y"], list(map(str, range(1, 2000)))
    pairs = aligned(few, many)
    assert pairs == [(1, 699), (3, 899)]
    assert aligned(many, few) == [(j, i) for i, j in pairs]
    assert len(seen) == 2
    assert max(row.bit_length() for rows in seen for row in rows) <= len(few)
