"""How near a cut by the clocks is to going wrong: figures, and the very microsecond."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.scenario.model import Channel, Clock, Fixed, Process, SetClock, SyncClocks
from snapviz.simulation import simulate
from snapviz.study.clock_boundary import boundary
from tests.engine.worlds import bank, pair, sends, snapshots
from tests.protocols.test_global_clock import capture, clocked


def two(clock: Clock, *more):
    """P1 is right; P2 has another clock. No messages but those of the script."""
    base = pair(delay=Fixed(10_000))
    off = replace(base.processes[1], clock=clock)
    return replace(base, processes=(base.processes[0], off)), more


CLOCKS = {
    "behind": two(Clock(-20_000)),
    "slow": two(Clock(0, -(10**8) * 3)),
    "behind and fast": two(Clock(-30_000, 10**8)),
    "set back": two(Clock(0), SetClock(30_000, "P2", -17_000)),
    "set back, then on": two(
        Clock(0), SetClock(30_000, "P2", -40_000), SetClock(60_000, "P2", -9_000)
    ),
    "slowed down": two(Clock(0), SetClock(20_000, "P2", None, -(10**8) * 4)),
    "slewed": two(Clock(-30_000), SyncClocks(0, "ntp", "P1", adjust="slew", slew_ppb=10**8 * 2)),
}


def taken(case: str, *sent):
    scenario, more = CLOCKS[case]
    return capture(scenario, *more, *sent)


def times(case: str) -> tuple[int, int]:
    """When P1 and P2 record."""
    return tuple(record.time_us for record in taken(case).snapshots[0].records)


@pytest.mark.parametrize("case", CLOCKS)
@pytest.mark.parametrize("late_us", [-1, 0, 1])
def test_that_one_microsecond_decides_whatever_the_clock_does(case, late_us):
    first, last = times(case)
    assert last - first > 1_000
    after_t = first + 1
    message = sends(after_t, delay_us=last + late_us - after_t)
    run = taken(case, *message)
    (snapshot,) = run.snapshots
    found = boundary(run, snapshot)
    assert snapshot.verdict.consistent == (late_us >= 0)
    assert (found.first, found.last, found.skew_us) == ("P1", "P2", last - first)
    assert found.slack_us == late_us
    assert found.guilty == snapshot.verdict.orphans == ((found.closest,) if late_us < 0 else ())


@pytest.mark.parametrize("case", CLOCKS)
def test_that_a_message_sent_at_t_itself_is_inside_and_guilty_of_nothing(case):
    first, last = times(case)
    run = taken(case, *sends(first, delay_us=last - first - 1))
    found = boundary(run, run.snapshots[0])
    assert run.snapshots[0].verdict.consistent and found.guilty == ()


@pytest.mark.parametrize("more_us", [-1, 0, 1])
def test_that_it_is_safe_only_while_the_skew_is_below_the_shortest_flight(more_us):
    scenario, _ = two(Clock(-20_000))
    ways = tuple(replace(channel, delay=Fixed(20_000 + more_us)) for channel in scenario.channels)
    run = capture(replace(scenario, channels=ways), *sends(10_000))
    found = boundary(run, run.snapshots[0])
    assert (found.margin_us, found.is_safe) == (more_us, more_us > 0)
    assert found.flight_us == 20_000 + more_us and found.closest is None


def test_that_without_messages_no_skew_matters():
    scenario, _ = two(Clock(-20_000))
    run = capture(scenario)
    found = boundary(run, run.snapshots[0])
    assert (found.skew_us, found.fastest, found.margin_us, found.is_safe) == (
        20_000, None, None, True,
    )  # fmt: skip


def test_that_only_snapshots_by_the_clocks_that_all_have_recorded_have_one():
    scenario = replace(bank(3), script=snapshots(100_000))
    run = simulate(scenario)
    assert boundary(run, run.snapshots[0]) is None
    late, _ = two(Clock(-20_000))
    run = capture(replace(late, duration_us=60_000))
    assert run.snapshots[0].status == "recording" and boundary(run, run.snapshots[0]) is None


def test_that_the_pair_furthest_apart_is_named():
    offsets = {"A": 3_000, "B": -4_000, "C": 9_000}
    names = tuple(offsets)
    scenario = replace(
        pair(),
        processes=tuple(Process(name, clock=Clock(us)) for name, us in offsets.items()),
        channels=tuple(Channel(a, b) for a in names for b in names if a != b),
    )
    run = capture(scenario)
    found = boundary(run, run.snapshots[0])
    assert (found.first, found.last, found.skew_us) == ("C", "B", 13_000)


@settings(max_examples=60)
@given(clocked())
def test_that_the_guilty_are_the_orphans_and_safe_cuts_have_none(scenario):
    run = simulate(scenario)
    for snapshot in run.snapshots:
        found = boundary(run, snapshot)
        if found is None:
            assert snapshot.status != "complete"
            continue
        if snapshot.verdict is not None:
            assert set(found.guilty) == set(snapshot.verdict.orphans)
        if found.is_safe:
            assert found.guilty == ()
        if found.guilty:
            assert found.closest in found.guilty and found.slack_us <= 0
