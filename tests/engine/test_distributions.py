"""Transforms from raw bits to durations: frozen numbers, and the shapes they should have."""

from itertools import islice
from math import log

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snapviz.engine import randomness
from snapviz.scenario.model import Exponential, Normal, Uniform
from tests.engine import plain_random

KEY = 20240607
SAMPLE = 40_000

# Changing any of these changes every run that anybody has kept: it needs a new VERSION.
FROZEN_DURATIONS = {
    Uniform(40_000, 80_000): [45461, 54993, 59555, 41879, 45403, 62185],
    Exponential(60_000): [56086, 200027, 425, 106044, 72001, 24925],
    Exponential(10**12): [
        934766850434,
        3333782854490,
        7085040212,
        1767400499433,
        1200020552613,
        415421697311,
    ],
    Normal(50_000, 9_000): [56843, 48803, 41255, 53632, 52458, 50913],
    Normal(1_000, 2_000): [2520, 734, 0, 1807, 1546, 1202],
}
FROZEN_CHOICES = [
    (randomness.integers(1, 50), [20, 47, 26, 9, 14, 45, 45, 42, 4, 21, 22, 44]),
    (randomness.one_of([3, 5, 8]), [8, 8, 5, 3, 3, 3, 8, 8, 3, 5, 8, 5]),
    (randomness.chances(0.25), [0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1]),
]


def sample(duration, key=KEY, count=SAMPLE):
    return np.array(list(islice(randomness.durations(key, duration), count)))


@pytest.mark.parametrize("duration", FROZEN_DURATIONS, ids=repr)
def test_that_durations_are_the_frozen_ones(duration):
    assert sample(duration, count=6).tolist() == FROZEN_DURATIONS[duration]


@pytest.mark.parametrize(("draw", "frozen"), FROZEN_CHOICES)
def test_that_choices_are_the_frozen_ones(draw, frozen):
    assert list(islice(randomness.draws(KEY, draw), 12)) == frozen


def test_that_stream_keys_are_the_frozen_ones():
    assert randomness.VERSION == 1
    key = randomness.stream_key(42, "application delay", "P1\0P2")
    assert key == 14104887104649219769


@given(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=50))
@example([0, 1, 2, 3, 2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**63 + 1, 2**64 - 1])
def test_that_negative_log_is_the_logarithm(words):
    found = randomness.negative_log(np.array(words, dtype=np.uint64)).tolist()
    assert found == [plain_random.negative_log(bits) for bits in words]
    for bits, scaled in zip(words, found, strict=True):
        assert scaled >= 0
        assert abs(scaled / 2**30 - (53 * log(2) - log(bits >> 11 | 1))) < 2**-20


def test_that_negative_log_errs_least_and_most_within_its_bound():
    words = np.uint64(2**63) + np.arange(0, 2**63, 2**47, dtype=np.uint64)
    exact = 64 * np.log(2) - np.log(words.astype(float))
    error = np.abs(randomness.negative_log(words) / 2**30 - exact)
    assert 2**-23 < error.max() < 2**-20


def test_that_uniform_reaches_both_ends_and_nothing_beyond():
    drawn = sample(Uniform(3, 7))
    counts = np.bincount(drawn)
    assert drawn.min() == 3 and drawn.max() == 7
    assert np.abs(counts[3:] - SAMPLE / 5).max() < 5 * (SAMPLE * 0.16) ** 0.5


def test_that_uniform_has_its_mean_and_spread():
    drawn = sample(Uniform(40_000, 80_000))
    assert drawn.min() >= 40_000 and drawn.max() <= 80_000
    assert abs(drawn.mean() - 60_000) < 5 * 11_547 / SAMPLE**0.5
    assert abs(drawn.std() - 11_547) < 200


@pytest.mark.parametrize("mean", [60_000, (1 << 26) - 1, 1 << 26, 10**12])
def test_that_exponential_has_its_mean_and_shape(mean):
    drawn = sample(Exponential(mean)) / mean
    assert drawn.min() >= 0
    assert abs(drawn.mean() - 1) < 5 / SAMPLE**0.5
    assert abs(drawn.std() - 1) < 0.03
    for times in (0.1, 1, 3):
        assert abs((drawn > times).mean() - np.exp(-times)) < 0.01


def test_that_the_longest_mean_a_file_allows_overflows_nothing():
    drawn = sample(Exponential(10**15), count=2_000)
    assert drawn.min() >= 0
    assert drawn.tolist() == [
        plain_random.duration(KEY, Exponential(10**15), i) for i in range(2_000)
    ]


def test_that_normal_has_its_mean_and_spread():
    drawn = sample(Normal(50_000, 9_000))
    assert abs(drawn.mean() - 50_000) < 5 * 9_000 / SAMPLE**0.5
    assert abs(drawn.std() - 9_000) < 200
    assert abs((np.abs(drawn - 50_000) < 9_000).mean() - 0.6827) < 0.01
    assert abs((np.abs(drawn - 50_000) < 18_000).mean() - 0.9545) < 0.01


def test_that_normal_is_cut_at_zero():
    drawn = sample(Normal(1_000, 2_000))
    assert drawn.min() == 0
    assert abs((drawn == 0).mean() - 0.3085) < 0.01


@pytest.mark.parametrize("duration", FROZEN_DURATIONS, ids=repr)
def test_that_neighbouring_draws_and_streams_are_unrelated(duration):
    one, other = sample(duration, count=20_000), sample(duration, KEY + 1, 20_000)
    assert abs(np.corrcoef(one[:-1], one[1:])[0, 1]) < 0.03
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.03
