"""Whatever bytes come, the answer is a scenario or a ScenarioError."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snapviz.scenario import ScenarioError, decode, encode
from tests.scenario.strategies import CATALOGUE

SAMPLE = Path(__file__).with_name("samples") / "v1.snapviz.json"
TEXT = SAMPLE.read_bytes()
quick = settings(
    deadline=None,
    derandomize=True,
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow],
)

junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["P1", "P2", "fixed", "snapshot", "", "P" * 5000, 10**400, -1, 0.0001]),
    st.sampled_from([[], {}, [[]], [{}], {"kind": "fixed"}, {"action": "send"}, ["P1", "P1"]]),
)


def decodes_or_is_refused(data: bytes | str) -> None:
    try:
        scenario = decode(data, CATALOGUE)
    except ScenarioError as error:
        assert error.problems
        lines = str(error).split("\n")
        assert all(": " in line and line.isprintable() for line in lines)
        assert max(map(len, lines)) < 2000
    else:
        assert decode(encode(scenario), CATALOGUE) == scenario


def places_in(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places_in(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places_in(item, (*path, index))


PLACES = [place for place in places_in(json.loads(TEXT)) if place]


def changed(document, place, action, value):
    *parents, last = place
    try:
        for step in parents:
            document = document[step]
        if action == "remove":
            del document[last]
        elif action == "rename" and isinstance(document, dict):
            document[str(value)] = document.pop(last)
        elif action == "repeat" and isinstance(document, list):
            document.append(deepcopy(document[last]))
        else:
            document[last] = value
    except (LookupError, TypeError):
        pass  # an earlier change took the place away


changes = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.sampled_from(["replace", "remove", "rename", "repeat"]),
        junk,
    ),
    min_size=1,
    max_size=4,
)


def change_and_decode(steps) -> None:
    document = json.loads(TEXT)
    for place, action, value in steps:
        # The junk is made once; a later step would change it for every example to come.
        changed(document, place, action, deepcopy(value))
    decodes_or_is_refused(json.dumps(document))


@quick
@given(changes)
def test_that_changed_structure_decodes_or_is_refused(steps):
    change_and_decode(steps)


@pytest.mark.deep
@settings(quick, max_examples=6000)
@given(changes)
def test_that_much_changed_structure_decodes_or_is_refused(steps):
    change_and_decode(steps)


splices = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 20), st.binary(max_size=6)),
    min_size=1,
    max_size=3,
)


def splice_and_decode(steps) -> None:
    data = TEXT
    for start, length, inserted in steps:
        data = data[:start] + inserted + data[start + length :]
    decodes_or_is_refused(data)


@quick
@given(splices)
def test_that_changed_bytes_decode_or_are_refused(steps):
    splice_and_decode(steps)


@pytest.mark.deep
@settings(quick, max_examples=6000)
@given(splices)
def test_that_much_changed_bytes_decode_or_are_refused(steps):
    splice_and_decode(steps)


def test_that_every_beginning_of_a_file_is_refused():
    for length in range(0, len(TEXT.rstrip()), 7):
        with pytest.raises(ScenarioError):
            decode(TEXT[:length], CATALOGUE)


@pytest.mark.parametrize("value", [None, True, 0, -1, 1.5, "", "x", [], {}, [1], {"a": 1}])
def test_that_any_value_anywhere_decodes_or_is_refused(value):
    for place in PLACES:
        document = json.loads(TEXT)
        changed(document, place, "replace", value)
        decodes_or_is_refused(json.dumps(document))
