"""One assumption broken: where theory says so, a wrong run is found; where it does not, none is."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings

from snapviz.documents import catalogue, load_scenario
from snapviz.engine.script import can_run
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.codec import encode
from snapviz.scenario.model import Channel, Crash, Send, TakeSnapshot, Uniform
from snapviz.scenario.validity import problems_of
from snapviz.simulation import simulate, with_protocol
from snapviz.study.blame import rule, verdict
from snapviz.study.breakages import in_any_order, ways, with_fault
from snapviz.study.breaking import ORDERED, Breaking, break_it, depends
from snapviz.study.breaking_report import breaking_report
from tests.engine.worlds import bank, pair, snapshots
from tests.properties.captures import rooted
from tests.properties.strategies import with_snapshots
from tests.properties.test_spezialetti_kearns import both_ways

# The naive poll is right by luck, so that nothing follows from a run of it.
CAPTURES = [name for name in SNAPSHOT_PROTOCOLS if name != "naive-poll"]
IN_ANY_ORDER = [name for name in CAPTURES if name not in ORDERED]
bases = with_snapshots(fifo=True, most=5)


def world(protocol: str, seed: int = 0):
    """A busy bank whose snapshot is right, of a shape the protocol can work on."""
    base = replace(
        bank(4, 500_000, delay=Uniform(1_000, 60_000)), seed=seed, script=snapshots(100_000)
    )
    if protocol == "barrier-aligned":
        downhill = tuple(c for c in base.channels if c.source < c.target)
        base = replace(base, channels=downhill)
    run = simulate(with_protocol(base, protocol))
    assert run.snapshots[0].verdict.sound
    return run


@pytest.mark.parametrize("assumption", ["fifo", "loss", "unreachable"])
@pytest.mark.parametrize("protocol", CAPTURES)
def test_that_what_a_protocol_depends_on_breaks_it_and_nothing_else_does(protocol, assumption):
    base = world(protocol)
    broken = break_it(base, 0, assumption)
    assert broken.is_broken == depends(protocol, assumption)
    assert broken.outcome in ("wrong", "incomplete", "survives")
    assert broken.tried <= 110
    assert problems_of(broken.scenario, catalogue()) == []
    again = simulate(broken.scenario)
    assert again.digest == broken.run.digest
    assert str(verdict(broken)) and str(rule(broken))
    assert "%" not in f"{verdict(broken)}{rule(broken)}"


@pytest.mark.parametrize("protocol", sorted(ORDERED))
def test_that_a_message_out_of_order_is_named_and_is_guilty(protocol):
    for seed in range(6):
        broken = break_it(world(protocol, seed), 0, "fifo")
        assert broken.outcome == "wrong"
        run, snapshot, told = broken.run, broken.snapshot, str(verdict(broken))
        recorded = {pid: state.recorded_us for pid, state in snapshot.processes.items()}
        for number in broken.messages:
            message = run.message(number)
            ends = run.trace.channel_ends[run.trace.message_channel[number]]
            source, target = (run.trace.process_ids[end] for end in ends)
            if number in snapshot.verdict.orphans:
                assert recorded[source] <= message.sent_us
                assert message.received_us <= recorded[target]
            else:
                assert number in snapshot.verdict.missing
                assert message.sent_us <= recorded[source]
            is_first = number == broken.messages[0]
            assert is_first == (f"{source} → {target} sent at {message.sent_us / 1000:g} " in told)


@pytest.mark.parametrize("assumption", ["loss", "duplication"])
def test_that_the_run_is_the_same_up_to_the_message(assumption):
    base = world("chandy-lamport")
    broken = break_it(base, 0, assumption)
    sent_us = int(broken.run.trace.message_sent[broken.messages[0]])
    for run in (base, broken.run):
        assert int(run.trace.message_sent[broken.messages[0]]) == sent_us
    before, after = (
        [
            (int(run.trace.message_channel[m]), int(run.trace.message_due[m]))
            for m in range(broken.messages[0])
        ]
        for run in (base, broken.run)
    )
    assert before == after
    lost = broken.run.trace.message_lost
    assert lost.nonzero()[0].tolist() == (list(broken.messages) if assumption == "loss" else [])
    copies = broken.run.trace.message_copies
    assert set(copies) == (set(broken.messages[1:]) if assumption == "duplication" else set())


def test_that_a_lost_marker_is_what_the_snapshot_waits_for():
    broken = break_it(world("chandy-lamport"), 0, "loss")
    assert broken.outcome == "incomplete"
    (marker,) = broken.messages
    trace = broken.run.trace
    assert trace.message_control[marker] and trace.message_lost[marker]
    ends = tuple(trace.process_ids[e] for e in trace.channel_ends[trace.message_channel[marker]])
    assert ends in {waiting.channel for waiting in broken.snapshot.waiting}
    assert "was lost, and" in str(verdict(broken))


def test_that_a_fault_of_one_instant_leaves_the_channel_as_it_was():
    scenario = replace(
        pair(),
        channels=(Channel("P1", "P2", loss=0.25), Channel("P2", "P1")),
        script=(Send(10_000, "P1", "P2", {"amount": 1}), TakeSnapshot(20_000, initiator="P1")),
    )
    run = simulate(scenario)
    changed = with_fault(run, 0, "loss")
    assert [(a.at_us, a.loss) for a in (changed.script[0], changed.script[-1])] == [
        (10_000, 1.0),
        (10_001, 0.25),
    ]
    assert simulate(changed).trace.message_lost[0]


def test_that_who_cannot_be_reached_is_named():
    broken = break_it(world("chandy-lamport"), 0, "unreachable")
    assert (broken.outcome, broken.process, broken.messages) == ("incomplete", "P4", ())
    assert all(channel.target != "P4" for channel in broken.scenario.channels)
    assert "no channel leads to P4" in str(verdict(broken))


def test_that_a_snapshot_wrong_from_the_start_is_said_to_be(root):
    run = simulate(load_scenario(root / "scenarios" / "05-overtaken-marker.snapviz.json"))
    broken = break_it(run, 0, "loss")
    assert (broken.outcome, broken.tried, broken.run) == ("already", 0, run)
    assert broken.messages == run.snapshots[0].verdict.orphans
    assert "overtook the marker" in str(verdict(broken))


def test_that_where_nothing_is_sent_there_is_nothing_to_lose():
    quiet = replace(pair(), script=(TakeSnapshot(0, "global-clock", at_local_us=9_000),))
    broken = break_it(simulate(quiet), 0, "loss")
    assert (broken.outcome, broken.tried) == ("nothing", 0)


def test_that_a_crash_is_offered_only_where_the_engine_can_have_one():
    assert ("crash" in ways()) == can_run(Crash)


def test_that_what_cannot_be_broken_is_refused_in_words():
    base = world("lai-yang")
    with pytest.raises(ValueError, match="'gravity' cannot be broken here; allowed: fifo, loss"):
        Breaking(base, 0, "gravity")
    with pytest.raises(ValueError, match="no snapshot number 4"):
        Breaking(base, 3, "fifo")


def test_that_slices_come_to_the_same_answer():
    base = world("chandy-lamport")
    at_once = break_it(base, 0, "fifo")
    breaking, turns = Breaking(base, 0, "fifo"), 0
    while not breaking.advance(10):
        assert 0 <= breaking.progress <= 1
        turns += 1
    assert turns > 5
    sliced = breaking.finish()
    assert (sliced.run.digest, sliced.messages) == (at_once.run.digest, at_once.messages)
    assert encode(sliced.scenario) == encode(at_once.scenario)


def test_that_the_report_is_plain_json():
    base = world("chandy-lamport")
    found = [break_it(base, 0, name) for name in ("fifo", "loss")]
    told = json.loads(json.dumps(breaking_report(base, 0, found)))
    assert [a["outcome"] for a in told["assumptions"]] == ["wrong", "incomplete"]
    assert told["assumptions"][1]["messages"][0]["received_ms"] is None
    assert told["assumptions"][0]["why"].startswith("S1 goes wrong: the message ")


def assert_never_wrong(scenario, protocol: str, assumption: str) -> None:
    if protocol == "spezialetti-kearns":
        scenario = both_ways(scenario)  # which it also assumes, and this is not to break
    run = simulate(with_protocol(scenario, protocol))
    right = [s.number for s in run.snapshots if s.verdict is not None and s.verdict.sound]
    assume(right)
    broken = break_it(run, right[0], assumption)
    assert broken.outcome in ("survives", "nothing"), str(verdict(broken))


def assert_found(scenario, protocol: str, assumption: str) -> None:
    run = simulate(with_protocol(scenario, protocol))
    snapshot = run.snapshots[0]
    assume(snapshot.verdict is not None and snapshot.verdict.sound)
    if assumption == "fifo":
        assume(_has_something_to_pass(simulate(in_any_order(run.scenario))))
    elif assumption == "unreachable":
        assume(len(run.trace.process_ids) > len({s.initiator for s in run.snapshots}))
    assert break_it(run, 0, assumption).is_broken


def _has_something_to_pass(run) -> bool:
    """Some channel carries a message before a marker: late enough, it is recorded by nobody."""
    trace = run.trace
    markers = np.flatnonzero(trace.message_snapshot == 0).tolist()
    return any(
        trace.message_channel[message] == trace.message_channel[marker]
        and trace.message_due[message] <= trace.message_due[marker]
        for marker in markers
        for message in np.flatnonzero(~trace.message_control[:marker]).tolist()
    )


@pytest.mark.parametrize("protocol", IN_ANY_ORDER)
@settings(max_examples=4)
@given(scenario=bases)
def test_that_no_order_makes_these_wrong(protocol, scenario):
    assert_never_wrong(scenario, protocol, "fifo")


@pytest.mark.parametrize("protocol", CAPTURES)
@settings(max_examples=4)
@given(scenario=bases | rooted(most=5))
def test_that_no_duplicate_makes_any_wrong(protocol, scenario):
    assert_never_wrong(scenario, protocol, "duplication")


@pytest.mark.parametrize("assumption", ["fifo", "loss", "unreachable"])
@settings(max_examples=10)
@given(scenario=bases)
def test_that_what_markers_need_is_found_wrong_when_broken(assumption, scenario):
    assert_found(scenario, "chandy-lamport", assumption)


@pytest.mark.deep
@pytest.mark.parametrize("protocol", IN_ANY_ORDER)
@settings(max_examples=100)
@given(scenario=bases)
def test_that_no_order_makes_these_wrong_on_many_runs(protocol, scenario):
    assert_never_wrong(scenario, protocol, "fifo")


@pytest.mark.deep
@pytest.mark.parametrize("protocol", CAPTURES)
@settings(max_examples=100)
@given(scenario=bases | rooted(most=6))
def test_that_no_duplicate_makes_any_wrong_on_many_runs(protocol, scenario):
    assert_never_wrong(scenario, protocol, "duplication")


@pytest.mark.deep
@pytest.mark.parametrize("assumption", ["fifo", "loss", "unreachable"])
@pytest.mark.parametrize("protocol", ["chandy-lamport", "barrier-unaligned"])
@settings(max_examples=200)
@given(scenario=bases)
def test_that_what_markers_need_is_found_wrong_on_many_runs(assumption, protocol, scenario):
    assert_found(scenario, protocol, assumption)


def test_that_a_naive_poll_that_survives_is_told_to_be_lucky():
    broken = break_it(world("naive-poll"), 0, "duplication")
    assert broken.outcome == "survives"
    assert str(rule(broken)).startswith("That is luck: nothing keeps together what it reads")
