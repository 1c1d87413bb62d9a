"""The digest: the same for the same run, another for any other."""

from dataclasses import fields, replace

import numpy as np
import pytest

from snapviz.engine.digest import trace_digest
from snapviz.engine.trace import Trace
from snapviz.scenario.model import Fixed, Internal, SetChannel, SetClock, Uniform
from snapviz.simulation import simulate
from tests.engine.worlds import bank, sends, snapshots


@pytest.fixture(scope="module")
def trace() -> Trace:
    """A run in which every table has something."""
    scenario = replace(
        bank(3, 300_000, duplication=0.2, loss=0.1),
        script=(
            *snapshots(50_000),
            *sends(60_000, payload={"text": "hello", "amount": 3}),
            Internal(70_000, "P1", "think"),
            SetClock(80_000, "P2", 5),
            SetChannel(90_000, "P1", "P2", delay=Uniform(1, 2)),
        ),
    )
    return simulate(scenario).trace


def one_less(column: np.ndarray, row: int) -> np.ndarray:
    changed = column.copy()
    changed[row] -= 1
    return changed


def test_that_the_same_trace_has_the_same_digest(trace):
    columns = {
        field.name: getattr(trace, field.name).astype(np.int64)
        for field in fields(Trace)
        if isinstance(getattr(trace, field.name), np.ndarray)
    }
    assert trace_digest(replace(trace, **columns)) == trace_digest(trace)
    assert trace_digest(trace).startswith("sha256:")
    assert len(trace_digest(trace)) == len("sha256:") + 64


def test_that_every_number_of_every_column_counts(trace):
    names = ("row_code", "message_channel", "message_sent", "message_due")
    found = {trace_digest(trace)}
    changed = [
        trace_digest(replace(trace, **{name: one_less(getattr(trace, name), row)}))
        for name in names
        for row in (0, 7, -1)
    ]
    assert len(found | set(changed)) == 1 + len(changed)


def changes(trace: Trace):
    """Every table with one thing in it changed, and with its last entry gone."""
    note, record = trace.notes[-1], trace.records[0]
    first = trace.snapshots[0]
    yield {"process_ids": ("P1", "P2", "Q3")}
    yield {"channel_ends": trace.channel_ends[::-1]}
    yield {"message_copies": {copy: 0 for copy in trace.message_copies}}
    yield {"payloads": [*trace.payloads[:-1], 4321]}
    yield {"payloads": [{"amount": trace.payloads[0]}, *trace.payloads[1:]]}
    for change in ({"time_us": 1}, {"process": 2}, {"data": {**note.data, "delay": Fixed(1)}}):
        yield {"notes": [*trace.notes[:-1], note._replace(**change)]}
    for change in ({"row": 1}, {"time_us": 1}, {"state": {"balance": 1}}, {"process": 1}):
        yield {"records": [record._replace(**change), *trace.records[1:]]}
    yield {"channel_records": [r._replace(time_us=1) for r in trace.channel_records]}
    for change in ({"id": "S2"}, {"initiator": 1}, {"completed_us": 7}, {"status": "failed"}):
        yield {"snapshots": [replace(first, **change)]}
    yield {"clocks": [change._replace(drift_ppb=1) for change in trace.clocks]}
    for table in ("notes", "records", "channel_records", "snapshots", "clocks", "payloads"):
        yield {table: getattr(trace, table)[:-1]}


def test_that_every_table_counts(trace):
    assert trace.message_copies and trace.channel_records
    found = [trace_digest(replace(trace, **change)) for change in changes(trace)]
    assert len({trace_digest(trace), *found}) == 1 + len(found)


def test_that_texts_true_and_numbers_are_told_apart():
    def digest(**payload):
        return simulate(replace(bank(2, 1), script=sends(0, payload=payload))).digest

    assert len({digest(x=1), digest(x=True), digest(x=1.0), digest(x="1"), digest(x=None)}) == 5


def test_that_texts_for_people_are_no_part_of_it():
    told = replace(bank(), title="Another title", description="Words")
    assert simulate(told).digest == simulate(bank()).digest


def test_that_more_rows_than_are_written_at_once_all_count(trace):
    many = replace(trace, payloads=list(range(25_000)))
    other = replace(trace, payloads=[*range(24_999), 0])
    assert trace_digest(many) != trace_digest(other)
