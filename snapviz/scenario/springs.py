"""Layouts that weigh every pair of processes; graphs as in ``layered``, connected.

numpy and networkx are imported inside, so that reading a scenario needs neither.
"""

from __future__ import annotations

from typing import Any

from .layered import Graph
from .places import Point, circle

MOST_SPRINGS = 400
SEED = 1
ROUNDS = 300
STILL = 1e-5


def spring(graph: Graph) -> list[Point]:
    """Channels pull, processes push one another away.

    Fruchterman and Reingold, "Graph drawing by force-directed placement", 1991, as networkx has it.
    """
    import networkx as nx

    _check_size(graph, "spring")
    network = nx.Graph((a, b) for a, others in enumerate(graph) for b in others)
    start = dict(enumerate(circle(len(graph))))
    places = nx.spring_layout(network, pos=start, iterations=100, seed=SEED)
    return _points([places[node] for node in range(len(graph))])


def kamada_kawai(graph: Graph) -> list[Point]:
    """Distances in the picture as the fewest channels between two processes.

    Kamada and Kawai, "An algorithm for drawing general undirected graphs", 1989: the same energy,
    lowered by majorization (Gansner, Koren and North, "Graph drawing by stress majorization",
    2004, section 2), which needs nothing but a linear solver and never goes up.
    """
    import numpy as np

    _check_size(graph, "kamada-kawai")
    wanted = _hops(graph)
    n = len(graph)
    weight = 1 / (wanted + np.eye(n)) ** 2
    np.fill_diagonal(weight, 0)
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight)
    at = np.array(circle(n)) * wanted.max() / 2
    for _ in range(ROUNDS):
        apart = np.linalg.norm(at[:, None] - at[None, :], axis=2)
        ratio = weight * wanted / np.where(apart > 1e-9, apart, 1.0)
        after = inverse @ (np.diag(ratio.sum(axis=1)) - ratio) @ at
        still = np.abs(after - at).max() < STILL
        at = after
        if still:
            break
    return _points(at)


def spectral(graph: Graph) -> list[Point]:
    """The two slowest ways in which the network swings: eigenvectors of its Laplacian.

    Hall, "An r-dimensional quadratic placement algorithm", 1970.
    """
    import numpy as np

    _check_size(graph, "spectral")
    n = len(graph)
    if n == 2:
        return [(0.0, 0.0), (1.0, 0.0)]
    laplacian = np.zeros((n, n))
    for node, others in enumerate(graph):
        laplacian[node, list(others)] = -1
        laplacian[node, node] = len(others)
    _, vectors = np.linalg.eigh(laplacian)
    at = vectors[:, 1:3]
    # A vector and its opposite are equally good; which one comes out must not be left to chance.
    leading = np.abs(at).round(6).argmax(axis=0)
    return _points(at * np.where(at[leading, [0, 1]] < 0, -1, 1))


def _hops(graph: Graph) -> Any:
    """float[n, n]: the fewest channels between each two processes."""
    import numpy as np

    n = len(graph)
    hops = np.full((n, n), -1.0)
    for root in range(n):
        hops[root, root] = 0
        reached = [root]
        for node in reached:
            for other in graph[node]:
                if hops[root, other] < 0:
                    hops[root, other] = hops[root, node] + 1
                    reached.append(other)
    return hops


def _check_size(graph: Graph, name: str) -> None:
    if len(graph) > MOST_SPRINGS:
        raise ValueError(
            f"{name} lays out at most {MOST_SPRINGS} connected processes, here are {len(graph)}; "
            "circle, grid, line, tree and shell have no limit"
        )


def _points(rows: Any) -> list[Point]:
    return [(float(x), float(y)) for x, y in rows]
