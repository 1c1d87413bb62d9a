"""Whether vector clocks agree with one another: what an event knows, its causes must bear out.

If each event knows all that the event before it on its process knew, and all that the last event
it has learnt of on each other process knew, and none of these knows the event itself, then the
clocks are exactly those that the messages between the events give.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
_BLOCK = 1 << 14


@dataclass(frozen=True)
class Grown:
    """Where an event's clock has learnt of another process since the event before it.

    event[k] counts now more events of process[k]; the last of them is the event cause[k], or -1
    where there is no such event.
    """

    event: IntArray
    process: IntArray
    cause: IntArray


def event_rows(own: NDArray, process: NDArray, process_count: int) -> IntArray:
    """Return int64[n, most + 1]: the row of an event by process and own entry, -1 if none."""
    rows = np.full((process_count, int(own.max(initial=0)) + 1), -1)
    rows[process, own] = np.arange(len(process))
    return rows


def grown(vectors: NDArray, process: NDArray, before: NDArray, rows: IntArray) -> Grown:
    """Return all that was learnt. before[E]: the event before it on its process, or -1.

    vectors: int[E, n]; rows: see `event_rows`.
    """
    parts = [np.zeros((3, 0), np.int64)]
    for first in range(0, len(vectors), _BLOCK):
        block = np.arange(first, min(first + _BLOCK, len(vectors)))
        earlier = np.where((before[block] >= 0)[:, None], vectors[before[block]], 0)
        more = vectors[block] > earlier
        more[np.arange(len(block)), process[block]] = False
        place, other = np.nonzero(more)
        counted = vectors[block[place], other]
        known = counted < rows.shape[1]
        cause = np.full(len(place), -1)
        cause[known] = rows[other[known], counted[known]]
        parts.append(np.stack((block[place], other, cause)))
    return Grown(*np.concatenate(parts, axis=1))


def fallen(vectors: NDArray, process: NDArray, before: NDArray) -> tuple[IntArray, IntArray]:
    """Return (event[k], process[k]) where a clock counts fewer than the event before it did."""
    parts = [np.zeros((2, 0), np.int64)]
    for first in range(0, len(vectors), _BLOCK):
        block = np.arange(first, min(first + _BLOCK, len(vectors)))
        block = block[before[block] >= 0]
        less = vectors[block] < vectors[before[block]]
        less[np.arange(len(block)), process[block]] = False
        place, other = np.nonzero(less)
        parts.append(np.stack((block[place], other)))
    event, other = np.concatenate(parts, axis=1)
    return event, other


def not_borne_out(vectors: NDArray, learnt: Grown) -> tuple[IntArray, IntArray]:
    """Return (k, process): the learnt[k] whose cause knows more of a process than the event."""
    parts = [np.zeros((2, 0), np.int64)]
    with_cause = np.flatnonzero(learnt.cause >= 0)
    for first in range(0, len(with_cause), _BLOCK):
        block = with_cause[first : first + _BLOCK]
        more = vectors[learnt.cause[block]] > vectors[learnt.event[block]]
        some = np.flatnonzero(more.any(axis=1))
        parts.append(np.stack((block[some], np.argmax(more[some], axis=1))))
    k, process = np.concatenate(parts, axis=1)
    return k, process


def on_cycles(before: NDArray, learnt: Grown) -> NDArray[np.bool_]:
    """Return bool[E]: the events that are, step by step, causes of themselves."""
    count = len(before)
    some = learnt.cause >= 0
    chained = np.flatnonzero(before >= 0)
    causes = np.concatenate((before[chained], learnt.cause[some]))
    effects = np.concatenate((chained, learnt.event[some]))
    left = _peeled(causes, effects, np.ones(count, np.bool_))
    return _peeled(effects, causes, left) & left


def _peeled(causes: IntArray, effects: IntArray, left: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return `left` without the events that can be put in an order, causes first."""
    inside = left[causes] & left[effects]
    causes, effects = causes[inside], effects[inside]
    waiting = np.bincount(effects, minlength=len(left))
    order = np.argsort(causes, kind="stable")
    targets = effects[order].tolist()
    start = np.searchsorted(causes[order], np.arange(len(left) + 1)).tolist()
    free = np.flatnonzero(left & (waiting == 0)).tolist()
    waiting, remains = waiting.tolist(), left.copy()
    while free:
        event = free.pop()
        remains[event] = False
        for effect in targets[start[event] : start[event + 1]]:
            waiting[effect] -= 1
            if waiting[effect] == 0:
                free.append(effect)
    return remains
