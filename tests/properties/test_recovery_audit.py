"""Recoveries over channels that lose and double, judged by a second opinion."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Crash,
    Exponential,
    Logging,
    Process,
    Restart,
    Rollback,
    Scenario,
    Uniform,
    Workload,
)
from snapviz.simulation import simulate
from tests.properties.failures import failing
from tests.properties.recovery_oracle import (
    check_nothing_is_sent_before_it_is_confirmed,
    check_recoveries,
)

QUICK = settings(max_examples=12, deadline=None)
DEEP = settings(max_examples=400, deadline=None)
METHODS = ("none", "pessimistic", "sender-based", "optimistic", "causal")
POLICIES = ("none", "independent", "index-based", "fdas", "koo-toueg")
WHEN_DOWN = ("wait", "lost", "retransmit")
ENDS_US = 150_000


@st.composite
def busy(draw, method) -> Scenario:
    """Three or four banks that send all the time, over channels that lose and double."""
    names = ("P1", "P2", "P3", "P4")[: draw(st.integers(3, 4))]
    fifo, loss = draw(st.booleans()), draw(st.sampled_from((0.0, 0.1)))
    doubled, kept = draw(st.sampled_from((0.0, 0.3, 0.6))), st.sampled_from(WHEN_DOWN)
    ways = [
        Channel(a, b, fifo, Uniform(1_000, 20_000), loss, doubled, draw(kept))
        for a, b in permutations(names, 2)
    ]
    script: list = []
    for _ in range(draw(st.integers(1, 3))):
        at_us, name = draw(st.integers(5_000, 70_000)), draw(st.sampled_from(names))
        down_us = draw(st.integers(1_000, 40_000))
        script += [Crash(at_us, name), Restart(at_us + down_us, name)]
    if draw(st.booleans()):
        at_us = draw(st.integers(20_000, 110_000))
        script.append(Rollback(at_us, draw(st.integers(at_us // 2, at_us))))
    return Scenario(
        tuple(Process(name, {"balance": 100}) for name in names),
        tuple(ways),
        seed=draw(st.integers(0, 10**6)),
        duration_us=ENDS_US,
        script=tuple(script),
        workload=Workload("bank", Exponential(draw(st.integers(4_000, 15_000)))),
        checkpointing=Checkpointing(draw(st.sampled_from(POLICIES)), 30_000),
        logging=Logging(method, 25_000),
    )


def check(method, data):
    faulty = failing((method,), POLICIES, most=4, chances=(0.0, 0.3), rollbacks=1)
    run = simulate(data.draw(busy(method) | faulty), ENDS_US)
    check_recoveries(run)
    if method == "sender-based":
        check_nothing_is_sent_before_it_is_confirmed(run)


@pytest.mark.parametrize("method", METHODS)
@QUICK
@given(data=st.data())
def test_that_recoveries_are_what_the_reference_promises(method, data):
    check(method, data)


@pytest.mark.deep
@pytest.mark.parametrize("method", METHODS)
@DEEP
@given(data=st.data())
def test_that_recoveries_are_always_what_the_reference_promises(method, data):
    check(method, data)


def test_that_nothing_is_lost_of_which_another_copy_comes_at_that_instant():
    names = ("P1", "P2", "P3", "P4")
    ways = [
        Channel(a, b, False, Uniform(1_000, 20_000), duplication=0.3)
        for a, b in permutations(names, 2)
    ]
    scenario = Scenario(
        tuple(Process(name, {"balance": 100}) for name in names),
        tuple(ways),
        seed=1,
        duration_us=ENDS_US,
        workload=Workload("bank", Exponential(7_532)),
        script=(Crash(30_003, "P3"), Restart(32_493, "P3")),
        checkpointing=Checkpointing("independent", 30_000),
    )
    run = simulate(scenario)
    (recovery,) = run.trace.recoveries
    assert recovery.undone == (0, 0, 1, 0) and not recovery.lost
    check_recoveries(run)
