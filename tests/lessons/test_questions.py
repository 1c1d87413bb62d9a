"""Every generated question's key is what brute force finds, on random scenarios."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.engine.trace import RowKind
from snapviz.lessons.questions import markers
from snapviz.lessons.questions.mistakes import MISTAKES
from snapviz.lessons.questions.question import Unaskable
from snapviz.lessons.questions.registry import KINDS, make
from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Clock,
    Crash,
    Heal,
    Restart,
    Rollback,
    SyncClocks,
)
from snapviz.simulation import simulate, with_protocol
from tests.lessons.brute import Brute
from tests.properties.agreeing import agreeing
from tests.properties.failures import down_before, failing
from tests.properties.keeping import kept
from tests.properties.strategies import unsteady, with_snapshots

SEEDS = st.integers(0, 10**6).map(str)
SHORT_US = 150_000
runs = st.one_of(
    with_snapshots(fifo=True, most=4),
    with_snapshots(fifo=False, most=4, delay=unsteady, chances=(0.0, 0.2), losses=(0.0, 0.2)),
).map(lambda scenario: replace(scenario, duration_us=SHORT_US))
crashes = failing(policies=("independent",), most=3, crashes=2).map(
    lambda scenario: replace(
        scenario,
        # Clocks apart, so that checkpoints do not go together by chance.
        processes=tuple(
            replace(process, clock=Clock(place * 4_000))
            for place, process in enumerate(scenario.processes)
        ),
        duration_us=SHORT_US,
        checkpointing=Checkpointing("independent", 12_000),
    )
)


def made(run, kind, about, seed):
    try:
        return make(run, kind, about, seed)
    except Unaskable:
        return None


def check_vector(run, seed):
    question = made(run, "vector", {}, seed)
    if question is not None:
        brute, ((name, local),) = Brute(run), question.at
        row = brute.lines[brute.names.index(name)][local]
        assert question.key == brute.vector(row)
        wrong = {**question.key, name: question.key[name] + 1}
        assert not question.is_right(wrong) and str(question.explain(wrong))


def check_order(run, seed):
    question = made(run, "order", {}, seed)
    if question is not None:
        brute = Brute(run)
        a, b = (brute.lines[brute.names.index(name)][local] for name, local in question.at)
        found = "before" if a in brute.past(b) else "after" if b in brute.past(a) else "concurrent"
        assert question.key == (found,)
        for wrong in {"before", "after", "concurrent"} - {found}:
            assert not question.is_right((wrong,)) and str(question.explain((wrong,)))


def check_cut(run, seed):
    question = made(run, "consistent-cut", {}, seed)
    if question is not None:
        counts = re.search(r"inside: (.*?)\. Is it", str(question.prompt)).group(1)
        cut = [int(part.split()[1]) for part in counts.split(", ")]
        orphans, _ = Brute(run).crossing(cut)
        assert set(question.key) == ({f"m{m}" for m in orphans} or {"none"})
        check_choices(question)


def check_choices(question):
    ids = {option.id for option in question.options}
    assert set(question.key) <= ids and question.is_right(question.key)
    assert not question.is_right(())
    for wrong in ids - set(question.key):
        assert not question.is_right((wrong,)) and "%" not in str(question.explain((wrong,)))


def check_channels(run, seed):
    for snapshot in run.snapshots:
        if snapshot.verdict is None or not snapshot.verdict.sound:
            continue
        for ends, channel in run.scenario.channel_index().items():
            about = {"snapshot": snapshot.id, "channel": "->".join(ends)}
            question = make(run, "channel-state", about, seed)
            _, crossing = Brute(run).crossing(snapshot.cut.tolist())
            mine = {m for m in crossing if run.trace.message_channel[m] == channel}
            mine = {f"m{m}" for m in mine if not run.trace.message_lost[m]}
            assert set(question.key) == (mine or {"none"})
            check_choices(question)


def check_markers(run, seed):
    """The first marker to come makes a process record, unless it began; all others close."""
    for snapshot in run.snapshots:
        for process, name in enumerate(run.trace.process_ids):
            found = markers.marker_arrivals(run, snapshot, process)
            expected = [name == snapshot.initiator or place > 0 for place in range(len(found))]
            if snapshot.verdict is not None:
                assert [arrival.is_recorded for arrival in found] == expected
                for place, recorded in enumerate(expected, 1):
                    about = {"snapshot": snapshot.id, "process": name, "arrival": place}
                    question = make(run, "marker", about, seed)
                    assert question.key == (("close",) if recorded else ("record",))
                    check_choices(question)


def check_states(run, seed):
    """Every option is judged by its counts as they are told; the snapshot's own is possible."""
    for snapshot in run.snapshots:
        question = made(run, "possible-states", {"snapshot": snapshot.id}, seed)
        if question is None:
            continue
        brute, key, told = Brute(run), set(), set()
        for option in question.options:
            cut = tuple(int(n) for n in re.findall(r"\((\d+)\)", str(option.text)))
            told.add(cut)
            assert brute.balances(run, cut) in (None, balances_told(option))
            if brute.may_be(run, snapshot, cut):
                key.add(option.id)
        assert set(question.key) == key
        assert tuple(snapshot.cut.tolist()) in told and len(told) == len(question.options)
        check_choices(question)


def balances_told(option):
    return tuple(int(n) for n in re.findall(r"\$(\d+) \(", str(option.text).replace("\u2009", "")))


def check_possible_orders(run, seed):
    question = made(run, "possible-orders", {}, seed)
    if question is None:
        return
    brute, key = Brute(run), set()
    for option in question.options:
        places = re.findall(r"event (\d+) of (P\d)", str(option.text))
        rows = [brute.lines[brute.names.index(p)][int(n) - 1] for n, p in places]
        assert len(set(rows)) == len(question.at)
        early = [(a, b) for place, b in enumerate(rows) for a in rows[:place]]
        if not any(b in brute.past(a) for a, b in early):
            key.add(option.id)
    assert set(question.key) == key
    check_choices(question)


def check_put_in_order(run, seed, about):
    """All orders of the events, one by one."""
    question = made(run, "put-in-order", about, seed)
    if question is None:
        return
    brute, names = Brute(run), [option.id for option in question.options]
    rows = {}
    for name in names:
        process, _, n = name.rpartition(".")
        rows[name] = brute.lines[brute.names.index(process)][int(n) - 1]
    for order in permutations(names):
        early = [(a, b) for place, b in enumerate(order) for a in order[:place]]
        is_right = not any(rows[b] in brute.past(rows[a]) for a, b in early)
        if about.get("another") and sorted(order, key=rows.get) == list(order):
            is_right = False
        assert question.is_right(order) == is_right
        assert is_right or str(question.explain(order))
    assert question.is_right(question.key) and not question.is_right(tuple(names))
    assert not question.is_right(tuple(names[1:])) and str(question.explain(tuple(names[1:])))


def check_mistakes(run, seed):
    """Each mutated program is played row by row; one whose record is right is never asked about."""
    for snapshot in run.snapshots:
        question = made(run, "mistake", {"snapshot": snapshot.id}, seed)
        if snapshot.verdict is None or not snapshot.verdict.sound:
            assert question is None
            continue
        brute, found = Brute(run), {}
        own = sorted(m.message for held in snapshot.channels.values() for m in held)
        assert brute.played(run, snapshot, None) == (snapshot.cut.tolist(), own)
        right = {brute.told(run, snapshot.cut.tolist(), own)}
        for name in MISTAKES:
            cut, messages = brute.played(run, snapshot, name)
            orphans, crossing = brute.crossing(cut)
            crossing = {m for m in crossing if not run.trace.message_lost[m]}
            found[name] = brute.told(run, cut, messages)
            if not orphans and sorted(crossing) == messages:
                right.add(found[name])
        found = {name: text for name, text in found.items() if text not in right}
        assert (question is None) == (not found)
        if question is not None:
            shown = re.search(r"recorded for S\d: (.*)\. What does", str(question.prompt)).group(1)
            assert set(question.key) == {name for name, text in found.items() if text == shown}
            check_choices(question)


def check_all(scenario, seed):
    run = simulate(scenario)
    for check in (check_vector, check_order, check_cut, check_channels):
        check(run, seed)
    for check in (check_states, check_possible_orders, check_mistakes):
        check(run, seed)
    for about in ({}, {"another": True}):
        check_put_in_order(run, seed, about)
    if all(channel.duplication == 0 for channel in scenario.channels):
        check_markers(run, seed)


def check_recovery(scenario, seed):
    run = simulate(scenario)
    ends = [(None, run.trace.row_count)]
    ends += [(n, r.row) for n, r in enumerate((r for r in run.trace.recoveries if r.crashed), 1)]
    for number, row in ends:
        about = {"process": "P1"} if number is None else {"recovery": number}
        question = made(run, "recovery-line", about, seed)
        if question is None:
            continue
        brute = Brute(run, row)
        down = {"P1"} if number is None else set()
        for r in range(row):
            name = brute.names[int(run.trace.row_process[r])]
            if run.trace.row_kind[r] == RowKind.CRASH:
                down.add(name)
            elif run.trace.row_kind[r] == RowKind.RESTART:
                down.discard(name)
        if number is None:
            down.add("P1")
        candidates = candidates_of(run, brute, row, down)
        best = brute.latest([list(numbered.values()) for numbered in candidates])
        numbers = [question.key[name] for name in brute.names]
        assert tuple(c[number] for c, number in zip(candidates, numbers, strict=True)) == best
        assert question.is_right(question.key)
        assert question.highest == max(max(numbered) for numbered in candidates)
        check_choices_us(run, question, brute, candidates)
        check_other_lines(question, brute.names, candidates, best)


def check_choices_us(run, question, brute, candidates):
    """Each number can be chosen, at a time with just so many events before it."""
    for name, line, numbered in zip(brute.names, brute.lines, candidates, strict=True):
        choices = question.choices_us[name]
        assert sorted(choices) == sorted(numbered)
        for number, us in choices.items():
            times = [int(run.trace.row_time[row]) for row in line]
            before = sum(time < us for time in times), sum(time <= us for time in times)
            assert before[0] <= numbered[number] <= before[1]


def candidates_of(run, brute, row, down):
    """For each process the events before each checkpoint, by its number; the live state last."""
    candidates = []
    for process, name in enumerate(brute.names):
        mine = [c for c in run.trace.checkpoints if c.process == process and c.row < row]
        numbered = {
            c.index: sum(r < c.row for r in brute.lines[process])
            for c in mine
            if not (c.ended_row and c.ended_row < row)
        }
        if name not in down:
            numbered[max(c.index for c in mine) + 1] = len(brute.lines[process])
        candidates.append(numbered)
    return candidates


def check_other_lines(question, names, candidates, best):
    for process, name in enumerate(names):
        for number, count in candidates[process].items():
            answer = {**question.key, name: number}
            assert question.is_right(answer) == (count == best[process])
            if count != best[process]:
                assert "%" not in str(question.explain(answer))


@st.composite
def synchronised(draw):
    """Clocks off and drifting, set by a server now and then."""
    scenario = draw(runs)
    processes = tuple(
        replace(
            p, clock=Clock(draw(st.integers(-30_000, 30_000)), draw(st.integers(-(10**7), 10**7)))
        )
        for p in scenario.processes
    )
    methods = st.sampled_from(("cristian", "ntp"))
    asked = st.builds(
        SyncClocks, st.integers(0, 90_000), methods, st.just("P1"), st.integers(1, 3),
        st.sampled_from(("step", "slew")),
    )  # fmt: skip
    script = draw(st.lists(asked, min_size=1, max_size=3))
    both_ways = {(c.source, c.target) for c in scenario.channels}
    back = tuple(Channel(b, a) for a, b in sorted(both_ways) if (b, a) not in both_ways)
    return replace(
        scenario, processes=processes, channels=(*scenario.channels, *back),
        script=(*scenario.script, *script),
    )  # fmt: skip


def check_sync(scenario, seed):
    run = simulate(scenario)
    question = made(run, "clock-sync", {}, seed)
    if question is None:
        return
    name, *read = re.match(
        r"(\S+) asks when its clock reads (\S+) ms and has the answer at (\S+); the server read "
        r"(\S+) when it was asked and (\S+) when",
        str(question.prompt),
    ).groups()
    t0, t3, t1, t2 = (round(float(text.replace("−", "-")) * 1000) for text in read)
    # What the server's clock would read if the way back took half of the whole.
    added = t2 + ((t3 - t0) - (t2 - t1)) / 2 - t3
    (key,) = question.key
    assert abs(int(key[1:]) - added) <= 0.5
    place = run.trace.process_ids.index(name)
    sets = [s for s in run.trace.clock_syncs if s.process == place]
    assert any(s.applied_us == int(key[1:]) for s in sets)
    check_choices(question)


def check_survival(scenario, seed):
    run = simulate(scenario)
    for snapshot in run.snapshots:
        question = made(run, "survival", {"snapshot": snapshot.id}, seed)
        if question is None:
            continue
        key = set()
        for option in question.options[:-1]:
            gone = set(str(option.text).split(", "))
            holders = {owner: {owner, *who} for owner, who in snapshot.storage.copies.items()}
            if any(who <= gone for who in holders.values()):
                key.add(option.id)
        assert set(question.key) == (key or {"none"})
        check_choices(question)


def check_outcome(scenario, seed):
    run = simulate(scenario)
    for snapshot in run.snapshots:
        question = made(run, "outcome", {"snapshot": snapshot.id}, seed)
        assert question is not None
        known = {d.outcome for d in run.trace.decisions if d.snapshot == snapshot.number}
        assert set(question.key) == (known or {"pending"})
        check_choices(question)


def check_replay(scenario, seed):
    """Everything received since the checkpoint that is still an event after the recovery."""
    run = simulate(scenario)
    for number, row in enumerate(run.trace.recoveries, 1):
        for process, name in enumerate(run.trace.process_ids):
            question = made(run, "replay", {"recovery": number, "process": name}, seed)
            is_up = process in row.crashed or process not in down_before(run.trace, row.row)
            is_back = row.line[process] is not None and is_up
            assert (question is None) != is_back
            if question is None:
                continue
            (saved,) = (
                c.row for c in run.trace.checkpoints
                if (c.process, c.index) == (process, row.line[process])
            )  # fmt: skip
            brute = Brute(run, row.row + 1)
            mine = {m: r for m, r in brute.receive.items() if brute.of[r] == process}
            key = {f"m{m}" for m, r in mine.items() if saved < r < row.row}
            assert set(question.key) == (key or {"none"})
            assert len(key) == row.replayed[process]
            check_choices(question)
            had = {f"m{m}" for m, r in mine.items() if r < saved}
            for wrong in {option.id for option in question.options} - {*question.key, "none"}:
                is_had = "saved state" in str(question.explain((wrong,)))
                assert is_had == (wrong in had)


def check_protocols(scenario, seed):
    """Each algorithm takes the snapshot in a run of its own, which is counted out."""
    question = made(simulate(scenario), "right-protocols", {}, seed)
    if question is None:
        return
    key = set()
    for option in question.options[:-1]:
        trial = simulate(with_protocol(scenario, option.id))
        snapshot = trial.snapshots[0]
        if snapshot.status == "complete" and is_counted_right(trial, snapshot):
            key.add(option.id)
    assert set(question.key) == (key or {"none"})
    check_choices(question)


def is_counted_right(run, snapshot):
    brute = Brute(run)
    cut = [0] * len(brute.names)
    for record in run.trace.records:
        if record.snapshot == snapshot.number:
            cut[record.process] = sum(row < record.row for row in brute.lines[record.process])
    orphans, crossing = brute.crossing(cut)
    held = [r.message for r in run.trace.channel_records if r.snapshot == snapshot.number]
    return not orphans and sorted(held) == sorted(
        m for m in crossing if not run.trace.message_lost[m]
    )


OTHERS = {
    "right-protocols": (check_protocols, runs),
    "clock-sync": (check_sync, synchronised()),
    "survival": (check_survival, kept(commits=("none",), faults=False)),
    "outcome": (check_outcome, st.sampled_from(("two-phase", "paxos", "raft")).flatmap(agreeing)),
    "replay": (
        check_replay,
        failing(
            methods=("pessimistic", "optimistic", "causal"), most=3, rollbacks=1, chances=(0.0, 0.3)
        ),
    ),
}


@pytest.mark.parametrize("kind", OTHERS)
@settings(max_examples=10)
@given(st.data(), SEEDS)
def test_that_keys_about_what_is_kept_are_those_of_brute_force(kind, data, seed):
    check, scenarios = OTHERS[kind]
    check(data.draw(scenarios), seed)


@pytest.mark.deep
@pytest.mark.parametrize("kind", OTHERS)
@settings(max_examples=1000)
@given(st.data(), SEEDS)
def test_that_keys_about_what_is_kept_are_those_of_brute_force_deep(kind, data, seed):
    check, scenarios = OTHERS[kind]
    check(data.draw(scenarios), seed)


@settings(max_examples=25)
@given(runs, SEEDS)
def test_that_keys_are_those_of_brute_force(scenario, seed):
    check_all(scenario, seed)


@settings(max_examples=25)
@given(crashes, SEEDS)
def test_that_recovery_lines_are_those_of_brute_force(scenario, seed):
    check_recovery(scenario, seed)


@pytest.mark.deep
@settings(max_examples=2000)
@given(runs, SEEDS)
def test_that_keys_are_those_of_brute_force_deep(scenario, seed):
    check_all(scenario, seed)


@pytest.mark.deep
@settings(max_examples=2000)
@given(crashes, SEEDS)
def test_that_recovery_lines_are_those_of_brute_force_deep(scenario, seed):
    check_recovery(scenario, seed)


@settings(max_examples=10)
@given(runs, SEEDS)
def test_that_the_same_seed_asks_the_same(scenario, seed):
    run = simulate(scenario)
    for kind in KINDS:
        one, two = made(run, kind, {}, seed), made(run, kind, {}, seed)
        assert (one is None) == (two is None)
        assert one is None or (str(one.prompt), one.key, one.options) == (
            str(two.prompt),
            two.key,
            two.options,
        )


def test_that_what_cannot_be_asked_is_said_in_words(root):
    import snapviz

    run = snapviz.simulate(snapviz.load_scenario(root / "scenarios" / "12-naive-poll.snapviz.json"))
    for kind, about, words in (
        ("marker", {}, "not taken by chandy-lamport"),
        ("vector", {"process": "P9"}, "no process 'P9'"),
        ("vector", {"process": "P1", "event": 99}, "no event 99"),
        ("consistent-cut", {"cut": {"P1": 99}}, "more events"),
        ("consistent-cut", {"cut": {"P7": 1}}, "no process 'P7'"),
        ("recovery-line", {}, "no checkpoint"),
        ("order", {"speed": 1}, "'speed' says nothing"),
        ("put-in-order", {"events": ["P1.1"]}, "1 events; allowed: 2 to 5"),
        ("put-in-order", {"events": ["P1.1", "P2.1"], "another": True}, "only have happened in"),
        ("channel-state", {"snapshot": "S8"}, "no snapshot 'S8'"),
    ):
        with pytest.raises(Unaskable, match=words):
            make(run, kind, about)


def test_that_events_any_order_of_which_is_right_are_not_asked_about(root):
    import snapviz

    path = root / "scenarios" / "23-vector-clock.snapviz.json"
    run = snapviz.simulate(snapviz.load_scenario(path))
    with pytest.raises(Unaskable, match="any order is right"):
        make(run, "put-in-order", {"events": ["P1.1", "P3.1"]})


def test_that_checkpoints_a_recovery_undoes_may_be_chosen_before_it(root):
    import snapviz

    run = snapviz.simulate(snapviz.load_scenario(root / "scenarios" / "50-domino.snapviz.json"))
    question = make(run, "recovery-line", {"recovery": 1})
    assert question.highest == 6 and question.key == {"P1": 0, "P2": 0, "P3": 1}
    assert str(question.options[1].text) == "P2 (0–5; 6: it stays as it is)"
    assert "would be an orphan" in str(question.explain({"P1": 4, "P2": 6, "P3": 6}))
    assert "there are later ones" in str(question.explain({"P1": 0, "P2": 0, "P3": 0}))


def two_recoveries() -> dict:
    """The first undoes checkpoint 1 of P2, so that the second knows 0 and 2."""
    ends = (("P1", "P2"), ("P2", "P1"))
    sends = ((50, *ends[0]), (200, *ends[0]), (500, *ends[0]), (700, *ends[1]))
    taken = ((100, "P1"), (250, "P2"), (600, "P2"), (650, "P1"))
    falls = ((300, "crash", "P1"), (320, "restart", "P1"), (800, "crash", "P2"))
    return {
        "format": "snapviz/scenario",
        "version": 1,
        "duration_ms": 1000,
        "processes": [{"id": name, "state": {"balance": 100}} for name in ("P1", "P2")],
        "channels": [{"from": a, "to": b, "delay": {"kind": "fixed", "ms": 20}} for a, b in ends],
        "script": [
            *(
                {"at_ms": at, "action": "send", "from": a, "to": b, "payload": {"amount": 1}}
                for at, a, b in sends
            ),
            *({"at_ms": at, "action": "checkpoint", "process": name} for at, name in taken),
            *({"at_ms": at, "action": what, "process": name} for at, what, name in falls),
            {"at_ms": 850, "action": "restart", "process": "P2"},
        ],
    }


def test_that_checkpoints_are_numbered_as_the_run_numbers_them(tmp_path):
    import snapviz

    path = tmp_path / "two.snapviz.json"
    path.write_text(json.dumps(two_recoveries()), encoding="utf-8")
    run = snapviz.simulate(snapviz.load_scenario(path))
    question = make(run, "recovery-line", {"recovery": 2})
    assert question.key == {"P1": 2, "P2": 2}
    assert str(question.options[1].text) == "P2 (0, 2)"
    assert not question.is_right({"P1": 2, "P2": 1})
    told = str(question.explain({"P1": 2, "P2": 1}))
    assert told == "P2 has nothing numbered so; there are 0, 2."


def outcome_told(path, scenario_of=lambda scenario: scenario, snapshot="S1"):
    import snapviz

    run = snapviz.simulate(scenario_of(snapviz.load_scenario(path)))
    question = make(run, "outcome", {"snapshot": snapshot})
    wrong = next(option.id for option in question.options if option.id not in question.key)
    return question.key, str(question.explain((wrong,)))


@pytest.mark.parametrize(
    ("file", "outcome", "why"),
    [
        ("resources/lessons/11-two-phase/nobody-crashes", "committed", "Everybody votes yes"),
        ("scenarios/62-coordinator-dies", "aborted", "at 450 ms and finds no decision on its log"),
        ("resources/lessons/11-two-phase/stays-away", "pending", "not decide alone: P2, P3."),
        ("scenarios/65-two-proposers-duel", "committed", "a majority has accepted it"),
        ("resources/lessons/12-paxos/two-are-down", "pending", "nobody knows of a majority"),
        ("scenarios/64-leader-dies", "committed", "a majority has it on its log"),
    ],
)
def test_that_a_wrong_guess_of_an_outcome_is_told_why(root, file, outcome, why):
    key, told = outcome_told(root / f"{file}.snapviz.json")
    assert key == (outcome,) and why in told


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ((Crash(130_000, "P2"),), "votes are still missing"),
        ((Crash(105_000, "P3"), Restart(125_000, "P3")), "P3 votes no"),
        ((Rollback(115_000, to_us=10_000),), "stands no more"),
    ],
)
def test_that_an_abort_is_told_why(root, more, why):
    key, told = outcome_told(
        root / "resources" / "lessons" / "11-two-phase" / "nobody-crashes.snapviz.json",
        lambda scenario: replace(scenario, script=(*scenario.script, *more)),
    )
    assert key == ("aborted",) and why in told


def test_that_an_entry_without_a_majority_is_told_so(root):
    def for_ever_apart(scenario):
        kept = tuple(action for action in scenario.script if not isinstance(action, Heal))
        return replace(scenario, script=kept)

    path = root / "scenarios" / "63-minority-cannot-decide.snapviz.json"
    key, told = outcome_told(path, for_ever_apart)
    assert key == ("pending",) and "no leader knows of a majority" in told


def test_that_a_marker_is_the_first_of_its_own_snapshot_only(root):
    import snapviz

    path = root / "scenarios" / "04-three-at-once.snapviz.json"
    run = snapviz.simulate(snapviz.load_scenario(path))
    about = {"snapshot": "S2", "process": "P1", "arrival": 1}
    assert "first marker of S2 that P1 gets" in str(make(run, "marker", about).explain(("close",)))


@pytest.mark.parametrize(
    ("file", "recovery", "wrong", "why"),
    [
        ("53-pessimistic-log", 1, "m4", "is not on the log of what P2 had received by then"),
        ("54-optimistic-log", 2, "m6", "was not written to the log yet when P2 crashed"),
    ],
)
def test_that_what_is_not_replayed_is_told_why(root, file, recovery, wrong, why):
    import snapviz

    run = snapviz.simulate(snapviz.load_scenario(root / "scenarios" / f"{file}.snapviz.json"))
    question = make(run, "replay", {"recovery": recovery, "process": "P2"})
    assert why in str(question.explain((wrong,)))
