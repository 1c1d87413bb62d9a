"""The causal delivery layer: what is held until what has come, and what it costs."""

from collections import Counter

import pytest

from snapviz.causality.delivery import overtaken
from snapviz.engine.attachments import size_bytes
from snapviz.protocols.delivery.causal_order import CausallyOrdered
from snapviz.scenario.model import Channel, Fixed, Scenario, SetChannel, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import mesh, processes, rows, sends

NAMES = ["acharya-badrinath", "alagar-venkatesan"]
LATE = 900_000


def ordered(name, script, count=3, **fields):
    """A run under the layer; the snapshot that brings it in starts when all is over."""
    channels = mesh(count, fifo=False, delay=Fixed(10_000))
    late = TakeSnapshot(LATE, name, "P1")
    return simulate(Scenario(processes(count), channels, script=(*script, late), **fields))


def received(run, process):
    payloads = run.trace.message_payload
    return [
        (row[1], payloads(row[3])["amount"])
        for row in rows(run)
        if row[0] == "RECEIVE" and row[2] == process
    ]


def pay(at_us, source, target, amount, delay_us=None):
    return sends(at_us, source=source, target=target, payload={"amount": amount}, delay_us=delay_us)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_message_waits_for_one_sent_causally_earlier(name):
    script = (
        *pay(0, "P1", "P3", 1, 80_000),
        *pay(1_000, "P1", "P2", 2),
        *pay(20_000, "P2", "P3", 3),
    )
    run = ordered(name, script)
    assert received(run, "P3") == [(80_000, 1), (80_000, 3)]
    assert [(w.process, w.since_us, w.until_us) for w in run.trace.waits] == [(2, 30_000, 80_000)]
    assert not overtaken(run.computation)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_concurrent_message_does_not_wait(name):
    script = (
        *pay(0, "P1", "P3", 1, 80_000),
        *pay(1_000, "P1", "P2", 2, 30_000),
        *pay(20_000, "P2", "P3", 3),
    )
    run = ordered(name, script)
    assert received(run, "P3") == [(30_000, 3), (80_000, 1)]
    assert run.trace.waits == []


@pytest.mark.parametrize("name", NAMES)
def test_that_messages_between_two_processes_keep_their_order(name):
    script = (
        *pay(0, "P1", "P2", 1, 50_000),
        *pay(1_000, "P1", "P2", 2),
        *pay(2_000, "P1", "P2", 3),
    )
    assert received(ordered(name, script), "P2") == [(50_000, 1), (50_000, 2), (50_000, 3)]


@pytest.mark.parametrize("name", NAMES)
def test_that_a_chain_of_causes_is_waited_for_over_processes_that_know_of_it_by_hearsay(name):
    script = (
        *pay(0, "P1", "P4", 1, 90_000),
        *pay(1_000, "P1", "P2", 2),
        *pay(12_000, "P2", "P3", 3),
        *pay(23_000, "P3", "P4", 4),
    )
    assert received(ordered(name, script, 4), "P4") == [(90_000, 1), (90_000, 4)]


@pytest.mark.parametrize("name", NAMES)
def test_that_a_message_behind_a_lost_one_is_held_to_the_end(name):
    channels = (Channel("P1", "P2", delay=Fixed(10_000), loss=1.0), Channel("P2", "P1"))
    mended = SetChannel(20_000, "P1", "P2", loss=0.0)
    script = (*pay(0, "P1", "P2", 1), mended, *pay(30_000, "P1", "P2", 2))
    late = TakeSnapshot(LATE, name, "P1")
    run = simulate(Scenario(processes(2), channels, script=(*script, late)))
    assert received(run, "P2") == []
    assert (run.trace.waits[0].since_us, run.trace.waits[0].until_us) == (40_000, None)


@pytest.mark.parametrize("name", NAMES)
def test_that_every_message_carries_a_number_for_each_pair_of_processes(name):
    run = ordered(name, (*pay(0, "P1", "P2", 1), *pay(20_000, "P2", "P3", 2)))
    (first, second) = (data[0] for data in run.trace.riding.values())
    assert first == ((0, 1, 0), (0, 0, 0), (0, 0, 0))
    assert second == ((0, 1, 0), (0, 0, 1), (0, 0, 0))
    assert size_bytes(first) == 8 * 3 * 3
    assert run.snapshots[0].cost.piggyback_bytes == 2 * 72


class Context:
    """What the layer asks for, without an engine."""

    processes = range(3)

    def __init__(self, process):
        self.process = process
        self.sent = []

    def source(self, channel):
        return channel // 3

    def target(self, channel):
        return channel % 3

    def send_to(self, process, snapshot, body):
        self.sent.append((process, snapshot, body))


def test_that_what_is_sent_together_is_one_event():
    """Who has received its part sends nothing that may be delivered before the other part."""
    first, second, third = (CausallyOrdered(Context(process)) for process in range(3))
    first.send_together(range(3), 7, "token")
    parts = {process: body for process, _, body in first.context.sent}
    assert Counter(parts) == {1: parts[1], 2: parts[2]} and parts[1] == parts[2]
    assert second.may_deliver_routed(7, 0, parts[1])
    second.on_routed(7, 0, parts[1])
    follows = second.piggyback(1 * 3 + 2)
    assert not third.may_deliver(1 * 3 + 2, 0, follows)
    third.on_routed(7, 0, parts[2])
    assert third.may_deliver(1 * 3 + 2, 0, follows)
    assert (third.received_from(0), third.received_from(1)) == (1, 0)


def test_that_asking_changes_nothing_and_what_was_attached_stays_as_it_was():
    first, second = CausallyOrdered(Context(0)), CausallyOrdered(Context(1))
    attached = [first.piggyback(1), first.piggyback(1)]
    before = second.save()
    assert not second.may_deliver(1, 1, attached[1])
    assert second.may_deliver(1, 0, attached[0])
    assert second.save() == before
    assert attached == [((0, n, 0), (0, 0, 0), (0, 0, 0)) for n in (1, 2)]


def test_that_what_takes_no_part_in_the_order_is_never_held():
    assert CausallyOrdered(Context(0)).may_deliver_routed(0, 1, {"log": []})
