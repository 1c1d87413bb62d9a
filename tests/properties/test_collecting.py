"""With garbage discarded or kept, every crash is recovered from in the same way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.recovery_report import lives_report
from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Crash,
    Fixed,
    Internal,
    Logging,
    Process,
    Restart,
    Rollback,
    Scenario,
    Send,
    TakeCheckpoint,
)
from snapviz.simulation import simulate
from tests.properties.failures import failing
from tests.properties.test_message_logging import scripted

DEEP = settings(max_examples=3000, deadline=None)
QUICK = settings(max_examples=100, deadline=None)
ENDS_US = 100_000
METHODS = ("none", "none", "pessimistic", "optimistic", "sender-based", "causal")
POLICIES = ("none", "independent", "index-based", "fdas", "koo-toueg")
ANY = failing(METHODS, POLICIES, chances=(0.0, 0.2), crashes=4)
ROLLED_BACK = failing(METHODS, POLICIES, chances=(0.0, 0.2), crashes=3, rollbacks=2)


def collecting(scenario: Scenario, collect: bool = True) -> Scenario:
    return replace(scenario, checkpointing=replace(scenario.checkpointing, collect=collect))


def check_same_recoveries(scenario: Scenario) -> None:
    kept, collected = (simulate(collecting(scenario, on), ENDS_US) for on in (False, True))
    assert not kept.trace.collections
    assert collected.trace.recoveries == kept.trace.recoveries
    assert np.array_equal(collected.trace.row_code, kept.trace.row_code)
    end = kept.trace.row_count
    assert collected.states_at(end) == kept.states_at(end)


@QUICK
@given(ANY)
def test_that_no_crash_asks_for_what_was_discarded(scenario):
    check_same_recoveries(scenario)


@pytest.mark.deep
@DEEP
@given(ANY)
def test_that_no_crash_ever_asks_for_what_was_discarded(scenario):
    check_same_recoveries(scenario)


def check_still_recovers(scenario: Scenario) -> None:
    run = simulate(collecting(scenario), ENDS_US)
    trace = run.trace
    for taken in (c for c in trace.checkpoints if c.collected_row is not None):
        after = [r for r in trace.recoveries if r.row > taken.collected_row]
        assert all(row.line[taken.process] != taken.index for row in after)
    for process in {taken.process for taken in trace.checkpoints}:
        assert any(c.process == process and c.usable for c in trace.checkpoints)


@QUICK
@given(ROLLED_BACK)
def test_that_a_rollback_leaves_enough_for_what_follows(scenario):
    check_still_recovers(scenario)


@pytest.mark.deep
@DEEP
@given(ROLLED_BACK)
def test_that_a_rollback_always_leaves_enough_for_what_follows(scenario):
    check_still_recovers(scenario)


def told(*script, method="pessimistic") -> Scenario:
    """P2 receives at about 5 and 25 ms; it saves its state in between and afterwards."""
    sends = scripted((1_000, "P1", "P2"), (20_000, "P1", "P2"), logging=Logging(method))
    taken = [TakeCheckpoint(us, pid) for us in (15_000, 40_000) for pid in ("P1", "P2", "P3")]
    return collecting(replace(sends, script=(*sends.script, *taken, *script)))


def test_that_what_is_behind_a_checkpoint_goes_with_its_entries():
    report = dict(lives_report(simulate(told())))
    assert [one["at_ms"] for one in report["collections"]] == [15.0] * 3 + [40.0] * 3
    assert report["collections"][1] == {
        "at_ms": 15.0,
        "checkpoints": [{"process": "P2", "index": 0}],
        "log_entries": {"P2": 1},
    }
    assert [c.get("collected_ms") for c in report["checkpoints"]] == [40.0] * 3 + [None] * 3


def test_that_without_a_log_the_line_of_each_failure_is_kept():
    run = simulate(told(method="none"))
    gone = [(c.process, c.index) for c in run.trace.checkpoints if c.collected_row is not None]
    # P2 depends on P1 in both intervals, P3 on nobody; P1's sends lie between its own.
    assert gone == [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)]


def test_that_a_rollback_to_before_says_to_what_it_can_still_go():
    run = simulate(told(Rollback(60_000, 10_000)))
    assert run.trace.recoveries == []
    (skipped,) = dict(lives_report(run))["skipped"]
    what = {"action": "rollback", "why": "collected"}
    assert what.items() <= skipped.items() and skipped["at_ms"] == 60.0
    earliest_us = round(skipped["earliest_ms"] * 1000)
    again = simulate(told(Rollback(60_000, earliest_us)))
    assert len(again.trace.recoveries) == 1
    short = dict(lives_report(simulate(told(Rollback(60_000, earliest_us - 1)))))
    assert short["skipped"][0]["earliest_ms"] == skipped["earliest_ms"]


def test_that_a_crash_after_the_collection_finds_its_checkpoint():
    run = simulate(told(Crash(60_000, "P2"), Restart(70_000, "P2")))
    (row,) = run.trace.recoveries
    assert row.line == (None, 2, None) and row.before == row.after and not any(row.undone)


def check_the_past_need_not_be_looked_at(scenario: Scenario) -> None:
    """Against collections that look at the whole run."""
    recent = simulate(collecting(scenario), ENDS_US).trace
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("snapviz.recovery.recent._starts", lambda run: [0] * len(run.states))
        whole = simulate(collecting(scenario), ENDS_US).trace
    assert recent.collections == whole.collections
    assert recent.recoveries == whole.recoveries


@settings(QUICK, max_examples=30)
@given(ROLLED_BACK)
def test_that_what_lies_behind_the_line_need_not_be_looked_at(scenario):
    check_the_past_need_not_be_looked_at(scenario)


@pytest.mark.deep
@DEEP
@given(ROLLED_BACK)
def test_that_what_lies_behind_the_line_need_never_be_looked_at(scenario):
    check_the_past_need_not_be_looked_at(scenario)


@pytest.mark.parametrize("method", ["pessimistic", "optimistic", "sender-based", "causal"])
def test_that_a_message_may_arrive_again_behind_a_collected_arrival(method):
    """P1 would send it again, from its initial state; P2 need not receive it again."""
    ways = (Channel("P1", "P2", fifo=False, duplication=1), Channel("P2", "P1", delay=Fixed(1_000)))
    scenario = Scenario(
        (Process("P1", {"balance": 9}), Process("P2", {"balance": 9})),
        ways,
        script=(
            Send(1_000, "P1", "P2", {"amount": 4}, 1_000),
            TakeCheckpoint(20_000, "P2"),
            TakeCheckpoint(70_000, "P2"),
            Crash(80_000, "P1"),
            Restart(90_000, "P1"),
        ),
        logging=Logging(method, 5_000),
    )
    check_same_recoveries(scenario)
    run = simulate(collecting(scenario), ENDS_US)
    assert run.computation.event_counts.tolist() == [1, 2]
    assert [c.index for c in run.trace.checkpoints if c.collected_row is not None] == [0, 1]


def test_that_garbage_is_discarded_where_nobody_can_send():
    settings = Checkpointing("independent", interval_us=10_000, collect=True)
    alone = Process("P1", {"balance": 10}), Process("P2", {"balance": 10})
    events = tuple(Internal(at_us, "P1") for at_us in (5_000, 25_000))
    made = Scenario(alone, duration_us=ENDS_US, checkpointing=settings, script=events)
    trace = simulate(made).trace
    assert {taken.process for taken in trace.checkpoints if taken.collected_row} == {0, 1}
