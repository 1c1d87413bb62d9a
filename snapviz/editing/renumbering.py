"""Every pin stays at its message when an edit makes messages come, go or move.

A pin names a message by its number on its channel, application and control messages counted
together. What the message *is* does not depend on that number: the doing of a certain action, the
n-th of the workload on its channel, a certain marker of a certain snapshot. So the messages that
are pinned are looked up in the run before the edit and found again in the run after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from snapviz.run import Run
from snapviz.scenario import ScenarioError
from snapviz.scenario.model import Pin, Scenario
from snapviz.simulation import simulate

from .traces import action_of_message

MOST_ROUNDS = 6

Ends = tuple[str, str]
Name = tuple[bool, int, int]  # control or not, of which action or -1, the how manieth


def with_pins_kept(
    run: Run | None, old: Scenario, new: Scenario, places: Mapping[int, int] | None = None
) -> Scenario:
    """``new`` with its pins, which are still those of ``old``, renumbered.

    ``places``: where each action of the old script stands in the new one; what is missing is gone.
    Left out, every action has kept its place. A pin whose message is gone goes too. A pin of a
    message that is not sent within the run moves by as many as came or went before it.

    The run after depends on the pins, and they on it, so this is repeated until nothing changes;
    each round settles at least the earliest message that was not.
    """
    if not old.delays:
        return new
    try:
        before = _run_of(run, old)
        after = simulate(new, earlier=before)
        pinned = dict.fromkeys((pin.source, pin.target) for pin in old.delays)
        names = _names_by_channel(before, pinned, places)
        for _ in range(MOST_ROUNDS):
            pins = _renumbered(old.delays, names, _names_by_channel(after, pinned))
            if pins == after.scenario.delays:
                break
            after = simulate(replace(new, delays=pins), earlier=after)
    except ScenarioError:
        return new  # what cannot be run yet has no messages to keep account of
    return new if after.scenario.delays == new.delays else after.scenario


def _run_of(run: Run | None, scenario: Scenario) -> Run:
    if run is not None and run.scenario == scenario and run.until_us == scenario.duration_us:
        return run
    return simulate(scenario, earlier=run)


def _names_by_channel(
    run: Run, pinned: Iterable[Ends], places: Mapping[int, int] | None = None
) -> dict[Ends, list[Name | None]]:
    """What each message of the pinned channels is, in the order they were sent; None: gone."""
    trace = run.trace
    number_of = run.scenario.channel_index()
    channels = {number_of[ends]: ends for ends in pinned if ends in number_of}
    names: dict[Ends, list[Name | None]] = {ends: [] for ends in channels.values()}
    seen: dict[tuple[int, bool, int], int] = {}
    wanted = np.isin(trace.message_channel, list(channels)) & (trace.message_copy_of < 0)
    for message in np.flatnonzero(wanted).tolist():
        channel = int(trace.message_channel[message])
        control = bool(trace.message_control[message])
        action = action_of_message(run, message)
        group = (channel, control, -1 if action is None else action)
        nth = seen[group] = seen.get(group, -1) + 1
        place = -1
        if action is not None:
            place = action if places is None else places.get(action)
        names[channels[channel]].append(None if place is None else (control, place, nth))
    return names


def _renumbered(
    pins: tuple[Pin, ...],
    before: dict[Ends, list[Name | None]],
    after: dict[Ends, list[Name | None]],
) -> tuple[Pin, ...]:
    places = {
        ends: {name: index for index, name in enumerate(names)} for ends, names in after.items()
    }
    made: dict[tuple[Ends, int], Pin] = {}
    for pin in pins:
        ends = (pin.source, pin.target)
        old = before.get(ends, [])
        if ends not in places:
            continue
        if pin.index < len(old):
            index = places[ends].get(old[pin.index])
        else:
            index = pin.index + len(after[ends]) - len(old)
        if index is not None and index >= 0 and (ends, index) not in made:
            made[ends, index] = pin if index == pin.index else replace(pin, index=index)
    return tuple(made.values())
