"""What is shown at any play-head position is what a run stopped there would have shown."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.diagram.facts import Facts
from snapviz.engine.application import amount_of, conserved_quantity
from snapviz.engine.eras import Era
from snapviz.simulation import simulate
from tests.engine.worlds import keep_many_keyframes
from tests.properties.failures import failing

QUICK = settings(max_examples=25, deadline=None)
DEEP = settings(max_examples=500, deadline=None)
ANY = failing(methods=("none", "pessimistic", "optimistic"), chances=(0.0, 0.3), rollbacks=2)
KEYFRAME_ROWS = 16
SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=4)


def in_transit(known, rows, time_us):
    """Application messages, by their times and channels: copies have other numbers."""
    trace = known.trace
    numbers = known.carried(rows, time_us)
    return sorted((int(trace.message_channel[m]), int(trace.message_sent[m])) for m in numbers)


def check_stopped_there(scenario, run, known, time_us):
    stopped = simulate(scenario, until_us=time_us)
    rows = int(np.searchsorted(run.trace.row_time, time_us, side="right"))
    assert stopped.trace.row_count == rows
    assert run.states_at(rows) == stopped.states_at(rows)
    assert known.lives.down_at(rows) == set(stopped.trace.down)
    then, now = known.era(rows).view, stopped.causal_view
    events = now.computation.event_count
    assert then.event_rows[then.event_rows < rows].tolist() == now.event_rows.tolist()
    sends, receives = then.computation.message_send, then.computation.message_receive
    received_by_then = np.where(receives < events, receives, -1)[sends < events]
    assert received_by_then.tolist() == now.computation.message_receive.tolist()
    fresh = Facts(stopped)
    assert in_transit(known, rows, time_us) == in_transit(fresh, rows, time_us)
    assert known.gone(rows, time_us) == stopped.lost_messages()


def check_the_sum(run, known, rows, time_us):
    """Held, carried and lost make what there was."""
    quantity = conserved_quantity(run.scenario)
    if quantity is None:
        return
    holding, payloads = run.quantities[quantity], run.trace.payloads
    held = sum(state[holding] for state in run.states_at(rows))
    moving = [*known.carried(rows, time_us), *known.gone(rows, time_us)]
    rest = sum(amount_of(payloads[message], quantity) for message in moving)
    assert held + rest == sum(state[holding] for state in run.initial_states)


def check_any_position(scenario, shares):
    with pytest.MonkeyPatch.context() as patch:
        # The state at each row in turn is replayed from the last keyframe.
        keep_many_keyframes(patch, KEYFRAME_ROWS)
        run = simulate(scenario)
    known = Facts(run)
    for share in shares:
        check_stopped_there(scenario, run, known, round(share * run.until_us))
    for rows in range(run.trace.row_count + 1):
        time_us = int(run.trace.row_time[rows - 1]) if rows else 0
        check_the_sum(run, known, rows, time_us)


@QUICK
@given(ANY, SHARES)
def test_that_a_position_shows_what_a_run_stopped_there_would_show(scenario, shares):
    check_any_position(scenario, shares)


@pytest.mark.deep
@DEEP
@given(ANY, SHARES)
def test_that_any_position_shows_what_a_run_stopped_there_would_show(scenario, shares):
    check_any_position(scenario, shares)


@QUICK
@given(ANY)
def test_that_undone_rows_are_those_that_stand_no_more(scenario):
    run = simulate(scenario)
    undone = Facts(run).lives.undone_row[:-1]
    for rows in {*range(0, run.trace.row_count + 1, 7), run.trace.row_count}:
        passed = np.arange(run.trace.row_count) < rows
        stands = passed & run.trace.is_application_row & (undone >= rows)
        assert np.flatnonzero(stands).tolist() == Era(run.trace, rows).view.event_rows.tolist()
