"""A simulation that is over gives its memory back without the collector, and its run stays whole."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest

from snapviz.documents import load_scenario
from snapviz.resources import scenarios_folder
from snapviz.simulation import Simulation, simulate

SHIPPED = sorted(scenarios_folder().glob("*.snapviz.json"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name.split(".")[0])
def test_that_a_closed_simulation_is_gone_and_its_run_is_whole(path):
    scenario = load_scenario(path)
    gc.collect()
    gc.disable()
    try:
        simulation = Simulation(scenario)
        simulation.advance()
        run = simulation.finish()
        known = weakref.ref(simulation._simulator)
        simulation.close()
        del simulation
        assert known() is None
    finally:
        gc.enable()
    still_open = Simulation(scenario)
    still_open.advance()
    other = still_open.finish()
    assert run.digest == other.digest
    middle = run.trace.row_count // 2
    assert run.states_at(middle) == other.states_at(middle)
    # What is edited late goes on from a keyframe of the run.
    longer = replace(scenario, duration_us=scenario.duration_us + 50_000)
    assert simulate(longer, earlier=run).digest == simulate(longer).digest


def test_that_one_given_up_on_the_way_is_gone_too():
    gc.collect()
    gc.disable()
    try:
        simulation = Simulation(load_scenario(SHIPPED[0]))
        simulation.advance(5)
        known = weakref.ref(simulation._simulator)
        simulation.close()
        del simulation
        assert known() is None
    finally:
        gc.enable()
