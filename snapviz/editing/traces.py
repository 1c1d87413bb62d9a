"""Which script action brought about what, and how pins name messages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from snapviz.engine.trace import RowKind, Trace
from snapviz.run import Run


def channel_index_at(trace: Trace, channel: int, at_us: int) -> int:
    """How many messages, control messages too, a channel has been given before an instant."""
    mine = (trace.message_channel == channel) & (trace.message_copy_of < 0)
    return int(np.count_nonzero(mine & (trace.message_sent < at_us)))


def message_place(trace: Trace, message: int) -> tuple[str, str, int]:
    """Source, target and number on the channel: the name a pin gives to a message.

    A duplicate has none of its own; it answers that of the message it is a copy of.
    """
    message = trace.message_copies.get(message, message)
    channel = int(trace.message_channel[message])
    mine = (trace.message_channel[:message] == channel) & (trace.message_copy_of[:message] < 0)
    source, target = (trace.process_ids[end] for end in trace.channel_ends[channel])
    return source, target, int(np.count_nonzero(mine))


@dataclass(frozen=True)
class Actions:
    """What the actions of a run brought about, actions by their places in the script.

    ``happened`` are the actions in the order they happened, ``firsts`` and ``ends`` their rows,
    ``of_snapshot`` and ``of_message`` whose doing each snapshot and each application message is.
    """

    happened: list[int]
    firsts: list[int]
    ends: list[int]
    of_snapshot: list[int | None]
    of_message: dict[int, int]


_known: WeakKeyDictionary[Run, Actions] = WeakKeyDictionary()


def actions_of(run: Run) -> Actions:
    """The actions of a run and their doings, found once as long as the run is kept."""
    found = _known.get(run)
    if found is None:
        found = _known[run] = _find_actions(run)
    return found


def _find_actions(run: Run) -> Actions:
    script, trace = run.scenario.script, run.trace
    in_order = sorted(range(len(script)), key=lambda index: script[index].at_us)
    happened = in_order[: len(trace.action_spans)]
    firsts = [first for first, _ in trace.action_spans]
    ends = [end for _, end in trace.action_spans]
    of_message = {}
    for action, first, end in zip(happened, firsts, ends, strict=True):
        for row in range(first, end):
            if trace.row_kind[row] == RowKind.SEND:
                of_message[int(trace.row_ref[row])] = action
    of_snapshot = [snapshot.action for snapshot in run.snapshots]
    return Actions(happened, firsts, ends, of_snapshot, of_message)


def action_of_row(run: Run, row: int) -> int | None:
    """The action that brought about a trace row at its own instant."""
    actions = actions_of(run)
    place = bisect_right(actions.firsts, row) - 1
    while place >= 0 and actions.firsts[place] == actions.ends[place]:
        place -= 1
    if place < 0 or row >= actions.ends[place]:
        return None
    return actions.happened[place]


def actions_of_rows(run: Run, rows: np.ndarray) -> dict[int, int]:
    """The same for very many rows: by row, the action, of those that one brought about."""
    actions = actions_of(run)
    spans = zip(actions.firsts, actions.ends, actions.happened, strict=True)
    done = np.array([span for span in spans if span[0] < span[1]], dtype=np.int64).reshape(-1, 3)
    place = np.searchsorted(done[:, 0], rows, side="right") - 1
    inside = place >= 0
    inside[inside] = rows[inside] < done[place[inside], 1]
    return dict(zip(rows[inside].tolist(), done[place[inside], 2].tolist(), strict=True))


def action_of_message(run: Run, message: int) -> int | None:
    """The action that sent a message, or whose snapshot a control message serves.

    None for what the workload sends.
    """
    trace = run.trace
    message = trace.message_copies.get(message, message)
    if trace.message_control[message]:
        return action_of_snapshot(run, int(trace.message_snapshot[message]))
    return actions_of(run).of_message.get(message)


def action_of_snapshot(run: Run, number: int) -> int | None:
    """The action that started a snapshot, by the snapshot's number."""
    of_snapshot = actions_of(run).of_snapshot
    return of_snapshot[number] if 0 <= number < len(of_snapshot) else None


def messages_of_action(run: Run, index: int) -> list[int]:
    """The messages an action sent, copies left out; of a snapshot every control message."""
    actions = actions_of(run)
    trace = run.trace
    numbers = [number for number, action in enumerate(actions.of_snapshot) if action == index]
    if numbers:
        mine = np.isin(trace.message_snapshot, numbers) & (trace.message_copy_of < 0)
        return np.flatnonzero(mine).tolist()
    return [message for message, action in actions.of_message.items() if action == index]


def rows_of_action(run: Run, index: int) -> range:
    """The rows of an action; none if the run ended before it."""
    actions = actions_of(run)
    if index not in actions.happened:
        return range(0)
    place = actions.happened.index(index)
    return range(actions.firsts[place], actions.ends[place])
