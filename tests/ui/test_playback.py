"""The play-head by itself, with a clock that the test turns."""

import numpy as np
import pytest

from snapviz.ui.playback import SPEEDS, Playback, natural_rate

ROW_TIMES = np.array([100_000, 100_000, 250_000, 400_000])
END_US = 600_000


class Clock:
    def __init__(self):
        self.ns = 0

    def __call__(self) -> int:
        return self.ns


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def playback(clock):
    made = Playback(clock=clock)
    made.set_run(ROW_TIMES, END_US)
    yield made
    made.pause()


def positions_of(playback, step):
    seen = []
    for _ in range(6):
        seen.append((playback.rows, playback.time_us))
        step()
    return seen


def test_that_the_stops_are_the_start_then_each_row(playback):
    expected = [(0, 0), (1, 100_000), (2, 100_000), (3, 250_000), (4, 400_000), (4, 600_000)]
    assert positions_of(playback, playback.step_forward) == expected


def test_that_stepping_back_visits_the_same_stops(playback):
    playback.to_end()
    expected = [(4, 600_000), (3, 250_000), (2, 100_000), (1, 100_000), (0, 0), (0, 0)]
    assert positions_of(playback, playback.step_back) == expected


def test_that_scrubbing_passes_everything_up_to_the_instant(playback):
    playback.scrub(249_999)
    assert (playback.rows, playback.time_us) == (2, 249_999)
    playback.scrub(250_000)
    assert playback.rows == 3


@pytest.mark.parametrize(("wanted", "got"), [(-5, 0), (10**12, END_US)])
def test_that_scrubbing_stays_within_the_run(playback, wanted, got):
    playback.scrub(wanted)
    assert playback.time_us == got


def test_that_a_step_from_between_two_stops_changes_one_row(playback):
    playback.scrub(300_000)
    playback.step_back()
    assert (playback.rows, playback.time_us) == (2, 100_000)
    playback.scrub(300_000)
    playback.step_forward()
    assert (playback.rows, playback.time_us) == (4, 400_000)


def test_that_time_flows_at_the_chosen_rate(playback, clock):
    playback.play()
    clock.ns = 1_000_000_000
    playback._tick()
    assert playback.time_us == natural_rate(END_US)
    playback.set_speed(2)
    clock.ns = 2_000_000_000
    playback._tick()
    assert playback.time_us == 3 * natural_rate(END_US)


def test_that_playing_stops_at_the_end_and_starts_over_from_there(playback, clock):
    playback.play()
    clock.ns = 60 * 10**9
    playback._tick()
    assert not playback.playing
    assert (playback.rows, playback.time_us) == (4, END_US)
    playback.play()
    assert playback.playing
    assert (playback.rows, playback.time_us) == (0, 0)


def test_that_a_step_pauses(playback):
    playback.play()
    playback.step_forward()
    assert not playback.playing


def test_that_scrubbing_goes_on_playing_from_there(playback, clock):
    playback.play()
    clock.ns = 10**9
    playback.scrub(300_000)
    clock.ns = 2 * 10**9
    playback._tick()
    assert playback.time_us == 300_000 + natural_rate(END_US)


@pytest.mark.parametrize("duration_us", [1, 57_002, 480_000, 600_000, 1_000_000, 10**15])
def test_that_a_whole_run_takes_about_ten_seconds(duration_us):
    assert 6.9 <= duration_us / natural_rate(duration_us) <= 14.5


def test_that_the_rate_is_a_round_figure():
    assert natural_rate(600_000) == 50_000
    assert natural_rate(480_000) == 50_000
    assert natural_rate(10_000_000) == 1_000_000


def test_that_speed_moves_along_the_offered_ones_and_stops_at_their_ends(playback):
    for _ in range(10):
        playback.change_speed(1)
    assert playback.speed == SPEEDS[-1]
    for _ in range(20):
        playback.change_speed(-1)
    assert playback.speed == SPEEDS[0]


def test_that_an_empty_run_does_not_play(clock):
    playback = Playback(clock=clock)
    playback.set_run(np.zeros(0, dtype=np.int64), 0)
    playback.play()
    assert not playback.playing
    playback.step_forward()
    playback.step_back()
    assert (playback.rows, playback.time_us) == (0, 0)


def test_that_an_edit_leaves_a_play_head_behind_the_last_row_where_it_is(playback):
    playback.scrub(500_000)
    assert playback.rows == playback.row_count
    playback.change_run(np.array([100_000, 300_000]), 600_000)
    assert playback.time_us == 500_000
    playback.to_end()
    playback.change_run(np.array([100_000, 300_000]), 700_000)
    assert playback.time_us == 700_000


def test_that_play_goes_on_from_behind_the_last_row(playback):
    playback.scrub(500_000)
    playback.play()
    assert playback.time_us == 500_000
    playback.pause()


def test_that_rows_of_the_last_instant_are_stepped_through(playback):
    playback.set_run(np.array([100_000, 600_000, 600_000]), END_US)
    playback.to_row(1)
    assert not playback.at_end
    playback.step_forward()
    assert playback.at_end and playback.rows == 3
