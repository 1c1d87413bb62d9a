"""A cut drawn by hand is judged as by trying everything."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import snapviz
from snapviz.diagram.handcut import cut_of, cut_times_of_snapshot
from snapviz.scenario.model import Scenario
from tests.diagram.random_runs import crossings, events, random_run
from tests.diagram.sample_runs import (
    concurrent_run,
    lossy_run,
    ms,
    orphan_run,
    pins,
    processes,
    quiet_run,
    ring,
    ring_run,
    send,
)

quick = settings(deadline=None, derandomize=True, max_examples=80)
SPAN = st.integers(-1, ms(61))


def assert_judged_right(run, times):
    happened = events(run)
    cut = cut_of(run, times)
    counts = [
        sum(e.process == p and e.time_us <= us for e in happened) for p, us in enumerate(times)
    ]
    assert list(cut.counts) == counts
    orphans, crossing = crossings(happened, counts)
    assert list(cut.orphans) == sorted(orphans)
    assert cut.consistent == (not orphans)
    lost = set(np.flatnonzero(run.trace.message_lost).tolist())
    assert set(cut.in_transit) == {message for message in crossing if message not in lost}
    inside = product(*(range(count + 1) for count in counts))
    consistent = [other for other in inside if not crossings(happened, other)[0]]
    assert cut.nearest == tuple(map(max, zip(*consistent, strict=True)))
    assert cut.nearest in consistent
    again = cut_of(run, cut.nearest_times)
    assert again.consistent and again.nearest_times == cut.nearest_times
    for process, us in enumerate(times):
        mine = [e.time_us for e in happened if e.process == process]
        if len(set(mine)) == len(mine):
            assert again.counts[process] == cut.nearest[process]
        if again.counts[process] == counts[process]:
            assert cut.nearest_times[process] == us


@quick
@given(st.integers(0, 60), st.tuples(SPAN, SPAN, SPAN))
def test_that_a_cut_equals_brute_force_on_random_runs(seed, times):
    assert_judged_right(random_run(seed), times)


@quick
@given(st.integers(0, 60), st.data())
def test_that_a_cut_through_the_very_instants_of_events_equals_brute_force(seed, data):
    run = random_run(seed)
    instants = sorted({event.time_us for event in events(run)} | {0})
    near = st.sampled_from([us + shift for us in instants for shift in (-1, 0)])
    assert_judged_right(run, data.draw(st.tuples(near, near, near)))


@pytest.mark.deep
@settings(deadline=None, max_examples=2000)
@given(st.integers(0, 10**6), st.tuples(SPAN, SPAN, SPAN))
def test_that_cuts_hold_on_thousands_of_random_runs(seed, times):
    assert_judged_right(random_run(seed), times)


def test_that_random_runs_have_what_makes_cuts_hard():
    runs = [random_run(seed) for seed in range(61)]
    assert any(run.lost_messages() for run in runs)
    assert any(run.trace.message_copies for run in runs)
    assert max(len(run.event_rows) for run in runs) > 12


def test_that_the_orphan_is_named_and_the_nearest_cut_lies_just_before_its_receive():
    cut = cut_of(ring_run(), (ms(150), ms(290), ms(240), ms(300)))
    assert (cut.consistent, cut.orphans, cut.in_transit) == (False, (3,), (2, 4, 8, 9))
    assert (cut.counts, cut.nearest) == ((1, 4, 2, 4), (1, 2, 2, 4))
    assert cut.nearest_times == (ms(150), ms(182.25), ms(240), ms(300))


@pytest.mark.parametrize("make", [ring_run, orphan_run, concurrent_run])
def test_that_the_cut_of_a_snapshot_is_the_one_that_was_recorded(make):
    run = make()
    for snapshot in run.snapshots:
        times = cut_times_of_snapshot(run, snapshot.number)
        if snapshot.verdict is None:
            assert times is None
            continue
        cut = cut_of(run, times)
        assert list(cut.counts) == snapshot.cut.tolist()
        assert cut.orphans == snapshot.verdict.orphans


def test_that_a_lost_message_is_not_in_transit():
    cut = cut_of(lossy_run(), (ms(60), ms(60)))
    assert cut.counts == (1, 0) and cut.in_transit == ()


def test_that_a_run_without_events_has_one_cut():
    assert cut_of(quiet_run(2), (5, ms(90))).nearest_times == (5, ms(90))


def test_that_a_wrong_number_of_times_is_refused():
    with pytest.raises(ValueError, match="one time per process: 4, not 3"):
        cut_of(ring_run(), (1, 2, 3))


def test_that_events_of_one_instant_are_kept_or_left_out_together():
    scenario = Scenario(
        processes(2),
        ring(2),
        duration_us=ms(100),
        script=(send(10, "P1", "P2", 1), send(20, "P1", "P2", 2)),
        delays=tuple(pins("P1", "P2", 40, 30)),
    )
    run = snapviz.simulate(scenario)
    cut = cut_of(run, (ms(15), ms(55)))
    assert (cut.counts, cut.nearest) == ((1, 2), (1, 1))
    assert cut.nearest_times[0] == ms(15)
    assert cut_of(run, cut.nearest_times).counts == (1, 0)
    assert_judged_right(run, (ms(15), ms(55)))
