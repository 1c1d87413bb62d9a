"""Edits of channels, and of what uses them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..model import Action, Channel, Scenario, Send, SetChannel
from .lookup import changed, channel_number, check_arrows, process_number, with_item, with_scripts


def with_channel(scenario: Scenario, channel: Channel) -> Scenario:
    """A further channel, last in order."""
    if (channel.source, channel.target) in scenario.channel_index():
        raise ValueError(f"there is already a channel {channel.source} -> {channel.target}")
    process_number(scenario, channel.source)
    process_number(scenario, channel.target)
    if channel.source == channel.target:
        raise ValueError(f"a channel joins two processes, and {channel.source} is one")
    made = replace(scenario, channels=(*scenario.channels, channel))
    check_arrows(made)
    return made


def with_both_ways(scenario: Scenario, a: str, b: str, like: Channel | None = None) -> Scenario:
    """The channels a -> b and b -> a, as far as they are missing.

    They get the settings of ``like``; without it those of the one that is there, else the defaults.
    """
    known = scenario.channel_index()
    missing = [ends for ends in ((a, b), (b, a)) if ends not in known]
    if not missing:
        raise ValueError(f"there are already channels both ways between {a} and {b}")
    if like is None and len(missing) == 1:
        like = scenario.channels[known[missing[0][::-1]]]
    for source, target in missing:
        made = Channel(source, target)
        if like is not None:
            made = replace(like, source=source, target=target)
        scenario = with_channel(scenario, made)
    return scenario


def replace_channel(scenario: Scenario, source: str, target: str, **changes: Any) -> Scenario:
    """Change fields of one channel other than its ends, for the whole run."""
    if "source" in changes or "target" in changes:
        raise ValueError("a channel keeps its ends; draw another one instead")
    index = channel_number(scenario, source, target)
    made = replace(scenario.channels[index], **changes)
    if made == scenario.channels[index]:
        return scenario
    return replace(scenario, channels=with_item(scenario.channels, index, made))


def reversed_channel(scenario: Scenario, source: str, target: str) -> Scenario:
    """The channel leads the other way, and so do the actions and pins that use it."""
    index = channel_number(scenario, source, target)
    if (target, source) in scenario.channel_index():
        raise ValueError(f"there is already a channel {target} -> {source}")

    def turned(user: Any) -> Any:
        if (user.source, user.target) != (source, target):
            return user
        return replace(user, source=target, target=source)

    def turned_action(action: Action) -> Action:
        return turned(action) if isinstance(action, Send | SetChannel) else action

    made = with_scripts(
        scenario,
        turned_action,
        channels=with_item(scenario.channels, index, turned(scenario.channels[index])),
        delays=tuple(map(turned, scenario.delays)),
    )
    check_arrows(made)
    return made


def without_channels(scenario: Scenario, pairs: Iterable[tuple[str, str]]) -> Scenario:
    """Without these channels, the actions that send over or change them, and their pins."""
    gone = dict.fromkeys(tuple(pair) for pair in pairs)
    known = scenario.channel_index()
    for source, target in gone:
        if (source, target) not in known:
            raise ValueError(f"there is no channel {source} -> {target}")

    def stays(user: Any) -> bool:
        return (user.source, user.target) not in gone

    def kept(action: Action) -> Action | None:
        uses = isinstance(action, Send | SetChannel)
        return None if uses and not stays(action) else action

    return changed(
        with_scripts(scenario, kept),
        channels=tuple(filter(stays, scenario.channels)),
        delays=tuple(filter(stays, scenario.delays)),
    )
