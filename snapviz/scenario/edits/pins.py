"""Edits of pinned transit times."""

from __future__ import annotations

from dataclasses import replace

from ..kinds import MAX_EXACT_INTEGER, MAX_TIME_US
from ..model import Pin, Scenario
from .lookup import channel_number, with_item


def with_pin(scenario: Scenario, source: str, target: str, index: int, delay_us: int) -> Scenario:
    """Pin the transit time of one message of a channel, in place of an earlier pin of it."""
    channel_number(scenario, source, target)
    if not 0 <= index <= MAX_EXACT_INTEGER:
        raise ValueError(f"a channel has no message number {index}")
    pin = Pin(source, target, index, min(max(0, delay_us), MAX_TIME_US))
    for number, old in enumerate(scenario.delays):
        if (old.source, old.target, old.index) == (source, target, index):
            if old == pin:
                return scenario
            return replace(scenario, delays=with_item(scenario.delays, number, pin))
    return replace(scenario, delays=(*scenario.delays, pin))


def without_pin(scenario: Scenario, source: str, target: str, index: int) -> Scenario:
    """Let the channel decide again; the same scenario if that message is not pinned."""
    name = (source, target, index)
    kept = tuple(pin for pin in scenario.delays if (pin.source, pin.target, pin.index) != name)
    return scenario if len(kept) == len(scenario.delays) else replace(scenario, delays=kept)


def shift_pins(scenario: Scenario, source: str, target: str, start: int, by: int = 1) -> Scenario:
    """Renumber one channel's pins from message ``start`` on, after messages came or went there.

    ``by`` is how many came; if it is negative, the pins of the ``-by`` messages from ``start`` on
    go with them.
    """
    kept = []
    for pin in scenario.delays:
        if (pin.source, pin.target) != (source, target) or pin.index < start:
            kept.append(pin)
        elif start <= pin.index + by <= MAX_EXACT_INTEGER:
            kept.append(replace(pin, index=pin.index + by))
    return replace(scenario, delays=tuple(kept))
