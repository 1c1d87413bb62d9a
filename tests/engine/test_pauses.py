"""The pause after a recording: what waits, in which order, and for how long."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz import simulation
from snapviz.engine import resume
from snapviz.engine.trace import SAVING
from snapviz.report import run_report
from snapviz.scenario.model import Fixed, Process, Scenario, Send, TakeSnapshot, Workload
from snapviz.simulation import Simulation, simulate, with_protocol
from tests.engine.edits import histories
from tests.engine.strategies import scenarios
from tests.engine.worlds import bank, keep_many_keyframes, mesh, pair, rows, sends, snapshots

MS = 1_000


def paused(scenario: Scenario, pause_ms: int, *script) -> Scenario:
    return replace(scenario, save_pause_us=pause_ms * MS, script=script or scenario.script)


def times_of(run, kind: str, process: str) -> list[int]:
    return [time for what, time, where, _ in rows(run) if (what, where) == (kind, process)]


def waits(run) -> list[tuple[int, int | None]]:
    assert {wait.protocol for wait in run.trace.waits} <= {SAVING}
    return [(wait.since_us, wait.until_us) for wait in run.trace.waits]


def test_that_messages_wait_until_their_receiver_has_saved():
    script = (*snapshots(100 * MS), *sends(60 * MS, 70 * MS, source="P2", target="P1"))
    run = simulate(paused(pair(delay=Fixed(50 * MS)), 30, *script))
    assert times_of(run, "RECORD", "P1") == [100 * MS]
    # Those due at 110 and 120 ms are received at 130 ms, in the order they came.
    assert times_of(run, "RECEIVE", "P1") == [130 * MS, 130 * MS]
    # The marker leaves at once, comes at 150 ms, and the one back at 200 ms finds P1 idle.
    assert times_of(run, "CONTROL", "P1") == [200 * MS]
    assert waits(run) == [(110 * MS, 130 * MS), (120 * MS, 130 * MS)]
    (snapshot,) = run.snapshots
    assert snapshot.verdict.sound and len(snapshot.channels["P2", "P1"]) == 2


def test_that_markers_wait_too_and_recordings_one_upon_the_other_add_up():
    run = simulate(paused(pair(delay=Fixed(10 * MS)), 40, *snapshots(100 * MS, 105 * MS)))
    # P1 is busy until 180 ms; P2 records at 110, and S2 only when it is idle again, at 150.
    assert times_of(run, "RECORD", "P1") == [100 * MS, 105 * MS]
    assert times_of(run, "RECORD", "P2") == [110 * MS, 150 * MS]
    assert times_of(run, "CONTROL", "P1") == [180 * MS, 180 * MS]
    assert waits(run) == [(115 * MS, 150 * MS), (120 * MS, 180 * MS), (160 * MS, 180 * MS)]
    assert [s.completed_us for s in run.snapshots] == [180 * MS, 180 * MS]


def test_that_the_rest_goes_on_waiting_when_what_waited_makes_it_record_again():
    script = (*snapshots(100 * MS, 101 * MS), *sends(102 * MS, 103 * MS))
    run = simulate(paused(pair(delay=Fixed(10 * MS)), 20, *script))
    assert times_of(run, "RECORD", "P2") == [110 * MS, 130 * MS]
    assert times_of(run, "RECEIVE", "P2") == [150 * MS, 150 * MS]


def test_that_the_workload_waits_and_goes_on_from_there():
    world = replace(
        pair(delay=Fixed(500 * MS)), workload=Workload("bank", Fixed(50 * MS)), duration_us=300 * MS
    )
    run = simulate(paused(world, 70, *snapshots(140 * MS)))
    assert times_of(run, "SEND", "P1") == [50 * MS, 100 * MS, 210 * MS, 260 * MS]
    assert times_of(run, "SEND", "P2") == [50 * MS * k for k in range(1, 7)]


def test_that_a_script_is_obeyed_at_its_time():
    script = (*snapshots(100 * MS), *sends(110 * MS))
    run = simulate(paused(pair(), 50, *script))
    assert times_of(run, "SEND", "P1") == [110 * MS]


def test_that_a_clock_rings_on_time_in_a_pause():
    global_one = TakeSnapshot(0, "global-clock", at_local_us=120 * MS)
    run = simulate(paused(pair(), 50, *snapshots(100 * MS), global_one))
    assert 120 * MS in times_of(run, "RECORD", "P1")


def test_that_a_message_passing_through_waits_as_well():
    ring = Scenario(
        tuple(Process(f"P{n}") for n in (1, 2, 3)),
        tuple(c for c in mesh(3, delay=Fixed(10 * MS)) if c.source + c.target in "P1P2P3P1"),
        duration_us=1_000_000,
    )
    polls = with_protocol(paused(ring, 100, *snapshots(0)), "naive-poll")
    run = simulate(paused(polls, 100))
    assert all(wait.until_us - wait.since_us <= 100 * MS for wait in run.trace.waits)
    assert times_of(run, "CONTROL", "P2")[:2] == [10 * MS, 110 * MS]


def test_that_what_still_waits_at_the_end_is_told():
    script = (*snapshots(100 * MS), *sends(60 * MS, source="P2", target="P1"))
    run = simulate(paused(pair(delay=Fixed(50 * MS)), 30, *script), 120 * MS)
    assert waits(run) == [(110 * MS, None)]
    assert run.message_counts["in_flight"] == 1


def test_that_a_pause_costs_throughput():
    script = snapshots(*range(50 * MS, 600 * MS, 50 * MS))
    received = [simulate(paused(bank(), pause, *script)).message_count for pause in (0, 10, 30)]
    assert received[0] > received[1] > received[2] > 0


@settings(max_examples=60)
@given(scenarios())
def test_that_a_run_without_recordings_is_the_same_with_any_pause(scenario):
    script = tuple(a for a in scenario.script if not isinstance(a, TakeSnapshot))
    plain = replace(scenario, script=script)
    assert simulate(replace(plain, save_pause_us=7 * MS)).digest == simulate(plain).digest


@settings(max_examples=80)
@given(scenarios(), st.integers(1, 20 * MS))
def test_that_time_never_falls_and_channels_stay_in_order(scenario, pause_us):
    trace = simulate(replace(scenario, save_pause_us=pause_us)).trace
    assert trace.row_time.tolist() == sorted(trace.row_time.tolist())
    arrivals = {}
    for message in trace.row_ref[(trace.row_kind >= 1) & (trace.row_kind <= 4)].tolist():
        arrivals.setdefault(int(trace.message_channel[message]), []).append(message)
    for taken in arrivals.values():
        # Whoever came first is received first, in order or not as the channel would have it.
        due = [int(trace.message_due[message]) for message in taken]
        assert all(a <= b for a, b in pairwise(due))
    busy = [(w.process, w.since_us, w.until_us) for w in trace.waits if w.until_us is not None]
    assert all(since <= until for _, since, until in busy)


@pytest.fixture
def resumed(monkeypatch):
    keep_many_keyframes(monkeypatch)
    found, original = [], resume.resume

    def remembering(run, trace, frame, earlier):
        found.append(bool(frame.pauses[0]))
        original(run, trace, frame, earlier)

    monkeypatch.setattr(simulation.resuming, "resume", remembering)
    return found


def check_histories(examples):
    @settings(max_examples=examples)
    @given(histories(), st.integers(5 * MS, 30 * MS))
    def check(history, pause_us):
        run = simulate(replace(history[0], save_pause_us=pause_us))
        for scenario in history[1:]:
            scenario = replace(scenario, save_pause_us=pause_us)
            run, fresh = simulate(scenario, earlier=run), simulate(scenario)
            assert rows(run) == rows(fresh) and run.digest == fresh.digest
            assert run_report(run) == run_report(fresh)

    check()


def test_that_an_edited_run_goes_on_in_the_middle_of_a_pause(resumed):
    check_histories(examples=60)
    assert sum(resumed) > 2


@pytest.mark.deep
def test_that_many_edited_runs_go_on_in_the_middle_of_a_pause(resumed):
    check_histories(examples=1000)
    assert sum(resumed) > 50


@settings(max_examples=20)
@given(scenarios(), st.lists(st.integers(1, 9), max_size=20))
def test_that_slices_of_any_size_make_the_same_run(scenario, slices):
    scenario = replace(scenario, save_pause_us=5 * MS)
    parts, left = Simulation(scenario), iter(slices)
    while not parts.advance(next(left, None)):
        parts.finish()
    assert parts.finish().digest == simulate(scenario).digest


def test_that_another_pause_is_another_run():
    world = replace(bank(), script=snapshots(100 * MS))
    first = simulate(paused(world, 5))
    assert simulate(paused(world, 9), earlier=first).digest == simulate(paused(world, 9)).digest


def test_that_a_scripted_send_after_the_recording_is_outside_the_cut():
    script = (*snapshots(100 * MS), Send(110 * MS, "P1", "P2", {"amount": 5}))
    run = simulate(paused(pair(), 50, *script))
    assert run.snapshots[0].verdict.sound and run.snapshots[0].channels == {}
