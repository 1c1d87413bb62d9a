"""Where processes stand, and what is copied and pasted."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import pytest

from snapviz.diagram.placement import _units
from snapviz.scenario import TOPOLOGIES, edits, encode, from_template, model
from snapviz.scenario.layouts import LAYOUTS, arranged
from snapviz.scenario.validity import problems_of


def points(scenario):
    return [process.position for process in scenario.processes]


def nearest(scenario):
    at = points(scenario)
    return min(hypot(x - u, y - v) for i, (x, y) in enumerate(at) for u, v in at[:i])


def without_positions(scenario):
    processes = tuple(replace(process, position=None) for process in scenario.processes)
    return replace(scenario, processes=processes)


def placed(*at):
    return model.Scenario(tuple(model.Process(f"P{n}", position=p) for n, p in enumerate(at, 1)))


@pytest.mark.parametrize("n", [1, 2, 5, 9])
def test_that_everybody_gets_the_place_the_topology_view_shows(n):
    scenario = without_positions(from_template("ring", n))
    made = edits.positioned(scenario)
    for (x, y), (u, v) in zip(points(made), _units(points(scenario)), strict=True):
        assert (x, y) == pytest.approx((u, v), abs=0.002)
    assert edits.positioned(made) is made


def test_that_a_free_position_is_near_and_free():
    scenario = from_template("grid", 5)
    for _ in range(20):
        scenario, _ = edits.with_new_process(scenario)
    assert nearest(scenario) >= 0.8
    assert max(abs(coordinate) for point in points(scenario) for coordinate in point) < 8


def test_that_processes_move_and_nobody_comes_to_stand_on_another():
    scenario = from_template("line", 3)
    made = edits.moved(scenario, {"P1": (0.5, 2.0), "P2": (2.0, 0.0)})
    assert points(made)[0] == (0.5, 2.0) and points(made)[2] == (2.0, 0.0)
    assert nearest(made) > 0.05
    assert edits.moved(scenario, {"P1": (0.0, 0.0)}) is scenario
    for x in (float("nan"), float("inf"), 2e9):
        with pytest.raises(ValueError, match="cannot stand"):
            edits.moved(scenario, {"P1": (x, 0.0)})
    with pytest.raises(ValueError, match="no process P9"):
        edits.moved(scenario, {"P9": (0.0, 0.0)})


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("left", [(0, 0), (0, 2), (0, 5)]),
        ("center", [(2, 0), (2, 2), (2, 5)]),
        ("right", [(4, 0), (4, 2), (4, 5)]),
        ("top", [(0, 0), (4, 0), (1, 0)]),
        ("middle", [(0, 2.5), (4, 2.5), (1, 2.5)]),
        ("bottom", [(0, 5), (4, 5), (1, 5)]),
    ],
)
def test_that_processes_are_brought_into_line(how, expected):
    scenario = placed((0, 0), (4, 2), (1, 5), (9, 9))
    made = edits.aligned(scenario, ["P1", "P2", "P3"], how)
    assert points(made) == [*expected, (9, 9)]
    assert edits.aligned(scenario, ["P1"], how) is scenario


def test_that_processes_in_one_spot_after_aligning_are_kept_apart():
    assert nearest(edits.aligned(placed((0, 0), (1, 0), (2, 0)), ["P1", "P2", "P3"], "left")) > 0.1


def test_that_distances_become_equal_and_the_outermost_stay():
    scenario = placed((0, 0), (9, 1), (1, 2), (2, 3))
    made = edits.distributed(scenario, ["P1", "P2", "P3", "P4"], "horizontally")
    assert points(made) == [(0, 0), (9, 1), (3, 2), (6, 3)]
    assert edits.distributed(scenario, ["P1", "P2"], "vertically") is scenario
    with pytest.raises(ValueError, match="no direction"):
        edits.distributed(scenario, ["P1"], "sideways")
    with pytest.raises(ValueError, match="no way to align"):
        edits.aligned(scenario, ["P1"], "diagonally")


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_that_a_layout_is_deterministic_and_nobody_hides_another(topology, name):
    scenario = without_positions(from_template(topology, 9))
    made = arranged(scenario, name)
    assert nearest(made) > 0.55
    assert arranged(scenario, name) == made
    assert problems_of(made) == []
    assert replace(made, processes=()) == replace(scenario, processes=())


@pytest.mark.parametrize("name", LAYOUTS)
def test_that_the_parts_of_a_network_stand_apart(name):
    scenario = from_template("ring", 4)
    for topology, n in (("line", 3), ("line", 1), ("star", 5)):
        part = from_template(topology, n)
        scenario, _ = edits.with_fragment(scenario, encode(part), (0, 9))
    made = arranged(scenario, name)
    assert nearest(made) > 0.55
    assert max(abs(coordinate) for point in points(made) for coordinate in point) < 20


def test_that_a_tree_has_its_layers_and_a_shell_its_rings():
    tree = arranged(from_template("tree", 7), "tree")
    assert points(tree) == [(1.5, 0), (0.5, 1), (2.5, 1), (0, 2), (1, 2), (2, 2), (3, 2)]
    shell = points(arranged(from_template("star", 6), "shell"))
    ways = [hypot(x - shell[0][0], y - shell[0][1]) for x, y in shell]
    assert ways[1:] == pytest.approx([ways[1]] * 5, abs=0.01)


def test_that_an_unknown_or_overgrown_layout_is_refused_in_words():
    with pytest.raises(ValueError, match="no layout heap; there are circle"):
        arranged(from_template("ring", 3), "heap")
    with pytest.raises(ValueError, match="at most 400"):
        arranged(from_template("line", 401), "spring")


def test_that_a_copy_has_free_ids_its_channels_and_a_place_of_its_own():
    scenario = from_template("ring", 3, "bank")
    scenario = edits.replace_channel(scenario, "P1", "P2", loss=0.5)
    text = edits.fragment(scenario, ["P2", "P1"])
    made, ids = edits.with_fragment(scenario, text, (2, 0))
    assert ids == ["P4", "P5"]
    assert [(c.source, c.target, c.loss) for c in made.channels[6:]] == [
        ("P4", "P5", 0.5),
        ("P5", "P4", 0.0),
    ]
    x, y = scenario.processes[0].position
    assert made.processes[3].position == (x + 2, y)
    again, _ = edits.with_fragment(made, text, (2, 0))
    assert nearest(again) > 0.1 and problems_of(again) == []


def test_that_a_pasted_process_keeps_a_name_that_is_free_and_brings_no_second_token():
    scenario = from_template("ring", 3, "token")
    named = edits.renamed(scenario, "P1", "Alice")
    made, ids = edits.with_fragment(scenario, edits.fragment(named, ["Alice", "P2"]))
    assert ids == ["Alice", "P4"]
    assert made.processes[3].state == {"token": 0} and problems_of(made) == []
    _, ids = edits.with_fragment(made, edits.fragment(named, ["Alice"]))
    assert ids == ["Alice1"]


@pytest.mark.parametrize("text", ["", "hello", "[1]", "{}", '{"format": "x"}', b"\xff"])
def test_that_a_text_that_is_no_fragment_is_refused_in_words(text):
    with pytest.raises(ValueError, match="what was copied holds no processes"):
        edits.with_fragment(from_template("ring", 3), text)


def test_that_a_broken_fragment_names_what_is_wrong():
    text = encode(from_template("line", 2)).replace('"to": "P2"', '"to": "P7"')
    with pytest.raises(ValueError, match=r'cannot be used: channels\[0\].to: "P7" is not the id'):
        edits.with_fragment(from_template("ring", 3), text)
    with pytest.raises(ValueError, match="nothing is chosen"):
        edits.fragment(from_template("ring", 3), [])
