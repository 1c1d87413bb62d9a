"""Every topology gives a connected, laid-out scenario that depends on its arguments only."""

from __future__ import annotations

import hashlib
from math import dist

import networkx
import pytest

from snapviz.scenario import TOPOLOGIES, ScenarioError, decode, encode, from_template


def graph_of(scenario) -> networkx.DiGraph:
    graph = networkx.DiGraph()
    graph.add_nodes_from(process.id for process in scenario.processes)
    graph.add_edges_from((channel.source, channel.target) for channel in scenario.channels)
    return graph


@pytest.mark.parametrize("n", [1, 2, 3, 4, 7, 16, 33])
@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_that_a_template_is_valid_strongly_connected_and_two_way(topology, n):
    scenario = from_template(topology, n, "bank", seed=5)
    assert decode(encode(scenario)) == scenario
    assert [process.id for process in scenario.processes] == [f"P{i}" for i in range(1, n + 1)]
    graph = graph_of(scenario)
    assert networkx.is_strongly_connected(graph)
    assert all(graph.has_edge(b, a) for a, b in graph.edges)


@pytest.mark.parametrize(
    ("topology", "channels"),
    [("ring", 8), ("line", 6), ("star", 6), ("complete", 12), ("tree", 6), ("grid", 8)],
)
def test_that_four_processes_have_the_channels_of_their_topology(topology, channels):
    assert len(from_template(topology, 4).channels) == channels


@pytest.mark.parametrize(
    ("topology", "reference"),
    [
        ("ring", networkx.cycle_graph(12)),
        ("line", networkx.path_graph(12)),
        ("star", networkx.star_graph(11)),
        ("complete", networkx.complete_graph(12)),
        ("tree", networkx.full_rary_tree(2, 12)),
        ("grid", networkx.grid_2d_graph(3, 4)),
    ],
)
def test_that_a_topology_is_the_graph_of_that_name(topology, reference):
    made = graph_of(from_template(topology, 12)).to_undirected()
    assert networkx.is_isomorphic(made, reference)


@pytest.mark.parametrize("n", [2, 3, 10, 50])
@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_that_processes_are_drawn_about_a_unit_apart(topology, n):
    points = [process.position for process in from_template(topology, n).processes]
    nearest = min(dist(a, b) for i, a in enumerate(points) for b in points[:i])
    assert 0.9 <= nearest <= 2.01


def test_that_a_ring_starts_at_the_top_and_goes_clockwise():
    points = [process.position for process in from_template("ring", 4).processes]
    assert points == [(0, -1), (1, 0), (0, 1), (-1, 0)]


def test_that_a_random_network_depends_on_its_seed_and_nothing_else():
    texts = [encode(from_template("random", 9, "token", seed)) for seed in range(20)]
    assert len({text.partition('"channels"')[2] for text in texts}) == 20
    assert texts == [encode(from_template("random", 9, "token", seed)) for seed in range(20)]
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()
    assert digest == "f006c823f22a3ca6d1dab506f056de69a87ed843fcd604bac18dbda74bef5cdb"


def test_that_bank_and_token_start_with_something_to_conserve():
    bank = from_template("ring", 3, "bank")
    assert [process.state for process in bank.processes] == [{"balance": 1000}] * 3
    token = from_template("ring", 3, "token")
    assert [process.state["token"] for process in token.processes] == [1, 0, 0]
    assert from_template("ring", 3).workload.kind == "none"


@pytest.mark.parametrize(
    ("arguments", "path", "words"),
    [
        (("rign", 4), "topology", '(did you mean "ring"?)'),
        ((None, 4), "topology", "null is unknown; allowed: ring, line"),
        (("ring", 0), "n", "0 is out of range; allowed: 1 to 1000"),
        (("ring", 1001), "n", "allowed: 1 to 1000"),
        (("ring", 2.0), "n", "allowed: 1 to 1000"),
        (("complete", 1000), "n", "has 999000 channels; allowed: at most 20000"),
        (("ring", 4, "blank"), "workload", '(did you mean "bank"?)'),
        (("ring", 4, "bank", -1), "seed", "-1 is out of range"),
    ],
)
def test_that_a_template_out_of_reach_is_refused_in_words(arguments, path, words):
    with pytest.raises(ScenarioError) as caught:
        from_template(*arguments)
    (problem,) = caught.value.problems
    assert problem.path == path
    assert words in problem.message


@pytest.mark.parametrize("topology", [name for name in TOPOLOGIES if name != "complete"])
def test_that_a_thousand_processes_are_possible(topology):
    assert len(from_template(topology, 1000).processes) == 1000
