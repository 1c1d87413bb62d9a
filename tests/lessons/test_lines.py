"""Each value of a JSON text is found on the line on which it stands."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.lessons.lines import lines_of, with_lines
from snapviz.scenario.problems import ROOT, Problem, render_place

values = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.none(), st.text(max_size=6)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def places(value, place=ROOT):
    yield place, value
    if isinstance(value, dict | list):
        children = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in children:
            yield from places(child, (place, key))


@settings(max_examples=60)
@given(values)
def test_that_every_value_is_found_where_it_is(value):
    """With every value on a line of its own, lines count the values and closing brackets."""
    text = json.dumps(value, indent=1)
    found, lines = lines_of(text), text.split("\n")
    for place, inner in places(value):
        line = lines[found[render_place(place)] - 1].strip().rstrip(",")
        opened = json.dumps(inner, indent=1).split("\n")[0]
        key = f"{json.dumps(place[1])}: " if place and isinstance(place[1], str) else ""
        assert line == key + opened


def test_that_what_is_missing_is_on_the_line_of_what_lacks_it():
    text = '{\n "steps": [\n  {"id": "a"},\n  {}\n ]\n}'
    problems = [Problem("steps[1].id", "is missing"), Problem("(document)", "x")]
    assert [str(p) for p in with_lines(problems, text)] == [
        "line 4, steps[1].id: is missing",
        "line 1: x",
    ]
