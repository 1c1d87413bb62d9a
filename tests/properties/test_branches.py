"""A branch, as the window runs it, is at every instant what a fresh run stopped there is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.protocols.registry import CHECKPOINTING, LOGGING
from snapviz.scenario.branching import branch_scenario, with_branch_edited, with_new_branch
from snapviz.scenario.model import Crash, Internal, Restart, Scenario
from snapviz.simulation import on_branch, simulate
from tests.properties.failures import failing
from tests.properties.strategies import moments

ANY = ("none", *LOGGING)


@st.composite
def branching(draw) -> tuple[Scenario, int]:
    """A scenario with an edited branch, and where it begins."""
    base = draw(failing(methods=ANY, policies=("none", *CHECKPOINTING), rollbacks=1))
    from_us = draw(st.integers(0, 60_000))
    whole = with_new_branch(base, "what if", from_us)
    shown = branch_scenario(whole, "what if")
    count = len(shown.script) - len(whole.branches[0].script)
    own = [action for action in shown.script[count:] if draw(st.booleans())]
    process = base.processes[0].id
    at_us = from_us + draw(moments)
    kind = draw(st.sampled_from((Internal, Crash, Restart)))
    own.append(kind(at_us, process))
    edited = replace(shown, script=(*shown.script[:count], *own))
    return with_branch_edited(whole, "what if", edited), from_us


def check(whole: Scenario, from_us: int, stops) -> None:
    base = simulate(replace(whole, branches=()))
    run = simulate(branch_scenario(whole, "what if"), earlier=base)
    trace = run.trace
    shared = int(np.searchsorted(trace.row_time, from_us))
    assert shared == np.searchsorted(base.trace.row_time, from_us)
    assert trace.row_code[:shared].tolist() == base.trace.row_code[:shared].tolist()
    assert run.states_at(shared) == base.states_at(shared)
    for share in stops:
        time_us = int(share * run.until_us)
        fresh = simulate(on_branch(whole, "what if"), until_us=time_us)
        rows = int(np.searchsorted(trace.row_time, time_us, side="right"))
        assert rows == fresh.trace.row_count
        assert run.states_at(rows) == fresh.states_at(rows)
        assert trace.row_code[:rows].tolist() == fresh.trace.row_code.tolist()


STOPS = st.lists(st.floats(0, 1), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(branching(), STOPS)
def test_that_a_branch_shows_what_a_fresh_run_is(made, stops):
    check(*made, stops)


@pytest.mark.deep
@settings(max_examples=1500, deadline=None)
@given(branching(), STOPS)
def test_that_a_branch_shows_what_a_fresh_run_is_a_thousand_times(made, stops):
    check(*made, stops)
