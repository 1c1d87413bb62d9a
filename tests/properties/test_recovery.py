"""What a recovery promises, on random runs with random crashes."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.causality.cuts import is_consistent
from snapviz.engine.eras import Era
from snapviz.recovery_report import remaining_orphans
from snapviz.simulation import simulate
from tests.properties.failures import down_before, failing, whereabouts

DEEP = settings(max_examples=2000, deadline=None)
QUICK = settings(max_examples=60, deadline=None)
ANY = ("none", "pessimistic", "optimistic", "sender-based", "causal")


def check_nothing_is_made_or_forgotten(run):
    start, there, lost = whereabouts(run)
    assert start == there + lost
    for row in run.trace.recoveries:
        assert remaining_orphans(run, row) == []
    for snapshot in run.snapshots:
        if snapshot.verdict is not None and snapshot.protocol == "chandy-lamport":
            fifo = all(channel.fifo for channel in run.scenario.channels)
            assert snapshot.verdict.sound or not fifo


def check_only_who_crashed_goes_back(run):
    for row in run.trace.recoveries:
        assert not any(row.undone) and not row.lost
        assert row.before == row.after
        for process, index in enumerate(row.line):
            assert index is None or process in row.crashed or process in _down_at(run, row)


def _down_at(run, row):
    crashes = [n for n in run.trace.notes if n.kind.name in ("CRASH", "RESTART")]
    down = set()
    for note in crashes:
        if note.time_us <= row.time_us:
            (down.add if note.kind.name == "CRASH" else down.discard)(note.process)
    return down


def check_line_is_the_latest(run):
    """Against all combinations of checkpoints, without logs."""
    for row in run.trace.recoveries:
        era = Era(run.trace, row.row)
        offers = [_offered(run, era, row, process) for process in range(len(row.line))]
        best = max(
            (cut for cut in product(*map(sorted, offers)) if is_consistent(era.computation, cut)),
            key=sum,
        )
        counts = era.computation.event_counts.tolist()
        assert tuple(c - u for c, u in zip(counts, row.undone, strict=True)) == best


def _offered(run, era, row, process):
    taken = [
        era.events_before(c.row, process)
        for c in run.trace.checkpoints
        if c.process == process and c.row < row.row and _stood(c, row)
    ]
    count = int(era.computation.event_counts[process])
    at_most = count
    if row.to_us is not None:
        rows = era.rows_of_process[process]
        at_most = int(np.searchsorted(run.trace.row_time[rows], row.to_us, "right"))
    is_live = process not in down_before(run.trace, row.row)
    return {c for c in [*taken, *([count] if is_live else [])] if c <= at_most}


def _stood(checkpoint, row):
    return checkpoint.ended_row is None or checkpoint.ended_row >= row.row


@QUICK
@given(failing(ANY, rollbacks=1, chances=(0.0, 0.2)))
def test_that_nothing_is_made_or_forgotten(scenario):
    check_nothing_is_made_or_forgotten(simulate(scenario))


@pytest.mark.deep
@DEEP
@given(failing(ANY, rollbacks=2, chances=(0.0, 0.2)))
def test_that_nothing_is_made_or_forgotten_ever(scenario):
    check_nothing_is_made_or_forgotten(simulate(scenario))


@QUICK
@given(failing(("none",), most=3, rollbacks=1))
def test_that_the_line_is_the_latest_consistent_one(scenario):
    check_line_is_the_latest(simulate(scenario))


@pytest.mark.deep
@DEEP
@given(failing(("none",), most=3, rollbacks=2))
def test_that_the_line_is_always_the_latest_consistent_one(scenario):
    check_line_is_the_latest(simulate(scenario))


@QUICK
@given(failing(("pessimistic",)))
def test_that_with_a_full_log_only_who_crashed_goes_back(scenario):
    check_only_who_crashed_goes_back(simulate(scenario))


@pytest.mark.deep
@DEEP
@given(failing(("pessimistic",)))
def test_that_with_a_full_log_only_who_crashed_ever_goes_back(scenario):
    check_only_who_crashed_goes_back(simulate(scenario))
