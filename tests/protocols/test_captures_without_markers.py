"""What Lai-Yang, Mattern, vector clocks and hybrid clocks have in common, and Spezialetti-Kearns."""

from dataclasses import replace

import pytest

from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Channel, Fixed, Scenario, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import bank, keep_many_keyframes, mesh, processes, rows, sends

ANY_ORDER = ["lai-yang", "mattern", "hybrid-logical-clock", "vector-clock"]
ALL = [*ANY_ORDER, "spezialetti-kearns"]


def several(protocol: str, fifo: bool = False, **fields) -> Scenario:
    """Three snapshots under way at once in a busy bank, and a send behind them."""
    moments = ((100_000, "P1"), (105_000, "P3"), (130_000, "P1"))
    script = tuple(TakeSnapshot(at, protocol, name) for at, name in moments)
    return replace(bank(4, 400_000, fifo=fifo), script=(*script, *sends(300_000)), **fields)


@pytest.mark.parametrize("protocol", ALL)
def test_that_a_process_alone_records_at_once_and_asks_nobody(protocol):
    scenario = Scenario(processes(1), script=(TakeSnapshot(5_000, protocol, "P1"),))
    (snapshot,) = simulate(scenario).snapshots
    assert (snapshot.status, snapshot.completed_us) == ("complete", 5_000)
    assert snapshot.verdict.sound and snapshot.cost.control_messages == 0


@pytest.mark.parametrize("protocol", ALL)
def test_that_several_snapshots_at_once_are_told_apart(protocol):
    snapshots = simulate(several(protocol, fifo=protocol not in ANY_ORDER)).snapshots
    assert [s.status for s in snapshots] == ["complete"] * 3
    assert max(s.started_us for s in snapshots) < min(s.completed_us for s in snapshots)
    assert all(s.verdict.sound and s.channels for s in snapshots)


@pytest.mark.parametrize("protocol", ALL)
def test_that_a_run_resumed_amid_snapshots_is_the_same(protocol, monkeypatch):
    keep_many_keyframes(monkeypatch)
    scenario = several(protocol, fifo=protocol not in ANY_ORDER)
    run = simulate(scenario)
    for later in (110_000, 125_000, 150_000, 200_000):
        edited = replace(scenario, script=(*scenario.script, *sends(later)))
        fresh = simulate(edited)
        assert simulate(edited, earlier=run).digest == fresh.digest != run.digest


@pytest.mark.parametrize("protocol", ANY_ORDER)
def test_that_who_cannot_be_reached_makes_a_snapshot_fail(protocol):
    script = (TakeSnapshot(5_000, protocol, "P1"), *sends(8_000, source="P2", target="P1"))
    ends = (("P1", "P2"), ("P2", "P1"), ("P3", "P1"))
    scenario = Scenario(processes(3), tuple(Channel(*pair) for pair in ends), script=script)
    (snapshot,) = simulate(scenario).snapshots
    assert snapshot.status == "failed" and "P3" in snapshot.reason


@pytest.mark.parametrize("protocol", ANY_ORDER)
def test_that_a_lost_message_is_not_passed_off_as_recorded(protocol):
    scenario = several(protocol)
    lossy = tuple(replace(channel, loss=0.2) for channel in scenario.channels)
    for seed in range(10):
        run = simulate(replace(scenario, channels=lossy, seed=seed))
        for snapshot in run.snapshots:
            assert snapshot.status == "recording" or snapshot.verdict.sound


@pytest.mark.parametrize("protocol", ALL)
def test_that_a_snapshot_under_way_tells_what_it_waits_for(protocol):
    script = (TakeSnapshot(5_000, protocol, "P1"),)
    scenario = Scenario(processes(2), mesh(2, delay=Fixed(50_000)), script=script)
    (snapshot,) = simulate(scenario, until_us=60_000).snapshots
    assert snapshot.status == "recording"
    assert {(w.process, w.what) for w in snapshot.waiting} == {
        "lai-yang": {("P1", "report"), ("P2", "report")},
        "mattern": {("P1", "token"), ("P2", "token")},
        "hybrid-logical-clock": {("P1", "report"), ("P2", "report")},
        "vector-clock": {("P1", "report"), ("P2", "report")},
        "spezialetti-kearns": {("P1", "marker"), ("P2", "report")},
    }[protocol]
    assert {w.since_us for w in snapshot.waiting} == {5_000, 55_000}


@pytest.mark.parametrize("protocol", ["lai-yang", "mattern"])
def test_that_a_red_message_makes_its_receiver_record_first(protocol):
    script = (TakeSnapshot(5_000, protocol, "P1"), *sends(6_000, delay_us=1_000))
    scenario = Scenario(processes(2), mesh(2, fifo=False), script=script)
    run = simulate(scenario)
    kinds = [(kind, at, name) for kind, at, name, _ in rows(run)]
    assert kinds[:4] == [
        ("RECORD", 5_000, "P1"),
        ("SEND", 6_000, "P1"),
        ("RECORD", 7_000, "P2"),
        ("RECEIVE", 7_000, "P2"),
    ]
    assert run.snapshots[0].cost.piggyback_bytes == 1


@pytest.mark.parametrize("protocol", ["vector-clock", "hybrid-logical-clock"])
def test_that_an_earlier_state_leaves_no_row_of_its_own(protocol):
    run = simulate(several(protocol))
    kinds = run.trace.row_kind.tolist()
    assert kinds.count(RowKind.RECORD) < 3 * 4
    started = [snapshot.started_us for snapshot in run.snapshots]
    for snapshot, start in zip(run.snapshots, started, strict=True):
        assert all(saved.recorded_us >= start for saved in snapshot.processes.values())


@pytest.mark.parametrize(
    ("protocol", "size"), [("lai-yang", 1), ("mattern", 1), ("hybrid-logical-clock", 16)]
)
def test_that_what_is_attached_does_not_grow_with_the_processes(protocol, size):
    for count in (2, 5):
        script = (*sends(0, 1_000, 2_000), TakeSnapshot(50_000, protocol, "P1"))
        (snapshot,) = simulate(Scenario(processes(count), mesh(count), script=script)).snapshots
        assert snapshot.cost.piggyback_bytes == 3 * size
