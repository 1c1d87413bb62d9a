"""What the narrator says of shipped runs, word for word, and of agreements by which rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.lessons.narration.pseudo_code import pseudo_code, read
from snapviz.lessons.narration.story import (
    AGREEMENT,
    CAPTURE,
    KEEPING,
    method_of,
    narration,
    stories,
    whole_narration,
)
from snapviz.resources import scenarios_folder
from snapviz.run import Run
from snapviz.scenario.files import load_scenario
from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Crash,
    Fixed,
    Heal,
    Logging,
    Partition,
    Restart,
    Scenario,
    Send,
    SetClock,
    SyncClocks,
    TakeSnapshot,
    Uniform,
)
from snapviz.simulation import simulate
from snapviz.study.words import Words
from tests.engine.worlds import mesh, processes


def shipped(start: str) -> Run:
    (path,) = scenarios_folder().glob(f"{start}-*.snapviz.json")
    return simulate(load_scenario(path))


def text(said: Words) -> str:
    """In English."""
    values = [text(value) if isinstance(value, Words) else value for value in said.values]
    return str(Words(said.text, tuple(values)))


def told(start: str, number: int = 0, part: str = CAPTURE) -> list[tuple[str, str]]:
    return [(step.rule, text(step.said)) for step in narration(shipped(start), number, part)]


def test_that_chandy_lamport_is_told_marker_by_marker():
    assert told("01") == [
        ("begin", "P1 begins S1: it records its state ($970); it sends the marker on P1→P2"),
        (
            "keep",
            ("P1 receives $50 on P2→P1, which it still records: "
            "it keeps it for the state of P2→P1"),
        ),
        (
            "first",
            ("P2 gets the first marker of S1, on P1→P2: it records its state ($980); "
            "it takes P1→P2 as empty; it sends the marker on P2→P1"),
        ),
        (
            "marker",
            "P1 gets the marker of S1 on P2→P1: the state of P2→P1 is $50; S1 is complete",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "rules"),
    [
        ("12", "begin request report request all-reports"),
        ("14", "begin clock clock clock keep"),
        ("20", "begin keep red request keep report request-red all-reports expect expect"),
        ("21", "begin collect red collect-red keep home await await keep await"),
        ("23", "begin request request answer all-answers line line"),
        ("30", "begin first keep first keep barrier first"),
        ("31", "begin aligned barrier aligned aligned"),
        ("33", "begin token keep done token keep all-done terminate terminate"),
    ],
)
def test_that_each_step_has_its_rule(start, rules):
    assert [rule for rule, _ in told(start)] == rules.split()


def test_that_a_state_saved_earlier_is_told_with_its_time():
    lines = [said for rule, said in told("22") if rule == "cut"]
    assert lines[1] == (
        "P4 learns T from P1: it takes the state it had at 278.044 ms ($949); "
        "it puts $37 into the state of P3→P4"
    )


def test_that_regions_join_into_one_cut():
    said = dict(told("24"))
    assert said["file"].startswith("P6 learns from P5 whose regions make up the cut: it takes")
    joined = [said for rule, said in told("24") if rule == "marker" and "of S2" in said]
    assert joined == [
        "P2 gets the marker of S2 on P5→P2: it takes P5→P2 as empty",
        "P2 gets the marker of S2 on P3→P2: it takes P3→P2 as empty; it reports to P1",
    ]


def test_that_what_comes_after_a_crash_has_ended_the_snapshot_is_ignored():
    script = (TakeSnapshot(100_000, initiator="P1"), Crash(115_000, "P2"))
    channels = mesh(3, delay=Uniform(10_000, 10_000))
    run = simulate(Scenario(processes(3), channels, duration_us=300_000, script=script))
    assert run.snapshots[0].status == "failed"
    steps = narration(run, 0, CAPTURE)
    assert [(step.time_us, step.rule) for step in steps] == [
        (100_000, "begin"),
        (110_000, "first"),
        (110_000, "first"),
        *[(120_000, "ignore")] * 3,
    ]
    assert text(steps[-1].said).endswith("that is of no use any more; it ignores it")


@pytest.mark.parametrize(
    ("start", "method"), [("62", "two-phase"), ("65", "paxos"), ("64", "raft")]
)
def test_that_every_step_of_an_agreement_but_a_fault_has_a_line(start, method):
    rules = pseudo_code(method, "en").rules
    steps = narration(shipped(start), 0, AGREEMENT)
    without = [step.said.text for step in steps if step.rule not in rules]
    assert all("crashes" in said or "is back" in said for said in without)
    assert len({step.rule for step in steps}) >= 4


@pytest.mark.parametrize(
    "path", sorted(scenarios_folder().glob("*.snapviz.json")), ids=lambda path: path.name[:2]
)
def test_that_every_step_of_a_shipped_run_has_a_line(path):
    """But for the faults that an agreement tells, which are by none."""
    run = simulate(load_scenario(path))
    *_, steps = whole_narration(run)
    for step in steps:
        rules = pseudo_code(method_of(run, step.story), "en").rules
        assert step.rule in rules or (not step.rule and step.story[1] == AGREEMENT)
    assert {step.story for step in steps} <= set(stories(run))


def told_of(start: str, name: str, rule: str) -> list[str]:
    return [text(step.said) for step in narration(shipped(start), -1, name) if step.rule == rule]


@pytest.mark.parametrize(
    ("start", "name", "rule", "first"),
    [
        ("50", "independent", "interval", ("The clock of P3 reads 100 ms, an interval is over: "
         "it saves its state as checkpoint 1")),
        ("51", "index-based", "forced", ("P1 is about to receive $20 from P2, which carries index "
         "1, and its own is only 0: its index becomes 1; it saves its state as checkpoint 1")),
        ("55", "koo-toueg", "asked", ("P2 is asked by P1, which has received its messages up to 1: "
         "it has sent some of them since its last checkpoint; it takes the tentative checkpoint "
         "1; it asks P3 for one, of which it has received up to message 1")),
        ("55", "koo-toueg", "gives-up", ("P2 has waited long enough for answers: checkpoint 2 is "
         "discarded; it tells P1; it tells P3")),
        ("55", "koo-toueg", "hold", ("P1 is to send something to P2: it waits for the end of the "
         "round")),
        ("59", "sender-based", "receive", ("P2 receives $30 from P1, its message 1: it tells P1 "
         "that this was number 1 of all it received")),
        ("54", "recovery", "orphan", ("$70 from P2 to P3 was never sent after all, so it was not "
         "received either")),
        ("54", "recovery", "lost", ("P2 has not received $40 from P1 after all, and nobody has it "
         "any more: it is lost")),
        ("54", "recovery", "suppress", ("P2 comes to the point where it sent $60 to P3, and does "
         "not send it again")),
        ("68", "recovery", "start", "P2 starts from its part of S1, which P3 has kept ($110)"),
        ("17", "berkeley", "average", ("P1 hears that P3 is 10 ms behind it: it tells P2 to move "
         "by −20 ms; it tells P3 to move by +15 ms; it sets its clock forward by 5 ms")),
        ("16", "cristian", "adjust", ("P3 hears from P1 that its clock read 60 ms, 40 ms after "
         "asking: it leaves its clock as it is")),
        ("18", "cristian", "slewed", ("The clock of P2 has moved as far as it was to: it runs as "
         "before")),
        ("02", "set-clock", "set", ("The clock of P3 is set: it is now 35 ms ahead of true time; "
         "it neither gains nor loses")),
        ("33", "causal-delivery", "hold", ("For P3 there is $25 from P2: P3 must first have "
         "message 1 from P1, and has had 0 of them so far; it is held")),
    ],
)  # fmt: skip
def test_that_the_run_is_told_word_for_word(start, name, rule, first):
    assert told_of(start, name, rule)[0] == first


def test_that_parts_are_told_until_all_copies_are_kept():
    steps = narration(shipped("60"), 0, KEEPING)
    rules = [step.rule for step in steps]
    assert rules.count("part") == 4 and rules.count("store") == 8 and rules.count("gather") == 3
    assert text(steps[0].said) == (
        "The part of P4 for S1 is complete: it writes it down; it sends its part to P1; "
        "it sends a copy of it to P1, P2"
    )


def test_that_a_coordinator_that_comes_back_has_a_line_of_its_own():
    steps = {step.rule: text(step.said) for step in narration(shipped("62"), 0, AGREEMENT)}
    assert steps["back"] == "P1 is back without a decision on its log, so S1 is aborted"
    assert "decides" not in steps


def test_that_repeated_snapshots_are_told():
    said = [text(step.said) for step in narration(shipped("18"), -1, "repeated-snapshots")]
    assert said[0] == "S1 begins"
    assert said[2] == "200 ms have passed since the beginning of S1: S2 begins"


def test_that_a_protocol_without_pseudo_code_has_none():
    assert pseudo_code("nobody-knows", "en") is None
    assert pseudo_code("chandy-lamport", "fr") == pseudo_code("chandy-lamport", "en")


@pytest.mark.parametrize(
    ("content", "message"),
    [("begin | go\n", "line 1 must be the source"), ("# a paper\nbegin go\n", "line 2 has no")],
)
def test_that_a_broken_file_is_refused_by_line(tmp_path, content, message):
    path = tmp_path / "broken.en.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read(path)


@pytest.mark.parametrize(("start", "rule", "at_us"), [("59", "recall", 470_000),
                                                      ("62", "back", 450_000)])  # fmt: skip
def test_that_who_is_back_is_told_to_act_after_the_recovery(start, rule, at_us):
    here = [step for step in [*whole_narration(shipped(start))][-1] if step.time_us == at_us]
    acts = [place for place, step in enumerate(here) if step.rule == rule]
    recovery = [place for place, step in enumerate(here) if step.story == (-1, "recovery")]
    assert acts and recovery and max(recovery) < min(acts)


def slow(method: str, slow_us: int, rounds: int = 2) -> Run:
    """P2 and P3 are synchronised with P1; it takes long from and to P3."""
    channels = tuple(
        replace(c, delay=Fixed(slow_us)) if "P3" in (c.source, c.target) else c for c in mesh(3)
    )
    script = (SyncClocks(0, method, server="P1", rounds=rounds),)
    return simulate(Scenario(processes(3), channels, duration_us=6_000_000, script=script))


@pytest.mark.parametrize("method", ["cristian", "ntp"])
def test_that_a_late_answer_counts_until_the_clock_is_set(method):
    steps = narration(slow(method, 600_000), -1, method)
    late = [(s.rule, s.time_us) for s in steps if s.process == 2 and "hears" in text(s.said)]
    assert late == [("late", 1_200_000), ("ignore", 2_200_000)]


def test_that_a_late_report_is_not_waited_for():
    steps = narration(slow("berkeley", 900_000, 1), -1, "berkeley")
    reports = [(s.rule, text(s.said)) for s in steps if s.process == 0 and "hears" in text(s.said)]
    assert [rule for rule, _ in reports] == ["report", "ignore"]
    assert reports[1][1].endswith("that is of no use any more")


def test_that_who_starts_again_is_not_said_to_have_waited_for_an_answer():
    again = [s for s in narration(shipped("68"), 0, KEEPING) if s.rule == "again"]
    assert [text(s.said) for s in again] == [
        "P2 starts again and knows of no answer: it sends its part to P1"
    ]


def test_that_the_recovery_line_is_reached_from_checkpoints_by_replay():
    assert told_of("53", "recovery", "line") == [
        "Restart of P2: the recovery line is reached from the checkpoints P2: 0"
    ]


def test_that_a_decision_that_has_waited_for_its_process_settles_the_checkpoint():
    scenario = Scenario(
        processes(3), mesh(3, delay=Fixed(10_000), when_down="wait"), duration_us=690_000,
        script=(Send(20_000, "P3", "P2"), Send(45_000, "P2", "P1"), Crash(90_000, "P2"),
                Restart(650_000, "P2")),
        checkpointing=Checkpointing("koo-toueg"), logging=Logging("pessimistic"),
    )  # fmt: skip
    run = simulate(scenario)
    said = {s.rule: text(s.said) for s in narration(run, -1, "koo-toueg") if s.time_us == 650_000}
    assert said["told"] == (
        "P2 hears from P1 that not all took part: checkpoint 1 is discarded; it tells P3"
    )
    (mine,) = (c for c in run.trace.checkpoints if c.process == 1 and c.index == 1)
    assert run.trace.payloads[run.trace.row_ref[mine.ended_row]].body[0] == "decide"


def test_that_a_snapshot_taken_once_is_not_told_of_as_repeated():
    """Both are left out at 30 ms, in whatever order the file has them."""
    once = TakeSnapshot(30_000, initiator="P2")
    repeated = TakeSnapshot(10_000, initiator="P2", every_us=20_000, times=3)
    for script in ((once, repeated), (repeated, once), (once, once, repeated)):
        whole = (*script, Crash(25_000, "P2"), Restart(45_000, "P2"))
        run = simulate(Scenario(processes(2), mesh(2), duration_us=400_000, script=whole))
        steps = narration(run, -1, "repeated-snapshots")
        skipped = [(s.time_us, text(s.said)) for s in steps if s.rule == "skip"]
        assert skipped == [(30_000, "P2 is down: no snapshot begins now")]


def test_that_a_clock_behind_that_loses_is_told_so():
    script = (SetClock(10_000, "P1", -5_000, -1_500), SetClock(20_000, "P2", 0, 500))
    run = simulate(Scenario(processes(2), mesh(2), duration_us=50_000, script=script))
    assert [text(step.said) for step in narration(run, -1, "set-clock")] == [
        "The clock of P1 is set: it is now 5 ms behind true time; it loses 1.5 µs a second",
        "The clock of P2 is set: it now reads true time; it gains 0.5 µs a second",
    ]


def test_that_a_part_that_cannot_be_answered_is_not_said_to_be_damaged():
    one_way = (Channel("P1", "P2", delay=Fixed(5_000)),)
    taken = TakeSnapshot(0, protocol="global-clock", at_local_us=10_000, copies=1)
    run = simulate(Scenario(processes(2), one_way, duration_us=500_000, script=(taken,)))
    stored = [text(s.said) for s in narration(run, 0, KEEPING) if s.process == 1][:2]
    cause = "P2 gets the part of P1 for S1, to keep a copy: "
    assert stored == [
        cause + "its checksum is right; it writes it down; no path leads back to answer by",
        cause + "it has it already; no path leads back to answer by",
    ]


def test_that_who_has_lost_its_storage_writes_a_part_down_anew():
    channels = mesh(2, delay=Fixed(20_000))
    script = (TakeSnapshot(0, initiator="P1", copies=1), Partition(50_000, (("P1",), ("P2",))),
              Crash(70_000, "P2"), Restart(75_000, "P2", storage="lost"), Heal(90_000))  # fmt: skip
    run = simulate(Scenario(processes(2), channels, duration_us=900_000, script=script))
    said = [text(s.said) for s in narration(run, 0, KEEPING) if s.rule == "store"]
    mine = [one for one in said if one.startswith("P2 gets")]
    assert len(mine) == 2 and all(one.endswith("it writes it down; it answers") for one in mine)
