"""The log takes over what a leader sends, and gives up only what contradicts it."""

from __future__ import annotations

from snapviz.protocols.agreement.ledger import Entry, Ledger

A, B, C = (1, 0, "a"), (1, 1, "b"), (2, 2, "c")


def test_that_entries_are_put_behind_a_place():
    ledger = Ledger([A])
    assert ledger.take_over(1, (B, C))
    assert ledger.after(0) == (A, B, C) and ledger.after(2) == (C,)
    assert ledger.standing == (2, 3)


def test_that_an_old_message_takes_nothing_away():
    ledger = Ledger([A, B, C])
    assert not ledger.take_over(0, (A,))
    assert not ledger.take_over(3, ())
    assert ledger.last == 3


def test_that_a_contradiction_takes_all_behind_it_away():
    ledger = Ledger([A, B, (1, 3, "d")])
    assert ledger.take_over(1, (C,))
    assert ledger.after(0) == (A, C)
    assert ledger.holds(2) and not ledger.holds(3)


def test_that_an_empty_log_agrees_with_the_beginning_only():
    ledger = Ledger()
    assert ledger.agrees(0, 0) and not ledger.agrees(1, 1)
    assert ledger.standing == (0, 0)
    assert Ledger([A]).entries == [Entry(1, 0, "a")]
