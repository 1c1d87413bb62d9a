"""Rebuilding by replay: how far a log brings a process, and where that lets all of them stand.

Piecewise determinism (Strom and Yemini, "Optimistic recovery in distributed systems", 1985): what
a process does between two receives follows from its state and the first of them. So a process
is rebuilt from a checkpoint up to, but without, the first receive that cannot be had again. Of
the states so rebuilt, and the live ones, there is one maximal consistent choice (Johnson and
Zwaenepoel, "Recovery in distributed systems using optimistic message logging and checkpointing",
1990).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import check_candidates, place_before
from snapviz.recovery.line import recovery_line


@dataclass(frozen=True)
class Sources:
    """What one process can be rebuilt from.

    ``checkpoints``: events before each, ascending. ``ends``: for each of them the events up to
    which replay brings the process from there, so ascending too; without a log the same numbers.
    ``live``: it did not fail, so that its present state is there too.
    """

    checkpoints: Sequence[int]
    ends: Sequence[int]
    live: bool = False


@dataclass(frozen=True)
class Standing:
    """Where one process stands after recovery.

    ``events``: events before that state. ``checkpoint``: place of the checkpoint it is rebuilt
    from, the latest at or below; the number of checkpoints if it keeps its live state.
    ``replayed``: receive events it goes through again.
    """

    events: int
    checkpoint: int
    live: bool
    replayed: int


def receive_mask(c: Computation) -> NDArray[np.bool_]:
    """Return bool[E]: the events that receive a message, or a duplicate of one."""
    mask = np.zeros(c.event_count, np.bool_)
    mask[c.message_receive[c.message_receive >= 0]] = True
    mask[c.duplicate_receive] = True
    return mask


def rebuildable_ends(
    c: Computation, process: int, checkpoints: Sequence[int], logged: ArrayLike
) -> tuple[int, ...]:
    """Return for each checkpoint of one process the events up to which replay rebuilds it.

    logged: bool[E], the receive events whose content and place in the order can be had again;
        read at receive events only. All events before the first other receive are rebuilt.
    """
    known = np.asarray(logged)
    if known.shape != (c.event_count,) or known.dtype != np.bool_:
        raise ValueError(f"logged: one bool per event is needed, {c.event_count} in all")
    events = c.events_of(process)
    stops = [*np.flatnonzero((receive_mask(c) & ~known)[events]).tolist(), len(events)]
    return tuple(stops[bisect_left(stops, count)] for count in checkpoints)


def maximal_recoverable(c: Computation, sources: Sequence[Sources]) -> tuple[Standing, ...]:
    """Return for each process where it stands in the latest global state that can be had.

    A live process keeps its state unless that holds an orphan; then it is rebuilt like the others.
    Raises ValueError in words if the sources do not fit the computation, NothingLeft if they allow
    no such state.
    """
    _check(c, sources)
    candidates = rebuildable_states(c, sources)
    line = recovery_line(c, candidates)
    receives = receive_mask(c)
    return tuple(
        _standing(one, taken, place, receives[c.events_of(process)])
        for process, (one, taken, place) in enumerate(zip(sources, candidates, line, strict=True))
    )


def rebuildable_states(c: Computation, sources: Sequence[Sources]) -> list[list[int]]:
    """Return for each process the events after which it can stand; its live state, if any, last."""
    counts = c.event_counts.tolist()
    return [_rebuildable(one, count) for one, count in zip(sources, counts, strict=True)]


def _rebuildable(one: Sources, count: int) -> list[int]:
    """All events after which the process can stand, each once; its live state, if any, last."""
    counts: list[int] = []
    after = 0
    for start, end in zip(one.checkpoints, one.ends, strict=True):
        counts.extend(range(max(start, after), end + 1))
        after = max(after, end + 1)
    return [*counts, count] if one.live else counts


def _standing(
    one: Sources, taken: Sequence[int], place: int, receives: NDArray[np.bool_]
) -> Standing:
    events = taken[place]
    if one.live and place == len(taken) - 1:
        return Standing(events, len(one.checkpoints), True, 0)
    checkpoint = place_before(one.checkpoints, events)
    replayed = int(np.count_nonzero(receives[one.checkpoints[checkpoint] : events]))
    return Standing(events, checkpoint, False, replayed)


def _check(c: Computation, sources: Sequence[Sources]) -> None:
    check_candidates(c, [one.checkpoints for one in sources])
    for process, one, most in zip(c.processes, sources, c.event_counts.tolist(), strict=True):
        if len(one.ends) != len(one.checkpoints):
            raise ValueError(
                f"process {process}: {len(one.checkpoints)} checkpoints,"
                f" but {len(one.ends)} ends of replay"
            )
        if any(a > b for a, b in pairwise(one.ends)):
            raise ValueError(
                f"process {process}: a later checkpoint cannot be replayed less far than an earlier"
            )
        for start, end in zip(one.checkpoints, one.ends, strict=True):
            if not start <= end <= most:
                raise ValueError(
                    f"process {process}: replay from {start} events cannot end at {end},"
                    f" but at {start} to {most}"
                )
