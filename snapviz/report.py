"""A run as JSON: the public form that graders and scripts read. Times in milliseconds."""

from __future__ import annotations

from typing import Any

from snapviz.blocking import Blocked
from snapviz.engine.clocks import ClockSync
from snapviz.message_report import carried, messages_report, ms
from snapviz.recovery_report import lives_report
from snapviz.run import Run, Snapshot, Waiting


def run_report(run: Run) -> dict[str, Any]:
    """Everything ``run --json`` prints."""
    report = {
        "title": run.scenario.title,
        "seed": run.scenario.seed,
        "until_ms": ms(run.until_us),
        "trace_digest": run.digest,
        "events": run.computation.event_count,
        "messages": run.message_counts,
        "processes": _processes(run),
        "snapshots": [snapshot_report(run, snapshot) for snapshot in run.snapshots],
    }
    if run.trace.clock_syncs:
        report["clock_syncs"] = [_clock_sync(run, sync) for sync in run.trace.clock_syncs]
    report.update(lives_report(run))
    lost = run.lost_messages()
    if lost:
        report["lost_messages"] = messages_report(run, lost)
    return report


def _processes(run: Run) -> list[dict[str, Any]]:
    states = run.states_at(run.trace.row_count)
    counts = run.computation.event_counts.tolist()
    processes = [
        {"id": name, "state": state, "events": count}
        for name, state, count in zip(run.trace.process_ids, states, counts, strict=True)
    ]
    for process in run.trace.down:
        processes[process]["down"] = True
    return processes


def _clock_sync(run: Run, sync: ClockSync) -> dict[str, Any]:
    return {
        "method": sync.method,
        "process": run.trace.process_ids[sync.process],
        "at_ms": ms(sync.time_us),
        "samples": [
            {
                "t0_ms": ms(sample.t0),
                "t1_ms": ms(sample.t1),
                "t2_ms": ms(sample.t2),
                "t3_ms": ms(sample.t3),
                "offset_ms": ms(sample.offset_us),
                "delay_ms": ms(sample.delay_us),
            }
            for sample in sync.samples
        ],
        "applied_ms": ms(sync.applied_us),
        "true_offset_before_ms": ms(sync.before_us),
        "true_offset_after_ms": ms(sync.after_us),
    }


def snapshot_report(run: Run, snapshot: Snapshot) -> dict[str, Any]:
    """One snapshot: what was recorded, when, the verdict and the cost."""
    report = {
        "id": snapshot.id,
        "protocol": snapshot.protocol,
        "initiator": snapshot.initiator,
        "started_ms": ms(snapshot.started_us),
        "completed_ms": ms(snapshot.completed_us),
        "status": snapshot.status,
        "processes": {
            name: {
                "recorded_ms": ms(recorded.recorded_us),
                "event_index": recorded.event_index,
                "state": recorded.state,
                "vector_clock": recorded.vector_clock,
            }
            for name, recorded in snapshot.processes.items()
        },
        "channels": {
            f"{source}->{target}": [carried(message) for message in messages]
            for (source, target), messages in snapshot.channels.items()
        },
        "verdict": verdict_report(run, snapshot),
        "cost": _cost(snapshot),
    }
    if snapshot.reason:
        report["reason"] = snapshot.reason
    if snapshot.waiting:
        report["waiting"] = [_waiting(waiting) for waiting in snapshot.waiting]
    return report | keeping_report(snapshot)


def keeping_report(snapshot: Snapshot) -> dict[str, Any]:
    """Who holds the parts of a snapshot, and who knows what became of it, where that was asked."""
    report: dict[str, Any] = {}
    storage, commit = snapshot.storage, snapshot.commit
    if storage is not None:
        report["storage"] = {"copies": storage.copies, "restorable": storage.restorable}
        if storage.placement != "ring":
            report["storage"]["placement"] = storage.placement
    if commit is not None:
        report["commit"] = {
            "method": commit.method,
            "outcome": commit.outcome,
            "decided_by": list(commit.decided_by),
            "decided_ms": ms(commit.decided_us),
        }
        if snapshot.undecided:
            report["commit"]["waiting"] = [_waiting(waiting) for waiting in snapshot.undecided]
        if commit.blocked:
            report["commit"]["blocked"] = [_blocked(blocked) for blocked in commit.blocked]
    return report


def _cost(snapshot: Snapshot) -> dict[str, Any]:
    cost = snapshot.cost
    report = {
        "control_messages": cost.control_messages,
        "piggyback_bytes": cost.piggyback_bytes,
        "duration_ms": ms(cost.duration_us),
    }
    if cost.logical_messages != cost.control_messages:
        report["logical_messages"] = cost.logical_messages
    for what, count in (cost.keeping or {}).items():
        report[f"{what}_messages"] = count
    if cost.blocked_us:
        report["blocked_ms"] = {name: ms(us) for name, us in cost.blocked_us.items()}
    return report


def _waiting(waiting: Waiting) -> dict[str, Any]:
    channel = None if waiting.channel is None else "->".join(waiting.channel)
    told = {"process": waiting.process, "for": waiting.what, "channel": channel}
    if waiting.sender is not None:
        told["from"] = waiting.sender
    return told | {"since_ms": ms(waiting.since_us)}


def _blocked(blocked: Blocked) -> dict[str, Any]:
    return {
        "process": blocked.process,
        "since_ms": ms(blocked.since_us),
        "until_ms": ms(blocked.until_us),
        "coordinator": blocked.coordinator,
        "why": blocked.why,
    }


def check_report(file: str, run: Run) -> dict[str, Any]:
    """What ``check --json`` prints of one file: the verdict on each snapshot."""
    return {
        "file": file,
        "ok": run.sound,
        "snapshots": [
            {
                "id": snapshot.id,
                "protocol": snapshot.protocol,
                "status": snapshot.status,
                "verdict": verdict_report(run, snapshot),
            }
            for snapshot in run.snapshots
        ],
    }


def verdict_report(run: Run, snapshot: Snapshot) -> dict[str, Any] | None:
    """The oracle's verdict; None until the snapshot is complete."""
    verdict = snapshot.verdict
    if verdict is None:
        return None
    counted = verdict.expected is not None
    return {
        "consistent": verdict.consistent,
        "orphans": messages_report(run, verdict.orphans, snapshot.era),
        "missing": messages_report(run, verdict.missing, snapshot.era),
        "extra": messages_report(run, verdict.extra, snapshot.era),
        "lost": messages_report(run, snapshot.lost, snapshot.era),
        "conserved": {"expected": verdict.expected, "recorded": verdict.recorded}
        if counted
        else None,
    }
