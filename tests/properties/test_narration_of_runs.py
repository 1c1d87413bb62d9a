"""What is told of checkpoints, logs, recoveries, clocks and delivery is what happened in the run."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from snapviz.engine.context import IdleContext
from snapviz.engine.stable import COORDINATED
from snapviz.engine.trace import DOWN, RowKind
from snapviz.lessons.narration.pseudo_code import pseudo_code
from snapviz.lessons.narration.story import (
    AGREEMENT,
    KEEPING,
    Narrated,
    method_of,
    narration,
    stories,
    whole_narration,
)
from snapviz.protocols.checkpointing.fdas import Fdas
from snapviz.protocols.checkpointing.index_based import IndexBased
from snapviz.protocols.checkpointing.koo_toueg import KooToueg
from snapviz.protocols.delivery.causal_order import CausallyOrdered
from snapviz.protocols.exchange import TimedExchanges
from snapviz.recovery import collecting
from snapviz.resources import scenarios_folder
from snapviz.run import Run
from snapviz.scenario.files import load_scenario
from snapviz.scenario.model import Clock, Rollback, Send, SetClock, SyncClocks
from snapviz.scenario.problems import ScenarioError
from snapviz.simulation import simulate, with_protocol
from snapviz.study.words import Words
from tests.properties.failures import down_before, failing
from tests.properties.keeping import kept
from tests.properties.strategies import moments, unsteady, with_snapshots

METHODS = ("none", "pessimistic", "optimistic", "sender-based", "causal")
POLICIES = ("none", "independent", "index-based", "fdas", "koo-toueg")
CHECKPOINT_RULES = ("scripted", "interval", "forced", "begin", "asked")


def ran(scenario) -> Run:
    try:
        return simulate(scenario)
    except ScenarioError:
        reject()


@contextmanager
def watched(owner: type, method: str, look):
    """Call ``look`` with the object and what the method is called with, before each call."""
    plain = getattr(owner, method)

    def watching(self, *values):
        if not isinstance(getattr(self, "context", None), IdleContext):
            look(self, *values)
        return plain(self, *values)

    with patch.object(owner, method, watching):
        yield


def parts(said: Words) -> list[Words]:
    if said.text in ("%1; %2", "%1: %2"):
        return [part for value in said.values for part in parts(value)]
    return [said]


def told_of(run: Run, name: str) -> list[Narrated]:
    return list(narration(run, -1, name))


def claims(steps: list[Narrated], text: str) -> list[tuple[Narrated, Words]]:
    return [(step, part) for step in steps for part in parts(step.said) if part.text == text]


def assert_in_order_by_lines(run: Run) -> None:
    """Of every story, and of all together."""
    trace = run.trace
    for story in stories(run):
        steps, rules = narration(run, *story), pseudo_code(method_of(run, story), "en").rules
        places = [(step.time_us, step.row) for step in steps]
        assert places == sorted(places)
        for step in steps:
            assert step.rule in rules or (not step.rule and story[1] == AGREEMENT), step
            assert 0 <= step.row <= trace.row_count and 0 <= step.time_us <= run.until_us
            assert step.row == 0 or trace.row_time[step.row - 1] <= step.time_us
            assert step.row == trace.row_count or trace.row_time[step.row] >= step.time_us
    *_, together = whole_narration(run)
    rows = [step.row for step in together]
    assert rows == sorted(rows)


# Checkpoints


def assert_checkpoints_are_told(run: Run, policy: str) -> None:
    trace, name = run.trace, "scripted" if policy == "none" else policy
    if (-1, name) not in stories(run):
        assert not (trace.row_kind == RowKind.CHECKPOINT).any()
        return
    steps = told_of(run, name)
    rows = [row + 1 for row in (trace.row_kind == RowKind.CHECKPOINT).nonzero()[0].tolist()]
    assert [step.row for step in steps if step.rule in CHECKPOINT_RULES] == rows
    kinds = {"scripted": "scripted", "interval": "independent", "forced": "forced"}
    for step in steps:
        if step.rule in CHECKPOINT_RULES:
            taken = trace.checkpoints[int(trace.row_ref[step.row - 1])]
            assert taken.kind == kinds.get(step.rule, COORDINATED)
            index = next(p.values[0] for p in parts(step.said) if "checkpoint %1" in p.text)
            assert (index, taken.process) == (taken.index, step.process)


@settings(max_examples=8)
@given(scenario=failing(METHODS, ("index-based",), most=4, rollbacks=1))
def test_that_indices_are_compared_as_the_processes_do(scenario):
    check_indices(scenario)


@pytest.mark.deep
@settings(max_examples=250)
@given(scenario=failing(METHODS, ("index-based",), most=5, rollbacks=2, chances=(0.0, 0.2)))
def test_that_indices_are_compared_as_the_processes_do_in_many_runs(scenario):
    check_indices(scenario)


def check_indices(scenario) -> None:
    seen = []
    with watched(
        IndexBased,
        "on_arrival",
        lambda one, channel, message, data: seen.append(
            (one.context.now_us, one.context.process, data, one.index)
        ),
    ):
        run = ran(scenario)
    steps = told_of(run, "index-based")
    forced = [(s.time_us, s.process, *p.values[3:5]) for s in steps if s.rule == "forced"
              for p in parts(s.said)[:1]]  # fmt: skip
    assert forced == [one for one in seen if one[2] > one[3]]
    received = [(s.time_us, s.process, *s.said.values[3:5]) for s in steps if s.rule == "receive"]
    assert received == [(us, p, data, max(data, index)) for us, p, data, index in seen]
    assert_checkpoints_are_told(run, "index-based")


@settings(max_examples=8)
@given(scenario=failing(METHODS, ("fdas",), most=4, rollbacks=1))
def test_that_dependencies_are_compared_as_the_processes_do(scenario):
    check_dependencies(scenario)


@pytest.mark.deep
@settings(max_examples=250)
@given(scenario=failing(METHODS, ("fdas",), most=5, rollbacks=2, chances=(0.0, 0.2)))
def test_that_dependencies_are_compared_as_the_processes_do_in_many_runs(scenario):
    check_dependencies(scenario)


def check_dependencies(scenario) -> None:
    seen = []
    with watched(
        Fdas,
        "on_arrival",
        lambda one, channel, message, data: seen.append(
            (one.context.now_us, one.context.process, one.has_sent, one.depends, data)
        ),
    ):
        run = ran(scenario)
    steps, ids = told_of(run, "fdas"), run.trace.process_ids

    def news(depends, data):
        raised = [k for k in range(len(ids)) if data[k] > depends[k]]
        return ", ".join(f"{ids[k]}: {data[k]} > {depends[k]}" for k in raised)

    is_forced = [one for one in seen if one[2] and news(*one[3:])]
    told = [(s.time_us, s.process, parts(s.said)[0].values[3]) for s in steps if s.rule == "forced"]
    assert told == [(us, p, news(old, data)) for us, p, _, old, data in is_forced]
    received = [s for s in steps if s.rule == "receive"]
    assert [(s.time_us, s.process) for s in received] == [one[:2] for one in seen]
    for step, (_, process, has_sent, depends, data) in zip(received, seen, strict=True):
        if news(depends, data):
            assert step.said.values[3] == news(depends, data)
            assert not has_sent or (step.time_us, process, has_sent, depends, data) in is_forced
        else:
            assert "nothing new" in step.said.text
    assert_checkpoints_are_told(run, "fdas")


@settings(max_examples=10)
@given(scenario=failing(METHODS, ("koo-toueg",), most=4, chances=(0.0, 0.3), rollbacks=1))
def test_that_rounds_are_told_as_the_processes_go_through_them(scenario):
    check_rounds(scenario)


@pytest.mark.deep
@settings(max_examples=300)
@given(scenario=failing(METHODS, ("koo-toueg",), most=5, chances=(0.0, 0.3), rollbacks=2))
def test_that_rounds_are_told_as_the_processes_go_through_them_in_many_runs(scenario):
    check_rounds(scenario)


def rule_for(one: KooToueg, sender: int, round_id, last: int) -> str:
    """By what the process knows."""
    first = one.sent_first.get(sender)
    if one.round is not None and one.round.id == round_id:
        return "needless"
    if one.round is not None or round_id[0] == one.context.process:
        return "refused"
    return "needless" if first is None or last < first else "asked"


def check_rounds(scenario) -> None:
    asked, ended, late = [], Counter(), []

    def look_asked(one, sender, round_id, last):
        asked.append(
            (one.context.now_us, one.context.process, rule_for(one, sender, round_id, last))
        )

    def look_end(one, commits):
        taken = one.context._simulator.lives.storage.checkpoints[one.round.checkpoint]
        ended[taken.process, taken.index, commits] += 1

    def look_timer(one, data):
        if one.round is not None and one._part == data:
            rule = "gives-up" if one.round.parent is None else "inquires"
            late.append((one.context.now_us, one.context.process, rule))

    with (
        watched(KooToueg, "_asked", look_asked),
        watched(KooToueg, "_end", look_end),
        watched(KooToueg, "on_timer", look_timer),
    ):
        run = ran(scenario)
    steps = told_of(run, "koo-toueg")
    rules = ("asked", "needless", "refused")
    assert [(s.time_us, s.process, s.rule) for s in steps if s.rule in rules] == asked
    told_late = [
        (s.time_us, s.process, s.rule) for s in steps if s.rule in ("gives-up", "inquires")
    ]
    assert sorted(told_late) == sorted(late)
    outcomes = Counter()
    for commits, text in (
        (True, "checkpoint %1 is permanent"),
        (False, "checkpoint %1 is discarded"),
    ):
        outcomes.update((s.process, p.values[0], commits) for s, p in claims(steps, text))
    # Who is down is told of as well, though its protocol only finds it on stable storage.
    assert ended.keys() <= outcomes.keys() and all(count == 1 for count in outcomes.values())
    assert all(count == 1 for count in ended.values())
    for process, index, commits in outcomes:
        (taken,) = (c for c in run.trace.checkpoints if (c.process, c.index) == (process, index))
        assert (taken.settled_row is not None) == commits
    assert_checkpoints_are_told(run, "koo-toueg")
    held = [h for h in run.trace.held_sends if h.protocol == "koo-toueg"]
    assert Counter(s.time_us for s in steps if s.rule == "hold") == Counter(
        h.since_us for h in held
    )


@pytest.mark.parametrize(
    ("policy", "check"), [("index-based", check_indices), ("fdas", check_dependencies)]
)
def test_that_a_rollback_takes_what_is_compared_back(policy, check):
    (path,) = scenarios_folder().glob("51-*.snapviz.json")
    shipped = load_scenario(path)
    sends = [action for action in shipped.script if isinstance(action, Send)]
    back = Rollback(300_000, 120_000)
    policy = replace(shipped.checkpointing, policy=policy)
    check(replace(shipped, script=(*sends, back), checkpointing=policy))


# Garbage


def collected(**more):
    """Runs that discard garbage."""
    return failing(METHODS, POLICIES, most=4, **more).map(
        lambda s: replace(s, checkpointing=replace(s.checkpointing, collect=True))
    )


@settings(max_examples=8)
@given(scenario=collected())
def test_that_it_is_said_by_which_rule_garbage_goes(scenario):
    check_garbage(scenario)


@pytest.mark.deep
@settings(max_examples=200)
@given(scenario=collected(rollbacks=1))
def test_that_it_is_said_by_which_rule_garbage_goes_in_many_runs(scenario):
    check_garbage(scenario)


def check_garbage(scenario) -> None:
    used = []

    def noting(name, find):
        def found(*values):
            used.append(name)
            return find(*values)

        return found

    plain = collecting.collect
    by_collection = []

    def collect(run):
        before = len(run.lives.storage.collections)
        used.clear()
        plain(run)
        if len(run.lives.storage.collections) > before:
            by_collection.extend(used)

    with (
        patch.object(collecting, "obsolete_checkpoints",
                     noting("tentative", collecting.obsolete_checkpoints)),
        patch.object(collecting, "garbage_checkpoints",
                     noting("single", collecting.garbage_checkpoints)),
        patch.object(collecting, "log_garbage", noting("log", collecting.log_garbage)),
        patch.object(collecting, "collect", collect),
    ):  # fmt: skip
        run = ran(scenario)
    if (-1, "garbage-collection") not in stories(run):
        assert not run.trace.collections
        return
    steps = told_of(run, "garbage-collection")
    found = [s for s in steps if s.rule != "nothing"]
    assert [s.rule for s in found] == by_collection
    named = [p.values[0] for _, p in claims(steps, "discarded are the checkpoints %1")]
    gone = Counter(
        f"{run.trace.process_ids[c.process]} {c.index}"
        for c in run.trace.checkpoints
        if c.collected_row is not None
    )
    assert gone == Counter(
        f"{process} {index}"
        for text in named
        for process, indices in (one.split(": ") for one in text.split("; "))
        for index in indices.split(", ")
    )


# Message logs and recoveries


def flushed_by_hand(run: Run) -> list[int]:
    """By flush, how many receives of its process were in memory only."""
    trace, found = run.trace, []
    kinds, processes = trace.row_kind.tolist(), trace.row_process.tolist()
    for number, flush in enumerate(trace.flushes):
        before = [f.row for f in trace.flushes[:number] if f.process == flush.process]
        last = max((row for row in before if row <= flush.row), default=0)
        undone = {
            row for u in trace.undoings if u.process == flush.process and u.row < flush.row
            for row in range(u.first_row, u.row)
        }  # fmt: skip
        mine = [row for row in range(last, flush.row)
                if kinds[row] == RowKind.RECEIVE
                and processes[row] == flush.process and row not in undone]  # fmt: skip
        found.append(len(mine))
    return found


def count_of(step: Narrated) -> int:
    said = parts(step.said)[-1]
    if "nothing" in said.text:
        return 0
    return said.values[0] if said.values else 1


def check_logs(scenario) -> None:
    run, trace = ran(scenario), None
    trace, method = run.trace, scenario.logging.method
    assert_in_order_by_lines(run)
    assert_checkpoints_are_told(run, scenario.checkpointing.policy)
    if method != "none":
        steps = told_of(run, method)
        rows = (trace.row_kind == RowKind.RECEIVE).nonzero()[0] + 1
        received = [s.row for s in steps if s.rule in ("receive", "write")]
        assert received == rows.tolist()
        if method == "optimistic":
            written = [s for s in steps if s.rule in ("flush", "checkpoint")]
            assert sorted(map(count_of, written)) == sorted(flushed_by_hand(run))
        if method == "sender-based":
            writes = Counter((s.time_us, s.process) for s in steps if s.rule == "write")
            assert writes == Counter((f.time_us, f.process) for f in trace.flushes)
    check_recoveries(run)


def check_recoveries(run: Run) -> None:
    trace = run.trace
    if (-1, "recovery") not in stories(run):
        assert not trace.recoveries
        return
    told = Counter(step.rule for step in told_of(run, "recovery"))
    up = [(r, p) for r in trace.recoveries for p, at in enumerate(r.line) if at is not None
          and (p in r.crashed or p not in down_before(trace, r.row))]  # fmt: skip
    assert told["line"] == len(trace.recoveries) and told["start"] == len(up)
    assert told["replay"] == sum(r.replayed[p] for r, p in up)
    assert told["again"] == sum(len(r.again) for r in trace.recoveries)
    assert told["lost"] == sum(len(r.lost) for r in trace.recoveries)
    assert told["orphan"] == sum(len(r.recalled) for r in trace.recoveries)
    undone = claims(told_of(run, "recovery"), "What %1 did after that is undone: %2 events")
    ones = claims(told_of(run, "recovery"), "What %1 did after that is undone: one event")
    sums = sum(part.values[1] for _, part in undone) + len(ones)
    assert sums == sum(sum(r.undone) for r in trace.recoveries)
    assert told["crash"] == (trace.row_kind == RowKind.CRASH).sum()
    waits = sum(w.protocol == DOWN for w in trace.waits)
    by_recovery = sum(len(r.lost) for r in trace.recoveries)
    assert told["down"] == waits + len(trace.losses) - by_recovery


@settings(max_examples=25)
@given(scenario=failing(METHODS, POLICIES, most=4, rollbacks=1, chances=(0.0, 0.2)))
def test_that_logs_and_recoveries_are_told_as_they_were(scenario):
    check_logs(scenario)


@pytest.mark.deep
@settings(max_examples=600)
@given(scenario=failing(METHODS, POLICIES, most=5, rollbacks=2, chances=(0.0, 0.2)))
def test_that_logs_and_recoveries_are_told_as_they_were_in_many_runs(scenario):
    check_logs(scenario)


# Clocks


@st.composite
def synchronised(draw, methods=("cristian", "ntp", "berkeley")):
    """Runs whose clocks are set and synchronised, at once or slowly."""
    scenario = draw(with_snapshots(fifo=draw(st.booleans()), most=4, losses=(0.0, 0.2)))
    ids = [process.id for process in scenario.processes]
    processes = tuple(
        replace(
            p, clock=Clock(draw(st.integers(-50_000, 50_000)), draw(st.integers(-9, 9)) * 10**6)
        )
        for p in scenario.processes
    )
    script = [*scenario.script]
    for at_us in draw(st.lists(moments, max_size=3)):
        offset = draw(st.none() | st.integers(-20_000, 20_000))
        drift = draw(
            st.sampled_from((None, 0, 5_000_000) if offset is not None else (0, 5_000_000))
        )
        script.append(SetClock(at_us, draw(st.sampled_from(ids)), offset, drift))
    for at_us in draw(st.lists(moments, min_size=1, max_size=2)):
        script.append(SyncClocks(
            at_us, draw(st.sampled_from(methods)), server=draw(st.sampled_from(ids)),
            rounds=draw(st.integers(1, 3)), adjust=draw(st.sampled_from(("step", "slew"))),
            slew_ppb=100_000_000,
        ))  # fmt: skip
    return replace(scenario, processes=processes, script=tuple(script), duration_us=4_000_000)


def check_clocks(scenario) -> None:
    asked, told_t3 = [], []
    with (
        watched(TimedExchanges, "_ask", lambda one, session: asked.append(
            (one.context.now_us, one.context.process))),
        watched(TimedExchanges, "_told", lambda one, session, k, t0, t1, t2: told_t3.append(
            (one.context.now_us, one.context.process, one.context.local_us() - t0))),
    ):  # fmt: skip
        run = ran(scenario)
    trace = run.trace
    assert_in_order_by_lines(run)
    for method in {s.method for s in trace.clock_syncs}:
        steps = [s for s in told_of(run, method)]
        moved = claims(steps, "it sets its clock forward by %1 ms")
        moved += claims(steps, "it sets its clock back by %1 ms")
        moved += claims(steps, "it leaves its clock as it is")
        slewed = claims(steps, "until it has gained %1 ms, its clock runs %2 µs a second faster")
        slewed += claims(steps, "until it has lost %1 ms, its clock runs %2 µs a second slower")
        mine = [s for s in trace.clock_syncs if s.method == method]
        assert len(moved) + len(slewed) == len(mine)
        for step, part in moved + slewed:
            by = float(part.values[0].replace(",", "")) * 1000 if part.values else 0
            back = "back" in part.text or "lost" in part.text
            here = [s for s in mine if (s.time_us, s.process) == (step.time_us, step.process)]
            assert round(-by if back else by) in [s.applied_us for s in here]
        for step, _ in slewed:
            data = [n.data for n in trace.notes if n.kind == RowKind.SET_CLOCK
                    and (n.time_us, n.process) == (step.time_us, step.process)]  # fmt: skip
            assert any("by_us" in one for one in data)
    names = {method for _, method in stories(run)} & {"cristian", "ntp", "berkeley"}
    answers = [
        (step.time_us, step.process, round(float(part.values[3].replace("−", "-")) * 1000))
        for name in names
        for step, part in claims(told_of(run, name),
                                 "%1 hears from %2 that its clock read %3 ms, %4 ms after asking")
    ]  # fmt: skip
    assert sorted(answers) == sorted(told_t3)
    sets = sum(n.kind == RowKind.SET_CLOCK and "method" not in n.data for n in trace.notes)
    assert sets == (len(told_of(run, "set-clock")) if (-1, "set-clock") in stories(run) else 0)


@settings(max_examples=20)
@given(scenario=synchronised())
def test_that_clocks_are_told_of_as_they_were_set(scenario):
    check_clocks(scenario)


@pytest.mark.deep
@settings(max_examples=400)
@given(scenario=synchronised())
def test_that_clocks_are_told_of_as_they_were_set_in_many_runs(scenario):
    check_clocks(scenario)


# Causal delivery


def check_delivery(scenario, protocol: str) -> None:
    lacks: dict[tuple[int, int], set] = {}

    def look(one, channel, message, data):
        here, sender = one.context.process, one.context.source(channel)
        missing = {
            (k, row[here] - (k == sender), known[here])
            for k, (row, known) in enumerate(zip(data, one.sent, strict=True))
            if row[here] - (k == sender) > known[here]
        }
        if missing:
            lacks.setdefault((message, one.context.now_us), missing)

    with watched(CausallyOrdered, "may_deliver", look):
        run = ran(with_protocol(scenario, protocol))
    assert_in_order_by_lines(run)
    trace, steps = run.trace, told_of(run, "causal-delivery")
    number = {name: process for process, name in enumerate(trace.process_ids)}
    holds = {s.time_us: [] for s in steps if s.rule == "hold"}
    for step, part in claims(
        steps, "%1 must first have message %2 from %3, and has had %4 of them so far"
    ):
        holds[step.time_us].append((number[part.values[2]], part.values[1], part.values[3]))
    for wait in trace.waits:
        found = lacks.get((trace.message_copies.get(wait.message, wait.message), wait.since_us))
        if wait.protocol == protocol and not trace.message_control[wait.message] and found:
            assert found <= set(holds[wait.since_us])
    waits = sum(w.protocol == protocol for w in trace.waits)
    assert sum(s.rule == "hold" for s in steps) == waits
    receives = (trace.row_kind == RowKind.RECEIVE).sum()
    held = {w.message for w in trace.waits if w.protocol == protocol}
    controls = trace.row_ref[trace.row_kind == RowKind.CONTROL].tolist()
    told = sum(s.rule in ("receive", "release") for s in steps)
    assert told == receives + sum(message in held for message in controls)


@pytest.mark.parametrize("protocol", ["acharya-badrinath", "alagar-venkatesan"])
@settings(max_examples=10)
@given(scenario=with_snapshots(fifo=False, most=5, delay=unsteady, chances=(0.0, 0.2)))
def test_that_what_is_held_is_said_to_wait_for_what_it_waits_for(protocol, scenario):
    check_delivery(scenario, protocol)


@pytest.mark.deep
@pytest.mark.parametrize("protocol", ["acharya-badrinath", "alagar-venkatesan"])
@settings(max_examples=150)
@given(scenario=with_snapshots(fifo=False, most=5, delay=unsteady, chances=(0.0, 0.2)))
def test_that_what_is_held_is_said_to_wait_for_what_it_waits_for_often(protocol, scenario):
    check_delivery(scenario, protocol)


# Kept snapshots


def check_keeping(scenario) -> None:
    run = ran(scenario)
    assert_in_order_by_lines(run)
    trace = run.trace
    for row in trace.snapshots:
        if not row.is_kept:
            continue
        steps = narration(run, row.number, KEEPING)
        came, new = [], set()
        for at in range(trace.row_count):
            message = int(trace.row_ref[at])
            is_control = trace.row_kind[at] in (RowKind.CONTROL, RowKind.CONTROL_DUPLICATE)
            payload = trace.payloads[message] if is_control else None
            is_keeping = getattr(payload, "protocol", "") in ("gathering", "copying")
            if is_keeping and payload.snapshot == row.number:
                came.append(at + 1)
                is_first = trace.row_kind[at] == RowKind.CONTROL
                if is_first and payload.target == trace.row_process[at]:
                    new.add((payload.origin, payload.target, payload.body[0]))
        rules = ("gather", "store", "answered", "pass", "ignore")
        assert sorted(step.row for step in steps if step.rule in rules) == came
        assert "damaged" not in [step.rule for step in steps]
        first = claims(steps, "its checksum is right")
        assert len(first) == sum(kind in ("part", "copy") for _, _, kind in new)


@settings(max_examples=8)
@given(scenario=kept(("none", "two-phase", "paxos", "raft")))
def test_that_parts_and_copies_are_told_as_they_come(scenario):
    check_keeping(scenario)


@pytest.mark.deep
@settings(max_examples=150)
@given(scenario=kept(("none", "two-phase", "paxos", "raft"), rollbacks=True))
def test_that_parts_and_copies_are_told_as_they_come_in_many_runs(scenario):
    check_keeping(scenario)
