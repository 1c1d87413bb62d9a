"""Rows of a trace and events of its computation, and how they stand to one another."""

from itertools import pairwise

import numpy as np
import pytest

from snapviz.causality.order import concurrent, happened_before
from snapviz.diagram.facts import (
    event_of_row,
    facts,
    path_between,
    relation_of_rows,
    row_of_event,
)
from tests.diagram.cones import cone
from tests.diagram.random_runs import random_run
from tests.diagram.sample_runs import lossy_run, ms, ring_run


def row_at(run, time_ms, process):
    trace = run.trace
    for row in run.event_rows.tolist():
        if trace.row_time[row] == ms(time_ms) and trace.row_process[row] == process:
            return row
    raise LookupError(time_ms)


@pytest.mark.parametrize("run", [ring_run(), lossy_run(), random_run(3)])
def test_that_events_and_their_rows_name_each_other(run):
    rows = run.event_rows.tolist()
    assert [event_of_row(run, row) for row in rows] == list(range(len(rows)))
    assert [row_of_event(run, event) for event in range(len(rows))] == rows
    for row in set(range(run.trace.row_count)) - set(rows):
        assert event_of_row(run, row) == -1
    assert event_of_row(run, run.trace.row_count) == event_of_row(run, -1) == -1
    with pytest.raises(ValueError, match="outside"):
        row_of_event(run, len(rows))


@pytest.mark.parametrize("seed", range(6))
def test_that_a_cone_holds_what_is_before_and_after(seed):
    run = random_run(seed)
    for event, row in enumerate(run.event_rows.tolist()):
        past, future = cone(facts(run), row)
        assert past.shape == future.shape == (run.trace.row_count,)
        for other, at in enumerate(run.event_rows.tolist()):
            is_same = other == event
            assert past[at] == (is_same or happened_before(run.computation, other, event))
            assert future[at] == (is_same or happened_before(run.computation, event, other))
            is_dark = not past[at] and not future[at]
            assert is_dark == concurrent(run.computation, event, other)
        assert not (past | future)[np.setdiff1d(np.arange(len(past)), run.event_rows)].any()


def test_that_a_recording_has_no_cone():
    run = ring_run()
    past, future = cone(facts(run), run.snapshots[0].records[0].row)
    assert not past.any() and not future.any()


def test_that_two_rows_are_compared_and_the_chain_between_them_is_named():
    run = ring_run()
    first, last = row_at(run, 82, 0), row_at(run, 360, 2)
    assert relation_of_rows(run, first, last) == "before"
    assert relation_of_rows(run, last, first) == "after"
    assert relation_of_rows(run, first, first) == "same"
    assert relation_of_rows(run, first, row_at(run, 96, 2)) == "concurrent"
    chain = path_between(run, first, last)
    times = [int(run.trace.row_time[row]) for row in chain]
    assert times == [ms(82), ms(140), 240_001, 300_001, ms(360)]
    assert all(relation_of_rows(run, a, b) == "before" for a, b in pairwise(chain))
    assert path_between(run, last, first) == ()


def test_that_rows_that_are_no_events_are_not_compared():
    run = ring_run()
    record = run.snapshots[0].records[0].row
    assert relation_of_rows(run, record, 0) is None
    assert path_between(run, 0, record) == ()


def test_that_an_answer_is_kept_until_another_is_asked_for():
    known = facts(ring_run())
    asked = []
    for key in (1, 1, 2, 1):
        known.kept("test", key, lambda key=key: asked.append(key))
    assert asked == [1, 2, 1]
