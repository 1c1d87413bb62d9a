"""Whether a recorded state ever was, against the plainest way to find out; and the swaps."""

from collections import Counter
from itertools import pairwise

from hypothesis import assume, given, settings

from snapviz.documents import load_scenario
from snapviz.engine.trace import RowKind
from snapviz.simulation import simulate
from snapviz.study.occurrence import occurrences, swaps
from snapviz.study.retelling import pass_through
from tests.properties.strategies import unsteady, with_snapshots

any_run = with_snapshots(fifo=True, most=4, chances=(0.0, 0.3), losses=(0.0, 0.2)) | with_snapshots(
    fifo=False, most=4, delay=unsteady, chances=(0.0, 0.3)
)


def good_ones(run) -> list:
    found = [s for s in run.snapshots if s.verdict is not None and s.verdict.consistent]
    assume(found)
    return found


def global_state(run, rows: int) -> tuple:
    """All states, and what each channel holds, after so many rows: read from the start."""
    trace, held = run.trace, {}
    for row in range(rows):
        kind, ref = RowKind(int(trace.row_kind[row])), int(trace.row_ref[row])
        if kind == RowKind.SEND and not trace.message_lost[ref]:
            held[ref] = trace.channel_ends[trace.message_channel[ref]]
        elif kind == RowKind.RECEIVE:
            del held[trace.message_copies.get(ref, ref)]
    channels: dict = {}
    for message in sorted(held):
        channels.setdefault(held[message], []).append(str(trace.message_payload(message)))
    return run.states_at(rows), channels


def recorded_state(run, snapshot) -> tuple:
    number = {pid: place for place, pid in enumerate(run.trace.process_ids)}
    channels = {
        (number[a], number[b]): [
            str(m.payload) for m in sorted(found, key=lambda message: message.message)
        ]
        for (a, b), found in snapshot.channels.items()
    }
    return [state.state for state in snapshot.processes.values()], channels


@settings(max_examples=30)
@given(any_run)
def test_that_the_moments_are_those_of_reading_the_run_from_the_start(scenario):
    run = simulate(scenario)
    for snapshot in good_ones(run):
        wanted = recorded_state(run, snapshot)
        stops = [0, *(int(row) + 1 for row in run.event_rows)]
        kinds = run.trace.row_kind
        stops = [s for s in stops if s == 0 or kinds[s - 1] in (RowKind.SEND, RowKind.RECEIVE)]
        expected = [rows for rows in stops if global_state(run, rows) == wanted]
        assert occurrences(run, snapshot) == expected


@settings(max_examples=30)
@given(any_run)
def test_that_the_retelling_is_in_the_recorded_state_at_its_cut(scenario):
    run = simulate(scenario)
    for snapshot in good_ones(run):
        assume(snapshot.verdict.sound)
        told = pass_through(run, snapshot)
        (again,) = told.run.snapshots
        wanted = recorded_state(told.run, again)
        assert global_state(told.run, told.rows) == wanted
        found = occurrences(told.run, again)
        # Events that change no state may come between the moment and the cut.
        assert any(global_state(told.run, rows) == wanted and rows <= told.rows for rows in found)


@settings(max_examples=30)
@given(any_run)
def test_that_swapping_neighbours_so_often_sorts_the_run_through_the_cut(scenario):
    run = simulate(scenario)
    for snapshot in good_ones(run):
        c = run.computation
        late = (c.event_local >= snapshot.cut[c.event_process]).tolist()
        done = 0
        while any(a and not b for a, b in pairwise(late)):
            place = next(i for i, (a, b) in enumerate(pairwise(late)) if a > b)
            late[place], late[place + 1] = late[place + 1], late[place]
            done += 1
        assert swaps(snapshot) == done


def test_that_the_state_of_the_famous_example_never_was(root):
    run = simulate(load_scenario(root / "scenarios" / "03-never-happened.snapviz.json"))
    (snapshot,) = run.snapshots
    assert occurrences(run, snapshot) == []
    assert swaps(snapshot) > 0


def test_that_of_the_shipped_snapshots_some_were_and_some_were_not(root):
    found = Counter()
    for path in sorted((root / "scenarios").glob("*.snapviz.json")):
        run = simulate(load_scenario(path))
        for snapshot in run.snapshots:
            if snapshot.verdict is not None and snapshot.verdict.sound:
                moments = occurrences(run, snapshot)
                found[bool(moments)] += 1
                assert moments or swaps(snapshot)
    assert found[True] and found[False]
