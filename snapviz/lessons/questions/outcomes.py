"""What becomes of a snapshot that all are to agree on?"""

from __future__ import annotations

from snapviz.diagram.figures import milliseconds
from snapviz.engine.trace import ABORTED, COMMITTED
from snapviz.kept import PENDING, Commit
from snapviz.lessons.questions.question import (
    Asking,
    Option,
    Question,
    Unaskable,
    is_exactly,
    place_of,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run, Snapshot
from snapviz.study.decision_story import DECIDES, PAXOS, RAFT, decision_story

KIND = "outcome"
ABOUT = ("snapshot",)


def ask(asking: Asking) -> Question:
    """About a snapshot that is to be committed; drawn where it is not given."""
    run, snapshot = asking.run, _snapshot(asking)
    key = (snapshot.commit.outcome,)
    prompt = told("All are to agree on %1. What becomes of it by the end of the run?", snapshot.id)
    options = (
        Option(COMMITTED, told("It is committed")),
        Option(ABORTED, told("It is aborted")),
        Option(PENDING, told("It stays undecided")),
    )
    return Question(
        KIND, prompt, "one", options, key, is_exactly(key), lambda _: _explain(run, snapshot)
    )


def _snapshot(asking: Asking) -> Snapshot:
    snapshots = [s for s in asking.run.snapshots if s.commit is not None]
    if "snapshot" in asking.about:
        every = asking.run.snapshots
        wanted = every[place_of([s.id for s in every], asking.about["snapshot"], "snapshot")]
        snapshots = [s for s in snapshots if s is wanted]
    if not snapshots:
        raise Unaskable('no such snapshot is to be agreed on; give its action a "commit"')
    return asking.draw.choice(snapshots)


def _explain(run: Run, snapshot: Snapshot) -> Told:
    """What came of it, and why."""
    commit = snapshot.commit
    if commit.outcome == PENDING:
        return _pending(run, snapshot, commit)
    at = milliseconds(commit.decided_us)
    if commit.outcome == ABORTED:
        return _aborted(run, snapshot, at)
    if commit.method == PAXOS:
        return told("By %1 ms a majority has accepted it, and so it is committed.", at)
    if commit.method == RAFT:
        return told("By %1 ms a majority has it on its log, and so it is committed.", at)
    return told("Everybody votes yes, and so at %1 ms the coordinator decides to commit.", at)


def _aborted(run: Run, snapshot: Snapshot, at: str) -> Told:
    steps = decision_story(run, run.snapshots.index(snapshot))
    why, *others = next(step for step in steps if step.what == DECIDES).values[1:]
    if why == "back":
        return told(
            "The coordinator is back at %1 ms and finds no decision on its log, so it has told "
            "nobody to commit: it aborts.",
            at,
        )
    if why == "time-out":
        return told("At %1 ms votes are still missing, and so the coordinator aborts.", at)
    if why == "no":
        name = run.trace.process_ids[others[0]]
        return told("%1 votes no, and one no is enough: at %2 ms it is aborted.", name, at)
    return told("What was recorded is not whole or stands no more: at %1 ms it is aborted.", at)


def _pending(run: Run, snapshot: Snapshot, commit: Commit) -> Told:
    if commit.method == PAXOS:
        return told(
            "By the end nobody knows of a majority that has accepted it, so nobody may decide."
        )
    if commit.method == RAFT:
        return told("By the end no leader knows of a majority with its entry, so none may decide.")
    bound = [blocked.process for blocked in commit.blocked if blocked.is_so_at(run.until_us)]
    if bound:
        return told(
            "Who has voted yes may not decide alone: %1. And the coordinator has told no decision "
            "by the end.",
            ", ".join(bound),
        )
    return told("At the end of the run no process has a decision on %1 on its log.", snapshot.id)
