"""What protocols assume, and whether a scenario and its run grant it."""

from dataclasses import replace

import pytest

from snapviz.scenario.model import (
    Channel,
    Clock,
    Crash,
    Fixed,
    Partition,
    Process,
    Scenario,
    Send,
    SetChannel,
    SetClock,
    TakeSnapshot,
)
from snapviz.simulation import simulate
from snapviz.study.assumptions import ASSUMPTIONS, assumptions
from snapviz.study.shape import circle, one_way, out_of_reach


def world(*ends: str, script=(), **fields) -> Scenario:
    """Processes A, B, C, D and the channels named, such as AB."""
    channels = tuple(Channel(a, b, delay=Fixed(10_000), **fields) for a, b in ends)
    return Scenario(tuple(Process(name) for name in "ABCD"), channels, script=script)


def judged(name: str, scenario: Scenario, run=None):
    protocol = type("Assuming", (), {"ASSUMES": (name,)})
    ((_, holds, why),) = assumptions(protocol, scenario, run)
    return holds, str(why)


def by_run(name: str, scenario: Scenario):
    return judged(name, scenario, simulate(scenario))


ROUND = ("AB", "BC", "CD", "DA")
TAKEN = (TakeSnapshot(5_000, initiator="A"),)


@pytest.mark.parametrize(
    ("name", "scenario", "holds", "words"),
    [
        ("fifo", world("AB"), True, "every channel keeps the order"),
        ("fifo", world("AB", fifo=False), False, "A → B need not keep the order"),
        ("fifo", world("AB", script=(SetChannel(0, "A", "B", fifo=False),)), False, "A → B"),
        ("reliable", world("AB"), True, "no channel loses"),
        ("reliable", world("AB", loss=0.1), False, "A → B may lose messages"),
        ("reliable", world("AB", script=(SetChannel(0, "A", "B", loss=0.5),)), False, "may lose"),
        ("reliable", world("AB", script=(Partition(0, (("A",), ("B",))),)), False, "partition"),
        ("reachable", world("AB", "BC", "CD", script=TAKEN), True, "from the initiators"),
        ("reachable", world("AB", "BC", "DA", script=TAKEN), False, "from A to D"),
        ("strongly-connected", world(*ROUND), True, "from every other"),
        ("strongly-connected", world(*ROUND[:3]), False, "no channels lead from B to A"),
        ("bidirectional", world("AB", "BA"), True, "has one back"),
        ("bidirectional", world("AB", "BA", "BC"), False, "B → C has no channel back"),
        ("acyclic", world("AB", "AC", "BD", "CD"), True, "no channels lead back"),
        ("acyclic", world("AB", "BC", "CB", "CD"), False, "from B back to it"),
        ("no-crash", world("AB"), True, "no process crashes"),
        ("no-crash", world("AB", script=(Crash(0, "B"),)), False, "B crashes"),
    ],
)
def test_that_a_scenario_grants_an_assumption_or_breaks_it(name, scenario, holds, words):
    found, why = judged(name, scenario)
    assert found is holds
    assert words in why


def test_that_causal_delivery_is_what_the_run_shows():
    direct = Send(10_000, "A", "C", {}, 90_000)
    relayed = (Send(20_000, "A", "B", {}, 5_000), Send(30_000, "B", "C", {}, 5_000))
    scenario = world("AC", "AB", "BC", script=(direct, *relayed))
    assert by_run("causal-delivery", scenario) == (
        False,
        "a message A → C was overtaken by a causally later one",
    )
    slow = replace(scenario, script=(replace(direct, delay_us=1_000), *relayed))
    assert by_run("causal-delivery", slow)[0] is True
    assert judged("causal-delivery", scenario) == (None, "only a run can tell")


@pytest.mark.parametrize(("skew_us", "holds"), [(10_000, True), (10_001, False)])
def test_that_clocks_may_be_as_far_apart_as_the_fastest_message_takes(skew_us, holds):
    early = Process("A", clock=Clock(skew_us))
    script = (Send(6_000, "A", "B"), *TAKEN)
    scenario = world(*ROUND, script=script)
    scenario = replace(scenario, processes=(early, *scenario.processes[1:]))
    found, why = by_run("bounded-skew", scenario)
    assert found is holds
    assert f"{skew_us / 1000:g} ms" in why


def test_that_what_a_drift_has_left_of_a_microsecond_counts():
    """0.6 ppm are 1.2 us in two seconds, however often the clock is set to it."""
    script = (SetClock(1_000_000, "A", drift_ppb=600), TakeSnapshot(2_000_000, initiator="A"))
    scenario = world(*ROUND, script=script)
    drifting = Process("A", clock=Clock(0, 600))
    scenario = replace(scenario, processes=(drifting, *scenario.processes[1:]))
    run = simulate(scenario, 2_000_000)
    assert "0.001 ms" in judged("bounded-skew", scenario, run)[1]


def test_that_only_the_clocks_while_a_snapshot_is_taken_count():
    script = (Send(6_000, "A", "B"), *TAKEN, SetClock(900_000, "B", 50_000))
    assert by_run("bounded-skew", world(*ROUND, script=script))[0] is True
    during = (*script[:2], SetClock(8_000, "B", 50_000))
    assert by_run("bounded-skew", world(*ROUND, script=during))[0] is False


def test_that_quiet_means_nothing_is_under_way():
    assert by_run("quiet", world(*ROUND, script=TAKEN))[0] is True
    busy = world(*ROUND, script=(Send(1_000, "B", "C"), *TAKEN))
    assert by_run("quiet", busy) == (False, "a message B → C is under way meanwhile")
    late = world(*ROUND, script=(Send(500_000, "B", "C"), *TAKEN))
    assert by_run("quiet", late)[0] is True


def test_that_every_name_of_the_vocabulary_can_be_judged():
    scenario = world(*ROUND, script=TAKEN)
    run = simulate(scenario)
    assert len(ASSUMPTIONS) == 10
    for name in ASSUMPTIONS:
        assert judged(name, scenario, run)[0] is not None


def test_that_the_shape_of_the_channels_is_read_right():
    scenario = world("AB", "BC", "CB", "CD")
    assert out_of_reach(scenario, "B") == ["A"]
    assert one_way(scenario) == [("A", "B"), ("C", "D")]
    assert circle(scenario) == ["B", "C", "D"]
    assert circle(world("AB", "BC")) == []
