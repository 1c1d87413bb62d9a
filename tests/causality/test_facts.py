import pytest

from snapviz.causality.computation import Computation
from snapviz.causality.facts import cut_facts, facts


def crossing() -> Computation:
    """a0 -> b1, b0 -> a1, and a third message from a1 that never arrives."""
    return Computation(["a", "b"], [0, 1, 0, 1], [0, 1, 2], [3, 2, -1])


def test_that_facts_gather_all_figures():
    found = facts(crossing())
    assert found.processes == ("a", "b")
    assert (found.events, found.messages, found.concurrent_pairs) == (4, 2, 2)
    assert (found.longest_chain, found.width, found.consistent_cuts) == (2, 2, 7)


def test_that_the_limit_reaches_the_count():
    assert facts(crossing(), limit=6).consistent_cuts is None
    assert facts(crossing(), limit=7).consistent_cuts == 7


def test_that_facts_of_a_cut_are_plain_numbers():
    found = cut_facts(crossing(), [0, 2])
    assert found.events == (0, 2)
    assert not found.consistent
    assert (found.orphans, found.in_transit, found.nearest_consistent) == ((0,), (1,), (0, 1))
    assert all(type(number) is int for number in found.nearest_consistent)


def test_that_lost_messages_are_in_transit_no_more():
    assert cut_facts(crossing(), [2, 2]).in_transit == (2,)
    assert cut_facts(crossing(), [2, 2], lost=[False, False, True]).in_transit == ()


def test_that_a_cut_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="cut at process a: 3 events, but 0 to 2"):
        cut_facts(crossing(), [3, 0])
