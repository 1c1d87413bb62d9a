"""Laws of the edits on scenarios of every shape."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from snapviz.scenario import edits, encode, model
from snapviz.scenario.layouts import LAYOUTS, arranged
from snapviz.scenario.validity import problems_of
from tests.scenario.strategies import CATALOGUE, scenarios

quick = settings(max_examples=30)


def near(scenario):
    """The same with positions that leave room around them."""
    processes = tuple(
        replace(p, position=p.position and (p.position[0] / 1e6, p.position[1] / 1e6))
        for p in scenario.processes
    )
    return replace(scenario, processes=processes)


def some_ids(data, scenario):
    ids = [process.id for process in scenario.processes]
    return data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))


def random_edit(data, scenario):
    ids = some_ids(data, scenario)
    one, other = ids[0], data.draw(st.sampled_from(ids))
    at = data.draw(st.integers(0, 10**6))
    choices = [
        lambda: edits.with_new_process(scenario)[0],
        lambda: edits.without_processes(scenario, ids),
        lambda: edits.renamed(scenario, one, edits.free_id(scenario, "Q")),
        lambda: edits.with_both_ways(scenario, one, other),
        lambda: edits.moved(scenario, {name: (at / 1e6, 0.0) for name in ids}),
        lambda: edits.aligned(scenario, ids, data.draw(st.sampled_from(ALIGNMENTS))),
        lambda: edits.distributed(scenario, ids, "vertically"),
        lambda: arranged(scenario, data.draw(st.sampled_from(LAYOUTS[:4]))),
        lambda: edits.with_fragment(scenario, edits.fragment(scenario, ids))[0],
        lambda: edits.with_workload(scenario, model.Workload(data.draw(KINDS))),
        lambda: edits.set_clock(scenario, one, offset_us=at),
    ]
    if scenario.channels:
        channel = data.draw(st.sampled_from(scenario.channels))
        ends = (channel.source, channel.target)
        send = model.Send(at, *ends, {"amount": 1}, at)
        choices += [
            lambda: edits.without_channels(scenario, [ends]),
            lambda: edits.reversed_channel(scenario, *ends),
            lambda: edits.replace_channel(scenario, *ends, loss=0.25),
            lambda: edits.insert_send(scenario, send, data.draw(st.integers(0, 5))),
            lambda: edits.with_pin(scenario, *ends, data.draw(st.integers(0, 5)), at),
        ]
    if scenario.script:
        index = data.draw(st.integers(0, len(scenario.script) - 1))
        choices += [
            lambda: edits.moved_action(scenario, index, at),
            lambda: edits.remove_action(scenario, index, 0),
        ]
    return data.draw(st.sampled_from(choices))()


ALIGNMENTS = ["left", "center", "right", "top", "middle", "bottom"]
KINDS = st.sampled_from(CATALOGUE.workloads)


@quick
@given(scenarios().map(near), st.data())
def test_that_a_chain_of_edits_makes_only_scenarios_a_file_may_hold(scenario, data):
    for _ in range(4):
        before = encode(scenario)
        try:
            made = random_edit(data, scenario)
        except ValueError as error:
            assert str(error)
            made = scenario
        assert encode(scenario) == before
        assert problems_of(made, CATALOGUE) == []
        scenario = made


@quick
@given(scenarios(), st.data())
def test_that_a_rename_leaves_no_trace_and_renaming_back_gives_the_scenario_again(scenario, data):
    one = some_ids(data, scenario)[0]
    made = edits.renamed(scenario, one, "the new one")
    old, new = json.loads(encode(scenario)), json.loads(encode(made))
    assert replaced_names(old, one, "the new one") == new
    assert edits.renamed(made, "the new one", one) == scenario


NAMING = ("id", "from", "to", "process", "initiator", "server", "on")


def replaced_names(value, old, new, key=None):
    """The document with one process renamed, by the format alone."""
    if isinstance(value, dict):
        return {
            k: v if k in ("state", "payload") else replaced_names(v, old, new, k)
            for k, v in value.items()
        }
    if isinstance(value, list):
        return [replaced_names(item, old, new, key) for item in value]
    return new if value == old and key in (*NAMING, "groups") else value


@quick
@given(scenarios(), st.data())
def test_that_what_is_deleted_is_named_nowhere(scenario, data):
    ids = some_ids(data, scenario)
    assume(len(ids) < len(scenario.processes))
    document = json.loads(encode(edits.without_processes(scenario, ids)))
    marked = document
    for name in ids:
        marked = replaced_names(marked, name, "\0")
    assert marked == document


@quick
@given(scenarios().map(near))
def test_that_inverse_edits_give_the_scenario_back(scenario):
    assume(all(pin.index < 2**53 - 1 for pin in scenario.delays))  # none is pushed past the last
    scenario = edits.positioned(scenario)
    more, name = edits.with_new_process(scenario)
    assert edits.without_processes(more, [name]) == scenario
    pasted, ids = edits.with_fragment(scenario, edits.fragment(scenario, [name_of(scenario)]))
    assert edits.without_processes(pasted, ids) == scenario
    for channel in scenario.channels:
        ends = (channel.source, channel.target)
        send = model.Send(5, *ends)
        sent = edits.insert_send(scenario, send, 2)
        assert edits.remove_action(sent, len(scenario.script), 2) == scenario
        assert edits.replace_channel(scenario, *ends) is scenario
    for index, action in enumerate(scenario.script):
        if not isinstance(action, model.Rollback):
            later = edits.moved_action(scenario, index, action.at_us // 2)
            assert edits.moved_action(later, index, action.at_us) == scenario


def name_of(scenario):
    return scenario.processes[0].id
