"""Texts that are no JSON, or JSON of a kind nobody should trust."""

from __future__ import annotations

import json

import pytest

from snapviz.scenario import ScenarioError, decode, looks_like_scenario
from tests.scenario.test_problems import problems_of

HEAD = '{"format": "snapviz/scenario", "version": 1, "processes": [{"id": "a"}]'


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "(document)", "the file is empty"),
        (" \n\t", "(document)", "the file is empty"),
        (b"\xef\xbb\xbf", "(document)", "the file is empty"),
        ("[1]", "(document)", "a list is not a scenario"),
        ('"text"', "(document)", '"text" is not a scenario'),
        ("null", "(document)", "null is not a scenario"),
        ('{\n "a": 1,\n}', "line ", "this is not valid JSON"),
        ('{\n  "a" 1}', "line 2 column 7", "this is not valid JSON: expecting ':' delimiter"),
        ('{"a": 1', "line 1 column 8", "but the text ends"),
        ("{} {}", "line 1 column 4", "extra data"),
        ("{'a': 1}", "line 1 column 2", "this is not valid JSON"),
        ('{"a": "\n"}', "line 1 column 8", "control character"),
        (b'{\n"a": "\xff"}', "line 2 column 7", "byte 0xff is not UTF-8"),
        ("{}".encode("utf-16"), "line 1 column 1", "byte 0xff is not UTF-8"),
        (HEAD + ', "seed": 01}', "line 1 column 83", "this is not valid JSON"),
        ("[" * 200_000, "line 1 column 201", "brackets are nested more than 200 deep"),
        (HEAD + ',\n"title": ' + "[" * 100_000 + "]" * 100_000 + "}", "line 2 column", "deep"),
        ('{"a":' * 200_000, "line 1 column 1001", "brackets are nested more than 200 deep"),
    ],
)
def test_that_a_text_that_is_no_json_object_is_refused_with_its_place(text, place, words):
    (line,) = problems_of(text)
    assert line.startswith(place), line
    assert words in line


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("NaN", "NaN is not a number in JSON"),
        ("Infinity", "Infinity is not a number in JSON"),
        ("-Infinity", "-Infinity is not a number in JSON"),
        ("1e999", "a number beyond 10^308 is too large to hold"),
        ("-1e999", "is too small to hold"),
        ("9" * 5000, "a number beyond 10^308 is too large to hold"),
        ("-" + "9" * 5000, "is too small to hold"),
        ("1" * 400 + ".5", "a number beyond 10^308 is too large to hold"),
        ("0.1000000000000000000001", "has more than 3 decimals"),
        ("1e-400", "has more than 3 decimals"),
        ("1e-99999999999999999999", "has more than 3 decimals"),
        ("123456789012.34567", "has more than 3 decimals"),
        ("999999999999.9999999", "has more than 3 decimals"),
    ],
)
def test_that_a_number_that_cannot_be_kept_is_refused(number, words):
    (line,) = problems_of(HEAD + f', "duration_ms": {number}}}')
    assert line.startswith("duration_ms: ")
    assert words in line
    assert len(line) < 200


@pytest.mark.parametrize("number", ["NaN", "1e999", "-Infinity", "9" * 5000])
def test_that_free_objects_hold_finite_numbers_only(number):
    text = HEAD.replace('"a"', f'"a", "state": {{"x": [1, {number}]}}') + "}"
    (line,) = problems_of(text)
    assert line.startswith("processes[0].state.x[1]: ")


def test_that_free_numbers_are_plain_floats():
    text = HEAD.replace('"a"', '"a", "state": {"x": 0.30000000000000000004}') + "}"
    (process,) = decode(text).processes
    assert type(process.state["x"]) is float


def test_that_an_amount_that_only_rounds_to_an_integer_is_refused():
    text = HEAD.replace('"a"', '"a", "state": {"balance": 1.00000000000000000001}') + "}"
    assert "is not an integer" in problems_of(text)[0]


def test_that_a_key_given_twice_is_refused_with_its_place():
    text = HEAD + ', "seed": 1, "seed": 2, "workload": {"kind": "none", "kind": "bank"}}'
    assert problems_of(text) == [
        "seed: is given twice in the same object; allowed: once",
        "workload.kind: is given twice in the same object; allowed: once",
    ]


def test_that_keys_given_twice_deep_inside_are_found_in_document_order():
    state = '{"x": [{"k": 1}, {"k": 1, "k": 1, "k": 2}], "y": {"z": 1, "z": 1}}'
    text = HEAD.replace('"a"', f'"a", "state": {state}') + "}"
    assert [line.split(": ")[0] for line in problems_of(text)] == [
        "processes[0].state.x[1].k",
        "processes[0].state.y.z",
    ]


def test_that_free_objects_nest_64_levels_and_no_more():
    def nested(levels):
        state = '{"a": ' * (levels - 1) + "{}" + "}" * (levels - 1)
        return HEAD.replace('"a"', f'"a", "state": {state}') + "}"

    decode(nested(64))
    (line,) = problems_of(nested(65))
    assert "allowed: 64 levels" in line
    (line,) = problems_of(nested(150))
    assert "allowed: 64 levels" in line


def test_that_a_byte_order_mark_is_accepted():
    text = HEAD + "}"
    assert decode("\ufeff" + text) == decode(b"\xef\xbb\xbf" + text.encode()) == decode(text)


def test_that_the_content_decides_what_a_file_is():
    assert looks_like_scenario(b"\xef\xbb\xbf \n{")
    assert looks_like_scenario("\ufeff{}")
    assert not looks_like_scenario(b"host {}")
    assert not looks_like_scenario("")


def test_that_an_error_line_never_holds_raw_control_characters():
    (line,) = problems_of(HEAD + ', "\\u001b[31m\\u202e": 1}')
    assert line.startswith('["\\u001b[31m\\u202e"]: is an unknown field')


def test_that_problems_of_a_file_carry_its_name():
    error = ScenarioError([], "odd\nname\udcff.json")
    assert error.file == "odd\\nname\\udcff.json"
    assert json.dumps(error.file).isascii()
