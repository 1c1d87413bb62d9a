"""Events and vectors in words, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.facts import events_before
from snapviz.diagram.figures import payload_text
from snapviz.engine.trace import RowKind
from snapviz.run import Run
from snapviz.ui.wording import filled

translate = QCoreApplication.translate


def event_name(run: Run, row: int) -> str:
    """``P2 event 3``: counted from 1, as the entry of its own process counts."""
    process = int(run.trace.row_process[row])
    text = translate("Clocks", "%1 event %2")
    return filled(text, run.trace.process_ids[process], events_before(run, row) + 1)


def event_words(run: Run, row: int) -> str:
    """What an application event did: ``send $40 to P1``."""
    trace = run.trace
    kind, ref = int(trace.row_kind[row]), int(trace.row_ref[row])
    if kind == RowKind.INTERNAL:
        return trace.notes[ref].data.get("label") or translate("Clocks", "internal event")
    if kind == RowKind.REFUSED:
        data = trace.notes[ref].data
        text = translate("Clocks", "refused: %1 to %2")
        return filled(text, payload_text(data.get("payload")), data.get("to"))
    source, target = trace.channel_ends[int(trace.message_channel[ref])]
    payload = payload_text(trace.message_payload(trace.message_copies.get(ref, ref)))
    return _transit_words(kind, payload, trace.process_ids[source], trace.process_ids[target])


def _transit_words(kind: int, payload: str, source: str, target: str) -> str:
    if kind == RowKind.SEND:
        if payload:
            return filled(translate("Clocks", "send %1 to %2"), payload, target)
        return filled(translate("Clocks", "send to %1"), target)
    if kind == RowKind.DUPLICATE:
        return filled(translate("Clocks", "receive again %1 from %2"), payload, source)
    if payload:
        return filled(translate("Clocks", "receive %1 from %2"), payload, source)
    return filled(translate("Clocks", "receive from %1"), source)


def undone_words(text: str) -> str:
    """The words of an event that a recovery has undone."""
    return filled(translate("Clocks", "%1 (undone)"), text)


def sparse_vector(vector: Sequence[int], ids: Sequence[str]) -> str:
    """The entries above zero by process: ``P3:4 P7:1``; ``0`` if there are none."""
    return " ".join(f"{pid}:{k}" for pid, k in zip(ids, vector, strict=True) if k) or "0"
