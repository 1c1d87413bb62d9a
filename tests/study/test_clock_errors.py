"""Clock errors as who watches the run sees them: exact, and what each sample knew of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.scenario.model import (
    Channel,
    Clock,
    Process,
    Scenario,
    SetClock,
    SyncClocks,
    Uniform,
)
from snapviz.simulation import simulate
from snapviz.study.clock_errors import ClockErrors, synchronisations
from tests.protocols.test_clock_sync import two


def test_that_a_line_bends_at_every_change_and_ends_with_the_run():
    script = SetClock(30_000, "C", -5_000), SetClock(60_000, "C", None, 10**7)
    run = simulate(two(2_000, 1_000, 1_000, *script, duration_us=100_000))
    still, moved = ClockErrors(run).lines()
    assert still == [(0, 0), (100_000, 0)]
    assert moved == [
        (0, 2_000), (30_000, 2_000), (30_000, -5_000), (60_000, -5_000), (100_000, -4_600),
    ]  # fmt: skip
    assert [ClockErrors(run).at(1, at) for at in (29_999, 30_000, 80_000)] == [
        2_000,
        -5_000,
        -4_800,
    ]


def test_that_a_slew_is_a_slope():
    sync = SyncClocks(0, "cristian", adjust="slew", slew_ppb=100_000_000)
    run = simulate(two(-10_000, 5_000, 5_000, sync, duration_us=200_000))
    assert ClockErrors(run).lines()[1] == [
        (0, -10_000),
        (10_000, -10_000),
        (110_000, 0),
        (200_000, 0),
    ]


@pytest.mark.parametrize("method", ["cristian", "ntp", "berkeley"])
def test_that_an_estimate_is_off_by_half_of_what_the_ways_differ_by(method):
    run = simulate(two(3_000, 10_000, 50_000, SyncClocks(5_000, method, "S")))
    (found,) = [s for s in synchronisations(run) if s.sync.process == 1]
    best = found.best
    begin = 5_000 + (50_000 if method == "berkeley" else 0)
    assert (best.at_us, best.server, best.error_us) == (begin + 60_000, 0, 3_000)
    assert best.server_error_us == 0 and best.doubled_us == 2 * 23_000
    assert best.sample.delay_us == 60_000 and best.is_within


def test_that_a_server_that_is_wrong_itself_is_taken_into_account():
    scenario = two(3_000, 10_000, 10_000, SyncClocks(0, "ntp", "S"))
    wrong = replace(scenario.processes[0], clock=Clock(7_000))
    run = simulate(replace(scenario, processes=(wrong, scenario.processes[1])))
    (found,) = synchronisations(run)
    assert (found.best.server_error_us, found.best.error_us) == (7_000, 3_000)
    assert found.best.doubled_us == 2 * 3_000


def test_that_half_microseconds_are_not_rounded():
    run = simulate(two(0, 10, 11, SyncClocks(0, "ntp")))
    (found,) = synchronisations(run)
    assert found.best.doubled_us == 1 and found.best.sample.delay_us == 21
    assert found.best.is_within


def test_that_what_comes_over_several_hops_counts_from_end_to_end():
    names = ("A", "B", "C")
    ring = tuple(Channel(a, b) for a, b in zip(names, names[1:] + names[:1], strict=True))
    run = simulate(Scenario(tuple(map(Process, names)), ring, script=(SyncClocks(0, "ntp"),)))
    found = {s.sync.process: s.best for s in synchronisations(run)}
    assert {p: (e.at_us, e.doubled_us) for p, e in found.items()} == {
        1: (150_000, -2 * 25_000), 2: (150_000, 2 * 25_000),
    }  # fmt: skip


def test_that_a_fast_drift_can_leave_the_bound_and_that_is_said():
    """A clock that hardly runs measures hardly any delay, however long the answer took."""
    scenario = two(0, 0, 40_000, SyncClocks(0, "ntp"))
    slow = replace(scenario.processes[1], clock=Clock(0, -(10**9) * 9 // 10))
    run = simulate(replace(scenario, processes=(scenario.processes[0], slow)))
    (found,) = synchronisations(run)
    assert found.best.sample.delay_us == 4_000 and not found.best.is_within


def test_that_berkeleys_server_has_no_estimates():
    run = simulate(two(3_000, 10_000, 10_000, SyncClocks(0, "berkeley", "S")))
    found = {s.sync.process: s for s in synchronisations(run)}
    assert found[0].estimates == () and found[0].best is None


@settings(max_examples=60)
@given(
    st.integers(-50_000, 50_000),
    st.integers(0, 40_000),
    st.integers(0, 40_000),
    st.integers(1, 4),
    st.sampled_from(["cristian", "ntp", "berkeley"]),
    st.integers(0, 9),
)
def test_that_without_drift_the_true_error_is_within_every_bound(
    offset, low, more, rounds, method, seed
):
    scenario = two(offset, 0, 0, SyncClocks(0, method, "S", rounds=rounds), seed=seed)
    ways = tuple(replace(c, delay=Uniform(low, low + more)) for c in scenario.channels)
    run = simulate(replace(scenario, channels=ways))
    for found in synchronisations(run):
        assert all(estimate.is_within for estimate in found.estimates)
        assert found.sync.before_us == error_before(run, found.sync)
        if found.best is not None:
            assert found.best.error_us == offset


def error_before(run, sync) -> int:
    """The error just before an adjustment, read off the line."""
    line = ClockErrors(run).lines()[sync.process]
    corners = [error for at, error in line if at == sync.time_us]
    return corners[0] if corners else ClockErrors(run).at(sync.process, sync.time_us)
