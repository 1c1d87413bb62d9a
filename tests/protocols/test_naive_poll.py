"""The naive poll: what it asks for, and that it goes wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.scenario.model import Channel, Fixed, Scenario, TakeSnapshot, Uniform
from snapviz.simulation import simulate, with_protocol
from tests.engine.worlds import bank, mesh, processes, sends
from tests.properties.oracle import History
from tests.properties.strategies import unsteady, with_snapshots
from tests.properties.test_snapshots_out_of_order import assert_verdict_is


def poll(scenario, *at_us, initiator="P1"):
    script = tuple(TakeSnapshot(at, "naive-poll", initiator) for at in at_us)
    return simulate(replace(scenario, script=(*script, *scenario.script)))


@pytest.mark.parametrize("count", [2, 5, 9])
def test_that_it_takes_a_request_and_a_report_for_each_other_process(count):
    quiet = Scenario(processes(count), mesh(count))
    (snapshot,) = poll(quiet, 0).snapshots
    assert snapshot.cost.control_messages == snapshot.cost.logical_messages == 2 * (count - 1)
    assert snapshot.status == "complete" and snapshot.verdict.sound
    assert snapshot.cost.duration_us == 100_000


def test_that_a_ring_needs_more_hops_for_the_same_messages():
    ring = tuple(Channel(f"P{i}", f"P{i % 5 + 1}") for i in range(1, 6))
    (snapshot,) = poll(Scenario(processes(5), ring), 0).snapshots
    assert snapshot.cost.logical_messages == 8
    assert snapshot.cost.control_messages == 4 * 5


def test_that_one_process_alone_needs_nobody():
    (snapshot,) = poll(Scenario(processes(1)), 7).snapshots
    assert (snapshot.status, snapshot.completed_us) == ("complete", 7)


def test_that_a_message_that_crosses_the_cut_is_channel_state():
    scenario = Scenario(processes(2), mesh(2), script=sends(0, source="P2", target="P1"))
    (snapshot,) = poll(scenario, 20_000).snapshots
    assert [m.received_us for m in snapshot.channels["P2", "P1"]] == [50_000]
    assert snapshot.verdict.sound


def test_that_it_waits_for_the_last_message_of_its_cut():
    slow = Scenario(
        processes(2), mesh(2), script=sends(0, source="P2", target="P1", delay_us=400_000)
    )
    slow = replace(slow, channels=tuple(replace(c, fifo=False) for c in slow.channels))
    (snapshot,) = poll(slow, 20_000).snapshots
    assert snapshot.completed_us == 400_000
    (under_way,) = poll(replace(slow, duration_us=300_000), 20_000).snapshots
    assert under_way.status == "recording"
    (waiting,) = under_way.waiting
    assert (waiting.what, waiting.process, waiting.channel) == ("message", "P1", ("P2", "P1"))
    assert waiting.since_us == 0


def test_that_a_message_sent_after_recording_can_arrive_before_it():
    ways = (
        Channel("P1", "P2", delay=Fixed(50_000)),
        Channel("P1", "P3", delay=Fixed(5_000)),
        Channel("P3", "P2", delay=Fixed(5_000)),
        Channel("P2", "P1"), Channel("P3", "P1"),
    )  # fmt: skip
    script = sends(20_000, source="P3", target="P2", payload={"amount": 7})
    run = poll(Scenario(processes(3), ways, script=script), 0)
    (snapshot,) = run.snapshots
    (orphan,) = snapshot.verdict.orphans
    assert run.message(orphan).payload == {"amount": 7}
    assert not snapshot.verdict.consistent and not snapshot.verdict.conserved


def test_that_a_search_over_seeds_finds_it_wrong_and_names_the_message():
    base = bank(4, 300_000, delay=Uniform(1_000, 60_000))
    wrong = 0
    for seed in range(40):
        run = poll(replace(base, seed=seed), 100_000)
        (snapshot,) = run.snapshots
        for number in snapshot.verdict.orphans if snapshot.verdict else ():
            source, target = run.trace.channel_ends[run.trace.message_channel[number]]
            at = [record.time_us for record in snapshot.records]
            message = run.message(number)
            assert message.sent_us >= at[source] and message.received_us <= at[target]
            wrong += 1
    assert wrong > 4


@settings(max_examples=60)
@given(with_snapshots(fifo=False, most=5, delay=unsteady, chances=(0.0, 0.3), losses=(0.0, 0.1)))
def test_that_it_records_every_message_in_transit_and_no_other(scenario):
    run = simulate(with_protocol(scenario, "naive-poll"))
    history = History(run)
    for snapshot in run.snapshots:
        if snapshot.status == "complete":
            assert snapshot.verdict.missing == snapshot.verdict.extra == ()
            assert_verdict_is(run, snapshot, history.truth(snapshot.number))


def test_that_a_poll_under_way_says_whose_report_it_waits_for():
    scenario = replace(Scenario(processes(3), mesh(3)), duration_us=60_000)
    scenario = replace(
        scenario,
        channels=tuple(replace(c, delay=Fixed(90_000)) if c.target == "P3" else c for c in mesh(3)),
    )
    (snapshot,) = poll(scenario, 0).snapshots
    waiting = [(w.process, w.what, w.sender, w.channel) for w in snapshot.waiting]
    assert waiting == [
        ("P1", "report", "P2", None),
        ("P1", "report", "P3", None),
        ("P3", "request", None, None),
    ]


def test_that_it_fails_where_somebody_cannot_be_asked():
    (snapshot,) = poll(Scenario(processes(2)), 0).snapshots
    assert (snapshot.status, snapshot.verdict) == ("failed", None)
    assert snapshot.reason == "P1 cannot reach P2: no path of channels leads there"
