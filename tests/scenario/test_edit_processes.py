"""Processes and channels come, go and change their names with all that refers to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.scenario import edits, encode, from_template, model
from snapviz.scenario.validity import problems_of


@pytest.fixture
def scenario() -> model.Scenario:
    """A ring of three in which everything names somebody."""
    script = (
        model.Send(1, "P1", "P2", {"amount": 1}),
        model.Internal(2, "P2", "think"),
        model.TakeSnapshot(3, initiator="P3", copies=2),
        model.SetClock(4, "P1", 5),
        model.SyncClocks(5, server="P2"),
        model.Crash(6, "P3"),
        model.SetChannel(7, "P2", "P3", loss=0.5),
        model.Partition(8, (("P1", "P2"), ("P3",))),
        model.Heal(9),
    )
    made = replace(from_template("ring", 3, "bank"), script=script)
    made = replace(made, branches=(model.Branch("b", 0, script),))
    return edits.with_pin(edits.with_pin(made, "P1", "P2", 0, 5), "P3", "P1", 1, 6)


def kinds(script):
    return [action.ACTION for action in script]


def test_that_a_process_goes_with_all_that_names_it(scenario):
    made = edits.without_processes(scenario, ["P2"])
    assert [process.id for process in made.processes] == ["P1", "P3"]
    assert [(c.source, c.target) for c in made.channels] == [("P3", "P1"), ("P1", "P3")]
    left = ["snapshot", "set-clock", "crash", "partition", "heal"]
    assert kinds(made.script) == left and kinds(made.branches[0].script) == left
    assert made.script[0].copies == 1
    assert made.script[3].groups == (("P1",), ("P3",))
    assert [pin.source for pin in made.delays] == ["P3"]
    assert problems_of(made) == []


def test_that_a_partition_of_nobody_goes_too(scenario):
    partition = model.Partition(8, (("P3",),))
    scenario = replace(scenario, script=(partition,))
    assert edits.without_processes(scenario, ["P3"]).script == ()
    assert edits.without_processes(scenario, ["P1"]).script == (partition,)


def test_that_the_last_process_stays(scenario):
    with pytest.raises(ValueError, match="at least one process"):
        edits.without_processes(scenario, ["P1", "P2", "P3"])


def test_that_a_renamed_process_is_called_so_everywhere(scenario):
    made = edits.renamed(scenario, "P2", "Berlin")
    assert '"P2"' not in encode(made) and encode(made).count('"Berlin"') == 16
    assert problems_of(made) == []
    assert edits.renamed(made, "Berlin", "P2") == scenario


@pytest.mark.parametrize(
    ("name", "words"),
    [("P1", "already a process P1"), ("  ", "at least one character"), ("a\nb", "control")],
)
def test_that_a_name_no_process_may_have_is_refused(scenario, name, words):
    with pytest.raises(ValueError, match=words):
        edits.renamed(scenario, "P2", name)


def test_that_a_name_may_not_make_two_channels_look_alike():
    ids = ("a", "b", "a->b", "x")
    scenario = model.Scenario(tuple(map(model.Process, ids)), (model.Channel("a", "b"),))
    scenario = edits.with_channel(scenario, model.Channel("a->b", "x"))
    with pytest.raises(ValueError, match="would both be called"):
        edits.with_channel(edits.renamed(scenario, "b", "b->x"), model.Channel("a", "b->x"))
    with pytest.raises(ValueError, match="would both be called"):
        edits.renamed(scenario, "b", "b->x")


def test_that_a_channel_goes_with_its_messages_changes_and_pins(scenario):
    made = edits.without_channels(scenario, [("P1", "P2"), ("P2", "P3")])
    assert len(made.channels) == 4
    left = [kind for kind in kinds(scenario.script) if kind not in ("send", "set-channel")]
    assert kinds(made.script) == left and kinds(made.branches[0].script) == left
    assert [pin.source for pin in made.delays] == ["P3"]
    assert edits.without_channels(scenario, []) is scenario
    with pytest.raises(ValueError, match="no channel P1 -> P9"):
        edits.without_channels(scenario, [("P1", "P9")])


def test_that_both_ways_adds_what_is_missing_like_what_is_there():
    scenario = from_template("line", 3)
    with pytest.raises(ValueError, match="already channels both ways"):
        edits.with_both_ways(scenario, "P1", "P2")
    one = edits.without_channels(scenario, [("P2", "P1")])
    one = edits.replace_channel(one, "P1", "P2", loss=0.5)
    assert edits.with_both_ways(one, "P2", "P1").channels[-1].loss == 0.5
    both = edits.with_both_ways(one, "P1", "P3", like=one.channels[0]).channels[-2:]
    assert [(c.source, c.target, c.loss) for c in both] == [("P1", "P3", 0.5), ("P3", "P1", 0.5)]
    with pytest.raises(ValueError, match="joins two processes"):
        edits.with_both_ways(scenario, "P1", "P1")


def test_that_a_reversed_channel_takes_its_messages_along():
    scenario = edits.without_channels(from_template("line", 2), [("P2", "P1")])
    scenario = edits.with_action(scenario, model.Send(5, "P1", "P2"))
    scenario = edits.with_pin(scenario, "P1", "P2", 0, 7)
    made = edits.reversed_channel(scenario, "P1", "P2")
    assert [(u.source, u.target) for u in (*made.channels, *made.script, *made.delays)] == [
        ("P2", "P1")
    ] * 3
    with pytest.raises(ValueError, match="already a channel P2 -> P1"):
        edits.reversed_channel(from_template("line", 2), "P1", "P2")


def test_that_a_new_process_takes_the_smallest_free_number_and_a_balance(scenario):
    assert edits.free_id(scenario) == "P4"
    made, name = edits.with_new_process(edits.without_processes(scenario, ["P2"]))
    assert (name, made.processes[-1].state) == ("P2", {"balance": 1000})
    assert edits.with_new_process(from_template("ring", 3))[0].processes[-1].state == {}
    assert edits.with_new_process(scenario, (4, 5))[0].processes[-1].position == (4.0, 5.0)


def test_that_a_workload_brings_what_it_needs():
    plain = from_template("ring", 3)
    bank = edits.with_workload(plain, model.Workload("bank"))
    assert [process.state for process in bank.processes] == [{"balance": 1000}] * 3
    token = edits.with_workload(bank, model.Workload("token"))
    assert [process.state["token"] for process in token.processes] == [1, 0, 0]
    twice = edits.replace_process(plain, "P2", state={"token": 5})
    assert [
        process.state["token"]
        for process in edits.with_workload(twice, model.Workload("token")).processes
    ] == [0, 1, 0]
    assert edits.with_workload(token, token.workload) is token


def test_that_what_changes_nothing_is_the_same_scenario(scenario):
    assert edits.renamed(scenario, "P1", "P1") is scenario
    assert edits.set_clock(scenario, "P1", 0, 0) is scenario
    assert edits.moved_action(scenario, 0, 1) is scenario
    assert edits.with_pin(scenario, "P1", "P2", 0, 5) is scenario
    assert edits.positioned(scenario) is scenario
    made = edits.renamed(scenario, "P1", "Q")
    assert made.channels[1] is not scenario.channels[1]
    assert made.channels[2] is scenario.channels[2]


def test_that_a_message_shifts_the_pins_behind_it_and_back(scenario):
    send = model.Send(0, "P1", "P2")
    made = edits.insert_send(scenario, send, 0)
    assert [(pin.source, pin.index) for pin in made.delays] == [("P1", 1), ("P3", 1)]
    assert edits.remove_action(made, len(scenario.script), 0) == scenario
    with pytest.raises(ValueError, match="no channel P1 -> P9"):
        edits.insert_send(scenario, replace(send, target="P9"), 0)


def test_that_a_rollback_moved_back_aims_no_later_than_itself(scenario):
    scenario = edits.with_action(scenario, model.Rollback(100, 80))
    made = edits.moved_action(scenario, 9, 50)
    assert made.script[9] == model.Rollback(50, 50)
    assert edits.moved_action(scenario, 9, -5).script[9] == model.Rollback(0, 0)
