"""What coordinated checkpoints promise: all or none, consistent, and no more than need be."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given, settings

from snapviz.causality.cuts import is_consistent
from snapviz.engine.simulator import Simulator
from snapviz.engine.stable import COORDINATED, INITIAL
from snapviz.engine.trace import Routed
from snapviz.protocols.checkpointing.koo_toueg import INQUIRE, KooToueg
from snapviz.protocols.registry import CHECKPOINTING, LOGGING, SNAPSHOT_PROTOCOLS, WORKLOADS
from snapviz.recovery import recovering
from snapviz.run import Run
from snapviz.scenario.model import (
    Checkpointing,
    Crash,
    Fixed,
    Logging,
    Restart,
    Send,
    SetChannel,
    TakeCheckpoint,
    TraceValues,
)
from snapviz.simulation import simulate
from tests.properties.failures import failing, whereabouts
from tests.properties.test_message_logging import NAMES, triangle
from tests.properties.test_recovery import check_nothing_is_made_or_forgotten

DEEP = settings(max_examples=1000, deadline=None)
QUICK = settings(max_examples=40, deadline=None)
ENDS_US = 200_000
"""Nearly all crashes are over by then."""
METHODS = ("none", "pessimistic", "sender-based", "optimistic", "causal")
POLICY = Checkpointing("koo-toueg", 15_000)


class Watched(KooToueg):
    """Tells which checkpoint was taken for which round."""

    taken: ClassVar[list] = []

    def _take_part(self, round_id, parent):
        storage = self.context._simulator.lives.storage
        Watched.taken.append((round_id, len(storage.checkpoints)))
        super()._take_part(round_id, parent)


def ran(scenario, until_us=None):
    """A run, its simulator, and the checkpoints of each round by number."""
    Watched.taken = []
    protocols = {**SNAPSHOT_PROTOCOLS, **CHECKPOINTING, **LOGGING, "koo-toueg": Watched}
    simulator = Simulator(scenario, protocols, WORKLOADS, until_us, recovering)
    simulator.advance()
    rounds: dict = {}
    for round_id, number in Watched.taken:
        rounds.setdefault(round_id, []).append(number)
    return Run(simulator), simulator, rounds


def committed(simulator, round_id):
    values = simulator.lives.storage.values
    return round_id[1] in values.get((round_id[0], "koo-toueg", "committed"), ())


def check_all_or_none(run, simulator, rounds):
    rows = run.trace.checkpoints
    for round_id, numbers in rounds.items():
        permanent = [n for n in numbers if not rows[n].tentative]
        discarded = [n for n in numbers if rows[n].tentative and rows[n].ended_row is not None]
        assert not permanent or (committed(simulator, round_id) and not discarded)


def check_latest_are_consistent(run, simulator, rounds):
    """At the instant the run ends."""
    decided = {n for r, numbers in rounds.items() if committed(simulator, r) for n in numbers}
    cut = []
    for process in range(len(run.trace.process_ids)):
        rows = [
            c.row
            for n, c in enumerate(run.trace.checkpoints)
            if c.process == process and c.ended_row is None and c.kind in (INITIAL, COORDINATED)
            if n in decided or not c.tentative
        ]
        cut.append(run.events_before(max(rows), process))
    assert is_consistent(run.computation, cut)


def check_nobody_takes_part_in_vain(run, simulator, rounds):
    """Somebody else in the round had received what it sent since its last checkpoint."""
    trace = run.trace
    kinds, refs = trace.row_kind.tolist(), trace.row_ref.tolist()
    sent = {ref: row for row, (kind, ref) in enumerate(zip(kinds, refs, strict=True)) if kind == 0}
    for round_id, numbers in rounds.items():
        rows = [trace.checkpoints[n] for n in numbers]
        for mine in rows:
            if mine.process == round_id[0]:
                continue
            last = before(trace, simulator, rounds, mine)
            assert any(
                kinds[row] == 1
                and trace.row_process[row] == other.process
                and trace.channel_source[trace.message_channel[refs[row]]] == mine.process
                and last <= sent[trace.message_copies.get(refs[row], refs[row])] < mine.row
                for other in rows
                for row in range(before(trace, simulator, rounds, other), other.row)
            )


def before(trace, simulator, rounds, taken):
    """The row of a process's last permanent checkpoint before this one."""
    decided = {n for r, numbers in rounds.items() if committed(simulator, r) for n in numbers}
    return max(
        c.row
        for n, c in enumerate(trace.checkpoints)
        if c.process == taken.process and c.row < max(taken.row, 1)
        if c.kind == INITIAL or n in decided
    )


def check_round_by_round(scenario, until_us=None):
    found = ran(scenario, until_us)
    check_all_or_none(*found)
    check_latest_are_consistent(*found)
    return found


def dependent(**changes):
    """P1 depends on P2, which depends on P3; it asks at 40 ms."""
    scenario = triangle(**changes)
    channels = tuple(replace(channel, delay=Fixed(5_000)) for channel in scenario.channels)
    sends = (Send(1_000, "P3", "P2", {"amount": 1}), Send(20_000, "P2", "P1", {"amount": 1}))
    quiet = replace(scenario.workload, kind="none")
    return replace(
        scenario,
        channels=channels,
        script=(*sends, *changes.get("script", ())),
        workload=quiet,
        checkpointing=Checkpointing("koo-toueg", 40_000),
        duration_us=79_000,
    )


def test_that_those_depended_on_take_part_and_it_costs_two_messages_a_request_and_a_decision_each():
    run, _, rounds = ran(dependent())
    assert [run.trace.checkpoints[n].process for n in rounds[0, 1]] == [0, 1, 2]
    assert [c.tentative for c in run.trace.checkpoints[3:]] == [False] * 3
    assert run.message_counts["control"] == 2 * 2 + 2


def test_that_nobody_sends_between_the_two_phases():
    run, *_ = ran(dependent(script=(Send(46_000, "P2", "P1", {"amount": 2}),)))
    (held,) = run.trace.held_sends
    assert (held.since_us, held.until_us) == (46_000, 65_000)


def test_that_a_crash_of_one_that_is_asked_makes_all_discard():
    run, simulator, rounds = ran(
        replace(dependent(script=(Crash(42_000, "P3"),)), duration_us=250_000)
    )
    assert not committed(simulator, (0, 1))
    assert [run.trace.checkpoints[n].ended_row is not None for n in rounds[0, 1]] == [True, True]


def test_that_who_hears_no_decision_inquires():
    lossy = (SetChannel(58_000, "P1", "P2", loss=1.0), SetChannel(62_000, "P1", "P2", loss=0.0))
    scenario = dependent(script=lossy)
    _, simulator, rounds = ran(scenario, 204_000)
    rows = simulator.lives.storage.checkpoints
    assert committed(simulator, (0, 1))
    assert [rows[n].tentative for n in rounds[0, 1]] == [False, True, True]
    run, _, rounds = ran(scenario, 230_000)
    assert [run.trace.checkpoints[n].tentative for n in rounds[0, 1]] == [False, False, False]


def test_that_a_decision_outlives_who_decided():
    """The messages that would tell it are lost, and then its maker crashes."""
    lossy = (SetChannel(58_000, "P1", "P2", loss=1.0), Crash(61_000, "P1"), Restart(90_000, "P1"))
    run, _, rounds = ran(dependent(script=lossy), 100_000)
    assert [run.trace.checkpoints[n].tentative for n in rounds[0, 1]] == [False, False, False]
    early = (Crash(57_000, "P1"), Restart(90_000, "P1"))
    run, _, rounds = ran(dependent(script=early), 100_000)
    assert all(run.trace.checkpoints[n].ended_row for n in rounds[0, 1])


def test_that_who_takes_part_in_another_round_refuses():
    scenario = dependent()
    late = tuple(
        replace(process, clock=replace(process.clock, offset_us=offset_us))
        for process, offset_us in zip(scenario.processes, (0, 40_000, 0), strict=True)
    )
    _, simulator, rounds = ran(replace(scenario, processes=late))
    assert {r: committed(simulator, r) for r in rounds} == {(0, 1): False, (1, 1): True}


def test_that_a_restart_leaves_a_round_as_it_was_settled():
    """P2 comes back from what it saved in the middle of a round that was committed since."""
    script = TakeCheckpoint(50_000, "P2"), Crash(70_000, "P2"), Restart(75_000, "P2")
    run, _, rounds = ran(dependent(script=script))
    before, _, _ = ran(dependent(script=script[:1]))
    (mine,) = [n for n in rounds[0, 1] if run.trace.checkpoints[n].process == 1]
    assert run.trace.recoveries[0].line[1] == run.trace.checkpoints[mine].index + 1
    settled_row = run.trace.checkpoints[mine].settled_row
    assert settled_row == before.trace.checkpoints[mine].settled_row


def test_that_who_takes_part_twice_in_a_round_is_patient_anew():
    """P2 asks P3 so late that P3 has heard already that the round was given up."""
    sends = (Send(1_000, "P3", "P1", {"amount": 1}),)
    scenario = dependent(script=sends)
    delays = {("P2", "P3"): Fixed(160_000), ("P1", "P3"): TraceValues((10_000, 1_000))}
    channels = tuple(
        replace(c, delay=delays.get((c.source, c.target), c.delay)) for c in scenario.channels
    )
    run, _, rounds = ran(replace(scenario, channels=channels, duration_us=380_000))
    trace = run.trace
    mine = [trace.checkpoints[n] for n in rounds[0, 1] if trace.checkpoints[n].process == 2]
    assert [taken.time_us for taken in mine] == [50_000, 205_000]
    asked = [
        int(trace.message_sent[m])
        for m, payload in enumerate(trace.payloads)
        if type(payload) is Routed and payload.body[0] == INQUIRE and payload.origin == 2
    ]
    assert asked == [365_000]


CRASHING = failing(METHODS, ("koo-toueg",), most=4)


@QUICK
@given(CRASHING)
def test_that_all_or_none_save_and_what_they_save_is_consistent(scenario):
    check_round_by_round(scenario, 30_000 + scenario.seed * 37 % 90_000)


@pytest.mark.deep
@DEEP
@given(CRASHING)
def test_that_all_or_none_ever_save_and_what_they_save_is_consistent(scenario):
    check_round_by_round(scenario, 30_000 + scenario.seed * 37 % 90_000)


LOSING = failing(METHODS, ("koo-toueg",), most=4, chances=(0.0, 0.3), rollbacks=1)


@QUICK
@given(LOSING)
def test_that_nothing_is_made_or_forgotten(scenario):
    check_nothing_is_made_or_forgotten(simulate(scenario, ENDS_US))


@pytest.mark.deep
@DEEP
@given(LOSING)
def test_that_nothing_is_ever_made_or_forgotten(scenario):
    check_nothing_is_made_or_forgotten(simulate(scenario, ENDS_US))


PEACEFUL = failing(("none",), ("koo-toueg",), most=4, crashes=0)


@QUICK
@given(PEACEFUL)
def test_that_nobody_takes_part_in_vain(scenario):
    check_nobody_takes_part_in_vain(*ran(scenario, 120_000))


@pytest.mark.deep
@DEEP
@given(PEACEFUL)
def test_that_nobody_ever_takes_part_in_vain(scenario):
    check_nobody_takes_part_in_vain(*ran(scenario, 120_000))


@pytest.mark.parametrize("method", ["none", "pessimistic"])
def test_that_a_crash_at_any_event_leaves_all_or_none(method):
    scenario = triangle(checkpointing=POLICY, logging=Logging(method), duration_us=90_000)
    moments = sorted(set(simulate(scenario).trace.row_time.tolist()))
    assert len(moments) > 40
    outcomes = set()
    for at_us in moments:
        name = NAMES[at_us % 3]
        script = (Crash(at_us, name), Restart(at_us + 25_000, name))
        run, simulator, rounds = check_round_by_round(
            replace(scenario, script=script, duration_us=200_000)
        )
        (row,) = run.trace.recoveries
        start, there, lost = whereabouts(run)
        assert start == there + lost
        assert line_is_no_older_than_the_last_round(run, simulator, rounds, row)
        outcomes |= {committed(simulator, round_id) for round_id in rounds}
    assert outcomes == {True, False}


def line_is_no_older_than_the_last_round(run, simulator, rounds, row):
    rows = run.trace.checkpoints
    newest: dict = {}
    for round_id, numbers in rounds.items():
        for n in numbers if committed(simulator, round_id) else ():
            if rows[n].row < row.row:
                newest[rows[n].process] = rows[n].index
    return all(
        index is None or index >= newest.get(process, 0) for process, index in enumerate(row.line)
    )


def test_that_a_process_that_depends_on_one_it_cannot_reach_saves_nothing():
    scenario = dependent()
    one_way = tuple(c for c in scenario.channels if c.source < c.target)
    send = (Send(1_000, "P1", "P2", {"amount": 1}),)
    scenario = replace(scenario, channels=one_way, script=send, duration_us=119_000)
    run, _, rounds = ran(scenario)
    (number,) = rounds[1, 1]
    assert run.trace.checkpoints[number].ended_row is not None
    assert not run.trace.held_sends and run.message_counts["control"] == 0
