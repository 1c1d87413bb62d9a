"""From what is pointed at to what is selected, and from that to what is set off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.diagram.view import Hit
from snapviz.ui.selection import (
    ChannelItem,
    Item,
    MessageItem,
    ProcessItem,
    message_item,
    message_of,
)


def item_of(run, found: Hit | None) -> Item | None:
    """What a click on this selects."""
    if found is None:
        return None
    ids = run.trace.process_ids
    if found.kind == "message":
        return message_item(run, found.number)
    if found.kind == "channel":
        source, target = run.trace.channel_ends[found.number]
        return ChannelItem(ids[source], ids[target])
    return ProcessItem(ids[found.number])


def set_off(run, items: Iterable[Item]) -> dict[str, Any]:
    """The fields of an `Over` that show a selection, as far as the run has it."""
    items = tuple(items)
    if run is None or not items:
        return {"processes": (), "channels": (), "messages": ()}
    number = {name: process for process, name in enumerate(run.trace.process_ids)}
    channels = run.scenario.channel_index()
    chosen = [channels.get((i.source, i.target)) for i in items if isinstance(i, ChannelItem)]
    messages = [message_of(run, item) for item in items if isinstance(item, MessageItem)]
    return {
        "processes": tuple(
            number[i.id] for i in items if isinstance(i, ProcessItem) and i.id in number
        ),
        "channels": tuple(channel for channel in chosen if channel is not None),
        "messages": tuple(message for message in messages if message is not None),
    }
