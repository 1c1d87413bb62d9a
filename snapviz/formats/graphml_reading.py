"""A GraphML graph becomes the JSON values of a scenario, which the file reader then judges."""

from __future__ import annotations

import re
import warnings
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from typing import Any

from snapviz.scenario.catalogue import ANY_NAME
from snapviz.scenario.model import Scenario
from snapviz.scenario.parsing import parse_json
from snapviz.scenario.places import distance
from snapviz.scenario.problems import Problem, ScenarioError, problems_at, quote, refusal
from snapviz.scenario.reading import GivenUp, Reading
from snapviz.scenario.tables import SCENARIO

from .xml_scan import Scan, scan

FORMAT = "snapviz/topology"
DELAY_FIELDS = ("low_ms", "high_ms", "mean_ms", "sd_ms")
_WHERE = re.compile(r"(processes|channels)\[(\d+)\]\.?")


def read_graph(text: str | bytes, title: str) -> Scenario:
    """See ``graphml.from_graphml``."""
    found = scan(text)
    graph = _parsed(text if isinstance(text, str) else _decoded(text, found))
    reader = _Reader(graph, found)
    reading = Reading(ANY_NAME, reader.document)
    scenario = None
    with suppress(GivenUp):
        scenario = SCENARIO.read({**reader.document, "title": title}, (), reading)
    problems = [*reader.problems, *map(reader.named, problems_at(reading.found))]
    if problems or scenario is None:
        raise ScenarioError(problems)
    return scenario


def _decoded(text: bytes, found: Scan) -> str:
    encoding = found.encoding
    if text.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return text.decode("utf-8-sig" if encoding.lower() == "utf-8" else encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise refusal("line 1", f"the text is not {encoding}: {error}") from None


def _parsed(text: str) -> Any:
    """The networkx graph; its errors in our words."""
    import networkx as nx

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return nx.parse_graphml(text.removeprefix("\ufeff"))
    except (nx.NetworkXException, AttributeError, LookupError, TypeError, ValueError) as error:
        raise refusal(
            "graph", f"cannot be used: {error}; allowed: nodes and edges with plain attributes"
        ) from None


class _Reader:
    """The document made from a graph, and where each of its parts came from."""

    def __init__(self, graph: Any, found: Scan) -> None:
        self.graph = graph
        self.problems: list[Problem] = []
        self.ids = _process_ids(graph, list(found.nodes))
        self.sources = {
            "processes": [f"line {line} node {quote(node)}" for node, line in found.nodes.items()],
            "channels": [],
        }
        self.places = self._places(list(found.nodes))
        self.document = {
            "processes": [self._process(n, node) for n, node in enumerate(found.nodes)],
            "channels": self._channels(found),
        }

    def named(self, problem: Problem) -> Problem:
        """A problem of the document as one of the node or edge it came from."""
        match = _WHERE.match(problem.path)
        if match is None:
            return problem
        source = self.sources[match[1]][int(match[2])]
        return Problem(f"{source} {problem.path[match.end() :]}".rstrip(), problem.message)

    def _refuse(self, where: str, what: str) -> None:
        self.problems.append(Problem(where, what))

    def _process(self, number: int, node: str) -> dict[str, Any]:
        given, where = self.graph.nodes[node], self.sources["processes"][number]
        made: dict[str, Any] = {"id": self.ids[node]}
        state = self._state(given, where)
        if state:
            made["state"] = state
        if node in self.places:
            made["position"] = list(self.places[node])
        clock = {
            key: self._number(given[f"clock_{key}"], f"{where} clock_{key}")
            for key in ("offset_ms", "drift_ppm")
            if given.get(f"clock_{key}") is not None
        }
        if clock:
            made["clock"] = clock
        if given.get("failure_group") not in (None, ""):
            made["failure_group"] = given["failure_group"]
        return made

    def _state(self, given: dict[str, Any], where: str) -> Any:
        state: Any = {}
        if isinstance(given.get("state"), str) and given["state"].strip():
            try:
                state, repeated = parse_json(given["state"])
            except ScenarioError as error:
                self._refuse(f"{where} state", error.problems[0].message)
                return {}
            if type(state) is not dict or repeated:
                self._refuse(f"{where} state", "is not a JSON object with each key once")
                return {}
        if given.get("balance") is not None:
            state["balance"] = self._number(given["balance"], f"{where} balance")
        return state

    def _channels(self, found: Scan) -> list[dict[str, Any]]:
        channels = []
        both_ways = not self.graph.is_directed()
        for source, target, line in sorted(found.edges, key=self._order):
            where = f"line {line} edge {quote(source)} -> {quote(target)}"
            if source == target:
                self._refuse(where, "joins a node with itself; remove it: a channel joins two")
                continue
            settings = self._settings(self._attributes(source, target), where)
            ends = [(source, target), (target, source)] if both_ways else [(source, target)]
            for start, end in ends:
                self.sources["channels"].append(where)
                channels.append({"from": self.ids[start], "to": self.ids[end], **settings})
        return channels

    def _order(self, edge: tuple[str, str, int]) -> float:
        order = self._attributes(edge[0], edge[1]).get("order")
        return order if type(order) is int else float("inf")

    def _attributes(self, source: str, target: str) -> dict[str, Any]:
        edge = self.graph[source][target]
        return next(iter(edge.values())) if self.graph.is_multigraph() else edge

    def _settings(self, given: dict[str, Any], where: str) -> dict[str, Any]:
        made: dict[str, Any] = {}
        if given.get("fifo") is not None:
            made["fifo"] = _flag(given["fifo"])
        for key in ("loss", "duplication"):
            if given.get(key) is not None:
                made[key] = self._number(given[key], f"{where} {key}")
        if given.get("when_down") is not None:
            made["when_down"] = given["when_down"]
        delay = self._delay(given, where)
        return {**made, "delay": delay} if delay else made

    def _delay(self, given: dict[str, Any], where: str) -> dict[str, Any]:
        figures: dict[str, Any] = {
            key: self._number(given[f"delay_{key}"], f"{where} delay_{key}")
            for key in DELAY_FIELDS
            if given.get(f"delay_{key}") is not None
        }
        if given.get("delay_ms") is not None:
            figures["ms"] = self._number(given["delay_ms"], f"{where} delay_ms")
        if given.get("delay_values_ms") is not None:
            figures["values_ms"] = [
                self._number(part, f"{where} delay_values_ms")
                for part in str(given["delay_values_ms"]).split()
            ]
        kind = given.get("delay_kind") or ("fixed" if "ms" in figures else None)
        return {"kind": kind, **figures} if kind else {}

    def _places(self, nodes: list[str]) -> dict[str, tuple[float, float]]:
        """Positions by node; those of another program so scaled that neighbours are one apart."""
        places = {}
        for node in nodes:
            try:
                x, y = (float(self.graph.nodes[node][axis]) for axis in ("x", "y"))
            except (KeyError, TypeError, ValueError):
                continue
            if abs(x) < float("inf") and abs(y) < float("inf"):
                places[node] = (x, y)
        if self.graph.graph.get("format") == FORMAT:
            return places
        step = _usual_step(list(places.values()))
        return {node: (round(x / step, 3), round(y / step, 3)) for node, (x, y) in places.items()}

    def _number(self, value: Any, where: str) -> Any:
        """A number as JSON would have it; a text that is none is refused here and left out."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            number = value
        else:
            try:
                number = parse_json(str(value))[0]
            except ScenarioError:
                number = None
        if isinstance(number, bool) or not isinstance(number, int | float):
            self._refuse(where, f"{quote(str(value))} is not a number")
            return 1
        return number


def _process_ids(graph: Any, nodes: list[str]) -> dict[str, str]:
    """Labels where every node has one of its own, else ids."""
    labels = [" ".join(str(graph.nodes[node].get("label") or "").split()) for node in nodes]
    if graph.graph.get("format") == FORMAT or not all(labels) or len(set(labels)) < len(labels):
        return {node: node for node in nodes}
    return dict(zip(nodes, labels, strict=True))


def _flag(value: Any) -> Any:
    """``true`` and ``false`` as text become what they say; anything else is for the reader."""
    words = {"true": True, "false": False, "1": True, "0": False}
    return words.get(str(value).strip().lower(), value)


def _usual_step(points: list[tuple[float, float]]) -> float:
    some = points[:200]
    steps = sorted(min((distance(p, q) for q in some if q != p), default=0.0) for p in some)
    usual = steps[len(steps) // 2] if steps else 0.0
    return usual if usual > 0 else 1.0
