"""From what is pointed at to what is selected, and from that to what is lit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from snapviz import editing
from snapviz.diagram.facts import facts, path_between
from snapviz.diagram.spacetime import Hit
from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Partition, Restart
from snapviz.ui.selection import (
    ActionItem,
    ChannelItem,
    EventItem,
    Item,
    MessageItem,
    ProcessItem,
    RecordItem,
    SnapshotItem,
    event_item,
    message_item,
    message_of,
    row_of_event,
    row_of_record,
)

UNLIT: dict[str, Any] = {
    "selected_rows": (),
    "selected_messages": (),
    "selected_processes": (),
    "cone_row": None,
    "path_rows": (),
}


def _of_parting(run, number: int) -> Item | None:
    """The action that parted the network."""
    begun = facts(run).partings[number].from_us
    for index, action in enumerate(run.scenario.script):
        if isinstance(action, Partition) and action.at_us == begun:
            return ActionItem(index)
    return None


TOLD = {
    "decision": lambda run, number: SnapshotItem(run.trace.decisions[number].snapshot),
    "role": lambda run, number: ProcessItem(
        run.trace.process_ids[facts(run).roles[number].process]
    ),
    "parting": _of_parting,
}


def item_of(run, found: Hit | None) -> Item | None:
    """What a click on this selects; None for a process line, a handle, or nothing."""
    if found is None or found.kind in ("process", "cut"):
        return None
    trace, number = run.trace, found.number
    if found.kind in TOLD:
        return TOLD[found.kind](run, number)
    if found.kind == "event":
        return event_item(run, number)
    if found.kind == "record":
        record = trace.records[int(trace.row_ref[number])]
        return RecordItem(record.snapshot, trace.process_ids[record.process])
    if found.kind in ("message", "head"):
        return message_item(run, number)
    if found.kind == "badge":
        return SnapshotItem(number)
    if found.kind in ("clock-set", "mark"):
        index = action_of_mark(run, number)
        return None if index is None else ActionItem(index)
    return ProcessItem(trace.process_ids[number])


def action_of_mark(run, row: int) -> int | None:
    """The action behind a mark on a process line; of several that restart at once, its own."""
    trace = run.trace
    if trace.row_kind[row] == RowKind.RESTART:
        name, at_us = trace.process_ids[trace.row_process[row]], int(trace.row_time[row])
        for index, action in enumerate(run.scenario.script):
            if isinstance(action, Restart) and (action.process, action.at_us) == (name, at_us):
                return index
    return editing.action_of_row(run, row)


def lit(run, items: Iterable[Item]) -> dict[str, Any]:
    """The fields of a `View` that show a selection.

    One event lights its causal cone; of two, the chain of causes from one to the other,
    or the cone of the second, in which the first is not.
    """
    items = tuple(items)
    if run is None or not items:
        return dict(UNLIT)
    rows = _rows(run, items)
    events = [row_of_event(run, item) for item in items if isinstance(item, EventItem)]
    events = [row for row in events if row is not None]
    path: tuple[int, ...] = ()
    if len(events) == 2:
        path = path_between(run, *events) or path_between(run, *reversed(events))
    alone = len(events) in (1, 2) and len(items) == len(events) and not path
    return {
        "selected_rows": tuple(rows),
        "selected_messages": tuple(_messages(run, items)),
        "selected_processes": tuple(_processes(run, items)),
        "cone_row": events[-1] if alone else None,
        "path_rows": path,
    }


def _rows(run, items: tuple[Item, ...]) -> list[int]:
    rows: list[int] = []
    for item in items:
        if isinstance(item, EventItem):
            rows.append(_known(row_of_event(run, item)))
        elif isinstance(item, RecordItem):
            rows.append(_known(row_of_record(run, item)))
        elif isinstance(item, SnapshotItem):
            rows += [r.row for r in run.trace.records if r.snapshot == item.number]
        elif isinstance(item, ActionItem):
            rows += editing.rows_of_action(run, item.index)
    return [row for row in dict.fromkeys(rows) if row >= 0]


def _known(row: int | None) -> int:
    return -1 if row is None else row


def _messages(run, items: tuple[Item, ...]) -> list[int]:
    messages: list[int] = []
    channels = run.scenario.channel_index()
    for item in items:
        if isinstance(item, MessageItem):
            message = message_of(run, item)
            messages += [] if message is None else [message]
        elif isinstance(item, ActionItem):
            messages += _sent_by(run, item.index)
        elif isinstance(item, ChannelItem) and (item.source, item.target) in channels:
            number = channels[item.source, item.target]
            messages += np.flatnonzero(run.trace.message_channel == number).tolist()
    return list(dict.fromkeys(messages))


def _sent_by(run, index: int) -> list[int]:
    """What a send sent; the markers of a snapshot would be a thicket."""
    control = run.trace.message_control
    return [m for m in editing.messages_of_action(run, index) if not control[m]]


def _processes(run, items: tuple[Item, ...]) -> list[int]:
    number = {name: process for process, name in enumerate(run.trace.process_ids)}
    return [number[i.id] for i in items if isinstance(i, ProcessItem) and i.id in number]


def pinned(run) -> tuple[int, ...]:
    """Numbers of the messages whose transit time the scenario pins, as far as they are sent."""
    return facts(run).kept("pinned", run.scenario.delays, lambda: _pinned(run))


def _pinned(run) -> tuple[int, ...]:
    places = [MessageItem(pin.source, pin.target, pin.index) for pin in run.scenario.delays]
    found = (message_of(run, place) for place in places)
    return tuple(message for message in found if message is not None)
