"""What is told of each answer to a question for the time is what its receiver made of it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.engine.context import IdleContext
from snapviz.lessons.narration.story import narration
from snapviz.protocols.exchange import TimedExchanges
from snapviz.scenario.model import Crash, Fixed, Restart, Rollback, Scenario, SyncClocks
from snapviz.simulation import simulate
from tests.engine.worlds import mesh, processes

NAMES = ("P1", "P2", "P3")
HALVES_US = st.sampled_from((100_000, 250_000, 500_000, 750_000))
"""Delays that often bring an answer in the very instant at which its time runs out, after 1 s."""
ENDS = ("adjust", "slew", "measured")


@st.composite
def slow_answers(draw, methods=("cristian", "ntp", "berkeley")):
    """Synchronisations whose answers come late, lost, doubled, in the same instant, or to nobody."""
    channels = tuple(
        replace(
            channel,
            delay=Fixed(draw(HALVES_US)),
            fifo=draw(st.booleans()),
            loss=draw(st.sampled_from((0.0, 0.0, 0.2))),
            duplication=draw(st.sampled_from((0.0, 0.0, 0.3))),
        )
        for channel in mesh(3)
    )
    method = draw(st.sampled_from(methods))
    script = [_order(draw, 0, method)]
    for at_us in draw(st.lists(st.sampled_from((500_000, 1_000_000, 2_000_000)), max_size=2)):
        script.append(_order(draw, at_us, method))
    if draw(st.booleans()):
        who, down_us = draw(st.sampled_from(NAMES)), draw(st.sampled_from((500_000, 1_000_000)))
        up_us = down_us + draw(HALVES_US)
        script += [Crash(down_us, who), Restart(up_us, who), _order(draw, up_us, method)]
    if draw(st.integers(0, 4)) == 0:
        script.append(Rollback(1_600_000, to_us=draw(st.sampled_from((200_000, 1_100_000)))))
    seed = draw(st.integers(0, 999))
    return method, Scenario(
        processes(3), channels, duration_us=9_000_000, script=tuple(script), seed=seed
    )


def _order(draw, at_us, method):
    server = draw(st.sampled_from(NAMES))
    return SyncClocks(at_us, method, server=server, rounds=draw(st.integers(1, 3)))


@contextmanager
def made_of_answers(seen):
    """Note by process and instant what becomes of an answer: of no use, late, asked on, or done."""
    plain = TimedExchanges._told

    def watching(self, session, *values):
        one = self.sessions.get(session)
        asked = one.asked if one else 0
        plain(self, session, *values)
        if isinstance(self.context, IdleContext):
            return
        if one is None:
            made = "ignore"
        elif self.sessions.get(session) is not one:
            made = "done"
        else:
            made = "next-round" if one.asked > asked else "late"
        seen.setdefault(self.context.process, []).append((self.context.now_us, made))

    with patch.object(TimedExchanges, "_told", watching):
        yield


def cause_of(said):
    """What came, of a sentence that says also what it brought about."""
    while said.text in ("%1: %2", "%1; %2"):
        said = said.values[0]
    return said.text


def check(method, scenario):
    seen, told = {}, {}
    with made_of_answers(seen):
        run = simulate(scenario)
    for step in narration(run, -1, method):
        if cause_of(step.said).startswith("%1 hears from %2 that its clock read"):
            made = "done" if step.rule in ENDS else step.rule
            told.setdefault(step.process, []).append((step.time_us, made))
    assert told == seen


@settings(max_examples=60)
@given(drawn=slow_answers())
def test_that_it_is_told_what_becomes_of_an_answer(drawn):
    check(*drawn)


@pytest.mark.deep
@settings(max_examples=1500)
@given(drawn=slow_answers())
def test_that_it_is_told_what_becomes_of_an_answer_in_many_runs(drawn):
    check(*drawn)
