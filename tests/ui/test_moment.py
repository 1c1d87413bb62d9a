"""What is remembered of snapshots between two stops of the play-head is what is so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.documents import load_scenario
from snapviz.resources import scenarios_folder
from snapviz.scenario.model import Internal, Partition
from snapviz.simulation import simulate
from snapviz.ui import moment
from snapviz.ui.moment import SnapshotTimeline
from snapviz.ui.words import moment_sentence
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


def test_that_a_decision_that_a_timer_brings_is_known_at_its_instant():
    """P1 hears no votes and gives up; other rows follow much later, or none."""
    (path,) = scenarios_folder().glob("62-*.snapviz.json")
    base = load_scenario(path)
    parted = Partition(110_000, (("P1",), ("P2", "P3")))
    for later in ((), (Internal(500_000, "P3"),)):
        run = simulate(replace(base, script=(*base.script[:2], parted, *later)))
        (decision,) = run.trace.decisions
        assert (decision.outcome, decision.process) == ("aborted", 0)
        rows, timeline = decision.row, SnapshotTimeline(run)
        (before,) = timeline.at(rows, decision.time_us - 1)
        (after,) = timeline.at(rows, decision.time_us)
        assert (before.decisions, before.knowing, before.run_over) == ((), (), False)
        assert (after.decisions, after.knowing) == ((decision,), (0,))
        assert after.run_over == (not later)
        words = [
            moment_sentence((one,), run, rows, decision.time_us - (one is before)).text
            for one in (before, after)
        ]
        assert "aborted" not in words[0] and "aborted" in words[1]
        assert {w.process for w in before.undecided} == {"P1"}
        assert "P1" not in {w.process for w in after.undecided}
