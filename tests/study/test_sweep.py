"""Many runs counted: the same count whoever does the work, and an end when told to stop."""

import csv
import os
import signal
import sys
from dataclasses import replace
from io import StringIO

import pytest
from joblib.externals.loky import get_reusable_executor

from snapviz.scenario import ScenarioError
from snapviz.simulation import simulate, with_protocol
from snapviz.study.comparison import without_snapshots
from snapviz.study.progress import Cancelled
from snapviz.study.sweep import summed_up, sweep
from snapviz.study.sweep_report import sweep_csv, sweep_report
from snapviz.study.tables import sweep_table
from snapviz.study.varying import with_interval
from snapviz.study.wilson import wilson
from snapviz.study.workers import ClusterError, WorkersLost, dismiss
from snapviz.tables import as_text
from tests.study.worlds import Asleep, Choosy, Poll, busy, with_protocols


def test_that_order_on_the_channels_makes_all_the_difference():
    loose, kept = sweep(busy(), "fifo=0:1", 24, jobs=1).points
    assert (loose.value, kept.value) == (0, 1)
    assert loose.inconsistent.hits > 5
    assert kept.inconsistent.hits == kept.wrong.hits == kept.incomplete.hits == 0
    assert kept.inconsistent[2:] == wilson(0, 24)
    assert kept.control_messages == 12


def test_that_the_figures_are_those_of_the_single_runs():
    scenario = busy(3, fifo=False, snapshots=2)
    (point,) = sweep(scenario, "loss=0.1", 10, jobs=1).points
    lossy = replace(scenario, channels=tuple(replace(c, loss=0.1) for c in scenario.channels))
    runs = [simulate(replace(lossy, seed=scenario.seed + turn)) for turn in range(10)]
    judged = [r for r in runs if any(s.verdict for s in r.snapshots)]
    assert point.runs == 10
    assert point.inconsistent.of == point.wrong.of == len(judged)
    assert point.inconsistent.hits == sum(
        any(s.verdict and not s.verdict.consistent for s in run.snapshots) for run in judged
    )
    assert point.incomplete.hits == sum(
        any(s.status != "complete" for s in run.snapshots) for run in runs
    )
    complete = [s for run in runs for s in run.snapshots if s.status == "complete"]
    assert point.duration_us == sum(s.cost.duration_us for s in complete) / len(complete)
    everyone = [s for run in runs for s in run.snapshots]
    assert point.control_messages == sum(s.cost.control_messages for s in everyone) / 20
    assert point.received == sum(run.message_count for run in runs) / 10


def test_that_one_process_and_two_count_the_same():
    alone = sweep(busy(3, fifo=False), "delay=0.5:1.5:0.5", 20, jobs=1)
    assert sweep(busy(3, fifo=False), "delay=0.5:1.5:0.5", 20, jobs=2) == alone
    assert len({point.inconsistent.hits for point in alone.points}) > 1


def test_that_every_protocol_is_a_series_and_a_refusal_is_told(monkeypatch):
    with_protocols(monkeypatch, Poll, Asleep, Choosy)
    names = ["chandy-lamport", "poll", "asleep", "choosy"]
    found = sweep(busy(), "skew=0,5", 9, names, jobs=1).series
    assert list(found) == names
    assert all([point.value for point in points] == [0, 5] for points in found.values())
    assert all(point.wrong.hits for point in found["poll"])
    for point in found["asleep"]:
        assert point.incomplete.hits == 9
        assert point.inconsistent == (0, 0, 0.0, 1.0)
        assert point.duration_us is None
    for point in found["choosy"]:
        assert (point.runs, point.control_messages, point.received) == (0, None, None)
        assert "wants two at most" in point.refusal


def test_that_without_names_the_script_says_the_protocol(monkeypatch):
    with_protocols(monkeypatch, Poll)
    scenario = busy(snapshots=2)
    script = (replace(scenario.script[0], protocol="poll"), scenario.script[1])
    found = sweep(replace(scenario, script=script), "skew=0", 1, jobs=1)
    assert list(found.series) == ["poll, chandy-lamport"]


def test_that_progress_goes_from_above_0_to_1():
    heard = []
    sweep(busy(2), "skew=0:10:5", 20, jobs=1, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[0] > 0
    assert heard[-1] == 1
    assert len(heard) == 9


@pytest.mark.parametrize("jobs", [1, 2])
def test_that_it_ends_when_told_to_stop(jobs):
    heard = []
    with pytest.raises(Cancelled):
        sweep(
            busy(),
            "skew=0:99:1",
            1000,
            jobs=jobs,
            progress=heard.append,
            should_stop=lambda: len(heard) == 3,
        )
    assert len(heard) == 3
    # The workers are there for the next one.
    assert sweep(busy(2), "skew=0:1", 20, jobs=jobs).points


def test_that_seeds_start_at_the_scenario_and_go_round():
    scenario = replace(busy(2), seed=2**63 - 1)
    (point,) = sweep(scenario, "loss=0", 2, jobs=1).points
    runs = [simulate(replace(busy(2), seed=seed)) for seed in (2**63 - 1, 0)]
    assert point.received == sum(run.message_count for run in runs) / 2


@pytest.mark.parametrize(
    ("scenario", "vary", "seeds", "words"),
    [
        (busy(2), "skew=0:1", 0, "--seeds: 0 is not allowed; allowed: 1 to 100000"),
        (busy(2), "skew=0:900:1", 90_000, "--seeds: these are 81,090,000 runs"),
        (replace(busy(2), script=()), "skew=0", 1, "script: takes no snapshot"),
    ],
)
def test_that_what_cannot_be_swept_is_refused_in_words(scenario, vary, seeds, words):
    with pytest.raises(ScenarioError) as refused:
        sweep(scenario, vary, seeds, jobs=1)
    assert words in str(refused.value)


def test_that_a_value_no_file_could_hold_is_refused_before_the_first_run():
    slow = busy(2, delay=replace(busy(2).channels[0].delay, high_us=10**15))
    with pytest.raises(ScenarioError, match=r"--vary: delay=5: channels\[0\].delay.high_ms"):
        sweep(slow, "delay=1,5", 1, jobs=1)


def test_that_an_unknown_protocol_is_refused():
    with pytest.raises(ScenarioError, match="no protocol 'nobody'"):
        sweep(busy(2), "skew=0", 1, ["nobody"], jobs=1)


def test_that_a_missing_dask_is_told_with_its_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'snapviz\[cluster\]'"):
        sweep(busy(2), "skew=0", 1, scheduler="tcp://127.0.0.1:1")


def test_that_a_run_in_a_sweep_says_what_the_run_says():
    run = simulate(with_protocol(busy(fifo=False, snapshots=2), "chandy-lamport"))
    found = summed_up(run)
    assert (found.snapshots, found.received) == (2, run.message_count)
    assert found.control_messages == run.message_counts["control"]


def test_that_the_json_names_every_figure():
    report = sweep_report(sweep(busy(2), "skew=0,2.5", 4, jobs=1))
    assert {key: report[key] for key in list(report)[:7]} == {
        "title": "Busy banks",
        "vary": "skew",
        "unit": "ms",
        "first_seed": 42,
        "seeds": 4,
        "until_ms": 400.0,
        "confidence": 0.95,
    }
    point = report["points"][1]
    assert point["value"] == 2.5
    assert point["inconsistent"] == {
        "hits": 0,
        "of": 4,
        "p": 0.0,
        "low": 0.0,
        "high": wilson(0, 4)[1],
    }
    assert set(point) == {
        "protocol",
        "value",
        "runs",
        "inconsistent",
        "wrong",
        "incomplete",
        "mean_duration_ms",
        "mean_control_messages",
        "mean_received",
    }


def test_that_the_csv_has_a_line_a_point_and_leaves_empty_what_is_not_there(monkeypatch):
    with_protocols(monkeypatch, Asleep)
    text = sweep_csv(sweep(busy(2), "loss=0:0.2:0.1", 4, ["asleep"], jobs=1))
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["loss"] for row in rows] == ["0", "0.1", "0.2"]
    assert rows[0]["inconsistent_p"] == rows[0]["mean_duration_ms"] == ""
    assert rows[0]["incomplete_hits"] == rows[0]["incomplete_of"] == "4"
    assert rows[0]["incomplete_low"] == f"{wilson(4, 4)[0]:.6f}"
    assert "\r" not in text


def test_that_the_table_tells_the_intervals_and_the_refusals(monkeypatch):
    with_protocols(monkeypatch, Choosy)
    text = as_text(sweep_table(sweep(busy(), "skew=0", 8, ["chandy-lamport", "choosy"], jobs=1)))
    assert "0.000 [0.000, 0.324]" in text
    assert "choosy: processes: choosy wants two at most" in text


def test_that_the_price_of_saving_is_measured_against_no_snapshot():
    world = replace(busy(snapshots=3), save_pause_us=30_000)
    found = sweep(world, "interval=5,20", 9, ["chandy-lamport", "naive-poll"], jobs=1)
    assert len(found.points) == 4 and set(found.series) == {"chandy-lamport", "naive-poll"}
    for point in found.points:
        plain = [without_snapshots(replace(world, seed=world.seed + turn)) for turn in range(9)]
        without = [simulate(with_interval(p, point.value)).message_count for p in plain]
        assert point.throughput == pytest.approx(point.received * 9 / sum(without))
        assert 0 < point.throughput < 1
    report = sweep_report(found)
    assert report["save_pause_ms"] == 30
    assert [p["throughput"] for p in report["points"]] == [p.throughput for p in found.points]
    row = next(csv.DictReader(StringIO(sweep_csv(found))))
    assert float(row["throughput"]) == pytest.approx(found.points[0].throughput, abs=1e-6)
    assert "30.000 ms to save a state" in as_text(sweep_table(found))


def test_that_what_is_counted_so_far_can_be_looked_at_and_ends_as_the_sweep():
    seen = []
    found = sweep(busy(2), "skew=0,5", 20, jobs=1, look=lambda make: seen.append(make()))
    assert [[p.runs for p in part.points] for part in seen] == [
        [8, 0], [8, 8], [16, 8], [16, 16], [20, 16], [20, 20],
    ]  # fmt: skip
    assert seen[-1] == found and seen[0].points[1].inconsistent.value is None


def test_that_workers_can_be_dismissed():
    sweep(busy(2), "skew=0", 20, jobs=2)
    workers = list(get_reusable_executor(reuse=True)._processes.values())
    assert workers and all(worker.is_alive() for worker in workers)
    dismiss()
    assert not any(worker.is_alive() for worker in workers)


@pytest.mark.parametrize("whom", ["one", "all"])
def test_that_lost_processes_are_told_of(whom):
    def kill(share):
        from joblib.externals.loky import get_reusable_executor

        workers = list(get_reusable_executor(reuse=True)._processes.values())
        for worker in workers[: 1 if whom == "one" else None]:
            os.kill(worker.pid, signal.SIGKILL)

    with pytest.raises(WorkersLost, match="a process at work was ended from outside"):
        sweep(busy(), "skew=0:40:1", 16, jobs=2, progress=kill)
    assert sweep(busy(2), "skew=0:1", 16, jobs=2).points
    dismiss()
