"""A cut drawn by hand: one time for each process, judged by the causality room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from snapviz.causality import cuts
from snapviz.engine.eras import Era

from .facts import Facts, facts


@dataclass(frozen=True)
class HandCut:
    """What a cut through the times ``times_us`` (microseconds, one for each process) is.

    ``counts``: how many events of each process lie at or before its time. ``orphans``
    (received inside, sent outside) and ``in_transit`` are message numbers of the trace.
    ``nearest``: the counts of the largest consistent cut inside. ``nearest_times`` lie
    between its last event and the next one, and are the person's own where nothing has to
    move. Where several events of a process share an instant that no time can divide,
    ``nearest_times`` stand for the largest consistent cut that times can describe.
    """

    times_us: tuple[int, ...]
    counts: tuple[int, ...]
    consistent: bool
    orphans: tuple[int, ...]
    in_transit: tuple[int, ...]
    nearest: tuple[int, ...]
    nearest_times: tuple[int, ...]


def cut_of(run, times_us, rows: int | None = None) -> HandCut:
    """Judge the cut through one time for each process, by what stands after ``rows`` rows.

    Raises ValueError in words if the number of times is not the number of processes.
    """
    return judged(facts(run), times_us, rows)


def judged(known: Facts, times_us, rows: int | None = None) -> HandCut:
    """`cut_of` for those who have the facts of the run; the last answer is kept."""
    times = tuple(int(us) for us in times_us)
    if len(times) != known.count:
        raise ValueError(f"a cut needs one time per process: {known.count}, not {len(times)}")
    era = known.era(rows)
    return known.kept("cut", (times, era.end), lambda: _judged(known, era, times))


def _judged(known: Facts, era: Era, times: tuple[int, ...]) -> HandCut:
    computation, view = era.computation, era.view
    columns = known.event_times(era)
    counts = _counts(columns, times)
    lost = era.message_lost[view.messages]
    orphans = view.messages[cuts.orphans(computation, counts)]
    in_transit = view.messages[cuts.in_transit(computation, counts, lost)]
    return HandCut(
        times_us=times,
        counts=_ints(counts),
        consistent=not len(orphans),
        orphans=_ints(orphans),
        in_transit=_ints(in_transit),
        nearest=_ints(cuts.nearest_consistent(computation, counts)),
        nearest_times=_nearest_times(era, columns, times, counts),
    )


def _counts(columns: list[np.ndarray], times: tuple[int, ...]) -> np.ndarray:
    pairs = zip(columns, times, strict=True)
    found = [np.searchsorted(column, us, side="right") for column, us in pairs]
    return np.array(found, dtype=np.int64)


def _nearest_times(
    era: Era, columns: list[np.ndarray], times: tuple[int, ...], counts: np.ndarray
) -> tuple[int, ...]:
    """Move back what has to move, until the cut that the times describe is consistent.

    One round is enough unless events of a process share an instant.
    """
    while True:
        wanted = cuts.nearest_consistent(era.computation, counts)
        if (wanted == counts).all():
            return times
        times = tuple(
            us if count == kept else _between(column, int(kept))
            for column, us, count, kept in zip(columns, times, counts, wanted, strict=True)
        )
        counts = _counts(columns, times)


def _between(column: np.ndarray, kept: int) -> int:
    """A time after the first ``kept`` events and before the next; -1 before an event at 0."""
    after = int(column[kept])
    before = int(column[kept - 1]) if kept else 0
    return (before + after) // 2 if before < after else after - 1


def times_of_counts(run, counts: Sequence[int]) -> tuple[int, ...]:
    """Times of a cut with so many standing events of each process, half way to the next one.

    Where several events of a process share an instant no time divides, they go together.
    """
    columns = facts(run).event_times(run.eras[-1])
    return tuple(
        _between(column, count) if count < len(column) else (_last(column) + run.until_us) // 2
        for column, count in zip(columns, counts, strict=True)
    )


def _last(column: np.ndarray) -> int:
    return int(column[-1]) if len(column) else 0


def cut_times_of_snapshot(run, number: int) -> tuple[int, ...] | None:
    """The times of a snapshot's cut, one for each process; None until all have recorded."""
    known = facts(run)
    records = known.records[number]
    if len(records) < known.count:
        return None
    era, times = run.snapshots[number].era, []
    columns = known.event_times(era)
    for process, column in enumerate(columns):
        record = records[process]
        inside = era.events_before(record.row, process)
        is_told = np.searchsorted(column, record.time_us, side="right") == inside
        # An event at the very instant of the recording, but after it, stays outside.
        times.append(record.time_us if is_told else record.time_us - 1)
    return tuple(times)


def _ints(values: np.ndarray) -> tuple[int, ...]:
    return tuple(values.tolist())
