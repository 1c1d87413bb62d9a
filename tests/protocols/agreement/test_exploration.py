"""Every order of a small run: nothing is found in the protocols, and mistakes are."""

from __future__ import annotations

import pytest

from snapviz.protocols.agreement.paxos import Paxos
from snapviz.protocols.agreement.raft import Raft
from tests.protocols.agreement import mutants
from tests.protocols.agreement.explorer import Budget, explore
from tests.protocols.agreement.oracle import PaxosOracle, RaftOracle

PAXOS = PaxosOracle, [(0, 0, "abc"), (1, 0, "")]
"""Two propose different values of one snapshot."""
RAFT = RaftOracle, [(0, 0, "abc"), (1, 1, "def")]
"""Two stand for election, each with a snapshot of its own."""
BOTH = [(Paxos, *PAXOS), (Raft, *RAFT)]


@pytest.mark.parametrize(("protocol", "oracle", "proposals"), BOTH)
@pytest.mark.parametrize("budget", [Budget(7), Budget(4, rings=1, crashes=1, repeats=1)])
def test_that_no_order_breaks_a_promise(protocol, oracle, proposals, budget):
    assert explore(protocol, oracle, proposals, budget) > 500


@pytest.mark.deep
@pytest.mark.parametrize(("protocol", "oracle", "proposals"), BOTH)
@pytest.mark.parametrize(
    "budget", [Budget(10), Budget(8, crashes=1), Budget(5, rings=1, crashes=1, repeats=1)]
)
def test_that_no_longer_one_does(protocol, oracle, proposals, budget):
    assert explore(protocol, oracle, proposals, budget) > 4_000


@pytest.mark.parametrize(
    ("mutant", "oracle", "proposals", "budget", "found"),
    [
        (mutants.BreaksItsPromise, *PAXOS, Budget(6), "two values chosen"),
        (mutants.ProposesItsOwn, *PAXOS, Budget(6), "two values chosen"),
        (mutants.ContentWithFew, *PAXOS, Budget(6), "decided by a minority"),
        (mutants.VotesTwice, *RAFT, Budget(6), "voted twice in a term"),
        (mutants.ForgetsItsVote, *RAFT, Budget(5, rings=1, crashes=1), "voted twice"),
        (mutants.CommitsByFew, *RAFT, Budget(6), "committed by a minority"),
    ],
)
def test_that_a_mistake_is_found(mutant, oracle, proposals, budget, found):
    with pytest.raises(AssertionError, match=found):
        explore(mutant, oracle, proposals, budget)


@pytest.mark.deep
def test_that_an_acceptor_which_forgets_in_a_crash_is_found():
    with pytest.raises(AssertionError, match="two values chosen"):
        explore(mutants.ForgetsInACrash, *PAXOS, Budget(8, crashes=1))
