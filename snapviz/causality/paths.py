"""Why one event happened before another: a chain of process order and messages between them."""

from __future__ import annotations

from collections import deque
from typing import Literal

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.causality.order import happened_before, past

Relation = Literal["before", "after", "same", "concurrent"]


def relation(c: Computation, a: int, b: int) -> Relation:
    """Say how event a stands to event b; ValueError if there is no such event."""
    if c.check_event(a) == c.check_event(b):
        return "same"
    if happened_before(c, a, b):
        return "before"
    return "after" if happened_before(c, b, a) else "concurrent"


def why(c: Computation, a: int, b: int) -> list[int]:
    """Return a shortest chain of events from a to b, both included; empty if a is not before b.

    One step goes from an event to any later one of the same process, or from a send to a
    receive of its message. Searched breadth first inside the causal past of b, each event
    visited once: O(E + M). ``[a]`` if a is b. ValueError if there is no such event.
    """
    a, b = c.check_event(a), c.check_event(b)
    if a == b:
        return [a]
    limits = past(c, b).tolist()
    process, local = c.event_process.tolist(), c.event_local.tolist()
    if limits[process[a]] <= local[a]:
        return []
    came_from = {a: a}
    # From here on all events of a process have been reached; what is later needs no second look.
    reached_from = list(limits)
    receives, start = _outgoing(c)
    queue = deque([a])
    while b not in came_from:
        event = queue.popleft()
        line, here = process[event], local[event]
        later = c.events_of(line)[here + 1 : reached_from[line]].tolist()
        reached_from[line] = min(reached_from[line], here + 1)
        for following in (*receives[start[event] : start[event + 1]], *later):
            if following not in came_from and local[following] < limits[process[following]]:
                came_from[following] = event
                queue.append(following)
    return _traced(came_from, b)


def _outgoing(c: Computation) -> tuple[list[int], list[int]]:
    """Receives of each event's messages: those of event e are receives[start[e]:start[e+1]]."""
    sends, receives = c.edges
    order = np.argsort(sends, kind="stable")
    start = np.searchsorted(sends[order], np.arange(c.event_count + 1))
    return receives[order].tolist(), start.tolist()


def _traced(came_from: dict[int, int], last: int) -> list[int]:
    chain = [last]
    while came_from[chain[-1]] != chain[-1]:
        chain.append(came_from[chain[-1]])
    return chain[::-1]
