"""Who has said yes is blocked from when the coordinator is out of reach until it hears of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.engine.trace import RowKind
from snapviz.run import Run
from snapviz.scenario.model import Channel, Crash, Fixed, Heal, Partition, Restart, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import bank, processes

TAKEN = TakeSnapshot(100_000, initiator="P1", commit="two-phase")
"""Over channels of 10 ms: complete at 120, gathered at 130 ms, asked at 140, decided at 150."""


def blocked(*trouble, commit: str = "two-phase", until_us: int = 1_000_000) -> list[tuple]:
    run = simulate(scenario_of(*trouble, commit=commit), until_us)
    told = run.snapshots[0].commit.blocked
    return [(b.process, b.since_us, b.until_us, b.coordinator, b.why) for b in told]


def scenario_of(*trouble, commit: str = "two-phase"):
    made = bank(3)
    channels = tuple(Channel(c.source, c.target, delay=Fixed(10_000)) for c in made.channels)
    script = (replace(TAKEN, commit=commit), *trouble)
    still = replace(made.workload, kind="none")
    return replace(made, processes=processes(3), channels=channels, script=script, workload=still)


def decided(run: Run, name: str) -> int:
    place = run.trace.process_ids.index(name)
    return next(d.time_us for d in run.trace.decisions if d.process == place)


CRASH = Crash(135_000, "P1")


def test_that_nobody_is_blocked_where_nothing_goes_wrong():
    run = simulate(scenario_of())
    assert run.snapshots[0].commit.decided_us == 150_000
    assert blocked() == []


def test_that_who_says_yes_to_a_dead_coordinator_is_blocked_until_it_is_back():
    back = (CRASH, Restart(400_000, "P1"))
    ends = [decided(simulate(scenario_of(*back)), name) for name in ("P2", "P3")]
    assert blocked(*back) == [
        ("P2", 140_000, ends[0], "P1", "down"),
        ("P3", 140_000, ends[1], "P1", "down"),
    ]
    assert min(ends) > 400_000


def test_that_a_crash_after_the_vote_blocks_from_the_crash_on():
    (first, second) = blocked(Crash(145_000, "P1"), until_us=300_000)
    assert first == ("P2", 145_000, None, "P1", "down")
    assert second == ("P3", 145_000, None, "P1", "down")


def test_that_a_crash_after_the_decision_blocks_those_it_has_not_reached():
    assert blocked(Crash(155_000, "P1"), until_us=400_000) == [
        ("P2", 155_000, 160_000, "P1", "down"),
        ("P3", 155_000, 160_000, "P1", "down"),
    ]
    assert blocked(Crash(160_001, "P1"), until_us=400_000) == []


def test_that_only_the_cut_off_are_blocked_by_a_partition():
    apart = (Partition(141_000, (("P1", "P2"), ("P3",))), Heal(600_000))
    ((name, since_us, until_us, coordinator, why),) = blocked(*apart)
    assert (name, since_us, coordinator, why) == ("P3", 141_000, "P1", "cut-off")
    assert until_us > 600_000


@pytest.mark.parametrize("commit", ["paxos", "raft"])
def test_that_majorities_do_not_block(commit):
    assert blocked(CRASH, commit=commit) == []


def test_that_who_loses_its_vote_with_its_storage_is_blocked_no_longer():
    gone = Crash(200_000, "P2"), Restart(300_000, "P2", on="P3", storage="lost")
    back = Crash(145_000, "P1"), Restart(700_000, "P1")
    (first, second) = blocked(*gone, *back)
    assert first == ("P2", 145_000, 300_000, "P1", "down")
    assert second[:2] == ("P3", 145_000) and second[2] > 700_000


def test_that_a_diagram_knows_the_row_from_which_on_one_is_blocked():
    run = simulate(scenario_of(Crash(145_000, "P1")))
    for told in run.snapshots[0].commit.blocked:
        assert run.trace.row_time[told.row - 1] == 145_000
        assert run.trace.row_kind[told.row - 1] == RowKind.CRASH
