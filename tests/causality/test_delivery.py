"""Causal delivery: messages that come after one that was sent causally later."""

import numpy as np
from hypothesis import given

from snapviz.causality.computation import Computation
from snapviz.causality.delivery import overtaken
from snapviz.causality.order import happened_before
from tests.causality.strategies import computations


def plainly_overtaken(c):
    """Straight from the definition."""
    sends, receives = c.message_send.tolist(), c.message_receive.tolist()
    arrived = [m for m in range(c.message_count) if receives[m] >= 0]
    return [
        m
        for m in arrived
        if any(
            c.event_process[receives[m]] == c.event_process[receives[other]]
            and receives[other] < receives[m]
            and (happened_before(c, sends[m], sends[other]))
            for other in arrived
        )
    ]


@given(computations())
def test_that_it_finds_what_the_definition_names(c):
    # A merged receive takes its messages in at once, so that none of them is before another.
    if len(np.unique(c.message_receive[c.message_receive >= 0])) == (c.message_receive >= 0).sum():
        assert overtaken(c) == plainly_overtaken(c)


def test_that_a_message_round_the_corner_overtakes_the_straight_one():
    # A sends 0 to C, then 1 to B, which sends 2 to C; C receives 2 before 0.
    c = Computation(["A", "B", "C"], [0, 0, 1, 1, 2, 2], [0, 1, 3], [5, 2, 4])
    assert overtaken(c) == [0]


def test_that_messages_in_order_overtake_nothing():
    c = Computation(["A", "B"], [0, 0, 1, 1], [0, 1], [2, 3])
    assert overtaken(c) == []
    c = Computation(["A", "B"], [0, 0, 1, 1], [0, 1], [3, 2])
    assert overtaken(c) == [0]
