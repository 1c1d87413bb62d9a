"""Alarms fire at the first microsecond at which the clock reads so much, whatever is done to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snapviz.engine.clocks import PhysicalClock
from snapviz.engine.hooks import SnapshotProtocol
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import Clock, Process, Scenario, SetClock, SyncClocks, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import mesh

UNTIL_US = 3_000


class Alarmed(SnapshotProtocol):
    """Records when its clock reads as many microseconds as the body of the class says."""

    NAME = "alarmed"
    AT = 1_000

    def on_initiate(self, snapshot):
        self.context.set_alarm(self.AT, snapshot)

    def on_alarm(self, data):
        self.context.record_state(data)


@pytest.fixture(autouse=True)
def alarmed(monkeypatch):
    monkeypatch.setitem(SNAPSHOT_PROTOCOLS, Alarmed.NAME, Alarmed)


def run_of(clock, script, at_us=0):
    start = TakeSnapshot(at_us, "alarmed", "P1")
    process = Process("P1", clock=clock)
    return simulate(Scenario((process,), script=(start, *script), duration_us=UNTIL_US))


def first_reading(run, local_us, at_us):
    """The same by looking at the clock every microsecond."""
    clocks = [PhysicalClock(c.offset_us, c.drift_ppb, c.time_us, c.rest) for c in run.trace.clocks]
    for now in range(at_us, UNTIL_US + 1):
        clock = [clock for clock in clocks if clock.since_us <= now][-1]
        if clock.local(now) >= local_us:
            return now
    return None


offsets = st.integers(-2_000, 2_000)
drifts = st.integers(-(10**9) + 1, 10**9) | st.integers(-(10**8), 10**8)
sets = st.builds(
    SetClock,
    st.integers(0, UNTIL_US),
    st.just("P1"),
    st.none() | offsets,
    st.none() | drifts,
)


@given(offsets, drifts, st.integers(0, 500), offsets, st.integers(0, 500))
def test_that_the_first_reading_is_the_first(offset, drift, since, ahead, later):
    clock, now = PhysicalClock(offset, drift, since), since + later
    wanted = clock.local(now) + ahead
    found = clock.first_reading(wanted, now)
    assert found >= now and clock.local(found) >= wanted
    assert found == now or clock.local(found - 1) < wanted


@given(offsets, drifts, st.integers(0, 1_500), st.lists(sets, max_size=4))
def test_that_an_alarm_fires_when_the_clock_first_reads_its_time(offset, drift, at_us, script):
    run = run_of(Clock(offset, drift), script, at_us)
    expected = first_reading(run, Alarmed.AT, at_us)
    assert [record.time_us for record in run.trace.records] == (
        [] if expected is None else [expected]
    )


@pytest.mark.parametrize(
    ("offset", "script", "expected"),
    [
        (0, (), 1_000),
        (-1, (), 1_001),
        (5_000, (), 0),
        (0, (SetClock(400, "P1", 600),), 400),
        (0, (SetClock(400, "P1", 599),), 401),
        (0, (SetClock(400, "P1", -500),), 1_500),
        (0, (SetClock(999, "P1", -500), SetClock(1_200, "P1", 0)), 1_200),
        (0, (SetClock(1_000, "P1", -1),), 1_001),
    ],
)
def test_that_a_clock_that_is_set_moves_its_alarms(offset, script, expected):
    assert [r.time_us for r in run_of(Clock(offset), script).trace.records] == [expected]


def test_that_a_synchronisation_moves_alarms_too():
    scenario = Scenario(
        (Process("P1"), Process("P2", clock=Clock(-200_000))),
        mesh(2),
        script=(
            TakeSnapshot(0, "alarmed", "P2"),
            SyncClocks(0, "cristian", "P1"),
        ),
    )
    assert [record.time_us for record in simulate(scenario).trace.records] == [100_000]
