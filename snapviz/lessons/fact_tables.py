"""What can be asked of each thing in a run, by name; times in ms, amounts as numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from snapviz.causality.clocks import vector_clock
from snapviz.engine.application import amount_of, conserved_quantity
from snapviz.engine.stable import INITIAL, RecoveryRow
from snapviz.lessons.kept_facts import KEPT
from snapviz.lessons.milliseconds import ms
from snapviz.run import ChannelMessage, RecordedState, Run, Snapshot
from snapviz.scenario.model import Clock, Scenario
from snapviz.study.clock_boundary import boundary

CURRENT = "current"


def on_channel(run: Run, channel: int) -> list[int]:
    """The application messages on a channel that stand, by number."""
    messages = run.causal_view.messages
    return messages[run.trace.message_channel[messages] == channel].tolist()


def holding(run: Run, state: dict[str, Any]) -> int | None:
    """What a state holds of the conserved quantity."""
    field = conserved_quantity(run.scenario)
    return None if field is None else state[run.quantities[field]]


def carried(run: Run, message: int) -> int:
    """What a message carries of it."""
    field = conserved_quantity(run.scenario)
    return 0 if field is None else amount_of(run.trace.payloads[message], field)


def _total(run: Run) -> int | None:
    held = [holding(run, state) for state in run.initial_states]
    return None if None in held else sum(held)


RUN = {
    "processes": lambda run: len(run.trace.process_ids),
    "events": lambda run: run.computation.event_count,
    "messages": lambda run: run.message_counts["sent"],
    "received": lambda run: run.message_counts["received"],
    "control": lambda run: run.message_counts["control"],
    "snapshots": lambda run: len(run.snapshots),
    "syncs": lambda run: len(run.trace.clock_syncs),
    "recoveries": lambda run: len(run.trace.recoveries),
    "total": _total,
    "duration": lambda run: ms(run.until_us),
    "sound": lambda run: run.sound,
}


def _state(run: Run, process: int, rows: int) -> int | None:
    return holding(run, run.states_at(rows)[process])


PROCESS = {
    "start": lambda run, p: holding(run, run.initial_states[p]),
    "end": lambda run, p: _state(run, p, run.trace.row_count),
    "events": lambda run, p: int(run.computation.event_counts[p]),
    "clock": lambda run, p: ms(run.scenario.processes[p].clock.offset_us),
    "checkpoints": lambda run, p: sum(
        c.process == p and c.kind != INITIAL for c in run.trace.checkpoints
    ),
}


def _vector(run: Run, process: int, local: int) -> str:
    event = run.computation.event_at(process, local)
    return "[" + " ".join(map(str, vector_clock(run.computation, event).tolist())) + "]"


def _event_time(run: Run, process: int, local: int) -> float | int | None:
    event = run.computation.event_at(process, local)
    return ms(int(run.trace.row_time[run.event_rows[event]]))


EVENT = {"vector": _vector, "at": _event_time}


def _flight(run: Run, message: int) -> float | int | None:
    found = run.message(message)
    return None if found.received_us is None else ms(found.received_us - found.sent_us)


MESSAGE = {
    "amount": carried,
    "sent": lambda run, m: ms(run.message(m).sent_us),
    "received": lambda run, m: ms(run.message(m).received_us),
    "flight": _flight,
}
CHANNEL = {
    "messages": lambda run, channel: len(on_channel(run, channel)),
    "fifo": lambda run, channel: run.scenario.channels[channel].fifo,
}


def _held(run: Run, messages: list[ChannelMessage]) -> int:
    return sum(carried(run, m.message) for m in messages)


def _all_held(snapshot: Snapshot) -> list[ChannelMessage]:
    return [m for messages in snapshot.channels.values() for m in messages]


def _verdict(attribute: str):
    def ask(_run: Run, snapshot: Snapshot):
        return None if snapshot.verdict is None else getattr(snapshot.verdict, attribute)

    return ask


def _count(attribute: str):
    def ask(_run: Run, snapshot: Snapshot) -> int | None:
        return None if snapshot.verdict is None else len(getattr(snapshot.verdict, attribute))

    return ask


def _boundary(attribute: str):
    def ask(run: Run, snapshot: Snapshot) -> float | int | None:
        found = boundary(run, snapshot)
        return None if found is None else ms(getattr(found, attribute))

    return ask


def _span(snapshot: Snapshot) -> int | None:
    return None if snapshot.completed_us is None else snapshot.completed_us - snapshot.started_us


SNAPSHOT = {
    "protocol": lambda run, s: s.protocol,
    "initiator": lambda run, s: s.initiator,
    "status": lambda run, s: s.status,
    "complete": lambda run, s: s.status == "complete",
    "started": lambda run, s: ms(s.started_us),
    "completed": lambda run, s: ms(s.completed_us),
    "duration": lambda run, s: ms(_span(s)),
    "consistent": _verdict("consistent"),
    "sound": _verdict("sound"),
    "sum": _verdict("recorded"),
    "expected": _verdict("expected"),
    "orphans": _count("orphans"),
    "missing": _count("missing"),
    "extra": _count("extra"),
    "transit": lambda run, s: len(_all_held(s)),
    "control": lambda run, s: s.cost.control_messages,
    "bytes": lambda run, s: s.cost.piggyback_bytes,
    "blocked": lambda run, s: ms(s.cost.blocking_us),
    **KEPT,
    "skew": _boundary("skew_us"),
    "fastest": _boundary("flight_us"),
    "slack": _boundary("slack_us"),
    "margin": _boundary("margin_us"),
}
RECORDED = {
    "at": lambda run, r: ms(r.recorded_us),
    "state": lambda run, r: holding(run, r.state),
    "events": lambda run, r: r.event_index,
    "vector": lambda run, r: _listed(run, r),
}
RECORDED_CHANNEL = {
    "messages": lambda run, held: len(held),
    "amount": _held,
}


def _listed(run: Run, recorded: RecordedState) -> str:
    counts = (recorded.vector_clock.get(pid, 0) for pid in run.trace.process_ids)
    return "[" + " ".join(map(str, counts)) + "]"


RECOVERY = {
    "at": lambda run, row: ms(row.time_us),
    "undone": lambda run, row: sum(row.undone),
    "replayed": lambda run, row: sum(row.replayed),
    "lost": lambda run, row: len(row.lost),
    "again": lambda run, row: len(row.again),
    "to": lambda run, row: ms(row.to_us),
    "crashed": lambda run, row: ", ".join(run.trace.process_ids[p] for p in row.crashed),
}


def _line(row: RecoveryRow, process: int) -> int | str:
    index = row.line[process]
    return CURRENT if index is None else index


RECOVERED = {
    "checkpoint": _line,
    "undone": lambda row, process: row.undone[process],
    "replayed": lambda row, process: row.replayed[process],
}


def _differing(before: tuple, after: tuple, key) -> int:
    """How many entries were added, taken away or changed; an entry is known by its key."""
    old, new = {key(e): e for e in before}, {key(e): e for e in after}
    return int(np.sum([old.get(k) != new.get(k) for k in {**old, **new}]))


def _clocks(before: Scenario, after: Scenario) -> int:
    old = {p.id: p.clock for p in before.processes}
    return sum(old.get(p.id, p.clock) != p.clock for p in after.processes)


def _actions(before: Scenario, after: Scenario) -> int:
    kept = list(before.script)
    added = 0
    for action in after.script:
        if action in kept:
            kept.remove(action)
        else:
            added += 1
    return max(added, len(kept))


def _rest(scenario: Scenario) -> Scenario:
    """Everything that the other names under ``changed`` do not speak of."""
    processes = tuple(
        replace(process, clock=Clock(), position=None) for process in scenario.processes
    )
    return replace(
        scenario, processes=processes, channels=(), script=(), delays=(), title="", description=""
    )


def _channel_key(channel) -> tuple[str, str]:
    return channel.source, channel.target


def _pin_key(pin) -> tuple[str, str, int]:
    return pin.source, pin.target, pin.index


CHANGED = {
    "clocks": _clocks,
    "channels": lambda a, b: _differing(a.channels, b.channels, _channel_key),
    "actions": _actions,
    "delays": lambda a, b: _differing(a.delays, b.delays, _pin_key),
    "rest": lambda a, b: _rest(a) != _rest(b),
}
