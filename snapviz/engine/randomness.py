"""Named random streams: draw number i of a stream is a function of (seed, name, i).

The raw bits are SplitMix64 read as a counter-based generator (Steele, Lea and
Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): output i
is a bijective mix of ``key + i * GAMMA``. So a stream can be entered anywhere,
and taking one more draw from it moves nothing in any other.

Draws become durations and choices through integer arithmetic only. These
transforms are part of the file format: change one only together with
``VERSION``, which is hashed into every key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b
from itertools import chain, cycle, islice
from typing import NamedTuple

import numpy as np

from snapviz.scenario.model import (
    Duration,
    Exponential,
    Fixed,
    Normal,
    Uniform,
)

VERSION = 1
FIRST_BLOCK, LARGEST_BLOCK = 64, 512

_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_FRACTION_BITS = 30
_TABLE_BITS = 9

Transform = Callable[[np.ndarray], np.ndarray]


def stream_key(seed: int, purpose: str, subject: str) -> int:
    """The 64-bit key of the stream for one purpose and one subject."""
    name = f"{VERSION}\0{seed}\0{purpose}\0{subject}".encode()
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "little")


def stream_keys(seed: int, purpose: str, subjects: list[str]) -> np.ndarray:
    """``stream_key`` for many subjects, uint64[n]."""
    prefix = f"{VERSION}\0{seed}\0{purpose}\0".encode()
    found = [blake2b(prefix + subject.encode(), digest_size=8).digest() for subject in subjects]
    return np.frombuffer(b"".join(found), dtype="<u8").astype(np.uint64, copy=False)


def raw_bits(keys: np.ndarray, starts: np.ndarray, count: int) -> np.ndarray:
    """Draws ``start`` to ``start + count - 1`` of each of many streams, uint64[n, count]."""
    bases = keys + (starts.astype(np.uint64) + np.uint64(1)) * _GAMMA
    return _mix(bases[:, None] + np.arange(count, dtype=np.uint64) * _GAMMA)


def _mix(bits: np.ndarray) -> np.ndarray:
    bits ^= bits >> np.uint64(30)
    bits *= _MIX_1
    bits ^= bits >> np.uint64(27)
    bits *= _MIX_2
    bits ^= bits >> np.uint64(31)
    return bits


class Draw(NamedTuple):
    """How a draw is made: ``words`` raw words go through ``transform``.

    It takes uint64[n, count * words], a row for each of n streams, to integers [n, count].
    """

    transform: Transform
    words: int = 1


def block(key: int, draw: Draw, start: int, count: int) -> np.ndarray:
    """Draws ``start`` to ``start + count - 1`` of a stream, int64[count]."""
    return blocks(np.array([key], dtype=np.uint64), draw, [start], count)[0]


def blocks(keys: np.ndarray, draw: Draw, starts: list[int], count: int) -> np.ndarray:
    """``count`` draws of each of many streams, each from its own start on: int64[n, count]."""
    bits = raw_bits(keys, np.array(starts) * draw.words, count * draw.words)
    return draw.transform(bits).astype(np.int64, copy=False)


def block_size(taken: int) -> int:
    """How many draws to make ahead where so many have been taken: ever more, within bounds."""
    return min(max(2 * taken, FIRST_BLOCK), LARGEST_BLOCK)


def draws(key: int, draw: Draw, start: int = 0) -> Iterator[int]:
    """Every draw from number ``start`` on, made in growing blocks when asked for."""

    def made() -> Iterator[list[int]]:
        index = start
        while True:
            size = block_size(index - start)
            yield block(key, draw, index, size).tolist()
            index += size

    return chain.from_iterable(made())


def integers(low: int, high: int) -> Draw:
    """Integers ``low`` to ``high``, both included. The bias of the modulo is below 2**-13."""
    span = np.uint64(high - low + 1)
    return Draw(lambda bits: (bits % span).astype(np.int64) + low)


def one_of(values: list[int]) -> Draw:
    """One of the given values, each equally likely."""
    table, count = np.array(values, dtype=np.int64), np.uint64(len(values))
    return Draw(lambda bits: table[(bits % count).astype(np.int64)])


def places(counts: list[int]) -> Draw:
    """For each of n streams, a place in a list so long. What ``one_of`` picks is there."""
    divisors = np.array(counts, dtype=np.uint64)[:, None]
    return Draw(lambda bits: bits % divisors)


def chances(probability: float) -> Draw:
    """1 with the given probability, else 0; exact, since a float is a 53-bit integer scaled."""
    threshold = np.uint64(int(probability * 2**53))
    return Draw(lambda bits: ((bits >> np.uint64(11)) < threshold).astype(np.int64))


@cache
def _log_table() -> np.ndarray:
    """round(2**30 * ln(1 + i / 2**9)) for i = 0 .. 2**9, from correctly rounded decimals."""
    from decimal import Decimal, localcontext

    size = 1 << _TABLE_BITS
    with localcontext() as context:
        context.prec = 24
        scale = Decimal(1 << _FRACTION_BITS)
        values = [
            int((Decimal(size + i) / size).ln() * scale + Decimal("0.5")) for i in range(size + 1)
        ]
    return np.array(values, dtype=np.int64)


def negative_log(bits: np.ndarray) -> np.ndarray:
    """-ln of the top 53 bits read as a fraction, never 0, in units of 2**-30: int64.

    By table and linear interpolation, which errs by less than 2**-20. The floats
    only carry integers below 2**53, and ``frexp`` is exact.
    """
    table = _log_table()
    mantissa, exponent = np.frexp(((bits >> np.uint64(11)) | np.uint64(1)).astype(np.float64))
    fraction = (mantissa * 2.0**53).astype(np.int64) - (1 << 52)
    slot = fraction >> (52 - _TABLE_BITS)
    rest = (fraction >> (22 - _TABLE_BITS)) & ((1 << 30) - 1)
    low = table[slot]
    log = low + (((table[slot + 1] - low) * rest) >> 30)
    return (54 - exponent.astype(np.int64)) * table[-1] - log


def _exponential(mean_us: int) -> Draw:
    half = 1 << (_FRACTION_BITS - 1)
    if mean_us < 1 << 26:
        return Draw(lambda bits: (negative_log(bits) * mean_us + half) >> _FRACTION_BITS)
    # Beyond that the product leaves 64 bits; Python's integers give the same numbers.
    return Draw(lambda bits: (negative_log(bits).astype(object) * mean_us + half) >> _FRACTION_BITS)


def _normal(mean_us: int, sd_us: int) -> Draw:
    """Sum of twelve 16-bit uniforms: variance 2**32, tails to 6 standard deviations."""

    def transform(bits: np.ndarray) -> np.ndarray:
        parts = bits.astype("<u8").view("<u2").reshape(len(bits), -1, 12).astype(np.int64)
        deviation = (2 * parts.sum(axis=2) - 12 * 65535).astype(object) * sd_us >> 17
        return np.maximum(deviation + mean_us, 0)

    return Draw(transform, words=3)


def random_duration(duration: Duration) -> Draw | None:
    """How a random duration is drawn, in microseconds; None for a kind that draws nothing."""
    match duration:
        case Uniform(low_us, high_us):
            return integers(low_us, high_us)
        case Exponential(mean_us):
            return _exponential(mean_us)
        case Normal(mean_us, sd_us):
            return _normal(mean_us, sd_us)
    return None


def durations(key: int, duration: Duration, start: int = 0) -> Iterator[int]:
    """The durations of a stream from number ``start`` on, in microseconds."""
    draw = random_duration(duration)
    if draw is not None:
        return draws(key, draw, start)
    values = (duration.us,) if isinstance(duration, Fixed) else duration.values_us
    return islice(cycle(values), start % len(values), None)


def duration_blocks(
    keys: np.ndarray, duration: Duration, starts: list[int], count: int
) -> np.ndarray:
    """``count`` durations of each of many streams, each from its own start on: int64[n, count]."""
    draw = random_duration(duration)
    if draw is not None:
        return blocks(keys, draw, starts, count)
    values = (duration.us,) if isinstance(duration, Fixed) else duration.values_us
    places = np.array(starts, dtype=np.int64)[:, None] + np.arange(count)
    return np.array(values, dtype=np.int64)[places % len(values)]
