"""After a full replay the protocol objects remember what they did before the crash."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from snapviz.scenario.model import Crash, Restart
from snapviz.simulation import Simulation
from tests.properties.failures import failing

DEEP = settings(max_examples=1000, deadline=None)
QUICK = settings(max_examples=40, deadline=None)
POLICIES = ("none", "independent", "index-based", "fdas")
WAYS = failing(("pessimistic", "causal", "sender-based"), POLICIES, most=4, crashes=0)


def remembered(scenario, until_us, process):
    """What each object of a process, of the policy and the method, remembers at an instant."""
    simulation = Simulation(scenario, until_us)
    simulation.advance()
    names = {scenario.checkpointing.policy, scenario.logging.method} - {"none"}
    protocols = simulation._simulator.protocols
    told = {name: protocols[name][process].save() for name in names}
    # Which places others have told, and who has confirmed, is not in what is replayed.
    for volatile in ("log", "unconfirmed"):
        told.get("sender-based", {}).pop(volatile, None)
    return told, dict(simulation._simulator.states[process])


def check(scenario, part):
    """A crash and a restart at one instant change nothing; what was due just then is missed."""
    at_us, process = 10_000 + part % 90_000, part % len(scenario.processes)
    assume(at_us % scenario.checkpointing.interval_us)
    name = scenario.processes[process].id
    crash = (Crash(at_us, name), Restart(at_us, name))
    crashed = replace(scenario, script=(*scenario.script, *crash))
    assert remembered(crashed, at_us, process) == remembered(scenario, at_us, process)


@QUICK
@given(WAYS, st.integers(0, 10**9))
def test_that_a_replayed_process_remembers_what_it_knew(scenario, part):
    check(scenario, part)


@pytest.mark.deep
@DEEP
@given(WAYS, st.integers(0, 10**9))
def test_that_a_replayed_process_always_remembers_what_it_knew(scenario, part):
    check(scenario, part)
