"""Runs with crashes: gone on with from a keyframe, and stopped anywhere, they are the same runs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz import simulation
from snapviz.engine import resume
from snapviz.engine.eras import Era
from snapviz.protocols.registry import CHECKPOINTING, LOGGING
from snapviz.report import run_report
from snapviz.simulation import simulate
from tests.engine.worlds import keep_many_keyframes, rows
from tests.properties.failures import failing

WAYS = ("none", *LOGGING), ("none", *CHECKPOINTING)


@st.composite
def edited(draw):
    """A scenario, and the same with one action less or moved."""
    scenario = draw(failing(*WAYS, rollbacks=2, chances=(0.0, 0.2)))
    place = draw(st.integers(0, len(scenario.script) - 1))
    script = list(scenario.script)
    action = script.pop(place)
    if draw(st.booleans()):
        earliest_us = getattr(action, "to_us", 0)
        later_us = draw(st.integers(earliest_us, earliest_us + 80_000))
        script.append(replace(action, at_us=later_us))
    return scenario, replace(scenario, script=tuple(script))


def check_resumed(pair):
    before, after = pair
    run, fresh = simulate(after, earlier=simulate(before)), simulate(after)
    assert rows(run) == rows(fresh)
    assert run.digest == fresh.digest
    assert run_report(run) == run_report(fresh)
    for row in range(0, fresh.trace.row_count + 1, 3):
        assert run.states_at(row) == fresh.states_at(row)


def check_stopped(scenario, part):
    """The state shown at a play-head position is that of a run that ends there."""
    whole = simulate(scenario)
    until_us = part % 250_000
    stopped = simulate(scenario, until_us)
    there = stopped.trace.row_count
    assert rows(whole)[:there] == rows(stopped)
    assert whole.states_at(there) == stopped.states_at(there)
    stood = Era(whole.trace, there).computation
    assert stood.event_counts.tolist() == stopped.computation.event_counts.tolist()
    assert stood.message_receive.tolist() == stopped.computation.message_receive.tolist()


@pytest.fixture
def resumed(monkeypatch):
    keep_many_keyframes(monkeypatch)
    found, original = [], resume.resume

    def remembering(run, trace, frame, earlier):
        found.append(frame.rows)
        original(run, trace, frame, earlier)

    monkeypatch.setattr(simulation.resuming, "resume", remembering)
    return found


def test_that_an_edited_run_with_crashes_equals_the_run_from_the_start(resumed):
    settings(max_examples=60)(given(edited())(check_resumed))()
    assert sum(frame > 10 for frame in resumed) > 3


@pytest.mark.deep
def test_that_all_edited_runs_with_crashes_equal_the_runs_from_the_start(resumed):
    settings(max_examples=1500)(given(edited())(check_resumed))()
    assert len(resumed) > 300


@settings(max_examples=60)
@given(failing(*WAYS, rollbacks=2), st.integers(0, 10**9))
def test_that_the_state_shown_anywhere_is_that_of_a_run_stopped_there(scenario, part):
    check_stopped(scenario, part)


@pytest.mark.deep
@settings(max_examples=1500)
@given(failing(*WAYS, rollbacks=2), st.integers(0, 10**9))
def test_that_the_state_shown_anywhere_is_always_that_of_a_run_stopped_there(scenario, part):
    check_stopped(scenario, part)
