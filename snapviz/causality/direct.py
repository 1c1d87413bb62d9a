"""Direct message edges: the fewest that explain what vector clocks show."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from snapviz.causality.clocks import vector_clocks
from snapviz.causality.computation import Computation

IntArray = NDArray[np.int64]
# Events looked at together: bounds the memory, and costs nothing in speed.
_BLOCK = 1 << 14


def direct_edges(
    clocks: ArrayLike, event_process: ArrayLike
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return (cause[k], effect[k]), the message edges that vector clocks alone show.

    For each event and each other process whose entry grew since the event before it on the same
    process there is one edge, from the last event so learnt of, unless another such edge into the
    event already implies it. Edges are ordered by effect, then by the process of the cause.

    clocks: int[E, n], each with its own entry counted from 1; event_process: int[E]. Rows may
    stand in any order. Raises ValueError naming the row whose clock names no event.
    """
    vectors, process = np.asarray(clocks), np.asarray(event_process)
    if not process.size:
        process = process.astype(np.int64)
    if vectors.ndim != 2 or process.ndim != 1 or len(vectors) != len(process):
        raise ValueError(f"clocks: one row per event is needed, {process.size} in all")
    row_of = _rows_by_clock(vectors, process)
    weights = vectors.sum(axis=1, dtype=np.int64)
    causes, effects = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for first in range(0, len(vectors), _BLOCK):
        rows = np.arange(first, min(first + _BLOCK, len(vectors)))
        effect, other = _grown_entries(vectors, process, row_of, rows)
        cause = _events_learnt_of(vectors, row_of, effect, other)
        chosen = _not_implied(vectors, weights, effect, other, cause)
        causes.append(cause[chosen])
        effects.append(effect[chosen])
    return np.concatenate(causes).astype(np.int32), np.concatenate(effects).astype(np.int32)


def count_direct_edges(c: Computation) -> int:
    """Return the number of direct edges that a computation's own vector clocks show."""
    return len(direct_edges(vector_clocks(c), c.event_process)[0])


def _rows_by_clock(vectors: NDArray, process: NDArray) -> IntArray:
    """Return int64[n, most + 1]: the row of an event by process and own entry, -1 if none."""
    own = vectors[np.arange(len(process)), process]
    if own.size and own.min() < 1:
        raise ValueError(f"event {np.argmin(own)}: its own entry is {own.min()}, not 1 or more")
    row_of = np.full((vectors.shape[1], int(own.max(initial=0)) + 1), -1)
    row_of[process, own] = np.arange(len(process))
    return row_of


def _grown_entries(
    vectors: NDArray, process: NDArray, row_of: IntArray, rows: IntArray
) -> tuple[IntArray, IntArray]:
    """Return (event[k], process[k]) where another's entry grew since the event before."""
    own = process[rows]
    before = row_of[own, vectors[rows, own] - 1]
    grown = vectors[rows] > np.where((before >= 0)[:, None], vectors[before], 0)
    grown[np.arange(len(rows)), own] = False
    event, other = np.nonzero(grown)
    return rows[event], other


def _events_learnt_of(
    vectors: NDArray, row_of: IntArray, effect: IntArray, other: IntArray
) -> IntArray:
    learnt = vectors[effect, other]
    counted = learnt < row_of.shape[1]
    cause = np.full(len(effect), -1)
    cause[counted] = row_of[other[counted], learnt[counted]]
    if (cause < 0).any():
        k = int(np.argmin(cause))
        raise ValueError(
            f"event {effect[k]}: its clock counts {learnt[k]} events of process {other[k]},"
            " which has no such event"
        )
    return cause


def _not_implied(
    vectors: NDArray, weights: IntArray, effect: IntArray, other: IntArray, cause: IntArray
) -> IntArray:
    """Return the candidates (sorted by effect) that no other candidate of their event implies.

    The cause with the heaviest clock is implied by none, so each round keeps one candidate for
    each event and drops all that it implies: as many rounds as an event has direct edges.
    """
    left = np.arange(len(effect))
    chosen = [left[:0]]
    while len(left):
        first = np.flatnonzero(np.diff(effect[left], prepend=-1))
        group = np.repeat(np.arange(len(first)), np.diff(first, append=len(left)))
        rank = weights[cause[left]] * vectors.shape[1] + other[left]
        best = left[rank == np.maximum.reduceat(rank, first)[group]]
        chosen.append(best)
        learnt = vectors[effect[left], other[left]]
        left = left[vectors[cause[best][group], other[left]] < learnt]
    return np.sort(np.concatenate(chosen))
