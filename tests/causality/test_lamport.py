"""Timestamps made in stretches are those made in one go."""

from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality.clocks import lamport_clocks
from snapviz.causality.lamport import LamportColumn
from tests.causality.strategies import computations


@settings(deadline=None, derandomize=True, max_examples=150)
@given(computations(), st.integers(1, 9))
def test_that_the_stretches_add_up_to_the_whole(c, stretch):
    column, made = LamportColumn(c), 0
    whole = lamport_clocks(c).tolist()
    while not column.complete:
        column.advance(stretch)
        made = min(made + stretch, c.event_count)
        stamps = [column.stamp(event) for event in range(c.event_count)]
        assert stamps == whole[:made] + [None] * (c.event_count - made)
    assert made == c.event_count
