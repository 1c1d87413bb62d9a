"""How a snapshot is decided, in sentences, and how far it has come at any instant."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

import snapviz
from snapviz.scenario.model import Crash, Heal, Partition, Restart, SetChannel, TakeSnapshot
from snapviz.simulation import simulate
from snapviz.study.decision_story import decision_story, passed
from snapviz.study.decision_words import digest_text, step_words
from snapviz.study.pipeline import DONE, FAILED, TO_COME, UNDER_WAY, pipelines

SHIPPED = ["60", "61", "62", "63", "64", "65"]


@pytest.fixture
def scenario(root):
    @cache
    def of(start: str):
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return snapviz.load_scenario(path)

    return of


def told(run, number: int = 0) -> list[tuple[float, str]]:
    steps = decision_story(run, number)
    return [(step.time_us / 1000, str(step_words(run, number, step))) for step in steps]


def texts(run, number: int = 0) -> list[str]:
    return [text for _, text in told(run, number)]


def digest(run, number: int = 0) -> str:
    return digest_text(run.trace.payloads[_asking(run, number)].body[-1])


def _asking(run, number: int) -> int:
    trace = run.trace
    mine = (trace.message_keeps & (trace.message_snapshot == number)).nonzero()[0]
    return next(m for m in mine if trace.payloads[m].body[0] == "prepare")


def test_that_the_window_of_two_phase_commit_is_told(scenario):
    run = simulate(scenario("62"))
    assert told(run)[5:] == [
        (120, "P1 asks all others to prepare"),
        (140, "P2 writes yes to its log and votes; it may no longer decide by itself"),
        (140, "P3 writes yes to its log and votes; it may no longer decide by itself"),
        (150, "P1 crashes; those who have voted cannot go on: P2, P3"),
        (450, "P1 is back, with what is on its stable storage"),
        (450, "P1 is back without a decision on its log, so S1 is aborted"),
        (470, "P2 learns that S1 is aborted"),
        (470, "P3 learns that S1 is aborted"),
    ]
    assert f"P1 has all parts of S1; their digest is {digest(run)}" in texts(run)


def test_that_the_end_says_who_does_not_know(scenario):
    run = simulate(scenario("62"), until_us=300_000)
    assert texts(run)[-1] == "The run ends before anything is decided"
    run = simulate(scenario("63"), until_us=400_000)
    assert texts(run, 1)[-1] == "The run ends before these know of it: P1"


def test_that_a_vote_that_does_not_come_aborts(scenario):
    base = scenario("62")
    script = tuple(a for a in base.script if not isinstance(a, Crash | Restart))
    lossy = SetChannel(130_000, "P2", "P1", loss=1.0)
    run = simulate(replace(base, script=(*script, lossy)))
    said = texts(run)
    assert said.index("P1 has waited long enough for votes") + 1 == said.index(
        "P1 decides: as votes are missing, S1 is aborted"
    )
    run = simulate(replace(base, script=script))
    assert "P1 has the yes of all: S1 is committed" in texts(run)


def test_that_a_proposer_says_what_binds_it(scenario):
    run = simulate(scenario("65"))
    said = [text for text in texts(run) if "promises" in text]
    assert "P2 promises ballot 1.1 and will accept none below it" in said
    value = (
        next(t for t in texts(run) if "is chosen" in t).split(": ")[1].removesuffix(" is chosen")
    )
    assert f"P1 promises ballot 2.2 and tells that it has accepted {value} in ballot 1.1" in said
    assert (
        f"P1 has the promises of a majority; it is bound to {value}, accepted in ballot 2.2, "
        "and asks all to accept it in ballot 3.1"
    ) in said
    assert texts(run)[-3:] == [
        f"P1 knows that a majority has accepted: {value} is chosen",
        "P2 learns that S1 is committed",
        "P3 learns that S1 is committed",
    ]


def test_that_elections_partings_and_the_log_are_told(scenario):
    run = simulate(scenario("63"))
    said = texts(run)
    for text in (
        "P1 stands for election in term 1 and votes for itself",
        "P2 votes for P1 in term 1",
        "The network parts: P1 | P2, P3",
        "P1 has the votes of a majority: it leads in term 1",
        "P2 has the votes of a majority: it leads in term 2",
        "P1 hears of term 2 and leads no longer",
        "The network is whole again",
    ):
        assert said.count(text) == 1
    assert said.index("The network is whole again") < said.index("P1 learns that S1 is committed")


def test_that_copies_are_told_one_by_one(scenario):
    said = texts(simulate(scenario("60")))
    assert sum("stores a copy" in text for text in said) == 8
    assert said.count("Every part is on 2 other processes") == 1
    assert "Every part is on one other process" in texts(simulate(scenario("61")))


@pytest.mark.parametrize("start", SHIPPED)
def test_that_steps_come_in_order_and_pass_one_after_another(scenario, start):
    run = simulate(scenario(start))
    trace = run.trace
    for row in trace.snapshots:
        steps = decision_story(run, row.number)
        for first, then in pairwise(steps):
            assert first.time_us <= then.time_us and first.row <= then.row
        for step in steps:
            rows = int((trace.row_time <= step.time_us).sum())
            assert step.row <= rows
            behind = passed(steps, rows, step.time_us)
            assert [s.time_us <= step.time_us for s in steps] == [
                n < behind for n in range(len(steps))
            ]
        assert passed(steps, 0, 0) == 0


def stages(run, at_ms: float, number: int = 0, given_up: bool = False) -> list[tuple]:
    rows = int((run.trace.row_time <= at_ms * 1000).sum())
    found = pipelines(run)[number].stages(rows, round(at_ms * 1000), given_up)
    return [(s.name, s.state, s.time_us and s.time_us / 1000) for s in found]


def test_that_the_pipeline_fills_from_the_left(scenario):
    run = simulate(scenario("62"))
    assert stages(run, 50) == [
        ("captured", TO_COME, None),
        ("gathered", TO_COME, None),
        ("decided", TO_COME, None),
    ]
    assert stages(run, 60)[0] == ("captured", UNDER_WAY, None)
    assert stages(run, 119) == [
        ("captured", DONE, 100),
        ("gathered", TO_COME, None),
        ("decided", TO_COME, None),
    ]
    assert stages(run, 120)[1:] == [("gathered", DONE, 120), ("decided", UNDER_WAY, None)]
    assert stages(run, 449)[2] == ("decided", UNDER_WAY, None)
    assert stages(run, 450)[2] == ("decided", FAILED, 450)
    run = simulate(scenario("64"))
    assert stages(run, 600)[2][:2] == ("decided", DONE)


def test_that_only_what_was_asked_for_is_in_the_pipeline(scenario):
    run = simulate(scenario("60"))
    assert [name for name, *_ in stages(run, 300)] == ["captured", "gathered", "kept"]
    assert stages(run, 300)[2] == ("kept", DONE, 120)
    assert pipelines(simulate(replace(scenario("60"), script=()))) == {}


def test_that_what_is_given_up_is_never_captured(scenario):
    base = scenario("62")
    parted = Partition(65_000, (("P1",), ("P2", "P3")))
    run = simulate(replace(base, script=(*base.script[:2], parted)))
    assert stages(run, 300, given_up=True)[0] == ("captured", FAILED, None)
    assert stages(run, 300)[0][1] == UNDER_WAY


def test_that_who_loses_its_storage_does_not_know_what_was_decided(scenario):
    crash = Crash(300_000, "P2"), Restart(400_000, "P2", on="P3", storage="lost")
    made = scenario("62")
    taken = [action for action in made.script if isinstance(action, TakeSnapshot)]
    run = simulate(replace(made, script=(*taken, *crash)), 1_000_000)
    assert run.snapshots[0].commit.decided_by == ("P1", "P3")
    assert told(run)[-3:] == [
        (300, "P2 crashes"),
        (400, "P2 is back, but its stable storage is gone: no vote and no promise of it is left"),
        (1000, "The run ends before these know of it: P2"),
    ]
    (loss,) = run.trace.storage_losses
    way = pipelines(run)[0]
    counts = [way.stages(rows, 1_000_000, False)[-1].done for rows in (loss.row, loss.row + 1)]
    assert counts == [3, 2]


def test_that_who_waits_across_a_partition_is_named(scenario):
    """Of two-phase commit: for whose message, and since when, as the trace has it then."""
    base = scenario("62")
    sides = (("P1",), ("P2", "P3"))

    def waits(at_ms: int) -> list[tuple[float, str]]:
        script = (*base.script[:2], Partition(at_ms * 1000, sides), Heal(400_000))
        run = simulate(replace(base, script=script))
        found = [(at, text) for at, text in told(run) if "waits" in text]
        # The same as what stands in the trace of the run stopped then.
        then = simulate(run.scenario, at_ms * 1000).trace.undecided
        at_once = [text for at, text in found if at == at_ms]
        assert len({(row.process, row.what) for row in then}) == len(at_once)
        return found

    votes = "P1 waits for a vote from P2, P3, on another side, since 120.0 ms"
    assert waits(65) == []
    assert waits(105) == [
        (105, "P1 waits for a part from P2, P3, on another side, since 100.0 ms"),
        (120, votes),
    ]
    decisions = [
        f"{name} waits for the decision from P1, on another side, since 140.0 ms"
        for name in ("P2", "P3")
    ]
    assert waits(125) == [(125, votes), *((140, text) for text in decisions)]
    assert waits(145) == [(145, votes), *((145, text) for text in decisions)]
    assert waits(165) == [(165, text) for text in decisions]


def test_that_each_waits_in_the_story_after_it_has_voted(scenario):
    base = scenario("62")
    script = (*base.script[:2], Partition(125_000, (("P1",), ("P2", "P3"))))
    lines = texts(simulate(replace(base, script=script)))
    for name in ("P2", "P3"):
        (vote,) = [n for n, text in enumerate(lines) if text.startswith(f"{name} writes yes")]
        assert lines[vote + 1].startswith(f"{name} waits for the decision")


def test_that_nobody_waits_across_a_partition_that_does_not_part_them(scenario):
    base = scenario("62")
    script = (*base.script[:2], Partition(145_000, (("P1", "P2"), ("P3",))))
    found = [text for text in texts(simulate(replace(base, script=script))) if "waits" in text]
    assert found == [
        "P1 waits for a vote from P3, on another side, since 120.0 ms",
        "P3 waits for the decision from P1, on another side, since 140.0 ms",
    ]
