"""What the scenarios of crashes and recoveries claim is what their runs show."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

import snapviz
from snapviz.report import run_report
from snapviz.scenario.model import Logging, Restart, Scenario
from snapviz.simulation import simulate


@pytest.fixture
def scenario(root):
    @cache
    def loaded(start: str) -> Scenario:
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return snapviz.load_scenario(path)

    return loaded


def recoveries(scenario: Scenario) -> list[dict]:
    return run_report(simulate(scenario))["recoveries"]


def amounts(messages: list[dict]) -> list[int]:
    return [message["payload"]["amount"] for message in messages]


def sums(scenario: Scenario) -> list[int]:
    verdicts = [snapshot.verdict for snapshot in simulate(scenario).snapshots]
    assert all(verdict.sound for verdict in verdicts)
    return [verdict.recorded for verdict in verdicts]


def test_that_independent_checkpoints_fall_to_the_very_start(scenario):
    (recovery,) = recoveries(scenario("50"))
    # The first checkpoint of P3 is from before it did anything.
    assert recovery["recovery_line"] == {"P1": 0, "P2": 0, "P3": 1}
    assert set(amounts(recovery["orphaned_messages"])) >= {14, 23, 13, 22, 12, 21, 11, 20, 10}
    run = simulate(scenario("50"))
    assert [s["balance"] for s in run.states_at(run.trace.row_count)] == [500, 500, 500]
    assert len(run_report(run)["checkpoints"]) == 15


def test_that_forced_checkpoints_stop_the_dominoes_at_once(scenario):
    assert scenario("51").script == scenario("50").script
    (recovery,) = recoveries(scenario("51"))
    assert recovery["undone"] == {"P1": 1, "P2": 1}
    assert amounts(recovery["orphaned_messages"]) == [14]
    taken = run_report(simulate(scenario("51")))["checkpoints"]
    line = [
        (c["taken_ms"], c["kind"])
        for c in taken
        if c["index"] == recovery["recovery_line"][c["process"]]
    ]
    assert line == [(400, "independent"), (440, "forced")]


def test_that_a_checkpoint_forgets_what_was_received_after_it(scenario):
    (recovery,) = recoveries(scenario("52"))
    assert recovery["recovery_line"] == {"P1": "current", "P2": 1}
    assert amounts(recovery["lost_messages"]) == [30, 20]
    assert recovery["state_after_replay"] == {"P2": {"balance": 90}}
    assert sums(scenario("52")) == [150]
    logged = replace(scenario("52"), logging=Logging("pessimistic"))
    assert sums(logged) == [200]


def test_that_a_full_log_brings_everything_back(scenario):
    (recovery,) = recoveries(scenario("53"))
    assert recovery["recovery_line"] == {"P1": "current", "P2": 0, "P3": "current"}
    assert recovery["replayed_messages"] == 3 and recovery["undone_events"] == 0
    assert recovery["state_before_crash"] == recovery["state_after_replay"]
    assert sums(scenario("53")) == [300]


def test_that_a_late_log_loses_its_tail_and_makes_an_orphan(scenario):
    first, second = recoveries(scenario("54"))
    assert first["undone_events"] == 0 and first["replayed_messages"] == 3
    assert amounts(second["lost_messages"]) == [40]
    assert amounts(second["orphaned_messages"]) == [70] and second["orphans"] == []
    assert second["undone"] == {"P2": 2, "P3": 1}
    assert sums(scenario("54")) == [260]


def test_that_all_have_a_checkpoint_or_none_has(scenario):
    report = run_report(simulate(scenario("55")))
    first, second = (
        [c for c in report["checkpoints"] if low <= c["taken_ms"] < high]
        for low, high in ((0, 200), (200, 660))
    )
    assert [(c["process"], c["kind"]) for c in first] == [
        (name, "coordinated") for name in ("P1", "P2", "P3")
    ]
    assert not any(c.get("undone") for c in first)
    assert [c["process"] for c in second] == ["P2", "P1"]
    assert all(c["tentative"] and c["undone"] for c in second)
    (held,) = report["held_sends"]
    assert (held["from"], held["since_ms"], held["until_ms"]) == ("P1", 300, 610)
    (recovery,) = report["recoveries"]
    assert recovery["recovery_line"] == {"P1": "current", "P2": 1, "P3": 1}
    assert amounts(recovery["orphaned_messages"]) == [7]


def test_that_sender_based_logging_survives_one_failure_and_not_two(scenario):
    first, second = recoveries(scenario("59"))
    assert first["undone_events"] == 0 and not first["lost_messages"]
    assert first["state_before_crash"] == first["state_after_replay"]
    assert second["crashed"] == ["P1", "P2"]
    assert second["recovery_line"] == {"P1": 0, "P2": 1, "P3": 0}
    assert amounts(second["lost_messages"]) == [25]
    assert amounts(second["orphaned_messages"]) == [40] and second["undone"]["P3"] == 1


def test_that_three_crashes_lose_no_coin(scenario):
    assert sums(scenario("56")) == [4000, 4000]
    found = recoveries(scenario("56"))
    assert [recovery["crashed"] for recovery in found] == [["P1"], ["P2"], ["P3"]]
    assert not any(recovery["undone_events"] or recovery["lost_messages"] for recovery in found)


def test_that_a_rollback_with_logs_is_exact(scenario):
    (recovery,) = recoveries(scenario("57"))
    run = simulate(scenario("57"))
    there = run.trace.recoveries[0].row
    stopped = simulate(scenario("57"), until_us=150_000)
    after = run.states_at(there + 3)
    assert after == stopped.states_at(stopped.trace.row_count)
    assert amounts(recovery["delivered_again"]) == [15, 20] and not recovery["lost_messages"]
    assert sums(scenario("57")) == [300]
    bare = replace(scenario("57"), logging=Logging())
    assert recoveries(bare)[0]["recovery_line"] == {"P1": 1, "P2": 1, "P3": 0}
    assert recoveries(bare)[0]["undone_events"] > recovery["undone_events"]


def test_that_a_standby_begins_with_a_copy(scenario):
    report = run_report(simulate(scenario("68")))
    (recovery,) = report["recoveries"]
    assert recovery["storage_lost"] == ["P2"]
    assert {name: part["held_by"] for name, part in recovery["taken_from"].items()} == {
        "P2": "P3",
        "P3": "P3",
    }
    assert amounts(recovery["delivered_again"]) == [20] and amounts(recovery["lost_messages"]) == [
        8
    ]
    (second,) = recoveries(with_storage(scenario("68"), "kept"))
    assert second["undone_events"] == 0 and second["replayed_messages"] == 2
    assert "taken_from" in second and not second["lost_messages"]


def with_storage(scenario, storage):
    changed = (
        replace(action, storage=storage) if isinstance(action, Restart) else action
        for action in scenario.script
    )
    return replace(scenario, script=tuple(changed))


def test_that_a_standby_takes_over_and_goes_down_with_the_name(scenario):
    report = run_report(simulate(scenario("58")))
    (recovery,) = report["recoveries"]
    assert recovery["taken_over_by"] == {"P2": "Standby"}
    assert recovery["recovery_line"]["P2"] == 1 and recovery["replayed_messages"] == 1
    assert recovery["state_after_replay"] == recovery["state_before_crash"]
    assert [p["id"] for p in report["processes"] if p.get("down")] == ["P2", "Standby"]


def line_under(scenario: Scenario, policy: str) -> tuple[dict, list[tuple[str, float]]]:
    """The recovery line under a policy, and who was forced to save, when."""
    report = run_report(
        simulate(replace(scenario, checkpointing=replace(scenario.checkpointing, policy=policy)))
    )
    (recovery,) = report["recoveries"]
    taken = report["checkpoints"]
    forced = [(c["process"], c["taken_ms"]) for c in taken if c["kind"] == "forced"]
    return recovery["recovery_line"], forced


def test_that_a_checkpoint_is_forced_only_where_another_would_be_useless(scenario):
    run = scenario("69")
    assert line_under(run, "fdas") == ({"P1": 1, "P2": 1, "P3": 0}, [("P1", 110)])
    assert line_under(run, "none") == ({"P1": 0, "P2": 0, "P3": 0}, [])
    assert line_under(run, "index-based")[1] == [("P1", 110), ("P3", 150)]
    assert sums(run) == [300]


def test_that_with_a_causal_log_two_may_crash_at_once(scenario):
    assert scenario("70").script == scenario("59").script
    first, both = recoveries(scenario("70"))
    for recovery in (first, both):
        assert recovery["undone_events"] == 0 and recovery["lost_messages"] == []
        assert recovery["state_after_replay"] == recovery["state_before_crash"]
    assert both["crashed"] == ["P1", "P2"] and both["recovery_line"]["P3"] == "current"
    assert simulate(scenario("70")).message_count == 4
    assert sums(scenario("70")) == [300]


def test_that_garbage_goes_and_with_it_the_past(scenario):
    report = run_report(simulate(scenario("71")))
    gone = {(c["process"], c["taken_ms"]): c.get("collected_ms") for c in report["checkpoints"]}
    assert gone["P3", 60] == gone["P2", 90] == 210
    assert gone["P2", 330] == 570 and gone["P1", 360] is None
    (recovery,) = report["recoveries"]
    line = {(c["process"], c["index"]): c["taken_ms"] for c in report["checkpoints"]}
    assert [line[p, recovery["recovery_line"][p]] for p in ("P1", "P2")] == [360, 330]
    (skipped,) = report["skipped"]
    assert (skipped["why"], skipped["earliest_ms"]) == ("collected", 285)
    without = scenario("71")
    kept = replace(without, checkpointing=replace(without.checkpointing, collect=False))
    # Without collecting the rollback can be done; who crashes comes back to the same.
    crash, back = recoveries(kept)
    assert crash["recovery_line"] == recovery["recovery_line"] and back["undone_events"] > 0
