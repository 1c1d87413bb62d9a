"""What crashes and recoveries did to events and messages, in words; what a mark on a line is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.facts import facts
from snapviz.diagram.figures import milliseconds, state_text
from snapviz.diagram.lives import NEVER
from snapviz.diagram.marks import stand_in
from snapviz.engine.stable import CheckpointRow
from snapviz.engine.trace import RowKind
from snapviz.run import Run
from snapviz.ui.wording import filled

translate = QCoreApplication.translate


def _known(run: Run, rows: int | None) -> int:
    return run.trace.row_count + 1 if rows is None else rows


def _recovery_us(run: Run, row: int) -> str:
    return milliseconds(next(r.time_us for r in run.trace.recoveries if r.row == row))


def event_fate(run: Run, row: int, rows: int | None = None) -> list[str]:
    """That a recovery within the first ``rows`` rows undid an event."""
    undone = int(facts(run).lives.undone_row[row])
    if undone >= _known(run, rows):
        return []
    text = translate("Fates", "undone by the recovery at %1 ms")
    return [filled(text, _recovery_us(run, undone))]


def message_fate(run: Run, message: int, rows: int | None = None) -> list[str]:
    """What became of a message that came to a process that was down, or was undone."""
    lives, known = facts(run).lives, _known(run, rows)
    return [
        *_wait(run, message, known),
        *_loss(run, message, known),
        *_recall(run, message, known),
    ] + [
        filled(
            translate("Fates", "delivered again by the recovery at %1 ms"), _recovery_us(run, row)
        )
        for copy, row in lives.again.items()
        if run.trace.message_copies[copy] == message and row < known
    ]


def _wait(run: Run, message: int, known: int) -> list[str]:
    waits = facts(run).lives.waits
    if message not in waits:
        return []
    since_us, until_us = waits[message]
    if known <= run.trace.row_count and until_us > int(run.trace.row_time[known - 1]):
        text = translate("Fates", "waits for its receiver, which is down, since %1 ms")
        return [filled(text, milliseconds(since_us))]
    text = translate("Fates", "waited for its receiver, which was down, from %1 to %2 ms")
    return [filled(text, milliseconds(since_us), milliseconds(until_us))]


def _loss(run: Run, message: int, known: int) -> list[str]:
    known_facts = facts(run)
    lives = known_facts.lives
    if run.trace.message_due[message] < 0 or lives.lost_row[message] >= known:
        return []
    at = milliseconds(int(lives.lost_us[message]))
    if known_facts.arrived[message] >= 0:
        text = translate("Fates", "lost by the recovery at %1 ms, which undid its receive")
    else:
        text = translate("Fates", "lost at %1 ms, because its receiver was down")
    return [filled(text, at)]


def _recall(run: Run, message: int, known: int) -> list[str]:
    lives = facts(run).lives
    recalled = int(lives.recalled_row[message])
    if recalled < known:
        text = translate("Fates", "never sent after all: the recovery at %1 ms undid its send")
        return [filled(text, _recovery_us(run, recalled))]
    undone = int(lives.faded_row[message])
    if undone < known and lives.lost_row[message] == NEVER:
        text = translate("Fates", "its receive was undone by the recovery at %1 ms")
        return [filled(text, _recovery_us(run, undone))]
    return []


def mark_lines(run: Run, row: int, passed: int | None = None) -> list[str]:
    """What a checkpoint, crash, restart or rollback on a process line is.

    passed: how many rows have happened; None, all.
    """
    trace = run.trace
    kind, ref = RowKind(trace.row_kind[row]), int(trace.row_ref[row])
    process = trace.process_ids[int(trace.row_process[row])]
    when = filled(translate("Fates", "%1 ms"), milliseconds(int(trace.row_time[row])))
    if kind == RowKind.CHECKPOINT:
        rows = trace.row_count + 1 if passed is None else passed
        return _checkpoint_lines(run, process, trace.checkpoints[ref], when, rows)
    standby = stand_in(run, row)
    words = {
        RowKind.CRASH: translate("Fates", "%1 crashes"),
        RowKind.RESTART: translate("Fates", "%1 restarts"),
        RowKind.ROLL_BACK: translate("Fates", "%1 is put back"),
    }[kind]
    lines = [filled(words, process), when, state_text(trace.notes[ref].data.get("state"))]
    if standby:
        lines.append(filled(translate("Fates", "on %1"), standby))
    return [line for line in lines if line]


def _checkpoint_lines(
    run: Run, process: str, taken: CheckpointRow, when: str, rows: int
) -> list[str]:
    text = translate("Fates", "%1: checkpoint %2, %3")
    lines = [filled(text, process, taken.index, checkpoint_word(taken.kind)), when]
    lines.append(state_text(taken.state))
    if taken.is_tentative(rows) and not taken.has_ended(rows):
        lines.append(translate("Fates", "tentative: no recovery may use it yet"))
    for row, words in (
        (taken.ended_row, translate("Fates", "discarded or undone at %1 ms")),
        (taken.collected_row, translate("Fates", "discarded as garbage at %1 ms")),
    ):
        if row is not None and row < rows:
            row_time = run.trace.row_time
            at = milliseconds(int(row_time[min(row, len(row_time) - 1)]))
            lines.append(filled(words, at))
    return [line for line in lines if line]


def checkpoint_word(kind: str) -> str:
    """Why a checkpoint was taken."""
    words = {
        "scripted": translate("Fates", "scripted"),
        "independent": translate("Fates", "independent"),
        "coordinated": translate("Fates", "coordinated"),
        "forced": translate("Fates", "forced"),
        "initial": translate("Fates", "initial"),
        "snapshot": translate("Fates", "from a snapshot"),
    }
    return words.get(kind, kind)
