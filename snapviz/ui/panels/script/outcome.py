"""What became of the script's actions in the run."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QCoreApplication

from snapviz.diagram.figures import payload_text, state_text
from snapviz.editing import action_of_message, action_of_row, action_of_snapshot, actions_of_rows
from snapviz.engine.trace import RowKind
from snapviz.run import Run
from snapviz.scenario.model import Send
from snapviz.ui.figures import round_ms_text
from snapviz.ui.selection import MessageItem, message_of
from snapviz.ui.wording import filled

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Outcomes:
    """``refused``: by action, the row that says so; ``skipped``: the same, of those that could not
    be done; ``late``: actions after the end of the run; ``snapshots``: by action, the number of
    the first snapshot it started; ``pinned``: by action, the
    delay in microseconds to which the message it sent is pinned, whatever the action says."""

    refused: dict[int, int]
    late: frozenset[int]
    snapshots: dict[int, int]
    pinned: dict[int, int]
    skipped: dict[int, int] = field(default_factory=dict)


NOTHING = Outcomes({}, frozenset(), {}, {})


def outcomes(run: Run | None) -> Outcomes:
    """What to mark in the table, by the actions' places in the file."""
    if run is None:
        return NOTHING
    rows = np.flatnonzero(run.trace.row_kind == RowKind.REFUSED)
    refused = {action: row for row, action in actions_of_rows(run, rows).items()}
    script = run.scenario.script
    late = frozenset(i for i, action in enumerate(script) if action.at_us > run.until_us)
    snapshots = reversed(run.trace.snapshots)
    started = {action_of_snapshot(run, s.number): s.number for s in snapshots}
    return Outcomes(refused, late, started, _pinned(run), _skipped(run))


def _skipped(run: Run) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in np.flatnonzero(run.trace.row_kind == RowKind.SKIPPED).tolist():
        index, note = action_of_row(run, row), run.trace.notes[int(run.trace.row_ref[row])]
        if index is not None and note.data["action"] == run.scenario.script[index].ACTION:
            found[index] = row
    return found


def skipped_words(run: Run, row: int) -> str:
    """Why an action could not be done: its process was down, or, for a restart, up."""
    note = run.trace.notes[int(run.trace.row_ref[row])]
    words = {
        "down": translate("Script", "Skipped: %1 is down at this time."),
        "up": translate("Script", "Skipped: %1 is up, so there is nothing to restart."),
        "standby down": translate(
            "Script", "Skipped: the standby that is to take %1 over is down itself."
        ),
        "nothing left": translate(
            "Script",
            "Skipped: %1 cannot come back. Its stable storage is lost, no copy of a snapshot is left, "
            "and of the others too much was discarded as garbage.",
        ),
        "crashed": translate("Script", "Skipped: %1 crashed before it could do this."),
        "collected": translate(
            "Script",
            "Skipped: nothing so early is left on stable storage. It can still go back to %2 ms.",
        ),
    }
    earliest = round_ms_text(note.data.get("earliest_us", 0))
    return filled(words[note.data["why"]], run.trace.process_ids[note.process], earliest)


def _pinned(run: Run) -> dict[int, int]:
    pinned = {}
    for pin in run.scenario.delays:
        message = message_of(run, MessageItem(pin.source, pin.target, pin.index))
        action = None if message is None else action_of_message(run, message)
        if action is not None and isinstance(run.scenario.script[action], Send):
            pinned[action] = pin.delay_us
    return pinned


def refusal_words(run: Run, row: int) -> str:
    """Why the sender of a row could not send: what it had, and what it was to send."""
    trace = run.trace
    note = trace.notes[int(trace.row_ref[row])]
    process = trace.process_ids[note.process]
    held = state_text(run.states_at(row)[note.process])
    text = translate("Script", "Refused: %1 has %2 and cannot send %3 to %4.")
    return filled(text, process, held, payload_text(note.data["payload"]), note.data["to"])


def late_words(run: Run) -> str:
    text = translate("Script", "This is after the run ends at %1 ms, so it does not happen.")
    return filled(text, round_ms_text(run.until_us))


class Turns:
    """The actions of a run in the order they happen, and how many a play-head has passed."""

    def __init__(self, run: Run | None):
        self.order: list[int] = run.script_order if run is not None else []
        script = run.scenario.script if run is not None else ()
        self._times = [script[index].at_us for index in self.order]
        self._spans = run.trace.action_spans if run is not None else []

    def passed(self, rows: int, time_us: int) -> int:
        """How many actions lie at or before the play-head, after ``rows`` rows at ``time_us``."""
        count = bisect_left(self._times, time_us)
        while (
            count < len(self._spans)
            and self._times[count] == time_us
            and self._spans[count][1] <= rows
        ):
            count += 1
        return count
