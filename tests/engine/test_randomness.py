"""Streams: where a draw comes from, and that it comes from nowhere else."""

from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.engine import randomness
from snapviz.scenario.model import Exponential, Fixed, Normal, TraceValues, Uniform
from tests.engine import plain_random

keys = st.integers(0, 2**64 - 1)
KINDS = [
    Fixed(50_000),
    Uniform(40_000, 80_000),
    Exponential(60_000),
    Exponential(10**12),
    Normal(50_000, 9_000),
    Normal(5, 10**12),
    TraceValues((3, 1, 4, 1, 5)),
]
BOUNDARIES = [0, 1, 31, 32, 33, 63, 64, 65, 191, 192, 193, 575, 576, 577, 1087, 1088]


def raw_bits(key, start, count):
    keys, starts = np.array([key], dtype=np.uint64), np.array([start])
    return randomness.raw_bits(keys, starts, count)[0].tolist()


def taken(iterator, count):
    return list(islice(iterator, count))


@settings(max_examples=50)
@given(keys, st.integers(0, 2**40), st.integers(0, 100))
def test_that_raw_bits_are_splitmix64(key, start, count):
    expected = [plain_random.word(key, start + i) for i in range(count)]
    assert raw_bits(key, start, count) == expected


def test_that_the_first_words_are_those_of_the_published_generator():
    # The reference implementation's outputs for the seed 1234567.
    assert raw_bits(1234567, 0, 5) == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]


def test_that_a_stream_key_depends_on_seed_purpose_and_subject():
    names = [
        (0, "a", "b"),
        (1, "a", "b"),
        (0, "c", "b"),
        (0, "a", "c"),
        (0, "ab", ""),
        (-1, "a", "b"),
    ]
    found = [randomness.stream_key(*name) for name in names]
    assert len(set(found)) == len(names)
    assert found == [plain_random.key_of(*name) for name in names]
    assert found[0] == 18419300918759378139


@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_that_durations_equal_the_plain_ones(kind):
    key = randomness.stream_key(7, "delay", "a")
    expected = [plain_random.duration(key, kind, i) for i in range(300)]
    assert taken(randomness.durations(key, kind), 300) == expected


@pytest.mark.parametrize("start", BOUNDARIES)
@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_that_a_stream_entered_anywhere_is_the_tail_of_the_whole(kind, start):
    whole = taken(randomness.durations(99, kind), start + 1300)
    assert taken(randomness.durations(99, kind, start), 1300) == whole[start:]


@settings(max_examples=30)
@given(
    st.lists(st.tuples(keys, st.integers(0, 2_000)), min_size=1, max_size=5),
    st.sampled_from(KINDS),
    st.integers(1, 80),
)
def test_that_durations_drawn_together_equal_those_of_each_stream(streams, kind, count):
    found = randomness.duration_blocks(
        np.array([key for key, _ in streams], dtype=np.uint64),
        kind,
        [start for _, start in streams],
        count,
    )
    for (key, start), block in zip(streams, found.tolist(), strict=True):
        assert block == taken(randomness.durations(key, kind, start), count)


def test_that_the_keys_of_many_streams_are_those_of_each():
    subjects = ["P1", "P2\0P1", "", "\u00e9"]
    together = randomness.stream_keys(-5, "application delay", subjects)
    single = [randomness.stream_key(-5, "application delay", subject) for subject in subjects]
    assert together.tolist() == single


def test_that_the_place_of_each_stream_is_where_one_of_finds_its_value():
    lists, keys_of_streams = [[10, 20, 30], [7], list(range(99))], [5, 6, 7]
    draw = randomness.places([len(values) for values in lists])
    found = randomness.blocks(np.array(keys_of_streams, dtype=np.uint64), draw, [0, 3, 9], 70)
    for values, key, start, places in zip(
        lists, keys_of_streams, [0, 3, 9], found.tolist(), strict=True
    ):
        one_of = randomness.draws(key, randomness.one_of(values), start)
        assert [values[place] for place in places] == taken(one_of, 70)


@given(keys, st.integers(0, 2**53), st.integers(0, 2**53))
def test_that_integers_stay_within_their_bounds(key, one, other):
    low, high = sorted((one, other))
    draw = randomness.integers(low, high)
    expected = [plain_random.integer(plain_random.word(key, i), low, high) for i in range(8)]
    assert taken(randomness.draws(key, draw), 8) == expected
    assert all(low <= value <= high for value in expected)


def test_that_one_of_gives_every_value_about_equally_often():
    drawn = taken(randomness.draws(5, randomness.one_of([10, 20, 30])), 9_000)
    assert set(drawn) == {10, 20, 30}
    assert all(abs(drawn.count(value) - 3_000) < 200 for value in (10, 20, 30))


@given(keys, st.floats(0, 1))
def test_that_a_chance_is_the_fraction_of_the_number_line_below_it(key, probability):
    drawn = taken(randomness.draws(key, randomness.chances(probability)), 20)
    expected = [plain_random.chance(plain_random.word(key, i), probability) for i in range(20)]
    assert drawn == expected


def test_that_certain_and_impossible_are_exact():
    everything = np.array([0, 1, 2**63, 2**64 - 1], dtype=np.uint64)
    assert randomness.chances(1.0).transform(everything).tolist() == [1, 1, 1, 1]
    assert randomness.chances(0.0).transform(everything).tolist() == [0, 0, 0, 0]


def test_that_measured_values_repeat_from_any_number_on():
    values = TraceValues((3, 1, 4))
    assert taken(randomness.durations(0, values), 7) == [3, 1, 4, 3, 1, 4, 3]
    assert taken(randomness.durations(0, values, 10**12 + 1), 4) == [4, 3, 1, 4]
