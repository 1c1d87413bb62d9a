"""What a snapshot alone costs, as the help says it, on random strongly connected topologies."""

from __future__ import annotations

import random

import pytest

from snapviz.scenario.model import (
    Channel,
    Exponential,
    Fixed,
    Process,
    Scenario,
    TakeSnapshot,
    Workload,
)
from snapviz.simulation import simulate

MESSAGES = {
    "chandy-lamport": lambda n, e: e,
    "spezialetti-kearns": lambda n, e: e + 2 * (n - 1),
    "lai-yang": lambda n, e: 3 * (n - 1),
    "mattern": lambda n, e: 2 * n,
    "acharya-badrinath": lambda n, e: 2 * (n - 1),
    "alagar-venkatesan": lambda n, e: 3 * (n - 1),
    "barrier-unaligned": lambda n, e: e,
    "global-clock": lambda n, e: 0,
    "hybrid-logical-clock": lambda n, e: 3 * (n - 1),
    "vector-clock": lambda n, e: 3 * (n - 1),
    "naive-poll": lambda n, e: 2 * (n - 1),
}
"""For n processes and e channels; aligned barriers never finish on a cycle."""


def world(protocol: str, seed: int) -> Scenario:
    """A ring in some order and more channels; both ways where the protocol assumes so."""
    drawn = random.Random(seed)
    names = [f"P{number}" for number in range(drawn.randint(2, 7))]
    ring = drawn.sample(names, len(names))
    ways = {*zip(ring, ring[1:] + ring[:1], strict=True)}
    ways |= {(a, b) for a in names for b in names if a != b and drawn.random() < 0.3}
    if protocol == "spezialetti-kearns":
        ways |= {(b, a) for a, b in ways}
    is_by_clocks = protocol == "global-clock"
    start = {"at_local_us": 100_000} if is_by_clocks else {"initiator": drawn.choice(names)}
    return Scenario(
        tuple(Process(name, {"balance": 100}) for name in names),
        tuple(Channel(*way, delay=Fixed(drawn.randint(1_000, 9_000))) for way in sorted(ways)),
        seed=seed,
        duration_us=1_000_000,
        workload=Workload("bank", Exponential(20_000)),
        script=(TakeSnapshot(100_000, protocol, **start),),
    )


@pytest.mark.parametrize("protocol", MESSAGES)
def test_that_a_snapshot_takes_as_many_messages_as_the_help_says(protocol):
    for seed in range(12):
        scenario = world(protocol, seed)
        (snapshot,) = simulate(scenario).snapshots
        n, e = len(scenario.processes), len(scenario.channels)
        assert snapshot.status == "complete"
        assert snapshot.cost.logical_messages == MESSAGES[protocol](n, e), (n, e)
