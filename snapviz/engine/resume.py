"""An edited scenario is run again only from where it can differ.

Both runs are the same before the first difference, so the last keyframe before
it is a state of the new run too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from snapviz.engine.freeze import thaw
from snapviz.engine.queue import DELIVERY, SCRIPT, key_of
from snapviz.engine.script import needs_lives, occurrences, protocols_of
from snapviz.engine.trace import Trace
from snapviz.scenario.model import Pin, Scenario

if TYPE_CHECKING:
    from snapviz.engine.keyframes import Keyframe, Keyframes
    from snapviz.engine.simulator import ProtocolTable, Simulator

SAME_RUN = 1 << 80


def first_difference(old: Scenario, new: Scenario, until_us: int, trace: Trace) -> int:
    """A queue key before which the runs of both scenarios are the same.

    ``until_us``: the end of the shorter run. 0 where nothing can be kept; texts and
    positions change no run.
    """
    told = {"title": "", "description": "", "duration_us": 0, "script": (), "delays": ()}
    before, after = _bare(old, told), _bare(new, told)
    if before != after or _differ(before.processes, after.processes):
        return 0
    return min(
        key_of(until_us, DELIVERY) + 1,
        _first_script_difference(old.script, new.script),
        _first_pin_difference(old, new, trace),
    )


def same_run(old: Scenario, new: Scenario) -> bool:
    """Whether two scenarios differ in nothing but texts, positions and branches."""
    told = {"title": "", "description": ""}
    before, after = _bare(old, told), _bare(new, told)
    return before == after and not _differ(before, after)


def _bare(scenario: Scenario, told: dict[str, Any]) -> Scenario:
    processes = tuple(replace(process, position=None) for process in scenario.processes)
    return replace(scenario, processes=processes, branches=(), **told)


def _differ(before: Any, after: Any) -> bool:
    """Whether two values would be written differently: equal in Python, 1 is not true, nor 1.0."""
    return before is not after and repr(before) != repr(after)


def _first_script_difference(old: Sequence[Any], new: Sequence[Any]) -> int:
    ordered = (sorted(old, key=lambda a: a.at_us), sorted(new, key=lambda a: a.at_us))
    for before, after in zip(*ordered, strict=False):
        if _differ(before, after):
            return key_of(min(before.at_us, after.at_us), SCRIPT)
    shorter, longer = sorted(ordered, key=len)
    if len(shorter) == len(longer):
        return SAME_RUN
    return key_of(longer[len(shorter)].at_us, SCRIPT)


def _first_pin_difference(old: Scenario, new: Scenario, trace: Trace) -> int:
    """The earliest send of a message whose pin changed. A message not sent yet is no matter."""
    changed = set(_pins(old).items()) ^ set(_pins(new).items())
    if not changed:
        return SAME_RUN
    channel_number = new.channel_index()
    keys = [
        _sent_key(trace, channel_number[ends], index)
        for (ends, index) in {pin for pin, _ in changed}
    ]
    return min(keys)


def _pins(scenario: Scenario) -> dict[tuple[tuple[str, str], int], int]:
    def place(pin: Pin) -> tuple[tuple[str, str], int]:
        return (pin.source, pin.target), pin.index

    return {place(pin): pin.delay_us for pin in scenario.delays}


def _sent_key(trace: Trace, channel: int, index: int) -> int:
    on_channel = np.flatnonzero((trace.message_channel == channel) & (trace.message_copy_of < 0))
    if index >= len(on_channel):
        return SAME_RUN
    return key_of(int(trace.message_sent[on_channel[index]]), SCRIPT)


def usable_keyframe(keyframes: Keyframes, key: int, new: Scenario, protocols: ProtocolTable) -> Any:
    """The last keyframe before a queue key that an edited run can go on from, or None."""
    frame = keyframes.before_key(key)
    if frame is None or (frame.lives is None) == needs_lives(new):
        return None
    strangers = set(protocols_of(new)).symmetric_difference(frame.protocols)
    return frame if all(protocols[name].IDLE_UNTIL_USED for name in strangers) else None


def resume(run: Simulator, trace: Trace, frame: Keyframe, earlier: Keyframes) -> None:
    """Turn a run that has not begun into one that goes on from a keyframe of another."""
    thaw(run, trace, frame)
    run.clock[0] = frame.last_key
    for state, saved in zip(run.states, frame.states, strict=True):
        # The same objects: the run knows the states at both ends of every channel.
        state.clear()
        state.update(saved)
    run.channels.restore(frame.channels)
    run.clocks[:] = frame.clocks
    run.copies.update(frame.copies)
    run.arrived.update(frame.arrived)
    run.snapshots[:] = [snapshot.copied() for snapshot in frame.snapshots]
    run.alarms.restore(frame.alarms)
    if run.attention is not None:
        riding = {m: data for m, data in trace.riding.items() if m < frame.messages}
        run.attention.restore(frame.attention, riding)
    if run.pauses is not None:
        run.pauses.restore(frame.pauses)
    if run.lives is not None:
        run.lives.restore(frame.lives)
    if run.keeping is not None and frame.keeping is not None:
        run.keeping.restore(frame.keeping)
    run.workload.restore(frame.workload)
    for name, objects in run.protocols.items():
        for protocol, saved in zip(objects, frame.protocols.get(name, ()), strict=False):
            protocol.restore(saved)
    run.queue.refill(frame.queue)
    for turn in occurrences(run.scenario.script, run.until_us):
        if key_of(turn.at_us, SCRIPT) > frame.last_key:
            run.queue.push(turn.at_us, SCRIPT, turn)
    run.keyframes.kept = [kept for kept in earlier.kept if kept.rows <= frame.rows]
    run.keyframes.interval = earlier.interval
    run.keyframes.next_row = frame.rows + earlier.interval
