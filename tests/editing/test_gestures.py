"""What is pointed at in the space-time diagram happens in the next run."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from snapviz import editing, simulate
from snapviz.scenario import edits, from_template, model
from snapviz.scenario.validity import problems_of


@pytest.fixture
def scenario() -> model.Scenario:
    return from_template("ring", 3, "bank", seed=3)


@pytest.fixture
def quiet(scenario) -> model.Scenario:
    """The same where only the script sends."""
    return edits.with_workload(scenario, model.Workload("none"))


def test_that_a_drawn_message_leaves_and_arrives_where_it_was_pointed(quiet):
    run = simulate(quiet)
    made = editing.send_message(run, quiet, "P1", "P2", 20_000, 75_000)
    after = simulate(made, earlier=run)
    assert after.trace.message_sent.tolist() == [20_000]
    assert after.trace.message_received.tolist() == [75_000]
    assert made.script[0].payload == {"amount": 10}
    assert editing.delete_action_of(after, made, 0) == quiet


def test_that_a_message_arrives_no_earlier_than_it_leaves_and_never_at_home(quiet):
    made = editing.send_message(None, quiet, "P1", "P2", 20_000, 10_000, {})
    assert made.script[0].delay_us == 0
    with pytest.raises(ValueError, match="from one process to another"):
        editing.send_message(None, quiet, "P1", "P1", 0, 1)
    with pytest.raises(ValueError, match="no process P9"):
        editing.send_message(None, quiet, "P1", "P9", 0, 1)


def test_that_a_missing_channel_is_made_for_a_message(quiet):
    scenario = edits.without_channels(quiet, [("P1", "P2")])
    made = editing.send_message(simulate(scenario), scenario, "P1", "P2", 0, 9)
    assert made.channels[-1] == model.Channel("P1", "P2")
    assert problems_of(made) == []


def test_that_a_message_carries_no_more_than_its_sender_has(quiet):
    poor = edits.replace_process(quiet, "P1", state={"balance": 4})
    run = simulate(poor)
    assert editing.default_payload(poor, run, "P1", 5) == {"amount": 4}
    assert editing.default_payload(poor, label="hi") == {"amount": 10, "label": "hi"}
    plain = from_template("ring", 3)
    assert editing.default_payload(plain) == {}
    assert editing.default_payload(plain, label="hi") == {"label": "hi"}


def test_that_a_dragged_arrow_head_arrives_there_and_springs_back_when_released(scenario):
    run = simulate(scenario)
    for message in (0, 3, 8):
        sent = int(run.trace.message_sent[message])
        made = editing.set_arrival(run, scenario, message, sent + 300_000)
        after = simulate(made, earlier=run)
        assert after.trace.message_received[message] == sent + 300_000
        assert editing.release_arrival(after, made, message) == scenario
        early = editing.set_arrival(run, scenario, message, sent - 5)
        assert early.delays[0].delay_us == 0
    assert editing.release_arrival(run, scenario, 0) is scenario


def test_that_a_lost_message_and_a_duplicate_have_no_head_to_drag(scenario):
    for channel in scenario.channels:
        ends = (channel.source, channel.target)
        scenario = edits.replace_channel(scenario, *ends, loss=0.4, duplication=0.6)
    run = simulate(scenario)
    lost = int(np.flatnonzero(run.trace.message_lost)[0])
    copy = min(run.trace.message_copies)
    with pytest.raises(ValueError, match="lost on its channel"):
        editing.set_arrival(run, scenario, lost, 10**6)
    with pytest.raises(ValueError, match="duplicate its channel made"):
        editing.set_arrival(run, scenario, copy, 10**6)
    original = run.trace.message_copies[copy]
    assert editing.message_place(run.trace, copy) == editing.message_place(run.trace, original)


def test_that_a_click_takes_a_snapshot_there(scenario):
    made = editing.take_snapshot(scenario, "P2", 100_000, run=simulate(scenario))
    run = simulate(made)
    assert (run.snapshots[0].initiator, run.snapshots[0].started_us) == ("P2", 100_000)
    with pytest.raises(ValueError, match="no process P9"):
        editing.take_snapshot(scenario, "P9", 0)


def test_that_a_snapshot_by_the_clocks_is_taken_at_the_clicked_reading(scenario):
    scenario = edits.set_clock(scenario, "P2", 7_000, 1_000_000)
    scenario = editing.set_offset(scenario, "P2", 50_000, 9_000)
    made = editing.take_snapshot(scenario, "P2", 150_000, "global-clock")
    assert made.script[-1].at_local_us == 150_000 + 9_000 + 100
    assert made.script[-1].initiator is None


def test_that_a_clock_handle_sets_the_start_or_from_there_on(scenario):
    assert editing.set_offset(scenario, "P1", None, 5).processes[0].clock.offset_us == 5
    once = editing.set_offset(scenario, "P1", 10, 5)
    twice = editing.set_offset(once, "P1", 10, 6)
    assert twice.script == (model.SetClock(10, "P1", 6),)
    assert editing.set_offset(twice, "P1", 10, 6) is twice
    with pytest.raises(ValueError, match="no process P9"):
        editing.set_offset(scenario, "P9", 10, 5)


def test_that_every_row_and_message_is_traced_to_its_line_of_the_script(scenario):
    script = (
        model.TakeSnapshot(90_000, initiator="P1"),
        model.Send(40_000, "P2", "P3", {"amount": 1}),
        model.Send(40_000, "P2", "P3", {"amount": 10**6}),
        model.Internal(40_000, "P1", "think"),
        model.TakeSnapshot(80_000, initiator="P3"),
        model.Internal(5_000_000, "P1", "never"),
    )
    run = simulate(replace(scenario, script=script))
    assert [editing.action_of_snapshot(run, number) for number in (0, 1, 2)] == [4, 0, None]
    (sent,) = editing.messages_of_action(run, 1)
    assert run.trace.message_payload(sent) == {"amount": 1}
    assert editing.action_of_message(run, sent) == 1
    assert editing.messages_of_action(run, 2) == []
    for index, expected in ((4, 6), (0, 6), (3, 0), (5, 0)):
        messages = editing.messages_of_action(run, index)
        assert len(messages) == expected
        assert {editing.action_of_message(run, message) for message in messages} <= {index}
    assert not editing.rows_of_action(run, 5)
    for index in range(5):
        rows = editing.rows_of_action(run, index)
        assert {editing.action_of_row(run, row) for row in rows} == {index}
    by_script = sum(end - first for first, end in run.trace.action_spans)
    traced = [editing.action_of_row(run, row) for row in range(run.trace.row_count)]
    assert sum(action is not None for action in traced) == by_script
    every = editing.actions_of_rows(run, np.arange(run.trace.row_count))
    assert every == {row: action for row, action in enumerate(traced) if action is not None}
    with pytest.raises(ValueError, match="the workload sent this message"):
        workload = traced_to_nobody(run)
        editing.delete_action_of(run, run.scenario, workload)


def traced_to_nobody(run):
    messages = range(run.trace.message_count)
    return next(m for m in messages if editing.action_of_message(run, m) is None)


def test_that_messages_on_a_channel_are_counted_up_to_an_instant(scenario):
    run = simulate(scenario)
    trace = run.trace
    for channel in range(len(trace.channel_ends)):
        sent = trace.message_sent[trace.message_channel == channel].tolist()
        for at_us in (0, *sent, 10**9):
            expected = sum(time < at_us for time in sent)
            assert editing.channel_index_at(trace, channel, at_us) == expected
