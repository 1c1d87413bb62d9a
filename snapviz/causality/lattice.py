"""Counting the consistent cuts of a computation: the states of its lattice of global states.

The lattice of Cooper and Marzullo (1991) is usually walked level by level. To count it, one need
not visit it: events are decided one after the other, causes first. Leaving an event out leaves out
its whole future; so an undecided cut is known by what it still allows on each process, and all
cuts that allow the same are counted together.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

import numpy as np

from snapviz.causality.clocks import vector_clocks
from snapviz.causality.computation import Computation

_FIRST_PREFIX = 1024
_PREFIX_GROWTH = 16


def count_consistent_cuts(c: Computation, limit: int = 2_000_000) -> int | None:
    """Return the exact number of consistent cuts, the empty and the full one included.

    Returns None if there are more than `limit`. At most `limit` steps are taken, each O(n), and
    at most as many entries kept; where many cuts allow the same, far fewer.
    """
    if _at_least(c) > limit:
        return None
    total: int | None = 1
    for end in _prefix_ends(c.event_count):
        # A prefix has no more consistent cuts than the whole, and a long run has far too many
        # long before its futures are worth working out.
        total = _count_all(_one_process_at_a_time(_prefix(c, end)), limit)
        if total is None:
            break
    return total


def _at_least(c: Computation) -> int:
    """Return a lower bound that costs next to nothing."""
    previous = np.full(c.event_count, -1)
    for process in range(c.process_count):
        events = c.events_of(process)
        previous[events[1:]] = events[:-1]
    sends, receives = c.edges
    latest_cause = previous
    np.maximum.at(latest_cause, receives, sends)
    # Events that may all come next are concurrent, and each set of them makes one more cut.
    starts = np.bincount(latest_cause + 1, minlength=c.event_count + 1)
    possible_next = np.cumsum(starts)[: c.event_count] - np.arange(c.event_count)
    return max(c.event_count + 1, 1 << int(possible_next.max(initial=0)))


def _prefix_ends(event_count: int) -> Iterator[int]:
    end = _FIRST_PREFIX
    while end < event_count:
        yield end
        end *= _PREFIX_GROWTH
    yield event_count


def _prefix(c: Computation, end: int) -> Computation:
    """Return the first `end` events and what links them."""
    sends, receives = c.edges
    inside = receives < end
    return Computation(c.processes, c.event_process[:end], sends[inside], receives[inside])


def _count_all(c: Computation, limit: int) -> int | None:
    """Count by deciding the events in order; a bucket per event holds the cuts that may have it.

    A key is, per process, how many events the cuts may still have; 0 once it is all decided.
    """
    decided = [0] * c.process_count
    events = [c.events_of(process).tolist() + [c.event_count] for process in range(len(decided))]
    upcoming = [following[0] for following in events]
    excluded_from = _first_excluded(c)
    buckets: dict[int, dict[tuple[int, ...], int]] = {0: {tuple(c.event_counts.tolist()): 1}}
    total = 1

    def keep(allowed: tuple[int, ...], cuts: int) -> None:
        key = tuple(
            [most if most > done else 0 for most, done in zip(allowed, decided, strict=True)]
        )
        possible = [event for most, event in zip(key, upcoming, strict=True) if most]
        if possible:
            bucket = buckets.setdefault(min(possible), {})
            bucket[key] = bucket.get(key, 0) + cuts

    for event, process in enumerate(c.event_process.tolist()):
        decided[process] += 1
        upcoming[process] = events[process][decided[process]]
        bucket = buckets.pop(event, None)
        if bucket is None:
            continue
        total += sum(bucket.values())
        if total > limit:
            return None
        without = excluded_from[event].tolist()
        for allowed, cuts in bucket.items():
            keep(allowed, cuts)
            keep(tuple(map(min, allowed, without)), cuts)
    return total


def _first_excluded(c: Computation) -> np.ndarray:
    """Return int32[E, n]: per process, how many events may stay when an event is left out."""
    last = c.event_count - 1
    sends, receives = c.edges
    turned = Computation(c.processes, c.event_process[::-1], last - receives, last - sends)
    return c.event_counts - vector_clocks(turned)[::-1]


def _one_process_at_a_time(c: Computation) -> Computation:
    """Return the same computation with its events numbered so that processes finish early.

    A process with no event left to decide no longer tells cuts apart, so few keys are in use.
    """
    order = _causes_first(c)
    position = np.empty(c.event_count, np.int32)
    position[order] = np.arange(c.event_count, dtype=np.int32)
    sends, receives = c.edges
    return Computation(c.processes, c.event_process[order], position[sends], position[receives])


def _causes_first(c: Computation) -> np.ndarray:
    """Return the events int32[E] process by process, each after its causes (depth first)."""
    sends, start = c.edges[0].tolist(), c.incoming_start.tolist()
    lines = [c.events_of(process).tolist() for process in range(c.process_count)]
    previous = [-1] * c.event_count
    for before, event in chain.from_iterable(pairwise(line) for line in lines):
        previous[event] = before
    placed = [False] * c.event_count
    order: list[int] = []
    for wanted in chain.from_iterable(lines):
        waiting = [wanted]
        while waiting:
            event = waiting[-1]
            causes = [previous[event], *sends[start[event] : start[event + 1]]]
            unplaced = [cause for cause in causes if cause >= 0 and not placed[cause]]
            if unplaced:
                waiting.append(unplaced[0])
                continue
            waiting.pop()
            if not placed[event]:
                placed[event] = True
                order.append(event)
    return np.array(order, np.int32)
