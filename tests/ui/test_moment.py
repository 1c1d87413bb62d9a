"""What is remembered of snapshots between two stops of the play-head is what is so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.documents import load_scenario
from snapviz.resources import scenarios_folder
from snapviz.scenario.model import Partition
from snapviz.simulation import simulate
from snapviz.ui import moment
from snapviz.ui.moment import SnapshotTimeline
from tests.properties.failures import failing
from tests.properties.keeping import cut_short, kept

COMMITS = ("none", "two-phase", "paxos", "raft")
SCENARIOS = st.one_of(
    kept(commits=COMMITS, rollbacks=True).map(lambda scenario: cut_short(scenario, 800_000)),
    failing(("none", "pessimistic"), most=3, rollbacks=1).map(
        lambda scenario: replace(scenario, duration_us=250_000)
    ),
)


def check(scenario, parts):
    run = simulate(scenario)
    count = run.trace.row_count
    stops = [part * count // 1000 for part in parts]
    stops += [decision.row for decision in run.trace.decisions]
    timeline = SnapshotTimeline(run)
    for rows in [*stops, count, *(min(rows + 1, count) for rows in stops)]:
        assert timeline.at(rows) == SnapshotTimeline(run).at(rows)


PARTS = st.lists(st.integers(0, 1000), min_size=2, max_size=6)


@settings(max_examples=15, deadline=None)
@given(SCENARIOS, PARTS)
def test_that_what_is_remembered_is_so(scenario, parts):
    check(scenario, parts)


@pytest.mark.deep
@settings(max_examples=1500, deadline=None)
@given(SCENARIOS, PARTS)
def test_that_what_is_remembered_is_always_so(scenario, parts):
    check(scenario, parts)


@settings(max_examples=10, deadline=None)
@given(SCENARIOS, PARTS)
def test_that_slices_come_to_the_same(scenario, parts):
    run = simulate(scenario)
    timeline = SnapshotTimeline(run)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moment, "AT_ONCE", 0)
        for part in parts:
            rows = part * run.trace.row_count // 1000
            # The play-head may be elsewhere before all slices are done.
            timeline.prepare(run.trace.row_count - rows)
            slices = 0
            while not timeline.prepare(rows):
                slices += 1
                assert slices < 1000
            assert timeline.at(rows) == SnapshotTimeline(run).at(rows)


def test_that_a_decision_is_known_with_the_row_that_brings_it():
    """Nothing more happens for a long time: the network parts before anybody can hear of it."""
    (path,) = scenarios_folder().glob("62-*.snapviz.json")
    base = load_scenario(path)
    parted = Partition(145_000, (("P1",), ("P2", "P3")))
    run = simulate(replace(base, script=(*base.script[:2], parted)))
    decision = run.trace.decisions[0]
    timeline = SnapshotTimeline(run)
    assert timeline.at(decision.row)[0].decisions == (decision,)
    assert timeline.at(decision.row - 1)[0].decisions == ()
