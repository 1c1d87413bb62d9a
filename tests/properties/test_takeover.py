"""What a takeover promises, on random runs in which storage is lost and copies are left."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality.cuts import is_consistent
from snapviz.engine.eras import Era
from snapviz.engine.trace import Trace
from snapviz.recovery_report import remaining_orphans
from snapviz.scenario.model import Restart, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.test_lives_resume import check_resumed, check_stopped
from tests.engine.worlds import keep_many_keyframes
from tests.properties.failures import down_before, failing, whereabouts
from tests.properties.strategies import moments

DEEP = settings(max_examples=1500, deadline=None)
QUICK = settings(max_examples=30, deadline=None)
ALL = ("none", "pessimistic", "optimistic", "sender-based", "causal")
POLICIES = ("none", "independent", "index-based", "fdas")


@st.composite
def taken_over(draw, methods=ALL, most=4):
    """Snapshots that are copied, and restarts on another process, with storage or without."""
    scenario = draw(failing(methods, POLICIES, most=most, rollbacks=1, together=True))
    ids = [process.id for process in scenario.processes]
    script = []
    for action in scenario.script:
        if isinstance(action, Restart):
            others = [name for name in ids if name != action.process]
            standby = draw(st.sampled_from(others))
            script.append(
                replace(action, on=standby, storage=draw(st.sampled_from(("kept", "lost", "lost"))))
            )
        elif isinstance(action, TakeSnapshot):
            script.append(replace(action, copies=draw(st.integers(0, len(ids) - 1))))
        else:
            script.append(action)
    for at_us in draw(st.lists(moments, max_size=3)):
        initiator = draw(st.sampled_from(ids))
        copies = draw(st.integers(1, len(ids) - 1))
        script.append(TakeSnapshot(at_us, initiator=initiator, copies=copies))
    checkpointing = replace(scenario.checkpointing, collect=draw(st.booleans()))
    return replace(scenario, script=tuple(script), checkpointing=checkpointing)


def check_nothing_is_made_or_forgotten(run):
    start, there, lost = whereabouts(run)
    assert start == there + lost
    for row in run.trace.recoveries:
        assert remaining_orphans(run, row) == []


def check_line_is_the_latest(run):
    """Against all combinations, without logs; whatever storage was lost cannot be used."""
    for row in run.trace.recoveries:
        era = Era(run.trace, row.row)
        counts = era.computation.event_counts.tolist()
        offers = [_offered(run.trace, era, row, process) for process in range(len(counts))]
        cuts = [cut for cut in product(*offers) if is_consistent(era.computation, cut)]
        assert tuple(c - u for c, u in zip(counts, row.undone, strict=True)) == max(cuts, key=sum)


def _offered(trace: Trace, era: Era, row, process: int) -> set[int]:
    down = process in {*row.crashed, *down_before(trace, row.row)}
    rows = era.rows_of_process[process]
    most = len(rows)
    if row.to_us is not None:
        most = sum(int(trace.row_time[event]) <= row.to_us for event in rows)
    offered = {
        era.events_before(c.row, process)
        for c in trace.checkpoints
        if c.process == process
        and c.is_known(row.row)
        and (c.ended_row is None or c.ended_row > row.row or _undone_now(c, row, trace))
        and (c.collected_row is None or c.collected_row >= row.row)
    }
    if row.hosts and (process in row.crashed or not down):
        offered |= {
            era.events_before(record.row, process)
            for record in trace.records
            if record.process == process and _is_to_be_had(trace, era, row, record)
        }
    if not down:
        offered.add(len(rows))
    return {count for count in offered if count <= most}


def _undone_now(checkpoint, row, trace) -> bool:
    lost = [loss for loss in trace.storage_losses if loss.row == row.row]
    gone = checkpoint.process in {loss.process for loss in lost}
    return checkpoint.ended_row == row.row and not gone


def _is_to_be_had(trace: Trace, era: Era, row, record) -> bool:
    """Whether a part is still on a storage that can be read, told from the trace alone."""
    snapshot = trace.snapshots[record.snapshot]
    stands = not any(
        u.process == record.process and u.first_row < record.row <= u.row < row.row
        for u in trace.undoings
    )
    done = snapshot.completed_us is not None and snapshot.completed_us < row.time_us
    return bool(done and stands and snapshot.copies and _holders_known(trace, row, record))


def _holders_known(trace: Trace, row, record) -> bool:
    losses = [loss for loss in trace.storage_losses if loss.row <= row.row]
    if not any(loss.process == record.process for loss in losses):
        return True
    adopted = trace.adopted_by(row).get(record.process)
    return adopted is not None and adopted.snapshot == record.snapshot


@QUICK
@given(taken_over())
def test_that_nothing_is_made_or_forgotten(scenario):
    check_nothing_is_made_or_forgotten(simulate(scenario))


@pytest.mark.deep
@DEEP
@given(taken_over())
def test_that_nothing_is_ever_made_or_forgotten(scenario):
    check_nothing_is_made_or_forgotten(simulate(scenario))


@QUICK
@given(taken_over(("none",), most=3))
def test_that_the_line_is_the_latest_consistent_one(scenario):
    check_line_is_the_latest(simulate(scenario))


@pytest.mark.deep
@DEEP
@given(taken_over(("none",), most=3))
def test_that_the_line_is_always_the_latest_consistent_one(scenario):
    check_line_is_the_latest(simulate(scenario))


@st.composite
def edited(draw):
    """A scenario, and the same without one of its actions."""
    scenario = draw(taken_over())
    place = draw(st.integers(0, len(scenario.script) - 1))
    script = scenario.script[:place] + scenario.script[place + 1 :]
    return scenario, replace(scenario, script=script)


@settings(max_examples=30, deadline=None)
@given(taken_over(), st.integers(0, 10**9))
def test_that_the_state_shown_anywhere_is_that_of_a_run_stopped_there(scenario, part):
    check_stopped(scenario, part)


def check_resumed_often(pair):
    with pytest.MonkeyPatch.context() as patch:
        keep_many_keyframes(patch)
        check_resumed(pair)


@settings(max_examples=30, deadline=None)
@given(edited())
def test_that_an_edited_run_equals_the_run_from_the_start(pair):
    check_resumed_often(pair)


@pytest.mark.deep
@DEEP
@given(edited(), st.integers(0, 10**9))
def test_that_a_run_is_always_the_same_stopped_or_edited(pair, part):
    check_stopped(pair[0], part)
    check_resumed_often(pair)
