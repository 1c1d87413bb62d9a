"""Topologies go out to graph editors and come in from them; nothing bad comes in with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.formats.graphml import from_graphml, load_graphml, save_graphml, to_graphml
from snapviz.scenario import ScenarioError, from_template, load_scenario, model
from snapviz.scenario.validity import problems_of
from tests.scenario.strategies import scenarios

HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
TWO = '<node id="a"/><node id="b"/>'

YED = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
 <key for="port" id="d0" yfiles.type="portgraphics"/>
 <key for="node" id="d5" yfiles.type="nodegraphics"/>
 <key for="edge" id="d9" yfiles.type="edgegraphics"/>
 <graph edgedefault="directed" id="G">
  <node id="n0"><data key="d5"><y:ShapeNode>
    <y:Geometry height="30.0" width="30.0" x="100.0" y="200.0"/>
    <y:NodeLabel>Paris</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node>
  <node id="n1"><port name="top"/><data key="d5"><y:ShapeNode>
    <y:Geometry height="30.0" width="30.0" x="220.0" y="200.0"/>
    <y:NodeLabel>Rome &amp;
      Milan</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node>
  <edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge/></data></edge>
 </graph>
</graphml>"""

GEPHI = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Id" attr.type="string" for="edge" id="edgeid"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="x" attr.type="float" for="node" id="x"/>
<key attr.name="y" attr.type="float" for="node" id="y"/>
<graph edgedefault="undirected">
<node id="7"><data key="label">A</data><data key="x">-310.5</data><data key="y">0.0</data></node>
<node id="8"><data key="label">A</data><data key="x">310.5</data><data key="y">0.0</data></node>
<node id="9"><data key="label">B</data></node>
<edge id="0" source="8" target="7"><data key="weight">1.0</data></edge>
<edge id="1" source="9" target="8"><data key="edgeid">q</data></edge>
</graph></graphml>"""


def graph(inside, kind="directed", keys=""):
    return f'{HEAD}{keys}<graph edgedefault="{kind}">{inside}</graph></graphml>'


def refused(text):
    with pytest.raises(ScenarioError) as caught:
        from_graphml(text)
    return str(caught.value)


@settings(max_examples=40)
@given(scenarios())
def test_that_a_topology_survives_the_way_out_and_back(scenario):
    try:
        text = to_graphml(scenario)
    except ScenarioError as error:
        assert "XML has no place for" in str(error)
        return
    made = from_graphml(text, scenario.title)
    assert made.processes == scenario.processes
    assert made.channels == scenario.channels
    assert to_graphml(made) == text


def test_that_the_shipped_scenarios_survive_as_files(root, tmp_path):
    for path in sorted((root / "scenarios").glob("*.snapviz.json")):
        scenario = load_scenario(path)
        save_graphml(scenario, tmp_path / "t.graphml")
        made = load_graphml(tmp_path / "t.graphml")
        assert (made.processes, made.channels) == (scenario.processes, scenario.channels)
        assert made.title == "t"
    assert [entry.name for entry in tmp_path.iterdir()] == ["t.graphml"]


def test_that_a_graph_of_yed_opens_with_its_labels_and_places():
    made = from_graphml(YED, "yEd")
    assert [process.id for process in made.processes] == ["Paris", "Rome & Milan"]
    (x, y), (u, v) = (process.position for process in made.processes)
    assert (u - x, v - y) == pytest.approx((1, 0), abs=0.01)
    assert made.channels == (model.Channel("Paris", "Rome & Milan"),)
    assert from_graphml(YED.encode(), "yEd") == made


def test_that_an_undirected_graph_of_gephi_has_channels_both_ways():
    made = from_graphml(GEPHI)
    assert [process.id for process in made.processes] == ["7", "8", "9"]
    ends = [("8", "7"), ("7", "8"), ("9", "8"), ("8", "9")]
    assert [(c.source, c.target) for c in made.channels] == ends
    assert made.processes[0].position == (-0.5, 0.0) and made.processes[2].position is None
    assert problems_of(made) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_that_a_file_may_be_in_another_encoding(encoding):
    named = "utf-8" if encoding == "utf-8-sig" else encoding
    text = f'<?xml version="1.0" encoding="{named}"?>' + graph('<node id="Zürich"/>')
    assert from_graphml(text.encode(encoding)).processes[0].id == "Zürich"
    assert from_graphml(text).processes[0].id == "Zürich"
    bare = graph('<node id="Zürich"/>').encode("utf-16")
    assert from_graphml(bare).processes[0].id == "Zürich"


def test_that_numbers_given_as_text_are_understood():
    keys = '<key id="d" for="edge" attr.name="delay_ms" attr.type="string"/>'
    edge = '<edge source="a" target="b"><data key="d">12.5</data></edge>'
    made = from_graphml(graph(TWO + edge, keys=keys))
    assert made.channels[0].delay == model.Fixed(12_500)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "this is not valid XML: no element found"),
        ("hello", "line 1 column 1: this is not valid XML"),
        (HEAD, "this is not valid XML"),
        (b"\xff\xfe\x00", "not valid XML"),
        ("<svg/>", "line 1: <svg> is not GraphML; allowed: <graphml>"),
        (HEAD + "</graphml>", "there are 0 graphs in this file; allowed: one"),
        (graph(""), "the graph has no nodes"),
        (graph("<node/>"), "a node has no id"),
        (graph('<node id="a"/><node id="a"/>'), 'node "a" is already on line 1'),
        (graph(TWO + '<edge source="a"/>'), "no source or no target"),
        (graph(TWO + '\n<edge source="a" target="c"/>'), 'line 2: edge "a" -> "c": there is no'),
        (graph(TWO + '<edge source="a" target="a"/>'), 'edge "a" -> "a": joins a node with itself'),
        (graph(TWO + '<edge source="a" target="b"/>' * 2), 'from "a" to "b" is already given'),
        (graph(TWO + "<hyperedge/>"), "<hyperedge> joins more than two"),
        (graph(TWO + '<edge source="a" target="b" directed="false"/>'), "graph: cannot be used"),
        (graph("<node id='a'/>" + "<data>" * 200 + "</data>" * 200), "nested more than 100 deep"),
        (graph(TWO + '<edge source="a" target="b"/><edge source="b" target="a"/>', "undirected"),
         "each may be given once"),
        (f"{HEAD}<graph edgedefault='directed'/><graph/></graphml>", "there are 2 graphs"),
        (b'<?xml version="1.0" encoding="klingon"?><graphml/>', "unknown encoding"),
        (f'<?xml version="1.0" encoding="ascii"?>{graph(TWO)}ü'.encode(), "not valid XML"),
        (graph('<node id="\ud800"/>'), "cannot be read as text"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_used_is_refused_with_its_place(text, words):
    assert words in refused(text)


@pytest.mark.parametrize(
    ("name", "kind", "value", "words"),
    [
        ("loss", "double", "1.5", "edge \"a\" -> \"b\" loss: 1.5 is too large; allowed"),
        ("loss", "string", "much", 'loss: "much" is not a number'),
        ("fifo", "string", "perhaps", 'fifo: "perhaps" is not a yes or no; allowed: true, false'),
        ("delay_ms", "double", "-1", "delay.ms: -1.0 is negative"),
        ("delay_ms", "double", "nan", "delay"),
        ("delay_kind", "string", "long", 'delay.kind: "long" is unknown; allowed: fixed'),
        ("delay_kind", "string", "uniform", "delay.low_ms: is missing"),
        ("delay_values_ms", "string", "1 x", 'delay_values_ms: "x" is not a number'),
    ],
)  # fmt: skip
def test_that_a_setting_no_channel_may_have_names_its_edge(name, kind, value, words):
    keys = f'<key id="k" for="edge" attr.name="{name}" attr.type="{kind}"/>'
    edge = f'<edge source="a" target="b"><data key="k">{value}</data></edge>'
    found = refused(graph(TWO + edge, keys=keys))
    assert words in found and found.startswith("line 1 edge")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("balance", "-5", 'line 1 node "a" state.balance: -5 is negative'),
        ("balance", "lots", 'line 1 node "a" balance: "lots" is not a number'),
        ("state", "{", 'line 1 node "a" state: this is not valid JSON'),
        ("state", "[1]", 'line 1 node "a" state: is not a JSON object'),
        ("clock_offset_ms", "0.0001", 'line 1 node "a" clock.offset_ms: 0.0001 has more than 3'),
    ],
)
def test_that_a_state_no_process_may_have_names_its_node(name, value, words):
    keys = f'<key id="k" for="node" attr.name="{name}" attr.type="string"/>'
    node = f'<node id="a"><data key="k">{value}</data></node>'
    assert words in refused(graph(node, keys=keys))


def test_that_a_document_type_and_its_entities_stay_out():
    bomb = '<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + graph("<node id='&b;'/>")
    assert "line 1: <!DOCTYPE ...> is not accepted; delete it" in refused(bomb)
    outside = f'<?xml version="1.0"?>\n<!DOCTYPE g SYSTEM "file:///etc/passwd">{graph(TWO)}'
    assert "line 2: <!DOCTYPE" in refused(outside)
    assert "line 2: <!DOCTYPE" in refused(outside.encode("utf-16"))


def test_that_a_refused_file_is_named_and_a_full_disk_leaves_the_old_one(tmp_path):
    path = tmp_path / "net.graphml"
    path.write_text("<svg/>", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"net.graphml: line 1: <svg> is not GraphML"):
        load_graphml(path)
    with pytest.raises(ScenarioError, match=r"missing.graphml: \(file\): cannot be read"):
        load_graphml(tmp_path / "missing.graphml")
    odd = from_template("line", 2)
    odd = replace(odd, processes=(model.Process("\uffff"),), channels=())
    with pytest.raises(ScenarioError, match="net.graphml: processes: .*rename it"):
        save_graphml(odd, path)
    assert path.read_text(encoding="utf-8") == "<svg/>"
    with pytest.raises(ScenarioError, match="cannot be saved"):
        save_graphml(from_template("line", 2), tmp_path / "no" / "folder.graphml")
