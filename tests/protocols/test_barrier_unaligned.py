"""Unaligned barriers by hand: nobody blocks, overtaken messages are kept, cycles do no harm."""

from dataclasses import replace

from snapviz.scenario.model import Channel, Fixed, Scenario, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import mesh, processes, sends

NAME = "barrier-unaligned"
LINKS = (("P1", "P2"), ("P1", "P3"), ("P2", "P3"), ("P3", "P2"))


def start(*at_us, initiator="P1"):
    return tuple(TakeSnapshot(at, NAME, initiator) for at in at_us)


def looped(script, slow=("P2", "P3"), **fields) -> Scenario:
    """P1 feeds P2 and P3, which feed each other; one channel takes 30 ms, the others 10 ms."""
    channels = tuple(
        Channel(*ends, delay=Fixed(30_000 if ends == slow else 10_000)) for ends in LINKS
    )
    return Scenario(processes(3), channels, script=script, **fields)


def recorded(snapshot):
    return {ends: [m.payload["amount"] for m in found] for ends, found in snapshot.channels.items()}


def test_that_the_first_barrier_makes_a_process_record():
    snapshot = simulate(looped(start(5_000))).snapshots[0]
    at = {name: saved.recorded_us for name, saved in snapshot.processes.items()}
    assert at == {"P1": 5_000, "P2": 15_000, "P3": 15_000}
    assert (snapshot.status, snapshot.completed_us) == ("complete", 45_000)
    assert snapshot.cost.control_messages == 4
    assert snapshot.cost.piggyback_bytes == 0 and not snapshot.cost.blocked_us


def test_that_what_a_barrier_overtakes_is_kept_until_the_barrier_of_its_own_input():
    script = (
        *sends(1_000, source="P2", target="P3", payload={"amount": 3}),
        *sends(14_000, source="P2", target="P3", payload={"amount": 5}),
        *sends(16_000, source="P2", target="P3", payload={"amount": 7}),
        *start(5_000),
    )
    snapshot = simulate(looped(script)).snapshots[0]
    assert recorded(snapshot) == {("P2", "P3"): [3, 5]}
    assert snapshot.verdict.sound


def test_that_a_back_edge_is_logged():
    script = (*sends(10_000, source="P3", target="P2", payload={"amount": 9}), *start(5_000))
    snapshot = simulate(looped(script, slow=("P3", "P2"))).snapshots[0]
    assert recorded(snapshot) == {("P3", "P2"): [9]}
    assert snapshot.verdict.sound


def test_that_an_initiator_on_a_cycle_logs_its_inputs_too():
    script = (*sends(4_000, source="P2", target="P1", payload={"amount": 9}), *start(5_000))
    scenario = Scenario(processes(2), mesh(2, delay=Fixed(10_000)), script=script)
    snapshot = simulate(scenario).snapshots[0]
    assert recorded(snapshot) == {("P2", "P1"): [9]}
    assert snapshot.verdict.sound


def test_that_snapshots_at_once_are_told_apart():
    script = (
        *sends(10_000, source="P2", target="P3", payload={"amount": 3}),
        *start(5_000, 12_000, 12_000),
        *sends(20_000, source="P2", target="P3", payload={"amount": 5}),
    )
    run = simulate(looped(script))
    kept = [{("P2", "P3"): [3]}, {("P2", "P3"): [3, 5]}, {("P2", "P3"): [3, 5]}]
    assert [recorded(snapshot) for snapshot in run.snapshots] == kept
    assert all(snapshot.verdict.sound for snapshot in run.snapshots)


def test_that_it_is_said_on_which_channel_a_barrier_is_awaited_and_since_when():
    snapshot = simulate(looped(start(5_000), duration_us=20_000)).snapshots[0]
    told = [(w.process, w.channel, w.what, w.since_us) for w in snapshot.waiting]
    assert told == [
        ("P2", ("P3", "P2"), "barrier", 15_000),
        ("P3", ("P2", "P3"), "barrier", 15_000),
    ]


def test_that_a_process_the_barriers_do_not_reach_waits_for_them_from_the_start():
    snapshot = simulate(looped(start(5_000), duration_us=14_999)).snapshots[0]
    told = {(w.process, w.channel, w.since_us) for w in snapshot.waiting}
    assert told == {(ends[1], ends, 5_000) for ends in LINKS}


def test_that_a_process_alone_is_complete_at_once():
    snapshot = simulate(Scenario(processes(1), script=start(7))).snapshots[0]
    assert (snapshot.status, snapshot.completed_us) == ("complete", 7)


def test_that_a_message_that_passes_the_barrier_is_an_orphan():
    script = (*start(5_000), *sends(6_000, source="P1", target="P2", delay_us=1_000))
    channels = tuple(replace(c, fifo=False) for c in looped(()).channels)
    run = simulate(replace(looped(script), channels=channels))
    assert run.snapshots[0].verdict.orphans == (
        next(m for m in range(run.trace.message_count) if not run.trace.message_control[m]),
    )
