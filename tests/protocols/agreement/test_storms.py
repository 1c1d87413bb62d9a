"""Whatever is lost, late, doubled, cut off or down: nobody contradicts anybody, and it ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.protocols.agreement.paxos import Paxos
from snapviz.protocols.agreement.raft import Raft
from tests.protocols.agreement import mutants
from tests.protocols.agreement.oracle import PaxosOracle, RaftOracle
from tests.protocols.agreement.storm import Storm, storm_of

BOTH = [(Paxos, PaxosOracle), (Raft, RaftOracle)]
SEEDS = st.integers(0, 2**32)
LONG_ENOUGH_US = 60_000_000
MOST_ROUNDS = 40
"""Within so many all who are up have decided, once nothing goes wrong any more."""


def holds_in_storms(protocol: type, oracle: type, runs: int) -> None:
    @settings(max_examples=runs, deadline=None)
    @given(SEEDS, st.integers(1, 2))
    def check(seed: int, collectors: int) -> None:
        storm, asking = storm_of(protocol, seed, oracle, collectors)
        storm.run(LONG_ENOUGH_US)
        up = set(range(len(storm.sides))) - storm.down
        for snapshot in range(len(asking)):
            assert storm.decided_by(snapshot) >= up
        assert len(set(storm.decisions)) == len(storm.decisions)
        assert storm.decided_us < storm.calm_us + MOST_ROUNDS * storm.round_us

    check()


@pytest.mark.parametrize(("protocol", "oracle"), BOTH)
def test_that_a_storm_ends_in_one_decision_of_all_who_are_up(protocol, oracle):
    holds_in_storms(protocol, oracle, 100)


@pytest.mark.deep
@pytest.mark.parametrize(("protocol", "oracle"), BOTH)
def test_that_thousands_of_storms_do(protocol, oracle):
    holds_in_storms(protocol, oracle, 4000)


@pytest.mark.parametrize("mutant", mutants.PAXOS + mutants.RAFT)
def test_that_storms_show_a_mistake(mutant):
    oracle = PaxosOracle if mutant in mutants.PAXOS else RaftOracle
    with pytest.raises(AssertionError):
        for seed in range(600):
            storm_of(mutant, seed, oracle, collectors=2)[0].run(LONG_ENOUGH_US)


def quiet(protocol: type, size: int, slowest_us: int = 80_000) -> Storm:
    storm = Storm(protocol, size, 1, None)
    storm.loss, storm.doubles, storm.slowest_us = 0, 0, slowest_us
    return storm


@pytest.mark.parametrize("protocol", [Paxos, Raft])
@pytest.mark.parametrize("size", range(1, 7))
def test_that_nothing_happens_after_all_know(protocol, size):
    storm = quiet(protocol, size)
    storm.at(0, storm.propose, 0, 0, "abc")
    storm.run(LONG_ENOUGH_US)
    assert storm.decided_by(0) == set(range(size)) and not storm.queue
    assert storm.now_us < 2_000_000


@pytest.mark.parametrize("protocol", [Paxos, Raft])
@pytest.mark.parametrize("slowest_us", [1, 1_000_000, 5_000_000])
def test_that_any_speed_of_the_network_will_do(protocol, slowest_us):
    storm = quiet(protocol, 4, slowest_us)
    for snapshot in range(3):
        storm.at(snapshot, storm.propose, snapshot, snapshot, "abc")
    storm.run(20 * LONG_ENOUGH_US)
    assert all(storm.decided_by(snapshot) == {0, 1, 2, 3} for snapshot in range(3))


@pytest.mark.parametrize("protocol", [Paxos, Raft])
@pytest.mark.parametrize("others_down", [[1, 2], [2, 3]])
def test_that_a_minority_never_decides(protocol, others_down):
    storm = quiet(protocol, 4 if 3 in others_down else 3)
    for process in others_down:
        storm.at(0, storm.crash, process)
    storm.at(1, storm.propose, 0, 0, "abc")
    storm.run(LONG_ENOUGH_US)
    assert storm.decisions == []
    assert storm.sent < 600


@pytest.mark.parametrize("protocol", [Paxos, Raft])
def test_that_who_was_away_is_told_though_the_proposer_is_gone(protocol):
    storm = quiet(protocol, 5)
    storm.at(0, storm.crash, 4)
    storm.at(1, storm.propose, 0, 0, "abc")
    storm.run(2_000_000)
    assert storm.decided_by(0) == {0, 1, 2, 3}
    storm.at(2_000_001, storm.crash, 0)
    storm.at(3_000_000, storm.restart, 4)
    storm.run(LONG_ENOUGH_US)
    assert storm.decided_by(0) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("protocol", [Paxos, Raft])
@pytest.mark.parametrize("size", range(2, 7))
def test_that_the_cost_is_that_of_the_docstring(protocol, size):
    storm = quiet(protocol, size)
    storm.at(0, storm.propose, 0, 0, "abc")
    storm.run(5_000_000)
    first = storm.sent
    storm.at(5_000_000, storm.propose, 0, 1, "abc")
    storm.at(10_000_000, storm.propose, 1, 2, "abc")
    storm.run(9_000_000)
    second = storm.sent - first
    storm.run(LONG_ENOUGH_US)
    third = storm.sent - first - second
    others = size - 1
    if protocol is Paxos:
        assert (first, second, third) == (5 * others, 5 * others, 5 * others)
    else:
        assert (first, second, third) == (6 * others, 4 * others, 4 * others + 1)
