"""The shipped scenarios 20 to 24 show what their descriptions claim."""

from __future__ import annotations

from functools import cache

import pytest

import snapviz
from snapviz.causality.cuts import is_consistent
from snapviz.run import Run
from snapviz.scenario.model import Scenario
from snapviz.simulation import simulate, with_protocol


@pytest.fixture
def scenario(root):
    @cache
    def loaded(start: str) -> Scenario:
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return snapviz.load_scenario(path)

    return loaded


def amounts(snapshot) -> dict[str, list[int]]:
    return {
        f"{source}->{target}": [message.payload["amount"] for message in messages]
        for (source, target), messages in snapshot.channels.items()
    }


def recorded_us(snapshot) -> dict[str, int]:
    return {name: saved.recorded_us for name, saved in snapshot.processes.items()}


def control(run: Run, *ends: str) -> list[tuple[int, int]]:
    """(sent, received) of the control messages on one channel."""
    trace, channel = run.trace, run.scenario.channel_index()[ends]
    chosen = trace.message_control & (trace.message_channel == channel)
    times = zip(trace.message_sent[chosen], trace.message_received[chosen], strict=True)
    return [(int(sent), int(received)) for sent, received in times]


def test_that_colours_hold_where_the_marker_was_overtaken(scenario):
    broken, coloured = scenario("05"), scenario("20")
    assert broken.channels == coloured.channels and broken.delays == coloured.delays
    (snapshot,) = simulate(coloured).snapshots
    assert snapshot.verdict.sound and snapshot.verdict.recorded == 3000
    assert recorded_us(snapshot)["P2"] == 160_000
    assert amounts(snapshot) == {"P2->P3": [10], "P3->P1": [15]}
    (back,) = simulate(with_protocol(coloured, "chandy-lamport")).snapshots
    assert back.verdict.recorded == 3025


def test_that_the_token_waits_for_the_forty(scenario):
    run = simulate(scenario("21"))
    (snapshot,) = run.snapshots
    assert snapshot.verdict.sound and snapshot.cost.control_messages == 6
    assert amounts(snapshot) == {"P2->P3": [40], "P3->P2": [15]}
    ((_, first), (_, second)) = control(run, "P2", "P3")
    ((passed_on, _), (let_go, _)) = control(run, "P3", "P1")
    assert first == passed_on
    assert second == 260_000 and let_go == 350_000


def test_that_the_clocks_alone_do_not_give_what_the_stamps_give(scenario):
    (snapshot,) = simulate(scenario("22")).snapshots
    assert snapshot.verdict.sound and snapshot.verdict.recorded == 4000
    offsets = [process.clock.offset_us for process in scenario("22").processes]
    assert max(offsets) - min(offsets) == 105_000
    (by_clock,) = simulate(with_protocol(scenario("22"), "global-clock")).snapshots
    assert not by_clock.verdict.consistent


def test_that_two_walk_back_from_states_that_do_not_go_together(scenario):
    run = simulate(scenario("23"))
    (snapshot,) = run.snapshots
    asked = [run.events_before(_row_at(run, at), p) for p, at in enumerate(_asked_us(run))]
    assert asked == [0, 2, 2] and not is_consistent(run.computation, asked)
    assert recorded_us(snapshot) == {"P1": 100_000, "P2": 160_000, "P3": 200_000}
    assert snapshot.cut.tolist() == [0, 0, 1] and snapshot.verdict.sound
    assert amounts(snapshot) == {"P3->P1": [30]}


def _asked_us(run: Run) -> list[int]:
    return [100_000, *(control(run, "P1", other)[0][1] for other in ("P2", "P3"))]


def _row_at(run: Run, at_us: int) -> int:
    trace = run.trace
    return sum((trace.row_time <= at_us).tolist())


def test_that_two_snapshots_are_one_state_for_one_marker_a_channel(scenario):
    first, second = simulate(scenario("24")).snapshots
    assert first.verdict.sound and second.verdict.sound
    assert second.started_us - first.started_us == 10_000
    assert first.processes == second.processes and first.channels == second.channels
    assert sum(s.cost.control_messages for s in (first, second)) == 12 + 8 + 6
    apart = simulate(with_protocol(scenario("24"), "chandy-lamport")).snapshots
    assert apart[0].processes != apart[1].processes
    assert sum(s.cost.control_messages for s in apart) == 2 * 12
