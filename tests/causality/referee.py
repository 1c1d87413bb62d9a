"""The referee: the same questions answered by graph reachability and by trying everything."""

from __future__ import annotations

from itertools import combinations, product

import networkx as nx
import numpy as np

from snapviz.causality.computation import Computation


def graph(c: Computation) -> nx.DiGraph:
    """Events as nodes; process order, messages and duplicates as edges."""
    g = nx.DiGraph()
    g.add_nodes_from(range(c.event_count))
    last: dict[int, int] = {}
    for event, process in enumerate(c.event_process.tolist()):
        if process in last:
            g.add_edge(last[process], event)
        last[process] = event
    for send, receive in zip(c.message_send.tolist(), c.message_receive.tolist(), strict=True):
        if receive >= 0:
            g.add_edge(send, receive)
    g.add_edges_from(zip(c.duplicate_send.tolist(), c.duplicate_receive.tolist(), strict=True))
    return g


def before(c: Computation) -> np.ndarray:
    """bool[E, E]: before[a, b] says that b is reachable from a."""
    g = graph(c)
    relation = np.zeros((c.event_count, c.event_count), bool)
    for event in g:
        relation[event, list(nx.descendants(g, event))] = True
    return relation


def members(c: Computation, cut) -> set[int]:
    """The events inside a cut."""
    seen = [0] * c.process_count
    inside = set()
    for event, process in enumerate(c.event_process.tolist()):
        seen[process] += 1
        if seen[process] <= cut[process]:
            inside.add(event)
    return inside


def closed_under_causes(c: Computation, cut) -> bool:
    inside = members(c, cut)
    g = graph(c)
    return all(cause in inside for event in inside for cause in g.predecessors(event))


def all_cuts(c: Computation, inside=None):
    """Every cut of the computation, or every cut inside a given one."""
    limits = [int(count) for count in (c.event_counts if inside is None else inside)]
    return product(*(range(limit + 1) for limit in limits))


def widest_antichain(c: Computation) -> int:
    """Largest antichain, by trying sets of growing size."""
    related = before(c)
    related |= related.T
    for size in range(min(c.process_count, c.event_count), 0, -1):
        for chosen in combinations(range(c.event_count), size):
            if not related[np.ix_(chosen, chosen)].any():
                return size
    return 0
