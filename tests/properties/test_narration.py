"""Every step of every snapshot is told once, by a line that is there, and as the trace has it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from snapviz.engine.trace import Control, Routed, RowKind
from snapviz.lessons.narration.happenings import Happening, happenings
from snapviz.lessons.narration.pseudo_code import pseudo_code
from snapviz.lessons.narration.rules import rule_of
from snapviz.lessons.narration.sentences import Sentences
from snapviz.lessons.narration.story import KEEPING, WHOLE_RUN
from snapviz.protocols.registry import AGREEMENT, SNAPSHOT_PROTOCOLS
from snapviz.run import Run
from snapviz.scenario.problems import ScenarioError
from snapviz.simulation import simulate, with_protocol
from snapviz.study.words import Words
from tests.properties.captures import rooted, run_under
from tests.properties.failures import failing
from tests.properties.strategies import unsteady, with_snapshots

LANGUAGES = ("en", "zh_CN")
JOINING = "spezialetti-kearns"
CONTROL = (RowKind.CONTROL, RowKind.CONTROL_DUPLICATE)


def scenarios(protocol: str):
    """Those that a protocol is told on: also where what it assumes does not hold."""
    if protocol == "barrier-aligned":
        return rooted(most=5)
    if protocol == JOINING:
        return with_snapshots(fifo=True, most=5)
    return with_snapshots(fifo=False, most=5, delay=unsteady, chances=(0.0, 0.3), losses=(0.0, 0.1))


def parts(said: Words) -> list[Words]:
    """What came, and each thing that it brought about."""
    if said.text in ("%1; %2", "%1: %2"):
        return [part for value in said.values for part in parts(value)]
    return [said]


def assert_told_once(run: Run, number: int, steps: list[Happening]) -> None:
    trace = run.trace
    serves = [
        row
        for row in range(trace.row_count)
        if trace.row_kind[row] in CONTROL and trace.message_snapshot[trace.row_ref[row]] == number
    ]
    serves += [
        row
        for row in range(trace.row_count)
        if trace.row_kind[row] == RowKind.RECORD
        and trace.records[trace.row_ref[row]].snapshot == number
    ]
    assert sorted(row for step in steps for row in step.rows) == sorted(serves)
    for name in ("records", "channel_records"):
        mine = [n for n, r in enumerate(getattr(trace, name)) if r.snapshot == number]
        field = "records" if name == "records" else "kept"
        assert sorted(n for step in steps for n in getattr(step, field)) == mine
    sent = {
        message
        for message in range(trace.message_count)
        if trace.message_snapshot[message] == number
        and trace.message_copy_of[message] < 0
        and not is_border(trace.payloads[message])
    }
    told = [m for step in steps for m in step.sent if not is_border(trace.payloads[m])]
    assert sorted(told) == sorted(sent)


def is_border(payload) -> bool:
    """Initiators tell it to those of other snapshots: it is told in the story of who says it."""
    is_joining = type(payload) is Routed and payload.protocol == JOINING
    return is_joining and payload.body[0] == "border"


def assert_at_its_place(run: Run, step: Happening) -> None:
    """What a step is said to bring about happens at its process and instant."""
    trace = run.trace
    assert all(trace.row_time[row] == step.time_us for row in step.rows)
    assert all(trace.row_process[row] == step.process for row in step.rows)
    assert all(trace.records[n].process == step.process for n in step.records)
    assert all(trace.channel_records[n].time_us == step.time_us for n in step.kept)
    assert all(trace.message_sent[m] == step.time_us for m in step.sent)
    source = trace.channel_source[trace.message_channel]
    assert all(source[m] == step.process for m in step.sent)


def assert_says_what_is(run: Run, number: int, step: Happening, rule: str) -> None:
    """As many claims of each kind as the step has, and an empty channel is empty."""
    trace, said = run.trace, parts(Sentences(run, number).tell(step, rule, False))
    texts = Counter(part.text for part in said)
    recorded = texts["it records its state (%1)"]
    recorded += texts["it takes the state it had at %1 ms (%2)"]
    assert recorded == len(step.records)
    assert texts["it keeps it for the state of %1"] == (rule == "keep")
    assert bool(step.kept) == (rule == "keep" or bool(texts["it puts %1 into the state of %2"]))
    ends = {
        f"{trace.process_ids[a]}→{trace.process_ids[b]}": n
        for n, (a, b) in enumerate(trace.channel_ends)
    }
    for part in said:
        if part.text == "it takes %1 as empty":
            channel = ends[part.values[0]]
            assert channel == trace.message_channel[step.message]
            held = [r for r in trace.channel_records if r.snapshot == number]
            assert not [r for r in held if r.channel == channel and r.time_us <= step.time_us]
    marked = [m for m in step.sent if type(trace.payloads[m]) is Control]
    named = [
        part.values[0] for part in said if part.text in
        ("it sends the marker on %1", "it sends the barrier on %1")
    ]  # fmt: skip
    channels = [ends[name] for names in named for name in names.split(", ")]
    assert channels == trace.message_channel[marked].tolist()


def check(protocol: str, scenario) -> None:
    run = run_under(with_protocol(scenario, protocol))
    rules = pseudo_code(protocol, "en").rules
    for snapshot in run.snapshots:
        row, steps = run.trace.snapshots[snapshot.number], happenings(run, snapshot.number)
        assert_told_once(run, snapshot.number, steps)
        places = [(step.time_us, step.row) for step in steps]
        assert places == sorted(places)
        for step in steps:
            assert_at_its_place(run, step)
            rule = rule_of(protocol, row.initiator, step)
            assert rule in rules
            assert_says_what_is(run, snapshot.number, step, rule)


@pytest.mark.parametrize("protocol", SNAPSHOT_PROTOCOLS)
@settings(max_examples=8)
@given(data=st.data())
def test_that_every_step_is_told_once_by_one_rule(protocol, data):
    check(protocol, data.draw(scenarios(protocol)))


@pytest.mark.deep
@pytest.mark.parametrize("protocol", SNAPSHOT_PROTOCOLS)
@settings(max_examples=120)
@given(data=st.data())
def test_that_every_step_of_many_runs_is_told_once_by_one_rule(protocol, data):
    check(protocol, data.draw(scenarios(protocol)))


@pytest.mark.deep
@pytest.mark.parametrize("protocol", SNAPSHOT_PROTOCOLS)
@settings(max_examples=60)
@given(scenario=failing(rollbacks=2, methods=("none", "pessimistic", "optimistic")))
def test_that_runs_with_crashes_are_told_by_rules_too(protocol, scenario):
    """What came back may record once more, and what comes too late brings nothing about."""
    run, rules = run_under_recovery(scenario, protocol), pseudo_code(protocol, "en").rules
    for snapshot in run.snapshots:
        row, steps = run.trace.snapshots[snapshot.number], happenings(run, snapshot.number)
        for step in steps:
            assert rule_of(protocol, row.initiator, step) in rules
            assert_at_its_place(run, step)
        for name, field in (("records", "records"), ("channel_records", "kept")):
            all_of = getattr(run.trace, name)
            mine = [n for n, r in enumerate(all_of) if r.snapshot == snapshot.number]
            assert sorted(n for step in steps for n in getattr(step, field)) == mine


def run_under_recovery(scenario, protocol: str) -> Run:
    """Crashes need the room that knows how to recover."""
    try:
        return simulate(with_protocol(scenario, protocol))
    except ScenarioError:
        reject()


@pytest.mark.parametrize("protocol", [*SNAPSHOT_PROTOCOLS, *AGREEMENT, KEEPING, *WHOLE_RUN])
def test_that_the_pseudo_code_has_the_same_rules_in_both_languages(protocol):
    english, chinese = (pseudo_code(protocol, language) for language in LANGUAGES)
    assert english.rules == chinese.rules and len(set(english.rules)) == len(english.rules)
    assert [line.depth for line in english.lines] == [line.depth for line in chinese.lines]
    assert english.source == chinese.source
    assert all(a.text != b.text for a, b in zip(english.lines, chinese.lines, strict=True))
    assert 4 <= len(english.lines) <= 20
