"""Transit times: pins, actions' delays and draws, in order and out of order."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.engine.channels import Channels
from snapviz.scenario.model import Fixed, Pin, Scenario, SetChannel, Uniform
from snapviz.simulation import simulate
from tests.engine import strategies
from tests.engine.worlds import (
    BOUNCY,
    bank,
    mesh,
    pair,
    processes,
    rows,
    sends,
    snapshots,
    transit_times,
    travels,
)


@st.composite
def one_channel(draw, fifo: bool, most_snapshots: int = 2) -> Scenario:
    """Sends, snapshots, pins and delays of every kind on one channel."""
    delays = st.none() | strategies.short
    sent = draw(st.lists(st.tuples(strategies.times, delays), max_size=12))
    script = tuple(action for at, delay in sent for action in sends(at, delay_us=delay))
    return Scenario(
        processes(2),
        mesh(2, fifo=fifo, delay=draw(strategies.delays)),
        seed=draw(st.integers(0, 99)),
        duration_us=200_000,
        script=(*script, *snapshots(*draw(st.lists(strategies.times, max_size=most_snapshots)))),
        delays=draw(strategies.pins((mesh(2)[0],))),
    )


def arrivals(run, source="P1", target="P2"):
    """Message numbers in the order of arrival on one channel, of all kinds."""
    channel = run.scenario.channel_index()[source, target]
    kept = ("RECEIVE", "CONTROL")
    found = [ref for kind, *_, ref in rows(run) if kind in kept]
    return [ref for ref in found if run.trace.message_channel[ref] == channel]


@settings(max_examples=80)
@given(one_channel(fifo=True))
def test_that_fifo_channels_deliver_in_the_order_of_sending(scenario):
    run = simulate(scenario)
    assert arrivals(run) == sorted(arrivals(run))
    due = run.trace.message_due[run.trace.message_channel == 0].tolist()
    assert due == sorted(due)


@settings(max_examples=80)
@given(one_channel(fifo=True, most_snapshots=0))
def test_that_fifo_delivers_at_the_messages_own_time_or_with_the_one_before(scenario):
    unordered = tuple(replace(channel, fifo=False) for channel in scenario.channels)
    alone = [due for _, due in travels(simulate(replace(scenario, channels=unordered)))]
    expected = [max(alone[: number + 1]) for number in range(len(alone))]
    assert [due for _, due in travels(simulate(scenario))] == expected


def test_that_messages_overtake_where_the_channel_is_not_fifo():
    run = simulate(bank(fifo=False))
    order = arrivals(run)
    assert sorted(order) != order


def test_that_a_fast_message_overtakes_a_slow_one_by_its_own_delay():
    script = (*sends(1_000, delay_us=50_000), *sends(2_000, delay_us=3_000))
    assert travels(simulate(replace(pair(fifo=False), script=script))) == [
        (1_000, 51_000),
        (2_000, 5_000),
    ]
    assert travels(simulate(replace(pair(fifo=True), script=script))) == [
        (1_000, 51_000),
        (2_000, 51_000),
    ]


def test_that_a_pin_beats_the_actions_delay_which_beats_the_draw():
    script = (*sends(0, 10_000), *sends(20_000, 30_000, delay_us=7_000))
    scenario = replace(pair(delay=Fixed(5_000)), script=script)
    assert transit_times(simulate(scenario)) == [5_000, 5_000, 7_000, 7_000]
    pins = (Pin("P1", "P2", 1, 600), Pin("P1", "P2", 3, 0))
    assert transit_times(simulate(replace(scenario, delays=pins))) == [5_000, 600, 7_000, 0]


def test_that_a_pin_of_another_channel_or_of_no_message_changes_nothing():
    scenario = replace(pair(), script=sends(0, 10_000))
    pins = (Pin("P2", "P1", 0, 1), Pin("P1", "P2", 2, 1))
    assert simulate(replace(scenario, delays=pins)).digest == simulate(scenario).digest


def test_that_on_fifo_a_pin_is_a_lower_bound():
    scenario = replace(pair(delay=Fixed(50_000)), script=sends(0, 10_000, 20_000))
    early = replace(scenario, delays=(Pin("P1", "P2", 1, 0),))
    assert travels(simulate(early)) == [(0, 50_000), (10_000, 50_000), (20_000, 70_000)]
    late = replace(scenario, delays=(Pin("P1", "P2", 0, 90_000),))
    assert travels(simulate(late)) == [(0, 90_000), (10_000, 90_000), (20_000, 90_000)]


def test_that_pins_count_application_and_control_messages_together():
    script = (*sends(0, 10_000), *snapshots(5_000))
    scenario = replace(pair(fifo=False, delay=Fixed(40_000)), script=script)
    pins = tuple(Pin("P1", "P2", index, 1_000 + index) for index in range(3))
    run = simulate(replace(scenario, delays=pins))
    assert travels(run) == [(0, 1_000), (10_000, 11_002)]
    assert travels(run, control=True) == [(5_000, 6_001)]


def test_that_refused_transfers_take_no_pin():
    script = (*sends(0, payload={"amount": 5_000}), *sends(10, payload={"amount": 5}))
    scenario = replace(pair(), script=script, delays=(Pin("P1", "P2", 0, 77),))
    assert travels(simulate(scenario)) == [(10, 87)]


def test_that_overridden_messages_still_take_their_draw():
    scenario = replace(
        pair(delay=Uniform(0, 9_000), fifo=False), script=sends(*range(0, 90_000, 10_000))
    )
    drawn = transit_times(simulate(scenario))
    pinned = transit_times(simulate(replace(scenario, delays=(Pin("P1", "P2", 4, 123),))))
    assert pinned == [*drawn[:4], 123, *drawn[5:]]
    script = (*scenario.script[:4], *sends(40_000, delay_us=321), *scenario.script[5:])
    assert transit_times(simulate(replace(scenario, script=script))) == [
        *drawn[:4],
        321,
        *drawn[5:],
    ]


@pytest.mark.parametrize("fifo", [True, False])
def test_that_the_recorded_due_time_is_when_a_message_arrives(fifo):
    trace = simulate(bank(fifo=fifo)).trace
    arrived = trace.message_received >= 0
    assert arrived.sum() > 50
    assert (trace.message_received[arrived] == trace.message_due[arrived]).all()
    assert (trace.message_due[~arrived] > 600_000).all()
    assert (trace.message_due >= trace.message_sent).all()


def test_that_channels_go_on_from_what_they_saved_and_forget_what_came_after():
    channels = Channels(replace(pair(delay=BOUNCY, loss=0.3), seed=5))

    def carried(count):
        return [
            (
                traffic.next_delay_us(channel),
                traffic.next_fault(channel),
                channels.total_sent(channel),
            )
            for _ in range(count)
            for traffic in (channels.application, channels.control)
            for channel in (0, 1)
        ]

    carried(3)
    saved = channels.save()
    expected = carried(100)
    channels.change(1, SetChannel(0, "P2", "P1", loss=0.9, fifo=False))
    carried(2)
    channels.restore(saved)
    assert carried(100) == expected
    assert channels.fifo == [True, True]
