"""The narration of a snapshot: its capture, or the agreement on it, one sentence at a time."""

from __future__ import annotations

from typing import NamedTuple

from snapviz.lessons.narration.happenings import happenings
from snapviz.lessons.narration.rules import rule_of
from snapviz.lessons.narration.sentences import Sentences
from snapviz.run import Run
from snapviz.study.decision_story import (
    CRASHES,
    ENDS,
    HEALED,
    IS_BACK,
    PARTED,
    PAXOS,
    RAFT,
    TWO_PHASE,
    decision_story,
)
from snapviz.study.decision_words import step_words
from snapviz.study.keeping_steps import ALL_GATHERED, BEGINS, CAPTURED, COPIED, GATHERED, KEPT
from snapviz.study.words import Words

CAPTURE, AGREEMENT = "capture", "agreement"
_BEFORE = (BEGINS, CAPTURED, GATHERED, ALL_GATHERED, COPIED, KEPT)
_FAULTS = (CRASHES, IS_BACK, PARTED, HEALED, ENDS)
_RULES = {
    TWO_PHASE: ("asks", "vote", "time-out", "decides", "learns"),
    PAXOS: ("prepare", "promise", "accept", "accepted", "decides", "learns"),
    RAFT: ("candidate", "vote", "leader", "appended", "decides", "learns"),
}
_OTHERWISE = {TWO_PHASE: "", PAXOS: "refused", RAFT: "steps-down"}


class Narrated(NamedTuple):
    """One sentence. ``rule``: the line of the pseudo-code, empty for a fault, which is by none.

    ``row``: how many rows of the trace have happened then; ``process`` -1: of no process alone.
    """

    time_us: int
    row: int
    process: int
    rule: str
    said: Words


def narration(run: Run, number: int, part: str) -> tuple[Narrated, ...]:
    """The steps of one part of a snapshot's story, in the order they happen."""
    return tuple(_capture(run, number) if part == CAPTURE else _agreement(run, number))


def _capture(run: Run, number: int) -> list[Narrated]:
    row, teller = run.trace.snapshots[number], Sentences(run, number)
    steps = happenings(run, number)
    told = []
    for place, step in enumerate(steps, 1):
        rule = rule_of(row.protocol, row.initiator, step)
        is_end = place == len(steps) and step.time_us == row.completed_us
        said = teller.tell(step, rule, is_end)
        told.append(Narrated(step.time_us, step.row, step.process, rule, said))
    return told


def _agreement(run: Run, number: int) -> list[Narrated]:
    method = run.trace.snapshots[number].commit
    return [
        Narrated(
            step.time_us,
            step.row,
            step.process,
            _rule(method, step.what),
            step_words(run, number, step),
        )
        for step in decision_story(run, number)
        if step.what not in _BEFORE
    ]


def _rule(method: str, what: str) -> str:
    if what in _FAULTS:
        return ""
    return what if what in _RULES[method] else _OTHERWISE[method]
