"""What a person points at in the space-time diagram, as an edit of the scenario."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from snapviz.engine.application import active_quantities
from snapviz.engine.clocks import PhysicalClock
from snapviz.run import Run
from snapviz.scenario import edits
from snapviz.scenario.model import (
    Action,
    Channel,
    Scenario,
    Send,
    SetClock,
    TakeSnapshot,
)

from .renumbering import with_pins_kept
from .traces import action_of_message, message_place

AMOUNT = 10
BY_CLOCK = "global-clock"


def default_payload(
    scenario: Scenario,
    run: Run | None = None,
    source: str | None = None,
    at_us: int | None = None,
    label: str = "",
) -> dict[str, Any]:
    """What a message carries when nothing is said: money where there are balances, else a label.

    With ``run``, ``source`` and ``at_us`` no more than the sender has at that instant.
    """
    if "amount" not in active_quantities(scenario):
        return {"label": label} if label else {}
    amount = AMOUNT
    if run is not None and source in run.trace.process_ids and at_us is not None:
        rows = bisect_right(run.trace.row_time, at_us)
        state = run.states_at(rows)[run.trace.process_ids.index(source)]
        amount = min(AMOUNT, state.get("balance", AMOUNT))
    return {"amount": amount, "label": label} if label else {"amount": amount}


def send_message(
    run: Run | None,
    scenario: Scenario,
    source: str,
    target: str,
    sent_us: int,
    received_us: int,
    payload: dict[str, Any] | None = None,
) -> Scenario:
    """A scripted message that leaves and arrives where it was pointed, never before it leaves.

    Where there is no channel from ``source`` to ``target``, one with the default settings is made.
    On a FIFO channel the message may arrive later: it overtakes nobody.
    """
    if source == target:
        raise ValueError("a message goes from one process to another")
    sent_us = max(0, sent_us)
    if payload is None:
        payload = default_payload(scenario, run, source, sent_us)
    made = scenario
    if (source, target) not in scenario.channel_index():
        made = edits.with_channel(scenario, Channel(source, target))
    delay_us = max(0, received_us - sent_us)
    return add_action(run, made, Send(sent_us, source, target, payload, delay_us))


def send_now(
    run: Run | None, scenario: Scenario, source: str, target: str, at_us: int, both: bool = True
) -> Scenario:
    """A scripted message whose channel decides how long it travels.

    A missing channel comes along, with its way back if ``both``.
    """
    if (source, target) not in scenario.channel_index():
        scenario = connected(scenario, source, target, both)
    payload = default_payload(scenario, run, source, at_us)
    return add_action(run, scenario, Send(at_us, source, target, payload))


def connected(scenario: Scenario, source: str, target: str, both: bool) -> Scenario:
    """The two connected; a single way back gets the settings of the way there."""
    if both or (target, source) in scenario.channel_index():
        return edits.with_both_ways(scenario, source, target)
    return edits.with_channel(scenario, Channel(source, target))


def set_arrival(run: Run, scenario: Scenario, message: int, received_us: int) -> Scenario:
    """Pin a message's transit time so that it arrives at ``received_us``, never before it leaves.

    Raises ValueError for a duplicate and for a message that its channel loses.
    """
    trace = run.trace
    if message in trace.message_copies:
        raise ValueError("this is a duplicate its channel made; move the message it is a copy of")
    if trace.message_due[message] < 0:
        raise ValueError("this message is lost on its channel; lower the channel's loss first")
    delay_us = max(0, received_us - int(trace.message_sent[message]))
    return edits.with_pin(scenario, *message_place(trace, message), delay_us)


def set_delay(run: Run, scenario: Scenario, message: int, received_us: int) -> Scenario:
    """Let the action that sent a message say when it arrives, never before it leaves.

    Raises ValueError for a message that no action sent, and for one whose pin says it.
    """
    index = action_of_message(run, message)
    if index is None:
        raise ValueError("the workload sent this message, so no line of the script can delay it")
    if any(
        message_place(run.trace, message) == (p.source, p.target, p.index) for p in scenario.delays
    ):
        raise ValueError("a pin says when this message arrives, and it beats the script")
    delay_us = max(0, received_us - int(run.trace.message_sent[message]))
    return edits.replace_action(scenario, index, replace(scenario.script[index], delay_us=delay_us))


def release_arrival(run: Run, scenario: Scenario, message: int) -> Scenario:
    """Let the action or the channel decide again when a message arrives."""
    return edits.without_pin(scenario, *message_place(run.trace, message))


def take_snapshot(
    scenario: Scenario,
    process: str,
    at_us: int,
    protocol: str = "chandy-lamport",
    run: Run | None = None,
) -> Scenario:
    """A snapshot that a process initiates; of a protocol that goes by the clocks one that all
    take when their clocks read what that of ``process`` reads at ``at_us``.

    Pins stay at their messages when markers come between these.
    """
    if process not in scenario.process_index():
        raise ValueError(f"there is no process {process}")
    at_us = max(0, at_us)
    if protocol == BY_CLOCK:
        at_local_us = local_time(scenario, process, at_us)
        return add_action(run, scenario, TakeSnapshot(at_us, protocol, at_local_us=at_local_us))
    return add_action(run, scenario, TakeSnapshot(at_us, protocol, process))


def set_offset(scenario: Scenario, process: str, at_us: int | None, offset_us: int) -> Scenario:
    """A clock's offset from true time: at the start, or from ``at_us`` on by a script action.

    An action that already sets this clock at that instant takes the new offset.
    """
    if at_us is None:
        return edits.set_clock(scenario, process, offset_us=offset_us)
    if process not in scenario.process_index():
        raise ValueError(f"there is no process {process}")
    for index in reversed(range(len(scenario.script))):
        action = scenario.script[index]
        if isinstance(action, SetClock) and (action.process, action.at_us) == (process, at_us):
            if action.offset_us == offset_us:
                return scenario
            return edits.replace_action(scenario, index, replace(action, offset_us=offset_us))
    return edits.with_action(scenario, SetClock(max(0, at_us), process, offset_us))


def local_time(scenario: Scenario, process: str, at_us: int) -> int:
    """What a process's clock reads at a true time, by its start and the script."""
    start = scenario.processes[scenario.process_index()[process]].clock
    clock = PhysicalClock(start.offset_us, start.drift_ppb)
    for action in sorted(scenario.script, key=lambda action: action.at_us):
        if isinstance(action, SetClock) and action.process == process and action.at_us <= at_us:
            clock = clock.set(action.at_us, action.offset_us, action.drift_ppb)
    return clock.local(at_us)


def add_action(run: Run | None, scenario: Scenario, action: Action) -> Scenario:
    """A further action, last of those at its instant; pins stay at their messages."""
    return with_pins_kept(run, scenario, edits.with_action(scenario, action))


def change_action(run: Run | None, scenario: Scenario, index: int, action: Action) -> Scenario:
    """Another action in place of an entry of the script; pins stay at their messages."""
    made = edits.replace_action(scenario, index, action)
    return made if made is scenario else with_pins_kept(run, scenario, made)


def delete_actions(run: Run | None, scenario: Scenario, indices: Iterable[int]) -> Scenario:
    """The script without these entries; pins stay at their messages, or go with them."""
    gone = dict.fromkeys(indices)
    made = scenario
    for index in sorted(gone, reverse=True):
        made = edits.without_action(made, index)
    left = [index for index in range(len(scenario.script)) if index not in gone]
    places = {old: new for new, old in enumerate(left)}
    return with_pins_kept(run, scenario, made, places) if gone else scenario


def delete_action_of(run: Run, scenario: Scenario, message: int) -> Scenario:
    """The script without the action that sent a message, or started the snapshot it serves.

    ``scenario`` has the script of the run. Raises ValueError for what the workload sent.
    """
    index = action_of_message(run, message)
    if index is None:
        raise ValueError(
            "the workload sent this message, so it is in no line of the script; "
            "change the workload, or lose the message by its channel"
        )
    return delete_actions(run, scenario, [index])
