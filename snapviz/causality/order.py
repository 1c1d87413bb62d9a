"""The happened-before relation (Lamport 1978), and the causal past and future of an event.

A frontier is int32[n]. That of a past counts, per process, the events in it (so it is the event's
vector clock, and a consistent cut). That of a future is, per process, the local index of the first
event in it, or the number of events if there is none. Both include the event itself.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from snapviz.causality.clocks import vector_clock
from snapviz.causality.computation import Computation


def happened_before(c: Computation, a: int, b: int) -> bool:
    """Say whether event a is a cause of event b; an event is no cause of itself."""
    a = c.check_event(a)
    return a != b and bool(past(c, b)[c.event_process[a]] > c.event_local[a])


def concurrent(c: Computation, a: int, b: int) -> bool:
    """Say whether two different events are causally unrelated."""
    return a != b and not happened_before(c, a, b) and not happened_before(c, b, a)


def past(c: Computation, event: int) -> NDArray[np.int32]:
    """Return the frontier int32[n] of an event's causal past."""
    return vector_clock(c, event)


def future(c: Computation, event: int) -> NDArray[np.int32]:
    """Return the frontier int32[n] of an event's causal future."""
    event = c.check_event(event)
    process = c.event_process[event]
    following = np.zeros(c.process_count, np.int64)
    following[process] = c.event_counts[process] - c.event_local[event]
    return (c.event_counts - c.effects.close(following)).astype(np.int32)
