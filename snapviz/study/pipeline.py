"""The way of a snapshot: captured, gathered, kept, decided; how far it has come at an instant."""

from __future__ import annotations

from typing import NamedTuple

from snapviz.engine.trace import COMMITTED
from snapviz.run import Run
from snapviz.study.decision_story import passed
from snapviz.study.keeping_steps import KeepingMessages, KeepingSteps, Step

CAPTURED, GATHERED, KEPT, DECIDED = "captured", "gathered", "kept", "decided"
TO_COME, UNDER_WAY, DONE, FAILED = "to come", "under way", "done", "failed"


class Stage(NamedTuple):
    """``time_us``: when it was done or failed; ``done`` of ``total``: how far it has come."""

    name: str
    state: str
    time_us: int | None
    done: int
    total: int


class Pipeline:
    """One snapshot that is gathered; ``stages`` leaves out what nobody asked for."""

    def __init__(self, run: Run, number: int, messages: KeepingMessages):
        self._run, self._row = run, run.trace.snapshots[number]
        self._steps = KeepingSteps(run, number, messages)
        self._records = sorted(r.row for r in run.trace.records if r.snapshot == number)
        self._decisions = [d for d in run.trace.decisions if d.snapshot == number]

    def stages(self, rows: int, time_us: int, given_up: bool) -> tuple[Stage, ...]:
        """After ``rows`` rows at an instant. ``given_up``: it will never be captured."""
        count = len(self._run.trace.process_ids)
        steps = self._steps
        recorded = sum(row < rows for row in self._records)
        found = [self._stage(CAPTURED, steps.captured, recorded, count, rows, time_us)]
        gathered = passed(steps.gathered, rows, time_us)
        found.append(self._stage(GATHERED, steps.all_gathered, gathered, count - 1, rows, time_us))
        if self._row.copies:
            copied, wanted = passed(steps.copied, rows, time_us), self._row.copies * count
            found.append(self._stage(KEPT, steps.kept, copied, wanted, rows, time_us))
        if given_up and found[0].state != DONE:
            found[0] = found[0]._replace(state=FAILED)
        if self._row.commit != "none":
            found.append(self._decided(rows, time_us, found[1].state == DONE))
        return tuple(found)

    def _stage(
        self, name: str, last: Step | None, done: int, total: int, rows: int, time_us: int
    ) -> Stage:
        if last is not None and passed([last], rows, time_us):
            return Stage(name, DONE, last.time_us, total, total)
        return Stage(name, UNDER_WAY if done else TO_COME, None, done, total)

    def _decided(self, rows: int, time_us: int, is_proposed: bool) -> Stage:
        known = [d for d in self._decisions if d.row <= rows and d.time_us <= time_us]
        total = len(self._run.trace.process_ids)
        if not known:
            return Stage(DECIDED, UNDER_WAY if is_proposed else TO_COME, None, 0, total)
        state = DONE if known[0].outcome == COMMITTED else FAILED
        gone = (self._run.trace.forgotten_row(decision) for decision in known)
        holding = sum(row is None or row >= rows for row in gone)
        return Stage(DECIDED, state, known[0].time_us, holding, total)


def pipelines(run: Run) -> dict[int, Pipeline]:
    """Of each snapshot that is kept, by its number."""
    kept = [row.number for row in run.trace.snapshots if row.is_kept]
    messages = KeepingMessages(run) if kept else None
    return {number: Pipeline(run, number, messages) for number in kept}
