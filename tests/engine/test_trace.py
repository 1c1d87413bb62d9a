"""The columns of a trace: that they agree with one another, and how much they weigh."""

import gc
import sys
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.engine.trace import APPLICATION_KINDS, MESSAGE_KINDS, Control, RowKind, Trace
from snapviz.scenario.model import Exponential, Process, Uniform, Workload
from snapviz.simulation import Simulation, simulate
from tests.engine.strategies import scenarios
from tests.engine.worlds import bank, mesh, processes, rows, snapshots

MOST_BYTES_A_MESSAGE = 150


@settings(max_examples=60)
@given(scenarios())
def test_that_the_columns_of_a_trace_agree(scenario):
    trace = simulate(scenario).trace
    assert_shapes_and_types(trace)
    assert_rows_agree_with_their_tables(trace)
    assert_messages_agree(trace)


def assert_shapes_and_types(trace: Trace):
    rows, messages = trace.row_count, trace.message_count
    assert [
        c.shape for c in (trace.row_kind, trace.row_time, trace.row_process, trace.row_ref)
    ] == [(rows,)] * 4
    assert trace.row_kind.dtype == np.uint8
    assert trace.row_time.dtype == trace.message_sent.dtype == np.int64
    assert trace.row_process.dtype == trace.row_ref.dtype == trace.message_channel.dtype == np.int32
    for name in ("channel", "sent", "due", "received", "control", "lost", "copy_of", "snapshot"):
        assert getattr(trace, f"message_{name}").shape == (messages,)
    assert len(trace.payloads) == messages
    assert (np.diff(trace.row_time) >= 0).all()
    assert (np.diff(trace.message_sent) >= 0).all()


def assert_rows_agree_with_their_tables(trace: Trace):
    counted = {"record": 0, "note": 0}
    ends = zip(trace.channel_source.tolist(), trace.channel_target.tolist(), strict=True)
    assert list(ends) == list(trace.channel_ends)
    for row in range(trace.row_count):
        kind, ref = RowKind(trace.row_kind[row]), int(trace.row_ref[row])
        place = int(trace.row_process[row]), int(trace.row_time[row])
        assert trace.is_application_row[row] == (kind in APPLICATION_KINDS)
        if kind in MESSAGE_KINDS:
            end = trace.channel_ends[trace.message_channel[ref]][kind != RowKind.SEND]
            times = trace.message_sent if kind == RowKind.SEND else trace.message_received
            assert place == (end, times[ref])
            is_control = kind in (RowKind.CONTROL, RowKind.CONTROL_DUPLICATE)
            assert trace.message_control[ref] == is_control
            continue
        table = "record" if kind == RowKind.RECORD else "note"
        entry = (trace.records if table == "record" else trace.notes)[ref]
        assert place == (entry.process, entry.time_us)
        assert entry.row == row if table == "record" else entry.kind == kind
        assert ref == counted[table]
        counted[table] += 1
    assert counted == {"record": len(trace.records), "note": len(trace.notes)}


def assert_messages_agree(trace: Trace):
    sends = trace.row_ref[trace.row_kind == RowKind.SEND].tolist()
    own = ~trace.message_control & (trace.message_copy_of < 0)
    assert sends == np.flatnonzero(own).tolist()
    is_arrival = (trace.row_kind >= RowKind.RECEIVE) & (trace.row_kind <= RowKind.CONTROL_DUPLICATE)
    arrivals = trace.row_ref[is_arrival]
    assert sorted(arrivals.tolist()) == np.flatnonzero(trace.message_received >= 0).tolist()
    assert (trace.message_lost == (trace.message_due < 0)).all()
    assert not (trace.message_lost & (trace.message_received >= 0)).any()
    for copy, original in trace.message_copies.items():
        assert copy == original + 1
        assert trace.message_sent[copy] == trace.message_sent[original]
        assert trace.payloads[copy] == trace.payloads[original]
    snapshot = [p.snapshot if type(p) is Control else -1 for p in trace.payloads]
    assert trace.message_snapshot.tolist() == snapshot


def test_that_a_run_of_nothing_has_empty_columns():
    trace = simulate(replace(bank(1), channels=())).trace
    assert (trace.row_count, trace.message_count) == (0, 0)
    assert_shapes_and_types(trace)


def test_that_payloads_read_as_in_the_file():
    scenario = replace(bank(2), processes=(Process("P1", {"balance": 9}), Process("P2")))
    run = simulate(replace(scenario, workload=Workload("bank", Exponential(9_000), (2, 2))))
    payloads = [run.trace.message_payload(m) for m in range(run.trace.message_count)]
    assert payloads and set(map(str, payloads)) == {"{'amount': 2}"}
    refused = [note for note in run.trace.notes if note.kind == RowKind.REFUSED]
    assert refused[0].data["payload"] == {"amount": 2}


def test_that_a_trace_of_a_run_under_way_is_a_beginning_of_the_whole():
    simulation = Simulation(replace(bank(), script=snapshots(100_000)))
    simulation.advance(50)
    part = simulation.finish()
    simulation.advance()
    whole = simulation.finish()
    assert 0 < part.trace.row_count < whole.trace.row_count
    assert rows(whole)[: part.trace.row_count] == rows(part)
    assert whole.digest == simulate(whole.scenario).digest
    assert part.states_at(part.trace.row_count) == whole.states_at(part.trace.row_count)


def stored_bytes(trace: Trace) -> int:
    """Everything a finished trace holds before anything is derived from it."""
    columns = (trace.row_code, trace.message_channel, trace.message_sent, trace.message_due)
    objects = {id(payload): sys.getsizeof(payload) for payload in trace.payloads}
    return (
        sum(column.nbytes for column in columns)
        + sys.getsizeof(trace.payloads)
        + sum(objects.values())
    )


def derived_bytes(trace: Trace) -> int:
    """What the columns weigh that are made when they are first asked for."""
    names = ("row_kind", "row_ref", "row_time", "row_process", "is_application_row")
    messages = ("received", "control", "snapshot", "copy_of", "lost")
    return sum(getattr(trace, name).nbytes for name in names) + sum(
        getattr(trace, f"message_{name}").nbytes for name in messages
    )


def many_messages(count: int):
    """A bank that sends about so many messages."""
    scenario = bank(8, duration_us=count * 10_000 // 8)
    return replace(scenario, workload=replace(scenario.workload, amount=(1, 100_000)))


def test_that_a_message_costs_little():
    scenario = many_messages(20_000)
    trace = simulate(scenario).trace
    assert trace.message_count > 19_000
    assert stored_bytes(trace) / trace.message_count < 100
    assert (stored_bytes(trace) + derived_bytes(trace)) / trace.message_count < MOST_BYTES_A_MESSAGE


@pytest.mark.deep
@pytest.mark.parametrize("kind", ["bank", "token"])
def test_that_a_long_run_keeps_little_in_memory(kind):
    scenario = many_messages(120_000)
    if kind == "token":
        scenario = replace(
            scenario,
            processes=processes(4, balance=None),
            channels=mesh(4, delay=Uniform(1, 900)),
            workload=Workload("token", Exponential(500)),
            duration_us=120_000_000,
        )
    simulate(replace(scenario, duration_us=1_000))
    gc.collect()
    tracemalloc.start()
    run = simulate(scenario)
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert run.trace.message_count > 100_000
    assert kept / run.trace.message_count < MOST_BYTES_A_MESSAGE
