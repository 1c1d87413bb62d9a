"""Clock synchronisation by real messages: textbook numbers, bounds, asymmetry, loss."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.engine.clocks import Sample
from snapviz.report import run_report
from snapviz.scenario.model import (
    Channel,
    Clock,
    Crash,
    Fixed,
    Process,
    Restart,
    Scenario,
    SetClock,
    SyncClocks,
    TraceValues,
    Uniform,
)
from snapviz.simulation import simulate

MINUTE_US = 60_000_000
METHODS = ("cristian", "berkeley", "ntp")


def two(offset_us, there_us, back_us, *script, **fields):
    """A server and a client; requests and answers take so long."""
    ways = (
        Channel("C", "S", delay=Fixed(there_us)),
        Channel("S", "C", delay=Fixed(back_us)),
    )
    processes = (Process("S"), Process("C", clock=Clock(offset_us)))
    return Scenario(processes, ways, script=script, **fields)


def syncs(scenario):
    return run_report(simulate(scenario))["clock_syncs"]


def test_that_a_sample_gives_the_textbook_numbers():
    sample = Sample(10_000, 25_000, 26_000, 31_000)
    assert (sample.offset_us, sample.delay_us) == (5_000, 20_000)
    assert Sample(0, 1, 1, 1).offset_us == 0 and Sample(0, 0, 0, 1).offset_us == -1


@pytest.mark.parametrize("method", ["cristian", "ntp"])
def test_that_symmetric_ways_make_the_client_right(method):
    (sync,) = syncs(two(-8_000, 20_000, 20_000, SyncClocks(100_000, method)))
    assert sync == {
        "method": method,
        "process": "C",
        "at_ms": 140.0,
        "samples": [
            {
                "t0_ms": 92.0, "t1_ms": 120.0, "t2_ms": 120.0, "t3_ms": 132.0,
                "offset_ms": 8.0, "delay_ms": 40.0,
            }
        ],
        "applied_ms": 8.0,
        "true_offset_before_ms": -8.0,
        "true_offset_after_ms": 0.0,
    }  # fmt: skip


@pytest.mark.parametrize("method", ["cristian", "ntp"])
def test_that_half_the_difference_of_the_ways_stays_as_error(method):
    (sync,) = syncs(two(0, 10_000, 50_000, SyncClocks(0, method)))
    assert sync["true_offset_after_ms"] == -20.0
    assert abs(sync["true_offset_after_ms"]) <= sync["samples"][0]["delay_ms"] / 2


def test_that_berkeley_moves_three_clocks_to_their_average():
    names, minutes = ("S", "A", "B"), (180, 205, 170)
    scenario = Scenario(
        tuple(Process(n, clock=Clock(m * MINUTE_US)) for n, m in zip(names, minutes, strict=True)),
        tuple(Channel(a, b) for a in names for b in names if a != b),
        script=(SyncClocks(0, "berkeley", "S"),),
    )
    run = simulate(scenario)
    found = run_report(run)["clock_syncs"]
    assert {s["process"]: s["applied_ms"] / 60_000 for s in found} == {"S": 5, "A": -20, "B": 15}
    assert {s["true_offset_after_ms"] for s in found} == {185 * 60_000}
    assert {s["process"]: len(s["samples"]) for s in found} == {"S": 0, "A": 1, "B": 1}
    assert run.message_counts["control"] == 2 * 5


@pytest.mark.parametrize(("method", "count"), [("cristian", 6), ("ntp", 6), ("berkeley", 9)])
def test_that_messages_are_two_a_round_and_what_the_method_needs_besides(method, count):
    run = simulate(two(0, 9_000, 9_000, SyncClocks(0, method, rounds=3)))
    assert run.message_counts["control"] == count


@pytest.mark.parametrize("method", METHODS)
def test_that_the_sample_of_least_delay_counts(method):
    scenario = two(5_000, 10_000, 0, SyncClocks(0, method, "S", rounds=3))
    # Berkeley's poll goes the same way before.
    first = (0,) if method == "berkeley" else ()
    back = replace(scenario.channels[1], delay=TraceValues((*first, 80_000, 10_000, 60_000)))
    found = syncs(replace(scenario, channels=(scenario.channels[0], back)))
    sync = next(sync for sync in found if sync["process"] == "C")
    least = min(sync["samples"], key=lambda sample: sample["delay_ms"])
    assert [sample["delay_ms"] for sample in sync["samples"]] == [90.0, 20.0, 70.0]
    assert least["offset_ms"] == -5.0
    assert sync["applied_ms"] == (-2.5 if method == "berkeley" else -5.0)


@settings(max_examples=60)
@given(
    st.integers(-50_000, 50_000),
    st.integers(0, 40_000),
    st.integers(0, 40_000),
    st.integers(1, 4),
    st.sampled_from(["cristian", "ntp"]),
)
def test_that_the_error_is_at_most_half_the_least_delay(offset, low, more, rounds, method):
    scenario = two(offset, 0, 0, SyncClocks(0, method, rounds=rounds))
    ways = tuple(replace(c, delay=Uniform(low, low + more)) for c in scenario.channels)
    (sync,) = syncs(replace(scenario, channels=ways))
    least = min(sample["delay_ms"] for sample in sync["samples"])
    assert abs(sync["true_offset_after_ms"]) <= least / 2 + 0.0005
    for sample in sync["samples"]:
        t0, t1, t2, t3 = (round(sample[f"t{i}_ms"] * 1000) for i in range(4))
        assert round(sample["offset_ms"] * 1000) == ((t1 - t0) + (t2 - t3)) // 2
        assert round(sample["delay_ms"] * 1000) == (t3 - t0) - (t2 - t1)


def test_that_drift_takes_a_synchronised_clock_away_again():
    scenario = two(0, 5_000, 5_000, SyncClocks(0, "ntp", every_us=100_000))
    drifting = replace(scenario.processes[1], clock=Clock(0, 10**7))
    found = syncs(replace(scenario, processes=(scenario.processes[0], drifting)))
    assert len(found) == 10
    assert all(0.9 <= s["true_offset_before_ms"] <= 1.1 for s in found[1:])
    assert all(abs(s["true_offset_after_ms"]) <= 0.06 for s in found)


def drifting(by_ppb, *script):
    """A client whose clock has two thirds of a microsecond left over when it is synchronised."""
    scenario = two(-2_000, 5_000, 5_000, *script)
    client = replace(scenario.processes[1], clock=Clock(-2_000, by_ppb))
    return replace(scenario, processes=(scenario.processes[0], client))


def test_that_a_step_sets_a_drifting_clock_to_a_whole_microsecond():
    by_ppb = 166_666  # of 10,000 us, 1.66666 us
    run = simulate(drifting(by_ppb, SyncClocks(0, "ntp")))
    _, last = [change for change in run.trace.clocks if change.process == 1]
    (sync,) = run.trace.clock_syncs
    assert sync.before_us == -2_000 + 1 and sync.time_us == 10_000
    assert last[1:] == (10_000, sync.after_us, by_ppb, 0)
    assert sync.after_us == sync.before_us + sync.applied_us
    clock = last.clock
    later = range(10_000, 40_000, 777)
    gained = [by_ppb * (t - 10_000) // 10**9 for t in later]
    assert [clock.local(t) - t - sync.after_us for t in later] == gained


def test_that_a_slew_keeps_what_a_drift_has_left_of_a_microsecond():
    by_ppb = 166_666
    sync = SyncClocks(0, "ntp", adjust="slew", slew_ppb=100_000_000)
    run = simulate(drifting(by_ppb, sync))
    _, begun, ended = [change for change in run.trace.clocks if change.process == 1]
    assert begun.rest == by_ppb * 10_000 % 10**9
    lasted = ended.time_us - begun.time_us
    assert ended.rest == (begun.rest + (by_ppb + 100_000_000) * lasted) % 10**9


def test_that_a_slew_takes_its_time_and_never_jumps():
    sync = SyncClocks(0, "cristian", adjust="slew", slew_ppb=100_000_000)
    run = simulate(two(-10_000, 5_000, 5_000, sync))
    changes = [change[1:4] for change in run.trace.clocks if change.process == 1]
    assert changes == [(0, -10_000, 0), (10_000, -10_000, 10**8), (110_000, 0, 0)]
    assert run.trace.clock_syncs[0].after_us == 0


def test_that_a_slew_under_way_has_no_end_yet():
    sync = SyncClocks(0, "cristian", adjust="slew", slew_ppb=1_000)
    (found,) = syncs(two(-10_000, 5_000, 5_000, sync))
    assert found["true_offset_after_ms"] is None


def test_that_a_drift_set_meanwhile_ends_a_slew():
    sync = SyncClocks(0, "cristian", adjust="slew", slew_ppb=100_000_000)
    run = simulate(two(-10_000, 5_000, 5_000, sync, SetClock(60_000, "C", drift_ppb=77)))
    assert run.trace.clocks[-1][1:4] == (60_000, -5_000, 77)


def test_that_a_clock_that_hardly_runs_is_not_slewed_backwards():
    scenario = two(10_000, 0, 0, SyncClocks(0, "ntp", adjust="slew", slew_ppb=5 * 10**8))
    slow = replace(scenario.processes[1], clock=Clock(10_000, -(10**9) + 1))
    run = simulate(replace(scenario, processes=(scenario.processes[0], slow)))
    assert all(change.drift_ppb > -(10**9) for change in run.trace.clocks)


@pytest.mark.parametrize("method", METHODS)
def test_that_requests_are_routed_where_there_is_no_direct_channel(method):
    names = ("A", "B", "C")
    ring = tuple(Channel(a, b) for a, b in zip(names, names[1:] + names[:1], strict=True))
    scenario = Scenario(tuple(map(Process, names)), ring, script=(SyncClocks(0, method),))
    found = syncs(scenario)
    assert {s["process"] for s in found} >= {"B", "C"}
    assert {s["samples"][0]["delay_ms"] for s in found if s["process"] != "A"} == {150.0}


@pytest.mark.parametrize("method", METHODS)
def test_that_a_process_that_cannot_be_asked_is_left_alone(method):
    scenario = two(5_000, 1_000, 1_000, SyncClocks(0, method))
    assert simulate(replace(scenario, channels=scenario.channels[:1])).trace.clock_syncs == []


@pytest.mark.parametrize("method", ["cristian", "ntp"])
def test_that_lost_answers_are_made_do_without(method):
    scenario = two(5_000, 10_000, 10_000, SyncClocks(0, method, rounds=4), duration_us=9_000_000)
    lossy = (replace(scenario.channels[0], loss=0.5), scenario.channels[1])
    found = syncs(replace(scenario, channels=lossy, seed=3))
    assert 0 < len(found[0]["samples"]) < 4 and found[0]["true_offset_after_ms"] == 0


def test_that_an_answer_that_takes_longer_than_patience_is_used_when_it_comes():
    scenario = two(5_000, 2_000_000, 2_000_000, SyncClocks(0), duration_us=9_000_000)
    (found,) = syncs(scenario)
    assert (found["at_ms"], found["true_offset_after_ms"]) == (4_000, 0)


def test_that_the_clock_of_a_synchronised_process_is_noted_in_its_rows():
    run = simulate(two(5_000, 1_000, 1_000, SyncClocks(0, "ntp")))
    data = [note.data for note in run.trace.notes]
    assert data == [{"offset_us": 0, "drift_ppb": 0, "method": "ntp", "by_us": -5_000}]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("crash_ms", [3, 7, 12, 17, 22])
@pytest.mark.parametrize("who", ["S", "C"])
def test_that_a_crash_in_the_middle_is_survived(method, crash_ms, who):
    """Who comes back has forgotten what it measured; the next synchronisation finds it well."""
    orders = SyncClocks(0, method), SyncClocks(100_000, method)
    down = Crash(crash_ms * 1000, who), Restart(40_000, who)
    run = simulate(two(-8_000, 5_000, 5_000, *orders, *down))
    later = [sync for sync in run.trace.clock_syncs if sync.time_us > 100_000]
    assert len({sync.after_us for sync in later}) == 1
    assert len(later) == (2 if method == "berkeley" else 1)


def test_that_an_adjustment_for_what_is_forgotten_moves_no_clock():
    order = SyncClocks(0, "berkeley")
    down = Crash(21_000, "C"), Restart(40_000, "C")
    (sync,) = syncs(two(-8_000, 5_000, 5_000, order, *down))
    assert (sync["process"], sync["applied_ms"]) == ("S", -4.0)
