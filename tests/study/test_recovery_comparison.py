"""The same run under every way to checkpoint and to log, and a recovery in sentences."""

from dataclasses import replace

from snapviz.protocols.registry import CHECKPOINTING, LOGGING
from snapviz.recovery_story import recovery_story
from snapviz.scenario.model import Crash, Fixed, Logging, Restart
from snapviz.simulation import simulate
from snapviz.study.recovery_comparison import (
    ComparingRecovery,
    costs_of,
    recovery_comparison_report,
    with_recovery,
)
from tests.properties.test_message_logging import scripted, triangle

CRASH = (Crash(60_000, "P2"), Restart(80_000, "P2"))


def compared(scenario, steps=500):
    comparing = ComparingRecovery(scenario)
    shares = [comparing.progress]
    while not comparing.advance(steps):
        shares.append(comparing.progress)
    assert shares == sorted(shares)
    return comparing.finish()


def test_that_every_policy_runs_with_every_method():
    scenario = triangle(script=CRASH)
    found = compared(scenario).combinations
    pairs = [(p, m) for p in ("none", *CHECKPOINTING) for m in ("none", *LOGGING)]
    assert [(one.policy, one.method) for one in found] == pairs
    for one in found[::7]:
        run = simulate(with_recovery(scenario, one.policy, one.method))
        assert (one.received, one.costs) == (run.message_count, costs_of(run))


def test_that_a_log_that_can_be_had_spares_the_others():
    found = compared(triangle(script=CRASH)).combinations
    hit = {one.method for one in found if one.survivors_undone}
    assert "none" in hit and not hit & {"pessimistic", "sender-based", "causal"}


def test_that_the_report_has_a_line_for_each():
    report = recovery_comparison_report(compared(triangle(script=CRASH, duration_us=90_000)))
    assert len(report["combinations"]) == 25
    assert {"checkpointing", "logging", "undone_events", "output_delay_ms"} <= set(
        report["combinations"][0]
    )


def told(method, *crashes):
    sends = ((1_000, "P1", "P2"), (25_000, "P2", "P3"))
    scenario = scripted(*sends, logging=Logging(method))
    channels = tuple(replace(channel, delay=Fixed(10_000)) for channel in scenario.channels)
    scenario = replace(scenario, script=(*scenario.script, *crashes), channels=channels)
    run = simulate(scenario)
    return [said.text for said in recovery_story(run, run.trace.recoveries[0])]


def test_that_a_recovery_is_told_in_the_order_it_spreads():
    assert told("none", *CRASH) == [
        "P2 crashed at 60 ms and comes back at 80 ms.",
        "P2 goes back to its initial state (balance 100).",
        "P2 loses 2 events.",
        "P3 goes back to its initial state (balance 100).",
        "P3 had received what now was never sent: amount 1 from P2, sent at 25 ms.",
        "P3 loses 1 event.",
        "P1: the live state stays as it is.",
        "Lost for good, for no log has it: amount 1 from P1, sent at 1 ms, to P2.",
    ]


def test_that_a_replay_names_what_is_received_again():
    assert told("pessimistic", *CRASH, Crash(70_000, "P3"))[1:] == [
        "P2 goes back to its initial state (balance 100).",
        "P2 goes through 1 received again: amount 1 from P1, sent at 1 ms.",
        "P2 has lost nothing.",
        "P3 is still down; it would start from its initial state (balance 100).",
        "P1: the live state stays as it is.",
    ]
