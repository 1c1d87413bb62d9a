"""What checkpoints and logs cost, on runs small enough to count by hand."""

from dataclasses import replace

import pytest

from snapviz.recovery.costs import ENTRY_BYTES
from snapviz.scenario.model import Checkpointing, Crash, Fixed, Logging, Restart, Send
from snapviz.simulation import simulate
from snapviz.study.recovery_comparison import costs_of
from tests.properties.test_message_logging import scripted

SENDS = ((1_000, "P1", "P2"), (20_000, "P2", "P3"), (42_000, "P3", "P1"))
ENTRY = ENTRY_BYTES + len("amount") + 8


def costs(method="none", policy="none", *more, until_us=119_000):
    scenario = scripted(*SENDS, logging=Logging(method, 30_000))
    channels = tuple(replace(channel, delay=Fixed(10_000)) for channel in scenario.channels)
    scenario = replace(scenario, script=(*scenario.script, *more), channels=channels)
    policies = Checkpointing(policy, 40_000)
    return costs_of(simulate(replace(scenario, checkpointing=policies), until_us))


@pytest.mark.parametrize(
    ("method", "logged", "control"),
    [
        ("none", 0, 0),
        ("pessimistic", 3 * ENTRY, 0),
        ("optimistic", 3 * ENTRY, 0),
        ("sender-based", 0, 6),
        ("causal", 0, 0),
    ],
)
def test_that_logs_are_counted_where_they_are_kept(method, logged, control):
    found = costs(method)
    assert (found.logged_bytes, found.control_messages) == (logged, control)
    assert bool(found.piggyback_bytes) == (method in ("sender-based", "causal"))


def test_that_what_was_received_after_the_last_write_is_not_logged():
    assert costs("optimistic", "none", Crash(55_000, "P1")).logged_bytes == 2 * ENTRY


@pytest.mark.parametrize(
    ("policy", "taken", "forced"),
    [("independent", 3, 0), ("koo-toueg", 1, 0), ("index-based", 3, 0), ("none", 0, 0)],
)
def test_that_checkpoints_are_counted(policy, taken, forced):
    found = costs("none", policy, until_us=79_000)
    assert (found.checkpoints, found.forced_checkpoints) == (taken, forced)


def test_that_waiting_is_counted_until_the_message_goes_or_the_run_ends():
    assert costs("sender-based").output_delay_us == 11_000 + 19_000
    late = Send(78_500, "P1", "P3", {"amount": 1})
    assert costs("sender-based", "none", late).output_delay_us == 30_000 + 12_500
    assert costs("sender-based", "none", late, until_us=79_000).output_delay_us == 30_000 + 500
    assert costs("causal", "none", late).held_sends == 0


def test_that_what_recoveries_undo_replay_and_lose_is_counted():
    crash = (Crash(35_000, "P2"), Restart(40_000, "P2"))
    plain, logged = costs("none", "none", *crash), costs("pessimistic", "none", *crash)
    assert (plain.undone_events, plain.replayed_messages, plain.lost_messages) == (3, 0, 1)
    assert (logged.undone_events, logged.replayed_messages, logged.lost_messages) == (0, 1, 0)
