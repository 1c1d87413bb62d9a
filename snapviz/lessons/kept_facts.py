"""What can be asked of clocks that are set, and of snapshots that are kept and agreed on."""

from __future__ import annotations

from snapviz.lessons.milliseconds import ms
from snapviz.run import Run, Snapshot

SYNC = {
    "method": lambda run, sync: sync.method,
    "process": lambda run, sync: run.trace.process_ids[sync.process],
    "at": lambda run, sync: ms(sync.time_us),
    "samples": lambda run, sync: len(sync.samples),
    "trip": lambda run, sync: ms(sync.best.delay_us) if sync.samples else None,
    "bound": lambda run, sync: ms(sync.best.delay_us // 2) if sync.samples else None,
    "applied": lambda run, sync: ms(sync.applied_us),
    "before": lambda run, sync: ms(sync.before_us),
    "after": lambda run, sync: ms(sync.after_us),
}


def _fewest(run: Run, snapshot: Snapshot) -> int | None:
    storage = snapshot.storage
    return None if storage is None else min(len(who) for who in storage.copies.values())


def _commit(attribute: str):
    def ask(run: Run, snapshot: Snapshot):
        return None if snapshot.commit is None else getattr(snapshot.commit, attribute)

    return ask


def _spent(what: str):
    def ask(run: Run, snapshot: Snapshot) -> int | None:
        keeping = snapshot.cost.keeping
        return None if keeping is None else keeping.get(what)

    return ask


KEPT = {
    "copies": _fewest,
    "restorable": lambda run, s: None if s.storage is None else s.storage.restorable,
    "commit": _commit("method"),
    "outcome": _commit("outcome"),
    "decided": lambda run, s: None if s.commit is None else ms(s.commit.decided_us),
    "deciders": lambda run, s: None if s.commit is None else len(s.commit.decided_by),
    "gathering": _spent("gather"),
    "copying": _spent("copy"),
    "agreeing": _spent("commit"),
}


def holders(run: Run, snapshot: Snapshot, process: str) -> str | None:
    """Who else has the part of a process, by name."""
    return None if snapshot.storage is None else ", ".join(snapshot.storage.copies[process])
