"""What snapshots wait for at any row of a run, for every protocol."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from snapviz.protocols.registry import AGREEMENT, SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import Channel, Crash, Fixed, Process, Scenario, TakeSnapshot
from snapviz.simulation import simulate, with_protocol
from snapviz.study import standing
from snapviz.study.standing import Standings
from tests.engine.worlds import bank, keep_many_keyframes, snapshots


@pytest.fixture
def many_keyframes(monkeypatch):
    keep_many_keyframes(monkeypatch)


@pytest.mark.parametrize("protocol", SNAPSHOT_PROTOCOLS)
def test_that_it_is_what_a_run_that_ends_there_waits_for(protocol, many_keyframes):
    scenario = replace(bank(3, 300_000), script=snapshots(60_000, 90_000))
    run = simulate(with_protocol(scenario, protocol))
    standings, times = Standings(run), run.trace.row_time
    assert run.keyframes.kept
    last = np.flatnonzero(np.diff(times, append=times[-1] + 1)) + 1
    waited = 0
    for rows in last[:: max(1, len(last) // 40)].tolist():
        ended = simulate(run.scenario, int(times[rows - 1]))
        expected = {s.number: s.waiting for s in ended.snapshots if s.waiting}
        assert standings.at(rows).waiting == expected
        assert Standings(run).at(rows) == standings.at(rows)
        waited += len(expected)
    assert waited


@pytest.mark.parametrize("commit", AGREEMENT)
def test_that_it_says_too_what_those_wait_for_who_are_to_agree(commit, many_keyframes):
    taken = TakeSnapshot(60_000, initiator="P1", copies=1, commit=commit)
    run = simulate(replace(bank(3, 250_000), script=(taken, Crash(130_000, "P3"))))
    standings, times = Standings(run), run.trace.row_time
    awaited = set()
    last = np.flatnonzero(np.diff(times, append=times[-1] + 1)) + 1
    for rows in last[times[last - 1] > 60_000][::3]:
        ended = simulate(run.scenario, int(times[rows - 1]))
        expected = {s.number: s.undecided for s in ended.snapshots if s.undecided}
        assert standings.at(int(rows)).undecided == expected
        awaited |= {waiting.what for waiting in expected.get(0, ())}
    assert "part" in awaited and len(awaited) > 1


@pytest.mark.parametrize("protocol", SNAPSHOT_PROTOCOLS)
def test_that_every_protocol_says_what_it_waits_for_until_it_is_complete(protocol):
    scenario = replace(bank(3, 900_000), script=snapshots(60_000))
    run = simulate(with_protocol(scenario, protocol))
    (snapshot,) = run.snapshots
    times, standings = run.trace.row_time, Standings(run)
    # On the cycles of a mesh aligned barriers wait for each other for ever.
    assert (snapshot.completed_us is None) == (protocol == "barrier-aligned")
    end_us = snapshot.completed_us or run.until_us
    first, after = np.searchsorted(times, [snapshot.started_us + 1, end_us])
    for row in range(int(first) + 1, int(after), 7):
        assert standings.at(row).waiting.get(0), f"{protocol} at row {row}"
    if snapshot.completed_us is not None:
        assert not standings.at(int(np.searchsorted(times, end_us + 1))).waiting


def test_that_marker_by_marker_chandy_lamport_waits_for_less():
    ways = tuple(
        Channel(a, b, delay=Fixed(us)) for a, b, us in (("A", "B", 30_000), ("B", "A", 20_000))
    )
    scenario = Scenario(
        (Process("A"), Process("B")), ways, script=(TakeSnapshot(10_000, initiator="A"),)
    )
    run = simulate(scenario)
    told = [
        [(w.process, w.what, w.channel, w.since_us) for w in found.waiting.get(0, ())]
        for found in map(Standings(run).at, range(1, run.trace.row_count + 1))
    ]
    both = [
        ("A", "marker", ("B", "A"), 10_000),
        ("B", "marker", ("A", "B"), 10_000),
    ]
    assert told[0] == both and told[-1] == []
    assert both[:1] in told


def test_that_a_failure_is_known_from_when_it_happens():
    scenario = Scenario(
        (Process("A"), Process("B")),
        (Channel("B", "A"),),
        script=(TakeSnapshot(10_000, "naive-poll", "A"),),
    )
    run = simulate(scenario)
    assert run.snapshots[0].status == "failed"
    assert Standings(run).at(run.trace.row_count).given_up == {0}


def test_that_from_far_back_nothing_is_told(monkeypatch):
    monkeypatch.setattr(standing, "MOST_ROWS", 3)
    monkeypatch.setattr(standing, "NEAR_ROWS", 1)
    run = simulate(replace(bank(3), script=snapshots(100_000)))
    assert Standings(run).at(run.trace.row_count) is None
    assert Standings(run).at(2) is not None and Standings(run).at(0) is None
