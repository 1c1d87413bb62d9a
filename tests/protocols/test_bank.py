"""The bank: money moves, none is made, none is lost, nobody owes."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.scenario.model import Channel, Exponential, Fixed, Process, Uniform, Workload
from snapviz.simulation import simulate
from tests.engine.strategies import delays, intervals
from tests.engine.worlds import application_messages, bank, mesh, processes, rows, sends


def in_flight_after_each_row(run):
    """The sum of the amounts under way after each row."""
    total = 0
    yield total
    for kind, *_, message in rows(run):
        if kind in ("SEND", "RECEIVE"):
            amount = run.trace.message_payload(message).get("amount", 0)
            total += amount if kind == "SEND" else -amount
        yield total


def assert_money_is_conserved(run, total):
    for row, under_way in enumerate(in_flight_after_each_row(run)):
        balances = [state["balance"] for state in run.states_at(row)]
        assert min(balances) >= 0
        assert sum(balances) + under_way == total


@settings(max_examples=40)
@given(st.integers(2, 5), st.integers(0, 120), intervals, delays, st.booleans(), st.integers(0, 99))
def test_that_money_is_conserved_at_every_row(count, balance, interval, delay, fifo, seed):
    scenario = replace(
        bank(count, 60_000, delay=delay, fifo=fifo, duplication=0.2),
        processes=processes(count, balance),
        workload=Workload("bank", interval, (1, 60)),
        seed=seed,
    )
    assert_money_is_conserved(simulate(scenario), count * balance)


def test_that_a_transfer_above_the_balance_is_refused_and_recorded():
    scenario = replace(bank(2), processes=processes(2, 100), duration_us=300_000)
    run = simulate(replace(scenario, workload=Workload("bank", Exponential(10_000), (90, 90))))
    found = Counter(kind for kind, *_ in rows(run))
    assert found["REFUSED"] > 10 and found["SEND"] > 3
    assert_money_is_conserved(run, 200)
    refused = [row for row in rows(run) if row[0] == "REFUSED"]
    for _, time, process, note in refused:
        data = run.trace.notes[note].data
        assert data == {"to": "P2" if process == "P1" else "P1", "payload": {"amount": 90}}
        assert run.trace.notes[note].time_us == time
    assert run.computation.event_count == run.trace.row_count


def test_that_a_whole_balance_may_be_sent_and_not_one_more():
    script = (*sends(1, payload={"amount": 1001}), *sends(2, payload={"amount": 1000}))
    run = simulate(replace(bank(2, 100), workload=Workload(), script=script))
    run = simulate(replace(run.scenario, processes=processes(2, 1000)))
    assert [kind for kind, *_ in rows(run)] == ["REFUSED", "SEND"]
    assert run.states_at(2)[0] == {"balance": 0}


def test_that_every_process_keeps_its_own_time():
    scenario = bank(3, 400_000)
    alone = replace(scenario, channels=tuple(c for c in scenario.channels if c.source == "P2"))
    moments = [m[2] for m in application_messages(simulate(scenario)) if m[0] == "P2"]
    assert [m[2] for m in application_messages(simulate(alone))] == moments
    others = [m[2] for m in application_messages(simulate(scenario)) if m[0] == "P1"]
    assert len(others) > 20 and not set(others) & set(moments)


def test_that_destinations_and_amounts_are_drawn_evenly():
    scenario = replace(bank(5, 20_000_000), workload=Workload("bank", Fixed(10_000), (1, 50)))
    sent = application_messages(simulate(scenario))
    of_first = Counter(target for source, target, *_ in sent if source == "P1")
    assert sorted(of_first) == ["P2", "P3", "P4", "P5"]
    assert all(abs(count - 500) < 90 for count in of_first.values())
    amounts = Counter(payload["amount"] for *_, payload in sent)
    assert sorted(amounts) == list(range(1, 51))
    assert all(abs(count - 200) < 65 for count in amounts.values())


def test_that_transfers_come_as_often_as_the_interval_says():
    run = simulate(bank(4, 10_000_000))
    assert abs(run.message_counts["sent"] - 4_000) < 320


def test_that_a_process_without_a_way_out_only_receives():
    scenario = replace(bank(2), channels=(Channel("P1", "P2"),))
    assert {m[0] for m in application_messages(simulate(scenario))} == {"P1"}
    assert simulate(replace(scenario, channels=())).trace.row_count == 0


@pytest.mark.parametrize("interval", [Uniform(0, 1), Exponential(1), Fixed(1)])
def test_that_time_goes_on_even_where_an_interval_may_be_nothing(interval):
    scenario = replace(bank(2, 300), workload=Workload("bank", interval))
    sent = [m[2] for m in application_messages(simulate(scenario)) if m[0] == "P1"]
    assert len(sent) == len(set(sent))
    assert 0 < len(sent) <= 300


def test_that_balances_left_out_are_nothing():
    run = simulate(replace(bank(2, 100_000), processes=(Process("P1"), Process("P2"))))
    assert {kind for kind, *_ in rows(run)} == {"REFUSED"}
    assert run.states_at(run.trace.row_count) == [{"balance": 0}, {"balance": 0}]


def test_that_mesh_channels_all_get_used():
    used = {m[:2] for m in application_messages(simulate(bank(4)))}
    assert used == {(channel.source, channel.target) for channel in mesh(4)}
