"""Topologies as GraphML: processes as nodes, channels as edges.

A node has ``label``, ``x``, ``y``, ``balance``, ``state`` (JSON, where there is more than a
balance), ``clock_offset_ms``, ``clock_drift_ppm`` and ``failure_group``; an edge has ``fifo``,
``delay_kind`` with its ``delay_..._ms`` figures, ``loss``, ``duplication`` and ``when_down``, under
the names and in the units of the scenario file, and ``order``, because a GraphML graph keeps none.
All may be missing; other attributes are passed over. Script, pins and workload are no part of a
topology.
"""

from __future__ import annotations

import io
import json
import os
from typing import Any

from snapviz.scenario.durations import DELAY
from snapviz.scenario.files import read_whole, write_whole
from snapviz.scenario.model import Channel, Process, Scenario
from snapviz.scenario.problems import ScenarioError, quote, refusal
from snapviz.scenario.tables import CHANNEL, CLOCK, PROCESS

from .graphml_reading import FORMAT, read_graph

_NOT_XML = "\ufffe\uffff"


def to_graphml(scenario: Scenario) -> str:
    """The processes and channels of a scenario as a GraphML text.

    Raises ScenarioError for an id that XML cannot hold.
    """
    import networkx as nx

    graph = nx.DiGraph(format=FORMAT)
    for process in scenario.processes:
        if any(character in process.id for character in _NOT_XML):
            what = f"{quote(process.id)} holds a character XML has no place for; rename it"
            raise refusal("processes", what)
        graph.add_node(process.id, **_node(process))
    for number, channel in enumerate(scenario.channels):
        graph.add_edge(channel.source, channel.target, order=number, **_edge(channel))
    buffer = io.BytesIO()
    nx.write_graphml_xml(graph, buffer, named_key_ids=True)
    return buffer.getvalue().decode("utf-8") + "\n"


def from_graphml(text: str | bytes, title: str = "") -> Scenario:
    """The scenario whose topology a GraphML text describes.

    An edge of an undirected graph is a channel either way. Nodes are called by their labels where
    every node has one of its own, else by their ids. Positions in other units are brought to those
    of snapviz. Raises ScenarioError with every problem, naming line, node or edge.
    """
    return read_graph(text, title)


def load_graphml(path: str | os.PathLike[str]) -> Scenario:
    """The topology in a file, called as the file is. Raises ScenarioError, naming the file."""
    name = os.fspath(path)
    data = read_whole(name)
    try:
        return from_graphml(data, _title(name))
    except ScenarioError as error:
        raise ScenarioError(error.problems, name) from None


def save_graphml(scenario: Scenario, path: str | os.PathLike[str]) -> None:
    """Write the topology so that the file holds it whole or is what it was.

    Raises ScenarioError, naming the file.
    """
    name = os.fspath(path)
    try:
        text = to_graphml(scenario)
    except ScenarioError as error:
        raise ScenarioError(error.problems, name) from None
    write_whole(name, text.encode("utf-8"))


def _title(name: str) -> str:
    stem = os.path.splitext(os.path.basename(name))[0]
    return "".join(character for character in stem if character.isprintable())


def _node(process: Process) -> dict[str, Any]:
    written = PROCESS.write(process)
    node: dict[str, Any] = {"label": process.id}
    if "position" in written:
        # Adding nothing makes a plain zero of a negative one.
        node["x"], node["y"] = (float(place) + 0.0 for place in process.position)
    state = written.get("state", {})
    if "balance" in state:
        node["balance"] = state["balance"]
    if set(state) - {"balance"}:
        node["state"] = json.dumps(state)
    for key, value in CLOCK.write(process.clock).items():
        node[f"clock_{key}"] = float(value)
    if process.failure_group is not None:
        node["failure_group"] = process.failure_group
    return node


def _edge(channel: Channel) -> dict[str, Any]:
    written = CHANNEL.write(channel)
    edge: dict[str, Any] = {"fifo": channel.fifo}
    delay = DELAY.write(channel.delay)
    edge["delay_kind"] = delay.pop("kind")
    for key, value in delay.items():
        name = "delay_ms" if key == "ms" else f"delay_{key}"
        edge[name] = " ".join(map(str, value)) if isinstance(value, list) else float(value)
    for key in ("loss", "duplication"):
        if key in written:
            edge[key] = float(written[key])
    if "when_down" in written:
        edge["when_down"] = channel.when_down
    return edge
