"""Pure changes, scenario to scenario: what one gesture in the window does.

An edit checks only what would make its own result meaningless; the rules of the file format are
checked where files are read and written. Every edit raises ValueError, in words, when what it
refers to does not exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from .model import Action, Channel, Clock, Pin, Process, Scenario

T = TypeVar("T")


def with_process(scenario: Scenario, process: Process) -> Scenario:
    """A further process, last in order."""
    if process.id in scenario.process_index():
        raise ValueError(f"there is already a process {process.id}")
    return replace(scenario, processes=(*scenario.processes, process))


def with_channel(scenario: Scenario, channel: Channel) -> Scenario:
    """A further channel, last in order."""
    if (channel.source, channel.target) in scenario.channel_index():
        raise ValueError(f"there is already a channel {channel.source} -> {channel.target}")
    _process(scenario, channel.source)
    _process(scenario, channel.target)
    return replace(scenario, channels=(*scenario.channels, channel))


def replace_channel(scenario: Scenario, source: str, target: str, **changes: Any) -> Scenario:
    """Change fields of one channel, for the whole run."""
    index = _channel(scenario, source, target)
    channel = replace(scenario.channels[index], **changes)
    return replace(scenario, channels=_with_item(scenario.channels, index, channel))


def replace_process(scenario: Scenario, process: str, **changes: Any) -> Scenario:
    """Change fields of one process other than its id, such as ``position`` or ``state``."""
    if "id" in changes:
        raise ValueError("a process keeps its id")
    index = _process(scenario, process)
    changed = replace(scenario.processes[index], **changes)
    return replace(scenario, processes=_with_item(scenario.processes, index, changed))


def set_clock(
    scenario: Scenario, process: str, offset_us: int | None = None, drift_ppb: int | None = None
) -> Scenario:
    """Set the clock a process starts with; a value left ``None`` stays."""
    clock = scenario.processes[_process(scenario, process)].clock
    offset = clock.offset_us if offset_us is None else offset_us
    drift = clock.drift_ppb if drift_ppb is None else drift_ppb
    return replace_process(scenario, process, clock=Clock(offset, drift))


def with_action(scenario: Scenario, action: Action) -> Scenario:
    """A further script action; among those at its instant it comes last."""
    return replace(scenario, script=(*scenario.script, action))


def without_action(scenario: Scenario, index: int) -> Scenario:
    """The script without its ``index``-th entry, in file order."""
    _action(scenario, index)
    return replace(scenario, script=scenario.script[:index] + scenario.script[index + 1 :])


def replace_action(scenario: Scenario, index: int, action: Action) -> Scenario:
    """Another action in place of the ``index``-th entry, in file order."""
    _action(scenario, index)
    return replace(scenario, script=_with_item(scenario.script, index, action))


def with_pin(scenario: Scenario, source: str, target: str, index: int, delay_us: int) -> Scenario:
    """Pin the transit time of one message of a channel, in place of an earlier pin of it."""
    _channel(scenario, source, target)
    pin = Pin(source, target, index, max(0, delay_us))
    for number, old in enumerate(scenario.delays):
        if (old.source, old.target, old.index) == (source, target, index):
            return replace(scenario, delays=_with_item(scenario.delays, number, pin))
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
        elif pin.index + by >= start:
            kept.append(replace(pin, index=pin.index + by))
    return replace(scenario, delays=tuple(kept))


def _with_item(items: Sequence[T], index: int, item: T) -> tuple[T, ...]:
    return (*items[:index], item, *items[index + 1 :])


def _process(scenario: Scenario, name: str) -> int:
    index = scenario.process_index().get(name)
    if index is None:
        raise ValueError(f"there is no process {name}")
    return index


def _channel(scenario: Scenario, source: str, target: str) -> int:
    index = scenario.channel_index().get((source, target))
    if index is None:
        raise ValueError(f"there is no channel {source} -> {target}")
    return index


def _action(scenario: Scenario, index: int) -> None:
    if not 0 <= index < len(scenario.script):
        raise ValueError(f"the script has no entry {index}")
