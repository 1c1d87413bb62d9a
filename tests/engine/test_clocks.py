"""Physical clocks: what a process reads, and what setting a clock keeps."""

from dataclasses import replace
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from snapviz.engine.clocks import PhysicalClock
from snapviz.engine.trace import ClockChange, RowKind
from snapviz.scenario.model import Clock, SetClock
from snapviz.simulation import simulate
from tests.engine.worlds import pair

instants = st.integers(0, 10**15)
offsets = st.integers(-(10**15), 10**15)
drifts = st.integers(-(10**9) + 1, 10**9)


@given(offsets, drifts, instants, st.integers(0, 10**15))
def test_that_a_clock_reads_time_plus_offset_plus_drift(offset, drift, since, later):
    clock = PhysicalClock(offset, drift, since)
    exact = since + later + offset + Fraction(drift, 10**9) * later
    assert clock.local(since + later) == floor(exact)


def test_that_drift_is_rounded_down_on_both_sides_of_zero():
    assert PhysicalClock(0, 1_500_000).local(1_000) == 1_001
    assert PhysicalClock(0, -1_500_000).local(1_000) == 998


@given(offsets, drifts, instants, st.integers(0, 10**15), st.none() | offsets, st.none() | drifts)
def test_that_setting_a_clock_keeps_the_fields_left_out(offset, drift, since, later, new, rate):
    old = PhysicalClock(offset, drift, since)
    now = since + later
    clock = old.set(now, new, rate)
    assert clock.since_us == now
    assert clock.drift_ppb == (drift if rate is None else rate)
    assert clock.local(now) == (old.local(now) if new is None else now + new)


@given(offsets, drifts, st.integers(0, 10**12), st.integers(0, 10**12))
def test_that_no_clock_runs_backwards(offset, drift, one, other):
    clock = PhysicalClock(offset, drift)
    early, late = sorted((one, other))
    assert clock.local(early) <= clock.local(late)


@given(offsets, drifts, instants, st.lists(st.integers(0, 10**9), max_size=4), offsets)
def test_that_setting_nothing_changes_no_reading(offset, drift, since, pauses, ahead):
    untouched = clock = PhysicalClock(offset, drift, since)
    for pause in pauses:
        clock = clock.set(clock.since_us + pause, None, None)
    now = clock.since_us
    assert clock.local(now + 7) == untouched.local(now + 7)
    wanted = untouched.local(now) + ahead
    assert clock.first_reading(wanted, now) == untouched.first_reading(wanted, now)


def test_that_a_clock_keeps_what_its_drift_has_left_of_a_microsecond():
    """Half a microsecond from before and half from after make one."""
    clock = PhysicalClock(0, 500_000_000).set(1, None, None)
    assert [clock.local(t) for t in (1, 2, 3, 4)] == [1, 3, 4, 6]
    assert [PhysicalClock(0, 500_000_000).local(t) for t in (1, 2, 3, 4)] == [1, 3, 4, 6]


def test_that_a_run_lists_every_change_of_every_clock():
    scenario = pair()
    first = replace(scenario.processes[0], clock=Clock(2_000, 1_000_000))
    scenario = replace(
        scenario,
        processes=(first, scenario.processes[1]),
        script=(
            SetClock(100_000, "P1", drift_ppb=-2_000_000),
            SetClock(200_000, "P1", offset_us=35_000),
            SetClock(200_000, "P2"),
        ),
    )
    run = simulate(scenario)
    assert run.trace.clocks == [
        ClockChange(0, 0, 2_000, 1_000_000),
        ClockChange(1, 0, 0, 0),
        ClockChange(0, 100_000, 2_100, -2_000_000),
        ClockChange(0, 200_000, 35_000, -2_000_000),
        ClockChange(1, 200_000, 0, 0),
    ]
    assert run.trace.row_kind.tolist() == [RowKind.SET_CLOCK] * 3
    assert run.trace.row_time.tolist() == [100_000, 200_000, 200_000]
    assert run.trace.row_process.tolist() == [0, 0, 1]
    assert run.trace.notes[0].data == {"offset_us": 2_100, "drift_ppb": -2_000_000}


def test_that_setting_a_clock_ticks_no_vector_clock():
    run = simulate(replace(pair(), script=(SetClock(5, "P1", 100),)))
    assert run.computation.event_count == 0
