"""Zigzag paths and cycles: which checkpoints are of no use to anybody.

Netzer and Xu, "Necessary and sufficient conditions for consistent global snapshots", 1995.
A Z-path leads from a checkpoint of p to one of q: its first message is sent by p after
the former, its last is received by q before the latter, and each message between is sent by
the receiver of the one before it in the same or a later interval, perhaps before that receive. A
checkpoint belongs to no consistent global checkpoint exactly if a Z-path leads from it to itself.
Live states count as last checkpoints.

A message that follows on another goes out from an interval reachable in the rollback-dependency
graph, so Z-paths are its paths with a message in them (Wang 1997).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from snapviz.recovery.dependency import Interval

if TYPE_CHECKING:
    import networkx as nx

Checkpoint = tuple[int, int]


def useless_checkpoints(graph: nx.DiGraph) -> tuple[Checkpoint, ...]:
    """Return every (process, checkpoint) on a Z-cycle, ascending.

    graph: that of :func:`snapviz.recovery.dependency.dependency_graph`. The interval after such a
    checkpoint undoes the one before it, so the two lie in one strongly connected component.
    """
    import networkx as nx

    component: dict[Interval, int] = {}
    for number, nodes in enumerate(nx.strongly_connected_components(graph)):
        component.update(dict.fromkeys(nodes, number))
    return tuple(
        (process, index)
        for process, index in sorted(graph)
        if component.get((process, index - 1)) == component[process, index]
    )


def z_path(graph: nx.DiGraph, start: Checkpoint, end: Checkpoint) -> tuple[int, ...] | None:
    """Return the messages of a shortest Z-path in order, or None if there is none.

    The live state of a process is the checkpoint after its last. From a checkpoint to itself it
    is a Z-cycle. Raises ValueError if the graph has no such checkpoint.
    """
    import networkx as nx

    _check(graph, start)
    _check(graph, end)
    target = (end[0], end[1] - 1)
    first = _first_messages(graph, start)
    if target not in graph or not first:
        return None
    try:
        _, path = nx.multi_source_dijkstra(graph, first, target, weight=_cost)
    except nx.NetworkXNoPath:
        return None
    messages = [first[path[0]]]
    for here, following in pairwise(path):
        messages.extend(graph.edges[here, following]["messages"][:1])
    return tuple(messages)


def z_cycle(graph: nx.DiGraph, checkpoint: Checkpoint) -> tuple[int, ...] | None:
    """Return the messages of a shortest Z-cycle of a checkpoint; None: it is useful."""
    return z_path(graph, checkpoint, checkpoint)


def _first_messages(graph: nx.DiGraph, start: Checkpoint) -> dict[Interval, int]:
    """Intervals of the receives of what the process sends after a checkpoint, with one each."""
    first: dict[Interval, int] = {}
    process, index = start
    while (process, index) in graph:
        for following, edge in graph[process, index].items():
            if edge["messages"]:
                first.setdefault(following, edge["messages"][0])
        index += 1
    return first


def _cost(_here: Interval, _following: Interval, edge: dict) -> int:
    return 1 if edge["messages"] else 0


def _check(graph: nx.DiGraph, checkpoint: Checkpoint) -> None:
    process, index = checkpoint
    if index < 0 or not (checkpoint in graph or (process, index - 1) in graph):
        raise ValueError(f"process {process} has no checkpoint {index}")
