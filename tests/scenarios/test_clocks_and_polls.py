"""The shipped scenarios 12 to 18 show what their descriptions claim."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

import snapviz
from snapviz.engine.clocks import PhysicalClock
from snapviz.run import Run
from snapviz.scenario import edits
from snapviz.scenario.model import Scenario, SyncClocks
from snapviz.simulation import simulate, with_protocol


@pytest.fixture
def scenario(root):
    @cache
    def loaded(start: str) -> Scenario:
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return snapviz.load_scenario(path)

    return loaded


def amounts(snapshot) -> dict[str, list[int]]:
    return {
        f"{source}->{target}": [message.payload["amount"] for message in messages]
        for (source, target), messages in snapshot.channels.items()
    }


def recorded_us(snapshot) -> list[int]:
    return [saved.recorded_us for saved in snapshot.processes.values()]


def orphans(run: Run, snapshot) -> list[tuple[int, int, int]]:
    """(amount, sent, received) of each."""
    found = map(run.message, snapshot.verdict.orphans)
    return [(m.payload["amount"], m.sent_us, m.received_us) for m in found]


def unsynchronised(scenario: Scenario) -> Scenario:
    kept = tuple(action for action in scenario.script if not isinstance(action, SyncClocks))
    return replace(scenario, script=kept)


def flights_us(run: Run) -> list[int]:
    """How long each application message took that arrived."""
    trace = run.trace
    own = ~trace.message_control & (trace.message_received >= 0)
    return (trace.message_received - trace.message_sent)[own].tolist()


def skew_us(run: Run, at_us: int) -> int:
    """How far apart the clocks of a run are at an instant."""
    readings = {}
    for process, since, offset, drift, rest in run.trace.clocks:
        if since <= at_us:
            readings[process] = PhysicalClock(offset, drift, since, rest).local(at_us)
    return max(readings.values()) - min(readings.values())


def with_clock(scenario: Scenario, name: str, offset_us: int) -> Scenario:
    return edits.set_clock(scenario, name, offset_us=offset_us)


def test_that_a_poll_counts_the_thirty_twice(scenario):
    run = simulate(scenario("12"))
    (snapshot,) = run.snapshots
    assert recorded_us(snapshot) == [100_000, 140_000, 210_000]
    states = {name: saved.state["balance"] for name, saved in snapshot.processes.items()}
    assert (states["P2"], states["P3"], snapshot.verdict.recorded) == (1000, 1030, 3030)
    assert orphans(run, snapshot) == [(30, 150_000, 190_000)]
    (held,) = simulate(with_protocol(scenario("12"), "chandy-lamport")).snapshots
    assert held.verdict.sound and held.verdict.recorded == 3000


def test_that_clocks_eight_apart_are_safe_with_ten_on_the_way(scenario):
    run = simulate(scenario("13"))
    (snapshot,) = run.snapshots
    assert recorded_us(snapshot) == [196_000, 200_000, 204_000]
    assert min(flights_us(run)) == 10_000 and skew_us(run, 200_000) == 8_000
    assert snapshot.verdict.sound and amounts(snapshot) == {"P2->P1": [40]}
    (closest,) = (m for m in map(run.message, range(4)) if m.payload["amount"] == 15)
    assert closest.sent_us - recorded_us(snapshot)[0] == 1_000
    assert closest.received_us - recorded_us(snapshot)[2] == 3_000


def test_that_clocks_eighteen_apart_are_broken_by_the_fifteen(scenario):
    near, far = scenario("13"), scenario("14")
    assert with_clock(near, "P3", -14_000).processes == far.processes
    assert (near.script, near.channels) == (far.script, far.channels)
    run = simulate(far)
    (snapshot,) = run.snapshots
    assert recorded_us(snapshot) == [196_000, 200_000, 214_000]
    assert orphans(run, snapshot) == [(15, 197_000, 207_000)]
    assert (snapshot.verdict.recorded, snapshot.verdict.expected) == (3015, 3000)


@pytest.mark.parametrize(
    ("offset_us", "holds"), [(-7_001, False), (-7_000, True), (-6_999, True), (-6_000, True)]
)
def test_that_the_clock_of_p3_may_be_seven_behind_and_no_more(scenario, offset_us, holds):
    (snapshot,) = simulate(with_clock(scenario("14"), "P3", offset_us)).snapshots
    assert snapshot.verdict.consistent == holds
    assert recorded_us(snapshot)[2] - recorded_us(snapshot)[0] == 4_000 - offset_us


def test_that_three_rounds_of_ntp_make_every_snapshot_hold(scenario):
    run = simulate(scenario("15"))
    assert skew_us(run, 0) == 50_000
    assert [len(sync.samples) for sync in run.trace.clock_syncs] == [3, 3]
    for sync in run.trace.clock_syncs:
        best = min(sync.samples, key=lambda sample: sample.delay_us)
        assert sync.applied_us == best.offset_us and abs(sync.after_us) <= 2_000
    assert skew_us(run, 150_000) <= 4_000 < min(flights_us(run))
    assert [recorded_us(s)[0] for s in run.snapshots] == [200_000, 350_000, 500_000]
    assert all(s.verdict.sound for s in run.snapshots)
    without = simulate(unsynchronised(scenario("15"))).snapshots
    assert [s.verdict.consistent for s in without] == [False] * 3


def test_that_asymmetry_puts_a_right_clock_twenty_ahead(scenario):
    run = simulate(scenario("16"))
    assert skew_us(run, 0) == 0
    found = {sync.process: sync for sync in run.trace.clock_syncs}
    assert (found[2].before_us, found[2].after_us) == (0, 0)
    assert (found[1].before_us, found[1].after_us) == (0, 20_000)
    assert found[1].samples[0].delay_us == 60_000
    (snapshot,) = run.snapshots
    assert recorded_us(snapshot) == [300_000, 280_000, 300_000]
    assert orphans(run, snapshot) == [(20, 285_000, 295_000)]
    (held,) = simulate(unsynchronised(scenario("16"))).snapshots
    assert held.verdict.sound


def test_that_berkeley_agrees_on_a_time_that_nobody_had(scenario):
    run = simulate(scenario("17"))
    moved = {sync.process: sync.applied_us for sync in run.trace.clock_syncs}
    assert moved == {0: 5_000, 1: -20_000, 2: 15_000}
    assert {sync.after_us for sync in run.trace.clock_syncs} == {5_000}
    first, second = run.snapshots
    assert recorded_us(first)[1:] == [35_000, 70_000] and not first.verdict.consistent
    assert recorded_us(second) == [245_000] * 3 and second.verdict.sound
    assert not simulate(unsynchronised(scenario("17"))).snapshots[1].verdict.consistent


def test_that_synchronising_again_and_again_holds_drift_at_bay(scenario):
    run = simulate(scenario("18"))
    instants = range(0, run.until_us + 1, 1_000)
    assert max(skew_us(run, at) for at in instants) < 10_000 == min(flights_us(run))
    assert all(s.verdict.sound for s in run.snapshots) and len(run.snapshots) == 4
    for process, since, offset, drift, _ in run.trace.clocks:
        jump = offset - _offset_before(run, process, since)
        assert jump == 0, "a slewed clock never jumps"
        assert abs(drift) <= 20_000_000 + 100_000_000
    left_alone = simulate(unsynchronised(scenario("18")))
    assert [skew_us(left_alone, at) for at in (100_000, 250_000)] == [4_000, 10_000]
    verdicts = [s.verdict.consistent for s in left_alone.snapshots]
    assert verdicts == [True, False, False, False]


def _offset_before(run: Run, process: int, at_us: int) -> int:
    before = [c for c in run.trace.clocks if c.process == process and c.time_us < at_us]
    if not before:
        return next(c.offset_us for c in run.trace.clocks if c.process == process)
    _, since, offset, drift, rest = before[-1]
    return PhysicalClock(offset, drift, since, rest).local(at_us) - at_us
