"""A try that changed more than was asked for is told what is to stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.lessons.conditions import Compared, Joined
from snapviz.lessons.facts import World
from snapviz.lessons.overdone import overdone
from snapviz.scenario.model import Clock, Internal, Scenario
from snapviz.simulation import simulate
from tests.engine.worlds import mesh, processes

ORIGIN = Scenario(processes(2), mesh(2), duration_us=100_000)


def none_of(*names):
    return Joined("all", tuple(Compared(f"changed.{name}", "is", 0) for name in names))


def told(condition, scenario):
    found = overdone(condition, World(simulate(scenario), ORIGIN))
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, None),
        ({"script": (Internal(1_000, "P1"),)}, "The script is to stay as it was."),
        ({"channels": mesh(2, fifo=False)}, "The channels are to stay as they were."),
        (
            {"processes": tuple(replace(p, clock=Clock(5_000)) for p in ORIGIN.processes)},
            "The clocks are to stay as they were.",
        ),
    ],
)
def test_that_it_is_said_what_is_to_stay(changes, words):
    asked = none_of("clocks", "actions", "channels", "delays")
    assert told(asked, replace(ORIGIN, **changes)) == words


def test_that_too_many_are_counted():
    one = Compared("changed.actions", "is", 1)
    both = replace(ORIGIN, script=(Internal(1_000, "P1"), Internal(2_000, "P2")))
    assert told(one, both) == "Actions of the script to be changed: 1, and not 2."
    assert told(one, replace(ORIGIN, script=both.script[:1])) is None
    assert told(one, ORIGIN) is None


def test_that_what_may_also_be_otherwise_is_nothing_overdone():
    changed = replace(ORIGIN, channels=mesh(2, fifo=False))
    assert told(Joined("any", none_of("channels").parts), changed) is None
    assert told(Joined("not", none_of("channels").parts), changed) is None


def test_that_anything_else_is_told_in_general():
    longer = replace(ORIGIN, duration_us=200_000)
    asked = Compared("changed.rest", "is", False)
    assert told(asked, longer) == "Something else was changed that is to stay as it was."
