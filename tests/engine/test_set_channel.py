"""Channels whose settings change during a run."""

from dataclasses import replace

from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Fixed, Pin, SetChannel, TraceValues, Uniform
from snapviz.simulation import simulate
from tests.engine.worlds import pair, sends, snapshots, transit_times, travels

EVERY_10_MS = range(0, 100_000, 10_000)


def changed(*actions, before=(), **settings):
    """Sends every 10 ms from P1 to P2, with changes of that channel at 45 ms."""
    scenario = replace(pair(**settings), script=(*sends(*EVERY_10_MS), *actions), delays=before)
    return simulate(scenario)


def change(at_us=45_000, **fields):
    return SetChannel(at_us, "P1", "P2", **fields)


def test_that_a_new_delay_holds_from_its_instant_on():
    run = changed(change(delay=Fixed(3_000)), delay=Fixed(2_000))
    assert transit_times(run) == [2_000] * 5 + [3_000] * 5


def test_that_a_change_at_the_instant_of_a_send_follows_the_order_of_the_file():
    late = changed(change(50_000, delay=Fixed(3_000)), delay=Fixed(2_000))
    assert transit_times(late) == [2_000] * 6 + [3_000] * 4
    scenario = replace(
        pair(delay=Fixed(2_000)), script=(change(50_000, delay=Fixed(3_000)), *sends(*EVERY_10_MS))
    )
    assert transit_times(simulate(scenario)) == [2_000] * 5 + [3_000] * 5


def test_that_fields_left_out_stay():
    run = changed(change(fifo=False), change(55_000, loss=0.0), delay=Fixed(2_000))
    assert transit_times(run) == [2_000] * 10
    assert [note.data for note in run.trace.notes] == [
        {"to": "P2", "fifo": False},
        {"to": "P2", "loss": 0.0},
    ]
    assert (run.trace.row_kind == RowKind.SET_CHANNEL).sum() == 2
    assert run.trace.row_process[run.trace.row_kind == RowKind.SET_CHANNEL].tolist() == [0, 0]


def test_that_a_change_back_leaves_every_other_draw_where_it_was():
    delay = Uniform(0, 9_000)
    drawn = transit_times(changed(fifo=False, delay=delay))
    back = (change(delay=Fixed(1)), change(65_000, delay=delay))
    run = changed(*back, fifo=False, delay=delay)
    assert transit_times(run) == [*drawn[:5], 1, 1, *drawn[7:]]


def test_that_measured_values_go_on_at_the_messages_own_index():
    run = changed(change(delay=TraceValues((100, 200, 300))), fifo=False, delay=Fixed(1))
    assert transit_times(run) == [1] * 5 + [300, 100, 200, 300, 100]


def test_that_losses_begin_and_end_with_their_instants():
    run = changed(change(loss=1.0), change(75_000, loss=0.0))
    lost = [sent for sent, due in travels(run) if due < 0]
    assert lost == [50_000, 60_000, 70_000]


def test_that_a_channel_made_fifo_lets_nothing_pass_what_is_under_way():
    slow = (*sends(5_000, delay_us=80_000),)
    run = changed(*slow, change(fifo=True), fifo=False, delay=Fixed(2_000))
    dues = dict(travels(run))
    assert [dues[at] for at in (0, 10_000, 40_000)] == [2_000, 12_000, 42_000]
    assert [dues[at] for at in (50_000, 80_000, 90_000)] == [85_000, 85_000, 92_000]


def test_that_a_channel_made_unordered_lets_messages_pass_from_then_on():
    slow = (*sends(5_000, delay_us=80_000),)
    run = changed(*slow, change(fifo=False), fifo=True, delay=Fixed(2_000))
    dues = dict(travels(run))
    assert [dues[at] for at in (10_000, 40_000, 50_000, 90_000)] == [85_000, 85_000, 52_000, 92_000]


def test_that_pins_outlive_a_change():
    pin = (Pin("P1", "P2", 6, 4_444),)
    run = changed(change(delay=Fixed(3_000), duplication=0.0), before=pin, delay=Fixed(2_000))
    assert transit_times(run) == [2_000] * 5 + [3_000, 4_444] + [3_000] * 3


def test_that_a_change_applies_to_markers_too():
    scenario = pair(delay=Fixed(2_000))
    run = simulate(replace(scenario, script=(change(delay=Fixed(7_000)), *snapshots(50_000))))
    assert travels(run, "P1", "P2", control=True) == [(50_000, 57_000)]
    assert travels(run, "P2", "P1", control=True) == [(57_000, 59_000)]
