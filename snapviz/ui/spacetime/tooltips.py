"""What the pointer is on, in a few lines."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.facts import Facts, events_before, facts
from snapviz.diagram.figures import milliseconds, offset_text, payload_text, state_text
from snapviz.diagram.spacetime import Hit, View
from snapviz.engine.trace import RowKind
from snapviz.ui.fates import event_fate, mark_lines, message_fate
from snapviz.ui.words import control_text, protocol_name

from .picking import pinned
from .told import TOLD

translate = QCoreApplication.translate


def _when(run, time_us: int) -> str:
    if not run.is_timed:
        return translate("SpaceTimeView", "step {step}").format(step=time_us // 1000)
    return translate("SpaceTimeView", "{time} ms").format(time=milliseconds(time_us))


ROWS = ("event", "record", "clock-set", "mark")
MESSAGES = ("message", "head")


def row_of(run, found: Hit | None) -> int:
    """The trace row that a hit selects: of a message, its arrival, else its send. -1: none."""
    if found is None or found.kind not in (*ROWS, *MESSAGES):
        return -1
    if found.kind not in MESSAGES:
        return found.number
    known = facts(run)
    arrival = int(known.arrival_row[found.number])
    return arrival if arrival < run.trace.row_count else int(known.send_row[found.number])


def describe(run, found: Hit, view: View) -> str:
    """Plain text of one to four lines; nothing that a hidden future hides."""
    known_rows = run.trace.row_count
    if view.future == "hidden" and view.rows is not None:
        known_rows = view.rows
    if found.kind in MESSAGES:
        is_known = int(facts(run).send_row[found.number]) < known_rows
        tell = _head if found.kind == "head" else _message
        return tell(run, found.number, known_rows) if is_known else ""
    if found.kind in ROWS and found.number >= known_rows:
        return ""
    if found.kind == "event":
        return _event(run, found.number, known_rows)
    if found.kind in TOLD:
        return TOLD[found.kind](run, found.number, view)
    return _OTHERS[found.kind](run, found.number, view)


def _head(run, message: int, known_rows: int) -> str:
    """The event under the arrow head, or the message, and what can be done with the head."""
    if message in pinned(run):
        hint = translate("SpaceTimeView", "pinned: double-click to let the channel decide again")
    else:
        hint = translate("SpaceTimeView", "drag along the line to change the delay")
    row = int(facts(run).arrival_row[message])
    is_event = row < known_rows and run.trace.is_application_row[row]
    text = _event(run, row, known_rows) if is_event else _message(run, message, known_rows)
    return f"{text}\n{hint}"


def _process(run, process: int, view: View) -> str:
    if not facts(run).has_clocks:
        return run.trace.process_ids[process]
    time_us = run.until_us if view.time_us is None else view.time_us
    offset = offset_text(facts(run).offset_us(process, time_us))
    clock = translate("SpaceTimeView", "clock {offset} against true time").format(offset=offset)
    return f"{run.trace.process_ids[process]}\n{clock}"


def _clock(run, process: int, view: View) -> str:
    hint = translate("SpaceTimeView", "drag sideways to set the clock at the start")
    return f"{_process(run, process, view)}\n{hint}"


def _clock_set(run, row: int, view: View) -> str:
    note = run.trace.notes[int(run.trace.row_ref[row])]
    head = translate("SpaceTimeView", "{process}: clock set").format(
        process=run.trace.process_ids[note.process]
    )
    when = _when(run, note.time_us)
    offset = offset_text(facts(run).offset_us(note.process, note.time_us))
    clock = translate("SpaceTimeView", "clock {offset} against true time").format(offset=offset)
    hint = translate("SpaceTimeView", "drag sideways to change the offset, with Shift the time")
    return f"{head}\n{when}\n{clock}\n{hint}"


def _badge(run, number: int, view: View) -> str:
    snapshot = run.trace.snapshots[number]
    head = f"{snapshot.id}   {protocol_name(snapshot.protocol)}"
    when = translate("SpaceTimeView", "started {time} ms").format(
        time=milliseconds(snapshot.started_us)
    )
    return f"{head}\n{when}"


def _handle(run, process: int, view: View) -> str:
    when = _when(run, view.hand_cut[process])
    hint = translate("SpaceTimeView", "drag along the line to bend the cut")
    return f"{run.trace.process_ids[process]}: {when}\n{hint}"


def _message(run, message: int, known_rows: int) -> str:
    trace, known = run.trace, facts(run)
    ids = trace.process_ids
    way = f"{ids[known.source[message]]} → {ids[known.target[message]]}"
    if known.is_control[message]:
        first = control_text(trace, message)
    else:
        first = payload_text(trace.message_payload(message)) or translate(
            "SpaceTimeView", "message"
        )
    sent = _sent(run, int(known.sent[message]))
    lines = [f"{first}   {way}", f"{sent}, {_fate(run, message, known_rows)}"]
    lines += message_fate(run, trace.message_copies.get(message, message), known_rows)
    mark = known.marks.get(message)
    if mark is not None and all(_is_over(run, number, known_rows) for number in mark.snapshots):
        names = ", ".join(trace.snapshots[number].id for number in mark.snapshots)
        lines.append(_MARKS[mark.kind]().format(snapshots=names))
    return "\n".join(lines)


def _sent(run, time_us: int) -> str:
    if not run.is_timed:
        return translate("SpaceTimeView", "sent at step {step}").format(step=time_us // 1000)
    return translate("SpaceTimeView", "sent {time} ms").format(time=milliseconds(time_us))


_MARKS = {
    "caught": lambda: translate("SpaceTimeView", "in transit at the cut of {snapshots}"),
    "orphan": lambda: translate(
        "SpaceTimeView", "orphan of {snapshots}: received before the cut, sent after it"
    ),
    "missing": lambda: translate(
        "SpaceTimeView", "in transit at the cut of {snapshots}, but not recorded"
    ),
    "extra": lambda: translate("SpaceTimeView", "recorded by {snapshots}, but not in transit"),
}


def _is_over(run, number: int, known_rows: int) -> bool:
    """Whether a snapshot is complete within the rows that may be known."""
    completed = run.trace.snapshots[number].completed_us
    if known_rows == run.trace.row_count:
        return True
    return completed is not None and completed <= int(run.trace.row_time[known_rows - 1])


def _fate(run, message: int, known_rows: int) -> str:
    known = facts(run)
    if known.arrived[message] >= 0 and int(known.arrival_row[message]) >= known_rows:
        return translate("SpaceTimeView", "under way")
    if known.arrived[message] >= 0:
        return _received(run, int(known.arrived[message]))
    if known.lives.lost_row[message] <= known_rows:
        return translate("SpaceTimeView", "lost")
    if known.lives.recalled_row[message] < known_rows:
        return translate("SpaceTimeView", "recalled")
    return translate("SpaceTimeView", "not received within the run")


def _received(run, time_us: int) -> str:
    if not run.is_timed:
        return translate("SpaceTimeView", "received at step {step}").format(step=time_us // 1000)
    return translate("SpaceTimeView", "received {time} ms").format(time=milliseconds(time_us))


def _event(run, row: int, known_rows: int) -> str:
    trace, known = run.trace, facts(run)
    process, time_us = int(trace.row_process[row]), int(trace.row_time[row])
    number = events_before(run, row) + 1
    kind, ref = int(trace.row_kind[row]), int(trace.row_ref[row])
    word = {
        RowKind.SEND: translate("SpaceTimeView", "send"),
        RowKind.RECEIVE: translate("SpaceTimeView", "receive"),
        RowKind.DUPLICATE: translate("SpaceTimeView", "receive again"),
        RowKind.REFUSED: translate("SpaceTimeView", "refused transfer"),
    }.get(kind, translate("SpaceTimeView", "internal event"))
    head = translate("SpaceTimeView", "{process}: {word}, event {number}").format(
        process=trace.process_ids[process], word=word, number=number
    )
    when = _instant(known, process, time_us)
    if not run.is_timed:
        head = "\n".join(line for line in (head, run.text_of_row(row)) if line)
    if kind in (RowKind.SEND, RowKind.RECEIVE, RowKind.DUPLICATE):
        lines = [head, when, *event_fate(run, row, known_rows)]
        return "\n".join([*lines, _message(run, ref, known_rows)])
    label = trace.notes[ref].data.get("label", "") if run.is_timed else ""
    lines = (head, when, label, *event_fate(run, row, known_rows))
    return "\n".join(line for line in lines if line)


def _instant(known: Facts, process: int, time_us: int) -> str:
    """When something happens, and what the clock of its process reads then."""
    if not known.has_clocks:
        return _when(known.run, time_us)
    local_us = time_us + known.offset_us(process, time_us)
    return translate("SpaceTimeView", "{time} ms, own clock {local} ms").format(
        time=milliseconds(time_us), local=milliseconds(local_us)
    )


def _record(run, row: int, view: View) -> str:
    trace = run.trace
    record = trace.records[int(trace.row_ref[row])]
    snapshot = trace.snapshots[record.snapshot]
    head = translate("SpaceTimeView", "{snapshot}: {process} recorded its state").format(
        snapshot=snapshot.id, process=trace.process_ids[record.process]
    )
    when = _when(run, record.time_us)
    state = state_text(record.state)
    return "\n".join(line for line in (head, when, state) if line)


_OTHERS = {
    "process": _process,
    "label": _process,
    "clock": _clock,
    "clock-set": _clock_set,
    "badge": _badge,
    "cut": _handle,
    "record": _record,
    "mark": lambda run, row, view: "\n".join(mark_lines(run, row, view.rows)),
}
