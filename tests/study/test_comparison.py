"""One scenario under several protocols: figures, refusals, and which one when."""

import re
from dataclasses import replace

import pytest

from snapviz.documents import load_scenario
from snapviz.engine.hooks import SnapshotProtocol
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.protocols.snapshots.chandy_lamport import ChandyLamport
from snapviz.report import run_report
from snapviz.run import Snapshot
from snapviz.scenario import ScenarioError
from snapviz.scenario.model import Exponential
from snapviz.simulation import simulate
from snapviz.study.comparison import Comparing, compare, without_snapshots
from snapviz.study.comparison_report import comparison_report
from snapviz.study.guide import guide
from snapviz.study.progress import Cancelled
from snapviz.study.tables import comparison_table
from snapviz.tables import as_text
from tests.study.worlds import Asleep, Choosy, Poll, busy, with_protocols

ALL = ["chandy-lamport", "poll", "asleep", "choosy"]


@pytest.fixture
def several(monkeypatch):
    """Four protocols; Chandy-Lamport with the assumptions of its paper."""
    with_protocols(monkeypatch, Poll, Asleep, Choosy)
    monkeypatch.setattr(ChandyLamport, "ASSUMES", ("fifo", "reachable"), raising=False)


def outcomes(comparison):
    return {trial.protocol: trial.outcome for trial in comparison.trials}


def standings(comparison):
    return {advice.protocol: advice.standing for advice in guide(comparison).advice}


def test_that_every_protocol_has_its_trial_in_the_order_asked_for(several):
    comparison = compare(busy(), ["poll", "choosy", "chandy-lamport", "asleep", "poll"])
    assert outcomes(comparison) == {
        "poll": "wrong",
        "choosy": "refused",
        "chandy-lamport": "sound",
        "asleep": "incomplete",
    }
    assert list(outcomes(comparison)) == ["poll", "choosy", "chandy-lamport", "asleep"]


def test_that_without_names_all_of_the_registry_are_compared(several):
    assert list(outcomes(compare(busy(2)))) == list(SNAPSHOT_PROTOCOLS)


def test_that_the_figures_are_those_of_the_run(several, root):
    for name in ("02-bank-transfer", "05-overtaken-marker", "08-bank-of-twelve", "09-lost-marker"):
        scenario = load_scenario(root / "scenarios" / f"{name}.snapviz.json")
        (trial,) = compare(scenario, ["chandy-lamport"]).trials
        report = run_report(simulate(scenario))
        assert trial.received == report["messages"]["received"]
        for told, expected in zip(
            comparison_report(compare(scenario, ["chandy-lamport"]))["protocols"][0]["snapshots"],
            report["snapshots"],
            strict=True,
        ):
            verdict = expected["verdict"] or {}
            assert (told["id"], told["status"]) == (expected["id"], expected["status"])
            assert told["consistent"] == verdict.get("consistent")
            for kind in ("orphans", "missing", "extra"):
                assert told[kind] == len(verdict.get(kind, []))
            assert told["recorded_messages"] == sum(map(len, expected["channels"].values()))
            assert {key: told["cost"][key] for key in expected["cost"]} == expected["cost"]


def test_that_throughput_is_measured_against_no_snapshot_at_all(several):
    shares = []
    for seed in range(12):
        scenario = replace(busy(), seed=seed, duration_us=190_000)
        comparison = compare(scenario, ALL)
        plain = simulate(without_snapshots(scenario))
        assert plain.snapshots == ()
        assert comparison.received_without == plain.message_count
        for trial in comparison.trials:
            expected = None if trial.refusal else trial.received / plain.message_count
            assert comparison.throughput(trial) == expected
        shares.append(comparison.throughput(comparison.trials[0]))
    # Markers hold up what comes behind them.
    assert min(shares) < 1
    idle = replace(scenario, duration_us=160_000, workload=replace(scenario.workload, kind="none"))
    assert compare(idle, ["poll"]).throughput(compare(idle, ["poll"]).trials[0]) is None


def test_that_a_refusal_is_told_in_words(several):
    (trial,) = compare(busy(), ["choosy"]).trials
    assert trial.refusal == "processes: choosy wants two at most"
    assert trial.snapshots == ()
    assert standings(compare(busy(), ["choosy"])) == {"choosy": "refused"}


def test_that_blocking_is_what_the_cost_reports_and_else_nothing(several, monkeypatch):
    assert compare(busy(2), ["poll"]).trials[0].total("blocking_us") == 0
    before = Snapshot.cost

    class Waiting:
        def __init__(self, cost):
            self.__dict__ = {**vars(cost), "blocking_us": 1_500}

    monkeypatch.setattr(Snapshot, "cost", property(lambda s: Waiting(before.func(s))))
    comparison = compare(busy(2), ["poll"])
    assert comparison.trials[0].total("blocking_us") == 1_500
    report = comparison_report(comparison)
    assert report["protocols"][0]["snapshots"][0]["cost"]["blocking_ms"] == 1.5


def test_that_the_cheapest_of_those_that_are_sure_to_be_right_is_named(several):
    found = guide(compare(busy(), ALL))
    assert (found.cheapest, found.quickest) == ("chandy-lamport", "chandy-lamport")
    assert re.fullmatch(
        "take chandy-lamport: of those that were right here and whose assumptions hold, fewest "
        r"control messages \(\d+\), and quickest \(\d+\.\d ms\)",
        str(found.summary),
    )
    assert standings(compare(busy(), ALL)) == {
        "chandy-lamport": "fit",
        "poll": "wrong",
        "asleep": "incomplete",
        "choosy": "refused",
    }
    words = {advice.protocol: str(advice.why) for advice in found.advice}
    assert words["poll"].startswith("recorded a wrong state: it assumes quiet, but a message P")
    assert words["chandy-lamport"] == "right, and all it assumes holds here"


def test_that_the_guide_says_that_a_cheaper_one_is_not_ranked(several):
    comparison = compare(busy(), ["chandy-lamport", "poll"])
    dear, cheap = comparison.trials
    assert cheap.total("control_messages") < dear.total("control_messages")
    told = str(guide(comparison).summary)
    assert told.startswith("take chandy-lamport: of those that were right here and whose ass")


def test_that_a_quiet_system_may_just_be_polled(several):
    quiet = replace(busy(), workload=replace(busy().workload, kind="none"))
    found = guide(compare(quiet, ["chandy-lamport", "poll"]))
    assert found.cheapest == "poll"
    assert "fewest control messages (3)" in str(found.summary)


def test_that_luck_is_told_from_fitness(several):
    calm = busy(2, fifo=False)
    calm = replace(calm, workload=replace(calm.workload, interval=Exponential(60_000)))
    runs = [compare(replace(calm, seed=seed), ALL[:1]) for seed in range(30)]
    comparison = next(run for run in runs if outcomes(run)[ALL[0]] == "sound")
    found = guide(comparison)
    assert found.cheapest is None
    assert found.advice[0].standing == "lucky"
    assert "it assumes fifo: P1 → P2 need not keep the order" in str(found.advice[0].why)
    assert str(found.summary) == "none of these is sure to be right here"


def test_that_a_scenario_without_snapshots_has_none_to_compare(several):
    comparison = compare(replace(busy(2), script=()), ["poll"])
    assert outcomes(comparison) == {"poll": "no snapshot"}
    assert "takes no snapshot" in as_text(comparison_table(comparison))


def test_that_the_run_may_end_earlier(several):
    comparison = compare(busy(), ["chandy-lamport"], until_us=155_000)
    assert outcomes(comparison) == {"chandy-lamport": "incomplete"}
    assert comparison.until_us == 155_000


def test_that_it_goes_on_in_slices_and_says_how_far_it_is(several):
    comparing, heard = Comparing(busy(), ALL), []
    while not comparing.advance(10):
        heard.append(comparing.progress)
    assert heard == sorted(heard)
    assert len(heard) > 20
    assert 0 < heard[0] < 0.1
    assert comparing.progress == 1
    assert comparing.finish() == compare(busy(), ALL)


def test_that_it_stops_when_told_to(several):
    with pytest.raises(Cancelled):
        compare(busy(), ALL, should_stop=lambda: True, progress=lambda share: None)


def test_that_an_unknown_protocol_is_refused_before_anything_runs():
    with pytest.raises(ScenarioError, match="no protocol 'nobody'"):
        compare(busy(), ["chandy-lamport", "nobody"])


def test_that_an_assumption_nobody_knows_is_left_open(several):
    (trial,) = compare(busy(), ["asleep"]).trials
    assert [(a.name, a.holds) for a in trial.assumptions] == [
        ("reachable", True),
        ("patience", None),
    ]
    assert getattr(SnapshotProtocol, "ASSUMES", ()) == ()


def test_that_the_json_has_the_fields_its_description_names(several):
    report = comparison_report(compare(busy(), ALL))
    assert set(report) == {
        "title",
        "seed",
        "until_ms",
        "save_pause_ms",
        "received_without_snapshots",
        "received_a_second_without_snapshots",
        "protocols",
        "guide",
    }
    assert set(report["guide"]) == {"cheapest", "quickest", "summary", "advice"}
    for trial in report["protocols"]:
        assert set(trial) == {
            "protocol",
            "outcome",
            "refused",
            "received",
            "received_a_second",
            "throughput",
            "assumptions",
            "snapshots",
        }
    assert report["protocols"][3]["refused"] == "processes: choosy wants two at most"


def test_that_the_table_has_a_line_a_snapshot_and_the_advice(several):
    lines = as_text(comparison_table(compare(busy(snapshots=2), ALL))).splitlines()
    assert sum(" S1 " in line for line in lines) == 3
    assert sum(line.strip().startswith("S2") for line in lines) == 3
    assert any("choosy wants two at most" in line for line in lines)
    assert any(line.startswith("take chandy-lamport") for line in lines)


def test_that_saving_has_its_price(several):
    world = replace(busy(snapshots=4), duration_us=2_000_000)
    free, dear = (
        compare(replace(world, save_pause_us=us), ["chandy-lamport"]) for us in (0, 40_000)
    )
    assert free.received_without == dear.received_without
    (cheap,), (costly,) = free.trials, dear.trials
    assert free.throughput(cheap) > dear.throughput(costly) > 0
    assert dear.per_second(costly.received) == costly.received / 2
    assert costly.outcome == "sound"
    assert {f.saving_us for f in cheap.snapshots} == {0}
    assert {f.saving_us for f in costly.snapshots} == {40_000 * len(world.processes)}


def test_that_the_price_is_told_in_json_and_in_the_table(several):
    world = replace(busy(), save_pause_us=12_500)
    comparison = compare(world, ["chandy-lamport", "choosy"])
    report = comparison_report(comparison)
    sound, refused = report["protocols"]
    assert report["save_pause_ms"] == 12.5
    assert sound["snapshots"][0]["cost"]["saving_ms"] == 12.5 * len(world.processes)
    seconds = comparison.until_us / 1_000_000
    assert sound["received_a_second"] == sound["received"] / seconds
    assert refused["received_a_second"] is None
    table = as_text(comparison_table(comparison))
    assert "12.500 ms to save a state" in table and "saving ms" in table
    plain = as_text(comparison_table(compare(busy(), ["chandy-lamport"])))
    assert "save a state" not in plain and "saving ms" not in plain


def test_that_a_run_without_length_has_no_throughput(several):
    comparison = compare(busy(), ["chandy-lamport"], until_us=0)
    assert comparison.per_second(comparison.received_without) is None
    assert comparison_report(comparison)["received_a_second_without_snapshots"] is None
