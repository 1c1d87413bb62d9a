"""A scenario in memory is judged as its file would be, also when little has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.scenario import ScenarioError, decode, edits, encode, from_template, model
from snapviz.scenario.catalogue import Catalogue
from snapviz.scenario.validity import problems_of

GOOD = edits.with_pin(from_template("ring", 3, "bank"), "P1", "P2", 0, 5)
GOOD = edits.with_action(GOOD, model.Send(5, "P1", "P2", {"amount": 1}))
GOOD = replace(GOOD, branches=(model.Branch("b", 9, (model.Heal(9),)),))
TOKEN = from_template("ring", 3, "token")


def with_process(scenario, number, **changes):
    processes = list(scenario.processes)
    processes[number] = replace(processes[number], **changes)
    return replace(scenario, processes=tuple(processes))


BROKEN = {
    "channels[0].from": with_process(GOOD, 0, id="Q"),
    "processes[1].id": with_process(GOOD, 1, id="P1"),
    "processes[1].state.balance": with_process(GOOD, 1, state={"balance": -1}),
    "channels[6]": replace(GOOD, channels=GOOD.channels + GOOD.channels[:1]),
    "channels[0].loss": edits.replace_channel(GOOD, "P1", "P2", loss=1.5),
    "script[0].to": replace(GOOD, channels=GOOD.channels[1:]),
    "script[1].at_ms": edits.with_action(GOOD, model.Heal(-1)),
    "script[1].process": edits.with_action(GOOD, model.Crash(1, "P9")),
    "delays[1]": replace(GOOD, delays=GOOD.delays * 2),
    "delays[0].delay_ms": replace(GOOD, delays=(model.Pin("P1", "P2", 0, -5),)),
    "branches[0].script[0].at_ms": replace(
        GOOD, branches=(model.Branch("b", 10, (model.Heal(9),)),)
    ),
    "duration_ms": replace(GOOD, duration_us=-1),
    "workload.kind": replace(GOOD, workload=model.Workload("chat")),
    "processes": replace(GOOD, processes=()),
    "processes[1].state.token": with_process(TOKEN, 1, state={"token": 1}),
    "script[1].payload.x": edits.with_action(GOOD, model.Send(5, "P1", "P2", {"x": float("nan")})),
    "(document)": with_process(GOOD, 1, state={"x": object()}),
}
KNOWN = Catalogue(("chandy-lamport",), ("none", "bank", "token"))
NO_TEXT = ("(document)", "script[1].payload.x")


@pytest.mark.parametrize("path", BROKEN)
def test_that_a_problem_is_found_where_the_file_reader_would_find_it(path):
    assert path in [problem.path for problem in problems_of(BROKEN[path], KNOWN)]


@pytest.mark.parametrize("path", BROKEN)
def test_that_a_problem_is_found_after_a_good_scenario_was_judged(path):
    alone = problems_of(BROKEN[path], KNOWN)
    for good in (GOOD, TOKEN):
        assert problems_of(good, KNOWN) == []
        assert problems_of(BROKEN[path], KNOWN) == alone


@pytest.mark.parametrize("path", [path for path in BROKEN if path not in NO_TEXT])
def test_that_the_words_are_those_of_the_file_reader(path):
    with pytest.raises(ScenarioError) as caught:
        decode(encode(BROKEN[path]), KNOWN)
    assert caught.value.problems == problems_of(BROKEN[path], KNOWN)
