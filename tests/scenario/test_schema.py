"""The JSON Schema says what the reader does, as far as a schema can."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from snapviz.resources import resources_folder
from snapviz.scenario import ScenarioError, decode, encode, json_schema, schema
from tests.scenario.strategies import CATALOGUE, scenarios
from tests.scenario.test_problems import ABSENT, BROKEN, put

SAMPLES = Path(__file__).with_name("samples")
VALIDATOR = Draft202012Validator(json_schema())

# What a schema cannot see, by a word of the reader's message.
BEYOND_A_SCHEMA = (
    "decimals",
    "already",
    "not the id of a process",
    "there is no channel",
    "where the channel starts",
    "control character",
    "surrogate",
    "above",
    "beside initiator",
    "without a standby",
    "process that starts it",
    "global-clock",
    "later than",
    "other processes",
    "before the branch",
    "time would stand",
    "64 bits",
    "is unknown; allowed: none, bank",
)


def test_that_the_committed_schema_is_the_generated_one():
    committed = (resources_folder() / "scenario.schema.json").read_text(encoding="utf-8")
    assert committed == schema.schema_text(), "run python -m snapviz.scenario.schema"


def test_that_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json_schema())
    references = [line for line in schema.schema_text().splitlines() if "$ref" in line]
    assert len(references) >= 5


@settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(scenarios())
def test_that_the_schema_accepts_every_file_the_reader_accepts(scenario):
    VALIDATOR.validate(json.loads(encode(scenario)))


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.name)
def test_that_the_schema_accepts_the_current_sample(sample):
    document = json.loads(sample.read_text(encoding="utf-8"))
    if document["version"] == json_schema()["properties"]["version"]["const"]:
        VALIDATOR.validate(document)


@pytest.mark.parametrize(
    ("path", "value", "place", "words"),
    BROKEN,
    ids=lambda part: "absent" if part is ABSENT else str(part)[:30],
)
def test_that_the_schema_refuses_what_it_can_see(document, path, value, place, words):
    VALIDATOR.validate(document)
    put(document, path, value)
    with pytest.raises(ScenarioError) as caught:
        decode(json.dumps(document), CATALOGUE)
    message = " ".join(problem.message for problem in caught.value.problems)
    if not any(word in message for word in BEYOND_A_SCHEMA):
        assert not VALIDATOR.is_valid(document)
