"""Two-phase commit: all or none, whatever is lost, crashes, or is cut off; and all in the end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.run import Run
from snapviz.scenario.model import Crash, Restart, Scenario, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import bank
from tests.properties.keeping import END_US, kept

METHOD = "two-phase"


def logged(run: Run, number: int) -> dict[int, str]:
    """What stands on each process's stable log, read there."""
    key = f"decided {number}"
    return {p: v for (p, name, k), v in run.trace.stored.items() if (name, k) == (METHOD, key)}


def assert_all_or_none(run: Run) -> None:
    for snapshot in run.snapshots:
        decided = {
            d.process: d.outcome for d in run.trace.decisions if d.snapshot == snapshot.number
        }
        assert decided == logged(run, snapshot.number)
        assert len(set(decided.values())) <= 1
        names = tuple(run.trace.process_ids[process] for process in sorted(decided))
        assert snapshot.commit.decided_by == names
        assert snapshot.commit.outcome == next(iter(decided.values()), "pending")
        assert (snapshot.commit.decided_us is None) == (not decided)
        if snapshot.commit.outcome == "committed":
            assert snapshot.status == "complete"
            cast = votes(run, snapshot.number, snapshot.commit.decided_us)
            assert cast == {"yes": len(run.trace.process_ids) - 1}


def votes(run: Run, number: int, until_us: int) -> dict[str, int]:
    """How many processes had said what by a time."""
    cast = {
        (r.process, r.values[0])
        for r in run.trace.remarks
        if r.snapshot == number and r.kind == "vote" and r.time_us <= until_us
    }
    return {said: sum(1 for _, what in cast if what == said) for said in {w for _, w in cast}}


def assert_all_know_in_the_end(run: Run) -> None:
    """Everyone is up and reached for long: only a capture that goes on leaves anything open."""
    for snapshot in run.snapshots:
        if snapshot.status != "recording":
            assert len(snapshot.commit.decided_by) == len(run.trace.process_ids), snapshot.id
            assert not snapshot.commit.undecided


def check(examples: int) -> None:
    outcomes = []

    @settings(max_examples=examples, deadline=None)
    @given(kept(rollbacks=True), st.integers(1, 900_000))
    def check_one(scenario, until_us):
        # At every moment as at the end; a run that is cut short is the beginning of the whole.
        assert_all_or_none(simulate(scenario, until_us))
        run = simulate(scenario)
        assert_all_or_none(run)
        assert_all_know_in_the_end(run)
        outcomes.extend(snapshot.commit.outcome for snapshot in run.snapshots)

    check_one()
    assert {"committed", "aborted"} <= set(outcomes)


def test_that_all_commit_or_none_among_faults():
    check(40)


@pytest.mark.deep
def test_that_all_always_commit_or_none_among_faults():
    check(1_500)


def committing(count: int = 4, **fields) -> Scenario:
    taken = TakeSnapshot(50_000, initiator="P1", commit=METHOD)
    return replace(bank(count, duration_us=END_US // 4), script=(taken,), **fields)


@pytest.mark.parametrize("crashed", ["P1", "P3"])
@pytest.mark.parametrize("down_us", [1_500, 400_000])
@pytest.mark.parametrize("when_down", ["wait", "lost"])
def test_that_a_crash_at_any_event_leaves_all_or_none(crashed, down_us, when_down):
    scenario = replace(committing(3), workload=replace(committing().workload, kind="none"))
    channels = tuple(replace(c, when_down=when_down) for c in scenario.channels)
    scenario = replace(scenario, channels=channels)
    whole = simulate(scenario)
    times = sorted({*whole.trace.row_time.tolist(), *whole.trace.message_sent.tolist()})
    outcomes = set()
    for at_us in (time for event in times for time in (event, event + 1)):
        trouble = (Crash(at_us, crashed), Restart(at_us + down_us, crashed))
        run = simulate(replace(scenario, script=(*scenario.script, *trouble)))
        assert_all_or_none(run)
        assert_all_know_in_the_end(run)
        outcomes.update(snapshot.commit.outcome for snapshot in run.snapshots)
    # A marker that is lost leaves the capture open.
    assert outcomes - ({"pending"} if when_down == "lost" else set()) == {"committed", "aborted"}
