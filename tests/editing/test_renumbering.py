"""A pin stays at its message whatever comes, goes or moves before it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from snapviz import editing, simulate
from snapviz.scenario import edits, from_template, model
from snapviz.scenario.validity import problems_of

SNAPSHOT = model.TakeSnapshot(150_000, initiator="P1")
NAMES = ("P1", "P2", "P3")


def pinned_run(seed=1, messages=(2, 5, 9), script=()):
    """A bank run of which some messages are pinned to a strange delay."""
    scenario = replace(from_template("ring", 3, "bank", seed), script=tuple(script))
    run = simulate(scenario)
    for message in messages:
        place = editing.message_place(run.trace, message)
        scenario = edits.with_pin(scenario, *place, 100_000 + message)
    return simulate(scenario)


def pinned_messages(run):
    """Send time, sender and payload of each message that a pin hits, with the pin's delay."""
    trace = run.trace
    by_place = {
        editing.message_place(trace, message): message for message in range(trace.message_count)
    }
    found = {}
    for pin in run.scenario.delays:
        message = by_place[pin.source, pin.target, pin.index]
        control = bool(trace.message_control[message])
        payload = None if control else trace.message_payload(message)
        found[pin.delay_us] = (pin.source, int(trace.message_sent[message]), repr(payload))
    return found


def test_that_a_snapshot_s_markers_push_the_pins_behind_them():
    before = pinned_run()
    made = editing.take_snapshot(before.scenario, "P1", 1_000, run=before)
    assert made.delays != before.scenario.delays
    assert pinned_messages(simulate(made)) == pinned_messages(before)
    after = simulate(made)
    assert editing.delete_actions(after, made, [0]) == before.scenario


def test_that_a_message_goes_with_its_pin_and_the_others_close_up():
    send = model.Send(1_000, "P1", "P2", {"amount": 1})
    before = pinned_run(script=[send], messages=(0, 2, 3, 4))
    assert editing.action_of_message(before, 0) == 0
    made = editing.delete_actions(before, before.scenario, [0])
    expected = {d: m for d, m in pinned_messages(before).items() if d != 100_000}
    assert pinned_messages(simulate(made)) == expected


def test_that_a_message_moved_past_others_takes_its_pin_along():
    send = model.Send(1_000, "P1", "P2", {"amount": 1})
    before = pinned_run(script=[send], messages=(0,))
    made = editing.change_action(before, before.scenario, 0, replace(send, at_us=400_000))
    assert made.delays[0].index > 0
    assert pinned_messages(simulate(made)) == {100_000: ("P1", 400_000, repr({"amount": 1}))}


def test_that_a_refused_transfer_shifts_nothing():
    before = pinned_run()
    made = editing.send_message(before, before.scenario, "P1", "P2", 0, 5, {"amount": 10**6})
    assert made.delays == before.scenario.delays


def test_that_a_pin_of_a_message_still_to_come_moves_by_what_came_before_it():
    scenario = edits.with_pin(from_template("ring", 3), "P1", "P2", 4, 7)
    made = editing.send_message(None, scenario, "P1", "P2", 0, 5)
    assert made.delays == (model.Pin("P1", "P2", 5, 7),)
    assert editing.delete_actions(simulate(made), made, [0]) == scenario
    other = editing.send_message(None, scenario, "P2", "P1", 0, 5)
    assert other.delays == scenario.delays


def test_that_what_cannot_be_run_yet_keeps_its_pins():
    scenario = edits.with_pin(from_template("ring", 3), "P1", "P2", 4, 7)
    scenario = edits.with_action(scenario, model.Partition(5, (("P1",),)))
    made = editing.add_action(None, scenario, model.Send(0, "P1", "P2"))
    assert made.delays[0].index >= 4


@settings(max_examples=25)
@given(
    seed=st.integers(0, 50),
    pins=st.lists(st.integers(0, 24), unique=True, max_size=5),
    at=st.integers(0, 600_000),
    who=st.sampled_from(NAMES),
    what=st.sampled_from(["snapshot", "send", "remove", "later"]),
)
def test_that_pins_stay_at_their_messages(seed, pins, at, who, what):
    before = pinned_run(seed, pins, [SNAPSHOT])
    scenario = before.scenario
    assume(before.trace.message_count > 24)
    other = NAMES[NAMES.index(who) - 1]
    if what == "snapshot":
        made = editing.take_snapshot(scenario, who, at, run=before)
    elif what == "send":
        # Nothing moves, so that nobody's later transfers change.
        made = editing.send_message(before, scenario, who, other, at, at + 9, {"amount": 0})
    elif what == "remove":
        made = editing.delete_actions(before, scenario, [0])
    else:
        made = editing.change_action(before, scenario, 0, replace(SNAPSHOT, at_us=at))
    assert problems_of(made) == []
    here, there = pinned_messages(before), pinned_messages(simulate(made))
    for delay, (source, sent_us, payload) in here.items():
        if payload == "None":
            assert what == "remove" or there[delay][2] == "None"
        else:
            assert there[delay] == (source, sent_us, payload)


@pytest.mark.parametrize("index", [-1, 1])
def test_that_deleting_what_is_not_there_is_refused(index):
    run = pinned_run(script=[SNAPSHOT])
    with pytest.raises(ValueError, match="the script has no entry"):
        editing.delete_actions(run, run.scenario, [index])
