"""The ways to break one assumption of a run: the same scenario, changed in that one thing.

Each way is a generator of `Variant`; it is sent the run of each in return, so that what it tries
next can go by what happened, or None if that cannot be run. A message is lost or duplicated by a
channel that loses or duplicates for the one microsecond in which it is sent; every other draw
stays what it was.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

import numpy as np

from snapviz.editing import message_place
from snapviz.engine.script import can_run
from snapviz.run import Run, Snapshot
from snapviz.scenario import edits
from snapviz.scenario.model import Crash, Scenario, SetChannel, TakeSnapshot

MOST_MESSAGES = 24  # of each kind that a search lays hands on
MOST_PINS = 24
MORE_SEEDS = 3
SHORTLY_US = 1000


@dataclass(frozen=True)
class Variant:
    """A scenario with the assumption broken.

    ``message``: number of the message tampered with, in the run of the variant and in the one it
    was made from; ``process``: who is cut off or crashes.
    """

    scenario: Scenario
    message: int | None = None
    process: str | None = None

    @property
    def is_meddled(self) -> bool:
        """Whether one message or process in particular has been picked."""
        return self.message is not None or self.process is not None


Way = Generator[Variant, Run | None, None]


def unordered(base: Run, number: int) -> Way:
    """No channel keeps order; then a message passes the snapshot's own, one at a time."""
    loose = in_any_order(base.scenario)
    for seed in range(base.scenario.seed, base.scenario.seed + 1 + MORE_SEEDS):
        other = replace(loose, seed=seed)
        run = yield Variant(other)
        if run is None:
            continue
        for message, delay_us in _overtakings(run, number)[:MOST_PINS]:
            place = message_place(run.trace, message)
            yield Variant(edits.with_pin(other, *place, delay_us), message)


def in_any_order(scenario: Scenario) -> Scenario:
    """The scenario with no channel that keeps the order of its messages, at any time."""
    channels = tuple(replace(channel, fifo=False) for channel in scenario.channels)
    script = tuple(
        replace(action, fifo=False) if isinstance(action, SetChannel) and action.fifo else action
        for action in scenario.script
    )
    return replace(scenario, channels=channels, script=script)


def _overtakings(run: Run, number: int) -> list[tuple[int, int]]:
    """Messages and delays by which they pass a control message, the likeliest to harm first."""
    if number >= len(run.snapshots):
        return []
    early: list[tuple[int, int, int]] = []
    late: list[tuple[int, int, int]] = []
    recorded = {record.process: record.time_us for record in run.snapshots[number].records}
    trace = run.trace
    for control in _control(run, number):
        channel = int(trace.message_channel[control])
        sent, arrives = int(trace.message_sent[control]), int(trace.message_due[control])
        limit = recorded.get(trace.channel_ends[channel][1], run.until_us)
        for message in _application(run, channel):
            at, due = int(trace.message_sent[message]), int(trace.message_due[message])
            if message > control and at < limit:
                early.append((at - sent, message, (limit - at) // 2))
            elif message < control and 0 <= due <= arrives:
                late.append((sent - at, message, arrives + SHORTLY_US - at))
    return [(message, delay) for _, message, delay in (*sorted(early), *sorted(late))]


def lossy(base: Run, number: int) -> Way:
    """One message is lost: of the snapshot's own, then of those that cross or precede its cut."""
    yield from _by_one_message(base, number, "loss")


def duplicating(base: Run, number: int) -> Way:
    """One message arrives twice: of the snapshot's own, then of the others about its cut."""
    yield from _by_one_message(base, number, "duplication")


def _by_one_message(base: Run, number: int, field: str) -> Way:
    own = _control(base, number)[:MOST_MESSAGES]
    for message in (*own, *_about_the_cut(base, base.snapshots[number])):
        yield Variant(with_fault(base, message, field), message)


def with_fault(run: Run, message: int, field: str) -> Scenario:
    """The scenario in which a channel surely loses or duplicates at the instant of one send."""
    trace, scenario = run.trace, run.scenario
    source, target, _ = message_place(trace, message)
    at_us = int(trace.message_sent[message])
    usual = _setting(scenario, source, target, field, at_us)
    now = SetChannel(at_us, source, target, **{field: 1.0})
    after = SetChannel(at_us + 1, source, target, **{field: usual})
    # First in the file: at its instant it must come before a send of the script.
    return replace(scenario, script=(now, *scenario.script, after))


def _setting(scenario: Scenario, source: str, target: str, field: str, at_us: int) -> float:
    """What a field of a channel is after an instant."""
    place = scenario.channel_index()[source, target]
    value = getattr(scenario.channels[place], field)
    changes = [
        action
        for action in scenario.script
        if isinstance(action, SetChannel) and (action.source, action.target) == (source, target)
    ]
    for change in sorted(changes, key=lambda action: action.at_us):
        if change.at_us <= at_us and getattr(change, field) is not None:
            value = getattr(change, field)
    return value


def cut_off(base: Run, number: int) -> Way:
    """The channels into one process are removed."""
    scenario = base.scenario
    for victim in _victims(base, number):
        into = [(c.source, c.target) for c in scenario.channels if c.target == victim]
        if into:
            yield Variant(edits.without_channels(scenario, into), process=victim)


def crashing(base: Run, number: int) -> Way:
    """One process crashes while the snapshot is being taken, and stays down."""
    snapshot = base.snapshots[number]
    end_us = base.until_us if snapshot.completed_us is None else snapshot.completed_us
    at_us = snapshot.started_us + max(1, (end_us - snapshot.started_us) // 2)
    for victim in _victims(base, number):
        crash = Crash(at_us, victim)
        yield Variant(edits.with_action(base.scenario, crash), process=victim)


def _victims(base: Run, number: int) -> list[str]:
    """Who may be cut off: nobody who starts a snapshot; the farthest in the file first."""
    starts = {
        action.initiator for action in base.scenario.script if isinstance(action, TakeSnapshot)
    }
    starts.add(base.snapshots[number].initiator)
    return [pid for pid in reversed(base.trace.process_ids) if pid not in starts]


def _control(run: Run, number: int) -> list[int]:
    """The control messages of a snapshot, copies and lost ones not counted."""
    trace = run.trace
    mine = (trace.message_snapshot == number) & ~trace.message_keeps
    mine &= (trace.message_copy_of < 0) & ~trace.message_lost
    return np.flatnonzero(mine).tolist()


def _application(run: Run, channel: int) -> list[int]:
    trace = run.trace
    mine = (trace.message_channel == channel) & ~trace.message_control
    return np.flatnonzero(mine & (trace.message_copy_of < 0)).tolist()


def _about_the_cut(run: Run, snapshot: Snapshot) -> list[int]:
    """Application messages recorded as in transit, then the last ones sent before the end of it."""
    trace = run.trace
    caught = [m.message for messages in snapshot.channels.values() for m in messages]
    end_us = run.until_us if snapshot.completed_us is None else snapshot.completed_us
    others = ~trace.message_control & (trace.message_copy_of < 0) & ~trace.message_lost
    before = np.flatnonzero(others & (trace.message_sent <= end_us))[::-1].tolist()
    found = dict.fromkeys((*caught, *before))
    return list(found)[:MOST_MESSAGES]


_WAYS: dict[str, Callable[[Run, int], Way]] = {
    "fifo": unordered,
    "loss": lossy,
    "duplication": duplicating,
    "unreachable": cut_off,
    "crash": crashing,
}


def ways() -> dict[str, Callable[[Run, int], Way]]:
    """The assumptions that can be broken here, by name; a crash only if the engine can have one."""
    return {name: way for name, way in _WAYS.items() if name != "crash" or can_run(Crash)}


def variants(base: Run, number: int, assumption: str) -> Way:
    """All that is tried to break an assumption for one snapshot of a run."""
    return ways()[assumption](base, number)
