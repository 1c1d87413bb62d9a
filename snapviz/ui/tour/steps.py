"""The steps of the tour: how the window tells that each was done, and how it is done unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snapviz import editing
from snapviz.lessons.conditions import Compared, holds
from snapviz.lessons.facts import World
from snapviz.run import Run, Snapshot
from snapviz.scenario.model import Fixed, Process, Scenario, Send
from snapviz.scenario.templates import from_template
from snapviz.ui.selection import RecordItem, SnapshotItem
from snapviz.ui.tour.words import TITLE, said

if TYPE_CHECKING:
    from snapviz.ui.workbench import Workbench

BALANCE = 100
DURATION_US, DELAY_US = 600_000, 60_000
SENT_US, TRANSIT_US, AMOUNT = 60_000, 140_000, 10
SENT = Compared("run.messages", "above", 0)


def first_scenario() -> Scenario:
    """Three processes that do nothing by themselves."""
    made = from_template("complete", 3, delay=Fixed(DELAY_US))
    rich = tuple(Process(p.id, {"balance": BALANCE}, p.position) for p in made.processes)
    return Scenario(rich, made.channels, title=said(TITLE), duration_us=DURATION_US)


@dataclass(frozen=True)
class TourStep:
    """``is_done`` looks at what there is; ``do`` does it for somebody who skips the step."""

    id: str
    is_done: Callable[[Workbench], bool]
    do: Callable[[Workbench], None]


def complete_snapshot(run: Run | None) -> Snapshot | None:
    """The first snapshot of a run that has a verdict."""
    snapshots = run.snapshots if run is not None else ()
    return next((s for s in snapshots if s.verdict is not None), None)


def message_times(run: Run) -> tuple[int, int, int] | None:
    """Of the first message of the application: who gets it, when it is sent, and received."""
    trace = run.trace
    for message in range(len(trace.message_sent)):
        received_us = int(trace.message_received[message])
        if not trace.message_control[message] and received_us >= 0:
            target = trace.channel_ends[int(trace.message_channel[message])][1]
            return int(target), int(trace.message_sent[message]), received_us
    return None


def _has_message(bench: Workbench) -> bool:
    run = bench.editor.run
    return holds(SENT, World(run, run.scenario))


def _send(bench: Workbench) -> None:
    send = Send(SENT_US, "P1", "P2", {"amount": AMOUNT}, TRANSIT_US)
    bench.session.add_action(send, said("Send a message"))


def _has_tool(bench: Workbench) -> bool:
    return bench.session.tools.current == "snapshot"


def _has_snapshot(bench: Workbench) -> bool:
    return complete_snapshot(bench.editor.run) is not None


def _take_snapshot(bench: Workbench) -> None:
    run, protocol = bench.editor.run, bench.session.tools.protocol
    times = message_times(run)
    process, at_us = (times[0], (times[1] + times[2]) // 2) if times else (0, SENT_US)
    name = run.trace.process_ids[process]
    bench.editor.edit(
        lambda s: editing.take_snapshot(s, name, at_us, protocol, run), said("Start a snapshot")
    )


def _has_watched(bench: Workbench) -> bool:
    snapshot = complete_snapshot(bench.editor.run)
    return snapshot is not None and bench.playback.time_us >= snapshot.completed_us


def _has_read(bench: Workbench) -> bool:
    numbers = {item.number for item in bench.session.selection.of(SnapshotItem)}
    numbers |= {item.snapshot for item in bench.session.selection.of(RecordItem)}
    return any(s.number in numbers and s.verdict is not None for s in bench.editor.run.snapshots)


def _read(bench: Workbench) -> None:
    snapshot = complete_snapshot(bench.editor.run)
    if snapshot is not None:
        bench.session.selection.set(SnapshotItem(snapshot.number))


STEPS = (
    TourStep("message", _has_message, _send),
    TourStep("tool", _has_tool, lambda bench: bench.session.tools.choose("snapshot")),
    TourStep("snapshot", _has_snapshot, _take_snapshot),
    TourStep("watch", _has_watched, lambda bench: bench.playback.to_end()),
    TourStep("verdict", _has_read, _read),
)
