"""The table of duration kinds: ``delay`` of a channel, ``interval`` of a workload."""

from __future__ import annotations

from typing import Any

from .kinds import MAX_TIME_US, Thousandths
from .model import Duration, Exponential, Fixed, Normal, TraceValues, Uniform
from .problems import Place
from .reading import Reading
from .records import Field, ListOf, Record, Variant

TIME = Thousandths(0, MAX_TIME_US, "milliseconds")
ANY_TIME = Thousandths(-MAX_TIME_US, MAX_TIME_US, "milliseconds")
POSITIVE_TIME = Thousandths(1, MAX_TIME_US, "milliseconds")


def _check_order(made: Uniform, _: dict[str, Any], place: Place, reading: Reading) -> None:
    low, high = made.low_us, made.high_us
    if low is not None and high is not None and low > high:
        reading.refuse(
            (place, "low_ms"),
            f"{TIME.write(low)} is above high_ms; allowed: at most {TIME.write(high)}",
        )


def _check_can_pass(duration: Duration, place: Place, reading: Reading) -> None:
    match duration:
        case Fixed(us):
            longest, key = us, "ms"
        case Uniform(_, high):
            longest, key = high, "high_ms"
        case Exponential(mean):
            longest, key = mean, "mean_ms"
        case Normal(mean, sd):
            longest, key = max(mean, sd), "mean_ms"
        case TraceValues(values):
            longest, key = max(values), "values_ms"
    if longest == 0:
        reading.refuse(
            (place, key), "is 0, so time would stand still; allowed: a duration that can exceed 0"
        )


_RECORDS = {
    "fixed": Record(Fixed, (Field("ms", "us", TIME),), marks={"kind": "fixed"}),
    "uniform": Record(
        Uniform,
        (Field("low_ms", "low_us", TIME), Field("high_ms", "high_us", TIME)),
        _check_order,
        {"kind": "uniform"},
    ),
    "exponential": Record(
        Exponential, (Field("mean_ms", "mean_us", TIME),), marks={"kind": "exponential"}
    ),
    "normal": Record(
        Normal,
        (Field("mean_ms", "mean_us", TIME), Field("sd_ms", "sd_us", TIME)),
        marks={"kind": "normal"},
    ),
    "trace": Record(
        TraceValues,
        (Field("values_ms", "values_us", ListOf(TIME, 1, "value")),),
        marks={"kind": "trace"},
    ),
}

DELAY = Variant("kind", _RECORDS)
INTERVAL = Variant("kind", _RECORDS, _check_can_pass)
