"""Every order of a small run: nothing is found in the protocols, and mistakes are."""

from __future__ import annotations

import pytest

from snapviz.protocols.agreement.paxos import Paxos
from snapviz.protocols.agreement.raft import Raft
from snapviz.protocols.agreement.two_phase import TwoPhase
from tests.protocols.agreement import mutants
from tests.protocols.agreement.explorer import Budget, explore
from tests.protocols.agreement.oracle import PaxosOracle, RaftOracle, TwoPhaseOracle

ASKED = [("propose", 0, 0, "abc")]
PAXOS = PaxosOracle, [*ASKED, ("propose", 1, 0, "")]
"""Two propose different values of one snapshot."""
RAFT = RaftOracle, [*ASKED, ("propose", 1, 1, "def")]
"""Two stand for election, each with a snapshot of its own."""
BOTH = [(Paxos, *PAXOS), (Raft, *RAFT)]
TWO_PHASE = TwoPhaseOracle, ASKED
REFUSED = TwoPhaseOracle, [("fall", 2), *ASKED]
"""P3 can no longer stand by what it recorded."""
LED = [*ASKED, ("deliver", 0, 1), ("deliver", 1, 0), ("deliver", 0, 1)]
"""P1 leads by P2's vote, and P2 has its entry too; P3 has heard of nothing."""
COMMITTED = RaftOracle, [*LED, ("deliver", 1, 0), ("propose", 2, 1, "def")]
"""P1 knows so; and P3, without that entry, gathers a snapshot of its own."""
SUCCEEDED = RaftOracle, [*LED, ("wake", 1)]
"""P2 gives P1 up, and stands."""


@pytest.mark.parametrize(("protocol", "oracle", "opening"), BOTH)
@pytest.mark.parametrize("budget", [Budget(7), Budget(4, rings=1, crashes=1, repeats=1)])
def test_that_no_order_breaks_a_promise(protocol, oracle, opening, budget):
    assert explore(protocol, oracle, opening, budget) > 500


@pytest.mark.parametrize(("oracle", "opening"), [TWO_PHASE, REFUSED])
@pytest.mark.parametrize("budget", [Budget(14, crashes=1), Budget(5, rings=1, crashes=1)])
def test_that_no_order_parts_those_who_commit_in_two_phases(oracle, opening, budget):
    assert explore(TwoPhase, oracle, opening, budget) > 300


@pytest.mark.parametrize(("oracle", "opening"), [COMMITTED, SUCCEEDED])
def test_that_no_later_leader_breaks_a_promise(oracle, opening):
    assert explore(Raft, oracle, opening, Budget(4, rings=1)) > 500


@pytest.mark.deep
@pytest.mark.parametrize(("protocol", "oracle", "opening"), BOTH)
@pytest.mark.parametrize(
    "budget", [Budget(10), Budget(8, crashes=1), Budget(5, rings=1, crashes=1, repeats=1)]
)
def test_that_no_longer_one_does(protocol, oracle, opening, budget):
    assert explore(protocol, oracle, opening, budget) > 4_000


@pytest.mark.deep
@pytest.mark.parametrize(("oracle", "opening"), [TWO_PHASE, REFUSED])
@pytest.mark.parametrize(
    "budget", [Budget(8, rings=2, crashes=1), Budget(6, rings=1, crashes=1, repeats=1)]
)
def test_that_no_longer_one_parts_those_either(oracle, opening, budget):
    assert explore(TwoPhase, oracle, opening, budget) > 4_000


@pytest.mark.deep
@pytest.mark.parametrize(("oracle", "opening"), [COMMITTED, SUCCEEDED])
@pytest.mark.parametrize("budget", [Budget(6, rings=1), Budget(5, rings=1, crashes=1)])
def test_that_no_later_leader_does_in_longer_ones(oracle, opening, budget):
    assert explore(Raft, oracle, opening, budget) > 4_000


@pytest.mark.parametrize(
    ("mutant", "oracle", "opening", "budget", "found"),
    [
        (mutants.BreaksItsPromise, *PAXOS, Budget(6), "two values chosen"),
        (mutants.ProposesItsOwn, *PAXOS, Budget(6), "two values chosen"),
        (mutants.ContentWithFew, *PAXOS, Budget(6), "decided by a minority"),
        (mutants.VotesTwice, *RAFT, Budget(6), "voted twice in a term"),
        (mutants.VotesForAnybody, *COMMITTED, Budget(4, rings=1), "a leader lacks an entry"),
        (mutants.ForgetsItsVote, *RAFT, Budget(5, rings=1, crashes=1), "voted twice"),
        (mutants.CommitsByFew, *RAFT, Budget(6), "committed by a minority"),
        (mutants.TrustsTheMessage, *SUCCEEDED, Budget(5, rings=1), "logs do not match"),
        (mutants.CommitsForSome, *TWO_PHASE, Budget(4), "not all said yes"),
        (mutants.CommitsWhenBack, *TWO_PHASE, Budget(3, crashes=1), "not all said yes"),
        (mutants.TiredOfWaiting, *TWO_PHASE, Budget(6, rings=1), "decided before"),
        (mutants.AbortsWhenBack, *TWO_PHASE, Budget(7, crashes=1), "decided before"),
        (mutants.ChangesItsMind, *TWO_PHASE, Budget(7, rings=1), "a decision was changed"),
        (mutants.AgreesAnyway, *REFUSED, Budget(7), "decided before"),
    ],
)
def test_that_a_mistake_is_found(mutant, oracle, opening, budget, found):
    with pytest.raises(AssertionError, match=found):
        explore(mutant, oracle, opening, budget)


@pytest.mark.deep
def test_that_an_acceptor_which_forgets_in_a_crash_is_found():
    with pytest.raises(AssertionError, match="two values chosen"):
        explore(mutants.ForgetsInACrash, *PAXOS, Budget(8, crashes=1))


def test_that_every_mistake_is_looked_for():
    found = {case[0] for case in test_that_a_mistake_is_found.pytestmark[0].args[1]}
    every = {*mutants.PAXOS, *mutants.RAFT, *mutants.TWO_PHASE}
    assert found == every - {mutants.ForgetsInACrash}
