"""The things a sweep can vary: each turns a scenario into the same scenario, but for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

from snapviz.engine.randomness import stream_key
from snapviz.scenario.model import (
    Duration,
    Exponential,
    Fixed,
    Normal,
    Scenario,
    Send,
    SetChannel,
    TraceValues,
    Uniform,
)

US_PER_MS = 1000
Change = Callable[[Scenario, Decimal], Scenario]


@dataclass(frozen=True)
class Variable:
    """``change`` sets the value, in ``unit``, between ``low`` and ``high``."""

    about: str
    unit: str
    low: Decimal
    high: Decimal
    change: Change
    resolution: Decimal = Decimal("0.001")
    whole: bool = False


def with_skew(scenario: Scenario, ms: Decimal) -> Scenario:
    """Clock offsets evenly from -skew/2 to +skew/2, so that two clocks are just so far apart.

    Which process gets which is shuffled by the seed. Drift, and clocks that the script sets,
    stay.
    """
    skew_us = _us(ms)
    order = sorted(
        range(len(scenario.processes)),
        key=lambda place: (
            stream_key(scenario.seed, "skew of a sweep", scenario.processes[place].id),
            place,
        ),
    )
    gaps = max(1, len(order) - 1)
    offsets = {
        place: (turn * skew_us // gaps - skew_us // 2 if len(order) > 1 else 0)
        for turn, place in enumerate(order)
    }
    processes = tuple(
        replace(process, clock=replace(process.clock, offset_us=offsets[place]))
        for place, process in enumerate(scenario.processes)
    )
    return replace(scenario, processes=processes)


def with_loss(scenario: Scenario, chance: Decimal) -> Scenario:
    """Every channel loses this share of its messages."""
    return _on_channels(scenario, loss=float(chance))


def with_duplication(scenario: Scenario, chance: Decimal) -> Scenario:
    """Every channel duplicates this share of its messages."""
    return _on_channels(scenario, duplication=float(chance))


def with_fifo(scenario: Scenario, value: Decimal) -> Scenario:
    """Every channel keeps the order of its messages (1), or none has to (0)."""
    return _on_channels(scenario, fifo=value == 1)


def _on_channels(scenario: Scenario, **fields) -> Scenario:
    channels = tuple(replace(channel, **fields) for channel in scenario.channels)
    return replace(scenario, channels=channels)


def with_delay(scenario: Scenario, factor: Decimal) -> Scenario:
    """Every message takes so many times as long: distributions, pins, delays in the script."""
    channels = tuple(replace(c, delay=scaled(c.delay, factor)) for c in scenario.channels)
    pins = tuple(replace(pin, delay_us=_times(pin.delay_us, factor)) for pin in scenario.delays)
    script = tuple(_slower(action, factor) for action in scenario.script)
    return replace(scenario, channels=channels, delays=pins, script=script)


def _slower(action, factor: Decimal):
    if isinstance(action, Send) and action.delay_us is not None:
        return replace(action, delay_us=_times(action.delay_us, factor))
    if isinstance(action, SetChannel) and action.delay is not None:
        return replace(action, delay=scaled(action.delay, factor))
    return action


def with_interval(scenario: Scenario, ms: Decimal) -> Scenario:
    """The workload waits so long between its actions on average, in the way it did."""
    mean = _mean(scenario.workload.interval)
    interval = scaled(scenario.workload.interval, Decimal(_us(ms)) / mean)
    return replace(scenario, workload=replace(scenario.workload, interval=interval))


def _mean(duration: Duration) -> Decimal:
    """Microseconds; a normal one's is that of its peak."""
    match duration:
        case Fixed(us) | Exponential(us) | Normal(us, _):
            mean = Decimal(us)
        case Uniform(low, high):
            mean = Decimal(low + high) / 2
        case TraceValues(values):
            mean = Decimal(sum(values)) / len(values)
    return max(mean, Decimal(1))


def scaled(duration: Duration, factor: Decimal) -> Duration:
    """The same kind of duration, each so many times as long, to the microsecond."""
    match duration:
        case Fixed(us):
            return Fixed(_times(us, factor))
        case Exponential(mean):
            return Exponential(_times(mean, factor))
        case Uniform(low, high):
            return Uniform(_times(low, factor), _times(high, factor))
        case Normal(mean, sd):
            return Normal(_times(mean, factor), _times(sd, factor))
        case TraceValues(values):
            return TraceValues(tuple(_times(us, factor) for us in values))


def _times(us: int, factor: Decimal) -> int:
    return int((us * factor).to_integral_value(ROUND_HALF_EVEN))


def _us(ms: Decimal) -> int:
    return _times(US_PER_MS, ms)


def _chance(about: str, change: Change) -> Variable:
    return Variable(about, "", Decimal(0), Decimal(1), change, Decimal("0.000001"))


VARIABLES = {
    "skew": Variable("clock skew", "ms", Decimal(0), Decimal(10**9), with_skew),
    "loss": _chance("loss", with_loss),
    "duplication": _chance("duplication", with_duplication),
    "delay": Variable("delay, times", "", Decimal(0), Decimal(1000), with_delay),
    "fifo": Variable("FIFO channels", "", Decimal(0), Decimal(1), with_fifo, whole=True),
    "interval": Variable("mean interval", "ms", Decimal("0.001"), Decimal(10**9), with_interval),
}
