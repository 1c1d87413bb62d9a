"""Any protocol on random runs: is each snapshot complete and right, and what did it cost?"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from snapviz.engine.hooks import SnapshotProtocol
from snapviz.engine.simulator import Simulator
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS, WORKLOADS
from snapviz.run import Run, Snapshot
from snapviz.scenario.model import Channel, Exponential, Process, Scenario, TakeSnapshot, Workload
from snapviz.simulation import with_protocol
from tests.engine.strategies import delays
from tests.properties.oracle import History
from tests.properties.strategies import BUSY_UNTIL_US, ENOUGH_US, moments
from tests.properties.test_snapshots_on_fifo import (
    assert_cut_is_closed,
    assert_recorded_what_is_true,
)
from tests.properties.test_snapshots_out_of_order import assert_verdict_is

Expected = Callable[[Scenario, Snapshot], int]


def run_under(scenario: Scenario, *protocols: type[SnapshotProtocol]) -> Run:
    """The run of a scenario whose snapshots are named by these protocols, or by the registry."""
    table = {**SNAPSHOT_PROTOCOLS, **{protocol.NAME: protocol for protocol in protocols}}
    simulator = Simulator(scenario, table, WORKLOADS)
    simulator.advance()
    return Run(simulator)


def run_to_completion(scenario: Scenario) -> Run:
    """The run, ten times as long where a snapshot is not over by its end."""
    run = run_under(scenario)
    if any(snapshot.status == "recording" for snapshot in run.snapshots):
        run = run_under(replace(scenario, duration_us=10 * scenario.duration_us))
    return run


def assert_all_are_right(scenario: Scenario, protocol: str, expected: Expected) -> Run:
    """Complete, consistent, conserved, equal to the second oracle, for the expected price."""
    scenario = with_protocol(scenario, protocol)
    run = run_to_completion(scenario)
    history = History(run)
    assert len(run.snapshots) == sum(a.ACTION == "snapshot" for a in scenario.script)
    for snapshot in run.snapshots:
        assert snapshot.status == "complete"
        assert snapshot.verdict.sound
        assert_recorded_what_is_true(run, snapshot, history.truth(snapshot.number))
        assert_cut_is_closed(snapshot)
        assert snapshot.cost.control_messages == expected(scenario, snapshot)
    return run


def faults(scenario: Scenario, *protocols: type[SnapshotProtocol]) -> Counter:
    """What the verdicts of a run have found wrong; the second oracle agrees with them."""
    run, found = run_under(scenario, *protocols), Counter()
    history = History(run)
    for snapshot in run.snapshots:
        if snapshot.verdict is None:
            found["incomplete"] += 1
            continue
        assert_verdict_is(run, snapshot, history.truth(snapshot.number))
        for name in ("orphans", "missing", "extra"):
            found[name] += bool(getattr(snapshot.verdict, name))
    return found


def hops(scenario: Scenario, start: str) -> dict[str, int]:
    """How many channels a shortest path has from one process to each it leads to."""
    found, queue = {start: 0}, deque([start])
    while queue:
        here = queue.popleft()
        for channel in scenario.channels:
            if channel.source == here and channel.target not in found:
                found[channel.target] = found[here] + 1
                queue.append(channel.target)
    return found


@st.composite
def rooted(draw, fifo: bool = True, most: int = 12, delay=delays, chances=(0.0,)) -> Scenario:
    """Channels that lead in no circle, and from one process to all; that one takes snapshots."""
    count = draw(st.integers(2, most))
    ids = draw(st.permutations([f"P{number}" for number in range(1, count + 1)]))
    ends = {(ids[draw(st.integers(0, place - 1))], ids[place]) for place in range(1, count)}
    pairs = [(a, b) for place, a in enumerate(ids) for b in ids[place + 1 :]]
    more = draw(st.integers(0, 2 ** len(pairs) - 1)) & draw(st.integers(0, 2 ** len(pairs) - 1))
    styles = draw(st.lists(st.tuples(delay, st.sampled_from(chances)), min_size=1, max_size=3))
    found = [pair for place, pair in enumerate(pairs) if more >> place & 1 or pair in ends]
    return Scenario(
        tuple(Process(name, {"balance": draw(st.integers(0, 300))}) for name in sorted(ids)),
        tuple(
            Channel(*pair, fifo, styles[at % len(styles)][0], 0.0, styles[at % len(styles)][1])
            for at, pair in enumerate(found)
        ),
        seed=draw(st.integers(0, 10_000)),
        duration_us=ENOUGH_US,
        workload=Workload("bank", Exponential(draw(st.integers(8_000, BUSY_UNTIL_US)))),
        script=tuple(
            TakeSnapshot(at, initiator=ids[0])
            for at in draw(st.lists(moments, min_size=1, max_size=4))
        ),
    )
