import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality.computation import Computation
from snapviz.causality.verdict import judge
from tests.causality import referee
from tests.causality.strategies import computations_with_cut


def three_messages() -> Computation:
    """a sends three messages to b, which receives the first two."""
    return Computation(["a", "b"], [0, 0, 0, 1, 1], [0, 1, 2], [3, 4, -1])


def judged_one_by_one(c, cut, recorded, lost):
    inside = referee.members(c, cut)
    orphans, missing, extra = [], [], []
    for m, (sent, got) in enumerate(
        zip(c.message_send.tolist(), c.message_receive.tolist(), strict=True)
    ):
        crosses = sent in inside and got not in inside and not lost[m]
        if sent not in inside and got in inside:
            orphans.append(m)
        surplus = recorded.count(m) - crosses
        missing += [m] * (surplus < 0)
        extra += [m] * surplus
    return tuple(orphans), tuple(missing), tuple(extra)


def test_that_a_snapshot_that_recorded_what_was_in_transit_is_clean():
    verdict = judge(three_messages(), [3, 1], [1, 2])
    assert (verdict.orphans, verdict.missing, verdict.extra) == ((), (), ())
    assert verdict.consistent


def test_that_consistent_means_no_orphans_and_nothing_else():
    verdict = judge(three_messages(), [2, 0], [2])
    assert verdict.consistent
    assert (verdict.missing, verdict.extra) == ((0, 1), (2,))
    assert not judge(three_messages(), [0, 1], []).consistent


def test_that_a_message_recorded_twice_is_extra_once():
    assert judge(three_messages(), [3, 1], [2, 1, 2]).extra == (2,)
    assert judge(three_messages(), [3, 2], [0, 2, 0]).extra == (0, 0)


def test_that_a_lost_message_is_not_missing_but_extra_if_recorded():
    lost = [False, False, True]
    assert judge(three_messages(), [3, 2], [], lost).missing == ()
    assert judge(three_messages(), [3, 2], [2], lost).extra == (2,)


def test_that_a_message_number_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="recorded message 3 is outside 0..2"):
        judge(three_messages(), [0, 0], [3])
    with pytest.raises(ValueError, match="recorded message -1"):
        judge(three_messages(), [0, 0], [-1])


@st.composite
def snapshots(draw, **limits):
    c, cut = draw(computations_with_cut(**limits))
    numbers = st.integers(0, c.message_count - 1) if c.message_count else st.nothing()
    recorded = draw(st.lists(numbers, max_size=2 * c.message_count))
    lost = draw(st.lists(st.booleans(), min_size=c.message_count, max_size=c.message_count))
    return c, cut, recorded, np.array(lost, bool)


def assert_judged_alike(c, cut, recorded, lost):
    verdict = judge(c, cut, recorded, lost)
    found = (verdict.orphans, verdict.missing, verdict.extra)
    assert found == judged_one_by_one(c, cut, recorded, lost.tolist())


@settings(deadline=None, derandomize=True, max_examples=200)
@given(snapshots())
def test_that_the_verdict_equals_judging_message_by_message(snapshot):
    assert_judged_alike(*snapshot)


@pytest.mark.deep
@settings(deadline=None, max_examples=5000)
@given(snapshots(max_events=50))
def test_that_the_verdict_holds_on_thousands_of_runs(snapshot):
    assert_judged_alike(*snapshot)
