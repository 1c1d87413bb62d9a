"""Layouts by distance from a root: as a tree, and as rings around a centre.

A graph here is a list: for each process, by number, the neighbours in order. It is connected.
"""

from __future__ import annotations

from math import pi

from .places import Point, circle

Graph = list[dict[int, None]]


def tree(graph: Graph) -> list[Point]:
    """Breadth-first layers under the first process, each over the middle of its children."""
    layers, parent = _breadth_first(graph, 0)
    children: list[list[int]] = [[] for _ in graph]
    for layer in layers[1:]:
        for node in layer:
            children[parent[node]].append(node)
    x = [0.0] * len(graph)
    for node, at in _leaves(children):
        x[node] = at
    for layer in reversed(layers):
        for node in layer:
            if children[node]:
                x[node] = (x[children[node][0]] + x[children[node][-1]]) / 2
    depth = {node: level for level, layer in enumerate(layers) for node in layer}
    return [(x[node], float(depth[node])) for node in range(len(graph))]


def _leaves(children: list[list[int]]) -> list[tuple[int, float]]:
    """The processes without children from left to right, one apart."""
    leaves = []
    waiting = [0]
    while waiting:
        node = waiting.pop()
        if children[node]:
            waiting.extend(reversed(children[node]))
        else:
            leaves.append((node, float(len(leaves))))
    return leaves


def shells(graph: Graph) -> list[Point]:
    """The most central process in the middle, the others on rings by their distance from it."""
    layers, _ = _breadth_first(graph, _centre(graph))
    points: list[Point] = [(0.0, 0.0)] * len(graph)
    radius = 0.0
    for layer in layers[1:]:
        radius = max(radius + 1, len(layer) / (2 * pi))
        for node, point in zip(layer, circle(len(layer), radius), strict=True):
            points[node] = point
    return points


def _centre(graph: Graph) -> int:
    """The first process of smallest eccentricity; of a large network, of largest degree."""
    if len(graph) > 300:
        return max(range(len(graph)), key=lambda node: (len(graph[node]), -node))
    return min(range(len(graph)), key=lambda node: (len(_breadth_first(graph, node)[0]), node))


def _breadth_first(graph: Graph, root: int) -> tuple[list[list[int]], dict[int, int]]:
    """The processes by their distance from the root, and who each was reached from."""
    parent = {root: root}
    layers = [[root]]
    while True:
        layer = []
        for node in layers[-1]:
            for other in graph[node]:
                if other not in parent:
                    parent[other] = node
                    layer.append(other)
        if not layer:
            return layers, parent
        layers.append(layer)
