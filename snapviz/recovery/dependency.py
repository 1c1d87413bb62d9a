"""The rollback-dependency graph: which undone interval undoes which other.

Bhargava and Lian, "Independent checkpointing and concurrent rollback for recovery in distributed
systems", 1988; as the R-graph in Wang, "Consistent global checkpoints that contain a given set of
local checkpoints", 1997. A node (p, i) is what process p does after its checkpoint i and up to its
next one, or to its live state, a virtual last checkpoint. Edges go to the next interval of the
process, and from the interval of each send to that of its receive. If an interval is undone, so is
all that is reachable from it.

Where a process's initial state was discarded, (p, -1) is what it did before its first checkpoint.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import Candidates, NothingLeft, check_candidates, check_failed

if TYPE_CHECKING:
    import networkx as nx

Interval = tuple[int, int]


def dependency_graph(c: Computation, checkpoints: Candidates) -> nx.DiGraph:
    """Return the graph; nodes are (process, checkpoint), by process.

    An edge carries ``messages``, their numbers ascending; () where there is only process order.
    Raises ValueError in words if the checkpoints are none of this computation.
    """
    import networkx as nx

    check_candidates(c, checkpoints)
    graph = nx.DiGraph()
    for process, taken in enumerate(checkpoints):
        intervals = [(process, i) for i in range(0 if taken[0] == 0 else -1, len(taken))]
        graph.add_nodes_from(intervals)
        graph.add_edges_from(pairwise(intervals), messages=())
    for ends, messages in messages_between(c, checkpoints).items():
        graph.add_edge(*ends, messages=tuple(messages))
    return graph


def messages_between(
    c: Computation, checkpoints: Candidates
) -> dict[tuple[Interval, Interval], list[int]]:
    """The received messages by the intervals of their send and receive."""
    received = np.flatnonzero(c.message_receive >= 0)
    ends = (c.message_send[received], c.message_receive[received])
    interval = _interval_of_events(c, checkpoints)
    columns = [column[events].tolist() for events in ends for column in (c.event_process, interval)]
    between: dict[tuple[Interval, Interval], list[int]] = {}
    for message, p, i, q, j in zip(received.tolist(), *columns, strict=True):
        between.setdefault(((p, i), (q, j)), []).append(message)
    return between


def _interval_of_events(c: Computation, checkpoints: Candidates) -> np.ndarray:
    """int64[E]: the checkpoint after which each event comes, -1 before the first."""
    interval = np.empty(c.event_count, np.int64)
    for process, taken in enumerate(checkpoints):
        events = c.events_of(process)
        interval[events] = np.searchsorted(taken, np.arange(len(events)), side="right") - 1
    return interval


def following_intervals(c: Computation, checkpoints: Candidates) -> dict[Interval, list[Interval]]:
    """The same as a table of successors, without the messages and so much sooner."""
    check_candidates(c, checkpoints)
    following: dict[Interval, list[Interval]] = {
        (process, i): [(process, i + 1)] if i + 1 < len(taken) else []
        for process, taken in enumerate(checkpoints)
        for i in range(-1, len(taken))
    }
    received = np.flatnonzero(c.message_receive >= 0)
    interval = _interval_of_events(c, checkpoints)
    ends = (c.message_send[received], c.message_receive[received])
    columns = [column[events] for events in ends for column in (c.event_process, interval)]
    for p, i, q, j in _distinct(columns):
        following[p, i].append((q, j))
    return following


def _distinct(columns: Sequence[np.ndarray]) -> list[list[int]]:
    """The different rows of these columns, ascending."""
    # Far sooner than np.unique over an axis, which compares rows as bytes.
    order = np.lexsort(columns[::-1])
    rows = np.stack([column[order] for column in columns], axis=1).astype(np.int64)
    is_first = np.ones(len(rows), bool)
    is_first[1:] = np.any(rows[1:] != rows[:-1], axis=1)
    return rows[is_first].tolist()


def undone_intervals(
    following: Mapping[Interval, Iterable[Interval]], lost: Iterable[Interval]
) -> set[Interval]:
    """Return the lost intervals and all that depend on them; a graph will do as well."""
    undone = set(lost)
    waiting = list(undone)
    while waiting:
        for one in following[waiting.pop()]:
            if one not in undone:
                undone.add(one)
                waiting.append(one)
    return undone


def line_of_graph(
    c: Computation, checkpoints: Candidates, failed: Collection[int]
) -> tuple[int, ...]:
    """Return the recovery line by reachability from what the failed processes lost.

    For each process the index of the checkpoint it restarts from; their number if it keeps its
    live state. Equal to :func:`snapviz.recovery.line.recovery_line` over checkpoints and live
    states. Raises NothingLeft in words if there is no consistent set.
    """
    check_failed(c, failed)
    return line_in(c, checkpoints, dependency_graph(c, checkpoints), failed)


def line_in(
    c: Computation,
    checkpoints: Candidates,
    following: Mapping[Interval, Iterable[Interval]],
    failed: Collection[int],
) -> tuple[int, ...]:
    """The same in a graph made before, for those who ask of several crashes."""
    places = [len(taken) for taken in checkpoints]
    for process, interval in undone_intervals(following, [(p, places[p] - 1) for p in failed]):
        places[process] = min(places[process], interval)
    if min(places, default=0) < 0:
        process = c.processes[places.index(-1)]
        raise NothingLeft(
            f"process {process} would go back before its first checkpoint,"
            " so there is no consistent set"
        )
    return tuple(places)
