"""Figures of a computation: how concurrent it is, and how long its longest chain."""

from __future__ import annotations

import numpy as np

from snapviz.causality.chains import least_chain_cover
from snapviz.causality.clocks import lamport_clocks, receive_vectors
from snapviz.causality.computation import Computation


def concurrent_pairs(c: Computation) -> int:
    """Return the exact number of unordered pairs of concurrent events."""
    rows, row_of_event = receive_vectors(c)
    causes_elsewhere = rows.sum(axis=1, dtype=np.int64)[row_of_event]
    causes_elsewhere -= rows[row_of_event, c.event_process]
    related = int(causes_elsewhere.sum()) + int(c.event_local.sum(dtype=np.int64))
    return c.event_count * (c.event_count - 1) // 2 - related


def longest_chain(c: Computation) -> int:
    """Return the number of events on the longest causal chain; 0 if there are no events."""
    return int(lamport_clocks(c).max(initial=0))


def width(c: Computation) -> int:
    """Return the size of the largest set of mutually concurrent events.

    By Dilworth (1950) it is the least number of causal chains that cover all events.
    """
    return least_chain_cover(c)
