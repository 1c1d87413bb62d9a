"""Who was down when."""

from __future__ import annotations

from snapviz.engine.outages import down_after, outages
from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Channel, Crash, Internal, Process, Restart, Scenario
from snapviz.simulation import simulate


def test_that_an_outage_lasts_from_its_crash_to_its_restart():
    script = (
        Crash(10_000, "P1"),
        Internal(15_000, "P2"),
        Crash(20_000, "P2"),
        Restart(30_000, "P1"),
        Crash(40_000, "P1"),
        Restart(50_000, "P1"),
    )
    ids = (Process("P1"), Process("P2"))
    trace = simulate(Scenario(ids, (Channel("P1", "P2"),), script=script)).trace
    turns = [row for row, kind in enumerate(trace.row_kind) if kind == RowKind.CRASH]
    back = [row for row, kind in enumerate(trace.row_kind) if kind == RowKind.RESTART]
    assert outages(trace) == [
        (0, turns[0], back[0]),
        (1, turns[1], None),
        (0, turns[2], back[1]),
    ]
    told = [sorted(down_after(trace, rows)) for rows in range(trace.row_count + 1)]
    assert told == [[], [0], [0], [0, 1], [1], [0, 1], [1]]
    assert sorted(down_after(trace, trace.row_count)) == sorted(trace.down)
