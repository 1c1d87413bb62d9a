"""Every change of a scenario takes one tool, and is known by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.documents import load_scenario
from snapviz.lessons.locks import TOOLS, changed_by, forbidden
from snapviz.scenario.model import (
    Clock,
    Crash,
    Internal,
    Logging,
    Partition,
    Pin,
    Process,
    Restart,
    Send,
    SetChannel,
    SyncClocks,
    TakeCheckpoint,
    TakeSnapshot,
)


@pytest.fixture
def scenario(root):
    return load_scenario(root / "scenarios" / "02-bank-transfer.snapviz.json")


def added(action):
    return lambda s: replace(s, script=(*s.script, action))


def first_process(**fields):
    return lambda s: replace(s, processes=(replace(s.processes[0], **fields), *s.processes[1:]))


CHANGES = [
    (added(Send(1_000, "P1", "P2", {"amount": 1})), "messages"),
    (added(Internal(1_000, "P1")), "messages"),
    (added(TakeSnapshot(1_000, initiator="P2")), "snapshots"),
    (added(TakeCheckpoint(1_000, "P2")), "checkpoints"),
    (added(Crash(1_000, "P2")), "crashes"),
    (added(Restart(2_000, "P2")), "crashes"),
    (added(SyncClocks(1_000)), "clocks"),
    (first_process(clock=Clock(9_000)), "clocks"),
    (lambda s: replace(s, delays=(*s.delays, Pin("P1", "P2", 0, 5_000))), "delays"),
    (lambda s: replace(s, channels=s.channels[1:]), "channels"),
    (added(SetChannel(1_000, "P1", "P2", loss=1.0)), "channels"),
    (added(Partition(1_000, (("P1",),))), "channels"),
    (lambda s: replace(s, processes=(*s.processes, Process("P9"))), "processes"),
    (first_process(state={"balance": 7}), "processes"),
    (lambda s: replace(s, seed=s.seed + 1), "settings"),
    (lambda s: replace(s, duration_us=s.duration_us + 1), "settings"),
    (lambda s: replace(s, logging=Logging("pessimistic")), "settings"),
]


@pytest.mark.parametrize(("change", "tool"), CHANGES)
def test_that_a_change_takes_one_tool(scenario, change, tool):
    after = change(scenario)
    assert changed_by(scenario, after) == {tool}
    assert forbidden(scenario, after, [t for t in TOOLS if t != tool]) == [tool]
    assert forbidden(scenario, after, [tool]) == [] == forbidden(scenario, after, None)


def test_that_words_and_places_take_none(scenario):
    after = first_process(position=(9.0, 9.0))(replace(scenario, title="x", description="y"))
    assert changed_by(scenario, after) == set()
