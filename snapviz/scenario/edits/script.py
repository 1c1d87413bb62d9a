"""Edits of the script, an action at a time, by its place in the file."""

from __future__ import annotations

from dataclasses import replace

from ..kinds import MAX_TIME_US
from ..model import Action, Rollback, Scenario, Send
from .lookup import channel_number, with_item
from .pins import shift_pins


def with_action(scenario: Scenario, action: Action) -> Scenario:
    """A further script action; among those at its instant it comes last."""
    return replace(scenario, script=(*scenario.script, action))


def without_action(scenario: Scenario, index: int) -> Scenario:
    """The script without its ``index``-th entry, in file order."""
    _check(scenario, index)
    return replace(scenario, script=scenario.script[:index] + scenario.script[index + 1 :])


def replace_action(scenario: Scenario, index: int, action: Action) -> Scenario:
    """Another action in place of the ``index``-th entry, in file order."""
    _check(scenario, index)
    if action is scenario.script[index]:
        return scenario
    return replace(scenario, script=with_item(scenario.script, index, action))


def insert_send(scenario: Scenario, action: Send, index_on_channel: int) -> Scenario:
    """A further message, the ``index_on_channel``-th that its channel carries.

    The channel's pins from that message on are renumbered.
    """
    channel_number(scenario, action.source, action.target)
    shifted = shift_pins(scenario, action.source, action.target, index_on_channel)
    return with_action(shifted, action)


def remove_action(scenario: Scenario, index: int, index_on_channel: int | None = None) -> Scenario:
    """The script without an entry.

    If it sent the ``index_on_channel``-th message of its channel, that message's pin goes too and
    the pins behind it are renumbered.
    """
    made = without_action(scenario, index)
    action = scenario.script[index]
    if index_on_channel is None or not isinstance(action, Send):
        return made
    return shift_pins(made, action.source, action.target, index_on_channel, -1)


def moved_action(scenario: Scenario, index: int, at_us: int) -> Scenario:
    """The ``index``-th entry at another time, never before the start.

    A rollback keeps aiming at its past: at most its own time.
    """
    _check(scenario, index)
    action, at_us = scenario.script[index], min(max(0, at_us), MAX_TIME_US)
    if at_us == action.at_us:
        return scenario
    besides = {"to_us": min(action.to_us, at_us)} if isinstance(action, Rollback) else {}
    return replace_action(scenario, index, replace(action, at_us=at_us, **besides))


def _check(scenario: Scenario, index: int) -> None:
    if not 0 <= index < len(scenario.script):
        raise ValueError(f"the script has no entry {index}")
