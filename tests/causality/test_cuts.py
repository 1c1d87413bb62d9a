import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality import cuts
from snapviz.causality.computation import Computation
from tests.causality import referee
from tests.causality.strategies import computations_with_cut

quick = settings(deadline=None, derandomize=True, max_examples=200)
small = {"max_processes": 4, "max_events": 12}


def crossing() -> Computation:
    """a0 -> b1, b0 -> a1, and a third message from a1 that never arrives."""
    return Computation(["a", "b"], [0, 1, 0, 1], [0, 1, 2], [3, 2, -1])


def assert_messages_equal_those_counted_one_by_one(c, cut):
    inside = referee.members(c, cut)
    rows = list(enumerate(zip(c.message_send.tolist(), c.message_receive.tolist(), strict=True)))
    orphans = [m for m, (sent, got) in rows if sent not in inside and got in inside]
    crossing = [m for m, (sent, got) in rows if sent in inside and got not in inside]
    assert cuts.orphans(c, cut).tolist() == orphans
    assert cuts.in_transit(c, cut).tolist() == crossing
    assert cuts.is_consistent(c, cut) == referee.closed_under_causes(c, cut)


def assert_nearest_is_the_largest_inside(c, cut):
    nearest = cuts.nearest_consistent(c, cut)
    consistent = [
        np.array(inner)
        for inner in referee.all_cuts(c, inside=cut)
        if referee.closed_under_causes(c, inner)
    ]
    assert any((inner == nearest).all() for inner in consistent)
    assert all((inner <= nearest).all() for inner in consistent)


def test_that_a_receive_without_its_send_is_an_orphan():
    c = crossing()
    assert cuts.orphans(c, [0, 2]).tolist() == [0]
    assert not cuts.is_consistent(c, [0, 2])
    assert cuts.nearest_consistent(c, [0, 2]).tolist() == [0, 1]


def test_that_messages_never_received_stay_in_transit_unless_lost():
    c = crossing()
    assert cuts.in_transit(c, [2, 2]).tolist() == [2]
    assert cuts.in_transit(c, [2, 2], lost=[False, False, True]).tolist() == []


def test_that_a_consistent_cut_is_its_own_nearest():
    c = crossing()
    assert cuts.nearest_consistent(c, [1, 2]).tolist() == [1, 2]
    assert cuts.nearest_consistent(c, [0, 0]).tolist() == [0, 0]


def test_that_one_orphan_can_roll_everything_back():
    ping_pong = Computation(["a", "b"], [0, 1, 1, 0, 0, 1], [0, 2, 4], [1, 3, 5])
    assert cuts.nearest_consistent(ping_pong, [0, 3]).tolist() == [0, 0]
    assert cuts.nearest_consistent(ping_pong, [2, 3]).tolist() == [2, 2]


@pytest.mark.parametrize(
    ("cut", "problem"),
    [
        ([1], "one number of events per process: 2, not 1"),
        ([[1, 1]], "one number of events per process"),
        ([1, 3], "cut at process b: 3 events, but 0 to 2 are possible"),
        ([-1, 0], "cut at process a: -1 events"),
        ([0.5, 1], "whole numbers of events"),
    ],
)
def test_that_a_cut_that_does_not_fit_is_refused_in_words(cut, problem):
    for question in (cuts.orphans, cuts.in_transit, cuts.is_consistent, cuts.nearest_consistent):
        with pytest.raises(ValueError, match=problem):
            question(crossing(), cut)


def test_that_the_mask_of_lost_messages_must_fit():
    for mask in ([True], [0, 1, 2]):
        with pytest.raises(ValueError, match="one bool per message is needed, 3 in all"):
            cuts.in_transit(crossing(), [0, 0], lost=mask)


@quick
@given(computations_with_cut())
def test_that_messages_across_a_cut_equal_those_counted_one_by_one(drawn):
    assert_messages_equal_those_counted_one_by_one(*drawn)


@quick
@given(computations_with_cut(), st.data())
def test_that_lost_messages_are_left_out_and_no_others(drawn, data):
    c, cut = drawn
    lost = np.array(
        data.draw(st.lists(st.booleans(), min_size=c.message_count, max_size=c.message_count)), bool
    )
    kept = [m for m in cuts.in_transit(c, cut).tolist() if not lost[m]]
    assert cuts.in_transit(c, cut, lost).tolist() == kept


@settings(deadline=None, derandomize=True, max_examples=150)
@given(computations_with_cut(**small))
def test_that_the_nearest_consistent_cut_is_the_largest_inside(drawn):
    assert_nearest_is_the_largest_inside(*drawn)


@pytest.mark.deep
@settings(deadline=None, max_examples=5000)
@given(computations_with_cut(max_events=60))
def test_that_cuts_hold_on_thousands_of_longer_runs(drawn):
    assert_messages_equal_those_counted_one_by_one(*drawn)


@pytest.mark.deep
@settings(deadline=None, max_examples=1500)
@given(computations_with_cut(**small))
def test_that_nearest_holds_on_thousands_of_runs(drawn):
    assert_nearest_is_the_largest_inside(*drawn)
