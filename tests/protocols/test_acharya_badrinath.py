"""Acharya-Badrinath by hand: tokens and replies, and what the two arrays say of a channel."""

import pytest

from snapviz.scenario.model import Channel, Fixed, Pin, Scenario, TakeSnapshot
from snapviz.simulation import Simulation, simulate
from tests.engine.worlds import mesh, processes, sends, travels

NAME = "acharya-badrinath"


def start(*at_us, initiator="P1"):
    return tuple(TakeSnapshot(at, NAME, initiator) for at in at_us)


def meshed(script, count=3, delays=(), **fields) -> Scenario:
    channels = mesh(count, fifo=False, delay=Fixed(10_000))
    return Scenario(processes(count), channels, script=script, delays=delays, **fields)


def recorded(snapshot):
    return {ends: [m.payload["amount"] for m in found] for ends, found in snapshot.channels.items()}


def pay(at_us, source, target, amount, delay_us=None):
    return sends(at_us, source=source, target=target, payload={"amount": amount}, delay_us=delay_us)


def replies(run):
    """The replies by sender's channel to P1, as they were put on it."""
    bodies = {}
    for message in range(run.trace.message_count):
        body = getattr(run.trace.payloads[message], "body", None)
        if isinstance(body, dict):
            source, _ = run.trace.channel_ends[run.trace.message_channel[message]]
            bodies[run.trace.process_ids[source]] = body
    return bodies


def test_that_everybody_gets_a_token_and_replies():
    run = simulate(meshed(start(5_000)))
    snapshot = run.snapshots[0]
    at = {name: saved.recorded_us for name, saved in snapshot.processes.items()}
    assert at == {"P1": 5_000, "P2": 15_000, "P3": 15_000}
    assert travels(run, "P1", "P2", control=True) == [(5_000, 15_000)]
    assert travels(run, "P2", "P1", control=True) == [(15_000, 25_000)]
    assert (snapshot.completed_us, snapshot.cost.control_messages) == (25_000, 4)
    assert snapshot.verdict.sound


def test_that_a_channel_holds_the_numbers_after_received_up_to_sent():
    script = (
        *pay(1_000, "P2", "P3", 3, 5_000),
        *pay(2_000, "P2", "P3", 5, 60_000),
        *pay(3_000, "P2", "P3", 7, 60_000),
        *start(5_000),
        *pay(16_000, "P2", "P3", 9),
    )
    run = simulate(meshed(script))
    found = replies(run)
    assert found["P2"]["sent"] == [0, 0, 3]
    assert found["P3"]["received"] == [1, 1, 0]
    assert recorded(run.snapshots[0]) == {("P2", "P3"): [5, 7]}
    assert run.snapshots[0].verdict.sound


def test_that_it_is_complete_before_what_is_on_the_channels_has_arrived():
    script = (*start(5_000), *pay(6_000, "P2", "P3", 7, 900_000))
    snapshot = simulate(meshed(script), 100_000).snapshots[0]
    assert snapshot.completed_us == 25_000 and snapshot.verdict.sound
    (message,) = snapshot.channels["P2", "P3"]
    assert (message.payload, message.received_us) == ({"amount": 7}, None)


def test_that_a_message_sent_after_the_token_came_waits_for_the_receivers_token():
    script = (*start(5_000), *pay(16_000, "P2", "P3", 7))
    run = simulate(meshed(script, delays=(Pin("P1", "P3", 0, 60_000),)))
    snapshot = run.snapshots[0]
    assert snapshot.processes["P3"].state == {"balance": 1000}
    assert snapshot.channels == {} and snapshot.verdict.sound
    assert snapshot.cost.blocked_us == {"P3": 39_000}


def test_that_a_sender_forgets_what_it_hears_was_received():
    script = (
        *pay(0, "P1", "P2", 1),
        *pay(5_000, "P1", "P2", 2),
        *pay(12_000, "P2", "P1", 3),
        *start(900_000, initiator="P3"),
    )
    simulation = Simulation(meshed(script), 30_000)
    simulation.advance()
    first = simulation._simulator.protocols[NAME][0]
    assert [[number for number, _ in found] for found in first.log.values()] == [[2], []]


def test_that_messages_go_over_as_many_hops_as_the_way_has():
    ring = tuple(Channel(f"P{a}", f"P{a % 4 + 1}", delay=Fixed(10_000)) for a in range(1, 5))
    snapshot = simulate(Scenario(processes(4), ring, script=start(0))).snapshots[0]
    assert snapshot.cost.control_messages == (1 + 2 + 3) + (3 + 2 + 1)
    assert snapshot.cost.logical_messages == 6
    assert snapshot.completed_us == 40_000 and snapshot.verdict.sound


def test_that_snapshots_at_once_are_told_apart():
    """P1 has P3's token before it sends its second one, which so comes to P2 after the $3."""
    script = (
        *pay(4_000, "P3", "P2", 3, 60_000),
        *start(5_000),
        *start(8_000, initiator="P3"),
        *pay(16_000, "P3", "P2", 5, 60_000),
        *start(30_000),
    )
    run = simulate(meshed(script))
    kept = [{("P3", "P2"): [3]}, {}, {("P3", "P2"): [5]}]
    assert [recorded(snapshot) for snapshot in run.snapshots] == kept
    assert all(snapshot.verdict.sound for snapshot in run.snapshots)


@pytest.mark.parametrize(
    ("until_us", "told"),
    [
        (14_999, [("P1", "report", "P2", 5_000), ("P2", "token", "P1", 5_000)]),
        (24_999, [("P1", "report", "P2", 5_000)]),
        (25_000, []),
    ],
)
def test_that_it_is_said_what_is_awaited_from_whom_since_when(until_us, told):
    snapshot = simulate(meshed(start(5_000), 2), until_us).snapshots[0]
    assert [(w.process, w.what, w.sender, w.since_us) for w in snapshot.waiting] == told


@pytest.mark.parametrize("initiator", ["P1", "P2"])
def test_that_without_a_way_there_and_back_it_fails_and_says_so(initiator):
    scenario = Scenario(processes(2), (Channel("P1", "P2"),), script=start(0, initiator=initiator))
    snapshot = simulate(scenario).snapshots[0]
    assert snapshot.status == "failed"
    assert snapshot.reason.startswith("P2 cannot reach P1")


def test_that_a_process_alone_is_complete_at_once():
    snapshot = simulate(Scenario(processes(1), script=start(7))).snapshots[0]
    assert (snapshot.status, snapshot.completed_us) == ("complete", 7)
