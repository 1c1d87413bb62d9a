"""Edits are pure: a new scenario comes out, the old one stays."""

from __future__ import annotations

import pytest

from snapviz.scenario import decode, edits, encode, from_template, model


@pytest.fixture
def scenario() -> model.Scenario:
    return from_template("ring", 3, "bank")


def unchanged_by(scenario, edit, *args, **kwargs):
    before = encode(scenario)
    made = edit(scenario, *args, **kwargs)
    assert encode(scenario) == before
    assert decode(encode(made)) == made
    return made


def pins(scenario):
    return [(pin.source, pin.index, pin.delay_us) for pin in scenario.delays]


def test_that_a_pin_is_added_then_replaced_in_place_then_removed(scenario):
    one = unchanged_by(scenario, edits.with_pin, "P1", "P2", 3, 500)
    two = unchanged_by(one, edits.with_pin, "P2", "P1", 3, 600)
    three = unchanged_by(two, edits.with_pin, "P1", "P2", 3, -700)
    assert pins(two) == [("P1", 3, 500), ("P2", 3, 600)]
    assert pins(three) == [("P1", 3, 0), ("P2", 3, 600)]
    assert pins(unchanged_by(three, edits.without_pin, "P1", "P2", 3)) == [("P2", 3, 600)]
    assert edits.without_pin(three, "P1", "P2", 9) is three


def test_that_pins_behind_an_inserted_message_are_renumbered(scenario):
    for index in (0, 2, 3):
        scenario = edits.with_pin(scenario, "P1", "P2", index, index)
    scenario = edits.with_pin(scenario, "P2", "P1", 5, 5)
    later = unchanged_by(scenario, edits.shift_pins, "P1", "P2", 2)
    assert pins(later) == [("P1", 0, 0), ("P1", 3, 2), ("P1", 4, 3), ("P2", 5, 5)]
    assert (
        edits.shift_pins(edits.shift_pins(scenario, "P1", "P2", 2), "P1", "P2", 2, -1) == scenario
    )
    assert pins(edits.shift_pins(scenario, "P1", "P2", 2, -1)) == [
        ("P1", 0, 0),
        ("P1", 2, 3),
        ("P2", 5, 5),
    ]


def test_that_actions_come_go_and_change_by_their_place_in_the_script(scenario):
    send, crash = model.Send(5, "P1", "P2", {"amount": 1}), model.Crash(5, "P1")
    both = unchanged_by(unchanged_by(scenario, edits.with_action, send), edits.with_action, crash)
    assert both.script == (send, crash)
    assert edits.without_action(both, 0).script == (crash,)
    later = model.Crash(9, "P2")
    assert unchanged_by(both, edits.replace_action, 1, later).script == (send, later)
    for edit in (edits.without_action, lambda *args: edits.replace_action(*args, crash)):
        for index in (-1, 2):
            with pytest.raises(ValueError, match="the script has no entry"):
                edit(both, index)


def test_that_a_channel_changes_for_the_whole_run(scenario):
    made = unchanged_by(scenario, edits.replace_channel, "P2", "P3", fifo=False, loss=0.5)
    changed = made.channels[made.channel_index()["P2", "P3"]]
    assert (changed.fifo, changed.loss, changed.delay) == (False, 0.5, scenario.channels[0].delay)
    assert sum(a != b for a, b in zip(made.channels, scenario.channels, strict=True)) == 1


def test_that_a_clock_keeps_what_is_not_set(scenario):
    made = unchanged_by(scenario, edits.set_clock, "P2", offset_us=35_000)
    made = unchanged_by(made, edits.set_clock, "P2", drift_ppb=7)
    assert made.processes[1].clock == model.Clock(35_000, 7)
    assert made.processes[0].clock == model.Clock()


def test_that_processes_and_channels_are_added_last(scenario):
    made = unchanged_by(scenario, edits.with_process, model.Process("P4", position=(3.0, 4.0)))
    made = unchanged_by(made, edits.with_channel, model.Channel("P4", "P1"))
    assert made.processes[-1].id == "P4"
    assert made.channels[-1] == model.Channel("P4", "P1")
    moved = unchanged_by(made, edits.replace_process, "P4", position=(0.0, 0.5))
    assert moved.processes[-1].position == (0.0, 0.5)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda s: edits.with_pin(s, "P1", "P9", 0, 0), "no channel P1 -> P9"),
        (lambda s: edits.replace_channel(s, "P1", "P1"), "no channel P1 -> P1"),
        (lambda s: edits.set_clock(s, "P9", 1), "no process P9"),
        (lambda s: edits.with_process(s, model.Process("P1")), "already a process P1"),
        (lambda s: edits.with_channel(s, model.Channel("P1", "P2")), "already a channel P1 -> P2"),
        (lambda s: edits.with_channel(s, model.Channel("P1", "P9")), "no process P9"),
        (lambda s: edits.replace_process(s, "P1", id="P7"), "keeps its id"),
    ],
)
def test_that_an_edit_of_what_does_not_exist_is_refused_in_words(scenario, edit, words):
    with pytest.raises(ValueError, match=words):
        edit(scenario)
