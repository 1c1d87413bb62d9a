"""What is varied: how it is written, and what it does to a scenario."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from snapviz.scenario import ScenarioError
from snapviz.scenario.model import (
    Clock,
    Exponential,
    Fixed,
    Normal,
    Pin,
    Send,
    SetChannel,
    TraceValues,
    Uniform,
)
from snapviz.study.variation import parse_variation, plain, variation
from snapviz.study.varying import VARIABLES, scaled
from tests.study.worlds import busy


def values(text):
    return [plain(value) for value in parse_variation(text).values]


def changed(scenario, name, value):
    return VARIABLES[name].change(scenario, Decimal(value))


def test_that_both_ends_of_a_range_are_in_it():
    assert values("skew=0:80:20") == ["0", "20", "40", "60", "80"]
    assert values("loss=0:0.3:0.1") == ["0", "0.1", "0.2", "0.3"]
    assert values("fifo=0:1:1") == values("fifo=0:1") == ["0", "1"]
    assert values("skew=0:9:4") == ["0", "4", "8"]
    assert values(" delay = 0.5, 1 ,2 ") == ["0.5", "1", "2"]
    assert values("skew=7") == ["7"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour=1:2", "varies nothing known; allowed: NAME=FIRST:LAST:STEP, NAME one of skew"),
        ("skew", "varies nothing known"),
        ("skew=", "'' is no number"),
        ("skew=1:2:3:4", "is no range"),
        ("skew=5:1", "goes nowhere"),
        ("skew=1:5:0", "goes nowhere"),
        ("skew=1:5:-1", "goes nowhere"),
        ("skew=0:1e9:0.001", "values; allowed: at most 1000"),
        ("skew=-1", "skew cannot be -1; allowed: 0 to 1000000000 ms"),
        ("skew=0.0001", "allowed are steps of 0.001"),
        ("skew=nan", "is no number"),
        ("skew=inf", "is no number"),
        ("skew=" + "9" * 50, "is no number"),
        ("loss=1.5", "allowed: 0 to 1"),
        ("fifo=0.5", "allowed: 0 or 1"),
        ("interval=0", "allowed: 0.001 to"),
    ],
)
def test_that_what_cannot_be_varied_is_refused_in_words(text, words):
    with pytest.raises(ScenarioError, match="--vary: ") as refused:
        parse_variation(text)
    assert words in str(refused.value)


def test_that_values_are_taken_once_each():
    assert variation("skew", [1, 2, 1]).values == (1, 2)


@pytest.mark.parametrize("count", [2, 3, 7])
def test_that_clocks_are_spread_evenly_and_just_so_far_apart(count):
    made = changed(busy(count), "skew", "41")
    offsets = sorted(process.clock.offset_us for process in made.processes)
    assert offsets[-1] - offsets[0] == 41_000
    assert offsets[0] == -20_500
    gaps = [later - earlier for earlier, later in pairwise(offsets)]
    assert max(gaps) - min(gaps) <= 1


def test_that_the_seed_says_who_is_early():
    orders = {
        tuple(p.clock.offset_us for p in changed(replace(busy(4), seed=s), "skew", "9").processes)
        for s in range(20)
    }
    assert len(orders) > 5
    assert changed(busy(4), "skew", "9") == changed(busy(4), "skew", "9")


def test_that_one_clock_alone_is_right_and_drift_stays():
    (process,) = changed(busy(1), "skew", "9").processes
    assert process.clock.offset_us == 0
    scenario = busy(2)
    drifting = tuple(replace(p, clock=Clock(7, 5_000)) for p in scenario.processes)
    made = changed(replace(scenario, processes=drifting), "skew", "2")
    assert [p.clock.drift_ppb for p in made.processes] == [5_000, 5_000]


def test_that_channels_lose_duplicate_and_forget_their_order():
    assert {c.loss for c in changed(busy(), "loss", "0.25").channels} == {0.25}
    assert {c.duplication for c in changed(busy(), "duplication", "1").channels} == {1.0}
    assert {c.fifo for c in changed(busy(), "fifo", "0").channels} == {False}
    assert {c.fifo for c in changed(busy(fifo=False), "fifo", "1").channels} == {True}


@pytest.mark.parametrize(
    ("duration", "twice"),
    [
        (Fixed(5), Fixed(10)),
        (Uniform(1, 3), Uniform(2, 6)),
        (Exponential(7), Exponential(14)),
        (Normal(10, 3), Normal(20, 6)),
        (TraceValues((1, 5)), TraceValues((2, 10))),
    ],
)
def test_that_a_delay_is_stretched_in_its_own_kind(duration, twice):
    assert scaled(duration, Decimal(2)) == twice


def test_that_everything_that_says_a_delay_is_stretched():
    script = (
        Send(0, "P1", "P2", {}, 3_000),
        Send(0, "P1", "P2"),
        SetChannel(0, "P1", "P2", delay=Fixed(8)),
        SetChannel(0, "P1", "P2", fifo=False),
    )
    scenario = replace(busy(2), script=script, delays=(Pin("P1", "P2", 0, 500),))
    made = changed(scenario, "delay", "0.5")
    assert [channel.delay for channel in made.channels] == [Uniform(500, 30_000)] * 2
    assert made.delays[0].delay_us == 250
    assert made.script == (
        replace(script[0], delay_us=1_500),
        script[1],
        replace(script[2], delay=Fixed(4)),
        script[3],
    )


def test_that_the_workload_gets_the_mean_interval_asked_for():
    scenario = busy(2)
    assert changed(scenario, "interval", "25").workload.interval == Exponential(25_000)
    uneven = replace(scenario.workload, interval=Uniform(10_000, 30_000))
    made = changed(replace(scenario, workload=uneven), "interval", "40")
    assert made.workload.interval == Uniform(20_000, 60_000)
