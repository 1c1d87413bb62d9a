"""Facts as sentences, and numbers as people read them."""

import pytest

from snapviz.scenario import load_scenario
from snapviz.simulation import simulate
from snapviz.ui.examples import first_sentence
from snapviz.ui.figures import decimals_for, digest_text, factor_text, ms_text, round_ms_text
from snapviz.ui.moment import SnapshotTimeline
from snapviz.ui.wording import filled
from snapviz.ui.words import channels_text, moment_sentence

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sentence_at(write):
    def make(scenario: dict, time_us: int):
        run = simulate(load_scenario(write(scenario)))
        rows = int(run.trace.row_time.searchsorted(time_us, side="right"))
        return moment_sentence(SnapshotTimeline(run).at(rows), run, rows, time_us)

    return make


def overtaken(ring_scenario) -> dict:
    """P1 asks for a snapshot, then sends $30, which overtakes the marker to P2."""
    scenario = ring_scenario()
    for channel in scenario["channels"]:
        channel.update(fifo=False, delay={"kind": "fixed", "ms": 60})
    scenario["script"] = [
        {"at_ms": 100, "action": "snapshot", "initiator": "P1", "protocol": "chandy-lamport"},
        {
            "at_ms": 110, "action": "send", "from": "P1", "to": "P2",
            "payload": {"amount": 30}, "delay_ms": 10,
        },
    ]  # fmt: skip
    return scenario


def test_that_money_on_its_way_is_counted_before_the_first_snapshot(sentence_at, ring_scenario):
    sentence = sentence_at(ring_scenario(), 125_000)
    expected = "2 messages in transit · Σ = 4\u2009000: 3\u2009930 in processes + 70 in channels"
    assert sentence.text == expected


def test_that_a_snapshot_under_way_says_what_it_waits_for(sentence_at, ring_scenario):
    sentence = sentence_at(ring_scenario(), 200_000)
    expected = "S1 recording: 1 of 4 processes have recorded · 2 markers in transit"
    assert (sentence.text, sentence.tone) == (expected, "busy")


def test_that_a_good_snapshot_is_told_in_green(sentence_at, ring_scenario):
    sentence = sentence_at(ring_scenario(), 480_000)
    expected = "✓ S1 consistent · Σ = 4\u2009000 conserved · 3 messages in transit at the cut"
    assert (sentence.text, sentence.tone) == (expected, "good")


@pytest.mark.parametrize(
    ("ms", "start"),
    [
        (300, "S1 consistent · not decided · Σ"),
        (600, "S1 consistent · aborted · Σ"),
    ],
)
def test_that_a_snapshot_that_does_not_count_is_not_told_in_green(root, ms, start):
    run = simulate(load_scenario(root / "scenarios" / "62-coordinator-dies.snapviz.json"))
    rows = int(run.trace.row_time.searchsorted(ms * 1000, side="right"))
    sentence = moment_sentence(SnapshotTimeline(run).at(rows), run, rows, ms * 1000)
    assert sentence.text.startswith(start) and sentence.tone == "plain"


def test_that_one_that_counts_says_so_in_green(root):
    run = simulate(load_scenario(root / "scenarios" / "64-leader-dies.snapviz.json"))
    rows = run.trace.row_count
    sentence = moment_sentence(SnapshotTimeline(run).at(rows), run, rows, run.until_us)
    assert sentence.text.startswith("✓ S1 consistent · committed · Σ")
    assert sentence.tone == "good"


def test_that_an_inconsistent_one_is_told_in_red(sentence_at, ring_scenario):
    sentence = sentence_at(overtaken(ring_scenario), 480_000)
    assert sentence.tone == "bad"
    assert sentence.text.startswith(
        "✗ S1 inconsistent · orphans: 1 · Σ = 4\u2009030 recorded, 4\u2009000 expected"
    )


def test_that_a_run_too_short_for_its_snapshot_says_so(sentence_at, ring_scenario):
    sentence = sentence_at(ring_scenario(duration_ms=250), 250_000)
    assert sentence.text.endswith("the run ends before it is complete")


def test_that_of_several_snapshots_the_latest_speaks_first(sentence_at, ring_scenario):
    scenario = ring_scenario(duration_ms=1000)
    later = {"at_ms": 600, "action": "snapshot", "initiator": "P3", "protocol": "chandy-lamport"}
    scenario["script"].append(later)
    sentence = sentence_at(scenario, 600_000)
    assert sentence.text.startswith("S2 recording")
    assert sentence.text.endswith("S1 consistent")


def test_that_channels_are_described(write, ring_scenario):
    def text(**changes) -> str:
        scenario = ring_scenario()
        for channel in scenario["channels"]:
            channel.update(changes)
        return channels_text(load_scenario(write(scenario)))

    assert text() == "FIFO channels · uniform delay 40–80 ms"
    assert text(fifo=False, loss=0.5) == (
        "non-FIFO channels · uniform delay 40–80 ms · messages may be lost"
    )
    exponential = {"kind": "exponential", "mean_ms": 12.5}
    assert text(delay=exponential) == "FIFO channels · exponential delay, mean 12.5 ms"


def test_that_values_are_filled_in_once():
    assert filled("%1 and %2, 100 %", "%2", "b") == "%2 and b, 100 %"


@pytest.mark.parametrize(
    ("time_us", "text"), [(0, "0.0"), (331_246, "331.2"), (1_204_500, "1\u2009204.5")]
)
def test_that_times_have_one_decimal(time_us, text):
    assert ms_text(time_us) == text


def test_that_short_runs_show_microseconds():
    assert ms_text(501, decimals_for(57_002)) == "0.501"
    assert decimals_for(480_000) == 1


def test_that_round_figures_stay_round():
    assert [round_ms_text(t) for t in (480_000, 57_002, 0, 1_500_000)] == [
        "480",
        "57.002",
        "0",
        "1\u2009500",
    ]
    assert factor_text(0.25) == "0.25×"
    assert digest_text("sha256:9f3a0000000000c1") == "9f3a…c1"


@pytest.mark.parametrize(
    ("markdown", "sentence"),
    [
        ("", ""),
        ("One *thing*. And another.", "One thing."),
        (
            "# Heading\n\nSee [Lamport](https://x.org), v1.5 of\nit! More",
            "See Lamport, v1.5 of it!",
        ),
        ("No full stop", "No full stop"),
    ],
)
def test_that_an_example_is_introduced_by_its_first_sentence(markdown, sentence):
    assert first_sentence(markdown) == sentence


def test_that_a_conserved_sum_tells_what_was_lost_before(root):
    run = simulate(load_scenario(root / "scenarios" / "54-optimistic-log.snapviz.json"))
    rows = run.trace.row_count
    told = moment_sentence(SnapshotTimeline(run).at(rows), run, rows, run.until_us).text
    # Three times 100 at the start.
    assert "Σ = 260 conserved · 40 lost" in told


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("从%1重新开始", "检查点 3", "从检查点 3 重新开始"),
        ("从%1重新开始", "初始状态", "从初始状态重新开始"),
        ("删除 %1", "P1", "删除 P1"),
        ("添加%1。", "P1", "添加 P1。"),
        ("它收到了%1", "$20", "它收到了 $20"),
        ("%2%1", "P1", "%2P1"),
        ("at %1ms", "3", "at 3ms"),
    ],
)
def test_that_a_space_parts_a_chinese_word_from_a_figure(text, value, told):
    assert filled(text, value) == told
