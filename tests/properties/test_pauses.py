"""Saving takes time: snapshots are as right with a pause as without, under every protocol."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import Channel, Fixed, Send
from snapviz.simulation import with_protocol
from snapviz.study.assumptions import assumptions
from tests.properties.captures import rooted, run_to_completion
from tests.properties.oracle import History
from tests.properties.strategies import with_snapshots
from tests.properties.test_snapshots_out_of_order import assert_verdict_is

pauses = st.integers(1, 9).map(lambda ms: ms * 1_000) | st.integers(1, 60_000)


def both_ways(scenario):
    """The scenario with a channel back wherever one is missing."""
    ends = scenario.channel_index()
    back = [Channel(c.target, c.source, c.fifo, c.delay) for c in scenario.channels]
    more = tuple(c for c in back if (c.source, c.target) not in ends)
    return replace(scenario, channels=scenario.channels + more)


def asleep(scenario):
    """The scenario with nobody sending anything."""
    script = tuple(action for action in scenario.script if not isinstance(action, Send))
    workload = replace(scenario.workload, interval=Fixed(100 * scenario.duration_us))
    return replace(scenario, workload=workload, script=script)


fifo = with_snapshots(fifo=True, most=5, chances=(0.0, 0.0, 0.4))
worlds = st.one_of(
    fifo,
    fifo.map(both_ways),
    with_snapshots(fifo=False, most=5),
    rooted(most=5),
    fifo.map(asleep),
)
names = st.sampled_from(sorted(SNAPSHOT_PROTOCOLS))


def check(examples):
    """How many snapshots of each protocol were right where all it assumes holds."""
    seen = Counter()

    @settings(max_examples=examples)
    @given(worlds, names, pauses)
    def look(scenario, name, pause_us):
        scenario = replace(with_protocol(scenario, name), save_pause_us=pause_us)
        run = run_to_completion(scenario)
        assumed = assumptions(SNAPSHOT_PROTOCOLS[name], scenario, run)
        history = History(run)
        for snapshot in run.snapshots:
            if snapshot.status == "complete":
                assert_verdict_is(run, snapshot, history.truth(snapshot.number))
            # A poll assumes nothing of the channels, and fails where there are none.
            if all(a.holds for a in assumed) and snapshot.status != "failed":
                assert snapshot.status == "complete"
                assert snapshot.verdict.sound
                seen[name] += 1

    look()
    return seen


def test_that_snapshots_with_a_pause_are_right_where_all_they_assume_holds():
    assert sum(check(250).values()) > 50


@pytest.mark.deep
def test_that_many_snapshots_with_a_pause_are_right_under_every_protocol():
    seen = check(6000)
    assert min(seen[name] for name in SNAPSHOT_PROTOCOLS) > 20
