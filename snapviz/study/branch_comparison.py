"""Two ways one run may go on, side by side: what each ends with, and what only one of them has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from snapviz.engine.trace import NOTE_KINDS, Trace
from snapviz.run import Run, Snapshot


@dataclass(frozen=True)
class FinalState:
    """A process and its state at the end of both runs."""

    process: str
    base: dict[str, Any]
    branch: dict[str, Any]

    @property
    def differs(self) -> bool:
        return self.base != self.branch


@dataclass(frozen=True)
class BranchComparison:
    """A run and the run of a branch of it.

    ``snapshots``: pairs by their number, None where a run takes no further one. ``only_base`` and
    ``only_branch``: the trace rows, ascending, of events that stand in that run and have no equal
    in the other: the same process, time, kind, channel and content.
    """

    base: Run
    branch: Run
    states: tuple[FinalState, ...]
    snapshots: tuple[tuple[Snapshot | None, Snapshot | None], ...]
    only_base: tuple[int, ...]
    only_branch: tuple[int, ...]

    @property
    def same(self) -> bool:
        """Nothing differs."""
        return not self.only_base and not self.only_branch and not any(map(_differ, self.snapshots))


def compare_branch(base: Run, branch: Run, from_us: int) -> BranchComparison:
    """Compare a run with that of a branch which begins at ``from_us``."""
    events, others = (dict(_events(run, from_us)) for run in (base, branch))
    ends = [run.states_at(run.trace.row_count) for run in (base, branch)]
    states = map(FinalState, base.trace.process_ids, *ends)
    count = max(len(base.snapshots), len(branch.snapshots))
    snapshots = ((_at(base, number), _at(branch, number)) for number in range(count))
    return BranchComparison(
        base, branch, tuple(states), tuple(snapshots), _only(events, others), _only(others, events)
    )


def _at(run: Run, number: int) -> Snapshot | None:
    return run.snapshots[number] if number < len(run.snapshots) else None


def snapshot_facts(snapshot: Snapshot | None) -> tuple | None:
    """What of a snapshot is compared; None if there is none."""
    if snapshot is None:
        return None
    states = tuple(sorted((pid, repr(part.state)) for pid, part in snapshot.processes.items()))
    carried = sum(map(len, snapshot.channels.values()))
    verdict = snapshot.verdict and (snapshot.verdict.sound, snapshot.verdict.consistent)
    return (snapshot.protocol, snapshot.status, snapshot.completed_us, states, carried, verdict)


def _differ(pair: tuple[Snapshot | None, Snapshot | None]) -> bool:
    return snapshot_facts(pair[0]) != snapshot_facts(pair[1])


def _events(run: Run, from_us: int) -> Iterator[tuple[int, Hashable]]:
    """The standing events from an instant on: trace row, and what makes two of them equal."""
    trace, rows = run.trace, run.event_rows
    times, processes = trace.row_time[rows], trace.row_process[rows]
    for place in np.flatnonzero(times >= from_us).tolist():
        row = int(rows[place])
        yield row, (int(times[place]), int(processes[place]), *_content(trace, row))


def _content(trace: Trace, row: int) -> tuple[Hashable, ...]:
    kind, ref = int(trace.row_kind[row]), int(trace.row_ref[row])
    if kind in NOTE_KINDS:
        return kind, repr(trace.notes[ref].data)
    original = trace.message_copies.get(ref, ref)
    return kind, int(trace.message_channel[ref]), repr(trace.payloads[original])


def _only(mine: dict[int, Hashable], others: dict[int, Hashable]) -> tuple[int, ...]:
    """The rows without an equal, each of the others' events answering for one."""
    left = Counter(others.values())
    alone = []
    for row, content in mine.items():
        if left[content] > 0:
            left[content] -= 1
        else:
            alone.append(row)
    return tuple(alone)
