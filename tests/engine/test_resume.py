"""An edited scenario run from a keyframe is the run from the start."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz import simulation
from snapviz.engine import resume
from snapviz.report import run_report
from snapviz.scenario import edits
from snapviz.scenario.model import Clock, Internal, Pin
from snapviz.simulation import Simulation, simulate
from tests.engine.edits import histories
from tests.engine.strategies import scenarios, times
from tests.engine.worlds import (
    bank,
    draw_little_ahead,
    keep_many_keyframes,
    rows,
    sends,
    snapshots,
)


@pytest.fixture
def resumed(monkeypatch):
    """Keyframes every few rows; and the row of each keyframe that a run went on from."""
    keep_many_keyframes(monkeypatch)
    found, original = [], resume.resume

    def remembering(run, trace, frame, earlier):
        found.append(frame.rows)
        original(run, trace, frame, earlier)

    monkeypatch.setattr(simulation.resuming, "resume", remembering)
    return found


def assert_the_same(run, fresh):
    assert rows(run) == rows(fresh)
    assert run.digest == fresh.digest
    assert run_report(run) == run_report(fresh)
    for row in range(0, fresh.trace.row_count + 1, 3):
        assert run.states_at(row) == fresh.states_at(row)


def check_histories(examples):
    @settings(max_examples=examples)
    @given(histories())
    def check(history):
        run = simulate(history[0])
        for scenario in history[1:]:
            run = simulate(scenario, earlier=run)
            assert_the_same(run, simulate(scenario))

    check()


def test_that_an_edited_run_equals_the_run_from_the_start(resumed):
    check_histories(examples=75)
    assert len(resumed) > 20
    assert sum(frame > 10 for frame in resumed) > 10


@pytest.mark.deep
def test_that_many_edited_runs_equal_the_runs_from_the_start(resumed):
    check_histories(examples=1500)
    assert len(resumed) > 500


def test_that_a_resumed_run_draws_on_where_the_other_was(resumed, monkeypatch):
    draw_little_ahead(monkeypatch)
    check_histories(examples=60)
    assert len(resumed) > 10


def check_slices(scenario, slices):
    simulation, left = Simulation(scenario), iter(slices)
    while not simulation.advance(next(left, None)):
        assert not simulation.done
        assert 0 <= simulation.progress <= 1
    assert simulation.done and simulation.progress == 1
    assert_the_same(simulation.finish(), simulate(scenario))


@settings(max_examples=50)
@given(scenarios(), st.lists(st.integers(1, 9), max_size=20))
def test_that_slices_of_any_size_make_the_same_run(scenario, slices):
    with pytest.MonkeyPatch.context() as patch:
        keep_many_keyframes(patch)
        check_slices(scenario, slices)


@settings(max_examples=40)
@given(scenarios(), times, times)
def test_that_a_run_goes_on_from_one_that_ended_elsewhere(scenario, one, other):
    with pytest.MonkeyPatch.context() as patch:
        keep_many_keyframes(patch)
        earlier = simulate(scenario, one)
        assert_the_same(simulate(scenario, other, earlier), simulate(scenario, other))


BUSY = replace(
    bank(3, 400_000, duplication=0.2), script=(*snapshots(50_000), Internal(90_000, "P2"))
)


def kept_until(run, time_us):
    """Rows of the run before an instant."""
    return sum(time < time_us for _, time, *_ in rows(run))


LATE_EDITS = [
    replace(BUSY, script=(*BUSY.script, *sends(300_000, payload={"amount": 1}))),
    replace(BUSY, script=(*sends(300_000, payload={"amount": 1}), *BUSY.script)),
    replace(BUSY, script=(*BUSY.script, *snapshots(300_000, initiator="P3"))),
    replace(BUSY, script=(*BUSY.script, Internal(300_000, "P1"))),
]


@pytest.mark.parametrize("scenario", LATE_EDITS)
def test_that_a_late_edit_keeps_nearly_all_that_came_before(scenario, resumed):
    earlier = simulate(BUSY)
    assert_the_same(simulate(scenario, earlier=earlier), simulate(scenario))
    before = kept_until(earlier, 300_000)
    assert [before - 12 <= frame <= before for frame in resumed] == [True]


def test_that_a_pin_keeps_all_before_the_message_it_moves(resumed):
    earlier = simulate(BUSY)
    message = 150
    channel = BUSY.channels[earlier.trace.message_channel[message]]
    numbers = earlier.trace.message_channel[:message] == earlier.trace.message_channel[message]
    index = int((numbers & (earlier.trace.message_copy_of[:message] < 0)).sum())
    scenario = edits.with_pin(BUSY, channel.source, channel.target, index, 123_456)
    run = simulate(scenario, earlier=earlier)
    assert_the_same(run, simulate(scenario))
    assert run.trace.message_due[message] >= run.trace.message_sent[message] + 123_456
    before = kept_until(earlier, earlier.trace.message_sent[message])
    assert [before - 12 <= frame <= before for frame in resumed] == [True]


@pytest.mark.parametrize(
    "scenario",
    [
        replace(BUSY, title="Told"),
        replace(BUSY, delays=(Pin("P1", "P2", 9_999, 1),)),
        edits.replace_process(BUSY, "P1", position=(1.0, 2.0)),
        replace(BUSY, script=BUSY.script[::-1]),
    ],
)
def test_that_an_edit_that_changes_nothing_keeps_everything(scenario, resumed):
    earlier = simulate(BUSY)
    run = simulate(scenario, earlier=earlier)
    assert run.digest == earlier.digest
    assert resumed == [earlier.keyframes.kept[-1].rows]


@pytest.mark.parametrize(
    "scenario",
    [
        replace(BUSY, seed=1),
        edits.replace_channel(BUSY, "P1", "P2", fifo=False),
        edits.replace_process(BUSY, "P1", clock=Clock(1)),
        edits.replace_process(BUSY, "P1", state={"balance": 1_000_000, "x": 1}),
        replace(BUSY, workload=replace(BUSY.workload, amount=(1, 51))),
    ],
)
def test_that_an_edit_of_the_beginning_keeps_nothing(scenario, resumed):
    assert_the_same(simulate(scenario, earlier=simulate(BUSY)), simulate(scenario))
    assert resumed == []


def test_that_a_shorter_run_goes_on_from_before_its_end(resumed):
    short = replace(BUSY, duration_us=200_000)
    run = simulate(short, earlier=simulate(BUSY))
    assert_the_same(run, simulate(short))
    assert resumed and run.trace.row_time[-1] <= 200_000


def test_that_a_longer_run_goes_on_from_the_end_of_the_shorter(resumed):
    earlier = simulate(BUSY, 200_000)
    assert_the_same(simulate(BUSY, earlier=earlier), simulate(BUSY))
    assert resumed == [earlier.keyframes.kept[-1].rows]


def test_that_values_python_takes_for_equal_are_an_edit(resumed):
    for key in ("state", "payload"):
        found = []
        for value in (1, True, 1.0):
            scenario = bank(2, 300_000)
            if key == "state":
                scenario = edits.replace_process(scenario, "P1", state={"balance": 9, "x": value})
                scenario = replace(scenario, script=snapshots(100_000))
            else:
                scenario = replace(scenario, script=sends(100_000, payload={"x": value}))
            found.append(scenario)
        run = simulate(found[0])
        for scenario in found[1:]:
            assert simulate(scenario, earlier=run).digest == simulate(scenario).digest


def test_that_a_run_under_way_can_be_gone_on_from_while_it_goes_on(resumed):
    under_way = Simulation(BUSY)
    under_way.advance(60)
    part = under_way.finish()
    under_way.advance()
    assert part.trace.row_count < under_way.rows
    assert all(frame.rows <= part.trace.row_count for frame in part.keyframes.kept)
    assert_the_same(simulate(BUSY, earlier=part), simulate(BUSY))
    assert resumed


@pytest.mark.parametrize("at_us", [60_000, 80_000, 200_000])
def test_that_going_on_from_a_run_leaves_it_as_it_was(at_us, resumed):
    earlier, edited = simulate(BUSY), replace(BUSY, script=(*BUSY.script, *snapshots(at_us)))
    fresh = simulate(edited)
    for _ in range(3):
        assert simulate(edited, earlier=earlier).digest == fresh.digest
    assert len(resumed) == 3
    assert_the_same(earlier, simulate(BUSY))
    assert_the_same(simulate(BUSY, at_us, earlier), simulate(BUSY, at_us))
    assert_the_same(simulate(BUSY, earlier=earlier), simulate(BUSY))
