"""Facts about events, messages and snapshots as the lines of a form."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from snapviz.causality.clocks import vector_clock
from snapviz.causality.order import future
from snapviz.diagram.facts import event_of_row, facts, last_era
from snapviz.diagram.figures import grouped, payload_text, state_text
from snapviz.engine.trace import RowKind
from snapviz.run import Run, Snapshot
from snapviz.ui.fates import event_fate
from snapviz.ui.figures import ms_text, run_decimals
from snapviz.ui.wording import DOT, filled

translate = QCoreApplication.translate
LONGEST_VECTOR = 8


def time_text(run: Run, time_us: int) -> str:
    return ms_text(time_us, run_decimals(run))


def when_text(run: Run, time_us: int) -> str:
    """``at 158.0 ms``; in a log ``at step 158``."""
    is_timed = run.is_timed
    text = translate("Inspector", "at %1 ms") if is_timed else translate("Inspector", "at step %1")
    return filled(text, time_text(run, time_us))


def event_word(kind: int) -> str:
    """What kind of event a row is."""
    words = {
        RowKind.SEND: translate("Inspector", "send"),
        RowKind.RECEIVE: translate("Inspector", "receive"),
        RowKind.DUPLICATE: translate("Inspector", "duplicate receive"),
        RowKind.INTERNAL: translate("Inspector", "internal event"),
        RowKind.REFUSED: translate("Inspector", "refused transfer"),
    }
    return words[RowKind(kind)]


def event_lines(run: Run, row: int) -> list[str]:
    """From or to whom, what, and when; what the local clock read."""
    trace = run.trace
    process, time_us = int(trace.row_process[row]), int(trace.row_time[row])
    if not run.is_timed:
        text, told = run.text_of_row(row), _what_happened(run, row)
        return [told] if told.startswith(text) else [text, told]
    local = ms_text(time_us + facts(run).offset_us(process, time_us), run_decimals(run))
    clock = filled(translate("Inspector", "local clock %1 ms"), local)
    return [_what_happened(run, row), clock, *event_fate(run, row)]


def _what_happened(run: Run, row: int) -> str:
    trace = run.trace
    kind, ref = RowKind(trace.row_kind[row]), int(trace.row_ref[row])
    at = when_text(run, int(trace.row_time[row]))
    if kind == RowKind.INTERNAL:
        label = trace.notes[ref].data.get("label", "")
        return f"{label}, {at}" if label else at
    if kind == RowKind.REFUSED:
        data = trace.notes[ref].data
        words = translate("Inspector", "%1 was to go to %2, but there was not enough; %3")
        return filled(words, payload_text(data["payload"]), data["to"], at)
    return message_line(run, ref, kind == RowKind.SEND)


def message_line(run: Run, message: int, to: bool) -> str:
    """``from P1, $25, sent 158.0, received 224.5 ms``."""
    trace = run.trace
    source, target = trace.channel_ends[int(trace.message_channel[message])]
    other = trace.process_ids[target if to else source]
    text = translate("Inspector", "to %1") if to else translate("Inspector", "from %1")
    carried = "" if trace.message_control[message] else payload_text(trace.message_payload(message))
    parts = [filled(text, other), carried]
    sent = time_text(run, int(trace.message_sent[message]))
    received = int(trace.message_received[message])
    if received >= 0:
        words = translate("Inspector", "sent %1, received %2 ms")
        if not run.is_timed:
            words = translate("Inspector", "sent at step %1, received at step %2")
        parts.append(filled(words, sent, time_text(run, received)))
    elif trace.message_lost[message]:
        parts.append(filled(translate("Inspector", "sent %1 ms, lost"), sent))
    else:
        parts.append(filled(translate("Inspector", "sent %1 ms, not received in this run"), sent))
    return ", ".join(part for part in parts if part)


def causal_line(run: Run, row: int) -> str:
    """How many events happened before this one, after it, and beside it."""
    c = last_era(run, row).computation
    event = event_of_row(run, row)
    before = int(vector_clock(c, event).sum()) - 1
    after = int((c.event_counts - future(c, event)).sum()) - 1
    beside = c.event_count - 1 - before - after
    if before == 1:
        words = translate("Inspector", "1 event happened before it")
    else:
        words = filled(translate("Inspector", "%1 events happened before it"), grouped(before))
    rest = filled(translate("Inspector", "%1 after it"), grouped(after))
    concurrent = filled(translate("Inspector", "%1 concurrent"), grouped(beside))
    return f"{words}\n{DOT.join([rest, concurrent])}"


def vector_text(run: Run, vector: np.ndarray) -> str:
    """``[2 3 0 0]``; of a long one those above zero, by process."""
    if len(vector) <= LONGEST_VECTOR:
        return "[" + " ".join(map(str, vector.tolist())) + "]"
    ids = run.trace.process_ids
    entries = (f"{ids[p]}\u00a0{vector[p]}" for p in np.flatnonzero(vector).tolist())
    return ", ".join(entries) or "0"


def transit_text(run: Run, message: int) -> str:
    """How long a message travelled."""
    trace = run.trace
    received = int(trace.message_received[message])
    if received < 0 or not run.is_timed:
        return ""
    took = time_text(run, received - int(trace.message_sent[message]))
    return filled(translate("Inspector", "under way for %1 ms"), took)


def place_lines(run: Run, message: int) -> list[str]:
    """What the message is to each finished snapshot."""
    lines = []
    for snapshot in run.snapshots:
        verdict = snapshot.verdict
        if verdict is None:
            continue
        recorded = any(m.message == message for part in snapshot.channels.values() for m in part)
        for found, words in (
            (message in verdict.orphans, translate("Inspector", "orphan of %1")),
            (message in verdict.missing, translate("Inspector", "in transit, but not in %1")),
            (
                message in verdict.extra,
                translate("Inspector", "recorded by %1, though not in transit"),
            ),
            (
                recorded and message not in verdict.extra,
                translate("Inspector", "recorded by %1 as channel state"),
            ),
        ):
            if found:
                lines.append(filled(words, snapshot.id))
    return lines


def snapshot_lines(run: Run, snapshot: Snapshot) -> list[str]:
    """When it began and ended, and how far it came."""
    started = time_text(run, snapshot.started_us)
    if snapshot.completed_us is None:
        text = translate("Inspector", "started at %1 ms, not complete in this run")
        return [filled(text, started)]
    took = time_text(run, snapshot.completed_us - snapshot.started_us)
    completed = time_text(run, snapshot.completed_us)
    text = translate("Inspector", "started at %1, complete at %2 ms, after %3 ms")
    return [filled(text, started, completed, took)]


def verdict_lines(snapshot: Snapshot) -> list[tuple[str, bool]]:
    """(sentence, whether it is good) of what the oracle says."""
    verdict = snapshot.verdict
    if verdict is None:
        return []
    if verdict.consistent:
        lines = [(translate("Inspector", "✓ consistent cut"), True)]
    else:
        text = translate("Inspector", "✗ inconsistent cut, orphans: %1")
        lines = [(filled(text, len(verdict.orphans)), False)]
    if verdict.expected is not None:
        sign = "=" if verdict.conserved else "≠"
        sums = f"Σ {grouped(verdict.recorded)} {sign} {grouped(verdict.expected)}"
        lines.append((("✓ " if verdict.conserved else "✗ ") + sums, verdict.conserved))
    for count, text in (
        (len(verdict.missing), translate("Inspector", "✗ in transit but not recorded: %1")),
        (len(verdict.extra), translate("Inspector", "✗ recorded but not in transit: %1")),
    ):
        if count:
            lines.append((filled(text, count), False))
    return lines


def record_lines(run: Run, snapshot: Snapshot, process: str) -> list[str]:
    """What a process recorded, and when."""
    part = snapshot.processes[process]
    count = part.event_index
    after = translate("Inspector", "after 1 event")
    if count != 1:
        after = filled(translate("Inspector", "after %1 events"), grouped(count))
    at = filled(translate("Inspector", "recorded at %1 ms"), time_text(run, part.recorded_us))
    state = state_text(part.state)
    return [DOT.join([at, after]), filled(translate("Inspector", "state %1"), state or "–")]
