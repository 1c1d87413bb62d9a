"""Checkpoints forced by messages are never in vain, on random runs with random crashes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.causality.cuts import is_consistent
from snapviz.engine.stable import FORCED, INITIAL
from snapviz.recovery.dependency import dependency_graph, undone_intervals
from snapviz.recovery.zigzag import useless_checkpoints
from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Fixed,
    Process,
    Scenario,
    Send,
    TakeCheckpoint,
)
from snapviz.simulation import simulate
from tests.properties.failures import failing

DEEP = settings(max_examples=1000, deadline=None)
QUICK = settings(max_examples=40, deadline=None)
ENDS_US = 200_000
"""Nearly all crashes are over by then."""


def standing(run):
    """For each process its usable checkpoints in the order taken."""
    return [
        [c for c in run.trace.checkpoints if c.process == process and c.usable]
        for process in range(len(run.trace.process_ids))
    ]


def counts_of(run, taken):
    return [[run.events_before(c.row, c.process) for c in rows] for rows in taken]


def graph_of(run):
    return dependency_graph(run.computation, counts_of(run, standing(run)))


def check_no_checkpoint_is_useless(run):
    useless = useless_checkpoints(graph_of(run))
    taken = standing(run)
    assert [c for p, place in useless if place < len(taken[p]) for c in [taken[p][place]]] == []


def check_equal_indices_are_consistent(run):
    taken = standing(run)
    counts = counts_of(run, taken)
    indices = [[c.saved["index-based"]["index"] for c in rows] for rows in taken]
    ends = run.computation.event_counts.tolist()
    for least in range(max(map(max, indices)) + 1):
        cut = [
            next((n for n, index in zip(*of, strict=True) if index >= least), end)
            for of, end in zip(zip(counts, indices, strict=True), ends, strict=True)
        ]
        assert is_consistent(run.computation, cut), (least, cut)


def check_dependency_is_trackable(run):
    """A zigzag path leads from one checkpoint to another exactly if the saved vector says so."""
    graph, taken = graph_of(run), standing(run)
    for p, rows in enumerate(taken):
        reached = set()
        for i in reversed(range(len(rows))):
            sent = [b for _, b, messages in graph.out_edges((p, i), "messages") if messages]
            reached |= undone_intervals(graph, set(sent) - reached)
            if rows[i].kind != INITIAL:
                check_told(taken, reached, p, rows[i])


def check_told(taken, reached, p, start):
    for q, rows in enumerate(taken):
        for j, end in enumerate(rows):
            told = end.saved["fdas"]["depends"][p] >= start.saved["fdas"]["depends"][p]
            assert p == q or ((q, j - 1) in reached) == told


def check_no_domino(run):
    """Nobody goes back past a checkpoint that all its peers' latest know nothing of."""
    for row in run.trace.recoveries:
        if row.to_us is not None or len(row.crashed) > 1:
            continue
        (crashed,) = row.crashed
        rows = [
            c
            for c in run.trace.checkpoints
            if c.process == crashed and c.row <= row.row and (c.ended_row or row.row) >= row.row
        ]
        assert row.line[crashed] == max(c.index for c in rows)


def test_that_a_later_index_forces_a_checkpoint_before_the_receive():
    run = simulate(a_later_index())
    forced = [c for c in run.trace.checkpoints if c.kind == FORCED]
    assert [(c.process, c.time_us, c.state) for c in forced] == [(1, 30_000, {"balance": 10})]
    assert run.states_at(run.trace.row_count)[1] == {"balance": 15}


def a_later_index(policy="index-based"):
    return Scenario(
        (Process("P1", {"balance": 10}), Process("P2", {"balance": 10})),
        (Channel("P1", "P2", delay=Fixed(10_000)), Channel("P2", "P1", delay=Fixed(50_000))),
        script=(
            Send(5_000, "P2", "P1", {"amount": 0}),
            TakeCheckpoint(10_000, "P1"),
            Send(20_000, "P1", "P2", {"amount": 5}),
        ),
        checkpointing=Checkpointing(policy, 900_000),
        duration_us=100_000,
    )


def test_that_what_is_new_after_a_send_forces_a_checkpoint():
    run = simulate(a_later_index("fdas"))
    assert [(c.process, c.kind) for c in run.trace.checkpoints][2:] == [
        (0, "scripted"),
        (1, "forced"),
    ]
    quiet = a_later_index("fdas")
    run = simulate(replace(quiet, script=quiet.script[1:]))
    assert [c.kind for c in run.trace.checkpoints][2:] == ["scripted"]


INDEXED = failing(policies=("index-based",), most=5, chances=(0.0, 0.2), rollbacks=1)
LOGGED = failing(("pessimistic", "optimistic"), ("index-based", "fdas"), most=4, rollbacks=1)
SENT = failing(policies=("fdas",), most=4, chances=(0.0, 0.2), rollbacks=1)


@QUICK
@given(INDEXED)
def test_that_equal_indices_are_consistent(scenario):
    run = simulate(scenario, ENDS_US)
    check_equal_indices_are_consistent(run)
    check_no_checkpoint_is_useless(run)


@pytest.mark.deep
@DEEP
@given(INDEXED)
def test_that_equal_indices_are_always_consistent(scenario):
    run = simulate(scenario, ENDS_US)
    check_equal_indices_are_consistent(run)
    check_no_checkpoint_is_useless(run)


@QUICK
@given(SENT)
def test_that_dependency_is_trackable(scenario):
    run = simulate(replace(scenario, duration_us=120_000))
    check_dependency_is_trackable(run)
    check_no_checkpoint_is_useless(run)


@pytest.mark.deep
@DEEP
@given(SENT)
def test_that_dependency_is_always_trackable(scenario):
    run = simulate(replace(scenario, duration_us=120_000))
    check_dependency_is_trackable(run)
    check_no_checkpoint_is_useless(run)


@QUICK
@given(LOGGED)
def test_that_no_checkpoint_is_useless_where_there_is_a_log_too(scenario):
    check_no_checkpoint_is_useless(simulate(scenario, ENDS_US))


@pytest.mark.deep
@DEEP
@given(LOGGED)
def test_that_no_checkpoint_is_ever_useless_where_there_is_a_log_too(scenario):
    check_no_checkpoint_is_useless(simulate(scenario, ENDS_US))


ONE = failing(policies=("index-based", "fdas"), most=5, together=False)


@QUICK
@given(ONE)
def test_that_who_crashes_alone_restarts_from_its_last_checkpoint(scenario):
    check_no_domino(simulate(scenario, ENDS_US))


@pytest.mark.deep
@DEEP
@given(ONE)
def test_that_who_crashes_alone_always_restarts_from_its_last_checkpoint(scenario):
    check_no_domino(simulate(scenario, ENDS_US))
