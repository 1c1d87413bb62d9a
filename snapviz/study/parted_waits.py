"""Who waits for whose message while a partition lies between them, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from snapviz.engine.trace import PartitionRow
from snapviz.run import Run, Waiting
from snapviz.study.keeping_steps import Step
from snapviz.study.standing import Standings

WAITS = "waits"


def waits_across(
    run: Run, number: int, steps: Iterable[Step], begin_waits: frozenset[str]
) -> Iterator[Step]:
    """A step for each process and what it waits for, as soon as it does so and both are parted.

    ``steps``: those of the snapshot's story, in their order; ``begin_waits``: with which of them
    somebody is parted or may begin to wait. ``values``: what, since when, from whom.
    """
    standings = Standings(run)
    told: set[tuple[int, Waiting]] = set()
    for step in steps:
        parting = _parting_at(run, step) if step.what in begin_waits else None
        standing = standings.at(step.row) if parting is not None else None
        if standing is None:
            continue
        waits = [w for w in standing.undecided.get(number, ()) if _is_parted(run, parting, w)]
        if step.process >= 0:
            # Somebody else of whom it is so in this instant has a step of its own.
            waits = [w for w in waits if w.process == run.trace.process_ids[step.process]]
        fresh = [w for w in waits if (parting.row, w) not in told]
        told.update((parting.row, waiting) for waiting in fresh)
        yield from _steps(run, step, fresh)


def _parting_at(run: Run, step: Step) -> PartitionRow | None:
    """How the network is parted at a step; None if it is whole."""
    found = [row for row in run.trace.partitions if row.time_us <= step.time_us]
    return found[-1] if found and found[-1].sides is not None else None


def _is_parted(run: Run, parting: PartitionRow, waiting: Waiting) -> bool:
    """Whether whom it waits for is on another side than the process."""
    ids = run.trace.process_ids
    if waiting.sender is None:
        return False
    ends = (ids.index(waiting.process), ids.index(waiting.sender))
    return parting.sides[ends[0]] != parting.sides[ends[1]]


def _steps(run: Run, step: Step, waits: Iterable[Waiting]) -> Iterator[Step]:
    """What one process waits for from several is told at once."""
    alike: dict[tuple[str, str, int], list[int]] = {}
    ids = run.trace.process_ids
    for waiting in waits:
        key = waiting.process, waiting.what, waiting.since_us
        alike.setdefault(key, []).append(ids.index(waiting.sender))
    for (process, what, since_us), senders in alike.items():
        values = (what, since_us, *senders)
        yield Step(step.time_us, step.row, WAITS, ids.index(process), values)
