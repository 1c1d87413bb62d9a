"""An event of a run in a few words, for files that are read elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from snapviz.engine.trace import RowKind
from snapviz.formats.logged_run import LoggedRun
from snapviz.run import Run
from snapviz.tables import state_text

KINDS = {
    RowKind.SEND: "send",
    RowKind.RECEIVE: "receive",
    RowKind.DUPLICATE: "duplicate",
    RowKind.INTERNAL: "internal",
    RowKind.REFUSED: "refused",
}


@dataclass(frozen=True)
class EventWords:
    """``message``: the number in the trace of the one it sends or receives, if any; of a copy,
    that of the message copied.
    """

    kind: str
    text: str
    message: int | None


def event_words(run: Run, row: int) -> EventWords:
    """What the application event at a trace row is."""
    trace = run.trace
    if isinstance(run, LoggedRun):
        return _logged_words(run, row)
    kind = KINDS[RowKind(int(trace.row_kind[row]))]
    reference = int(trace.row_ref[row])
    if kind in ("internal", "refused"):
        label = trace.notes[reference].data.get("label")
        said = f"{kind} {label}" if label else f"{kind} event"
        return EventWords(kind, _line(said), None)
    source, target = trace.channel_ends[trace.message_channel[reference]]
    other = trace.process_ids[target if kind == "send" else source]
    payload = state_text(trace.message_payload(reference))
    copied = int(trace.message_copy_of[reference])
    to_or_from = "to" if kind == "send" else "from"
    text = f"{kind} {to_or_from} {other}: {payload}"
    return EventWords(kind, _line(text), reference if copied < 0 else copied)


def _logged_words(run: LoggedRun, row: int) -> EventWords:
    """An event of a log in the log's own words; it may send or receive several messages."""
    return EventWords("event", _line(run.text_of_row(row)) or "event", None)


def _line(text: str) -> str:
    """In one line, whatever it holds."""
    return " ".join(text.split())
