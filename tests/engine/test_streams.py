"""Every channel has its own streams: what is added in one place moves no draw in another."""

from dataclasses import replace

import pytest

from snapviz.scenario.model import Channel, Exponential, Normal, Process, TraceValues, Uniform
from snapviz.simulation import simulate
from tests.engine.worlds import (
    BOUNCY,
    application_messages,
    bank,
    mesh,
    rows,
    sends,
    snapshots,
    transit_times,
)

DELAYS = [BOUNCY, Exponential(20_000), Normal(30_000, 20_000), TraceValues((9_000, 1_000, 5_000))]


def others(run, *ends):
    """The application messages of all channels but one."""
    return [message for message in application_messages(run) if message[:2] != ends]


def moments(run):
    """What the workload did: who sent what to whom, and when."""
    return [(a, b, sent, payload) for a, b, sent, _, payload in application_messages(run)]


@pytest.mark.parametrize("fifo", [True, False])
@pytest.mark.parametrize("delay", DELAYS, ids=repr)
def test_that_a_message_more_on_one_channel_moves_no_draw_elsewhere(delay, fifo):
    scenario = bank(fifo=fifo, delay=delay)
    extra = sends(50_000, 60_000, payload={"amount": 1})
    run, more = simulate(scenario), simulate(replace(scenario, script=extra))
    assert others(more, "P1", "P2") == others(run, "P1", "P2")
    assert len(application_messages(more)) == len(application_messages(run)) + 2


@pytest.mark.parametrize("delay", DELAYS, ids=repr)
def test_that_a_snapshot_moves_no_application_message_where_nothing_is_ordered(delay):
    scenario = bank(fifo=False, delay=delay)
    run = simulate(scenario)
    watched = simulate(replace(scenario, script=snapshots(50_000, 51_000, 300_000)))
    assert watched.message_counts["control"] == 36
    assert application_messages(watched) == application_messages(run)


@pytest.mark.parametrize("delay", DELAYS, ids=repr)
def test_that_on_fifo_a_snapshot_moves_no_send_and_only_delays_arrivals(delay):
    scenario = bank(delay=delay)
    run = simulate(scenario)
    watched = simulate(replace(scenario, script=snapshots(50_000, 51_000, 300_000)))
    assert moments(watched) == moments(run)
    pairs = zip(application_messages(watched), application_messages(run), strict=True)
    assert all(late[3] >= early[3] for late, early in pairs)


def test_that_a_snapshot_moves_no_loss_and_no_duplicate():
    scenario = bank(fifo=False, loss=0.2, duplication=0.3)
    run = simulate(scenario)
    watched = simulate(replace(scenario, script=snapshots(50_000)))
    assert run.message_counts["lost"] > 0
    assert application_messages(watched) == application_messages(run)


def test_that_application_and_control_messages_draw_differently():
    scenario = replace(bank(fifo=False, delay=Uniform(0, 10**9)), script=snapshots(1, 2, 3, 4, 5))
    trace = simulate(scenario).trace
    delays = trace.message_due - trace.message_sent
    control = set(delays[trace.message_control].tolist())
    assert len(control) == trace.message_control.sum() == 15
    assert not control & set(delays[~trace.message_control].tolist())


def test_that_a_channel_more_moves_only_what_its_source_chooses():
    scenario = bank(fifo=False)
    run, fewer = simulate(scenario), simulate(replace(scenario, channels=scenario.channels[1:]))
    kept = [message for message in application_messages(run) if message[0] != "P1"]
    assert [m for m in application_messages(fewer) if m[0] != "P1"] == kept
    for target in ("P3", "P4"):
        drawn, expected = transit_times(fewer, "P1", target), transit_times(run, "P1", target)
        common = min(len(drawn), len(expected))
        assert common > 10
        assert drawn[:common] == expected[:common]


def test_that_the_order_of_channels_in_the_file_moves_no_transit_time():
    scenario = bank(fifo=False)
    script = tuple(
        action for c in mesh(4) for action in sends(1_000, 2_000, source=c.source, target=c.target)
    )
    silent = replace(scenario, workload=replace(scenario.workload, kind="none"), script=script)
    turned = replace(silent, channels=silent.channels[::-1])
    assert application_messages(simulate(turned)) == application_messages(simulate(silent))


def test_that_a_process_more_moves_nothing_of_the_others():
    scenario = bank()
    grown = replace(
        scenario,
        processes=(Process("P0", {"balance": 50}), *scenario.processes),
        channels=(Channel("P0", "P1", delay=BOUNCY), *scenario.channels),
    )
    run, more = simulate(scenario), simulate(grown)
    assert application_messages(more, but=("P0",)) == application_messages(run)
    assert any("P0" in row for row in rows(more))


def test_that_another_seed_moves_everything():
    run, other = simulate(bank()), simulate(replace(bank(), seed=43))
    assert not {sent for _, _, sent, _ in moments(run)} & {sent for _, _, sent, _ in moments(other)}
    for turned in ("P2", "P3", "P4"):
        assert transit_times(run, "P1", turned)[:5] != transit_times(other, "P1", turned)[:5]
    for draw in (0, 1, 3):
        assert [moment[draw] for moment in moments(run)] != [m[draw] for m in moments(other)]
