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

from array import array
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b
from itertools import chain, cycle, islice, repeat
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
FIRST_BLOCK, LARGEST_BLOCK, GROWTH = 128, 512, 4

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


def raw_bits(key: int, start: int, count: int) -> np.ndarray:
    """Draws ``start`` to ``start + count - 1`` of a stream, uint64[count]."""
    return _mix(np.arange(start + 1, start + 1 + count, dtype=np.uint64) * _GAMMA + np.uint64(key))


def _mix(bits: np.ndarray) -> np.ndarray:
    bits ^= bits >> np.uint64(30)
    bits *= _MIX_1
    bits ^= bits >> np.uint64(27)
    bits *= _MIX_2
    bits ^= bits >> np.uint64(31)
    return bits


class Draw(NamedTuple):
    """How a draw is made: ``words`` raw words go through ``transform`` (uint64 to integers)."""

    transform: Transform
    words: int = 1


def draws(key: int, draw: Draw, start: int = 0, first: array | None = None) -> Iterator[int]:
    """Every draw from number ``start`` on, made in growing blocks when asked for.

    ``first``: the first ``FIRST_BLOCK`` of them, where the caller has made them already.
    """

    def blocks() -> Iterator[array]:
        index, size = start, FIRST_BLOCK
        if first is not None:
            yield first
            index, size = index + size, GROWTH * size
        while True:
            bits = raw_bits(key, index * draw.words, size * draw.words)
            yield packed(draw.transform(bits))
            index, size = index + size, min(GROWTH * size, LARGEST_BLOCK)

    return chain.from_iterable(blocks())


def packed(values: np.ndarray) -> array:
    """Integers held without an object for each: thousands of streams wait with a block in hand."""
    return array("q", values.astype(np.int64, copy=False).tobytes())


def parallel_draws(keys: list[int], draw: Draw, starts: list[int]) -> list[Iterator[int]]:
    """``draws(key, draw, start)`` for many streams, their first blocks made together."""
    count = FIRST_BLOCK * draw.words
    offsets = np.array(starts, dtype=np.uint64) * np.uint64(draw.words)
    counters = offsets[:, None] + np.arange(1, count + 1, dtype=np.uint64)
    bits = _mix(counters * _GAMMA + np.array(keys, dtype=np.uint64)[:, None])
    blocks = draw.transform(bits.ravel()).reshape(len(keys), FIRST_BLOCK)
    return [
        draws(key, draw, start, packed(block))
        for key, start, block in zip(keys, starts, blocks, strict=True)
    ]


def integers(low: int, high: int) -> Draw:
    """Integers ``low`` to ``high``, both included. The bias of the modulo is below 2**-13."""
    span = np.uint64(high - low + 1)
    return Draw(lambda bits: (bits % span).astype(np.int64) + low)


def one_of(values: list[int]) -> Draw:
    """One of the given values, each equally likely."""
    table, count = np.array(values, dtype=np.int64), np.uint64(len(values))
    return Draw(lambda bits: table[(bits % count).astype(np.int64)])


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
        parts = bits.astype("<u8").view("<u2").reshape(-1, 12).astype(np.int64)
        deviation = (2 * parts.sum(axis=1) - 12 * 65535).astype(object) * sd_us >> 17
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


def listed_durations(duration: Duration, start: int) -> Iterator[int]:
    """The durations of a kind that draws nothing, from number ``start`` on."""
    if isinstance(duration, Fixed):
        return repeat(duration.us)
    return islice(cycle(duration.values_us), start % len(duration.values_us), None)


def durations(key: int, duration: Duration, start: int = 0) -> Iterator[int]:
    """The durations of a stream from number ``start`` on, in microseconds."""
    draw = random_duration(duration)
    return listed_durations(duration, start) if draw is None else draws(key, draw, start)
