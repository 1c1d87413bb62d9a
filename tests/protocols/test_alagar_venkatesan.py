"""Alagar-Venkatesan by hand: Token, Done, Terminate, and which messages are old."""

import pytest

from snapviz.scenario.model import Channel, Fixed, Pin, Scenario, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import mesh, processes, rows, sends, travels

NAME = "alagar-venkatesan"


def start(*at_us, initiator="P1"):
    return tuple(TakeSnapshot(at, NAME, initiator) for at in at_us)


def meshed(script, count=3, delays=(), **fields) -> Scenario:
    channels = mesh(count, fifo=False, delay=Fixed(10_000))
    return Scenario(processes(count), channels, script=script, delays=delays, **fields)


def recorded(snapshot):
    return {ends: [m.payload["amount"] for m in found] for ends, found in snapshot.channels.items()}


def pay(at_us, source, target, amount, delay_us=None):
    return sends(at_us, source=source, target=target, payload={"amount": amount}, delay_us=delay_us)


def test_that_everybody_gets_a_token_answers_done_and_is_told_to_terminate():
    run = simulate(meshed(start(5_000)))
    snapshot = run.snapshots[0]
    at = {name: saved.recorded_us for name, saved in snapshot.processes.items()}
    assert at == {"P1": 5_000, "P2": 15_000, "P3": 15_000}
    assert travels(run, "P1", "P2", control=True) == [(5_000, 15_000), (25_000, 35_000)]
    assert travels(run, "P2", "P1", control=True) == [(15_000, 25_000)]
    assert travels(run, "P2", "P3", control=True) == []
    assert (snapshot.completed_us, snapshot.cost.control_messages) == (35_000, 6)
    assert snapshot.verdict.sound


def test_that_old_messages_are_kept_and_new_ones_are_not():
    script = (
        *pay(3_000, "P3", "P2", 3, 20_000),
        *pay(14_000, "P3", "P1", 5),
        *start(5_000),
        *pay(16_000, "P3", "P2", 7),
        *pay(6_000, "P1", "P2", 9),
    )
    run = simulate(meshed(script))
    assert recorded(run.snapshots[0]) == {("P3", "P1"): [5], ("P3", "P2"): [3]}
    assert run.snapshots[0].verdict.sound


def test_that_a_message_sent_after_the_token_came_waits_for_the_receivers_token():
    script = (*start(5_000), *pay(16_000, "P2", "P3", 7))
    run = simulate(meshed(script, delays=(Pin("P1", "P3", 0, 60_000),)))
    assert [row[:3] for row in rows(run) if row[2] == "P3" and row[1] <= 65_000] == [
        ("CONTROL", 65_000, "P3"),
        ("RECORD", 65_000, "P3"),
        ("RECEIVE", 65_000, "P3"),
    ]
    snapshot = run.snapshots[0]
    assert snapshot.channels == {} and snapshot.verdict.sound
    assert snapshot.cost.blocked_us == {"P3": 39_000}


def test_that_terminate_waits_for_old_messages():
    script = (*start(5_000), *pay(6_000, "P2", "P3", 7, 100_000))
    snapshot = simulate(meshed(script)).snapshots[0]
    assert recorded(snapshot) == {("P2", "P3"): [7]}
    assert snapshot.completed_us == 106_000
    assert snapshot.verdict.sound


def test_that_messages_go_over_as_many_hops_as_the_way_has():
    ring = tuple(Channel(f"P{a}", f"P{a % 4 + 1}", delay=Fixed(10_000)) for a in range(1, 5))
    snapshot = simulate(Scenario(processes(4), ring, script=start(0))).snapshots[0]
    assert snapshot.cost.control_messages == 2 * (1 + 2 + 3) + (3 + 2 + 1)
    assert snapshot.cost.logical_messages == 9
    assert snapshot.completed_us == 70_000 and snapshot.verdict.sound


def test_that_snapshots_at_once_are_told_apart():
    """P1 has P3's Token before it sends its second one, which so comes to P2 after the $3."""
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
        (14_999, [("P1", "done", "P2", 5_000), ("P2", "token", "P1", 5_000)]),
        (24_999, [("P1", "done", "P2", 5_000), ("P2", "terminate", "P1", 15_000)]),
        (34_999, [("P2", "terminate", "P1", 15_000)]),
        (35_000, []),
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
