"""Random runs with checkpoints, crashes and logs for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.causality.strategies import computations


@st.composite
def runs_with_checkpoints(
    draw, max_processes: int = 3, max_events: int = 14, most: int = 3, busy: bool = False
):
    """A computation and for each process the events before its checkpoints, the first 0.

    busy: at least two processes, and many events; left to itself hypothesis draws half the runs
    without a single message.
    """
    few = {"min_processes": 2, "min_events": max_events // 2} if busy else {}
    c = draw(computations(max_processes, max_events, **few))
    taken = [[0, *sorted(draw(_checkpoints(int(count), most, busy)))] for count in c.event_counts]
    return c, taken


def _checkpoints(count: int, most: int, busy: bool):
    return st.lists(st.integers(0, count), min_size=most // 2 if busy else 0, max_size=most)


@st.composite
def runs_with_crashes(draw, **limits):
    """The same, and the set of processes that fail."""
    c, taken = draw(runs_with_checkpoints(**limits))
    at_least = 1 if limits.get("busy") else 0
    failed = draw(st.sets(st.integers(0, c.process_count - 1), min_size=at_least))
    return c, taken, failed


@st.composite
def runs_with_logs(draw, **limits):
    """The same, and bool[E]: which receives can be had again."""
    c, taken, failed = draw(runs_with_crashes(**limits))
    count = c.event_count
    return c, taken, failed, draw(st.lists(st.booleans(), min_size=count, max_size=count))
