"""What would come of a crash is what does come of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from snapviz.engine.trace import RowKind
from snapviz.protocols.registry import LOGGING
from snapviz.scenario.model import Crash, Restart
from snapviz.simulation import simulate
from snapviz.study.forecast import forecast
from snapviz.study.moment import Moment
from snapviz.study.recovery_story import REPLAYS, STANDS, recovery_story
from tests.properties.failures import failing

ANY = ("none", *LOGGING)
CHANCES = (0.0, 0.2)


def check(scenario, share, picks):
    run = simulate(scenario)
    time_us = int(share * (run.until_us - 2))
    times = run.trace.row_time
    rows = int(np.searchsorted(times, time_us, side="right"))
    assume(rows == np.searchsorted(times, time_us + 1, side="right"))
    count = len(scenario.processes)
    moment = Moment(run, rows, time_us)
    failed = {pick % count for pick in picks} | moment.down
    expected = forecast(moment, failed)
    at_us = time_us + 1
    ids = [process.id for process in scenario.processes]
    crashes = [Crash(at_us, ids[p]) for p in sorted(failed - moment.down)]
    restarts = [Restart(at_us, ids[p]) for p in sorted(failed)]
    script = tuple(a for a in scenario.script if a.at_us != at_us)
    assume(script == scenario.script)
    real = simulate(replace(scenario, script=(*script, *crashes, *restarts)))
    (row,) = (r for r in real.trace.recoveries if r.time_us == at_us)
    assert row.crashed == expected.failed
    indexes = tuple(
        None if p.checkpoint is None else moment.checkpoint(p.checkpoint).index
        for p in expected.parts
    )
    assert row.line == indexes
    assert row.undone == tuple(p.undone for p in expected.parts)
    assert row.replayed == tuple(p.replayed for p in expected.parts)
    assert (row.lost, row.again) == (expected.lost, expected.again)
    assert row.orphaned == expected.orphaned
    check_falls(expected)


def check_falls(found):
    """The steps lead from where all were to where all come to stand."""
    stands = {part.process: part.of_events for part in found.parts}
    for fall in found.falls:
        assert stands[fall.process] == fall.from_events
        assert fall.to_events < fall.from_events or fall.round == 0
        stands[fall.process] = fall.to_events
        assert bool(fall.orphans) == (fall.round > 0)
    assert stands == {part.process: part.events for part in found.parts}


def check_stories(scenario):
    """Replayed by hand, everybody comes to the state that the run gave them."""
    run = simulate(scenario)
    for recovery in run.trace.recoveries:
        scenes = recovery_story(run, recovery)
        replayed = [0] * len(recovery.line)
        for scene in scenes:
            replayed[scene.process] += scene.what == REPLAYS
        states = {s.process: s.after for s in scenes if s.what == STANDS}
        notes = [
            note
            for note in run.trace.notes
            if note.kind in (RowKind.RESTART, RowKind.ROLL_BACK)
            and note.time_us == recovery.time_us
        ]
        if sum(r.time_us == recovery.time_us for r in run.trace.recoveries) == 1:
            moved = {note.process for note in notes}
            assert moved <= set(states)
            assert all(states[note.process] == note.data["state"] for note in notes)
            assert all(replayed[p] == recovery.replayed[p] for p in moved)
        assert all(states[p] == recovery.after[p] for p in recovery.crashed)


CASES = (failing(methods=ANY, rollbacks=1, chances=CHANCES), st.floats(0, 1))
PICKS = st.sets(st.integers(0, 3), min_size=1)


@settings(max_examples=60, deadline=None)
@given(*CASES, PICKS)
def test_that_a_forecast_comes_true(scenario, share, picks):
    check(scenario, share, picks)


@settings(max_examples=40, deadline=None)
@given(failing(methods=ANY, rollbacks=1))
def test_that_a_story_ends_where_the_run_went_on(scenario):
    check_stories(scenario)


@pytest.mark.deep
@settings(max_examples=2000, deadline=None)
@given(*CASES, PICKS)
def test_that_a_forecast_comes_true_a_thousand_times(scenario, share, picks):
    check(scenario, share, picks)


@pytest.mark.deep
@settings(max_examples=1000, deadline=None)
@given(failing(methods=ANY, rollbacks=1, chances=CHANCES))
def test_that_a_story_ends_where_the_run_went_on_a_thousand_times(scenario):
    check_stories(scenario)
