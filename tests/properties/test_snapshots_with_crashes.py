"""Every protocol in runs with crashes and rollbacks: what it completes is right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import TakeSnapshot
from snapviz.simulation import simulate
from tests.properties.failures import failing

# These promise nothing without synchronised clocks, or at all.
PROMISE_NOTHING = ("naive-poll", "global-clock")
METHODS = ("none", "pessimistic", "optimistic")


@st.composite
def captured(draw, protocol: str):
    scenario = draw(failing(METHODS, rollbacks=1, fifo=True))

    def taken(action: TakeSnapshot) -> TakeSnapshot:
        if protocol != "global-clock":
            return replace(action, protocol=protocol)
        return replace(action, protocol=protocol, initiator=None, at_local_us=action.at_us + 500)

    script = [taken(a) if isinstance(a, TakeSnapshot) else a for a in scenario.script]
    return replace(scenario, script=tuple(script))


def check(protocol: str, examples: int) -> None:
    completed = []

    @settings(max_examples=examples, deadline=None)
    @given(captured(protocol))
    def check_one(scenario):
        run = simulate(scenario)
        # What a crash loses, a protocol that counts on every message goes on to miss.
        is_misled = bool(run.trace.losses) and "reliable" in SNAPSHOT_PROTOCOLS[protocol].ASSUMES
        for snapshot in run.snapshots:
            if snapshot.verdict is not None:
                completed.append(snapshot.id)
                promised = protocol not in PROMISE_NOTHING and not is_misled
                assert snapshot.verdict.sound or not promised

    check_one()
    # On most of these graphs aligned barriers wait for each other.
    assert len(completed) > examples // 10 or protocol == "barrier-aligned"


@pytest.mark.parametrize("protocol", SNAPSHOT_PROTOCOLS)
def test_that_what_is_completed_among_crashes_is_right(protocol):
    check(protocol, 15)


@pytest.mark.deep
@pytest.mark.parametrize("protocol", SNAPSHOT_PROTOCOLS)
def test_that_whatever_is_completed_among_crashes_is_right(protocol):
    check(protocol, 400)
