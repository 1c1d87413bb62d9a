"""Messages as JSON, times in milliseconds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from snapviz.engine.eras import Era
from snapviz.run import ChannelMessage, Run


def ms(us: int | None) -> float | None:
    """Microseconds as milliseconds."""
    return None if us is None else us / 1000


def messages_report(
    run: Run, messages: Iterable[int], era: Era | None = None
) -> list[dict[str, Any]]:
    """Messages with where they went, by their numbers in the trace; as they stood in an era."""
    trace = run.trace
    items = []
    for number in messages:
        source, target = trace.channel_ends[trace.message_channel[number]]
        ends = {"from": trace.process_ids[source], "to": trace.process_ids[target]}
        items.append(ends | carried(run.message(number, era)))
    return items


def carried(message: ChannelMessage) -> dict[str, Any]:
    """What a message carried, and when."""
    return {
        "payload": message.payload,
        "sent_ms": ms(message.sent_us),
        "received_ms": ms(message.received_us),
    }
