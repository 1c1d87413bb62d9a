"""Naive poll: right while nothing is under way, by its price; wrong as soon as something is."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.protocols.snapshots.naive_poll import NaivePoll
from snapviz.scenario.model import Fixed, Send, TakeSnapshot, Uniform, Workload
from snapviz.simulation import with_protocol
from tests.engine.worlds import bank, snapshots
from tests.properties.any_order import assert_all_are_right
from tests.properties.captures import faults, hops
from tests.properties.strategies import with_snapshots

SLOWEST_US = 60_000
ROUND_US = 4_000_000  # sends, then quiet, then polls: 22 hops at the most
bounded = st.one_of(
    st.integers(0, SLOWEST_US).map(Fixed),
    st.builds(Uniform, st.integers(0, 20_000), st.integers(20_000, SLOWEST_US)),
)


@st.composite
def with_quiet(draw):
    """Two rounds: messages come to rest before the polls begin, and the next wait for their end."""
    fifo = draw(st.booleans())
    scenario = draw(with_snapshots(fifo=fifo, most=12, delay=bounded, chances=(0.0, 0.3)))
    ids = [process.id for process in scenario.processes]
    script = []
    for start_us in (0, ROUND_US):
        for at_us in draw(st.lists(st.integers(0, SLOWEST_US), max_size=12)):
            channel = draw(st.sampled_from(scenario.channels))
            payload = {"amount": draw(st.integers(0, 40))}
            script.append(Send(start_us + at_us, channel.source, channel.target, payload))
        quiet_us = start_us + 3 * SLOWEST_US
        for at_us in draw(st.lists(st.integers(0, SLOWEST_US), min_size=1, max_size=3)):
            script.append(TakeSnapshot(quiet_us + at_us, initiator=draw(st.sampled_from(ids))))
    processes = tuple(replace(p, state={"balance": 500}) for p in scenario.processes)
    return replace(
        scenario,
        processes=processes,
        workload=Workload(),
        script=tuple(script),
        duration_us=2 * ROUND_US,
    )


def there_and_back_by_hops(scenario, snapshot) -> int:
    there = hops(scenario, snapshot.initiator)
    return sum(there.values()) + sum(hops(scenario, p)[snapshot.initiator] for p in there)


def assert_right_in_quiet(scenario) -> None:
    run = assert_all_are_right(scenario, NaivePoll.NAME, there_and_back_by_hops)
    for snapshot in run.snapshots:
        assert snapshot.cost.logical_messages == 2 * (len(scenario.processes) - 1)
        assert snapshot.channels == {}


@settings(max_examples=60)
@given(with_quiet())
def test_that_every_poll_in_quiet_is_right(scenario):
    assert_right_in_quiet(scenario)


@pytest.mark.deep
@settings(max_examples=1800)
@given(with_quiet())
def test_that_every_poll_in_quiet_of_many_runs_is_right(scenario):
    assert_right_in_quiet(scenario)


def test_that_in_traffic_a_search_finds_orphans():
    base = replace(bank(4, 400_000, delay=Uniform(1_000, 60_000)), script=snapshots(100_000))
    found = Counter()
    for seed in range(40):
        found += faults(with_protocol(replace(base, seed=seed), NaivePoll.NAME))
    assert found["orphans"] > 5 and not found["missing"] and not found["extra"]
