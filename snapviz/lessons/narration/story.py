"""What is told of a run: of each snapshot, and of whatever else its processes go by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from snapviz.engine.trace import RowKind, SnapshotRow
from snapviz.lessons.narration.berkeley import Berkeley
from snapviz.lessons.narration.checkpointing import Checkpoints, Dependencies, Indices
from snapviz.lessons.narration.clock_setting import ClockSettings, is_set
from snapviz.lessons.narration.clock_syncs import ClockSyncs
from snapviz.lessons.narration.collecting import Collections
from snapviz.lessons.narration.happenings import happenings
from snapviz.lessons.narration.keeping import Keeping
from snapviz.lessons.narration.koo_toueg import Rounds
from snapviz.lessons.narration.message_logs import Causal, Optimistic, Pessimistic
from snapviz.lessons.narration.narrated import Narrated
from snapviz.lessons.narration.ordering import ORDERED, CausalDelivery
from snapviz.lessons.narration.recovering import Recoveries
from snapviz.lessons.narration.repeating import Repeating, repeated_orders
from snapviz.lessons.narration.rules import rule_of
from snapviz.lessons.narration.sender_based import SenderBased
from snapviz.lessons.narration.sentences import Sentences
from snapviz.lessons.narration.telling import Telling
from snapviz.run import Run
from snapviz.scenario.model import SyncClocks
from snapviz.study.decision_story import (
    CRASHES,
    DECIDES,
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
from snapviz.study.keeping_steps import ALL_GATHERED, BEGINS, CAPTURED, COPIED, GATHERED, KEPT, Step

Story = tuple[int, str]
"""The number of a snapshot and a part of its story; or -1 and what is told of the whole run."""
CAPTURE, KEEPING, AGREEMENT = "capture", "keeping", "agreement"
REPEATED, GARBAGE, RECOVERY = "repeated-snapshots", "garbage-collection", "recovery"
SCRIPTED, DELIVERY, SETTING = "scripted", "causal-delivery", "set-clock"
WHOLE_RUN: dict[str, Callable[[Run], Telling]] = {
    REPEATED: Repeating,
    SCRIPTED: Checkpoints,
    "independent": Checkpoints,
    "koo-toueg": Rounds,
    "index-based": Indices,
    "fdas": Dependencies,
    GARBAGE: Collections,
    "pessimistic": Pessimistic,
    "sender-based": SenderBased,
    "optimistic": Optimistic,
    "causal": Causal,
    RECOVERY: Recoveries,
    DELIVERY: CausalDelivery,
    "cristian": lambda run: ClockSyncs(run, "cristian"),
    "berkeley": Berkeley,
    "ntp": lambda run: ClockSyncs(run, "ntp"),
    SETTING: ClockSettings,
}
"""What tells of a run, by the name of its pseudo-code."""
_BEFORE = (BEGINS, CAPTURED, GATHERED, ALL_GATHERED, COPIED, KEPT)
_FAULTS = (CRASHES, IS_BACK, PARTED, HEALED, ENDS)
_RULES = {
    TWO_PHASE: ("asks", "vote", "time-out", "back", "decides", "learns"),
    PAXOS: ("prepare", "promise", "accept", "accepted", "decides", "learns"),
    RAFT: ("candidate", "vote", "leader", "appended", "decides", "learns"),
}
_OTHERWISE = {TWO_PHASE: "", PAXOS: "refused", RAFT: "steps-down"}


def stories(run: Run) -> list[Story]:
    """All that can be told of a run: its snapshots in their order, then the rest."""
    found = [(row.number, part) for row in run.trace.snapshots for part in _parts(row)]
    return found + [(-1, name) for name in WHOLE_RUN if name in set(_names(run))]


def _parts(row: SnapshotRow) -> Iterator[str]:
    yield CAPTURE
    if row.is_kept:
        yield KEEPING
    if row.commit != "none":
        yield AGREEMENT


def _names(run: Run) -> Iterator[str]:
    """What of the whole run there is to tell, in any order."""
    trace, scenario = run.trace, run.scenario
    policy = scenario.checkpointing.policy
    has_checkpoints = bool((trace.row_kind == RowKind.CHECKPOINT).any())
    has_crash = bool((trace.row_kind == RowKind.CRASH).any())
    yield policy if policy != "none" else SCRIPTED if has_checkpoints else ""
    yield scenario.logging.method
    yield from (a.method for a in scenario.script if isinstance(a, SyncClocks))
    for name, is_there in (
        (REPEATED, bool(repeated_orders(run))),
        (GARBAGE, scenario.checkpointing.collect and (policy != "none" or has_checkpoints)),
        (RECOVERY, has_crash or bool(trace.recoveries)),
        (DELIVERY, any(name in ORDERED for name in trace.riders)),
        (SETTING, is_set(trace)),
    ):
        if is_there:
            yield name


def method_of(run: Run, story: Story) -> str:
    """The name of the pseudo-code that a story is told by."""
    number, part = story
    if part == CAPTURE:
        return run.trace.snapshots[number].protocol
    return run.trace.snapshots[number].commit if part == AGREEMENT else part


def narration(run: Run, number: int, part: str) -> tuple[Narrated, ...]:
    """The steps of one story, in the order they happen."""
    if number < 0:
        steps = WHOLE_RUN[part](run).tell()
    elif part == KEEPING:
        steps = Keeping(run, number).tell()
    else:
        steps = _capture(run, number) if part == CAPTURE else _agreement(run, number)
    return tuple(step._replace(story=(number, part)) for step in steps)


def whole_narration(run: Run) -> Iterator[tuple[Narrated, ...]]:
    """The steps of all stories, in the order they happen: nothing, again and again, and then all."""
    told: list[Narrated] = []
    for story in stories(run):
        told += narration(run, *story)
        yield ()
    crashes = {(step.time_us, step.row) for step in told if step.story == (-1, RECOVERY)}
    # An agreement has its own words for a crash that is told already.
    told = [step for step in told if step.rule or (step.time_us, step.row) not in crashes]
    yield tuple(sorted(told, key=_in_turn))


def _in_turn(step: Narrated) -> tuple[int, int, bool]:
    """What processes do when they are back comes after the recovery."""
    return step.time_us, step.row, step.story != (-1, RECOVERY)


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
            _rule(method, step),
            step_words(run, number, step),
        )
        for step in decision_story(run, number)
        if step.what not in _BEFORE
    ]


def _rule(method: str, step: Step) -> str:
    what = step.what
    if what in _FAULTS:
        return ""
    if what == DECIDES and "back" in step.values:
        return "back"
    return what if what in _RULES[method] else _OTHERWISE[method]
