"""Bins of time: each instant lies in one, and where much happens they are short."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from snapviz.diagram.time_bins import TimeBins


def burst() -> np.ndarray:
    """A few instants all over a second, and very many in ten milliseconds of it."""
    return np.concatenate([np.arange(0, 1_000_000, 20_000), np.arange(400_000, 410_000)])


@given(
    st.integers(0, 10**7),
    st.lists(st.integers(0, 10**7), min_size=1, max_size=300),
    st.integers(16, 5000),
)
def test_that_every_instant_lies_in_one_bin_and_later_ones_in_no_earlier(until_us, instants, most):
    times = np.sort(np.minimum(np.array(instants), until_us))
    bins = TimeBins(until_us, times, most)
    assert 1 <= bins.count <= most + 1
    found, since = bins.of(times), bins.since(times)
    assert (np.diff(found) >= 0).all() and found[0] >= 0 and found[-1] < bins.count
    assert ((since == found) | (since == found + 1)).all()
    assert bins.since(np.array([0.0]))[0] == 0
    assert bins.since(np.array([until_us + 1.0]))[0] >= found[-1]


@pytest.mark.parametrize("instants", [np.arange(0, 1_000_000, 97), burst()])
def test_that_what_two_neighbours_hold_together_is_what_both_hold(instants):
    bins = TimeBins(999_999, instants, 1000)
    held = np.bincount(bins.of(instants), minlength=bins.count)
    edges = np.array([0.0, 123_456.0, 405_000.0, 1_000_000.0])
    running = np.concatenate([[0], np.cumsum(held)])[bins.since(edges)]
    assert running[-1] - running[0] == len(instants)
    exact = np.searchsorted(np.sort(instants), edges)
    assert np.abs(running - exact).max() <= held.max()


def test_that_bins_are_short_where_much_happens():
    even, uneven = (TimeBins(999_999, i, 1000) for i in (np.arange(0, 1_000_000, 97), burst()))
    in_burst = [int(np.diff(b.since(np.array([400_000.0, 410_000.0])))[0]) for b in (even, uneven)]
    assert in_burst[0] <= 11 and in_burst[1] > 100
    # A picture of the burst has columns as wide as those bins, of a run that is even none so wide.
    assert uneven.suits(400_000, 410_000, 150.0) and not even.suits(400_000, 410_000, 150.0)
    assert not uneven.suits(0, 100_000, 150.0)
