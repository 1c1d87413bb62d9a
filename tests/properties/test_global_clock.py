"""Global clock: right where no message is faster than two clocks are apart, in any order."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.protocols.snapshots.global_clock import GlobalClock
from snapviz.scenario.model import Clock, Fixed, Uniform
from snapviz.simulation import with_protocol
from tests.engine.worlds import bank, snapshots
from tests.properties.any_order import assert_all_are_right
from tests.properties.captures import faults
from tests.properties.strategies import with_snapshots

MOST_SKEW_US = 25_000


@st.composite
def within_bounds(draw):
    """Clocks up to so far apart, and no message that takes less."""
    skew_us = draw(st.integers(0, MOST_SKEW_US))
    slow_enough = st.builds(
        Uniform, st.integers(skew_us, skew_us + 9_000), st.integers(40_000, 90_000)
    )
    delay = st.just(Fixed(skew_us)) | slow_enough
    scenario = draw(
        with_snapshots(fifo=draw(st.booleans()), most=12, delay=delay, chances=(0.0, 0.3))
    )
    offsets = st.integers(0, skew_us) | st.sampled_from((0, skew_us))
    clocks = [Clock(draw(offsets)) for _ in scenario.processes]
    processes = zip(scenario.processes, clocks, strict=True)
    return replace(scenario, processes=tuple(replace(p, clock=c) for p, c in processes))


def for_nothing(scenario, snapshot) -> int:
    return 0


@settings(max_examples=80)
@given(within_bounds())
def test_that_every_snapshot_is_right(scenario):
    assert_all_are_right(scenario, GlobalClock.NAME, for_nothing)


@pytest.mark.deep
@settings(max_examples=1800)
@given(within_bounds())
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_all_are_right(scenario, GlobalClock.NAME, for_nothing)


def test_that_clocks_farther_apart_than_a_message_takes_are_found_wrong():
    base = replace(bank(4, 500_000, delay=Uniform(5_000, 60_000)), script=snapshots(150_000))
    found = Counter()
    for seed in range(20):
        apart = [replace(p, clock=Clock(25_000 * k)) for k, p in enumerate(base.processes)]
        scenario = replace(base, processes=tuple(apart), seed=seed)
        found += faults(with_protocol(scenario, GlobalClock.NAME))
        near = [replace(p, clock=Clock(1_500 * k)) for k, p in enumerate(base.processes)]
        assert not +faults(
            with_protocol(replace(base, processes=tuple(near), seed=seed), GlobalClock.NAME)
        )
    assert found["orphans"] > 5 and not found["missing"] and not found["extra"]
