"""Regular expressions as JavaScript has them, and what is done about those that never end."""

from __future__ import annotations

import re

import pytest

from snapviz.formats.shiviz.matching import find
from snapviz.formats.shiviz.patterns import delimiter_pattern, parser_pattern, translated
from snapviz.scenario import ScenarioError

# (as written, what it matches, what it does not)
MEANINGS = [
    (r"(?<x>a)\k<x>", "aa", "ab"),
    (r"(?P<x>a)(b)\2", "abb", "aba"),
    (r"{.*}", "{a}", "a"),
    (r"a{2}b{1,}", "aabb", "ab"),
    (r"a{,2}", "a{,2}", "aa"),
    (r"\w+", "a_1", "é"),
    (r"\d+", "12", "٣"),
    (r"[\w-]+", "a-b", "a+b"),
    (r"[a\-\d]+", "1-a", "b"),
    (r"[^]", "\n", ""),
    (r"x[]?", "x", "y"),
    (r"[[&&~~]+", "[&~[", "a"),
    (r"\/\A\Z", "/AZ", ""),
    (r".", "a", "\u2028"),
    (r"\x41\u0042", "AB", "ab"),
    (r"(?<=a)?b(?!c)", "b", "c"),
]


@pytest.mark.parametrize(("pattern", "yes", "no"), MEANINGS)
def test_that_a_pattern_means_what_it_means_in_javascript(pattern, yes, no):
    made = re.compile(translated(pattern, "--parser"), re.MULTILINE)
    assert made.fullmatch(yes) and not made.fullmatch(no)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?<host>a", "--parser column 1: is no regular expression"),
        ("ab(?<host>.)[c", "column 13"),
        ("(?<host>.)(?<host>.)", "is no regular expression: redefinition of group name"),
        ("(?<host>.)(?<event>.)", "has no named group (?<clock>...)"),
    ],
)
def test_that_what_is_no_parser_is_refused_with_its_column(pattern, words):
    with pytest.raises(ScenarioError) as refused:
        parser_pattern(pattern)
    assert words in str(refused.value)


def test_that_a_delimiter_that_is_everywhere_is_refused():
    with pytest.raises(ScenarioError, match="matches the empty text"):
        delimiter_pattern("x*")


def test_that_a_parser_that_never_ends_is_given_up():
    with pytest.raises(ScenarioError, match="takes longer than 0.3 s"):
        find("a" * 60 + "\n", "(?P<host>(a+)+)(?P<clock>b)(?P<event>c)", None, seconds=0.3)
