"""Keyframes: when they are kept, and that there are never too many."""

from dataclasses import replace
from itertools import pairwise

import pytest

from snapviz.engine import keyframes
from snapviz.engine.queue import DELIVERY, SCRIPT, key_of
from snapviz.simulation import simulate
from tests.engine.worlds import bank, keep_many_keyframes, snapshots


@pytest.fixture
def many(monkeypatch):
    keep_many_keyframes(monkeypatch)


def gaps(run):
    places = [0, *(frame.rows for frame in run.keyframes.kept), run.trace.row_count]
    return [after - before for before, after in pairwise(places)]


def test_that_a_short_run_needs_no_keyframe():
    assert simulate(bank()).keyframes.kept == []


def test_that_keyframes_stand_in_order_and_evenly(many):
    run = simulate(bank(3, 250_000))
    assert 10 < len(run.keyframes.kept) <= keyframes.MOST
    assert max(gaps(run)) <= 8


@pytest.mark.parametrize("duration_us", [500_000, 1_200_000, 3_000_000, 3_100_000])
def test_that_keyframes_are_thinned_evenly_when_there_are_too_many(duration_us, many):
    run = simulate(replace(bank(duration_us=duration_us), script=snapshots(90_000, 400_000)))
    assert keyframes.MOST // 2 <= len(run.keyframes.kept) <= keyframes.MOST
    assert max(gaps(run)) <= 2.5 * run.trace.row_count / keyframes.MOST + 8
    assert run.keyframes.interval in (4 << doubled for doubled in range(9))


def test_that_the_interval_is_the_usual_one_in_a_usual_run():
    run = simulate(bank(8, 4_000_000))
    assert run.keyframes.interval == keyframes.FIRST_INTERVAL
    assert len(run.keyframes.kept) == run.trace.row_count // keyframes.FIRST_INTERVAL


def test_that_keyframes_are_rarer_where_each_is_large():
    run = simulate(bank(40, 400_000))
    assert run.keyframes.interval == keyframes.ROWS_PER_COPIED * 40 * 39


def test_that_the_right_keyframe_is_found(many):
    run = simulate(bank(3, 250_000))
    kept = run.keyframes.kept
    assert run.keyframes.at_row(kept[0].rows - 1) is None
    assert run.keyframes.at_row(kept[5].rows) is kept[5]
    assert run.keyframes.at_row(kept[5].rows - 1) is kept[4]
    assert run.keyframes.before_key(kept[5].last_key) is kept[4]
    assert run.keyframes.before_key(kept[5].last_key + 1) is kept[5]
    assert run.keyframes.before_key(0) is None
    assert run.keyframes.before_key(key_of(run.until_us, DELIVERY)) is kept[-1]


def test_that_a_keyframe_knows_all_that_had_happened(many):
    run = simulate(replace(bank(3, 250_000, duplication=0.3), script=snapshots(60_000)))
    trace = run.trace
    for frame in run.keyframes.kept:
        assert frame.last_key >> 2 == frame.now_us == trace.row_time[frame.rows - 1] or (
            trace.row_time[frame.rows - 1] < frame.now_us
        )
        assert (trace.row_time[frame.rows :] >= frame.now_us).all()
        assert frame.messages == (trace.message_sent <= frame.now_us).sum()
        assert frame.records == (trace.row_kind[: frame.rows] == 9).sum()
        assert not any(key & 3 == SCRIPT for key in frame.queue)
        assert frame.states == run.states_at(frame.rows)
