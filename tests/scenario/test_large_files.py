"""Files of 10 MB are read whole, and bad ones refused with every place right."""

from __future__ import annotations

import json

import pytest

from snapviz.scenario import ScenarioError, decode, model

RING = 10


def heading() -> dict:
    return {
        "format": "snapviz/scenario",
        "version": 1,
        "processes": [{"id": f"P{i}", "state": {"balance": 1000}} for i in range(RING)],
        "channels": [{"from": f"P{i}", "to": f"P{(i + 1) % RING}"} for i in range(RING)],
    }


def actions(count: int) -> list[dict]:
    return [
        {
            "at_ms": i / 8,
            "action": "send",
            "from": f"P{i % RING}",
            "to": f"P{(i + 1) % RING}",
            "payload": {"amount": i, "memo": "a line somebody wrote"},
            "delay_ms": 160.5,
        }
        for i in range(count)
    ]


def test_that_eighty_thousand_actions_are_read_as_written():
    text = json.dumps({**heading(), "script": actions(80_000)})
    assert len(text) > 10_000_000
    script = decode(text).script
    assert len(script) == 80_000
    for i in (0, 1, 12_345, 79_999):
        ends = f"P{i % RING}", f"P{(i + 1) % RING}"
        assert (script[i].at_us, script[i].source, script[i].target) == (i * 125, *ends)
        assert (script[i].payload["amount"], script[i].delay_us) == (i, 160_500)


def test_that_a_hundred_thousand_pins_are_read_as_written():
    pins = [
        {"from": f"P{i % RING}", "to": f"P{(i + 1) % RING}", "index": i // RING, "delay_ms": i / 4}
        for i in range(100_000)
    ]
    delays = decode(json.dumps({**heading(), "delays": pins})).delays
    assert len(delays) == 100_000
    assert delays[-1] == model.Pin("P9", "P0", 9_999, 24_999_750)


def test_that_many_channels_are_read_as_written():
    names = [f"P{i}" for i in range(250)]
    document = heading() | {
        "processes": [{"id": name} for name in names],
        "channels": [{"from": a, "to": b, "loss": 0.5} for a in names for b in names if a != b],
    }
    channels = decode(json.dumps(document)).channels
    assert len(channels) == 250 * 249
    assert channels[-1] == model.Channel("P249", "P248", loss=0.5)


def test_that_the_one_mistake_in_a_large_file_is_found():
    script = actions(80_000)
    script[76_543]["to"] = "P77"
    with pytest.raises(ScenarioError) as caught:
        decode(json.dumps({**heading(), "script": script}))
    (problem,) = caught.value.problems
    assert problem.path == "script[76543].to"


def test_that_a_large_file_of_mistakes_is_refused_in_few_words():
    script = actions(20_000)
    for action in script:
        action["from"] = "Q1"
        action["colour"] = 1
    with pytest.raises(ScenarioError) as caught:
        decode(json.dumps({**heading(), "script": script}))
    lines = str(caught.value).split("\n")
    assert len(lines) == 101
    assert lines[1].startswith("script[0].colour: ")
