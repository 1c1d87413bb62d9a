"""A first look at a GraphML text: is it safe and whole, and what stands in which order.

The text is scanned before any tree is made of it. A document type is refused: it is how entities
come in, and with them texts that grow without end or name other files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from snapviz.scenario.problems import Problem, ScenarioError, quote, refusal

MAX_DEPTH = 100
MOST_SHOWN = 200


@dataclass
class Scan:
    """Nodes and edges in the order they stand, with their lines; what is wrong with them."""

    encoding: str = "utf-8"
    nodes: dict[str, int] = field(default_factory=dict)
    edges: list[tuple[str, str, int]] = field(default_factory=list)
    graphs: int = 0
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, line: int, what: str) -> None:
        if len(self.problems) < MOST_SHOWN:
            self.problems.append(Problem(f"line {line}", what))


class _Scanner:
    def __init__(self) -> None:
        self.scan = Scan()
        self.depth = 0
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._document_type
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.scan.encoding = encoding or "utf-8"

    def _document_type(self, *_: object) -> None:
        raise refusal(
            f"line {self.parser.CurrentLineNumber}",
            "<!DOCTYPE ...> is not accepted; delete it, GraphML needs none",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        name = name.rpartition(" ")[2]
        self.depth += 1
        if self.depth == 1 and name != "graphml":
            raise refusal(f"line {line}", f"<{name}> is not GraphML; allowed: <graphml>")
        if self.depth > MAX_DEPTH:
            raise refusal(f"line {line}", f"elements are nested more than {MAX_DEPTH} deep here")
        if name == "graph" and self.depth == 2:
            self.scan.graphs += 1
        elif name == "node":
            self._node(attributes.get("id"), line)
        elif name == "edge":
            self._edge(attributes.get("source"), attributes.get("target"), line)
        elif name == "hyperedge":
            self.scan.refuse(line, "<hyperedge> joins more than two; allowed: <edge>")

    def _node(self, name: str | None, line: int) -> None:
        if not name:
            self.scan.refuse(line, "a node has no id; each needs one of its own")
        elif name in self.scan.nodes:
            first = self.scan.nodes[name]
            self.scan.refuse(
                line, f"node {quote(name)} is already on line {first}; each may be given once"
            )
        else:
            self.scan.nodes[name] = line

    def _edge(self, source: str | None, target: str | None, line: int) -> None:
        if not source or not target:
            self.scan.refuse(line, "an edge has no source or no target; it needs both")
        else:
            self.scan.edges.append((source, target, line))

    def _end(self, _: str) -> None:
        self.depth -= 1


def scan(text: str | bytes) -> Scan:
    """What stands in a GraphML text. Raises ScenarioError with every problem of its structure."""
    scanner = _Scanner()
    try:
        scanner.parser.Parse(text, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        where = f"line {error.lineno} column {error.offset + 1}"
        raise refusal(where, f"this is not valid XML: {reason}") from None
    except (LookupError, ValueError) as error:
        if isinstance(error, ScenarioError):
            raise
        raise refusal("(file)", f"cannot be read as text: {error}") from None
    found = scanner.scan
    if found.graphs != 1:
        found.refuse(1, f"there are {found.graphs} graphs in this file; allowed: one")
    elif not found.nodes:
        found.refuse(1, "the graph has no nodes; a scenario needs at least one process")
    for source, target, line in found.edges:
        for end in (source, target):
            if end not in found.nodes:
                found.refuse(
                    line,
                    f"edge {quote(source)} -> {quote(target)}: there is no node {quote(end)}; "
                    "add it, or remove the edge",
                )
    if found.problems:
        raise ScenarioError(found.problems)
    return found
