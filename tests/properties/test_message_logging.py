"""What each way of message logging promises, on random runs with random crashes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.causality.clocks import clock_after
from snapviz.causality.cuts import is_consistent
from snapviz.engine.eras import Era
from snapviz.engine.trace import RowKind
from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Crash,
    Exponential,
    Fixed,
    Logging,
    Process,
    Restart,
    Scenario,
    Send,
    Uniform,
    Workload,
)
from snapviz.simulation import Simulation, simulate
from tests.properties.failures import failing, whereabouts
from tests.properties.test_recovery import (
    check_nothing_is_made_or_forgotten,
    check_only_who_crashed_goes_back,
)

DEEP = settings(max_examples=1000, deadline=None)
QUICK = settings(max_examples=40, deadline=None)
ENDS_US = 200_000
"""Nearly all crashes are over by then."""
POLICIES = ("none", "independent", "index-based", "fdas")
NAMES = ("P1", "P2", "P3")


def triangle(**changes) -> Scenario:
    """Three banks, every channel both ways."""
    scenario = Scenario(
        tuple(Process(name, {"balance": 100}) for name in NAMES),
        tuple(Channel(a, b, delay=Uniform(1_000, 9_000)) for a in NAMES for b in NAMES if a != b),
        seed=5,
        duration_us=150_000,
        workload=Workload("bank", Exponential(12_000)),
        checkpointing=Checkpointing("independent", 40_000),
    )
    return replace(scenario, **changes)


def scripted(*sends, **changes) -> Scenario:
    plain = {"workload": Workload("none"), "checkpointing": Checkpointing()}
    script = tuple(Send(at_us, a, b, {"amount": 1}) for at_us, a, b in sends)
    return triangle(**plain, **{"script": script} | changes)


# Whoever crashes alone


ALONE = failing(("sender-based", "causal", "pessimistic"), POLICIES, together=False)


@QUICK
@given(ALONE)
def test_that_only_who_crashed_goes_back_if_one_crashes_at_a_time(scenario):
    run = simulate(scenario, ENDS_US)
    check_only_who_crashed_goes_back(run)
    check_nothing_is_made_or_forgotten(run)


@pytest.mark.deep
@DEEP
@given(ALONE)
def test_that_only_who_crashed_ever_goes_back_if_one_crashes_at_a_time(scenario):
    run = simulate(scenario, ENDS_US)
    check_only_who_crashed_goes_back(run)
    check_nothing_is_made_or_forgotten(run)


ANY = failing(("causal",), POLICIES, chances=(0.0, 0.2))


@QUICK
@given(ANY)
def test_that_with_determinants_about_any_number_may_crash(scenario):
    run = simulate(scenario, ENDS_US)
    check_only_who_crashed_goes_back(run)
    check_nothing_is_made_or_forgotten(run)


@pytest.mark.deep
@DEEP
@given(ANY)
def test_that_with_determinants_about_any_number_may_ever_crash(scenario):
    run = simulate(scenario, ENDS_US)
    check_only_who_crashed_goes_back(run)
    check_nothing_is_made_or_forgotten(run)


@pytest.mark.parametrize("method", ["pessimistic", "sender-based", "causal"])
def test_that_a_crash_at_any_event_costs_nobody_else_anything(method):
    scenario = triangle(logging=Logging(method), duration_us=90_000)
    plain = simulate(scenario)
    moments = sorted(set(plain.trace.row_time.tolist()))
    assert len(moments) > 30
    for at_us in moments:
        name = NAMES[at_us % 3]
        script = (Crash(at_us, name), Restart(at_us + 7_000, name))
        run = simulate(replace(scenario, script=script, duration_us=120_000))
        (row,) = run.trace.recoveries
        assert row.before == row.after and not any(row.undone) and not row.lost
        start, there, lost = whereabouts(run)
        assert start == there and not lost


# Sender-based


def test_that_both_ends_of_a_message_crashing_together_undoes_what_follows():
    both = [Crash(30_000, "P1"), Crash(30_000, "P2"), Restart(40_000, "P1"), Restart(40_000, "P2")]
    told = scripted((1_000, "P1", "P2"), (25_000, "P2", "P3"), logging=Logging("sender-based"))
    run = simulate(replace(told, script=(*told.script, *both)))
    (row,) = run.trace.recoveries
    assert (row.undone, len(row.lost), len(row.orphaned)) == ((0, 2, 1), 1, 1)
    other = simulate(replace(told, script=(*told.script, *both), logging=Logging("causal")))
    assert not any(other.trace.recoveries[0].undone)


def test_that_a_message_takes_two_more_and_its_receiver_waits_for_them():
    sends = [(1_000, "P1", "P2"), (2_000, "P3", "P2"), (12_500, "P2", "P1"), (60_000, "P2", "P3")]
    told = scripted(*sends, logging=Logging("sender-based"))
    fixed = tuple(replace(channel, delay=Fixed(10_000)) for channel in told.channels)
    run = simulate(replace(told, channels=fixed))
    assert run.message_counts["control"] == 2 * run.message_count == 8
    (held,) = run.trace.held_sends
    assert (held.process, held.since_us, held.until_us) == (1, 12_500, 32_000)
    assert int(run.trace.message_sent[held.message]) == 32_000


@QUICK
@given(failing(("sender-based",), POLICIES, crashes=0))
def test_that_the_sender_knows_the_order_of_all_that_was_followed_by_a_send(scenario):
    check_senders_know(*ran(scenario))


@pytest.mark.deep
@DEEP
@given(failing(("sender-based",), POLICIES, crashes=0))
def test_that_the_sender_always_knows_the_order_of_all_that_was_followed_by_a_send(scenario):
    check_senders_know(*ran(scenario))


def ran(scenario):
    """A run that ends at some instant, and its protocol objects then."""
    simulation = Simulation(scenario, 20_000 + scenario.seed * 37 % 90_000)
    simulation.advance()
    return simulation.finish(), simulation._simulator.protocols[scenario.logging.method]


def first_receives(run, process):
    """The rows of the receives of a process that stand, and the messages they first received."""
    rows = run.event_rows[run.computation.events_of(process)]
    rows = rows[run.trace.row_kind[rows] == RowKind.RECEIVE].tolist()
    copies, refs = run.trace.message_copies, run.trace.row_ref
    return [(row, copies.get(int(refs[row]), int(refs[row]))) for row in rows]


def check_senders_know(run, sides):
    trace = run.trace
    for process, side in enumerate(sides):
        sent = trace.row_kind[run.event_rows[run.computation.events_of(process)]] == RowKind.SEND
        last = max(run.event_rows[run.computation.events_of(process)][sent].tolist(), default=-1)
        for place, (row, message) in enumerate(first_receives(run, process), 1):
            source = trace.channel_ends[trace.message_channel[message]][0]
            number = trace.riding[message][trace.riders.index("sender-based")]
            if row < last and side.context.can_reach(source):
                assert sides[source].log[process, number] == place


# Causal


@QUICK
@given(failing(("causal",), (*POLICIES, "koo-toueg"), chances=(0.0, 0.2), rollbacks=1))
def test_that_who_depends_on_a_receive_holds_its_determinant(scenario):
    check_determinants_are_held(*ran(scenario))


@pytest.mark.deep
@DEEP
@given(failing(("causal",), (*POLICIES, "koo-toueg"), chances=(0.0, 0.2), rollbacks=2))
def test_that_who_depends_on_a_receive_always_holds_its_determinant(scenario):
    check_determinants_are_held(*ran(scenario))


def check_determinants_are_held(run, sides):
    c, trace = run.computation, run.trace
    place_of = trace.riders.index("causal")
    counts = c.event_counts.tolist()
    for other, holder in enumerate(sides):
        if other in trace.down:
            continue
        assert holder.behind[other] == receives_behind_checkpoint(run, other)
        depends = clock_after(c, other, counts[other])
        for process in set(range(len(sides))) - {other}:
            saved = receives_behind_checkpoint(run, process)
            assert holder.behind[process] <= saved
            for place, (row, message) in enumerate(first_receives(run, process), 1):
                if run.events_before(row, process) < depends[process] and place > saved:
                    source = trace.channel_ends[trace.message_channel[message]][0]
                    held = holder.known[process][place - 1 - holder.behind[process]]
                    assert held == (source, trace.riding[message][place_of][0])


def receives_behind_checkpoint(run, process):
    last = max(c.row for c in run.trace.checkpoints if c.process == process and c.usable)
    return sum(row < last for row, _ in first_receives(run, process))


def test_that_no_control_message_is_sent_and_determinants_go_out_once_they_are_new():
    sends = [(1_000, "P1", "P2"), (20_000, "P2", "P3"), (40_000, "P3", "P2"), (60_000, "P2", "P3")]
    run = simulate(scripted(*sends, logging=Logging("causal")))
    carried = [run.trace.riding[m][0] for m in sorted(run.trace.riding)]
    assert run.message_counts["control"] == 0
    assert [chunks for *_, chunks in carried] == [
        (),
        ((1, 1, ((0, 1),)),),
        ((2, 1, ((1, 1),)),),
        ((1, 2, ((2, 1),)),),
    ]


# Optimistic


SMALL = failing(("optimistic",), POLICIES[:3], most=3, crashes=2, rollbacks=1)


@QUICK
@given(SMALL)
def test_that_what_is_recovered_is_the_latest_there_is(scenario):
    check_latest(simulate(scenario, 80_000))


@pytest.mark.deep
@DEEP
@given(SMALL)
def test_that_what_is_recovered_is_always_the_latest_there_is(scenario):
    check_latest(simulate(scenario, 80_000))


def test_that_a_crash_at_any_event_leaves_no_orphan_and_the_latest_there_is():
    scenario = triangle(logging=Logging("optimistic", 20_000), duration_us=90_000)
    moments = sorted(set(simulate(scenario).trace.row_time.tolist()))
    assert len(moments) > 30
    undone = 0
    for at_us in moments:
        name = NAMES[at_us % 3]
        script = (Crash(at_us, name), Restart(at_us + 7_000, name))
        run = simulate(replace(scenario, script=script, duration_us=120_000))
        check_latest(run)
        undone += sum(run.trace.recoveries[0].undone)
    assert undone


def check_latest(run):
    check_nothing_is_made_or_forgotten(run)
    for row in run.trace.recoveries:
        era = Era(run.trace, row.row)
        offers = [sorted(offered(run, era, row, p)) for p in range(len(row.line))]
        counts = era.computation.event_counts.tolist()
        stands = tuple(c - u for c, u in zip(counts, row.undone, strict=True))
        cuts = [[n for n in of if n >= s] for of, s in zip(offers, stands, strict=True)]
        later = sorted(product(*cuts), key=sum, reverse=True)
        assert next(cut for cut in later[:20_000] if is_consistent(era.computation, cut)) == stands


def offered(run, era, row, process):
    """After how many of its events a process can stand, from the trace alone."""
    trace, rows = run.trace, era.rows_of_process[process]
    is_live = process not in down_before(trace, row.row)
    at_most = len(rows)
    if row.to_us is not None:
        at_most = int(np.searchsorted(trace.row_time[rows], row.to_us, "right"))
    flushed = max(
        (f.row for f in trace.flushes if f.process == process and f.row <= row.row), default=0
    )
    for start in starts(trace, era, row, process):
        yield start
        for count in range(start, len(rows)):
            gone = trace.row_kind[rows[count]] == RowKind.RECEIVE and rows[count] >= flushed
            if count + 1 > at_most or (gone and not is_live):
                break
            yield count + 1


def starts(trace, era, row, process):
    taken = [c for c in trace.checkpoints if c.process == process and c.row <= row.row]
    stood = [c for c in taken if c.ended_row is None or c.ended_row >= row.row]
    counts = {era.events_before(c.row, process) for c in stood}
    if row.to_us is not None:
        rows = era.rows_of_process[process]
        counts = {n for n in counts if n == 0 or trace.row_time[rows[n - 1]] <= row.to_us}
    return sorted(counts)


def down_before(trace, row):
    down = set()
    for kind, ref in zip(trace.row_kind[:row].tolist(), trace.row_ref[:row].tolist(), strict=True):
        if kind in (RowKind.CRASH, RowKind.RESTART):
            change = down.add if kind == RowKind.CRASH else down.discard
            change(trace.notes[ref].process)
    return down


def test_that_piggybacked_determinants_are_measured():
    from snapviz.engine.costs import piggyback_bytes

    run = simulate(triangle(logging=Logging("causal")))
    sizes = [piggyback_bytes(run.trace, "causal", us) for us in (20_000, 80_000, 150_000)]
    assert all(a < b for a, b in pairwise(sizes))
