"""Figures of real logs, against those counted by an independent tool (data/shiviz/facts.json)."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from snapviz.causality.clocks import vector_clocks
from snapviz.causality.computation import Computation
from snapviz.causality.direct import direct_edges
from snapviz.causality.facts import facts

DATA = Path(__file__).parents[1] / "data" / "shiviz"
FILES = {
    "simple-reliable-broadcast": "simple-reliable-broadcast.log",
    "chord": "chord.log",
    "multiple-comparison": "multiple-comparison.log",
    "graph_viz-RpcClientServer": "graph_viz-RpcClientServer.log",
}
FACTS = json.loads((DATA / "facts.json").read_text(encoding="utf-8"))


def executions(text, delimiter):
    """(label, text) of each execution in a log."""
    if not delimiter:
        return [("", text)]
    parts = re.split(delimiter.replace("(?<", "(?P<"), text, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def computation(text, parser):
    """A computation from the vector clocks of a well-formed log, and those clocks."""
    found = re.finditer(parser.replace("(?<", "(?P<"), text, flags=re.MULTILINE)
    events = [(match["host"], json.loads(match["clock"])) for match in found]
    # A cause counts fewer events than its effect.
    events.sort(key=lambda event: sum(event[1].values()))
    hosts = sorted({host for host, _ in events})
    clocks = np.array([[clock.get(host, 0) for host in hosts] for _, clock in events])
    process = [hosts.index(host) for host, _ in events]
    return Computation(hosts, process, *direct_edges(clocks, process)), clocks


@pytest.mark.parametrize("name", FILES)
def test_that_figures_of_a_logged_run_are_those_counted_elsewhere(name):
    expected = FACTS[name]
    text = (DATA / FILES[name]).read_text(encoding="utf-8")
    found = executions(text, expected["delimiter"])
    assert [label for label, _ in found] == [run["label"] for run in expected["executions"]]
    for (_, part), run in zip(found, expected["executions"], strict=True):
        c, clocks = computation(part, expected["parser"])
        figures = facts(c)
        assert dict(zip(c.processes, c.event_counts.tolist(), strict=True)) == run["per_host"]
        assert figures.events == run["events"]
        assert figures.messages == run["message_edges"]
        assert figures.concurrent_pairs == run["concurrent_pairs"]
        assert figures.width == run["max_concurrency"]
        assert figures.longest_chain == run["longest_chain"]
        if run["consistent_cuts"] is not None:
            assert figures.consistent_cuts == run["consistent_cuts"]
        assert (vector_clocks(c) == clocks).all()


def test_that_the_cuts_of_a_log_too_long_for_others_are_counted():
    # Counted once by walking the lattice level by level on the logged clocks alone.
    text = (DATA / FILES["chord"]).read_text(encoding="utf-8")
    c, _ = computation(text, FACTS["chord"]["parser"])
    assert facts(c).consistent_cuts == 530_195
    assert facts(c, limit=530_194).consistent_cuts is None
