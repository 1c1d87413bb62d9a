"""A marker arrives (Chandy-Lamport): what does the process do?"""

from __future__ import annotations

from typing import NamedTuple

from snapviz.diagram.figures import milliseconds
from snapviz.engine.trace import RowKind
from snapviz.lessons.questions.question import (
    Asking,
    Option,
    Question,
    Unaskable,
    is_exactly,
    process_of,
    snapshot_of,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run, Snapshot

KIND = "marker"
ABOUT = ("snapshot", "process", "arrival")
PROTOCOL = "chandy-lamport"
RECORD, CLOSE, PASS_ON = "record", "close", "pass-on"


class Arrival(NamedTuple):
    """A marker at a process: the trace row, its sender, and whether the state was saved before."""

    row: int
    sender: int
    is_recorded: bool


def ask(asking: Asking) -> Question:
    """About the n-th marker, from 1, to reach a process; drawn where it is not given."""
    run, snapshot = asking.run, snapshot_of(asking)
    if snapshot.protocol != PROTOCOL:
        raise Unaskable(f"{snapshot.id} is not taken by {PROTOCOL}, so it has no such markers")
    process = _process(asking)
    arrivals = marker_arrivals(run, snapshot, process)
    place = asking.about.get("arrival", asking.draw.randint(1, max(len(arrivals), 1)))
    name = run.trace.process_ids[process]
    if not 0 < place <= len(arrivals):
        raise Unaskable(f"{len(arrivals)} markers of {snapshot.id} reach {name}, no number {place}")
    arrival = arrivals[place - 1]
    sender = run.trace.process_ids[arrival.sender]
    key = (CLOSE if arrival.is_recorded else RECORD,)
    at = milliseconds(int(run.trace.row_time[arrival.row]))
    return Question(
        KIND,
        told("At %1 ms the marker of %2 from %3 reaches %4. What does %4 do?", at, snapshot.id, sender, name),
        "one",
        _options(sender, name),
        key,
        is_exactly(key),
        lambda answer: _explain(name, sender, snapshot, arrival),
    )  # fmt: skip


def _process(asking: Asking) -> int:
    if "process" in asking.about:
        return process_of(asking)
    return asking.draw.randrange(len(asking.run.trace.process_ids))


def _options(sender: str, name: str) -> tuple[Option, ...]:
    return (
        Option(RECORD, told("It records its state, takes %1 → %2 as empty, and sends markers on.", sender, name)),
        Option(CLOSE, told("It closes %1 → %2: what has come since it recorded is the state of the channel.", sender, name)),
        Option(PASS_ON, told("It sends the marker on and records nothing yet.")),
    )  # fmt: skip


def _explain(name: str, sender: str, snapshot: Snapshot, arrival: Arrival) -> Told:
    at = milliseconds(snapshot.processes[name].recorded_us)
    if arrival.is_recorded:
        return told(
            "%1 has recorded its state for %4 at %2 ms already; this marker only ends the "
            "recording of %3 → %1.",
            name, at, sender, snapshot.id,
        )  # fmt: skip
    return told(
        "It is the first marker of %2 that %1 gets: before anything else, %1 records its state.",
        name, snapshot.id,
    )  # fmt: skip


def marker_arrivals(run: Run, snapshot: Snapshot, process: int) -> list[Arrival]:
    """The markers of a snapshot that reached a process, in their order."""
    trace = run.trace
    recorded = next((r.row for r in snapshot.records if r.process == process), trace.row_count)
    rows = (trace.row_kind == RowKind.CONTROL) & (trace.row_process == process)
    found = []
    for row in rows.nonzero()[0].tolist():
        message = int(trace.row_ref[row])
        if getattr(trace.payloads[message], "snapshot", None) == snapshot.number:
            sender = int(trace.channel_ends[int(trace.message_channel[message])][0])
            found.append(Arrival(row, sender, recorded < row))
    return found
