"""Runs in which protocols attach, hold and wake: the same however they are run."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz import simulation
from snapviz.engine import resume
from snapviz.engine.attention import is_attentive
from snapviz.engine.hooks import SnapshotProtocol
from snapviz.protocols.registry import CLOCK_SYNCS, SNAPSHOT_PROTOCOLS
from snapviz.report import run_report
from snapviz.scenario.model import SetClock, SyncClocks, TakeSnapshot
from snapviz.simulation import Simulation, simulate, with_protocol
from tests.engine.edits import histories
from tests.engine.nosy import Nosy
from tests.engine.worlds import bank, keep_many_keyframes, rows

PROTOCOLS = ("nosy", "naive-poll", "global-clock")
SYNCS = (
    SyncClocks(2_000, "ntp", "P1", 2, every_us=9_000),
    SyncClocks(5_000, "berkeley", adjust="slew", every_us=21_000),
    SyncClocks(11_000, "cristian", adjust="slew", slew_ppb=200_000_000),
)
BUSY = replace(
    bank(3, 150_000),
    script=(
        *SYNCS,
        SetClock(70_000, "P2", 9_000),
        TakeSnapshot(30_000, "nosy", "P1", every_us=40_000),
        TakeSnapshot(35_000, "naive-poll", "P2", every_us=50_000, times=3),
        TakeSnapshot(50_000, "global-clock", at_local_us=80_000, every_us=33_000),
    ),
)


@pytest.fixture(autouse=True)
def nosy(monkeypatch):
    """The registry knows the protocol that uses everything."""
    monkeypatch.setitem(SNAPSHOT_PROTOCOLS, Nosy.NAME, Nosy)


@pytest.fixture
def resumed(monkeypatch):
    """Keyframes every few rows; and the row of each keyframe that a run went on from."""
    keep_many_keyframes(monkeypatch)
    found, original = [], resume.resume

    def remembering(run, trace, frame, earlier):
        found.append(frame.rows)
        original(run, trace, frame, earlier)

    monkeypatch.setattr(simulation.resuming, "resume", remembering)
    return found


def assert_the_same(run, fresh):
    assert rows(run) == rows(fresh)
    assert run.digest == fresh.digest
    assert run_report(run) == run_report(fresh)
    assert run.trace.outstanding == fresh.trace.outstanding
    assert run.trace.riding == fresh.trace.riding


def attentive(scenario, place):
    """The scenario with attentive protocols, and clocks that are being synchronised."""
    made = with_protocol(scenario, PROTOCOLS[place])
    first = TakeSnapshot(1_000, "nosy", made.processes[0].id, every_us=17_000)
    return replace(made, script=(*SYNCS, first, *made.script))


def check_histories(examples):
    @settings(max_examples=examples)
    @given(histories(), st.integers(0, 2))
    def check(history, place):
        run = simulate(attentive(history[0], place))
        for scenario in history[1:]:
            scenario = attentive(scenario, place)
            run = simulate(scenario, earlier=run)
            assert_the_same(run, simulate(scenario))

    check()


def test_that_an_edited_run_equals_the_run_from_the_start(resumed):
    check_histories(examples=15)
    assert sum(frame > 10 for frame in resumed) > 10


@pytest.mark.deep
def test_that_many_edited_runs_equal_the_runs_from_the_start(resumed):
    check_histories(examples=1000)


def test_that_everything_is_under_way_in_the_busy_run():
    trace = simulate(BUSY).trace
    assert len(trace.waits) > 10 and any(wait.until_us is None for wait in trace.waits)
    assert len(trace.clock_syncs) > 4 and trace.riding
    assert {row.protocol for row in trace.snapshots} == set(PROTOCOLS)
    assert trace.riders == ("nosy", "naive-poll", "global-clock")


@pytest.mark.parametrize("at_us", [20_000, 90_000, 149_000])
def test_that_the_busy_run_can_be_gone_on_from_anywhere(at_us, resumed):
    earlier, edited = simulate(BUSY), replace(BUSY, script=(*BUSY.script, SetClock(at_us, "P3", 7)))
    assert_the_same(simulate(edited, earlier=earlier), simulate(edited))
    assert_the_same(earlier, simulate(BUSY))
    assert len(resumed) == 1


@settings(max_examples=4)
@given(st.lists(st.integers(1, 40), max_size=20))
def test_that_slices_of_any_size_make_the_same_run(slices):
    with pytest.MonkeyPatch.context() as patch:
        keep_many_keyframes(patch)
        parts, left = Simulation(BUSY), iter(slices)
        while not parts.advance(next(left, None)):
            parts.finish()
        assert_the_same(parts.finish(), simulate(BUSY))


def test_that_row_times_never_fall_and_receipts_are_told_when_they_happen():
    trace = simulate(BUSY).trace
    times = trace.row_time.tolist()
    assert times == sorted(times)
    for wait in trace.waits:
        if wait.until_us is not None:
            assert trace.message_received[wait.message] == wait.until_us >= wait.since_us
            assert wait.since_us == trace.message_due[wait.message]
        else:
            assert trace.message_received[wait.message] == -1


def test_that_the_hash_seed_changes_nothing():
    root = Path(__file__).parents[2]
    code = (
        "from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS as known\n"
        "from snapviz.simulation import simulate\n"
        "from tests.engine.test_attentive_runs import BUSY, Nosy\n"
        "known['nosy'] = Nosy\n"
        "print(simulate(BUSY).digest)\n"
    )
    digests = []
    for seed in ("0", "4242"):
        environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": seed}
        words = [sys.executable, "-c", code]
        done = subprocess.run(words, env=environment, cwd=root, capture_output=True, check=True)
        digests.append(done.stdout.decode().strip())
    assert digests == [simulate(BUSY).digest] * 2


def test_that_what_must_be_asked_about_every_message_never_promises_to_be_idle():
    for protocol in (*SNAPSHOT_PROTOCOLS.values(), *CLOCK_SYNCS.values()):
        assert not (is_attentive(protocol) and protocol.IDLE_UNTIL_USED), protocol


def test_that_runs_without_such_protocols_are_sent_and_delivered_the_everyday_way():
    class Quiet(SnapshotProtocol):
        NAME = "quiet"

    assert not is_attentive(Quiet) and not is_attentive(SNAPSHOT_PROTOCOLS["chandy-lamport"])
    for action in (TakeSnapshot(1, initiator="P1"), *SYNCS):
        simulator = Simulation(replace(bank(3), script=(action,)))._simulator
        assert simulator.attention is None
        assert simulator.channels.everyday[0] is simulator.channels.application.delays[0]
