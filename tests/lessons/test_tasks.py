"""What a student has made counts if it is what the task asks for, not if it gets there another way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.lessons.conditions import holds
from snapviz.lessons.facts import World
from snapviz.lessons.reading import load_lesson
from snapviz.lessons.shelf import shipped_folders
from snapviz.scenario.model import Crash, Heal, Scenario, SetChannel, TakeSnapshot
from snapviz.simulation import simulate

FOLDERS = {folder.name: folder for folder in shipped_folders()}


def with_each(kind, **fields):
    """The change that gives every action of a kind other fields."""

    def changed(scenario: Scenario) -> Scenario:
        script = (replace(a, **fields) if type(a) is kind else a for a in scenario.script)
        return replace(scenario, script=tuple(script))

    return changed


def with_action(number: int, **fields):
    """The change that gives one action of the script other fields."""

    def changed(scenario: Scenario) -> Scenario:
        script = list(scenario.script)
        script[number] = replace(script[number], **fields)
        return replace(scenario, script=tuple(script))

    return changed


def without(kind, from_us: int = 0, to_us: int = 10**9):
    """The change that takes out the actions of a kind within a time."""

    def changed(scenario: Scenario) -> Scenario:
        kept = (a for a in scenario.script if type(a) is not kind or not from_us <= a.at_us < to_us)
        return replace(scenario, script=tuple(kept))

    return changed


def is_right(lesson: str, change) -> bool:
    """Whether the last task of a lesson holds when its scenario is changed so."""
    read = load_lesson(FOLDERS[lesson])
    step = read.steps[-1]
    origin = read.scenarios[step.scenario]
    made = change(origin)
    assert made != origin
    return holds(step.check, World(simulate(made), origin))


ASKED_FOR = {
    "10-copies": [with_each(TakeSnapshot, copies=2), with_each(TakeSnapshot, copies=3)],
    "11-two-phase": [with_each(Crash, at_us=170_000), with_each(Crash, at_us=440_000)],
    "12-paxos": [without(SetChannel, to_us=160_000), with_each(TakeSnapshot, at_us=10_000)],
    "13-raft": [with_each(Heal, at_us=790_000), without(Heal)],
    "14-which-one": [with_each(TakeSnapshot, protocol="lai-yang")],
}

OTHER_WAYS = {
    "10-copies": [without(Crash, to_us=210_000)],
    "11-two-phase": [
        with_each(TakeSnapshot, at_us=0),
        with_each(TakeSnapshot, at_us=460_000),
        with_each(TakeSnapshot, commit="paxos"),
    ],
    "12-paxos": [
        without(SetChannel, from_us=250_000),
        with_each(TakeSnapshot, commit="raft"),
        with_each(TakeSnapshot, commit="two-phase"),
    ],
    "13-raft": [with_action(1, commit="paxos"), with_action(1, at_us=85_000)],
    "14-which-one": [with_action(2, delay_us=300_000)],
}


def cases(table):
    return [
        pytest.param(lesson, change, id=f"{lesson}-{number}")
        for lesson, changes in table.items()
        for number, change in enumerate(changes)
    ]


@pytest.mark.parametrize(("lesson", "change"), cases(ASKED_FOR))
def test_that_what_a_task_asks_for_is_right(lesson, change):
    assert is_right(lesson, change)


@pytest.mark.parametrize(("lesson", "change"), cases(OTHER_WAYS))
def test_that_another_way_to_the_same_end_is_not(lesson, change):
    assert not is_right(lesson, change)
