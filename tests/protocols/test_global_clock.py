"""The global-clock capture: when each records, and exactly when the cut is inconsistent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.engine.clocks import PhysicalClock
from snapviz.scenario.model import (
    Channel,
    Clock,
    Exponential,
    Fixed,
    Process,
    Scenario,
    SetClock,
    SyncClocks,
    TakeSnapshot,
    Uniform,
    Workload,
)
from snapviz.simulation import simulate, with_protocol
from tests.engine.strategies import delays
from tests.engine.worlds import bank, pair, sends, snapshots
from tests.properties.oracle import History
from tests.properties.strategies import strongly_connected
from tests.properties.test_snapshots_out_of_order import assert_verdict_is

T_US = 50_000


def capture(scenario, *more, at_us=0):
    script = (*more, TakeSnapshot(at_us, "global-clock", at_local_us=T_US))
    return simulate(replace(scenario, script=script))


def skewed(offset_us, delay_us, sent_us, *more):
    """P1 is right, P2 runs behind by the offset; one message from P1 to P2."""
    scenario = pair(delay=Fixed(delay_us))
    behind = replace(scenario.processes[1], clock=Clock(-offset_us))
    scenario = replace(scenario, processes=(scenario.processes[0], behind))
    return capture(scenario, *sends(sent_us, payload={"amount": 1}), *more)


@pytest.mark.parametrize(
    ("sent_us", "offset_us", "delay_us", "consistent", "carried"),
    [
        # Sent when the clock reads exactly T, the script goes before the clock: inside.
        (T_US, 20_000, 10_000, True, False),
        (T_US + 1, 20_000, 10_000, False, False),
        # Received in the last microsecond before P2's T; at it, P2 records first.
        (T_US + 1, 20_000, 19_998, False, False),
        (T_US + 1, 20_000, 19_999, True, False),
        (T_US, 20_000, 19_999, True, False),
        (T_US, 20_000, 20_000, True, True),
        (T_US - 1, 20_000, 20_001, True, True),
        (T_US + 1, 0, 0, True, False),
    ],
)
def test_that_the_boundary_is_met_by_the_microsecond(
    sent_us, offset_us, delay_us, consistent, carried
):
    (snapshot,) = skewed(offset_us, delay_us, sent_us).snapshots
    assert snapshot.verdict.consistent == consistent
    assert bool(snapshot.channels) == carried
    assert snapshot.verdict.missing == snapshot.verdict.extra == ()


def test_that_skew_below_the_least_delay_is_harmless_and_above_it_is_not():
    base = replace(
        bank(3, delay=Uniform(10_000, 60_000), fifo=False),
        workload=Workload("bank", Exponential(500)),
    )
    for skew_us, expected in ((10_000, True), (30_000, False)):
        made = [replace(p, clock=Clock(skew_us * (p.id == "P2"))) for p in base.processes]
        (snapshot,) = capture(replace(base, processes=tuple(made))).snapshots
        assert snapshot.verdict.consistent == expected, skew_us


@st.composite
def clocked(draw):
    """Banks whose clocks are off, drift and are set; two captures by the clocks."""
    ids = [f"P{number}" for number in range(1, draw(st.integers(2, 4)) + 1)]
    clocks = st.builds(Clock, st.integers(-15_000, 15_000), st.integers(-(10**8), 10**8))
    sets = st.builds(
        SetClock, st.integers(30_000, 80_000), st.sampled_from(ids), st.integers(-9_000, 9_000)
    )
    first = TakeSnapshot(draw(st.integers(0, 60_000)), "global-clock", at_local_us=T_US)
    return Scenario(
        tuple(Process(pid, {"balance": 500}, None, draw(clocks)) for pid in ids),
        draw(strongly_connected(ids, draw(st.booleans()), delays, (0.0, 0.3))),
        seed=draw(st.integers(0, 999)),
        duration_us=200_000,
        workload=Workload("bank", Exponential(draw(st.integers(500, 9_000)))),
        script=(first, replace(first, at_us=0), *draw(st.lists(sets, max_size=3))),
    )


def reached_us(run, process, at_us):
    """The first microsecond from ``at_us`` on at which a process's clock reads T, by looking."""
    changes = [c for c in run.trace.clocks if c.process == process]
    clocks = [PhysicalClock(c.offset_us, c.drift_ppb, c.time_us, c.rest) for c in changes]
    for place, clock in enumerate(clocks):
        end = clocks[place + 1].since_us if place + 1 < len(clocks) else run.until_us + 1
        now = clock.first_reading(T_US, max(clock.since_us, at_us))
        if now < end:
            return now
    return None


@settings(max_examples=80)
@given(clocked())
def test_that_it_is_inconsistent_exactly_when_sent_after_t_arrives_before_t(scenario):
    run = simulate(scenario)
    history, trace = History(run), run.trace
    for snapshot in run.snapshots:
        started = snapshot.started_us
        due = [reached_us(run, process, started) for process in range(len(scenario.processes))]
        recorded = {r.process: r.time_us for r in snapshot.records}
        assert recorded == {p: at for p, at in enumerate(due) if at is not None}
        if snapshot.status != "complete":
            continue
        # At T's own microsecond the workload goes before the clock, a delivery after it.
        early = [
            number
            for number in range(trace.message_count)
            if trace.message_copy_of[number] < 0
            and trace.message_sent[number]
            > due[trace.channel_ends[trace.message_channel[number]][0]]
            and 0
            <= (run.message(number).received_us or -1)
            < due[trace.channel_ends[trace.message_channel[number]][1]]
        ]
        assert list(snapshot.verdict.orphans) == early
        assert snapshot.verdict.missing == snapshot.verdict.extra == ()
        assert_verdict_is(run, snapshot, history.truth(snapshot.number))


def test_that_nobody_sends_anything_for_it():
    run = capture(bank(3))
    assert run.message_counts["control"] == 0
    assert run.snapshots[0].cost.control_messages == 0
    assert run.snapshots[0].initiator is None


def test_that_it_waits_for_clocks_and_then_for_messages():
    scenario = replace(pair(delay=Fixed(90_000)), duration_us=T_US + 10_000)
    behind = replace(scenario.processes[1], clock=Clock(-20_000))
    scenario = replace(scenario, processes=(scenario.processes[0], behind))
    (snapshot,) = capture(scenario, *sends(T_US - 1_000)).snapshots
    assert snapshot.status == "recording" and list(snapshot.processes) == ["P1"]
    assert [(w.process, w.what, w.since_us) for w in snapshot.waiting] == [("P2", "clock", 0)]
    later = replace(scenario, duration_us=T_US + 30_000)
    (snapshot,) = capture(later, *sends(T_US - 1_000)).snapshots
    assert [(w.process, w.what, w.channel) for w in snapshot.waiting] == [
        ("P2", "message", ("P1", "P2"))
    ]
    (snapshot,) = capture(replace(scenario, duration_us=10**6), *sends(T_US - 1_000)).snapshots
    assert snapshot.completed_us == T_US - 1_000 + 90_000


def test_that_a_clock_set_past_the_time_records_at_once():
    run = capture(pair(), SetClock(10_000, "P2", 60_000))
    assert [record.time_us for record in run.trace.records] == [10_000, T_US]


def test_that_synchronised_clocks_make_it_hold():
    base = replace(
        bank(3, delay=Uniform(10_000, 12_000)), workload=Workload("bank", Exponential(500))
    )
    made = [replace(p, clock=Clock(25_000 * place)) for place, p in enumerate(base.processes)]
    base = replace(base, processes=tuple(made))
    late = TakeSnapshot(0, "global-clock", at_local_us=300_000)
    (wrong,) = simulate(replace(base, script=(late,))).snapshots
    (right,) = simulate(replace(base, script=(SyncClocks(0, "ntp", rounds=4), late))).snapshots
    assert not wrong.verdict.consistent and right.verdict.sound


def test_that_other_protocols_can_take_its_place_and_it_theirs():
    by_process = replace(bank(3), script=snapshots(100_000, initiator="P2"))
    by_clock = with_protocol(by_process, "global-clock")
    assert by_clock.script[0] == TakeSnapshot(100_000, "global-clock", at_local_us=100_000)
    back = with_protocol(by_clock, "chandy-lamport").script[0]
    assert (back.at_us, back.initiator, back.at_local_us) == (100_000, "P1", None)
    assert simulate(by_clock).snapshots[0].verdict.sound


def test_that_it_is_announced_before_the_fastest_clock_reads_the_time():
    made = bank(3)
    fast = replace(made.processes[2], clock=Clock(30_000))
    made = replace(made, processes=(*made.processes[:2], fast), script=snapshots(100_000))
    (snapshot,) = simulate(with_protocol(made, "global-clock")).snapshots
    assert [r.time_us for r in snapshot.records] == [100_000, 100_000, 70_000]


def test_that_channels_of_one_way_lead_nowhere_for_it():
    one_way = replace(pair(), channels=(Channel("P1", "P2"),))
    assert capture(one_way).snapshots[0].status == "complete"
