"""Checkpoints, recoveries and what was skipped, as JSON; a part of a run's report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from snapviz.engine.stable import INITIAL, CheckpointRow, RecoveryRow
from snapviz.engine.trace import HeldSend, RowKind
from snapviz.message_report import messages_report, ms
from snapviz.run import Run

CURRENT = "current"


def lives_report(run: Run) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The keys of a run's report that only runs with crashes, checkpoints or rollbacks have."""
    taken = [_checkpoint(run, c) for c in run.trace.checkpoints if c.kind != INITIAL]
    for key, rows in (
        ("checkpoints", taken),
        ("recoveries", [recovery_report(run, row) for row in run.trace.recoveries]),
        ("collections", list(_collections(run))),
        ("held_sends", [_held_send(run, held) for held in run.trace.held_sends]),
        ("skipped", list(_skipped(run))),
    ):
        if rows:
            yield key, rows


def _checkpoint(run: Run, taken: CheckpointRow) -> dict[str, Any]:
    report = {
        "process": run.trace.process_ids[taken.process],
        "index": taken.index,
        "taken_ms": ms(taken.time_us),
        "event_index": run.era(taken.row).events_before(taken.row, taken.process),
        "state": taken.state,
        "kind": taken.kind,
    }
    if taken.adopted is not None:
        report["snapshot"] = run.trace.snapshots[taken.adopted.snapshot].id
        report["adopted_ms"] = ms(int(run.trace.row_time[taken.adopted.row]))
    if taken.tentative:
        report["tentative"] = True
    lost_us = run.trace.lost_with_storage(taken)
    if lost_us is not None:
        report["lost_ms"] = ms(lost_us)
    elif taken.ended_row is not None:
        report["undone"] = True
    if taken.collected_row is not None:
        report["collected_ms"] = ms(int(run.trace.row_time[taken.collected_row]))
    return report


def _collections(run: Run) -> Iterator[dict[str, Any]]:
    """What each collection discarded: checkpoints, and how many entries of whose log."""
    name, starts = run.trace.process_ids.__getitem__, [0] * len(run.trace.process_ids)
    for found in run.trace.collections:
        rows = run.era(found.row).rows_of_process
        entries = {}
        for process, row in found.entries:
            first, last = np.searchsorted(rows[process], [starts[process], row])
            kinds = run.trace.row_kind[rows[process][first:last]]
            entries[name(process)] = int(np.count_nonzero(kinds == RowKind.RECEIVE))
            starts[process] = row
        gone = [run.trace.checkpoints[number] for number in found.checkpoints]
        yield {
            "at_ms": ms(found.time_us),
            "checkpoints": [{"process": name(c.process), "index": c.index} for c in gone],
            "log_entries": entries,
        }


def recovery_report(run: Run, row: RecoveryRow) -> dict[str, Any]:
    """One recovery: who restarted, where the line lies, what it undid, replayed and lost."""
    name = run.trace.process_ids.__getitem__
    moved = row.crashed or range(len(row.line))
    before = run.era(row.row - 1)
    report = {
        "crashed": [name(process) for process in row.crashed],
        "restarted_ms": ms(row.time_us),
        "recovery_line": {
            name(process): CURRENT if index is None else index
            for process, index in enumerate(row.line)
        },
        "undone_events": sum(row.undone),
        "undone": {name(p): count for p, count in enumerate(row.undone) if count},
        "replayed_messages": sum(row.replayed[process] for process in moved),
        "replayed": {name(p): count for p, count in enumerate(row.replayed) if count},
        "lost_messages": messages_report(run, row.lost),
        "delivered_again": messages_report(run, row.again),
        "orphans": messages_report(run, remaining_orphans(run, row)),
        "orphaned_messages": messages_report(run, row.orphaned, before),
        "state_before_crash": {name(p): state for p, state in row.before.items()},
        "state_after_replay": {name(p): state for p, state in row.after.items()},
    }
    if row.hosts:
        report["taken_over_by"] = {name(p): name(standby) for p, standby in row.hosts.items()}
    gone = run.trace.bared_by(row)
    if gone:
        report["storage_lost"] = [name(process) for process in gone]
    adopted = run.trace.adopted_by(row)
    if adopted:
        report["taken_from"] = {
            name(p): {
                "snapshot": run.trace.snapshots[part.snapshot].id,
                "held_by": name(part.holder),
            }
            for p, part in adopted.items()
        }
    if row.to_us is not None:
        report["rolled_back_to_ms"] = ms(row.to_us)
    return report


def remaining_orphans(run: Run, row: RecoveryRow) -> list[int]:
    """The messages whose receive stands after a recovery though their send does not."""
    trace = run.trace
    stands = trace.standing(row.row + 1)[: row.row]
    kinds, refs = trace.row_kind[: row.row], trace.row_ref[: row.row]
    recalled = set(refs[(kinds == RowKind.SEND) & ~stands].tolist())
    received = refs[(kinds == RowKind.RECEIVE) & stands].tolist()
    return sorted(recalled.intersection(trace.message_copies.get(m, m) for m in received))


def _held_send(run: Run, held: HeldSend) -> dict[str, Any]:
    source, target = run.trace.channel_ends[held.channel]
    return {
        "from": run.trace.process_ids[source],
        "to": run.trace.process_ids[target],
        "for": held.protocol,
        "since_ms": ms(held.since_us),
        "until_ms": ms(held.until_us),
        "sent": held.message is not None,
    }


def _skipped(run: Run) -> Iterator[dict[str, Any]]:
    for note in run.trace.notes:
        if note.kind == RowKind.SKIPPED:
            process = run.trace.process_ids[note.process]
            data = dict(note.data)
            if "earliest_us" in data:
                data["earliest_ms"] = ms(data.pop("earliest_us"))
            yield {"at_ms": ms(note.time_us), "process": process} | data
