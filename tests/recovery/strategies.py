"""Random runs with checkpoints, crashes and logs for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.causality.strategies import computations


@st.composite
def runs_with_checkpoints(draw, max_processes: int = 3, max_events: int = 14, most: int = 3):
    """A computation and for each process the events before its checkpoints, the first 0."""
    c = draw(computations(max_processes=max_processes, max_events=max_events))
    taken = [
        [0, *sorted(draw(st.lists(st.integers(0, int(count)), max_size=most)))]
        for count in c.event_counts
    ]
    return c, taken


@st.composite
def runs_with_crashes(draw, **limits):
    """The same, and the set of processes that fail."""
    c, taken = draw(runs_with_checkpoints(**limits))
    failed = draw(st.sets(st.integers(0, c.process_count - 1)))
    return c, taken, failed


@st.composite
def runs_with_logs(draw, **limits):
    """The same, and bool[E]: which receives can be had again."""
    c, taken, failed = draw(runs_with_crashes(**limits))
    count = c.event_count
    return c, taken, failed, draw(st.lists(st.booleans(), min_size=count, max_size=count))
