"""The messages that a table of events names, beside those that its clocks show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from snapviz.causality.clocks import vector_clocks
from snapviz.causality.computation import Computation

Cells = Mapping[str, str]
RECEIVING = ("receive", "duplicate")


def with_messages(c: Computation, rows: Sequence[Cells]) -> Computation:
    """The same events, with each message that was sent in one row and received in another.

    ``rows``: what stands in the columns ``kind`` and ``message`` at each event. What the clocks do
    not bear out, or a process sends itself, is left out.
    """
    named = list(_named(rows))
    if not named:
        return c
    clocks = vector_clocks(c)
    pairs = set(zip(c.message_send.tolist(), c.message_receive.tolist(), strict=True))
    for send, receive in named:
        sender = c.event_process[send]
        if c.event_process[receive] != sender and clocks[receive, sender] > c.event_local[send]:
            pairs.add((send, receive))
    ordered = sorted(pairs, key=lambda pair: (pair[1], pair[0]))
    sends, receives = ([pair[end] for pair in ordered] for end in (0, 1))
    return Computation(c.processes, c.event_process, sends, receives)


def _named(rows: Sequence[Cells]) -> Iterator[tuple[int, int]]:
    """The events at which a message was sent and received."""
    sent = {
        row["message"]: event
        for event, row in enumerate(rows)
        if row.get("kind") == "send" and row.get("message")
    }
    for event, row in enumerate(rows):
        if row.get("kind") in RECEIVING and row.get("message") in sent:
            yield sent[row["message"]], event
