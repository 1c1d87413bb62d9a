"""The engine's randomness once more, in plain Python integers, one draw at a time."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import cache
from hashlib import blake2b

from snapviz.scenario.model import Duration, Exponential, Fixed, Normal, Uniform

MASK = 2**64 - 1


def key_of(seed: int, purpose: str, subject: str) -> int:
    name = f"1\0{seed}\0{purpose}\0{subject}".encode()
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "little")


def word(key: int, index: int) -> int:
    """Output ``index`` of SplitMix64 started at ``key``."""
    bits = (key + (index + 1) * 0x9E3779B97F4A7C15) & MASK
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & MASK
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & MASK
    return bits ^ bits >> 31


@cache
def log_table() -> list[int]:
    with localcontext() as context:
        context.prec = 40
        return [int((Decimal(512 + i) / 512).ln() * 2**30 + Decimal("0.5")) for i in range(513)]


def negative_log(bits: int) -> int:
    """-ln of the top 53 bits as a fraction, in units of 2**-30."""
    top = bits >> 11 | 1
    zeros = 53 - top.bit_length()
    fraction = (top << zeros) - 2**52
    slot, rest = fraction >> 43, fraction >> 13 & 2**30 - 1
    low, high = log_table()[slot : slot + 2]
    return (zeros + 1) * log_table()[512] - (low + ((high - low) * rest >> 30))


def integer(bits: int, low: int, high: int) -> int:
    return low + bits % (high - low + 1)


def chance(bits: int, probability: float) -> bool:
    return (bits >> 11) / 2**53 < probability


def duration(key: int, settings: Duration, index: int) -> int:
    """Draw ``index`` of a stream of durations."""
    match settings:
        case Fixed(us):
            return us
        case Uniform(low, high):
            return integer(word(key, index), low, high)
        case Exponential(mean):
            return (negative_log(word(key, index)) * mean + 2**29) >> 30
        case Normal(mean, sd):
            words = [word(key, 3 * index + part) for part in range(3)]
            total = sum(bits >> shift & 0xFFFF for bits in words for shift in (0, 16, 32, 48))
            return max(0, mean + ((2 * total - 12 * 65535) * sd >> 17))
    return settings.values_us[index % len(settings.values_us)]
