"""What would come of a crash, in small runs that can be worked out by hand."""

import numpy as np
import pytest

from snapviz.scenario.model import Channel, Process, Scenario, Send, TakeCheckpoint, Uniform
from snapviz.simulation import simulate
from snapviz.study.forecast import forecast
from snapviz.study.moment import Moment

MS = 1000


def moment(scenario, time_us) -> Moment:
    run = simulate(scenario)
    rows = int(np.searchsorted(run.trace.row_time, time_us, side="right"))
    return Moment(run, rows, time_us)


def pair(channel: Channel, *script) -> Scenario:
    processes = tuple(Process(pid, {"balance": 100}) for pid in ("P1", "P2"))
    return Scenario(processes, (channel,), script=script)


def test_that_a_message_is_not_lost_while_a_copy_is_under_way():
    delay = Uniform(10 * MS, 100 * MS)
    channel = Channel("P1", "P2", fifo=False, delay=delay, duplication=1.0)
    scenario = pair(channel, Send(10 * MS, "P1", "P2", {"amount": 5}))
    first_us, second_us = sorted(simulate(scenario).trace.message_due.tolist())
    assert first_us < second_us
    assert forecast(moment(scenario, first_us), {1}).lost == ()
    assert forecast(moment(scenario, second_us), {1}).lost == (0,)


def test_that_who_goes_back_is_told_why():
    script = (
        TakeCheckpoint(5 * MS, "P1"),
        Send(10 * MS, "P1", "P2", {"amount": 5}),
        TakeCheckpoint(70 * MS, "P2"),
    )
    found = forecast(moment(pair(Channel("P1", "P2"), *script), 90 * MS), {0})
    crash, fall = found.falls
    assert (crash.round, crash.process, crash.orphans) == (0, 0, ())
    assert (fall.round, fall.process, fall.orphans) == (1, 1, (0,))
    assert (fall.from_events, fall.to_events) == (1, 0)
    assert found.orphaned == (0,) and found.lost == ()
    assert [part.time_us for part in found.parts] == [5 * MS, 0]


def test_that_a_forecast_needs_somebody_who_crashes():
    with pytest.raises(ValueError, match="at least one process"):
        forecast(moment(pair(Channel("P1", "P2")), 0), ())
