"""The run that never happened: the same events, and the recorded state at one instant."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings

from snapviz.diagram.spacetime import View, spacetime
from snapviz.documents import load_scenario
from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Crash, Rollback
from snapviz.simulation import simulate
from snapviz.study.retelling import Retelling, pass_through
from tests.engine.worlds import keep_many_keyframes
from tests.properties.strategies import unsteady, with_snapshots
from tests.study.worlds import busy

# Copies and losses too; where the order is not kept only consistent snapshots can be retold.
in_order = with_snapshots(fifo=True, most=6, chances=(0.0, 0.3), losses=(0.0,))
disorderly = with_snapshots(fifo=False, most=4, delay=unsteady, chances=(0.0, 0.3))


def retellings(scenario):
    run = simulate(scenario)
    good = [s for s in run.snapshots if s.verdict is not None and s.verdict.consistent]
    return [(run, snapshot, pass_through(run, snapshot)) for snapshot in good]


def story(run, process: int, message_name) -> list[tuple]:
    """What a process lives through: (kind, message or note) of each event, in order."""
    trace, told = run.trace, []
    for row in run.event_rows[trace.row_process[run.event_rows] == process].tolist():
        kind, ref = RowKind(int(trace.row_kind[row])), int(trace.row_ref[row])
        if kind in (RowKind.INTERNAL, RowKind.REFUSED):
            told.append((kind, trace.notes[ref].process, str(trace.notes[ref].data)))
        else:
            told.append((kind, message_name(ref), str(trace.payloads[ref])))
    return told


def assert_same_stories(run, told: Retelling) -> None:
    for process in range(len(run.trace.process_ids)):
        before = story(run, process, lambda ref: int(told.message_of[ref]))
        assert story(told.run, process, int) == before


def assert_possible(run) -> None:
    """In the order of time, receives after sends, channels in order where they were to be."""
    trace = run.trace
    assert (np.diff(trace.row_time) >= 0).all()
    assert (trace.row_time <= run.until_us).all()
    assert (np.diff(trace.row_ref[trace.row_kind == RowKind.SEND]) > 0).all()
    assert (np.diff(trace.message_sent) >= 0).all()
    seen: Counter = Counter()
    for kind, ref in zip(trace.row_kind.tolist(), trace.row_ref.tolist(), strict=True):
        original = trace.message_copies.get(ref, ref)
        if kind == RowKind.SEND:
            seen[original] += 1
        elif kind in (RowKind.RECEIVE, RowKind.DUPLICATE):
            assert seen[original] == 1
            assert trace.message_received[ref] >= trace.message_sent[ref]
    for number, channel in enumerate(run.scenario.channels):
        if channel.fifo:
            mine = (trace.message_channel == number) & (trace.message_copy_of < 0)
            due = trace.message_received[mine & ~trace.message_lost]
            assert (np.diff(due[due >= 0]) >= 0).all()


def assert_passes_through(snapshot, told: Retelling) -> None:
    run, trace = told.run, told.run.trace
    recorded = [process.state for process in snapshot.processes.values()]
    assert run.states_at(told.rows) == recorded
    assert run.states_at(told.rows + len(recorded)) == recorded
    # At that instant, by the clock on the wall, exactly the cut has happened.
    happened = trace.row_process[run.event_rows[trace.row_time[run.event_rows] <= told.at_us]]
    assert np.bincount(happened, minlength=len(recorded)).tolist() == snapshot.cut.tolist()
    (again,) = run.snapshots
    assert again.cut.tolist() == snapshot.cut.tolist()
    assert (again.id, again.number) == (snapshot.id, snapshot.number)
    assert {p.recorded_us for p in again.processes.values()} == {told.at_us}
    assert told.run.computation.event_count == len(told.run.event_rows)


def assert_same_in_transit(run, snapshot, told: Retelling) -> None:
    (again,) = told.run.snapshots
    numbers = {
        ends: [int(told.message_of[m.message]) for m in found]
        for ends, found in snapshot.channels.items()
    }
    assert {e: [m.message for m in found] for e, found in again.channels.items()} == numbers
    kinds = ("orphans", "missing", "extra")
    for kind in kinds:
        before = [int(told.message_of[m]) for m in getattr(snapshot.verdict, kind)]
        assert sorted(getattr(again.verdict, kind)) == sorted(before)
    assert again.verdict.expected == snapshot.verdict.expected
    assert again.verdict.recorded == snapshot.verdict.recorded


def assert_right(run, snapshot, told: Retelling) -> None:
    assert_same_stories(run, told)
    assert_possible(told.run)
    assert_passes_through(snapshot, told)
    assert_same_in_transit(run, snapshot, told)
    counts = run.message_counts | {"control": 0}
    assert told.run.message_counts == counts
    assert spacetime(told.run, View(900, 400)).items


@settings(max_examples=25)
@given(in_order)
def test_that_every_snapshot_of_an_orderly_run_can_be_passed_through(scenario):
    for run, snapshot, told in retellings(scenario):
        assert_right(run, snapshot, told)


@settings(max_examples=25)
@given(disorderly)
def test_that_every_consistent_snapshot_of_a_disorderly_run_can_be_passed_through(scenario):
    found = retellings(scenario)
    assume(found)
    for run, snapshot, told in found:
        assert_right(run, snapshot, told)


@pytest.mark.deep
@settings(max_examples=600)
@given(with_snapshots(fifo=True, most=8, chances=(0.0, 0.3), losses=(0.0,)))
def test_that_every_snapshot_of_many_runs_can_be_passed_through(scenario):
    for run, snapshot, told in retellings(scenario):
        assert_right(run, snapshot, told)


def shipped(root, name):
    return simulate(load_scenario(root / "scenarios" / f"{name}.snapviz.json"))


def test_that_the_state_that_never_was_is_passed_through(root):
    run = shipped(root, "03-never-happened")
    recorded = [process.state for process in run.snapshots[0].processes.values()]
    assert all(run.states_at(rows) != recorded for rows in range(run.trace.row_count + 1))
    told = pass_through(run, run.snapshots[0])
    assert told.run.states_at(told.rows) == recorded
    assert told.moved.any()
    assert told.run.states_at(told.run.trace.row_count) == run.states_at(run.trace.row_count)


def test_that_rows_and_messages_of_the_run_are_found_in_the_retelling(root):
    run = shipped(root, "02-bank-transfer")
    told = pass_through(run, run.snapshots[1])
    assert sorted(told.row_of[told.row_of >= 0].tolist()) == list(range(told.run.trace.row_count))
    for row in run.event_rows.tolist():
        retold = int(told.row_of[row])
        assert told.run.trace.row_kind[retold] == run.trace.row_kind[row]
        assert told.run.trace.row_process[retold] == run.trace.row_process[row]
    assert (told.message_of >= 0).tolist() == (~run.trace.message_control).tolist()


def test_that_it_is_drawn_with_one_straight_cut(root):
    run = shipped(root, "02-bank-transfer")
    told = pass_through(run, run.snapshots[1])
    picture = spacetime(told.run, View(1000, 420))
    xs = {round(item.points[0][0], 3) for item in picture.about("record")}
    assert len(xs) == 1
    drawn = {item.subject[1] for item in picture.about("message")}
    assert drawn == set(range(told.run.trace.message_count))
    assert {item.subject for item in picture.about("cut")} == {("cut", 1)}


def test_that_states_on_the_way_are_those_of_the_new_order(monkeypatch):
    keep_many_keyframes(monkeypatch)
    run = simulate(busy(3, snapshots=2))
    assert len(run.keyframes.kept) > 5
    told = pass_through(run, run.snapshots[1])
    assert told.moved.any()
    assert_right(run, run.snapshots[1], told)
    for rows in range(0, told.run.trace.row_count, 7):
        states = told.run.states_at(rows)
        under_way = set()
        for row in range(rows):
            kind, ref = told.run.trace.row_kind[row], int(told.run.trace.row_ref[row])
            if kind == RowKind.SEND:
                under_way.add(ref)
            elif kind == RowKind.RECEIVE:
                under_way.remove(ref)
        carried = sum(told.run.trace.payloads[message] for message in under_way)
        assert sum(state["balance"] for state in states) + carried == 3_000_000


def test_that_an_inconsistent_snapshot_is_refused_by_the_name_of_its_orphan(root):
    run = shipped(root, "05-overtaken-marker")
    with pytest.raises(ValueError, match="message from P1 to P2 sent at 120 ms is an orphan"):
        pass_through(run, run.snapshots[0])


def test_that_an_unfinished_snapshot_is_refused(root):
    run = shipped(root, "09-lost-marker")
    unfinished = next(s for s in run.snapshots if s.status != "complete")
    with pytest.raises(ValueError, match="is not complete"):
        pass_through(run, unfinished)


@pytest.mark.parametrize("action", [Crash(400_000, "P1"), Rollback(400_000, 100_000)])
def test_that_a_run_with_crashes_is_not_reordered(root, action):
    run = shipped(root, "02-bank-transfer")
    script = (*run.scenario.script, action)
    crashed = run.retold(replace(run.scenario, script=script))
    with pytest.raises(ValueError, match="crashes or is rolled back"):
        pass_through(crashed, crashed.snapshots[0])


def test_that_the_run_itself_stays_as_it_was(root):
    run = shipped(root, "02-bank-transfer")
    before = run.digest, [s.id for s in run.snapshots]
    pass_through(run, run.snapshots[0])
    assert (run.digest, [s.id for s in run.snapshots]) == before
    del run.__dict__["digest"]
    assert run.digest == before[0]
