"""What each docstring says a snapshot costs, counted: alone, several at once, and periodically."""

import inspect
from dataclasses import replace

import pytest

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import Channel, Fixed, Scenario, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import processes

# The words of the docstring, and what they come to with n processes and e channels, all direct.
FORMULAS = {
    "chandy-lamport": ("e in all, for each snapshot", lambda n, e: e),
    "naive-poll": ("2(n-1) in all", lambda n, e: 2 * (n - 1)),
    "global-clock": ("Messages: none", lambda n, e: 0),
    "acharya-badrinath": ("2(n-1) in all", lambda n, e: 2 * (n - 1)),
    "alagar-venkatesan": ("3(n-1) in all", lambda n, e: 3 * (n - 1)),
    "barrier-aligned": ("e in all, for each snapshot", lambda n, e: e),
    "barrier-unaligned": ("e in all, for each snapshot", lambda n, e: e),
    "lai-yang": ("3(n-1) in all", lambda n, e: 3 * (n - 1)),
    "mattern": ("2n in all", lambda n, e: 2 * n),
    "hybrid-logical-clock": ("3(n-1) in all", lambda n, e: 3 * (n - 1)),
    "vector-clock": ("3(n-1) in all", lambda n, e: 3 * (n - 1)),
    "spezialetti-kearns": ("e + 2(n-1) for one snapshot alone", lambda n, e: e + 2 * (n - 1)),
}
SHARED = "e markers, n-r reports up the trees, r(r-1) among the initiators"


def world(protocol: str, count: int, *script: TakeSnapshot) -> Scenario:
    """Everybody to everybody; for aligned barriers only forwards, for a cycle would not end."""
    ids = [process.id for process in processes(count)]
    forwards = protocol == "barrier-aligned"
    ends = [(a, b) for a in ids for b in ids if a < b or (a > b and not forwards)]
    channels = tuple(Channel(*pair, delay=Fixed(10_000)) for pair in ends)
    return Scenario(processes(count), channels, duration_us=900_000, script=script)


def taken(protocol: str, at_us: int, initiator: str) -> TakeSnapshot:
    if protocol == "global-clock":
        return TakeSnapshot(at_us, protocol, at_local_us=at_us + 1_000)
    return TakeSnapshot(at_us, protocol, initiator)


def costs(scenario: Scenario) -> list[int]:
    run = simulate(scenario)
    assert all(snapshot.status == "complete" for snapshot in run.snapshots)
    found = [snapshot.cost.control_messages for snapshot in run.snapshots]
    assert sum(found) == run.message_counts["control"]
    return found


def test_that_every_protocol_has_a_formula():
    assert set(FORMULAS) == set(SNAPSHOT_PROTOCOLS)


@pytest.mark.parametrize("protocol", FORMULAS)
def test_that_a_snapshot_costs_what_its_docstring_says(protocol):
    words, formula = FORMULAS[protocol]
    told = inspect.getmodule(SNAPSHOT_PROTOCOLS[protocol]).__doc__
    assert words in " ".join(told.split())
    for count in range(2, 8):
        scenario = world(protocol, count, taken(protocol, 20_000, "P1"))
        assert costs(scenario) == [formula(count, len(scenario.channels))], count


@pytest.mark.parametrize("protocol", [name for name in FORMULAS if name != "spezialetti-kearns"])
def test_that_snapshots_at_once_cost_as_much_each(protocol):
    names = ["P1"] * 3 if protocol == "barrier-aligned" else ["P1", "P3", "P4"]
    script = [taken(protocol, 20_000 + 2_000 * turn, name) for turn, name in enumerate(names)]
    scenario = world(protocol, 5, *script)
    assert costs(scenario) == [FORMULAS[protocol][1](5, len(scenario.channels))] * 3


@pytest.mark.parametrize("initiators", [1, 2, 3, 5])
def test_that_initiators_who_share_a_cut_pay_for_it_together(initiators):
    n, r = 5, initiators
    assert SHARED in " ".join(
        inspect.getmodule(SNAPSHOT_PROTOCOLS["spezialetti-kearns"]).__doc__.split()
    )
    script = [taken("spezialetti-kearns", 20_000, f"P{number}") for number in range(1, r + 1)]
    scenario = world("spezialetti-kearns", n, *script)
    assert sum(costs(scenario)) == len(scenario.channels) + (n - r) + r * (r - 1) + (n - r)


@pytest.mark.parametrize("protocol", FORMULAS)
def test_that_every_protocol_runs_periodically(protocol):
    first = replace(taken(protocol, 20_000, "P1"), every_us=150_000, times=4)
    scenario = world(protocol, 4, first)
    assert costs(scenario) == [FORMULAS[protocol][1](4, len(scenario.channels))] * 4
    started = [snapshot.started_us for snapshot in simulate(scenario).snapshots]
    assert started == [20_000 + 150_000 * turn for turn in range(4)]
