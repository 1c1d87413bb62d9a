"""Who may crash at an instant, and what the run that goes on from the copies comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.documents import load_scenario
from snapviz.engine.eras import Era
from snapviz.resources import scenarios_folder
from snapviz.scenario.branching import branch_scenario, with_new_branch
from snapviz.scenario.model import Crash, Restart, Rollback, TakeSnapshot
from snapviz.simulation import simulate
from snapviz.study import continuing
from snapviz.study.continuing import Continuation, Copies
from snapviz.study.restoring import restored_scenario
from tests.properties.failures import whereabouts
from tests.properties.keeping import cut_short, kept

MS = 1000


def shipped(start: str):
    (path,) = scenarios_folder().glob(f"{start}-*.snapviz.json")
    return load_scenario(path)


def grown(scenario, found: Continuation):
    """The run of the branch."""
    return simulate(
        branch_scenario(with_new_branch(scenario, "b", found.at_us, None, found.script), "b")
    )


@pytest.fixture(scope="module")
def two_copies():
    return simulate(shipped("60"))


def test_that_those_who_crash_are_taken_over_by_who_holds_their_parts(two_copies):
    found = Copies(two_copies, 0, 150 * MS).without((0, 1))
    assert (found.why, found.down, found.lost) == ("", ("P1", "P2"), ())
    assert found.script == (
        Crash(150 * MS, "P1"),
        Crash(150 * MS, "P2"),
        # Before the script has P2 crash at 200 ms.
        Restart(175 * MS, "P1", "P3", "lost", "S1"),
        Restart(175 * MS, "P2", "P3", "lost", "S1"),
    )
    run = grown(two_copies.scenario, found)
    (recovery,) = run.trace.recoveries
    assert recovery.hosts == {0: 2, 1: 2}
    parts = run.trace.adopted_by(recovery)
    assert {process: part.snapshot for process, part in parts.items()} == {0: 0, 1: 0}
    # The 25 on their way stand in P2's part, and come in again.
    assert {p: state["balance"] for p, state in recovery.after.items()} == {0: 70, 1: 100}
    assert run.states_at(run.trace.row_count)[1]["balance"] == 125
    start, there, lost = whereabouts(run)
    assert start == there + lost


def test_that_the_run_goes_on_from_the_snapshot_that_was_asked_about(two_copies):
    script = two_copies.scenario.script
    (taken,) = [action for action in script if isinstance(action, TakeSnapshot)]
    later = replace(taken, at_us=taken.at_us + 50 * MS)
    run = simulate(replace(two_copies.scenario, script=(*script, later)))
    for number, name in enumerate(("S1", "S2")):
        found = Copies(run, number, 190 * MS).without((0, 1))
        assert (found.snapshot, found.why) == (name, "")
        after = grown(run.scenario, found)
        parts = after.trace.adopted_by(after.trace.recoveries[0])
        assert {part.snapshot for part in parts.values()} == {number}


def test_that_a_part_is_gone_with_all_who_hold_it(two_copies):
    found = Copies(two_copies, 0, 150 * MS).without((0, 1, 2))
    assert (found.why, found.lost, found.script) == (continuing.GONE, ("P1",), ())


def test_that_who_is_down_already_counts(two_copies):
    copies = Copies(two_copies, 0, 210 * MS)
    assert copies.down == {1}
    assert copies.without((0,)).down == ("P1", "P2")
    crashed = [a for a in copies.without((0,)).script if isinstance(a, Crash)]
    assert [a.process for a in crashed] == ["P1"]


def test_what_stands_in_the_way(two_copies):
    def why(time_us, *crashed, run=two_copies):
        return Copies(run, 0, time_us).without(crashed).why

    assert why(30 * MS, 0) == continuing.INCOMPLETE
    assert why(150 * MS) == continuing.NOBODY
    assert why(two_copies.until_us) == continuing.OVER
    # Copies are on their way when the capture is complete.
    scenario = two_copies.scenario
    done_us = two_copies.snapshots[0].completed_us
    assert why(done_us, 0) == continuing.GONE
    script = (*scenario.script, Rollback(150 * MS, 10 * MS))
    undone = simulate(replace(scenario, script=script))
    assert why(160 * MS, 0, run=undone) == continuing.UNDONE


def test_that_somebody_who_stays_up_must_know_that_it_was_committed():
    run = simulate(shipped("62"))
    decided_us = run.snapshots[0].commit.decided_us
    (snapshot,) = [a for a in run.scenario.script if isinstance(a, TakeSnapshot)]
    run = simulate(replace(run.scenario, script=(replace(snapshot, copies=2),)))
    decided_us = run.snapshots[0].commit.decided_us
    first = run.trace.decisions[0].process
    at_first, later = (Copies(run, 0, us) for us in (decided_us, run.until_us - 1))
    assert at_first.without((first,)).why == continuing.UNDECIDED
    assert later.without((first,)).why == ""


def test_that_there_is_no_time_before_one_who_comes_back_at_once(two_copies):
    scenario, at = two_copies.scenario, 150 * MS

    def why(back_us: int) -> str:
        script = (*scenario.script, Crash(at, "P1"), Restart(back_us, "P1"))
        return Copies(simulate(replace(scenario, script=script)), 0, at).without(()).why

    assert why(at + 1) == continuing.TAKEN
    assert why(at + 2) == ""


def test_that_who_lives_on_one_that_crashes_goes_down_with_it(two_copies):
    first = Copies(two_copies, 0, 150 * MS).without((0,))
    run = grown(two_copies.scenario, first)
    (host,) = {a.on for a in first.script if isinstance(a, Restart)}
    place = run.trace.process_ids.index(host)
    back_us = first.script[-1].at_us
    assert Copies(run, 0, back_us).without((place,)).down[0] == "P1"


# At random

CASES = kept(commits=("none", "none", "two-phase", "paxos"), rollbacks=True).flatmap(
    lambda scenario: st.tuples(
        st.just(cut_short(scenario, 700_000)),
        st.integers(0, 650_000),
        st.sets(st.sampled_from(range(len(scenario.processes)))),
    )
)


def check(case):
    scenario, at_us, crashed = case
    run = simulate(scenario)
    for snapshot in run.snapshots:
        found = Copies(run, snapshot.number, at_us).without(crashed)
        then = simulate(scenario, at_us)
        if snapshot.number < len(then.snapshots):
            again = restored_scenario(then, then.snapshots[snapshot.number], found.down)
            assert (again is None) == bool(found.lost)
        if not found.why:
            check_goes_on(grown(scenario, found), found, snapshot)


def check_goes_on(run, found, snapshot):
    """All come back together, and nobody goes back behind what the snapshot has."""
    back_us = found.script[-1].at_us
    (recovery,) = [r for r in run.trace.recoveries if r.time_us == back_us]
    names = run.trace.process_ids
    assert {names[p] for p in recovery.crashed} == {names[p] for p in recovery.hosts}
    assert {names[p] for p in recovery.crashed} == {*found.down}
    adopted = run.trace.adopted_by(recovery).values()
    assert {part.snapshot for part in adopted} <= {snapshot.number}
    counts = Era(run.trace, recovery.row).computation.event_counts.tolist()
    left = [count - undone for count, undone in zip(counts, recovery.undone, strict=True)]
    assert all(events >= place for events, place in zip(left, snapshot.cut, strict=True))


@settings(max_examples=15, deadline=None)
@given(CASES)
def test_that_what_can_go_on_does(case):
    check(case)


@pytest.mark.deep
@settings(max_examples=1500, deadline=None)
@given(CASES)
def test_that_what_can_go_on_always_does(case):
    check(case)
