"""Pairs of scenarios, one edited from the other, for hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from snapviz.scenario import edits
from snapviz.scenario.model import Branch, Clock, Exponential, Fixed, Scenario
from tests.engine import strategies


def _ends(scenario: Scenario):
    return st.sampled_from([(channel.source, channel.target) for channel in scenario.channels])


def _script_edits(scenario: Scenario):
    ids = [process.id for process in scenario.processes]
    actions = strategies.actions(ids, scenario.channels)
    yield actions.map(lambda action: edits.with_action(scenario, action))
    if scenario.script:
        index = st.integers(0, len(scenario.script) - 1)
        yield index.map(lambda i: edits.without_action(scenario, i))
        yield st.tuples(index, actions).map(lambda p: edits.replace_action(scenario, *p))
        yield st.tuples(index, strategies.times).map(
            lambda p: edits.replace_action(
                scenario, p[0], replace(scenario.script[p[0]], at_us=p[1])
            )
        )
        yield st.permutations(scenario.script).map(lambda s: replace(scenario, script=tuple(s)))


def _pin_edits(scenario: Scenario):
    ends, index = _ends(scenario), st.integers(0, 6)
    yield st.tuples(ends, index, strategies.short).map(
        lambda p: edits.with_pin(scenario, *p[0], *p[1:])
    )
    yield st.tuples(ends, index).map(lambda p: edits.without_pin(scenario, *p[0], p[1]))


def _channel_edits(scenario: Scenario):
    ends = _ends(scenario)
    yield st.tuples(ends, strategies.delays).map(
        lambda p: edits.replace_channel(scenario, *p[0], delay=p[1])
    )
    yield ends.map(lambda end: edits.replace_channel(scenario, *end, loss=0.4))
    yield st.just(replace(scenario, channels=scenario.channels[::-1]))


def _other_edits(scenario: Scenario):
    last = scenario.processes[-1].id
    yield strategies.times.map(lambda at: replace(scenario, duration_us=at))
    yield strategies.times.map(lambda more: replace(scenario, duration_us=LONG_US + more))
    yield st.just(replace(scenario, seed=scenario.seed + 1))
    yield st.just(edits.replace_process(scenario, last, clock=Clock(77, 10**6)))
    yield st.just(edits.replace_process(scenario, last, state={"balance": 33}))
    yield st.just(edits.replace_process(scenario, last, position=(3.0, 4.0)))
    yield st.just(replace(scenario, title="T", branches=(Branch("b", 1),)))
    changed = replace(scenario.workload, interval=Fixed(3_000))
    yield st.just(replace(scenario, workload=changed))


LONG_US = 60_000


@st.composite
def edited(draw, scenario: Scenario) -> Scenario:
    """The scenario after one edit; most edits are of the script and of pins."""
    kinds = list(_script_edits(scenario)) * 4
    if scenario.channels:
        kinds += list(_pin_edits(scenario)) * 4 + list(_channel_edits(scenario))
    kinds += list(_other_edits(scenario))
    return draw(draw(st.sampled_from(kinds)))


@st.composite
def histories(draw) -> list[Scenario]:
    """A scenario and what one, two or three edits in a row make of it."""
    scenario = draw(strategies.scenarios(most_processes=5))
    busy = replace(scenario.workload, interval=Exponential(3_000))
    history = [replace(scenario, workload=busy, duration_us=LONG_US)]
    for _ in range(draw(st.integers(1, 3))):
        history.append(draw(edited(history[-1])))
    return history
