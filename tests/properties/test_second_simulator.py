"""Runs with several crashes and rollbacks, against a second simulator written from the contract."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.report import run_report
from snapviz.scenario.model import (
    Channel,
    Crash,
    Logging,
    Process,
    Restart,
    Rollback,
    Scenario,
    Send,
    TakeCheckpoint,
)
from snapviz.simulation import simulate
from tests.properties.second_simulator import SecondSimulator

MS = 1000
QUICK = settings(max_examples=60, deadline=None)
DEEP = settings(max_examples=3000, deadline=None)
NAMES = ("P1", "P2", "P3")
METHODS = ("none", "none", "pessimistic", "optimistic", "causal")
names = st.sampled_from(NAMES)
instants = st.integers(1, 100)


@st.composite
def runs(draw) -> Scenario:
    """All times differ: sends at even milliseconds, everything else a little beside."""
    fifo = draw(st.booleans())
    ways = ("wait", "lost") if fifo else ("wait", "lost", "retransmit")
    when_down, at_ms, script = draw(st.sampled_from(ways)), 0, []
    for number in range(draw(st.integers(3, 16))):
        at_ms += 2 * draw(st.integers(1, 6))
        ends = draw(st.sampled_from(list(permutations(NAMES, 2))))
        delay_us = (2 * draw(st.integers(1, 20)) + 1) * MS + number
        amount = {"amount": draw(st.integers(1, 9))}
        script.append(Send(at_ms * MS, *ends, amount, delay_us))
    for place in range(draw(st.integers(0, 6))):
        script.append(TakeCheckpoint(draw(instants) * MS + 500 + place, draw(names)))
    for place in range(draw(st.integers(1, 4))):
        at_us = draw(instants) * MS + 250 + 2 * place
        if draw(st.integers(0, 3)) == 0:
            script.append(Rollback(at_us, draw(st.integers(0, at_us))))
        else:
            name, down_ms = draw(names), draw(st.integers(1, 30))
            script += [Crash(at_us, name), Restart(at_us + down_ms * MS + 1, name)]
    pairs = permutations(NAMES, 2)
    return Scenario(
        tuple(Process(name, {"balance": 1000}) for name in NAMES),
        tuple(Channel(*ends, fifo=fifo, when_down=when_down) for ends in pairs),
        script=tuple(script),
        duration_us=300 * MS,
        logging=Logging(draw(st.sampled_from(METHODS)), 17 * MS + 3),
    )


def check(scenario: Scenario) -> None:
    second, report = SecondSimulator(scenario), run_report(simulate(scenario))
    sent = [action.at_us / MS for action in second.sends]
    recoveries = report.get("recoveries", [])
    assert len(recoveries) == len(second.came)
    for told, came in zip(recoveries, second.came, strict=True):
        assert tuple(told["crashed"]) == came.crashed
        assert told["recovery_line"] == came.line
        assert (told["undone_events"], told["replayed_messages"]) == (came.undone, came.replayed)
        assert sorted(m["sent_ms"] for m in told["lost_messages"]) == [sent[m] for m in came.lost]
        again = sorted(m["sent_ms"] for m in told["delivered_again"])
        assert again == [sent[m] for m in came.again] and told["orphans"] == []
        for key, balances in (("before_crash", came.before), ("after_replay", came.after)):
            states = {name: {"balance": balance} for name, balance in balances.items()}
            assert told[f"state_{key}"] == states
    ends = {p["id"]: (p["events"], p["state"]["balance"]) for p in report["processes"]}
    assert ends == {n: (len(p.events), second.balance(n)) for n, p in second.processes.items()}
    assert second.message_counts().items() <= report["messages"].items()
    assert [round(s["at_ms"] * MS) for s in report.get("skipped", [])] == second.skipped


@QUICK
@given(runs())
def test_that_a_second_simulator_agrees(scenario):
    check(scenario)


@pytest.mark.deep
@DEEP
@given(runs())
def test_that_a_second_simulator_always_agrees(scenario):
    check(scenario)
