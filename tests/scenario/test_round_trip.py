"""What is written can be read, and says the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from snapviz.scenario import decode, encode, model
from tests.scenario.strategies import CATALOGUE, scenarios

SAMPLES = Path(__file__).with_name("samples")

whole = settings(
    deadline=None,
    derandomize=True,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@whole
@given(scenarios())
def test_that_decoding_what_was_encoded_gives_an_equal_scenario(scenario):
    text = encode(scenario)
    again = decode(text, CATALOGUE)
    assert again == scenario
    assert encode(again) == text
    assert decode(text.encode(), CATALOGUE) == scenario


@pytest.mark.deep
@settings(whole, max_examples=1500)
@given(scenarios())
def test_that_many_scenarios_survive_the_round_trip(scenario):
    assert decode(encode(scenario), CATALOGUE) == scenario


def test_that_the_order_of_keys_and_white_space_do_not_change_the_canonical_text():
    text = (SAMPLES / "v1.snapviz.json").read_text(encoding="utf-8")

    def reversed_keys(value):
        if isinstance(value, dict):
            free = {key: value[key] for key in ("state", "payload") if key in value}
            return {key: reversed_keys(value[key]) for key in reversed(value)} | free
        return [reversed_keys(item) for item in value] if isinstance(value, list) else value

    shuffled = json.dumps(reversed_keys(json.loads(text)), indent=7)
    assert encode(decode(shuffled, CATALOGUE)) == encode(decode(text, CATALOGUE))


def test_that_the_text_is_pretty_with_one_line_for_each_leaf():
    scenario = model.Scenario(
        processes=(model.Process("P1", {"balance": 1000}, (0.0, 0.5)), model.Process("P2")),
        channels=(model.Channel("P1", "P2", delay=model.Uniform(40_000, 80_500)),),
        title="Übung",
        script=(
            model.Send(200_000, "P1", "P2", {"amount": 40}, 12_500),
            model.TakeSnapshot(1, initiator="P1"),
        ),
        delays=(model.Pin("P1", "P2", 3, 1),),
        branches=(model.Branch("what if", 300_000, (model.Heal(300_001),)),),
    )
    assert encode(scenario) == (
        "{\n"
        '  "format": "snapviz/scenario",\n'
        '  "version": 1,\n'
        '  "title": "Übung",\n'
        '  "processes": [\n'
        '    {"id": "P1", "state": {"balance": 1000}, "position": [0, 0.5]},\n'
        '    {"id": "P2"}\n'
        "  ],\n"
        '  "channels": [\n'
        '    {"from": "P1", "to": "P2", '
        '"delay": {"kind": "uniform", "low_ms": 40, "high_ms": 80.5}}\n'
        "  ],\n"
        '  "script": [\n'
        '    {"at_ms": 200, "action": "send", "from": "P1", "to": "P2", '
        '"payload": {"amount": 40}, "delay_ms": 12.5},\n'
        '    {"at_ms": 0.001, "action": "snapshot", "initiator": "P1"}\n'
        "  ],\n"
        '  "delays": [\n'
        '    {"from": "P1", "to": "P2", "index": 3, "delay_ms": 0.001}\n'
        "  ],\n"
        '  "branches": [\n'
        '    {"name": "what if", "from_ms": 300,\n'
        '      "script": [\n'
        '        {"at_ms": 300.001, "action": "heal"}\n'
        "      ]\n"
        "    }\n"
        "  ]\n"
        "}\n"
    )


def test_that_only_format_version_and_processes_are_needed():
    text = '{"format": "snapviz/scenario", "version": 1, "processes": [{"id": "P1"}]}'
    assert decode(text) == model.Scenario(processes=(model.Process("P1"),))


def test_that_processes_never_share_a_state():
    text = '{"format": "snapviz/scenario", "version": 1, "processes": [{"id": "a"}, {"id": "b"}]}'
    a, b = decode(text).processes
    assert a.state == b.state == {}
    assert a.state is not b.state


def test_that_whole_floats_count_as_integers(document):
    document["processes"][0]["state"]["balance"] = 40.0
    document["script"][0]["payload"]["amount"] = 1e2
    document["seed"] = 7.0
    document["version"] = 1.0
    scenario = decode(json.dumps(document))
    assert repr(scenario.processes[0].state) == "{'balance': 40}"
    assert repr(scenario.script[0].payload) == "{'amount': 100}"
    assert repr(scenario.seed) == "7"


@pytest.mark.parametrize(
    ("written", "microseconds"),
    [
        ("12.5", 12_500),
        ("0.001", 1),
        ("12.500000", 12_500),
        ("1250e-2", 12_500),
        ("0.00100000000000000000000000", 1),
        ("1.25E1", 12_500),
        ("999999999999.999", 999_999_999_999_999),
        ("1000000000000", 10**15),
        ("1e12", 10**15),
        ("0e-400", 0),
        ("-0.0", 0),
    ],
)
def test_that_milliseconds_are_read_exactly(written, microseconds):
    text = '{"format": "snapviz/scenario", "version": 1, "processes": [{"id": "a"}], '
    scenario = decode(text + f'"duration_ms": {written}}}')
    assert scenario.duration_us == microseconds
    assert type(scenario.duration_us) is int
    assert decode(encode(scenario)) == scenario
