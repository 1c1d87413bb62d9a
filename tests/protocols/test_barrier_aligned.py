"""Aligned barriers by hand: who blocks what until when, and what a cycle does."""

from dataclasses import replace

from snapviz.scenario.model import Channel, Fixed, Scenario, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import processes, rows, sends

NAME = "barrier-aligned"
DIAMOND = {("P1", "P2"): 10_000, ("P1", "P3"): 20_000, ("P2", "P4"): 10_000, ("P3", "P4"): 30_000}


def start(*at_us, initiator="P1"):
    return tuple(TakeSnapshot(at, NAME, initiator) for at in at_us)


def graph(delays, script, **fields) -> Scenario:
    channels = tuple(Channel(*ends, delay=Fixed(us)) for ends, us in delays.items())
    count = len({end for ends in delays for end in ends})
    return Scenario(processes(count), channels, script=script, **fields)


def times(run, kind, process):
    return [row[1] for row in rows(run) if (row[0], row[2]) == (kind, process)]


def test_that_a_process_records_when_all_inputs_have_delivered_the_barrier():
    run = simulate(graph(DIAMOND, start(5_000)))
    snapshot = run.snapshots[0]
    at = {name: saved.recorded_us for name, saved in snapshot.processes.items()}
    assert at == {"P1": 5_000, "P2": 15_000, "P3": 25_000, "P4": 55_000}
    assert (snapshot.status, snapshot.completed_us) == ("complete", 55_000)
    assert snapshot.cost.control_messages == 4
    assert snapshot.verdict.sound


def test_that_an_input_is_blocked_from_its_barrier_until_the_last_one():
    script = (
        *start(5_000),
        *sends(14_000, 16_000, source="P2", target="P4", payload={"amount": 3}),
        *sends(20_000, source="P3", target="P4", payload={"amount": 5}),
    )
    run = simulate(graph(DIAMOND, script))
    assert times(run, "RECEIVE", "P4") == [24_000, 50_000, 55_000]
    assert run.snapshots[0].processes["P4"].state == {"balance": 1008}
    assert run.snapshots[0].channels == {} and run.snapshots[0].verdict.sound
    assert run.snapshots[0].cost.blocked_us == {"P4": 29_000}


def test_that_a_later_barrier_on_a_blocked_input_waits_too():
    run = simulate(graph(DIAMOND, start(5_000, 10_000)))
    assert times(run, "CONTROL", "P4") == [25_000, 55_000, 55_000, 60_000]
    at = [s.processes["P4"].recorded_us for s in run.snapshots]
    assert at == [55_000, 60_000]
    assert all(s.verdict.sound for s in run.snapshots)


def test_that_messages_between_two_barriers_are_between_the_cuts():
    script = (
        *start(5_000, 10_000),
        *sends(17_000, source="P2", target="P4", payload={"amount": 3}),
    )
    run = simulate(graph(DIAMOND, script))
    balances = [s.processes["P4"].state["balance"] for s in run.snapshots]
    assert balances == [1000, 1003]
    assert all(s.verdict.sound and s.channels == {} for s in run.snapshots)


def test_that_a_cycle_waits_for_itself_and_says_for_what():
    links = {("P1", "P2"): 10_000, ("P2", "P3"): 10_000, ("P3", "P2"): 10_000}
    script = (*start(5_000), *sends(6_000, payload={"amount": 3}))
    run = simulate(graph(links, script))
    snapshot = run.snapshots[0]
    assert (snapshot.status, snapshot.verdict) == ("recording", None)
    assert list(snapshot.processes) == ["P1"]
    told = [(w.process, w.channel, w.what, w.since_us) for w in snapshot.waiting]
    assert told == [
        ("P2", ("P3", "P2"), "barrier", 15_000),
        ("P3", ("P2", "P3"), "barrier", 5_000),
    ]
    assert times(run, "RECEIVE", "P2") == []
    assert [(w.process, w.since_us, w.until_us) for w in run.trace.waits] == [(1, 16_000, None)]


def test_that_an_initiator_with_inputs_waits_for_them():
    snapshot = simulate(graph({("P1", "P2"): 10, ("P2", "P1"): 10}, start(5_000))).snapshots[0]
    assert (snapshot.status, dict(snapshot.processes)) == ("recording", {})
    assert snapshot.cost.control_messages == 0
    told = [(w.process, w.channel) for w in snapshot.waiting]
    assert told == [("P1", ("P2", "P1")), ("P2", ("P1", "P2"))]


def test_that_a_process_alone_is_complete_at_once():
    snapshot = simulate(Scenario(processes(1), script=start(7))).snapshots[0]
    assert (snapshot.status, snapshot.completed_us) == ("complete", 7)


def out_of_order(script) -> Scenario:
    scenario = graph(DIAMOND, script)
    channels = tuple(replace(c, fifo=False) for c in scenario.channels)
    return replace(scenario, channels=channels)


def test_that_a_message_that_passes_the_barrier_is_an_orphan():
    sent = sends(30_000, source="P3", target="P4", payload={"amount": 5}, delay_us=1_000)
    verdict = simulate(out_of_order((*start(5_000), *sent))).snapshots[0].verdict
    assert len(verdict.orphans) == 1 and verdict.missing == ()


def test_that_a_message_the_barrier_passes_is_missing():
    sent = sends(20_000, source="P3", target="P4", payload={"amount": 5}, delay_us=90_000)
    verdict = simulate(out_of_order((*start(5_000), *sent))).snapshots[0].verdict
    assert verdict.orphans == () and len(verdict.missing) == 1
    assert (verdict.expected, verdict.recorded) == (4000, 3995)
