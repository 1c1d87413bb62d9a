"""Possibly and Definitely: the small language, and both against every way through the lattice."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality import predicates
from snapviz.causality.computation import Computation
from snapviz.documents import load_scenario
from snapviz.simulation import simulate
from snapviz.study.condition import TELL_EVERY, StatesByCount, predicate_report
from snapviz.study.predicate import Predicate, PredicateError
from tests.causality import referee
from tests.causality.strategies import computations

IDS = ("P1", "the bank")
FIELDS = [{"balance"}, {"balance", "n"}]
STATES = [{"balance": 3}, {"balance": 5, "n": 2}]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('P1.balance + "the bank".balance = 8', True),
        ("P1.balance * 2 - 1 < 5 or P1.balance >= 3", True),
        ("P1.balance > 1 and not P1.balance > 2", False),
        ("not (P1.balance = 3 and 1 = 2)", True),
        ("(P1.balance + 1) * 2 == 8", True),
        ("((P1.balance)) != 3 or (1 < 2)", True),
        ("-P1.balance <= -3", True),
        ("0.5 < 1", True),
        ("(" * 20 + "P1.balance" + ")" * 20 + " = 3 and " + "(" * 20 + "1 < 2" + ")" * 20, True),
        ("10 - 3 - 2 * 2 = 3", True),
        ("1 + " * 5000 + "1 = 5001", True),
        ("1 * " * 5000 + "P1.balance = 3", True),
        ("1 = 2 or " * 5000 + "1 = 1", True),
        ("1 = 1 and " * 5000 + "1 = 2", False),
        ("9999 * " * 100 + "1 > 9", True),
        ("0.5 * (" + "9999 * " * 100 + "1) > 9", True),
        (" and ".join(["(P1.balance = 3)"] * 150), True),
        (" + ".join(["(P1.balance)"] * 150) + " = 450", True),
        (" or ".join(["not P1.balance = 3"] * 150), False),
        ("1 < " + " + ".join(["-(-1)"] * 150), True),
        ("0.5 - " + "9999 * " * 100 + "1 > 9", False),
    ],
)
def test_that_an_expression_means_what_it_says(text, value):
    assert Predicate(text, IDS, FIELDS).holds(STATES) is value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("P1.balance", "column 11: the end is not expected here; allowed: = =="),
        ("P2.balance < 1", "column 1: 'P2' is no process; there are P1, the bank"),
        ("P1.n < 1", "column 4: 'n' is no number in the state of P1; there are balance"),
        ("1 < 2 3", "column 7: '3' is not expected"),
        ("1 < $", "column 5: '$' means nothing here"),
        ("__import__('os')", 'column 12: "\'" means nothing here'),
        ("(1 < 2", "column 7: the end is not expected here; allowed: )"),
        ("(" * 500 + "1", "is nested too deep"),
        ("not " * 101 + "1 < 2", "column 405: '1' is nested too deep"),
        ("(1 < 2) and " * 5 + "(" * 101 + "1 < 2", "is nested too deep"),
    ],
)
def test_that_what_is_wrong_is_told_with_its_column(text, words):
    with pytest.raises(PredicateError) as refused:
        Predicate(text, IDS, FIELDS)
    assert words in str(refused.value)


def brute(c, chosen):
    """(some chosen cut is consistent, every way meets one), by trying every cut and way."""
    cuts = {cut for cut in referee.all_cuts(c) if referee.closed_under_causes(c, cut)}
    good = cuts & chosen
    free, full = cuts - good, tuple(c.event_counts.tolist())
    reached = {(0,) * c.process_count} & free
    front = set(reached)
    while front:
        steps = {
            (*cut[:p], cut[p] + 1, *cut[p + 1 :]) for cut, p in product(front, range(len(full)))
        }
        front = (steps & free) - reached
        reached |= front
    return bool(good), full not in reached


@settings(deadline=None, derandomize=True, max_examples=60)
@given(computations(max_processes=3, max_events=8), st.integers(0, 2**16))
def test_that_both_equal_trying_every_way(c, seed):
    chosen = {cut for n, cut in enumerate(referee.all_cuts(c)) if (seed >> n % 16) & 1}
    witness = predicates.possibly(c, chosen.__contains__)
    assert (witness is not None, predicates.definitely(c, chosen.__contains__)) == brute(c, chosen)
    assert witness is None or witness in chosen


def test_that_past_the_limit_there_is_no_answer(root):
    run = simulate(load_scenario(root / "scenarios" / "02-bank-transfer.snapviz.json"))
    assert predicate_report(run, "possibly", "1 = 2", 177)["holds"] is None
    assert predicate_report(run, "possibly", "1 = 2", 178)["holds"] is False
    found = predicate_report(run, "definitely", "P1.balance < 10000", 1)
    assert found["holds"] is True and found["cut"] == {}


@pytest.mark.parametrize(
    "name", ("02-bank-transfer", "07-token-ring", "56-three-crashes", "57-roll-back")
)
def test_that_states_followed_row_by_row_are_those_asked_for_one_by_one(root, name):
    run = simulate(load_scenario(root / "scenarios" / f"{name}.snapviz.json"))
    c, rows = run.computation, run.event_rows
    states = StatesByCount(run)
    for process, count in reversed(list(enumerate(c.event_counts.tolist()))):
        line = [states.after(process, n) for n in range(count + 1)]
        mine = [run.states_at(int(rows[e]) + 1)[process] for e in c.events_of(process)]
        told = [{"events": n, **state} for n, state in enumerate(mine, 1)]
        assert line == [{"events": 0, **run.initial_states[process]}, *told]


def test_that_every_process_has_its_events_as_a_number(root):
    run = simulate(load_scenario(root / "scenarios" / "02-bank-transfer.snapviz.json"))
    found = predicate_report(run, "possibly", "P1.events = 2 and P2.events = 0", 10**6)
    assert found["holds"] is True and found["cut"]["P1"] == 2 and "P2" not in found["cut"]


def test_that_work_on_a_condition_is_told_of_and_can_be_given_up(root):
    run = simulate(load_scenario(root / "scenarios" / "08-bank-of-twelve.snapviz.json"))
    heard = []

    def hear(seen: int) -> None:
        heard.append(seen)
        if len(heard) == 3:
            raise Enough

    with pytest.raises(Enough):
        predicate_report(run, "possibly", "1 = 2", 10**9, hear)
    assert heard == sorted(heard) and heard[-1] >= 2000


class Enough(Exception):
    pass


def given_up(work) -> int:
    """How often it was told before it was given up at the third time."""
    heard = []

    def hear(*_) -> None:
        heard.append(0)
        if len(heard) == 3:
            raise Enough

    with pytest.raises(Enough):
        work(hear)
    return len(heard)


def test_that_following_a_long_run_can_be_given_up_before_any_cut_is_looked_at(root):
    scenario = load_scenario(root / "scenarios" / "08-bank-of-twelve.snapviz.json")
    run = simulate(replace(scenario, duration_us=100 * scenario.duration_us))
    assert run.trace.row_count > 3 * TELL_EVERY

    def work(hear):
        StatesByCount(run, hear).after(0, int(run.computation.event_counts[0]))

    assert given_up(work) == 3


def apart(processes: int, events: int) -> Computation:
    """Processes that never send to each other."""
    return Computation(
        [f"P{n}" for n in range(processes)], sorted([*range(processes)] * events), [], []
    )


def test_that_a_level_of_very_many_cuts_is_told_of_while_it_is_made():
    counted = []
    c = apart(24, 4)

    def work(hear):
        predicates.possibly(c, lambda cut: counted.append(cut) or False, 10**6, hear)

    assert given_up(work) == 3
    assert len(counted) < 3 * predicates.TELL_EVERY


def test_that_of_a_level_no_more_cuts_are_kept_than_may_be_looked_at():
    made = []
    c = apart(40, 2)
    with pytest.raises(predicates.TooManyCuts):
        predicates.possibly(c, lambda cut: made.append(cut) or False, 500)
    by_level = sorted(made, key=lambda cut: (sum(cut), cut))
    assert made == by_level and len(made) == 500
    every = sorted(
        tuple(int(p in two) + int(two == (p, p)) for p in range(40))
        for two in combinations_with_replacement(range(40), 2)
    )
    assert made[41:] == every[: 500 - 41]
