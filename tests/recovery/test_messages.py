"""What a line makes of each message, against asking both its ends."""

import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import with_live_states
from snapviz.recovery.line import events_at, recovery_line
from snapviz.recovery.messages import messages_at
from tests.causality import referee
from tests.causality.strategies import computations_with_cut
from tests.recovery.strategies import runs_with_crashes


@settings(max_examples=150)
@given(computations_with_cut(max_processes=3))
def test_that_every_message_is_where_its_ends_say(case):
    c, cut = case
    inside = referee.members(c, cut.tolist())
    found = messages_at(c, cut)
    rows = enumerate(zip(c.message_send.tolist(), c.message_receive.tolist(), strict=True))
    for message, (send, receive) in rows:
        sent, received = send in inside, receive in inside
        assert (message in found.orphans) == (received and not sent)
        assert (message in found.in_transit) == (sent and not received)
        assert (message in found.undone) == (not sent and not received)
        again = sent and not received and receive >= 0
        assert (message in found.to_deliver_again) == again
    for column in (found.orphans, found.in_transit, found.to_deliver_again, found.undone):
        assert list(column) == sorted(set(column))


@settings(max_examples=100)
@given(runs_with_crashes(busy=True))
def test_that_a_recovery_line_has_no_orphans(case):
    c, taken, failed = case
    candidates = with_live_states(c, taken, failed)
    line = recovery_line(c, candidates)
    assert messages_at(c, events_at(candidates, line)).orphans == ()


def two_messages() -> Computation:
    """a0 -> b0; a1's message is lost."""
    return Computation(["a", "b"], [0, 1, 0], [0, 2], [1, -1])


def test_that_a_lost_message_is_not_in_transit():
    c = two_messages()
    assert messages_at(c, (2, 0)).in_transit == (0, 1)
    assert messages_at(c, (2, 0), np.array([False, True])).in_transit == (0,)


def test_that_what_is_no_line_is_refused():
    with pytest.raises(ValueError, match="0 to 2 are possible"):
        messages_at(two_messages(), (3, 0))
